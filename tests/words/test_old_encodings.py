import unicodedata

import pytest

from tongket.words import OldEncoding, encoding_of_font, guess_encoding, is_capitals_font, to_unicode
from tongket.words.old_encodings import _TCVN3, _VNI, _VNI_CODES

TCVN3, VNI = OldEncoding.TCVN3, OldEncoding.VNI
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
LETTERS = [unicodedata.normalize("NFC", base + tone) for base in "aăâeêioôơuưy" for tone in TONES] + ["đ"]
MARKED = [letter for letter in LETTERS if not letter.isascii()]
SAMPLES = [
    (TCVN3, "C«ng ty", "Công ty"),
    (TCVN3, "B¸o c¸o tæng kÕt", "Báo cáo tổng kết"),
    (TCVN3, "®¬n vÞ", "đơn vị"),
    (TCVN3, "Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
    (TCVN3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
    (TCVN3, "Nguyªn, nhiªn liÖu, vËt t\u00ad; s¶n l\u00adîng dÇu khÝ", "Nguyên, nhiên liệu, vật tư; sản lượng dầu khí"),
    (TCVN3, "th¼ng ch½n ®Æc b»ng n¾m mÉu cÇn mÈu cÊp nhËn", "thẳng chẵn đặc bằng nắm mẫu cần mẩu cấp nhận"),
    (TCVN3, "mÌ mÎ mÏ mÐ mÑ; vÒ kÓ rÔ kÕ tÖ; × Ø Ü Ý Þ", "mè mẻ mẽ mé mẹ; về kể rễ kế tệ; ì ỉ ĩ í ị"),
    (TCVN3, "ß á â ã ä; å æ ç è é; ê ë ì í î", "ò ỏ õ ó ọ; ồ ổ ỗ ố ộ; ờ ở ỡ ớ ợ"),
    (TCVN3, "ï ñ ò ó ô; õ ö ÷ ø ù; ú û ü ý þ", "ù ủ ũ ú ụ; ừ ử ữ ứ ự; ỳ ỷ ỹ ý ỵ"),
    (TCVN3, "¡n ¢u £m ¤ng ¥n ¦u §o", "Ăn Âu Êm Ông Ơn Ưu Đo"),
    (VNI, "thaúng chaün ñaëc baèng naém; maãu caàn maåu caáp nhaän", "thẳng chẵn đặc bằng nắm; mẫu cần mẩu cấp nhận"),
    (VNI, "meø meû meõ meù meï; veà keå reã keá teä; ì æ ó í ò", "mè mẻ mẽ mé mẹ; về kể rễ kế tệ; ì ỉ ĩ í ị"),
    (VNI, "oø oû oõ où oï; oà oå oã oá oä; ôø ôû ôõ ôù ôï", "ò ỏ õ ó ọ; ồ ổ ỗ ố ộ; ờ ở ỡ ớ ợ"),
    (VNI, "uø uû uõ uù uï; öø öû öõ öù öï; yø yû yõ yù î", "ù ủ ũ ú ụ; ừ ử ữ ứ ự; ỳ ỷ ỹ ý ỵ"),
    (VNI, "Baùo caùo toång keát", "Báo cáo tổng kết"),
    (VNI, "ñôn vò", "đơn vị"),
    (VNI, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    (VNI, "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
    (VNI, "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (VNI, "Saûn löôïng daàu khí; aån soá; kyõ thuaät; Myõ", "Sản lượng dầu khí; ẩn số; kỹ thuật; Mỹ"),
]


def is_recognisable(sample):
    """Whether a sample is ordinary text; rows of single letters and one short word are not."""
    return len(sample[1]) > 8 and "; " not in sample[1] and "¡" not in sample[1]


@pytest.mark.parametrize(("encoding", "typed", "meant"), SAMPLES)
def test_well_known_words_are_read(encoding, typed, meant):
    assert to_unicode(typed, encoding) == meant  # the TCVN3 table also agrees, code by code, with that of GNU iconv


def test_the_alphabet_with_marks_and_tones_has_67_letters():
    assert len(MARKED) == len(set(MARKED)) == 67


def test_tcvn3_has_every_small_letter_and_the_seven_capitals_without_a_tone_each_by_one_code():
    assert sorted(_TCVN3.values()) == sorted([*MARKED, *"ĂÂÊÔƠƯĐ"])
    assert all(len(code) == 1 and "\u00a1" <= code <= "\u00fe" for code in _TCVN3)


@pytest.mark.parametrize("letter", MARKED)
def test_every_letter_goes_to_vni_and_back_small_and_capital(letter):
    codes = [code for code, meant in _VNI.items() if meant == letter and code == code.lower()]
    assert len(codes) == 1
    assert to_unicode(f"x{codes[0]}n", VNI) == f"x{letter}n"
    assert to_unicode(f"X{codes[0].upper()}N", VNI) == f"X{letter.upper()}N"


@pytest.mark.parametrize("letter", MARKED)
def test_every_letter_goes_to_tcvn3_and_back_its_capital_through_the_font_of_capitals(letter):
    (code,) = (code for code, meant in _TCVN3.items() if meant == letter)
    assert to_unicode(f"x{code}n", TCVN3) == f"x{letter}n"
    assert to_unicode(f"x{code}n", TCVN3, capitals=True) == f"X{letter.upper()}N"


def test_no_code_of_vni_that_stands_alone_can_be_a_mark():
    alone = {code for code in _VNI if len(code) == 1}
    assert alone.isdisjoint(code[1] for code in _VNI if len(code) > 1)
    assert _VNI_CODES.findall("töôùng") == ["ö", "ôù"]


def test_a_capital_of_vni_is_known_by_its_letter_even_when_the_mark_was_not_shifted():
    assert to_unicode("Aûnh, AÛnh, aÛnh", VNI) == "Ảnh, Ảnh, ảnh"


@pytest.mark.parametrize(("encoding", "typed", "meant"), SAMPLES)
def test_what_is_unicode_already_stays_whatever_the_font(encoding, typed, meant):
    for any_encoding in OldEncoding:
        assert to_unicode(unicodedata.normalize("NFD", meant), any_encoding) == meant


def test_plain_text_and_numbers_stay():
    for encoding in OldEncoding:
        assert to_unicode("2.999,4 USD/t (BK-19)", encoding) == "2.999,4 USD/t (BK-19)"


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [
        (".VnTime", TCVN3, False),
        (".VnTimeH", TCVN3, True),
        (".vntime", TCVN3, False),
        (" .VnArial ", TCVN3, False),
        (".VnArial NarrowH", TCVN3, True),
        (".VnCentury Schoolbook", TCVN3, False),
        ("VNI-Times", VNI, False),
        ("VNI-Helve-Condense", VNI, False),
        ("vni-helvH", VNI, False),
        ("Times New Roman", None, False),
        ("UVN Thoi Dai", None, False),
        ("VNtimes new roman", None, False),
        ("", None, False),
    ],
)
def test_a_font_says_how_its_text_was_typed(font, encoding, capitals):
    assert encoding_of_font(font) is encoding
    assert is_capitals_font(font) is capitals


@pytest.mark.parametrize(("encoding", "typed", "meant"), [one for one in SAMPLES if is_recognisable(one)])
def test_an_old_encoding_is_guessed_from_words_nothing_else_would_write(encoding, typed, meant):
    assert guess_encoding(typed) is encoding


@pytest.mark.parametrize(
    "text",
    [
        "ñôn vò",  # no word with a mark behind its letter
        "toång",  # one word only
        "®iÖn",  # one word only, its sign at the edge
        "đơn vị Công ty",
        "Công ty dầu khí",  # only letters that French has too
        "cơ sở",
        "Quán quân năm 2022",
        "5 µm, 3 µg",
        "µm ®",
        "«bilan» de l’année, où août et Noël: naïf, aérien, cœur, maïs, aïeul",
        "Les « résultats » de l'année",
        "Straße, Müller, Köln, Größe",
        "año, señor, así, qué, área océano",
        "João, pão, não, ações",
        "Excel®, Windows® 10",
        "1½ t, 2¼ t",
        "ngày 5÷10, 3×4",
        "Итоги года",
        "plain text 2.999,4",
        "",
    ],
)
def test_nothing_is_guessed_where_another_reading_is_possible(text):
    assert guess_encoding(text) is None
