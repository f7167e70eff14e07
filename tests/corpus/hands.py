"""What hands and programs do to a form: rows sorted, columns pasted, letters of old fonts, links, macros, passwords."""

import io
import re
import struct
import unicodedata
import zipfile

from openpyxl.packaging.relationship import Relationship
from openpyxl.styles import Font
from openpyxl.workbook.external_link import ExternalLink
from openpyxl.workbook.external_link.external import ExternalBook
from tests.examples.programs import program

from tongket.dossier.form import FormColumn
from tongket.words import OldEncoding, to_unicode

LAST_YEAR, PLAN = FormColumn.LAST_YEAR, FormColumn.PLAN
TO_DATE, ESTIMATE, WHY = FormColumn.ACTUAL_TO_DATE, FormColumn.ESTIMATE, FormColumn.EXPLANATION
WORDS, EVIDENCE = "Phan loi", "Minh chung"
FIRST = 7
"""The first row of questions, as people count."""


def put(book, code, column, value):
    """Type a value into the cell of a row and a column, locked or not."""
    program("fill_forms").cell_of(book, code, column).value = value


def paste_as_text(sheet, column, texts):
    """Paste texts into a column, from the first row of questions down; None leaves a cell as it was."""
    for line, text in enumerate(texts, start=FIRST):
        if text is not None:
            sheet[f"{column}{line}"].number_format = "@"
            sheet[f"{column}{line}"].value = text


def sort_rows(sheet, last, key):
    """Sort the rows of questions by their values as a spreadsheet does: the format of a number moves with it."""
    rows = [[(cell.value, cell.number_format) for cell in line] for line in sheet[f"A{FIRST}:J{last}"]]
    for line, row in enumerate(sorted(rows, key=lambda row: key([value for value, _ in row])), start=FIRST):
        for column, (value, number_format) in enumerate(row, start=1):
            sheet.cell(line, column).value = value
            sheet.cell(line, column).number_format = number_format


def copy_row(sheet, line, to):
    """Copy what stands in a row into another one."""
    for cell in sheet[line]:
        sheet.cell(to, cell.column).value = cell.value


def swap_columns(sheet, one, other):
    """Put two columns of the table in each other's place, with their headings."""
    for line in range(5, sheet.max_row + 1):
        first, second = sheet[f"{one}{line}"], sheet[f"{other}{line}"]
        first.value, second.value = second.value, first.value


def decompose(book):
    """Write every text with its marks apart from the letters, as some programs on a Mac do."""
    for sheet in book:
        for cell in (cell for line in sheet.iter_rows() for cell in line if isinstance(cell.value, str)):
            cell.value = unicodedata.normalize("NFD", cell.value)


def in_tcvn3(cells, font=".VnTime"):
    """Put texts into the codes of TCVN3 and into a font that shows them."""
    shown = {sign: to_unicode(sign, OldEncoding.TCVN3) for sign in map(chr, range(0xA1, 0x100))}
    codes = {letter: sign for sign, letter in shown.items() if letter != sign}
    for cell in cells:
        cell.value = "".join(codes.get(letter, letter) for letter in cell.value)
        cell.font = Font(name=font, size=12)


def link_outside(book):
    """Let the workbook name another one, as a formula copied from it does."""
    link = ExternalLink(externalBook=ExternalBook(id="rId1"))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath"
    link.file_link = Relationship(Target="Bao-cao-ke-toan.xlsx", TargetMode="External", type=kind, Id="rId1")
    book._external_links.append(link)


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {info.filename: package.read(info) for info in package.infolist()}


def packed(members):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def with_cached(cell, value):
    """Give the formula of a cell the value its own program last saw."""

    formula = re.compile(rf'(<c r="{cell}"[^>]*><f>[^<]*</f>)<v(?: ?/>|></v>)')

    def change(content):
        sheets = {name: text for name, text in parts(content).items() if name.startswith("xl/worksheets/sheet")}
        given = {name: formula.sub(rf"\g<1><v>{value}</v>", text.decode()).encode() for name, text in sheets.items()}
        return packed(parts(content) | given)

    return change


def with_macro(content):
    """Make an .xlsm of a workbook: another kind of content and a part with (here, empty) macros."""
    members = parts(content)
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    types = members["[Content_Types].xml"].replace(kind, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")
    macro = b'<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    members["[Content_Types].xml"] = types.replace(b"</Types>", macro)
    relation = (
        b'<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
        b'Target="vbaProject.bin"/></Relationships>'
    )
    name = "xl/_rels/workbook.xml.rels"
    members[name] = members[name].replace(b"</Relationships>", relation)
    return packed(members | {"xl/vbaProject.bin": compound({"VBA": b"\0" * 64})})


def cut_short(content):
    """Lose the second half, as an interrupted download does."""
    return content[: len(content) // 2]


def with_password(content):
    """Lock a workbook as Excel does: no zip any more but a compound file around a package that only the key opens."""
    info = struct.pack("<HHI", 4, 4, 0x40) + b'<?xml version="1.0" encoding="UTF-8"?><encryption/>'
    sealed = bytes(byte ^ 0x5A for byte in content)
    return compound({"EncryptionInfo": info, "EncryptedPackage": struct.pack("<Q", len(content)) + sealed})


def compound(streams):
    """Return a compound file (MS-CFB, version 3) with streams, each padded so that it lies in sectors of 512 bytes."""
    end, free, fat_sector = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    padded = {name: content.ljust(4096, b"\0") for name, content in streams.items()}
    chains, sectors = [], []
    for content in padded.values():
        blocks = [content[at : at + 512].ljust(512, b"\0") for at in range(0, len(content), 512)]
        chains.append((len(sectors), len(blocks)))
        sectors += blocks
    directory = [_entry("Root Entry", 5, 1, end, 0)]
    for number, ((name, content), (start, _)) in enumerate(zip(padded.items(), chains, strict=True), start=1):
        following = number + 1 if number < len(padded) else free
        directory.append(_entry(name, 2, free, start, len(content), right=following))
    directory += [bytes(64) + b"\xff" * 12 + bytes(52)] * (-len(directory) % 4)
    table = [end if at == length - 1 else start + at + 1 for start, length in chains for at in range(length)]
    first_of_directory = len(sectors)
    blocks = [b"".join(directory[at : at + 4]) for at in range(0, len(directory), 4)]
    table += [first_of_directory + at + 1 for at in range(len(blocks) - 1)] + [end]
    sectors += blocks
    fats = 1
    while fats * 128 < len(table) + fats:
        fats += 1
    first_of_fats = len(sectors)
    table += [fat_sector] * fats
    table += [free] * (fats * 128 - len(table))
    sectors += [struct.pack("<128I", *table[at : at + 128]) for at in range(0, len(table), 128)]
    places = [first_of_fats + at for at in range(fats)] + [free] * (109 - fats)
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, fats, first_of_directory, 0, 4096, end, 0, end, 0)
    return head + struct.pack("<109I", *places) + b"".join(sectors)


def _entry(name, kind, child, start, size, right=0xFFFFFFFF):
    spelt = (name + "\0").encode("utf-16-le")
    ids = struct.pack("<III", 0xFFFFFFFF, right, child)
    return (
        spelt.ljust(64, b"\0")
        + struct.pack("<HBB", len(spelt), kind, 1)
        + ids
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
