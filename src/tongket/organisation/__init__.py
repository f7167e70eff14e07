"""Who we are: org units in a tree that changes with time, groupings beside it, people as far as needed.

Comes first in the year: everything else names an org unit by its code. Codes are never reused or
renamed; names, parents and mergers carry dates, so the reports of past years stay right.
"""

from tongket.organisation.checks import check
from tongket.organisation.facts import (
    Grouping,
    GroupingMember,
    Organisation,
    OrgUnit,
    OrgUnitKind,
    Parent,
    Person,
    Rename,
    Restructuring,
    RestructuringKind,
    Side,
)
from tongket.organisation.rules import (
    every_part_on,
    members_on,
    name_on,
    parent_on,
    parts_on,
    predecessors_of,
    roots_on,
    subtree_on,
    successors_on,
    unit_of,
)

__all__ = [
    "Grouping",
    "GroupingMember",
    "OrgUnit",
    "OrgUnitKind",
    "Organisation",
    "Parent",
    "Person",
    "Rename",
    "Restructuring",
    "RestructuringKind",
    "Side",
    "check",
    "every_part_on",
    "members_on",
    "name_on",
    "parent_on",
    "parts_on",
    "predecessors_of",
    "roots_on",
    "subtree_on",
    "successors_on",
    "unit_of",
]
