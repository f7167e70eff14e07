"""Phân bổ từ tổng: a total divided among its parts or the org units below, by shares, by a key or as last year.

Nothing of the last digit is lost; where it went is said beside the part that took it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from tongket.figures.ratio import Exact, rounded
from tongket.organisation import name_on, parts_on
from tongket.plan import CannotAllocate, Indicator, Plan, ShareBook, TargetKey, allocate, amount_in, targets_at
from tongket.server.web.names import end_of
from tongket.server.web.plan.fields import field_of, key_in
from tongket.server.web.plan.figures import amount_said, in_measure, number_said
from tongket.server.web.plan.grid import last_year_of
from tongket.words import Language, Refused, Text
from tongket.yearbook import Year


class Method(StrEnum):
    """By what a total is divided."""

    LAST_YEAR = "last_year"
    STANDING = "standing"
    KEY = "key"
    SHARE = "share"


METHODS: Final[Mapping[Method, Text]] = {
    Method.LAST_YEAR: Text("Theo thực hiện năm trước", "По факту прошлого года", "As last year's figures"),
    Method.STANDING: Text("Theo tỷ trọng kế hoạch đang ghi", "По текущим плановым числам", "As the targets that stand"),
    Method.KEY: Text("Theo một chỉ tiêu khác", "По другому показателю", "By another indicator's targets"),
    Method.SHARE: Text("Theo tỷ lệ tham gia", "По долям участия", "By participating shares"),
}
_NO_TOTAL: Final = Text("Chọn dòng tổng cần phân bổ.", "Выберите итог.", "Choose the total to divide.")
_NOT_EXACT: Final = Text(
    "Dòng tổng này là khoảng hoặc chưa có số nên không phân bổ được.",
    "Этот итог — диапазон или не задан, распределить его нельзя.",
    "This total is a range or has no number, so it cannot be divided.",
)
_NO_PARTS: Final = Text(
    "Không có phần hay đơn vị trực thuộc nào để nhận.",
    "Нет ни частей, ни входящих организаций.",
    "There is no part and no org unit below to receive it.",
)
_NO_WEIGHT: Final = Text(
    "Thiếu số để chia cho: {parts}. Chọn cách chia khác hoặc bổ sung số.",
    "Нет числа для: {parts}. Выберите другой способ или дополните данные.",
    "There is no number for: {parts}. Choose another way or add the numbers.",
)
_NO_SHARES: Final = Text(
    "Phần này chưa khai tỷ lệ tham gia cho cả kỳ.",
    "Доли участия этой части на весь период не указаны.",
    "No participating shares are stated for this part over the whole period.",
)
_CANNOT: Final = Text(
    "Không chia được theo cách này: các số dùng để chia bằng 0, mang dấu âm, hoặc tổng có nhiều số lẻ hơn chỉ tiêu.",
    "Так распределить нельзя: веса равны нулю или отрицательны, либо у итога больше знаков, чем у показателя.",
    "It cannot be divided so: the weights are zero or negative, or the total has more decimals than the indicator.",
)


@dataclass(frozen=True, slots=True)
class Received:
    """What one part would get: exactly, after rounding, and what of the last digit it took or gave."""

    key: TargetKey
    field: str
    name: str
    exactly: str
    value: Decimal
    said: str
    adjusted: str


@dataclass(frozen=True, slots=True)
class Division:
    """A total and what its parts would get; `residue` is what rounding each alone would miss, nothing where none."""

    total: str
    parts: tuple[Received, ...]
    residue: str


def totals_of(year: Year, line: str, version: str, language: Language) -> tuple[tuple[str, str], ...]:
    """Return the rows of a version that can be divided, as the choice names them."""
    indicators = {one.code: one for one in year.plan.indicators}
    parts = {one.code: one.name for one in year.plan.breakdowns}
    found: list[tuple[str, str]] = []
    for key, target in targets_at(year.plan, line, version).items():
        indicator = indicators.get(key[1])
        if indicator and target.amount and target.amount.is_exact:
            org_unit = name_on(year.organisation, key[0], end_of(year)).to(language)
            said = amount_said(in_measure(target.amount, target.measure, indicator), indicator, language)
            part = f", {parts.get(key[2], Text(key[2])).to(language)}" if key[2] else ""
            found.append((field_of(key), f"{indicator.name.to(language)}, {org_unit}{part}: {said}"))
    return tuple(found)


def divided(year: Year, line: str, version: str, given: Mapping[str, str], language: Language) -> Division:
    """Divide a total as it was asked for. Raises Refused with what is missing."""
    whole = key_in(given.get("total", ""))
    indicator = next((one for one in year.plan.indicators if whole and one.code == whole[1]), None)
    if whole is None or indicator is None:
        raise Refused(_NO_TOTAL)
    target = targets_at(year.plan, line, version).get(whole)
    amount = amount_in(target, indicator) if target else None
    if amount is None or not amount.is_exact:
        raise Refused(_NOT_EXACT)
    weights = _Weights(year, line, version, whole, indicator, language).by(given)
    own = -int(amount.exact.normalize().as_tuple().exponent)
    digits = max(indicator.digits, own)
    named = {field_of(key): weight for key, weight in weights.items()}
    receiver = given.get("residue_to") or None
    try:
        allocation = allocate(amount.exact, named, digits, residue_to=receiver if receiver in named else None)
    except CannotAllocate:
        raise Refused(_CANNOT) from None
    names = {field_of(key): _named(year, key, whole, language) for key in weights}
    keys = {field_of(key): key for key in weights}
    parts = tuple(
        Received(
            keys[one.code],
            one.code,
            names[one.code],
            number_said(rounded(one.exactly, digits + 3), None, language),
            one.value,
            number_said(one.value, digits, language),
            _signed(one.adjusted, digits, language),
        )
        for one in allocation.parts
    )
    return Division(number_said(amount.exact, digits, language), parts, _signed(allocation.residue, digits, language))


class _Weights:
    """By what one total is divided."""

    def __init__(
        self, year: Year, line: str, version: str, whole: TargetKey, indicator: Indicator, language: Language
    ) -> None:
        self.year, self.whole, self.indicator, self.language = year, whole, indicator, language
        self.standing = targets_at(year.plan, line, version)

    def by(self, given: Mapping[str, str]) -> dict[TargetKey, Exact]:
        """Return the weights of the way asked for. Raises Refused where one is missing."""
        method = given.get("method", "")
        if method == Method.SHARE:
            return self._shares(self.year.plan)
        receivers = self._receivers(given.get("among", ""))
        found: dict[TargetKey, Exact | None] = {}
        for key in receivers:
            found[key] = self._last_year(key) if method == Method.LAST_YEAR else self._planned(key, given)
        missing = [_named(self.year, key, self.whole, self.language) for key, weight in found.items() if weight is None]
        if missing:
            raise Refused(_NO_WEIGHT.fill(parts=", ".join(missing)))
        return {key: weight for key, weight in found.items() if weight is not None}

    def _receivers(self, among: str) -> list[TargetKey]:
        org_unit, indicator, breakdown, period = self.whole
        stated = [key for key in self.standing if key[:2] == (org_unit, indicator) and key[3] == period and key[2]]
        parts = [] if breakdown else stated
        below = parts_on(self.year.organisation, org_unit, period.last)
        units: list[TargetKey] = [(code, indicator, breakdown, period) for code in below]
        wanted = units if among == "units" or not parts else parts
        if not wanted:
            raise Refused(_NO_PARTS)
        return wanted

    def _last_year(self, key: TargetKey) -> Exact | None:
        figure = last_year_of(self.year).get((key[0], key[1], key[2]))
        if figure is None:
            return None
        amount = in_measure(figure.amount, figure.measure, self.indicator)
        return amount.exact if amount.is_exact else None

    def _planned(self, key: TargetKey, given: Mapping[str, str]) -> Exact | None:
        code = given.get("key", "") if given.get("method") == Method.KEY else key[1]
        target = self.standing.get((key[0], code, key[2], key[3]))
        indicator = next((one for one in self.year.plan.indicators if one.code == code), None)
        amount = amount_in(target, indicator) if target else None
        return amount.exact if amount and amount.is_exact else None

    def _shares(self, plan: Plan) -> dict[TargetKey, Exact]:
        _, indicator, breakdown, period = self.whole
        held = ShareBook(plan.shares).key(breakdown, period) if breakdown else None
        if held is None or not held.holders or held.unheld:
            raise Refused(_NO_SHARES)
        return {
            (holder, indicator, breakdown, period): weight
            for holder, weight in zip(held.holders, held.weights, strict=True)
        }


def _named(year: Year, key: TargetKey, whole: TargetKey, language: Language) -> str:
    if key[0] == whole[0] and key[2]:
        return next((one.name.to(language) for one in year.plan.breakdowns if one.code == key[2]), key[2])
    return name_on(year.organisation, key[0], end_of(year)).to(language)


def _signed(number: Decimal, digits: int, language: Language) -> str:
    if not number:
        return ""
    return ("+" if number > 0 else "") + number_said(number, digits, language)
