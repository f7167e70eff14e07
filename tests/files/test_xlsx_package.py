"""Packages as strange programs write them are written into, or refused with a sentence; never broken further."""

import io
import zipfile
from decimal import Decimal

import pytest
from tests.files import peoples_workbooks as people

from tongket.files.marked import marked
from tongket.files.template_fill import filled
from tongket.words import FindingKind, Place, Refused

JUMP = FindingKind.warning("t.jump", "Ô tăng vọt.", "ru", "en")
FOUND = [JUMP.at(Place("", "Bieu1", "E6"))]


def changed(name, *pairs, content=None):
    def change(text):
        for before, after in pairs:
            assert before in text
            text = text.replace(before, after)
        return text

    return people.with_part(content or people.plain(), name, change)


def is_marked(content):
    sheet = people.loaded(marked(content, FOUND))["Bieu1"]
    return sheet["E6"].fill.fgColor.rgb[:7] == "FFF0D08" and sheet["E6"].comment is not None


def test_targets_may_be_absolute_or_relative():
    relative = changed("xl/_rels/workbook.xml.rels", (b'Target="/xl/', b'Target="'))
    absolute = changed(
        "xl/_rels/workbook.xml.rels", (b'Target="worksheets', b'Target="/xl/worksheets'), content=people.rich()
    )
    assert is_marked(relative)
    assert is_marked(absolute)


def test_a_workbook_without_styles_and_shared_texts_is_given_styles():
    cell = b'<sheetData><row r="6"><c r="E6"><v>1</v></c></row></sheetData>'
    parts = people.parts_of(people.plain())
    sheet = parts["xl/worksheets/sheet1.xml"]
    sheet = sheet[: sheet.index(b"<sheetViews>")] + cell + b"</worksheet>"
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    links += b'<Relationship Id="rId1" Type="%b/worksheet" Target="worksheets/sheet1.xml"/>' % office
    gone = {"xl/styles.xml", "xl/sharedStrings.xml", "xl/theme/theme1.xml", "xl/worksheets/_rels/sheet1.xml.rels"}
    gone |= {name for name in parts if "omment" in name}
    kept = {name: text for name, text in parts.items() if name not in gone}
    kept |= {"xl/worksheets/sheet1.xml": sheet, "xl/_rels/workbook.xml.rels": links + b"</Relationships>"}
    types = kept["[Content_Types].xml"].decode()
    import re

    kept["[Content_Types].xml"] = re.sub(
        r'<Override PartName="/xl/(styles|sharedS|theme|comments)[^>]*>', "", types
    ).encode()
    assert is_marked(people.zipped(kept))


def test_a_sheet_with_a_prefix_of_its_own_and_cells_without_addresses_is_filled_in_order():
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = (
        b'<x:worksheet xmlns:x="%b"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>'
        b"<x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>" % main
    )
    parts = people.parts_of(people.plain()) | {"xl/worksheets/sheet1.xml": sheet}
    parts.pop("xl/worksheets/_rels/sheet1.xml.rels")
    content = people.zipped(parts)
    made = people.loaded(filled(content, {("Bieu1", "A3"): Decimal(9), ("Bieu1", "B2"): Decimal(8)}))["Bieu1"]
    assert [[cell.value for cell in row] for row in made["A1:B3"]] == [[1, 2], [3, 8], [9, None]]
    assert people.out_of_order(filled(content, {("Bieu1", "C1"): Decimal(9)})) == []
    assert is_marked(content)
    once = marked(content, FOUND)
    assert marked(once, FOUND) == once


def test_a_strict_workbook_is_refused_with_how_to_save_it():
    main, strict = (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    with pytest.raises(Refused) as refused:
        marked(changed("xl/workbook.xml", (main, strict)), FOUND)
    assert "Strict Open XML" in refused.value.sentence.vi


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("xl/worksheets/sheet1.xml", b"</worksheet>", b""),
        ("xl/worksheets/sheet1.xml", b'<row r="6"', b'<row r="six"'),
        ("xl/_rels/workbook.xml.rels", b"sheet1.xml", b"sheet9.xml"),
        ("xl/workbook.xml", b"<sheets>", b"<boards>"),
        ("xl/worksheets/sheet1.xml", b"<worksheet", '<!DOCTYPE a [<!ENTITY b "c">]><worksheet'.encode("utf-16")),
    ],
)
def test_a_part_that_is_broken_is_refused(name, before, after):
    with pytest.raises(Refused):
        marked(changed(name, (before, after)), FOUND)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_package_that_holds_a_part_twice_is_refused():
    kept = io.BytesIO(people.plain())
    with zipfile.ZipFile(kept, "a") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(Refused):
        filled(kept.getvalue(), {})


def test_names_written_with_backslashes_or_a_leading_stroke_are_found():
    parts = {name.replace("/", "\\"): text for name, text in people.parts_of(people.plain()).items()}
    written = marked(people.zipped(parts), FOUND)
    plainly = {name.replace("\\", "/"): text for name, text in people.parts_of(written).items()}
    assert plainly == people.parts_of(marked(people.plain(), FOUND))


def test_a_picture_that_is_damaged_is_named():
    content = people.zipped(people.parts_of(people.rich()))
    at = content.index(people.DOT[:8])
    with pytest.raises(Refused) as refused:
        marked(content[:at] + b"XXXXXXXX" + content[at + 8 :], FOUND)
    assert "image1.png" in refused.value.sentence.vi
