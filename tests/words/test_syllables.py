import pytest

from tongket.words.syllables import is_syllable


@pytest.mark.parametrize(
    "word",
    [
        "tổng",
        "kết",
        "nghiêng",
        "khuỷu",
        "quyết",
        "gì",
        "giếng",
        "ưu",
        "tiên",
        "xoong",
        "hoạch",
        "TÍCH",
        "oai",
        "yêu",
        "nước",
        "ước",
    ],
)
def test_vietnamese_words_are_syllables(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["bilan", "ngắrien", "kêt", "tich", "àgì", "đlo", "strong", "a1", "", "tôć"])
def test_other_words_are_not(word):
    assert not is_syllable(word)
