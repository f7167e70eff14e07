"""Make the tables and the dossiers of the practice year `cum-luyen-tap` from the rows in its `source/` folder.

    PYTHONPATH=src .venv/bin/python examples/build_practice.py

Of a unit that filed several times every file is there; the last stands, and the README names the faults of those that
were sent back. Two need more than the form: an .xls is made by LibreOffice (`soffice`), which writes the time into it,
so its bytes differ from one making to the next and nothing else does; text in the fonts of TCVN3 is put back into the
codes that these fonts show.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

from fill_forms import cell_of, filled, issued
from openpyxl import load_workbook
from openpyxl.styles import Font
from openpyxl.workbook import Workbook
from source_rows import FILLED_ON, ISSUED_ON, LAST, THIS, Row, answers, last_year, rows_of, targets, this_year, write

from tongket.dossier.form import SHEETS, FormColumn, FormStage
from tongket.files.zips import settled
from tongket.words import OldEncoding, to_unicode

HERE: Final = Path(__file__).resolve().parent / "cum-luyen-tap"
FILING: Final = ("AN", "BINH", "CUONG", "DUNG")
FONT: Final = ".VnTime"
STAGE: Final = FormStage.ESTIMATE
_CODES: Final = {
    to_unicode(sign, OldEncoding.TCVN3): sign
    for sign in map(chr, range(0xA1, 0x100))
    if to_unicode(sign, OldEncoding.TCVN3) != sign
}

Answers = dict[str, dict[str, str]]


def build_tables(folder: Path) -> None:
    """Write the tables: the plan, the year before, what the merged unit stated, final figures and a correction."""
    rows = rows_of(HERE, "rows")
    write("targets", targets(rows, published="v1", made_up="v1"), folder)
    write(f"figures-{LAST}", last_year(rows), folder)
    merged = [row for row in rows if row["org_unit"] not in FILING]
    filing = [row for row in rows if row["org_unit"] in FILING]
    write(f"figures-{THIS}", [*this_year(merged), *this_year(filing, ["actual"]), _correction(filing)], folder)


def _correction(rows: list[Row]) -> Row:
    """An's revenue once more, after the audit; the last revision stands."""
    first = next(one for one in this_year(rows, ["actual"]) if (one["org_unit"], one["indicator"]) == ("AN", "REV"))
    return {**first, "value": "904.8", "revision": "2", "note": "Điều chỉnh sau kiểm toán"}


def build_dossiers(folder: Path) -> None:
    """Write the dossiers as they stand in the end: Cường's in an old font, Dũng's as an .xls."""
    folder.mkdir(exist_ok=True)
    (folder / "AN-lan-2.xlsx").write_bytes(dossier("AN"))
    (folder / "BINH-lan-3.xlsx").write_bytes(dossier("BINH"))
    (folder / "CUONG.xlsx").write_bytes(changed(dossier("CUONG"), in_old_font))
    as_xls(dossier("DUNG"), folder / "DUNG.xls")


def build_returned(folder: Path) -> None:
    """Write what came first and was sent back."""
    folder.mkdir(exist_ok=True)
    # An typed "2.999" as text: two numbers, and nobody may guess which.
    (folder / "AN-lan-1.xlsx").write_bytes(dossier("AN", {"CARGO": {"estimate": "=2.999"}}))
    # Bình left a cell empty, changed a printed plan, and sent a year below its ten months.
    first = dossier("BINH", {"INIT": {"estimate": ""}, "CARGO": {"estimate": "1288.0"}})
    as_xls(changed(first, lambda book: put(book, "CARGO", FormColumn.PLAN, 1680)), folder / "BINH-lan-1.xls")
    # Then it wrote tonnes for thousand tonnes, a number in words, and a sentence that its own table contradicts.
    second = dossier(
        "BINH",
        {"CARGO": {"actual_to_date": "1398000"}, "INC": {"estimate": "=khoảng 17"}},
        {"đạt 105,5% kế hoạch, tức vượt 5,5%": "vượt 8,8% kế hoạch"},
    )
    (folder / "BINH-lan-2.xlsx").write_bytes(second)


def dossier(unit: str, changes: Mapping[str, Mapping[str, str]] = {}, words: Mapping[str, str] = {}) -> bytes:
    """Return a unit's form filled in from the source, with some answers and words put otherwise."""
    given = answers(rows_of(HERE, "rows", org_unit=unit), STAGE)
    told = rows_of(HERE, "words", org_unit=unit)
    for code, answer in changes.items():
        given[code] = {**given[code], **answer}
    for right, wrong in words.items():
        told = [{**row, "text": row["text"].replace(right, wrong)} for row in told]
    return filled(issued(HERE, unit, STAGE, ISSUED_ON[STAGE]), given, told, on=FILLED_ON[STAGE])


def changed(made: bytes, change: Callable[[Workbook], None]) -> bytes:
    """Return a filled form after something was done to its cells by hand."""
    book = load_workbook(BytesIO(made))
    change(book)
    out = BytesIO()
    book.save(out)
    return settled(out.getvalue(), FILLED_ON[STAGE])


def put(book: Workbook, code: str, column: FormColumn, value: float) -> None:
    """Type over a cell of a row, also a locked one."""
    cell_of(book, code, column).value = value


def in_old_font(book: Workbook) -> None:
    """Put what the unit wrote in words into the codes of TCVN3 and the font that shows them."""
    for name in SHEETS.values():
        if name in book.sheetnames:
            for cell in (cell for line in book[name].iter_rows(min_row=7) for cell in line):
                if isinstance(cell.value, str) and not cell.protection.locked:
                    cell.value = "".join(_CODES.get(letter, letter) for letter in cell.value)
                    cell.font = Font(name=FONT, size=cell.font.size)


def as_xls(made: bytes, path: Path) -> None:
    """Save a form as an .xls, as a unit with an old Excel would."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise FileNotFoundError("LibreOffice (soffice) is needed to make an .xls.")
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / f"{path.stem}.xlsx"
        source.write_bytes(made)
        command = [soffice, f"-env:UserInstallation=file://{place}/profile", "--headless"]
        command += ["--convert-to", "xls", "--outdir", place, str(source)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own file, a program found by name
        shutil.copy(source.with_suffix(".xls"), path)


if __name__ == "__main__":
    build_tables(HERE / "inputs")
    build_dossiers(HERE / "inputs" / "dossiers")
    build_returned(HERE / "inputs" / "dossiers")
    print(f"made: {HERE}")
