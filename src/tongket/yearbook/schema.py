"""The tables of a year: which fact each row is, where it belongs, and in which file it is written.

A test holds this list equal to the fields of the rooms: a fact without a table could never be typed in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final

from tongket.dossier import Filing, Narrative, ReportedFigure
from tongket.figures import Kind
from tongket.organisation import (
    Grouping,
    GroupingMember,
    Organisation,
    OrgUnit,
    Parent,
    Person,
    Rename,
    Restructuring,
)
from tongket.plan import (
    Assumption,
    Breakdown,
    Component,
    Factor,
    Indicator,
    KeyProject,
    Milestone,
    Plan,
    PlanLine,
    PlanVersion,
    Share,
    Target,
)
from tongket.words import Text
from tongket.yearbook.facts import PaperHead, Recipient, Year, YearHead
from tongket.yearbook.titles import TITLES

SCHEMA: Final = "tongket/1"
REPORTED_KINDS: Final = (Kind.ACTUAL_TO_DATE, Kind.ESTIMATE, Kind.ACTUAL, Kind.LAST_YEAR)
BASIS_KINDS: Final = (Kind.ACTUAL, Kind.ESTIMATE, Kind.ACTUAL_TO_DATE)

Facts = Mapping[str, tuple[Any, ...]]
"""The facts of a year by the name of their table; each table holds facts of one class, named in TABLES."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: `room` names the part of the Year it belongs to, `key` what no two of its rows share."""

    name: str
    fact: type[Any]
    file: str
    room: str = ""
    everyday: bool = False
    single: bool = False
    key: tuple[str, ...] = ()
    choices: Mapping[str, tuple[StrEnum, ...]] = field(default_factory=dict, hash=False)

    @property
    def title(self) -> Text:
        """What the table is called; in Vietnamese, the name of its sheet."""
        return TITLES[self.name][0]

    @property
    def about(self) -> Text:
        """One sentence: what a row is."""
        return TITLES[self.name][1]

    def refers(self, column: str) -> str:
        """Return the table in which the codes of a column are listed, or nothing when it holds no codes."""
        return _LISTED_IN.get(f"{self.name}.{column}") or _LISTED_IN.get(column, "")


TABLES: Final = (
    Table(
        "year",
        YearHead,
        "year.yaml",
        everyday=True,
        single=True,
        choices={"basis": BASIS_KINDS},
    ),
    Table("paper", PaperHead, "year.yaml", everyday=True, single=True),
    Table("recipients", Recipient, "year.yaml"),
    Table("org_units", OrgUnit, "organisation.yaml", "organisation", everyday=True),
    Table(
        "parents",
        Parent,
        "organisation.yaml",
        "organisation",
        everyday=True,
    ),
    Table("renames", Rename, "organisation.yaml", "organisation"),
    Table(
        "restructurings",
        Restructuring,
        "organisation.yaml",
        "organisation",
    ),
    Table("groupings", Grouping, "organisation.yaml", "organisation"),
    Table(
        "grouping_members",
        GroupingMember,
        "organisation.yaml",
        "organisation",
    ),
    Table("people", Person, "organisation.yaml", "organisation", key=("id",)),
    Table(
        "indicators",
        Indicator,
        "indicators.yaml",
        "plan",
        everyday=True,
    ),
    Table("breakdowns", Breakdown, "indicators.yaml", "plan", everyday=True),
    Table("shares", Share, "indicators.yaml", "plan"),
    Table("factors", Factor, "indicators.yaml", "plan"),
    Table("components", Component, "indicators.yaml", "plan"),
    Table("plan_lines", PlanLine, "plan.yaml", "plan", everyday=True),
    Table("plan_versions", PlanVersion, "plan.yaml", "plan", everyday=True),
    Table(
        "assumptions",
        Assumption,
        "plan.yaml",
        "plan",
    ),
    Table(
        "targets",
        Target,
        "plan.yaml",
        "plan",
        everyday=True,
    ),
    Table("key_projects", KeyProject, "projects.yaml", "plan", everyday=True),
    Table("milestones", Milestone, "projects.yaml", "plan", everyday=True),
    Table(
        "figures",
        ReportedFigure,
        "figures.csv",
        everyday=True,
        choices={"kind": REPORTED_KINDS},
    ),
    Table(
        "filings",
        Filing,
        "filings.csv",
        key=("org_unit", "period"),
    ),
    Table("narratives", Narrative, "narrative.yaml", everyday=True),
)
_LISTED_IN: Final[Mapping[str, str]] = {
    **dict.fromkeys(("org_unit", "parent", "target", "restructurings.source"), "org_units"),
    **dict.fromkeys(
        ("indicator", "part", "weight", "numerator", "denominator", "at_plan_price_of", "applies_to"), "indicators"
    ),
    "breakdown": "breakdowns",
    "line": "plan_lines",
    "grouping": "groupings",
    "project": "key_projects",
}
BY_NAME: Final[Mapping[str, Table]] = {table.name: table for table in TABLES}


def facts_of(year: Year) -> dict[str, tuple[Any, ...]]:
    """Return the facts of a year by the name of their table."""
    facts: dict[str, tuple[Any, ...]] = {
        "year": (year.head,),
        "paper": (year.paper,) if year.paper else (),
        "recipients": year.recipients,
        "figures": year.figures,
        "filings": year.filings,
        "narratives": year.narratives,
    }
    for table in TABLES:
        if table.room:
            facts[table.name] = getattr(getattr(year, table.room), table.name)
    return facts


def year_of(facts: Facts, files: Mapping[str, str]) -> Year | None:
    """Return the year made of facts by table, or None when nothing says which year it is."""
    heads, papers = facts.get("year", ()), facts.get("paper", ())
    if not heads:
        return None
    rooms = {
        room: {t.name: facts.get(t.name, ()) for t in TABLES if t.room == room} for room in ("organisation", "plan")
    }
    return Year(
        heads[0],
        papers[0] if papers else None,
        facts.get("recipients", ()),
        Organisation(**rooms["organisation"]),
        Plan(**rooms["plan"]),
        facts.get("figures", ()),
        facts.get("filings", ()),
        facts.get("narratives", ()),
        files=files,
    )


def without_places(year: Year) -> Year:
    """Return the year as a value of its own, without the files and places it was read from."""
    facts = {name: tuple(replace(fact, place=None) for fact in rows) for name, rows in facts_of(year).items()}
    bare = year_of(facts, {})
    assert bare is not None  # a Year always has its head
    return bare
