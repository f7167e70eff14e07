"""A small invented year, built in code, and a plain way to add it up: the engine's second opinion in the tests."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from tongket.dossier import Filing, ReportedFigure, StatedAbsence
from tongket.figures import Amount, Kind
from tongket.organisation import Organisation, OrgUnit, OrgUnitKind, Parent
from tongket.plan import (
    Aggregation,
    Breakdown,
    Direction,
    Indicator,
    Plan,
    PlanLine,
    PlanVersion,
    Share,
    Target,
    TargetState,
    VersionKind,
)
from tongket.results import Comparison, Results
from tongket.results.assembly import SumRow
from tongket.results.review import Question, conclude, prepare
from tongket.results.rollup import Additions, FactRow
from tongket.words import Text
from tongket.year import Period

YEAR = 2022
END = dt.date(YEAR, 12, 31)


def organisation(*pairs: tuple[str, str], extra: Iterable[str] = (), residual: str = "") -> Organisation:
    """Org units of (part, whole) pairs, first met first."""
    codes = dict.fromkeys([*(code for part, whole in pairs for code in (whole, part)), *extra])
    units = (OrgUnit(c, Text(c), OrgUnitKind.RESIDUAL if c == residual else OrgUnitKind.COMPANY) for c in codes)
    return Organisation(tuple(units), parents=tuple(Parent(part, whole) for part, whole in pairs))


def indicator(code: str, **fields: object) -> Indicator:
    """An indicator in thousand tonnes unless told otherwise."""
    return Indicator(**{"code": code, "name": Text(code), "measure": "kt", "digits": 1, **fields})  # type: ignore[arg-type]


def plan(
    indicators: Iterable[Indicator], targets: Iterable[Target] = (), *, parts: Iterable[str] = (),
    shares: Iterable[Share] = (), lines: Iterable[str] = ("council",), versions: Iterable[str] = ("v1",),
    **more: object,
) -> Plan:  # fmt: skip
    """A plan whose first line counts; every version is assigned, in the order given."""
    names = tuple(lines)
    return Plan(
        tuple(indicators),
        tuple(Breakdown(part, Text(part)) for part in parts),
        tuple(PlanLine(line, Text(line), counts=line == names[0]) for line in names),
        tuple(PlanVersion(line, version, VersionKind.ASSIGNED) for line in names for version in versions),
        targets=tuple(targets),
        shares=tuple(shares),
        **more,  # type: ignore[arg-type]
    )


def target(unit: str, code: str, value: str | None, **fields: object) -> Target:
    """A target of the year on the counting line; no value means not assigned."""
    state = TargetState.ASSIGNED if value is not None else TargetState.NOT_ASSIGNED
    amount = Amount.parse(value) if value is not None else None
    base = {"line": "council", "version": "v1", "period": Period.of_year(YEAR), "amount": amount, "state": state}
    return Target(org_unit=unit, indicator=code, **{**base, **fields})  # type: ignore[arg-type]


def reported(
    unit: str, code: str, value: str, period: str = str(YEAR), kind: str = "actual", **fields: object
) -> ReportedFigure:
    """A reported figure, final unless told otherwise."""
    return ReportedFigure(unit, code, Period.parse(period), Kind(kind), Amount.parse(value), **fields)  # type: ignore[arg-type]


def months(unit: str, code: str, values: Iterable[str], year: int = YEAR, **fields: object) -> list[ReportedFigure]:
    """One reported figure for each month from January on."""
    return [reported(unit, code, value, f"{year}-{m:02}", **fields) for m, value in enumerate(values, start=1)]


def review(
    of: Organisation, promised: Plan, figures: Iterable[ReportedFigure], *, basis: Kind = Kind.ACTUAL,
    filings: Iterable[Filing] = (), cut_off: dt.date = END, absences: Iterable[StatedAbsence] = (),
) -> Results:  # fmt: skip
    """Review the year with the plain adder."""
    asked = Question(YEAR, of, promised, tuple(figures), tuple(filings), {}, basis, cut_off, tuple(absences))
    prepared = prepare(asked)
    return conclude(prepared, added_up_plainly(prepared.additions))


def added_up_plainly(additions: Additions) -> list[SumRow]:
    """Add up along the tree one row at a time, with nothing clever: what the engine must equal."""
    above = defaultdict(set)
    for ancestor, unit, first, _ in additions.closure:
        above[unit, first].add(ancestor)
    groups: defaultdict[tuple[int, int, int, int], dict[tuple[int, int], FactRow]] = defaultdict(dict)
    for rows, alone in ((additions.along_tree, False), (additions.alone, True)):
        for row in rows:
            unit, item, part, period, series, version = row[:6]
            for ancestor in {unit} if alone else above[unit, period]:
                latest = groups[ancestor, item, period, series].setdefault((unit, part), row)
                if version > latest[5]:
                    groups[ancestor, item, period, series][unit, part] = row
    return [
        (*key, _sum(row[6] for row in rows.values()), _sum(row[7] for row in rows.values()), len(rows))
        for key, rows in groups.items()
    ]


def _sum(ends: Iterable[int | None]) -> int | None:
    total = 0
    for end in ends:
        if end is None:
            return None
        total += end
    return total


def value(results: Results, address: str) -> Decimal:
    """The exact number at an address."""
    return results.figures[address].amount.exact


def codes(results: Results) -> list[str]:
    """The codes of everything that was found."""
    return [finding.code for finding in results.findings]


def row(results: Results, unit: str, code: str = "OIL", part: str | None = None, line: str = "council") -> Comparison:
    """The year's row of an indicator of an org unit against a plan line."""
    wanted = (unit, code, part, Period.of_year(YEAR), line)
    return next(
        r for r in results.comparisons if (r.org_unit, r.indicator, r.breakdown, r.period, r.plan_line) == wanted
    )


GROUP = organisation(("A", "G"), ("B", "G"), ("A1", "A"), ("A2", "A"))
OIL = indicator("OIL")

__all__ = [
    "END", "GROUP", "OIL", "YEAR", "Aggregation", "Direction", "added_up_plainly", "codes", "indicator", "months",
    "organisation", "plan", "reported", "review", "row", "target", "value",
]  # fmt: skip
