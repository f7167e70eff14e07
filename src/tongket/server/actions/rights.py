"""The one table of rights, `rights.yaml`, read by the code, the tests and the manual."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

import yaml

from tongket.server.records.models import Role
from tongket.words import Text

PLACE: Final = Path(__file__).with_name("rights.yaml")


class Where(StrEnum):
    """How far a right reaches from where the role holds."""

    OWN = "own"  # the very org unit
    BRANCH = "branch"  # the org unit or cluster and everything below it
    BELOW = "below"  # what stands below the org unit or cluster, and not itself: nobody is their own superior
    ANY = "any"  # everything in the year
    WHOLE = "whole"  # the year as a whole, for roles that hold where it is led or above, not in one of its org units
    CHECKER = "checker"  # the lead's dossier, for those whom the cluster's rules name to check it
    SELF = "self"  # only what is the person's own


@dataclass(frozen=True, slots=True)
class Right:
    """Some roles may do a verb as far as `where` reaches."""

    roles: frozenset[Role]
    where: Where


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing that can be done: who may, in which states (none: in all), and what is asked besides.

    `separate` forbids it on the person's own org unit. `party` asks for the right to Party pages.
    """

    name: str
    label: Text
    rights: tuple[Right, ...]
    states: frozenset[str] = frozenset()
    separate: bool = False
    party: bool = False


@dataclass(frozen=True, slots=True)
class Rights:
    """The whole table: the names of the roles, the verbs, and which verb each address needs."""

    roles: Mapping[Role, Text]
    verbs: Mapping[str, Verb]
    routes: Mapping[str, str]


PUBLIC: Final = "public"
"""The verb of addresses that need no log-in."""
ENTERED: Final = "entered"
"""The verb of addresses that need a log-in and no role."""


@functools.cache
def rights() -> Rights:
    """Return the table, read once. ValueError or KeyError when the file makes no sense; a test reads it too."""
    document = yaml.safe_load(PLACE.read_text(encoding="utf-8"))
    verbs = {name: _verb(name, given) for name, given in document["verbs"].items()}
    routes = dict(_routes(document["routes"]))
    unknown = set(routes.values()) - set(verbs) - {PUBLIC, ENTERED}
    if unknown:
        raise ValueError(f"routes name unknown verbs: {sorted(unknown)}")
    return Rights({Role(name): Text(**label) for name, label in document["roles"].items()}, verbs, routes)


def _verb(name: str, given: Mapping[str, Any]) -> Verb:
    known = {"label", "grants", "states", "separate", "party"}
    if strange := set(given) - known:
        raise ValueError(f"{name}: {sorted(strange)}")
    return Verb(
        name,
        Text(**given["label"]),
        tuple(Right(frozenset(map(Role, one["roles"])), Where(one["where"])) for one in given["grants"]),
        frozenset(given.get("states", ())),
        bool(given.get("separate")),
        bool(given.get("party")),
    )


def _routes(given: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """The table lists the routes under their verb; each stands once."""
    seen: set[str] = set()
    for verb, names in given.items():
        for name in names:
            if name in seen:
                raise ValueError(f"the route {name} stands twice")
            seen.add(name)
            yield name, verb
