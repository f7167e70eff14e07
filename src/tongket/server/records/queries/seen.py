"""The year as somebody may see it: for who has no right to Party pages, nothing of the Party is in it.

Not greyed out, not counted, not exported: absent. Pages, exports and papers all take their year from here.
"""

import functools
from dataclasses import replace

from tongket.dossier import Dossier
from tongket.plan import IndicatorGroup, Plan
from tongket.server.records.models import YearBook
from tongket.server.records.queries.books import typed_year, year_with_dossiers
from tongket.yearbook import Year


def year_seen(book: YearBook, *, party: bool, with_dossiers: bool = True) -> Year:
    """Return the year with its dossiers as it exists for somebody with or without the right to Party pages."""
    year = year_with_dossiers(book) if with_dossiers else typed_year(book)
    return year if party else without_party(year)


def without_party(year: Year) -> Year:
    """Take out of a year every indicator of the Party with all that names it."""
    party = party_codes(year.plan)
    return replace(
        year,
        plan=_plan_without(year.plan, party),
        figures=tuple(one for one in year.figures if one.indicator not in party),
        dossiers=tuple(dossier_without(one, party) for one in year.dossiers),
    )


def party_codes(plan: Plan) -> frozenset[str]:
    """Return the indicators that belong to the Party's part of the dossier."""
    return frozenset(one.code for one in plan.indicators if one.group is IndicatorGroup.PARTY)


def dossier_without(dossier: Dossier, party: frozenset[str]) -> Dossier:
    """Take out of a dossier what speaks of Party indicators, its findings included."""
    from tongket.dossier.form import PART_CODES, SHEETS

    code = PART_CODES[IndicatorGroup.PARTY]
    return replace(
        dossier,
        parts=tuple(part for part in dossier.parts if part != code),
        figures=tuple(one for one in dossier.figures if one.indicator not in party),
        absences=tuple(one for one in dossier.absences if one.indicator not in party),
        evidence=tuple(one for one in dossier.evidence if one.indicator.split("/")[0] not in party),
        findings=tuple(
            one
            for one in dossier.findings
            if one.place.sheet != SHEETS[code] and not party.intersection(_named(dict(one.values)))
        ),
    )


def _named(values: dict[str, object]) -> set[str]:
    return {str(value).split("/")[0] for value in values.values()}


@functools.lru_cache(maxsize=16)
def _plan_without(plan: Plan, party: frozenset[str]) -> Plan:
    return replace(
        plan,
        indicators=tuple(one for one in plan.indicators if one.code not in party),
        targets=tuple(one for one in plan.targets if one.indicator not in party),
        assumptions=tuple(one for one in plan.assumptions if one.applies_to not in party),
        factors=tuple(one for one in plan.factors if one.indicator not in party),
        components=tuple(one for one in plan.components if one.indicator not in party and one.part not in party),
    )
