"""Whole numbers spelt out, so that nobody can take thousands for thousandths: hai nghìn chín trăm chín mươi chín."""

from typing import Final

from tongket.words.language import Language

SPELT_UP_TO: Final = 1_000_000
"""Every number below it is spelt; a text with two readings never has more digits."""

_VI: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_RU_ONES: Final = (
    "", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать",
    "двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать",
    "девятнадцать",
)  # fmt: skip
_RU_TENS: Final = (
    "", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто",
)  # fmt: skip
_RU_HUNDREDS: Final = (
    "", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот",
)  # fmt: skip
_RU_THOUSANDS: Final = ("тысяч", "тысяча", "тысячи", "тысячи", "тысячи")
_RU_FEMININE: Final = {"один": "одна", "два": "две"}
_EN_ONES: Final = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_EN_TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def in_words(number: int, language: Language = "vi") -> str:
    """Spell a whole number below a million, with its sign; ValueError for a larger one."""
    if abs(number) >= SPELT_UP_TO:
        raise ValueError(f"{number} is not below {SPELT_UP_TO}")
    sign, zero, spell = {
        "vi": ("âm ", "không", _vietnamese),
        "ru": ("минус ", "ноль", _russian),
        "en": ("minus ", "zero", _english),
    }[language]
    return (sign if number < 0 else "") + (" ".join(spell(abs(number))) or zero)


def _vietnamese(number: int) -> list[str]:
    thousands, rest = divmod(number, 1000)
    words = [*_vietnamese_group(thousands, full=False), "nghìn"] if thousands else []
    return words + _vietnamese_group(rest, full=bool(thousands))


def _vietnamese_group(number: int, *, full: bool) -> list[str]:
    """Spell up to three digits; after a thousand the hundreds are said even when there are none."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    if not number:
        return []
    words = [_VI[hundreds], "trăm"] if hundreds or full else []
    if tens > 1:
        return [*words, _VI[tens], "mươi", *_vietnamese_ones(ones, {1: "mốt", 4: "tư", 5: "lăm"})]
    if tens:
        return [*words, "mười", *_vietnamese_ones(ones, {5: "lăm"})]
    return words + (["linh"] if words and ones else []) + _vietnamese_ones(ones, {})


def _vietnamese_ones(ones: int, changed: dict[int, str]) -> list[str]:
    return [changed.get(ones, _VI[ones])] if ones else []


def _russian(number: int) -> list[str]:
    thousands, rest = divmod(number, 1000)
    if not thousands:
        return _russian_group(rest)
    group = _russian_group(thousands)
    last = thousands % 100 if thousands % 100 < 20 else thousands % 10
    counted = _RU_THOUSANDS[last] if last < len(_RU_THOUSANDS) else _RU_THOUSANDS[0]
    return [*group[:-1], _RU_FEMININE.get(group[-1], group[-1]), counted, *_russian_group(rest)]


def _russian_group(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10) if rest >= 20 else (0, rest)
    return [word for word in (_RU_HUNDREDS[hundreds], _RU_TENS[tens], _RU_ONES[ones]) if word]


def _english(number: int) -> list[str]:
    thousands, rest = divmod(number, 1000)
    return ([*_english_group(thousands), "thousand"] if thousands else []) + _english_group(rest)


def _english_group(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10) if rest >= 20 else (0, rest)
    words = [_EN_ONES[hundreds], "hundred"] if hundreds else []
    return words + [word for word in ("-".join(filter(None, (_EN_TENS[tens], _EN_ONES[ones]))),) if word]
