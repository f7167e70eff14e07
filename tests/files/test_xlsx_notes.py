"""Remarks of people, their conversations and the controls in the same drawing outlive ours."""

from tests.files import peoples_workbooks as people

from tongket.files import xlsx_vml
from tongket.files.marked import marked
from tongket.words import FindingKind, Place

JUMP = FindingKind.warning("t.jump", "Ô tăng vọt.", "ru", "en")
SHEET, DRAWING = "xl/worksheets/sheet1.xml", "xl/drawings/vmlDrawing1.vml"
BUTTON = (
    b'<v:shape id="_x0000_s1090" type="#_x0000_t201"><v:textbox><div>M\xe1\xbb\x9f<br></div></v:textbox>'
    b'<x:ClientData ObjectType="Button"><x:Anchor>1, 0, 1, 0, 2, 0, 2, 0</x:Anchor></x:ClientData></v:shape>'
)


def found(cell):
    return JUMP.at(Place("", "Bieu1", cell))


def with_button():
    return people.with_part(people.rich(), DRAWING, lambda text: text.replace(b"</xml>", BUTTON + b"</xml>"))


def test_a_control_that_is_no_xml_stays_and_numbers_do_not_meet():
    content = marked(with_button(), [found("E6"), found("E7")])
    drawing = people.parts_of(content)[DRAWING]
    assert BUTTON in drawing
    assert b'"_x0000_s1091"' in drawing
    assert drawing.count(b'ObjectType="Note"') == 2
    assert BUTTON in people.parts_of(marked(content, []))[DRAWING]


def test_a_sheet_that_had_no_remarks_has_no_parts_for_them_once_ours_are_gone():
    sheet = "Biểu's 2"
    content = marked(people.rich(), [JUMP.at(Place("", sheet, "A1"))])
    assert len(people.parts_of(content)) == len(people.parts_of(people.rich())) + 3
    again = people.parts_of(marked(content, []))
    assert again.keys() - people.parts_of(people.rich()).keys() == {"xl/worksheets/sheet4.xml"}
    assert b"legacyDrawing" not in again["xl/worksheets/sheet3.xml"]


def test_a_box_is_wide_and_high_enough_whatever_the_columns_are():
    for content in (people.rich(), people.plain()):
        drawing = people.parts_of(marked(content, [found("A30")]))
        text = next(text for name, text in drawing.items() if name.endswith(".vml"))
        place, shape = list(xlsx_vml.boxes(text))[-1]
        assert place == (30, 1)
        assert b"width:255pt" in shape[0]


def test_the_box_of_somebodys_remark_grows_and_never_shrinks():
    first = people.parts_of(people.rich())[DRAWING]
    grown = people.parts_of(marked(people.rich(), [found("E7")] * 5))[DRAWING]

    def corner(drawing):
        return [int(part) for part in xlsx_vml._ANCHOR.search(drawing)[2].split(b",")][4:7:2]

    assert all(now > before for now, before in zip(corner(grown), corner(first), strict=True))
    assert corner(people.parts_of(marked(people.rich(), [found("E6")]))[DRAWING]) == corner(first)


THREAD = "xl/threadedComments/threadedComment1.xml"
PEOPLE = "xl/persons/person.xml"
NAMESPACE = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
TYPES = "http://schemas.microsoft.com/office/2017/10/relationships"


def in_conversation():
    """The rich workbook whose remark on E7 is a conversation, as newer Excel keeps it."""
    parts = people.parts_of(people.rich())
    said = '<threadedComment ref="E7" dT="2022-11-01T08:00:00.00" personId="{P}" id="{T}"><text>Chốt?</text>'
    said += "</threadedComment>"
    parts[THREAD] = f'<ThreadedComments xmlns="{NAMESPACE}">{said}</ThreadedComments>'.encode()
    parts[PEOPLE] = f'<personList xmlns="{NAMESPACE}"><person displayName="Lan" id="{{P}}"/></personList>'.encode()
    for name, kind, target in (
        ("xl/worksheets/_rels/sheet1.xml.rels", "threadedComment", f"/{THREAD}"),
        ("xl/_rels/workbook.xml.rels", "person", f"/{PEOPLE}"),
    ):
        link = f'<Relationship Id="rId77" Type="{TYPES}/{kind}" Target="{target}"/></Relationships>'
        parts[name] = parts[name].replace(b"</Relationships>", link.encode())
    return people.zipped(parts)


def test_in_a_conversation_ours_is_an_answer_and_is_withdrawn_again():
    content = marked(in_conversation(), [found("E7")])
    thread = people.parts_of(content)[THREAD].decode()
    assert thread.index("Chốt?") < thread.index("Ô tăng vọt.")
    assert 'parentId="{T}"' in thread
    assert b'displayName="tongket"' in people.parts_of(content)[PEOPLE]
    assert marked(content, [found("E7")]) == content
    again = people.parts_of(marked(content, []))[THREAD].decode()
    assert "Chốt?" in again
    assert "tăng vọt" not in again
