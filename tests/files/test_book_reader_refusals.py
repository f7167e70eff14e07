"""A workbook that is not read is one sentence that says what to do; nothing else happens."""

import io
import re
import zipfile

import pytest
from tests.files.test_book_reader import code_of, grid_of, replaced, with_sheet, written

from tongket.files.book_reader import read_book
from tongket.files.workbook_guard import MAX_BYTES

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'
FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def zipped(**parts):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "files.damaged"),
        (b"PK\x03\x04", "files.damaged"),
        (with_sheet(ONE)[:-40], "files.damaged"),
        (OLE + "EncryptedPackage\0".encode("utf-16-le"), "files.locked"),
        (OLE + "Workbook\0".encode("utf-16-le"), "files.damaged"),
        (OLE + "WordDocument\0".encode("utf-16-le"), "files.wrong-type"),
        (b"%PDF-1.7", "files.wrong-type"),
        (b"\xef\xbb\xbf<html><table>", "files.wrong-type"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "files.wrong-type"),
        (zipped(word__document="x", **{"word/document.xml": ""}), "files.wrong-type"),
        (with_sheet(ONE, **{"xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>'}), "files.damaged"),
        (with_sheet(ONE, **{"xl/workbook.xml": "<workbook/>".encode("utf-16")}), "files.damaged"),
        (with_sheet(ONE, **{"xl/workbook.xml": "<workbook/>"}), "files.damaged"),
        (with_sheet(ONE, **{"xl/worksheets/sheet1.xml": "<worksheet><!-- cut"}), "files.damaged"),
        (with_sheet('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'), "files.damaged"),
        (with_sheet(ONE, **{"xl/media.xml": b"0" * 50_000_000}), "files.unsafe"),
        (b"0" * (MAX_BYTES + 1), "files.too-big"),
    ],
    ids=range(17),
)
def test_what_cannot_be_read_is_one_sentence(content, code):
    assert code_of(content) == code


def test_two_parts_of_one_name_are_refused_since_readers_differ_in_which_they_take():
    kept = io.BytesIO(with_sheet(ONE))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(kept, "a") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
    assert code_of(kept.getvalue()) == "files.damaged"


def test_a_part_that_unpacks_to_more_than_it_states_is_refused():
    content = with_sheet(ONE)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entry = archive.getinfo("xl/worksheets/sheet1.xml")
    stated = entry.file_size.to_bytes(4, "little")
    assert content.count(stated) == 2
    assert code_of(content.replace(stated, (entry.file_size - 1).to_bytes(4, "little"))) == "files.damaged"


def test_cells_too_far_apart_are_refused_by_the_cell_whatever_the_sheet_states():
    found = read_book(with_sheet(FAR, '<dimension ref="A1"/>'), "a.xlsx")
    assert (found.code, str(found.place)) == ("files.too-far", "a.xlsx!Bieu1!XFD1048576")
    hidden_from_a_glance = FAR.replace('"XFD1048576"', "'&#88;FD1048576'")
    assert code_of(with_sheet(hidden_from_a_glance)) == "files.too-far"


def test_a_far_cell_without_a_value_and_a_vast_stated_dimension_hurt_nobody():
    far = ONE + '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert grid_of(with_sheet(far, '<dimension ref="A1:XFD1048576"/>')).rows == grid_of(with_sheet(ONE)).rows


@pytest.mark.parametrize("text", ["MẬT", "(TỐI MẬT)", "Tuyệt mật", "Số 5\nMẬT", "Độ mật: Mật", "MA\u0323\u0302T"])
def test_a_mark_of_secrecy_is_refused_at_its_cell(text):
    found = read_book(written(lambda book: book.add_worksheet("Bieu1").write(4, 1, text)), "a.xlsx")
    assert (found.code, str(found.place)) == ("files.classified", "a.xlsx!Bieu1!B5")


@pytest.mark.parametrize("mark", ["M&#7852;T", "M&#x1EAC;T", "T&#7888;I M&#7852;T"])
def test_a_mark_written_in_character_references_is_seen_as_well(mark):
    row = f'<row r="5"><c r="B5" t="inlineStr"><is><t>{mark}</t></is></c></row>'
    found = read_book(with_sheet(row), "a.xlsx")
    assert (found.code, str(found.place)) == ("files.classified", "a.xlsx!Bieu1!B5")


@pytest.mark.parametrize(
    "text", ["Bí mật thương mại", "mật độ", "BẢO MẬT", "MẬT ONG", "Mật", "xử lý văn bản MẬT", "bí\nmật"]
)
def test_a_word_that_only_holds_the_letters_is_no_mark(text):
    assert grid_of(written(lambda book: book.add_worksheet("Bieu1").write(4, 1, text))).at(4, 1) == text


def test_a_mark_whose_letters_are_written_as_numbers_is_seen():
    cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>M&#7852;T</t></is></c></row>'
    assert code_of(with_sheet(cell)) == "files.classified"


def test_a_stamp_drawn_into_a_shape_or_a_header_is_seen():
    box = written(lambda book: book.add_worksheet("Bieu1").insert_textbox(0, 0, "TỐI MẬT"))
    assert code_of(box) == "files.classified"
    assert code_of(written(lambda book: book.add_worksheet("Bieu1").set_header('&R&"Arial"MẬT'))) == "files.classified"
    assert grid_of(written(lambda book: book.add_worksheet("Bieu1").insert_textbox(0, 0, "BẢO MẬT"))).rows == ()


@pytest.mark.parametrize(
    ("file", "is_marked"),
    [
        ("Báo cáo MẬT.xlsx", True),
        ("BC_TUYỆT MẬT_2022.xlsx", True),
        ("(MẬT) bieu.xlsx", True),
        ("MẬT.xlsx", True),
        ("BÍ MẬT KINH DOANH.xlsx", False),
        ("mật độ.xlsx", False),
        ("MẬT ĐỘ DÂN SỐ.xlsx", False),
        ("MAT.xlsx", False),
    ],
)
def test_the_name_of_a_file_may_bear_the_mark(file, is_marked):
    found = read_book(with_sheet(ONE), file)
    assert (getattr(found, "code", "") == "files.classified") == is_marked


def test_a_finding_says_it_in_three_languages():
    found = read_book(with_sheet(FAR), "a.xlsx")
    assert all("XFD1048576" in found.sentence(language) for language in ("vi", "ru", "en"))


def test_a_list_that_states_more_members_than_any_machine_holds_makes_no_room_for_them():
    """Found by spoiling ten thousand workbooks: the fast reader ended the process."""
    content = written(lambda book: book.add_worksheet("Bieu1").write(0, 0, "dầu"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        styles, texts = (archive.read(name).decode() for name in ("xl/styles.xml", "xl/sharedStrings.xml"))
    vast = {
        "xl/styles.xml": re.sub(r'(<cellXfs )count="\d+"', r"\1count = '4294967296'", styles),
        "xl/sharedStrings.xml": re.sub(r'ount="\d+"', 'ount="4294967296"', texts),
    }
    assert vast["xl/styles.xml"] != styles
    assert vast["xl/sharedStrings.xml"] != texts
    assert grid_of(replaced(content, vast)).at(0, 0) == "dầu"
