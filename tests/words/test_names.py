import random
import unicodedata

from tongket.words import normalised, person_sort_key

STAFF = [
    "Nguyễn Văn An",
    "Trần An",
    "Lê Thị Ánh",
    "Phạm Ân",
    "Đỗ Thị Bình",
    "Nguyễn Thị Bình",
    "Nguyễn Văn Bình",
    "Bùi Cường",
    "Vũ Dũng",
    "Hồ Đạt",
    "Lê Hoa",
    "Lê Hoà",
    "Lê Hòa",
    "Cao Ngọc",
    "Mai Oanh",
    "Lý Ơn",
    "Đinh Uyên",
    "Tô Ưng",
    "Tạ Yến",
]


def shuffled(names):
    return random.Random(20).sample(names, len(names))


def test_people_are_listed_by_given_name_then_family_name():
    assert sorted(shuffled(STAFF), key=person_sort_key) == STAFF


def test_the_family_name_decides_among_equal_given_names_with_d_before_d_with_stroke():
    people = ["Đào An", "Dương An", "Cao An", "Ân An", "Ân Ân", "An Ân"]
    assert sorted(people, key=person_sort_key) == ["Ân An", "Cao An", "Dương An", "Đào An", "An Ân", "Ân Ân"]


def test_tones_decide_after_letters_in_the_order_of_the_dictionary():
    tones = ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert sorted(shuffled(tones), key=person_sort_key) == tones
    assert person_sort_key("mạ") < person_sort_key("man")


def test_letters_follow_the_vietnamese_alphabet():
    letters = ["a", "ă", "â", "b", "d", "đ", "e", "ê", "o", "ô", "ơ", "u", "ư", "y"]
    assert sorted(shuffled(letters), key=person_sort_key) == letters


def test_composed_and_decomposed_writing_sort_alike_and_case_does_not_count():
    name = "Nguyễn Thị Ánh"
    assert person_sort_key(unicodedata.normalize("NFD", name)) == person_sort_key(name.upper())


def test_other_alphabets_come_after_and_nothing_breaks_on_a_lone_mark_or_an_empty_name():
    assert sorted(["Иванов", "Yến"], key=person_sort_key) == ["Yến", "Иванов"]
    assert person_sort_key("") == ()
    assert person_sort_key("\u0301") != person_sort_key("\u0300")


def test_a_text_is_normalised_to_one_form():
    assert normalised("  Lê\u00a0 Thi\u0323  Hoa ") == "Lê Thị Hoa"
