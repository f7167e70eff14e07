"""Turns the plan into the report form of an org unit: which indicators it is asked for, in which part and order.

What the unit was given on the line that counts is asked for; so is what it reported last year and nobody set this year.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from tongket.dossier.facts import Absence, ReportedFigure
from tongket.dossier.form import (
    EVIDENCE_PART,
    NARRATIVE_PART,
    PART_CODES,
    SHEETS,
    FormPart,
    FormRow,
    FormStage,
    ReportForm,
)
from tongket.dossier.form_words import OF_WHICH, PART_TITLES
from tongket.dossier.wording import period_text
from tongket.figures import Amount, Kind, total
from tongket.organisation import Organisation, name_on, unit_of
from tongket.plan import (
    Direction,
    Indicator,
    NoFactor,
    Plan,
    PlanLine,
    Target,
    TargetState,
    converted_by,
    latest_version,
    targets_in_force,
)
from tongket.words import Refused, Text, in_each_language
from tongket.year import Period

_Key = tuple[str, str | None]
"""What a row is about: an indicator, and one part of it or None for the whole."""

_STATES: Final = {TargetState.NOT_ASSIGNED: Absence.NOT_ASSIGNED, TargetState.NOT_DUE: Absence.NOT_DUE}
_UNKNOWN_UNIT: Final = Text(
    "Sổ năm không có đơn vị ‘{code}’. Các đơn vị cấp được biểu mẫu: {known}.",
    "В папке года нет организации ‘{code}’. Форму можно выдать: {known}.",
    "The year folder knows no org unit ‘{code}’. A form can be issued to: {known}.",
)
_NO_LINE: Final = Text(
    "Sổ năm chưa nêu tuyến kế hoạch dùng để tính tỷ lệ, hoặc tuyến đó chưa có bản được giao; chưa cấp được biểu mẫu.",
    "В папке года нет линии плана для расчёта процентов или у неё нет утверждённой версии; форму выдать нельзя.",
    "The year folder names no plan line that counts, or none of its versions is in force; no form can be issued.",
)
_NO_TARGETS: Final = Text(
    "Đơn vị {name} ({code}) chưa được giao chỉ tiêu nào của kỳ {period} theo ‘{line}’; chưa cấp được biểu mẫu.",
    "{name} ({code}): на период {period} по линии ‘{line}’ нет ни одного задания; форму выдать нельзя.",
    "{name} ({code}) was given no target for {period} on ‘{line}’; no form can be issued.",
)
_UNKNOWN_PART: Final = Text(
    "Biểu mẫu không có phần ‘{code}’. Các phần: {known}.",
    "В форме нет части ‘{code}’. Части: {known}.",
    "The form has no part ‘{code}’. Its parts: {known}.",
)
_NONE: Final = Text("chưa có", "нет", "none")


@dataclass(frozen=True, slots=True)
class FormRequest:
    """For whom and for what a form is issued. `parts` are the codes asked for by name; none means the whole dossier."""

    org_unit: str
    period: Period
    stage: FormStage = FormStage.ESTIMATE
    cut_off: dt.date | None = None
    parts: tuple[str, ...] = ()
    due: dt.date | None = None
    contact: str = ""
    illustrative: bool = False


def form_for(
    organisation: Organisation, plan: Plan, figures: Iterable[ReportedFigure], wanted: FormRequest
) -> ReportForm:
    """Return the form of an org unit for a period.

    Raises Refused when the unit, a part or the line that counts is unknown, when the unit has no target there for the
    period, and when a figure stands in a measure that no factor in force leads from.
    """
    line, version = _counting(plan)
    unit = unit_of(organisation, wanted.org_unit)
    if unit is None:
        known = ", ".join(units_asked(organisation, plan, wanted.period)) or _NONE.vi
        raise Refused(_UNKNOWN_UNIT.fill(code=wanted.org_unit, known=known))
    name = name_on(organisation, unit.code, wanted.period.last)
    targets = _targets_of(plan, line, wanted)
    if not targets:
        period = period_text(wanted.period)
        raise Refused(_NO_TARGETS.fill(name=name, code=unit.code, line=line.name, period=period))
    rows = tuple(_rows(plan, targets, _last_year(plan, figures, wanted)))
    return ReportForm(
        org_unit=unit.code,
        org_unit_name=name,
        period=wanted.period,
        stage=wanted.stage,
        plan_line=line.code,
        plan_version=version,
        cut_off=wanted.cut_off,
        parts=_parts(plan, rows, wanted.parts),
        illustrative=wanted.illustrative,
        due=wanted.due,
        contact=wanted.contact,
        indicators=tuple(dict.fromkeys(row.indicator for row in rows)),
        plan_name=line.name,
    )


def units_asked(organisation: Organisation, plan: Plan, period: Period) -> tuple[str, ...]:
    """Return the org units that have a target for a period on the line that counts, in the order of the register."""
    line = next((line for line in plan.plan_lines if line.counts), None)
    keys = targets_in_force(plan, line.code) if line else ()
    given = {org_unit for org_unit, _, _, when in keys if when == period}
    return tuple(unit.code for unit in organisation.org_units if unit.code in given)


def _counting(plan: Plan) -> tuple[PlanLine, str]:
    line = next((line for line in plan.plan_lines if line.counts), None)
    version = latest_version(plan, line.code) if line else None
    if line is None or version is None:
        raise Refused(_NO_LINE)
    return line, version.version


def _targets_of(plan: Plan, line: PlanLine, wanted: FormRequest) -> dict[_Key, Target]:
    return {
        (indicator, breakdown): target
        for (org_unit, indicator, breakdown, period), target in targets_in_force(plan, line.code).items()
        if org_unit == wanted.org_unit and period == wanted.period
    }


def _last_year(plan: Plan, figures: Iterable[ReportedFigure], wanted: FormRequest) -> dict[_Key, Amount]:
    """What the unit reported of the same period a year ago, the last revision of each, in the indicator's measure."""
    before = wanted.period.in_year(wanted.period.year - 1)
    asked = {(Kind.ACTUAL, before), (Kind.LAST_YEAR, wanted.period)}
    stated: dict[_Key, ReportedFigure] = {}
    for figure in figures:
        key = (figure.indicator, figure.breakdown)
        if figure.org_unit == wanted.org_unit and (figure.kind, figure.period) in asked:
            stands = stated.get(key)
            if stands is None or stands.revision <= figure.revision:
                stated[key] = figure
    indicators = {indicator.code: indicator for indicator in plan.indicators}
    return {
        key: _in_measure(plan, indicators[figure.indicator], figure, figure.amount)
        for key, figure in stated.items()
        if figure.indicator in indicators
    }


