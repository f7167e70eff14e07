"""What the corpus of dossiers is made with: forms issued and filled in, and what happens to a file on its way."""

import copy
import csv
import datetime as dt
import shutil
import struct
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl

from tongket.words import OldEncoding, to_unicode

ROOT = Path(__file__).resolve().parents[3]
YEARS = ("cum-luyen-tap", "cluster-1-2022")
FIRST_ROW = 7
CODE, NAME, MEASURE, LAST_YEAR, PLAN, TO_DATE, ESTIMATE, FINAL, WHY = "BCDEFGHIJ"
WORDS = {
    "Đặc điểm, tình hình": ("Năm qua giá nhiên liệu, vật tư biến động mạnh.",),
    "Kết quả": ("Hoạt động sản xuất, kinh doanh ổn định; người lao động có đủ việc làm.",),
    "Tồn tại, hạn chế": (
        "Tiến độ mua sắm vật tư có thời điểm còn chậm.",
        "Thủ tục đấu thầu kéo dài.",
        "Lập kế hoạch mua sắm ngay từ đầu năm.",
    ),
    "Phương hướng, nhiệm vụ": ("Tiếp tục giữ vững an toàn, nâng cao hiệu quả quản lý.",),
    "Đề xuất, kiến nghị": ("Không có",),
}
_CODES_OF_TCVN3 = {
    to_unicode(sign, OldEncoding.TCVN3): sign
    for sign in map(chr, range(0xA1, 0x100))
    if to_unicode(sign, OldEncoding.TCVN3) != sign
}


def tongket(*arguments):
    """The command line, as an office calls it; only a wrong request raises."""
    from tongket.cli import main

    if main([str(one) for one in arguments]) == 2:
        raise ValueError(arguments)


def year_folder(year, folder):
    """A copy of an example year with nothing filed and nothing issued in it."""
    source = ROOT / "examples" / year
    shutil.copytree(source / "inputs", folder / "inputs", ignore=shutil.ignore_patterns("dossiers"))
    return folder


def year_before(folder, without=""):
    """The same office one year earlier: its forms of 2021, on request without the row that is new in 2022."""
    inputs = year_folder("cum-luyen-tap", folder) / "inputs"
    for table in inputs.glob("figures-*.csv"):
        table.unlink()
    for name in ("year.yaml", "plan.yaml", "targets.csv"):
        lines = (inputs / name).read_text(encoding="utf-8").replace("2022", "2021").splitlines()
        kept = [line for line in lines if not without or f",{without}," not in line]
        (inputs / name).write_text("\n".join(kept) + "\n", encoding="utf-8")
    return folder


def issue(folder, out, *options):
    """Issue forms of a year folder into a folder; return it."""
    contact = ("--issued-on", "2022-11-01", "--contact", "Thư ký Cụm")
    tongket("form", folder, "--out", out, *contact, *options)
    return out


