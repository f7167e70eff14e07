"""A mapping that a person gave back: what was corrected holds, and every fault is told at its cell."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tongket.dossier.foreign import Certainty, ColumnMapping, RowMapping, SheetMapping, WorkbookMapping
from tongket.dossier.foreign.mapping_table import (
    COLUMN_TABLE,
    COLUMNS_SHEET,
    META_SHEET,
    ROW_NAMES,
    ROWS_SHEET,
    SCHEMA,
    read_mapping,
)
from tongket.dossier.form import FormColumn
from tongket.dossier.grid import Book, Grid

CODES = frozenset({"OIL", "OIL/09-1", "GAS"})
OIL = ("PL 01", "B9", "Khai thác dầu", "", "KH 1", "OIL · Khai thác dầu", "tấn", "tấn", "chắc chắn", "", "")
PART = ("PL 01", "B11", "- Lô 09-1", "Khai thác dầu", "", "oil/09-1", "tấn", "tấn", "chắc chắn", "", "")
GAS = ("PL 01", "B12", "Khí", "", "", "GAS · Khí", "triệu m3", "triệu m3", "cần xác nhận", "", "")
CARS = ("PL 01", "B13", "Xe con", "", "", "", "", "", "bỏ qua", "", "")
COLUMNS = (
    ("PL 01", "B", "Chỉ tiêu", "Tên chỉ tiêu", "chắc chắn"),
    ("PL 01", "G", "Ước TH 2022", "Ước thực hiện cả năm", "chắc chắn"),
    ("PL 01", "H", "So sánh (%)", "không lấy", "bỏ qua"),
)


def given(*rows, columns=COLUMNS, org_unit="VSP", schema=SCHEMA):
    """A mapping workbook as it comes back, with lines of a person above the names."""
    meta = (("schema", schema), ("org_unit", org_unit), ("year", Decimal(2022)), ("file", "vsp.xlsx"))
    return Book(
        "VSP.xlsx",
        "",
        (
            Grid(ROWS_SHEET, (("BẢNG ĐỐI CHIẾU",), (), ROW_NAMES, *rows)),
            Grid(COLUMNS_SHEET, (("của tôi",), COLUMN_TABLE[:5], *columns)),
            Grid(META_SHEET, meta, hidden=True),
        ),
    )


def read(*rows, **about):
    return read_mapping(given(*rows, **about), "VSP", CODES)


def test_a_mapping_is_read_back_as_it_was_corrected():
    mapping, findings = read(OIL, PART, GAS, CARS)
    assert findings == ()
    assert mapping == WorkbookMapping(
        "VSP",
        2022,
        "vsp.xlsx",
        (
            SheetMapping(
                "PL 01",
                (
                    ColumnMapping(1, "Chỉ tiêu", FormColumn.NAME, Certainty.CERTAIN),
                    ColumnMapping(6, "Ước TH 2022", FormColumn.ESTIMATE, Certainty.CERTAIN),
                    ColumnMapping(7, "So sánh (%)", None, Certainty.IGNORED),
                ),
                (
                    RowMapping(8, "Khai thác dầu", "OIL", Certainty.CERTAIN, "tấn", "tấn", "", "KH 1"),
                    RowMapping(10, "- Lô 09-1", "OIL/09-1", Certainty.CERTAIN, "tấn", "tấn", "Khai thác dầu"),
                    RowMapping(11, "Khí", "GAS", Certainty.TO_CONFIRM, "triệu m3", "triệu m3"),
                    RowMapping(12, "Xe con", "", Certainty.IGNORED),
                ),
            ),
        ),
    )


def test_a_code_left_beside_a_row_that_is_left_out_says_nothing():
    mapping, findings = read(OIL, (*GAS[:8], "bỏ qua", "", ""))
    assert ([row.code for _, row in mapping.rows], findings) == (["OIL", ""], ())


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        ((*OIL[:5], "OLI", *OIL[6:]), "dossier.mapping-unknown-code", "F5"),
        ((*GAS[:5], "OIL", "", "", "chắc chắn", "", ""), "dossier.mapping-code-twice", "F5"),
        ((*GAS[:5], "", "", "", "chắc chắn", "", ""), "dossier.mapping-without-code", "I5"),
        ((*GAS[:8], "có lẽ", "", ""), "dossier.mapping-unknown-word", "I5"),
        ((GAS[0], "dòng 12", *GAS[2:]), "dossier.mapping-not-a-cell", "B5"),
    ],
)
def test_every_fault_is_told_at_its_cell(row, code, cell):
    _, (finding,) = read(OIL, row)
    assert (finding.code, finding.place.sheet, finding.place.cell) == (code, ROWS_SHEET, cell)
    assert cell in finding.sentence()


def test_a_kind_of_column_that_is_none_is_told():
    _, (finding,) = read(OIL, columns=(*COLUMNS[:2], ("PL 01", "H", "x", "Ước chừng", "bỏ qua")))
    assert (finding.code, finding.place.cell) == ("dossier.mapping-unknown-word", "D5")
    assert "Ước thực hiện cả năm" in finding.sentence()


def test_the_mapping_of_another_org_unit_is_not_used():
    mapping, (finding,) = read(OIL, org_unit="PVEP")
    assert (mapping, finding.code) == (None, "dossier.mapping-of-another-unit")


@pytest.mark.parametrize("book", [Book("x.xlsx", ""), given(OIL, schema="tongket-form/1")])
def test_what_is_no_mapping_is_refused(book):
    mapping, (finding,) = read_mapping(book, "VSP", CODES)
    assert (mapping, finding.code) == (None, "dossier.mapping-not-readable")


def test_a_mapping_that_lost_its_names_is_refused():
    book = given(OIL)
    without = replace(book, grids=(replace(book.grids[0], rows=book.grids[0].rows[3:]), *book.grids[1:]))
    assert read_mapping(without, "VSP", CODES)[0] is None
