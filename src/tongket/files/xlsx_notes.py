"""Remarks on cells: ours stand between two lines, the first of which names us, and only ours are ever taken away.

A cell has one remark at most, so where somebody wrote already ours is added below; what somebody adds to ours later is
theirs. Authors are no sign, some programs drop them. Where the cell carries a conversation, ours is an answer in it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tongket.files import xlsx_threads as threads
from tongket.files import xlsx_vml as vml
from tongket.files.csv_rows import column_letters
from tongket.files.xlsx_orders import WORKSHEET
from tongket.files.xlsx_package import Package, office
from tongket.files.xlsx_xml import MAIN, OFFICE, Element, at, escaped, made, placed, q, serialised

AUTHOR: Final = "tongket"
_FIRST_LINE: Final = "———— tongket ————"
_LAST_LINE: Final = "—————————————"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_LETTERS_IN_A_LINE, _LINE_HEIGHT, _AIR, _HIGHEST = 46, 18, 24, 640
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a remark, bold or not."""

    text: str
    bold: bool = False


def attach(package: Package, sheet: str, remarks: Mapping[Place, Sequence[Words]]) -> None:
    """Attach remarks to cells (row and column from 1) of a sheet's part, below those that people wrote."""
    if not remarks:
        return
    part = _comments_part(package, sheet)
    root = package.edit(part)
    author = _author(root)
    listed = root.find(q("commentList"))
    present = {place: one for one in listed if (place := at(one.get("ref", "")))}
    heights = {}
    for place, words in sorted(remarks.items()):
        if place not in present:
            ref = f"{column_letters(place[1] - 1)}{place[0]}"
            present[place] = made(listed, "comment", ref=ref, authorId=author)
        threads.answer(package, sheet, place, "".join(one.text for one in words))
        _add(present[place], words)
        heights[place] = _height(_text(present[place]))
    listed[:] = sorted(listed, key=lambda one: at(one.get("ref", "")) or (0, 0))
    drawing = _drawing_part(package, sheet)
    package.write(drawing, vml.with_boxes(package.read(drawing), heights, package.tree(sheet)))


def detach(package: Package, sheet: str) -> None:
    """Take our remarks away, and what was only made for them; those of people stay."""
    threads.withdraw(package, sheet)
    for part in package.linked(sheet, office("comments")):
        listed = package.tree(part).findall(f"{q('commentList')}/{q('comment')}")
        ours = [one for one in listed if _FIRST_LINE in _text(one)]
        if ours:
            package.edit(part)
            for one in ours:
                _cut(one)
            gone = [one for one in ours if not _text(one).strip()]
            for one in gone:
                one.getparent().remove(one)
            _drop_boxes(package, sheet, gone)
            if len(gone) == len(listed):
                package.unlink(sheet, part)
                package.remove(part)


def _drop_boxes(package: Package, sheet: str, gone: Iterable[Element]) -> None:
    places = {place for one in gone if (place := at(one.get("ref", "")))}
    for part in package.linked(sheet, office("vmlDrawing")):
        drawing = vml.without(package.read(part), places)
        package.write(part, drawing)
        named = package.tree(sheet).find(q("legacyDrawing"))
        refs = {ref for ref, _, target in package.links(sheet) if target == part}
        if vml.holds_nothing(drawing) and named is not None and named.get(q("id", OFFICE)) in refs:
            package.edit(sheet).remove(named)
            package.unlink(sheet, part)
            package.remove(part)


def _comments_part(package: Package, sheet: str) -> str:
    found = package.linked(sheet, office("comments"))
    if found:
        return found[0]
    part = package.free_name("xl/comments{}.xml")
    root = etree.Element(q("comments"), nsmap={None: MAIN})
    made(root, "authors")
    made(root, "commentList")
    package.write(part, serialised(root))
    package.declare(part, _TYPE)
    package.link(sheet, office("comments"), part)
    return part


def _drawing_part(package: Package, sheet: str) -> str:
    named = package.tree(sheet).find(q("legacyDrawing"))
    found = {ref: target for ref, _, target in package.links(sheet)}
    if named is not None and named.get(q("id", OFFICE)) in found:
        return found[named.get(q("id", OFFICE))]
    part = package.free_name("xl/drawings/vmlDrawing{}.vml")
    package.write(part, vml.EMPTY)
    package.declare_extension("vml", _VML)
    drawing = etree.Element(q("legacyDrawing"), nsmap={"r": OFFICE, None: MAIN})
    drawing.set(q("id", OFFICE), package.link(sheet, office("vmlDrawing"), part))
    placed(package.edit(sheet), drawing, WORKSHEET)
    return part


def _author(root: Element) -> int:
    authors = root.find(q("authors"))
    names = [(author.text or "").strip() for author in authors]
    if AUTHOR not in names:
        made(authors, "author", AUTHOR)
        names.append(AUTHOR)
    return names.index(AUTHOR)


def _text(comment: Element) -> str:
    return "".join(one.text or "" for one in comment.iterfind(f"{q('text')}//{q('t')}"))


def _write(body: Element, words: Iterable[Words]) -> None:
    for one in words:
        run = made(body, "r")
        look = made(run, "rPr")
        if one.bold:
            made(look, "b")
        made(look, "sz", val=10)
        made(look, "color", indexed=81)
        made(look, "rFont", val="Tahoma")
        made(look, "family", val=2)
        made(run, "t", escaped(one.text)).set(_SPACE, "preserve")


def _add(comment: Element, words: Iterable[Words]) -> None:
    """Add ours to a remark, below what stands in it."""
    body = comment.find(q("text"))
    if body is None:
        body = made(comment, "text")
    plain = body.find(q("t"))
    if plain is not None:
        run = etree.Element(q("r"))
        plain.addprevious(run)
        plain.set(_SPACE, "preserve")
        run.append(plain)
    gap = "\n" if _text(comment) else ""
    _write(body, [Words(f"{gap}{_FIRST_LINE}\n"), *words, Words(f"\n{_LAST_LINE}")])


def _cut(comment: Element) -> None:
    """Take ours out of a remark: from our first line to our last, or to the end if somebody took that away."""
    text = _text(comment)
    start = text.index(_FIRST_LINE)
    last = text.find(_LAST_LINE, start)
    end = len(text) if last < 0 else last + len(_LAST_LINE)
    if text[:start].endswith("\n"):
        start -= 1
    elif text[end:].startswith("\n"):
        end += 1
    passed = 0
    for run in comment.iterfind(f"{q('text')}//{q('t')}"):
        said = run.text or ""
        run.text = said[: max(start - passed, 0)] + said[max(end - passed, 0) :]
        passed += len(said)
    for run in comment.findall(f"{q('text')}/{q('r')}"):
        if not run.findtext(q("t")):
            run.getparent().remove(run)


def _height(text: str) -> int:
    """How high a box must be, in pixels, for a text to be read in it without scrolling."""
    lines = sum(1 + len(line) // _LETTERS_IN_A_LINE for line in text.split("\n"))
    return min(lines * _LINE_HEIGHT + _AIR, _HIGHEST)