def fill(book, year, unit):
    """Fill a form in as the unit would: figures by code, one plain sentence for each section."""
    with (ROOT / "examples" / year / "source" / "rows.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["org_unit"] == unit]
    by_code = {"/".join(filter(None, (row["indicator"], row["breakdown"]))): row for row in rows}
    for sheet in book.worksheets:
        if sheet.title.startswith("Bieu"):
            _fill_figures(sheet, by_code)
    if "Phan loi" in book.sheetnames:
        _fill_words(book["Phan loi"])


def _fill_figures(sheet, by_code):
    for at in range(FIRST_ROW, sheet.max_row + 1):
        if row := by_code.get(sheet[f"{CODE}{at}"].value):
            nothing = "Không giao" if row.get("plan_state") == "not_assigned" else "Chưa đến hạn"
            sheet[f"{TO_DATE}{at}"] = value_of(row["to_date"]) if row["to_date"] else nothing
            sheet[f"{ESTIMATE}{at}"] = value_of(row["estimate"]) if row["estimate"] else nothing
            sheet[f"{WHY}{at}"] = row["explanation"] or None


def value_of(text):
    """A number or a day, as it would be typed into the cell."""
    if text.count("-") == 2:
        return dt.datetime.fromisoformat(text)
    return float(text) if "." in text else int(text)


def _fill_words(sheet):
    done = set()
    for at in range(FIRST_ROW, sheet.max_row + 1):
        section = sheet[f"A{at}"].value
        if section and section not in done:
            done.add(section)
            for column, text in zip("BCD", WORDS[section], strict=False):
                sheet[f"{column}{at}"] = text


def opened(path):
    """A workbook as openpyxl opens it."""
    return openpyxl.load_workbook(path)


def saved(book):
    """The bytes of a workbook as openpyxl saves it."""
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def by_libreoffice(contents, to, folder):
    """Workbooks by their names, opened by LibreOffice and saved as another kind; all in one run, which is quicker."""
    shutil.rmtree(folder / "out", ignore_errors=True)
    (folder / "in").mkdir(parents=True, exist_ok=True)
    paths = [folder / "in" / name for name in contents]
    for path in paths:
        path.write_bytes(contents[path.name])
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir", str(folder / "out")]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=300)
    return {f"{path.stem}.{to}": (folder / "out" / f"{path.stem}.{to}").read_bytes() for path in paths}


def to_tcvn3(text):
    """Text as the old fonts of TCVN3 hold it; capitals with marks had a font of their own, so they become small."""
    return "".join(_CODES_OF_TCVN3.get(sign, _CODES_OF_TCVN3.get(sign.lower(), sign)) for sign in text)


def move_rows(sheet, order):
    """Put the rows of a table into another order, as sorting does: values and formats go together."""
    width = sheet.max_column
    held = {at: [(cell.value, copy.copy(cell._style)) for cell in sheet[at][:width]] for at in order}
    for target, source in zip(sorted(order), order, strict=True):
        for cell, (value, style) in zip(sheet[target], held[source], strict=False):
            cell.value, cell._style = value, style


def rezipped(content, changed=None, added=None):
    """A workbook's package with parts changed (a function of the text) and parts added."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            change = (changed or {}).get(name)
            new.writestr(name, change(data.decode()).encode() if change else data)
        for name, data in (added or {}).items():
            new.writestr(name, data)
    return stream.getvalue()


def with_macro(content):
    """The workbook as an .xlsm with a project of macros in it (its bytes are no project anybody could run)."""
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macro = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    kind = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    relation = (
        '<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
        'Target="vbaProject.bin"/>'
    )
    changed = {
        "[Content_Types].xml": lambda text: text.replace(main, macro).replace("<Default", kind + "<Default", 1),
        "xl/_rels/workbook.xml.rels": lambda text: text.replace("</Relationships>", relation + "</Relationships>"),
    }
    return rezipped(content, changed, {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2040)})


def with_link(content):
    """The workbook with a link to another file of the office, as pasting with links leaves it."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    part = "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"
    link = (
        f'<externalLink xmlns="{main}" xmlns:r="{relations}"><externalBook r:id="rId1"><sheetNames>'
        '<sheetName val="Sheet1"/></sheetNames></externalBook></externalLink>'
    )
    path = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{relations}/externalLinkPath" '
        'Target="file:///D:/Ke%20hoach/So%20lieu%20thang%2010.xlsx" TargetMode="External"/></Relationships>'
    )
    override = f'<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="{part}"/>'
    relation = f'<Relationship Id="rIdLink" Type="{relations}/externalLink" Target="externalLinks/externalLink1.xml"/>'
    reference = (
        f'</sheets><externalReferences><externalReference xmlns:r="{relations}" r:id="rIdLink"/></externalReferences>'
    )
    changed = {
        "[Content_Types].xml": lambda text: text.replace("</Types>", override + "</Types>"),
        "xl/_rels/workbook.xml.rels": lambda text: text.replace("</Relationships>", relation + "</Relationships>"),
        "xl/workbook.xml": lambda text: text.replace("</sheets>", reference, 1),
    }
    added = {"xl/externalLinks/externalLink1.xml": link, "xl/externalLinks/_rels/externalLink1.xml.rels": path}
    return rezipped(content, changed, added)


def with_password(content):
    """What Excel writes when a password is set: an OLE file with two streams, here with bytes that mean nothing."""
    end, free, size = 0xFFFFFFFE, 0xFFFFFFFF, 4096
    info, package = b"\x04\x00\x04\x00\x40\x00\x00\x00" + bytes(size - 8), (content * 2)[:size]
    fat = [0xFFFFFFFD, end, *range(3, 10), end, *range(11, 18), end]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, size, end, 0, end, 0)
    head += struct.pack("<109I", 0, *[free] * 108)
    entries = [("Root Entry", 5, 1, end, 0), ("EncryptionInfo", 2, free, 2, size), ("EncryptedPackage", 2, 2, 10, size)]
    entries[1], entries[2] = ("EncryptionInfo", 2, free, 2, size), ("EncryptedPackage", 2, free, 10, size)
    directory = b"".join(_entry(*one, left=free, right=2 if at == 1 else free) for at, one in enumerate(entries))
    return head + struct.pack("<128I", *fat, *[free] * (128 - len(fat))) + directory.ljust(512, b"\0") + info + package


def _entry(name, kind, child, start, size, *, left, right):
    text = name.encode("utf-16-le") + b"\0\0"
    place = struct.pack("<HBBIII", len(text), kind, 1, left, right, child)
    return text.ljust(64, b"\0") + place + bytes(36) + struct.pack("<IQ", start, size)
