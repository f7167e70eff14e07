"""Year books that cannot be opened: each is one finding, whatever is wrong with the file."""

import functools
import io
import zipfile

import pytest

from tongket.files import workbook_guard
from tongket.files.workbook_reader import read
from tongket.files.year_folder import files_of
from tongket.words import Text
from tongket.yearbook import Year, YearHead

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@functools.cache
def written():
    return files_of(Year(YearHead(2021, "VSP", Text("Báo cáo năm 2021"))), "excel")["year.xlsx"]


def _zip(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "files.damaged"),
        (b"PK\x03\x04 not a zip", "files.damaged"),
        (OLE + "EncryptedPackage\0".encode("utf-16-le"), "files.locked"),
        (OLE + "Workbook\0".encode("utf-16-le"), "files.wrong-type"),
        (_zip(a="b"), "files.damaged"),
        (_zip(xl__workbook_xml="<workbook>"), "files.damaged"),
        (_zip(xl__workbook_xml=b"0" * (workbook_guard.MAX_UNPACKED + 1)), "files.too-big"),
    ],
    ids=["empty", "no zip", "with a password", "an old .xls", "no workbook", "cut off", "unpacks beyond measure"],
)
def test_a_book_that_cannot_be_opened_is_one_finding(content, code):
    rows, findings = read(content, "inputs/year.xlsx")
    assert rows == {}
    assert [finding.code for finding in findings] == [code]


def test_a_book_that_declares_entities_is_not_opened():
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written())) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            declared = content.replace(b"?>", b"?><!DOCTYPE x [<!ENTITY a 'b'>]>", 1)
            target.writestr(name, declared if name == "xl/workbook.xml" else content)
    rows, findings = read(out.getvalue(), "year.xlsx")
    assert (rows, [finding.code for finding in findings]) == ({}, ["files.damaged"])


def test_a_damaged_part_of_a_book_is_one_finding():
    content = bytearray(written())
    with zipfile.ZipFile(io.BytesIO(written())) as archive:
        part = archive.getinfo("xl/sharedStrings.xml")
    content[part.header_offset + 30 + len(part.filename) + part.compress_size // 2] ^= 0xFF
    assert [finding.code for finding in read(bytes(content), "year.xlsx")[1]] == ["files.damaged"]
