"""The live check under a total: Tổng 2.999,4 = Lô 09-1: 2.865,0 + Lô 09-3/12: 134,4. Khớp."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tongket.figures import Amount, measure_of, total
from tongket.organisation import name_on
from tongket.plan import Indicator, TargetKey, TotalCheck, totals_checked
from tongket.server.web.names import end_of
from tongket.server.web.plan.fields import field_of, taker_of
from tongket.server.web.plan.figures import amount_said, number_said
from tongket.words import Language, Text
from tongket.yearbook import Year

_MAKES: Final = Text(
    "Tổng {total} = {parts}. Khớp.", "Итог {total} = {parts}. Сходится.", "Total {total} = {parts}. Agrees."
)
_DIFFERS: Final = Text(
    "Tổng {total}, các phần {parts}. Chênh {gap} {measure}: chọn nơi nhận phần chênh.",
    "Итог {total}, части {parts}. Расхождение {gap} {measure}: выберите, куда его отнести.",
    "Total {total}, parts {parts}. They differ by {gap} {measure}: choose what takes the difference.",
)
_UNITS_MAKE: Final = Text(
    "Các đơn vị trực thuộc: {parts} = {total}. Khớp.",
    "Входящие организации: {parts} = {total}. Сходится.",
    "Org units below: {parts} = {total}. Agrees.",
)
_UNITS_DIFFER: Final = Text(
    "Các đơn vị trực thuộc: {parts} = {sum}. Chênh {gap} {measure}; kiểm tra nếu không do cấp trên giữ.",
    "Входящие организации: {parts} = {sum}. Расхождение {gap} {measure}; проверьте, если его не оставила вышестоящая.",
    "Org units below: {parts} = {sum}. They differ by {gap} {measure}; check it unless the unit above keeps it.",
)
_RESIDUE: Final = Text("phần chênh đã nêu: {number}", "указанный остаток: {number}", "stated residue: {number}")
_MANY: Final = Text("{count} phần, cộng {sum}", "частей: {count}, сумма {sum}", "{count} parts, sum {sum}")
_FEW: Final = 6


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line under a total, whether it agrees, and which parts could take the difference."""

    field: str
    sentence: str
    agrees: bool
    of_units: bool = False
    takers: tuple[tuple[str, str], ...] = ()


def check_lines(year: Year, line: str, version: str, language: Language) -> Mapping[TargetKey, tuple[CheckLine, ...]]:
    """Return the lines under the totals of a version, by the total they stand under."""
    speaker = _Speaker(year, language)
    found: dict[TargetKey, list[CheckLine]] = {}
    for check in totals_checked(year.plan, year.organisation, line, version):
        found.setdefault(check.whole, []).append(speaker.line(check))
    return {key: tuple(lines) for key, lines in found.items()}


class _Speaker:
    """Says checks of one year in one language."""

    def __init__(self, year: Year, language: Language) -> None:
        self.year, self.language = year, language
        self.indicators = {one.code: one for one in year.plan.indicators}
        self.breakdowns = {one.code: one.name for one in year.plan.breakdowns}

    def line(self, check: TotalCheck) -> CheckLine:
        indicator = self.indicators[check.whole[1]]
        added = total(amount for _, amount in check.parts)
        values = {
            "total": amount_said(check.total, indicator, self.language),
            "sum": amount_said(added, indicator, self.language),
            "parts": self._parts(check, indicator, added),
            "gap": number_said(abs(check.gap), indicator.digits, self.language),
            "measure": measure_of(indicator.measure).label.to(self.language),
        }
        if check.of_units:
            sentence = _UNITS_DIFFER if check.gap else _UNITS_MAKE
        else:
            sentence = _DIFFERS if check.gap else _MAKES
        takers = () if check.of_units or not check.gap else self._takers(check)
        return CheckLine(
            taker_of(check.whole), sentence.to(self.language).format(**values), not check.gap, check.of_units, takers
        )

    def _parts(self, check: TotalCheck, indicator: Indicator, added: Amount) -> str:
        if len(check.parts) > _FEW:
            said = [
                _MANY.to(self.language).format(count=len(check.parts), sum=amount_said(added, indicator, self.language))
            ]
        else:
            said = [f"{self._called(key)}: {amount_said(one, indicator, self.language)}" for key, one in check.parts]
        if check.residue:
            residue = number_said(check.residue, indicator.digits, self.language)
            said.append(_RESIDUE.to(self.language).format(number=residue))
        return " + ".join(said)

    def _takers(self, check: TotalCheck) -> tuple[tuple[str, str], ...]:
        return tuple((field_of(key), self._called(key)) for key, amount in check.parts if amount.is_exact)

    def _called(self, key: TargetKey) -> str:
        if key[2]:
            return self.breakdowns.get(key[2], Text(key[2])).to(self.language)
        return name_on(self.year.organisation, key[0], end_of(self.year)).to(self.language)
