"""Chỉ tiêu: what is measured this year, in which measure, which way is good, and how org units' figures add up."""

from dataclasses import dataclass

from tongket.figures import measure_of
from tongket.plan import Aggregation, Direction, Indicator, IndicatorGroup, Plan
from tongket.words import Language, normalised
from tongket.yearbook.choices import CHOICES


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator as the table shows it: its name in the page's language, then in the other two."""

    code: str
    name: str
    other_names: tuple[tuple[str, str], ...]
    measure: str
    direction: str
    aggregation: str
    part: str


def indicator_rows(plan: Plan, group: str, sought: str, language: Language) -> tuple[IndicatorRow, ...]:
    """Return the indicators of a part of the dossier ("" for all) whose code or name, in any language, holds a text."""
    wanted = normalised(sought).lower()
    return tuple(
        _row(one, language) for one in plan.indicators if group in {"", one.group.value} and _holds(one, wanted)
    )


def groups_of(plan: Plan, language: Language) -> tuple[tuple[str, str], ...]:
    """Return the parts of the dossier that have indicators; one without any is not named."""
    used = {one.group for one in plan.indicators}
    return tuple((one.value, CHOICES[IndicatorGroup][one].to(language)) for one in IndicatorGroup if one in used)


def _holds(indicator: Indicator, wanted: str) -> bool:
    told = (indicator.code, indicator.name.vi, indicator.name.ru, indicator.name.en)
    return any(wanted in normalised(text).lower() for text in told)


def _row(one: Indicator, language: Language) -> IndicatorRow:
    names = {"vi": one.name.vi, "ru": one.name.ru, "en": one.name.en}
    aggregation = CHOICES[Aggregation][one.aggregation].to(language)
    by = {Aggregation.WEIGHTED: one.weight or "", Aggregation.FORMULA: f"{one.numerator} / {one.denominator}"}
    return IndicatorRow(
        one.code,
        one.name.to(language),
        tuple((code, name) for code, name in names.items() if code != language and name),
        measure_of(one.measure).label.to(language),
        CHOICES[Direction][one.direction].to(language),
        f"{aggregation} ({by[one.aggregation]})" if one.aggregation in by else aggregation,
        CHOICES[IndicatorGroup][one.group].to(language),
    )
