"""Evidence is taken for what it is, whatever its name says; programs, secrets and other kinds stay outside."""

import io
import zipfile

import pytest

from tongket.files.evidence import evidence_fault, evidence_faults, kind_of

PDF, PNG, JPG = b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n....", b"\xff\xd8\xff\xe0...."


def words(text, **more):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:document>")
        for name, content in more.items():
            archive.writestr(f"word/{name}.bin", content)
    return out.getvalue()


def workbook():
    import openpyxl

    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (PDF, "a.pdf"),
        (PNG, "a.PNG"),
        (JPG, "a.jpeg"),
        (words("Biên bản"), "a.docx"),
        (workbook(), "a.xlsx"),
        (words("Chế độ bảo mật của hệ thống"), "a.docx"),
    ],
)
def test_what_it_says_it_is_and_is_goes_in(content, name):
    assert evidence_fault(content, name) is None


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"MZ\x90\x00", "a.pdf", "files.no-evidence"),
        (PDF, "a.png", "files.no-evidence"),
        (b"", "a.pdf", "files.no-evidence"),
        (b"<html><script>", "a.jpg", "files.no-evidence"),
        (words("x"), "a.xlsx", "files.no-evidence"),
        (words("x", vbaProject=b"x"), "a.docx", "files.programs-in-evidence"),
        (words("TUYỆT MẬT"), "a.docx", "files.classified"),
        (words('<!DOCTYPE x [<!ENTITY a "b">]>'), "a.docx", "files.damaged"),
        (PDF, "Công văn MẬT.pdf", "files.classified"),
        (workbook()[:-30], "a.xlsx", "files.no-evidence"),
    ],
)
def test_what_is_something_else_stays_outside(content, name, code):
    assert evidence_fault(content, name).code == code


def test_a_package_that_unpacks_beyond_the_limit_is_not_unpacked(monkeypatch):
    monkeypatch.setattr("tongket.files.evidence._MOST_UNPACKED", 100)
    assert evidence_fault(words("x" * 200), "a.docx").code == "files.too-big"


def test_a_pdf_a_picture_and_an_office_file_are_told_by_their_bytes():
    assert [kind_of(one) for one in (PDF, PNG, JPG, words("x"), workbook(), b"x")] == [
        "pdf", "png", "jpg", "docx", "xlsx", "",
    ]  # fmt: skip


def test_several_files_are_answered_in_their_order():
    first, second = evidence_faults([(PDF, "a.pdf"), (b"MZ", "b.pdf")])
    assert first is None
    assert second.place.file == "b.pdf"