def _in_measure(plan: Plan, indicator: Indicator, stated: ReportedFigure | Target, amount: Amount) -> Amount:
    if stated.measure in ("", indicator.measure):
        return amount
    about, day = {"indicator": indicator.code, "breakdown": stated.breakdown}, stated.period.last
    try:
        return converted_by(plan, amount, stated.measure, indicator.measure, **about, day=day).amount
    except NoFactor as none:
        found = none.finding
        raise Refused(Text(found.sentence("vi"), found.sentence("ru"), found.sentence("en"))) from None


def _rows(plan: Plan, targets: Mapping[_Key, Target], last_year: Mapping[_Key, Amount]) -> Iterator[FormRow]:
    """Every indicator in the plan's order, the whole before its parts."""
    for indicator in plan.indicators:
        whole = _row(plan, indicator, (indicator.code, None), targets, last_year)
        parts = [
            (breakdown.name, row)
            for breakdown in plan.breakdowns
            if (row := _row(plan, indicator, (indicator.code, breakdown.code), targets, last_year))
        ]
        if whole:
            yield replace(whole, sums=_sums(indicator, whole, [row for _, row in parts]))
        for name, row in parts:
            yield replace(row, name=_part_name(name, indicator, below=whole is not None))


def _row(
    plan: Plan, indicator: Indicator, key: _Key, targets: Mapping[_Key, Target], last_year: Mapping[_Key, Amount]
) -> FormRow | None:
    target = targets.get(key)
    if target is None and key not in last_year:
        return None
    state = _STATES.get(target.state) if target else Absence.NOT_ASSIGNED
    planned = target.amount if target and state is not Absence.NOT_ASSIGNED else None
    return FormRow(
        *key,
        indicator.name,
        indicator.measure,
        indicator.digits,
        indicator.direction,
        last_year=last_year.get(key),
        plan=_in_measure(plan, indicator, target, planned) if target and planned is not None else None,
        plan_state=state,
        may_be_negative=indicator.may_be_negative,
        accumulates=indicator.accumulates,
    )


def _part_name(name: Text, indicator: Indicator, *, below: bool) -> Text:
    """Name a part under its whole, or with its indicator where the whole is not asked for."""
    if below:
        return OF_WHICH.fill(part=name)
    return in_each_language(lambda language: f"{indicator.name.to(language)} – {name.to(language)}")


def _sums(indicator: Indicator, whole: FormRow, parts: list[FormRow]) -> int:
    """How many parts must add up to the whole: all of them, where the plan or last year shows that they are all."""
    if not indicator.parts_add_up or indicator.direction is Direction.ON_DATE or not parts:
        return 0
    planned, reported = [whole.plan, *(row.plan for row in parts)], [whole.last_year, *(row.last_year for row in parts)]
    for amounts in (planned, reported):
        known = [amount for amount in amounts if amount is not None and amount.is_exact]
        if len(known) == len(amounts):
            return len(parts) if known[0] == total(known[1:]) else 0
    return 0


def _parts(plan: Plan, rows: tuple[FormRow, ...], asked: tuple[str, ...]) -> tuple[FormPart, ...]:
    for code in asked:
        if code not in SHEETS:
            raise Refused(_UNKNOWN_PART.fill(code=code, known=", ".join(SHEETS)))
    group_of = {indicator.code: PART_CODES[indicator.group] for indicator in plan.indicators}
    by_part = {code: tuple(row for row in rows if group_of[row.indicator] == code) for code in PART_CODES.values()}
    always = (NARRATIVE_PART, EVIDENCE_PART)
    return tuple(
        FormPart(code, PART_TITLES[code], by_part.get(code, ()))
        for code in SHEETS
        if (code in asked if asked else by_part.get(code) or code in always)
    )
