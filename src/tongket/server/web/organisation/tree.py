"""What the pages of the register show: the tree as of a day, what changed when, groupings, an org unit's history."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tongket.organisation import (
    Organisation,
    OrgUnit,
    RestructuringKind,
    Side,
    every_part_on,
    members_on,
    name_on,
    roots_on,
    unit_of,
)
from tongket.words import Language, Text, person_sort_key
from tongket.yearbook import Year
from tongket.yearbook.choices import CHOICES

_NAMED: Final = Text("Đổi tên thành “{what}”", "Переименована в «{what}»", "Renamed “{what}”")
_OPENED: Final = Text("Bắt đầu hoạt động", "Создана", "Opened")
_CLOSED: Final = Text("Chấm dứt hoạt động", "Ликвидирована", "Closed")
_UNDER: Final = Text("Trực thuộc {what}", "Подчинена: {what}", "Under {what}")
_LEFT: Final = Text("Thôi trực thuộc {what}", "Выведена из подчинения: {what}", "No longer under {what}")
_JOINED: Final = Text("Tham gia {what}", "Входит в: {what}", "Joined {what}")
_PARTED: Final = Text("Rời {what}", "Вышла из: {what}", "Left {what}")
_MERGED: Final = Text("Sáp nhập vào {what}", "Присоединена к: {what}", "Merged into {what}")
_TOOK_IN: Final = Text("Nhận sáp nhập {what}", "Присоединила: {what}", "Took in {what}")
_SPLIT: Final = Text("Chia tách sang {what}", "Выделена часть: {what}", "Split into {what}")
_FROM: Final = Text("Hình thành từ chia tách {what}", "Образована выделением из: {what}", "Split off from {what}")


@dataclass(frozen=True, slots=True)
class Node:
    """An org unit in the tree, with those below it."""

    code: str
    name: str
    kind: str
    below: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened to an org unit on a day, and by which document where one is named."""

    day: dt.date
    code: str
    name: str
    what: str
    document: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A grouping with its members on a day."""

    name: str
    members: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Colleague:
    """A person of the register with position and side."""

    name: str
    position: str
    side: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One org unit: what it is on a day, all that happened to it, those below it, its people."""

    node: Node
    exists: bool
    above: Node | None
    happenings: tuple[Happening, ...]
    people: tuple[Colleague, ...]


class Reader:
    """The register of a year, read on one day in one language."""

    def __init__(self, year: Year, day: dt.date, language: Language) -> None:
        """Keep what is read, when and how."""
        self.register: Organisation = year.organisation
        self.day, self.language = day, language
        self._below = every_part_on(self.register, day)

    def tree(self) -> tuple[Node, ...]:
        """Return the trees of the day, from their roots."""
        return tuple(self._node(code, frozenset()) for code in roots_on(self.register, self.day))

    def groups(self) -> tuple[Group, ...]:
        """Return the groupings of the day."""
        return tuple(
            Group(one.name.to(self.language), tuple(map(self.leaf, members_on(self.register, one.code, self.day))))
            for one in self.register.groupings
        )

    def happenings(self) -> tuple[Happening, ...]:
        """Return all that happened to org units, the newest first."""
        told = (one for unit in self.register.org_units for one in self._of(unit))
        return tuple(sorted(told, key=lambda one: one.day, reverse=True))

    def sheet(self, code: str) -> Sheet | None:
        """Return the page of an org unit; None where the register knows no such code."""
        unit = unit_of(self.register, code)
        if unit is None:
            return None
        above = next((p.parent for p in self.register.parents if p.org_unit == code and p.holds.holds(self.day)), None)
        return Sheet(
            self._node(code, frozenset()),
            unit.exists.holds(self.day),
            self.leaf(above) if above else None,
            tuple(sorted(self._of(unit), key=lambda one: one.day, reverse=True)),
            self._people(code),
        )

    def leaf(self, code: str) -> Node:
        """Return an org unit without those below it."""
        unit = unit_of(self.register, code)
        return Node(code, self.name(code), CHOICES[type(unit.kind)][unit.kind].to(self.language) if unit else "", ())

    def name(self, code: str, day: dt.date | None = None) -> str:
        """Return what an org unit is called on the day."""
        return name_on(self.register, code, day or self.day).to(self.language)

    def _node(self, code: str, above: frozenset[str]) -> Node:
        leaf = self.leaf(code)
        inside = above | {code}
        below = tuple(self._node(one, inside) for one in self._below.get(code, ()) if one not in inside)
        return Node(leaf.code, leaf.name, leaf.kind, below)

    def _people(self, code: str) -> tuple[Colleague, ...]:
        here = sorted((p for p in self.register.people if p.org_unit == code), key=lambda p: person_sort_key(p.name))
        return tuple(
            Colleague(p.name, p.position.to(self.language), CHOICES[Side][p.side].to(self.language) if p.side else "")
            for p in here
        )

    def _of(self, unit: OrgUnit) -> Iterator[Happening]:
        code = unit.code
        if unit.first:
            yield self._told(unit.first, code, _OPENED)
        if unit.until:
            yield self._told(unit.until, code, _CLOSED)
        for rename in self.register.renames:
            if rename.org_unit == code:
                yield self._told(rename.first, code, _NAMED, rename.name.to(self.language), rename.document)
        yield from self._belonging(code)
        yield from self._restructured(code)

    def _belonging(self, code: str) -> Iterator[Happening]:
        under = [(p.holds, p.parent, _UNDER, _LEFT) for p in self.register.parents if p.org_unit == code]
        members = (one for one in self.register.grouping_members if one.org_unit == code)
        inside = [(one.holds, one.grouping, _JOINED, _PARTED) for one in members]
        for holds, whom, came, went in (*under, *inside):
            if holds.first:
                yield self._told(holds.first, code, came, self.name(whom, holds.first))
            if holds.until:
                yield self._told(holds.until, code, went, self.name(whom, holds.until))

    def _restructured(self, code: str) -> Iterator[Happening]:
        for row in self.register.restructurings:
            is_merger = row.kind is RestructuringKind.MERGE
            if row.source == code:
                yield self._told(row.on, code, _MERGED if is_merger else _SPLIT, self.name(row.target), row.document)
            if row.target == code:
                yield self._told(row.on, code, _TOOK_IN if is_merger else _FROM, self.name(row.source), row.document)

    def _told(self, day: dt.date, code: str, what: Text, of: str = "", document: str = "") -> Happening:
        return Happening(day, code, self.name(code, day), what.to(self.language).format(what=of), document)
