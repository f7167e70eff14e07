"""The checks of a plan, in the order in which a planner would make them. All findings come at once."""

from typing import Final

from tongket.organisation import Organisation
from tongket.plan import codes, formulas, holdings, milestones, sums, targets
from tongket.plan.facts import Plan
from tongket.words import Finding

CHECKS: Final = (
    codes.addressable,
    codes.duplicates,
    codes.duplicate_statements,
    codes.unknown_units,
    codes.unknown_indicators,
    codes.unknown_parts_and_projects,
    codes.unknown_versions,
    codes.counting_line,
    codes.versions_in_order,
    formulas.formulas,
    formulas.formula_cycles,
    formulas.factors,
    formulas.realised_values,
    targets.values,
    targets.measures,
    targets.weakened,
    sums.parts_make_totals,
    sums.residues,
    sums.periods_make_years,
    sums.units_make_parents,
    holdings.single_shares,
    holdings.shares_make_wholes,
    milestones.stages_in_order,
)


def check(plan: Plan, organisation: Organisation) -> tuple[Finding, ...]:
    """Find what is wrong or worth saying in a plan, check by check, in the order of its rows."""
    return tuple(finding for one in CHECKS for finding in one(plan, organisation))
