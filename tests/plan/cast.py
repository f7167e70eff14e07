"""The plan every test of this room knows: Vietsovpetro's oil of 2021 and 2022, in two blocks, on one line."""

from dataclasses import replace
from datetime import date

from tongket.figures import Amount
from tongket.organisation import Organisation, OrgUnit, Parent
from tongket.plan import Breakdown, Indicator, Plan, PlanLine, PlanVersion, Target, VersionKind, check
from tongket.words import Finding, Place, Text
from tongket.year import Period

YEAR = Period.parse("2021")
UNITS = Organisation(
    org_units=(
        OrgUnit("VSP", Text("Vietsovpetro")),
        OrgUnit("XNKT", Text("Xí nghiệp Khai thác")),
        OrgUnit("XNK", Text("Xí nghiệp Khí")),
    ),
    parents=(Parent("XNKT", "VSP"), Parent("XNK", "VSP")),
)
OIL = Indicator("OIL", Text("Khai thác dầu"), "kt")


def target(value: str | None = None, /, **changes: object) -> Target:
    """Return a target of oil for Vietsovpetro in 2021, version v1 of the Council's line, changed as asked."""
    amount = None if value is None else Amount.parse(value)
    return replace(Target("council", "v1", "VSP", "OIL", YEAR, amount=amount), **changes)


def plan(*targets: Target, **changes: object) -> Plan:
    """Return the plan with these targets, changed as asked."""
    base = Plan(
        indicators=(OIL,),
        breakdowns=(Breakdown("09-1", Text("Lô 09-1")), Breakdown("09-3/12", Text("Lô 09-3/12"))),
        plan_lines=(PlanLine("council", Text("Hội đồng Liên doanh giao"), counts=True),),
        plan_versions=(
            PlanVersion("council", "v0", VersionKind.PROPOSED),
            PlanVersion("council", "v1", on=date(2021, 1, 5), document="NQ 53"),
            PlanVersion("council", "v2", VersionKind.ADJUSTED, date(2021, 6, 30), "NQ 54"),
        ),
        targets=targets,
    )
    return replace(base, **changes)


NOTICE = (target("2999.4"), target("2865", breakdown="09-1"), target("134.4", breakdown="09-3/12"))


ROW = Place("plan.yaml", line=12, column=3)


def found(*targets: Target, units: Organisation = UNITS, **changes: object) -> tuple[Finding, ...]:
    """Return what the checks find in the plan with these targets."""
    return check(plan(*targets, **changes), units)


def codes(*targets: Target, units: Organisation = UNITS, **changes: object) -> list[str]:
    """Return the codes of what the checks find, without the room."""
    return [finding.code.removeprefix("plan.") for finding in found(*targets, units=units, **changes)]
