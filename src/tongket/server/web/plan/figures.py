"""Amounts of the plan as people read and type them: 2.999,4 · 3,00–4,50 · trên 3.000 · không giao · Quý II/2023."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tongket.figures import Amount, converted, measure_of
from tongket.figures.measures import DATE
from tongket.plan import Indicator, Target, TargetState
from tongket.words import Ambiguous, Language, NotANumber, Text, read_number, short_date, written
from tongket.year import Period
from tongket.yearbook.by_hand import from_hand
from tongket.yearbook.choices import CHOICES
from tongket.yearbook.values import ValueKind, plain, read_dated_amount, written_dated_amount

_ABOVE: Final = Text("trên", "более", "above")
_BELOW: Final = Text("dưới", "менее", "below")
_QUARTER: Final = Text("Quý {number}/{year}", "{number} кв. {year}", "Q{number} {year}")
_MONTH: Final = Text("tháng {number:02}/{year}", "{number:02}.{year}", "{number:02}/{year}")
_PART: Final = Text("{number} tháng/{year}", "{number} мес. {year}", "{number} months of {year}")
_ROMAN: Final = ("I", "II", "III", "IV")
_TWO_READINGS: Final = Text(
    "“{text}” đọc được hai cách: {first} hoặc {second}. Ghi không có dấu phân nhóm.",
    "«{text}» читается двояко: {first} или {second}. Введите без разделителя групп.",
    "“{text}” can be read as {first} or as {second}. Type it without grouping.",
)
_NOT_READ: Final = Text(
    "Không đọc được “{text}”. Ghi số, khoảng (3,00–4,50), “trên 3000”, “không giao” hoặc “chưa đến hạn”.",
    "«{text}» не читается. Введите число, диапазон (3,00–4,50), «более 3000», «не установлено» или «срок не наступил».",
    "“{text}” cannot be read. Type a number, a range (3.00–4.50), “above 3000”, “not assigned” or “not due”.",
)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into a cell: an amount, or that none is assigned; or the sentence that says why it is neither."""

    amount: Amount | None = None
    state: TargetState = TargetState.ASSIGNED
    wrong: Text | None = None


def amount_said(amount: Amount, indicator: Indicator | None, language: Language) -> str:
    """Write an amount in the indicator's decimals where it has no more of them."""
    if indicator and measure_of(indicator.measure) is DATE:
        return period_said_of_days(amount, language)
    digits = indicator.digits if indicator else None
    low, high = (None if end is None else number_said(end, digits, language) for end in (amount.low, amount.high))
    if low is None:
        return f"{_BELOW.to(language)} {high}"
    if high is None:
        return f"{_ABOVE.to(language)} {low}"
    return low if amount.is_exact else f"{low}–{high}"


def number_said(number: Decimal, digits: int | None, language: Language) -> str:
    """Write a number in some decimals, or in all of its own where it has more."""
    own = max(-int(number.normalize().as_tuple().exponent), 0)
    return written(number, language, None if digits is None else max(digits, own))


def target_said(target: Target | None, indicator: Indicator | None, language: Language) -> str:
    """Write what a target gives: its amount in the indicator's measure, or that it is not assigned or not due."""
    if target is None:
        return ""
    if target.amount is None or target.state is not TargetState.ASSIGNED:
        state = CHOICES[TargetState][target.state].to(language)
        return state.lower() if target.amount is None else f"{_amount(target, indicator, language)} ({state.lower()})"
    return _amount(target, indicator, language)


def _amount(target: Target, indicator: Indicator | None, language: Language) -> str:
    return amount_said(in_measure(target.amount, target.measure, indicator), indicator, language)


def in_measure(amount: Amount | None, measure: str, indicator: Indicator | None) -> Amount:
    """Return an amount in the indicator's measure; as it is where the two differ by more than scale."""
    assert amount is not None
    if indicator is None or measure in ("", indicator.measure):
        return amount
    own, wanted = measure_of(measure), measure_of(indicator.measure)
    if own.dimension != wanted.dimension:
        return amount
    return amount.mapped(lambda number: converted(number, own, wanted))


