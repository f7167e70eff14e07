"""A workbook as a package of parts: what is not touched leaves as it came, byte for byte.

A program that loads a workbook and saves it loses what it does not know: charts, shapes, rules. So nothing is loaded
here; single parts are changed, and the same input gives the same bytes.
"""

import io
import posixpath
import zipfile
import zlib
from typing import Final

from lxml import etree

from tongket.files import xlsx_refusals as say
from tongket.files.workbook_guard import is_old_workbook, refusal
from tongket.files.xlsx_xml import OFFICE, STRICT, Element, parsed, q, serialised
from tongket.words import Refused

CONTENT_TYPES: Final = "[Content_Types].xml"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


class Package:
    """The parts of one workbook, changed one at a time.

    Opening raises `Refused` for what the gate refuses, an old .xls, a strict file, and a package that contradicts
    itself.
    """

    def __init__(self, content: bytes) -> None:
        found = refusal(content, "")
        if found is not None:
            sentence = found.kind.sentence.fill(**{name: str(value) for name, value in found.values})
            raise Refused(say.OLD_FORMAT if is_old_workbook(content) else sentence)
        self._source = zipfile.ZipFile(io.BytesIO(content))
        self._infos = {info.filename: info for info in self._source.infolist()}
        self._names = {_key(name): name for name in self._infos}
        if len(self._names) != len(self._source.infolist()) or _key(CONTENT_TYPES) not in self._names:
            raise Refused(say.BROKEN.fill(part=CONTENT_TYPES))
        self._changed: dict[str, bytes] = {}
        self._trees: dict[str, Element] = {}
        self._edited: set[str] = set()
        self.workbook = self._main_part()
        if self.tree(self.workbook).tag == q("workbook", STRICT):
            raise Refused(say.STRICT)

    def _main_part(self) -> str:
        found = [part for _, kind, part in self.links("") if kind.endswith("/officeDocument")]
        if not found or not self.has(found[0]):
            raise Refused(say.BROKEN.fill(part="_rels/.rels"))
        return found[0]

    def has(self, part: str) -> bool:
        """Say whether the part exists; names differ not by case."""
        return _key(part) in self._names

    def read(self, part: str) -> bytes:
        """The bytes of a part as they stand now."""
        name = self._names.get(_key(part))
        if name is None:
            raise Refused(say.BROKEN.fill(part=part))
        if name in self._edited:
            return serialised(self._trees[name])
        if name in self._changed:
            return self._changed[name]
        try:
            return self._source.read(name)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as error:
            raise Refused(say.BROKEN.fill(part=part)) from error

    def write(self, part: str, content: bytes) -> None:
        """Set the bytes of a part, which may be new."""
        name = self._names.setdefault(_key(part), part)
        self._trees.pop(name, None)
        self._edited.discard(name)
        self._changed[name] = content

    def tree(self, part: str) -> Element:
        """The part as XML, to look at."""
        name = self._names.get(_key(part), part)
        if name not in self._trees:
            self._trees[name] = parsed(self.read(name), name)
        return self._trees[name]

    def edit(self, part: str) -> Element:
        """The part as XML, to be changed."""
        root = self.tree(part)
        self._edited.add(self._names[_key(part)])
        return root

    def remove(self, part: str) -> None:
        """Take a part out, with its relationships and its content type."""
        for name in (part, links_name(part)):
            stored = self._names.pop(_key(name), None)
            if stored is not None:
                self._infos.pop(stored, None)
                self._changed.pop(stored, None)
                self._trees.pop(stored, None)
                self._edited.discard(stored)
        for override in self.tree(CONTENT_TYPES).findall(q("Override", _TYPES)):
            if override.get("PartName", "").lower() == f"/{part}".lower():
                self.edit(CONTENT_TYPES).remove(override)

    def links(self, part: str) -> list[tuple[str, str, str]]:
        """The relationships of a part to parts of the package: id, type, part."""
        name = links_name(part)
        if not self.has(name):
            return []
        return [
            (link.get("Id", ""), link.get("Type", ""), _target(part, link.get("Target", "")))
            for link in self.tree(name).findall(q("Relationship", _LINKS))
            if link.get("TargetMode") != "External"
        ]

    def linked(self, part: str, kind: str) -> list[str]:
        """The parts that a part is related to by a type."""
        return [target for _, type_, target in self.links(part) if type_ == kind]

    def link(self, part: str, kind: str, target: str) -> str:
        """Relate a part to another and return the id."""
        name = links_name(part)
        if not self.has(name):
            self.write(name, serialised(etree.Element(q("Relationships", _LINKS), nsmap={None: _LINKS})))
        root = self.edit(name)
        taken = {link.get("Id") for link in root}
        ref = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        relative = posixpath.relpath(target, posixpath.dirname(part) or ".")
        etree.SubElement(root, q("Relationship", _LINKS), Id=ref, Type=kind, Target=relative)
        return ref

    def unlink(self, part: str, target: str) -> None:
        """Take the relationships of a part to another out; the last one takes the file of relationships along."""
        gone = {ref for ref, _, found in self.links(part) if found.lower() == target.lower()}
        root = self.edit(links_name(part))
        for link in [link for link in root if link.get("Id") in gone]:
            root.remove(link)
        if not len(root):
            self.remove(links_name(part))

    def declare(self, part: str, content_type: str) -> None:
        """Say what a new part is."""
        root = self.edit(CONTENT_TYPES)
        etree.SubElement(root, q("Override", _TYPES), PartName=f"/{part}", ContentType=content_type)

    def declare_extension(self, extension: str, content_type: str) -> None:
        """Say what all parts of an extension are, unless it is said."""
        root = self.tree(CONTENT_TYPES)
        if all(one.get("Extension", "").lower() != extension for one in root.findall(q("Default", _TYPES))):
            default = etree.Element(q("Default", _TYPES), Extension=extension, ContentType=content_type)
            self.edit(CONTENT_TYPES).insert(0, default)

    def free_name(self, pattern: str) -> str:
        """The first name of a pattern with a number in it that no part has."""
        number = 1
        while self.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    def written(self) -> bytes:
        """The package; untouched parts come first, in their order, with their bytes and their times."""
        kept = io.BytesIO()
        with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target:
            for name in [*self._infos, *(name for name in self._names.values() if name not in self._infos)]:
                target.writestr(_entry(name, self._infos.get(name)), self.read(name))
        return kept.getvalue()


def _key(name: str) -> str:
    """Names differ not by case, and some programs write them the way of their own file system."""
    return name.replace("\\", "/").removeprefix("/").lower()


def links_name(part: str) -> str:
    """Where the relationships of a part stand; those of the package itself belong to the part without a name."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def office(kind: str) -> str:
    """The type of a relationship that the standard knows."""
    return f"{OFFICE}/{kind}"


def _target(part: str, target: str) -> str:
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def _entry(name: str, before: zipfile.ZipInfo | None) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, before.date_time if before else _EPOCH)
    entry.compress_type = before.compress_type if before else zipfile.ZIP_DEFLATED
    entry.external_attr = before.external_attr if before else 0o600 << 16
    entry.create_system = before.create_system if before else 3
    return entry
