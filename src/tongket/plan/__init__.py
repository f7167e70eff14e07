"""What was promised upward: indicators, plan lines and their versions, targets, shares, key projects.

Several authorities set targets for the same thing: their lines stand side by side, each with its
versions. A plan never knows how it ended; actual figures live in `results`.
"""

from tongket.plan.facts import (
    Aggregation,
    Assumption,
    AssumptionCode,
    Breakdown,
    BreakdownKind,
    Component,
    Direction,
    Factor,
    Indicator,
    KeyProject,
    Milestone,
    Plan,
    PlanLine,
    PlanVersion,
    Share,
    Stage,
    Target,
    TargetState,
    VersionKind,
)
from tongket.plan.rules import check
from tongket.plan.shares import ShareBook, ShareKey, Split, share_of
from tongket.plan.versions import targets_at, targets_in_force

__all__ = [
    "Aggregation",
    "Assumption",
    "AssumptionCode",
    "Breakdown",
    "BreakdownKind",
    "Component",
    "Direction",
    "Factor",
    "Indicator",
    "KeyProject",
    "Milestone",
    "Plan",
    "PlanLine",
    "PlanVersion",
    "Share",
    "ShareBook",
    "ShareKey",
    "Split",
    "Stage",
    "Target",
    "TargetState",
    "VersionKind",
    "check",
    "share_of",
    "targets_at",
    "targets_in_force",
]