def period_said_of_days(amount: Amount, language: Language) -> str:
    """Write an amount of days as the day or period it is."""
    text = written_dated_amount(amount)
    if text[:1] in {"<", ">"}:
        word = _BELOW if text[0] == "<" else _ABOVE
        return f"{word.to(language)} {period_said(Period.parse(text[1:]), language)}"
    return "–".join(period_said(Period.parse(end), language) for end in text.split(".."))


def period_said(period: Period, language: Language) -> str:
    """Write a period: 05/12/2022, tháng 12/2022, Quý IV/2021, 6 tháng/2022, 2022."""
    code = str(period)
    year, _, part = code.partition("-")
    if not part:
        return year
    if part.startswith("Q"):
        number = _ROMAN[period.number - 1] if language != "en" else str(period.number)
        return _QUARTER.to(language).format(number=number, year=year)
    if part == "9M" or part.startswith("H"):
        return _PART.to(language).format(number=9 if part == "9M" else 6, year=year) if part != "H2" else code
    if len(part) == len("12"):
        return _MONTH.to(language).format(number=int(part), year=year)
    return short_date(period.first, language)


def typed_text(target: Target | None, indicator: Indicator, language: Language) -> str:
    """Return what stands in the cell in which a target is typed: without grouping, so that it reads one way only."""
    if target is None:
        return ""
    if target.amount is None:
        return CHOICES[TargetState][target.state].to(language).lower()
    amount = in_measure(target.amount, target.measure, indicator)
    if measure_of(indicator.measure) is DATE:
        return period_said_of_days(amount, language)
    mark = "." if language == "en" else ","
    low, high = (None if end is None else plain(end).replace(".", mark) for end in (amount.low, amount.high))
    if low is None or high is None:
        return f"{_BELOW.to(language)} {high}" if low is None else f"{_ABOVE.to(language)} {low}"
    return low if amount.is_exact else f"{low}–{high}"


def read_typed(text: str, indicator: Indicator, language: Language) -> Typed:
    """Read what was typed into a cell; nothing is guessed."""
    for state in (TargetState.NOT_ASSIGNED, TargetState.NOT_DUE):
        if text.lower() in {CHOICES[TargetState][state].to(one).lower() for one in ("vi", "ru", "en")}:
            return Typed(None, state)
    try:
        if measure_of(indicator.measure) is DATE:
            exact, _ = from_hand(text.replace("–", ".."), ValueKind.DATED_AMOUNT, None, None)
            return Typed(read_dated_amount(exact))
        return Typed(_read_amount(text, language))
    except _TwoReadings as two:
        return Typed(wrong=_said(_TWO_READINGS, text, *(written(one, language) for one in two.readings)))
    except (ValueError, NotANumber):
        return Typed(wrong=_said(_NOT_READ, text))


class _TwoReadings(Exception):
    def __init__(self, readings: tuple[Decimal, Decimal]) -> None:
        super().__init__()
        self.readings = readings


def _read_amount(text: str, language: Language) -> Amount:
    for word, is_low in ((_ABOVE.to(language), True), (">", True), (_BELOW.to(language), False), ("<", False)):
        if text.lower().startswith(word):
            number = _read(text[len(word) :], language)
            return Amount(number, None) if is_low else Amount(None, number)
    low, dash, high = text.replace("..", "–").partition("–")
    return Amount(_read(low, language), _read(high, language)) if dash else Amount.of(_read(low, language))


def _read(text: str, language: Language) -> Decimal:
    number = read_number(text, language)
    if isinstance(number, Ambiguous):
        raise _TwoReadings(number.readings)
    return number


def _said(sentence: Text, text: str, first: str = "", second: str = "") -> Text:
    return Text(
        *(sentence.to(one).format(text=text, first=first, second=second) for one in ("vi", "ru", "en")),
    )
