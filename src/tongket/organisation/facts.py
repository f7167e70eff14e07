"""The organisation as dated facts: units, names, parents, mergers and splits, groupings, people."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from tongket.words import Place, Text, said
from tongket.year import Interval


class OrgUnitKind(StrEnum):
    """What an org unit is."""

    GROUP = "group"
    CORPORATION = "corporation"
    VENTURE = "venture"
    ENTERPRISE = "enterprise"
    HEADQUARTERS = "headquarters"
    DEPARTMENT = "department"
    COMPANY = "company"
    CLUSTER = "cluster"
    RESIDUAL = "residual"


class RestructuringKind(StrEnum):
    """How org units turned into others."""

    MERGE = "merge"
    SPLIT = "split"


class Side(StrEnum):
    """The side of a joint venture a person stands on."""

    VIETNAMESE = "vietnamese"
    RUSSIAN = "russian"


@dataclass(frozen=True, slots=True)
class OrgUnit:
    """An org unit under the code it keeps for ever, and the days it exists."""

    code: str = said("Mã đơn vị", "Code", "Код")
    name: Text = said("Tên đơn vị", "Name", "Наименование")
    kind: OrgUnitKind = said("Loại", "Kind", "Вид", default=OrgUnitKind.COMPANY)
    first: dt.date | None = said("Từ ngày", "From", "С", default=None)
    until: dt.date | None = said("Đến trước ngày", "Until", "До", default=None)
    place: Place | None = None

    @property
    def exists(self) -> Interval:
        """The days on which it exists."""
        return Interval(self.first, self.until)


@dataclass(frozen=True, slots=True)
class Rename:
    """A new name from a day on; the code stays."""

    org_unit: str = said("Mã đơn vị", "Org unit", "Код")
    first: dt.date = said("Từ ngày", "From", "С")
    name: Text = said("Tên mới", "New name", "Новое наименование")
    document: str = said("Văn bản", "Document", "Документ", default="")
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Parent:
    """An org unit stands under another during some days."""

    org_unit: str = said("Mã đơn vị", "Org unit", "Код")
    parent: str = said("Đơn vị cấp trên", "Parent", "Вышестоящая")
    first: dt.date | None = said("Từ ngày", "From", "С", default=None)
    until: dt.date | None = said("Đến trước ngày", "Until", "До", default=None)
    place: Place | None = None

    @property
    def holds(self) -> Interval:
        """The days on which it is so."""
        return Interval(self.first, self.until)


@dataclass(frozen=True, slots=True)
class Restructuring:
    """One line of a merger or split: on a day, `source` went (wholly or in part) into `target`."""

    kind: RestructuringKind = said("Hình thức", "Kind", "Вид")
    on: dt.date = said("Ngày", "On", "Дата")
    source: str = said("Từ đơn vị", "From org unit", "Из")
    target: str = said("Thành đơn vị", "Into org unit", "В")
    document: str = said("Văn bản", "Document", "Документ", default="")
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Grouping:
    """A group of org units beside the tree, for example an emulation cluster."""

    code: str = said("Mã nhóm", "Code", "Код")
    name: Text = said("Tên nhóm", "Name", "Наименование")
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class GroupingMember:
    """An org unit belongs to a grouping during some days."""

    grouping: str = said("Mã nhóm", "Grouping", "Группа")
    org_unit: str = said("Mã đơn vị", "Org unit", "Код")
    first: dt.date | None = said("Từ ngày", "From", "С", default=None)
    until: dt.date | None = said("Đến trước ngày", "Until", "До", default=None)
    place: Place | None = None

    @property
    def holds(self) -> Interval:
        """The days on which it is so."""
        return Interval(self.first, self.until)


@dataclass(frozen=True, slots=True)
class Person:
    """A person under an opaque id, with the position in which they sign or report."""

    id: str = said("Mã người", "Id", "Код")
    name: str = said("Họ và tên", "Name", "Фамилия, имя")
    org_unit: str = said("Mã đơn vị", "Org unit", "Код")
    position: Text = said("Chức vụ", "Position", "Должность", default=Text(""))
    side: Side | None = said("Phía", "Side", "Сторона", default=None)
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """The whole dated register, carried in every year."""

    org_units: tuple[OrgUnit, ...] = ()
    renames: tuple[Rename, ...] = ()
    parents: tuple[Parent, ...] = ()
    restructurings: tuple[Restructuring, ...] = ()
    groupings: tuple[Grouping, ...] = ()
    grouping_members: tuple[GroupingMember, ...] = ()
    people: tuple[Person, ...] = ()
