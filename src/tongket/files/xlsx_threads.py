"""Conversations on cells, as newer Excel keeps them: ours is an answer under our own name."""

import uuid
from typing import Final

from lxml import etree

from tongket.files.csv_rows import column_letters
from tongket.files.xlsx_package import Package
from tongket.files.xlsx_xml import Element, escaped, made, q, serialised

_NAMESPACE: Final = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_THREADS: Final = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
_PEOPLE: Final = "http://schemas.microsoft.com/office/2017/10/relationships/person"
_PEOPLE_TYPE: Final = "application/vnd.ms-excel.person+xml"
_ME: Final = "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, "tongket")).upper() + "}"
_NAME: Final = "tongket"


def answer(package: Package, sheet: str, place: tuple[int, int], text: str) -> None:
    """Answer in the conversation on a cell, if there is one."""
    ref = f"{column_letters(place[1] - 1)}{place[0]}"
    for part in package.linked(sheet, _THREADS):
        said = [one for one in package.tree(part) if one.get("ref") == ref]
        if not said:
            continue
        me = _person(package)
        root = package.edit(part)
        first = said[0].get("parentId") or said[0].get("id")
        own = "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, f"{first} {ref} {text}")).upper() + "}"
        reply = made(root, "threadedComment", ref=ref, dT=said[-1].get("dT", ""), personId=me, id=own, parentId=first)
        made(reply, "text", escaped(text))
        said[-1].addnext(reply)


def withdraw(package: Package, sheet: str) -> None:
    """Take our answers out of the conversations of a sheet."""
    mine = {one.get("id") for part in _people(package) for one in package.tree(part) if one.get("displayName") == _NAME}
    for part in package.linked(sheet, _THREADS):
        ours: list[Element] = [one for one in package.tree(part) if one.get("personId") in mine]
        for one in ours:
            package.edit(part).remove(one)


def _people(package: Package) -> list[str]:
    return package.linked(package.workbook, _PEOPLE)


def _person(package: Package) -> str:
    parts = _people(package)
    part = parts[0] if parts else package.free_name("xl/persons/person{}.xml")
    if not parts:
        package.write(part, serialised(etree.Element(q("personList", _NAMESPACE), nsmap={None: _NAMESPACE})))
        package.declare(part, _PEOPLE_TYPE)
        package.link(package.workbook, _PEOPLE, part)
    known = [one.get("id", "") for one in package.tree(part) if one.get("displayName") == _NAME]
    if known:
        return str(known[0])
    made(package.edit(part), "person", displayName=_NAME, id=_ME, userId=_NAME, providerId="None")
    return _ME
