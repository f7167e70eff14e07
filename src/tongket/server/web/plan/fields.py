"""The inputs of the grid: which target an input is of, and the ids by which parts of the page are exchanged."""

import hashlib

from tongket.plan import TargetKey
from tongket.year import Period


def id_of(field: str) -> str:
    """Return an id for the page that stands for an input, whatever signs its codes hold."""
    return "c" + hashlib.sha256(field.encode()).hexdigest()[:12]


def field_of(key: TargetKey) -> str:
    """Return the name of the input of a target; codes never hold the mark between them."""
    org_unit, indicator, breakdown, period = key
    return "|".join((org_unit, indicator, breakdown or "", str(period)))


def key_in(field: str) -> TargetKey | None:
    """Return which target an input is of; None for any other input."""
    parts = field.split("|")
    if len(parts) != len(("org_unit", "indicator", "breakdown", "period")):
        return None
    try:
        return parts[0], parts[1], parts[2] or None, Period.parse(parts[3])
    except ValueError:
        return None


def taker_of(whole: TargetKey) -> str:
    """Return the name of the choice of what takes the difference between a total and its parts."""
    return "|".join(("take", whole[0], whole[1], str(whole[3])))
