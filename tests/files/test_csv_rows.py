"""Tables as CSV, from a program or from a spreadsheet."""

import pytest

from tongket.dossier import ReportedFigure
from tongket.figures import Amount
from tongket.files.csv_rows import column_letters, read, table_of
from tongket.yearbook import read as facts_of

HEADER = "org_unit,indicator,period,kind,value"


def rows_of(text, table="figures"):
    return read(text.encode(), "inputs/figures.csv", table)


def told(findings):
    return [(finding.code, finding.place.cell or finding.place.line) for finding in findings]


@pytest.mark.parametrize(
    ("stem", "table"),
    [
        ("figures", "figures"),
        ("figures-2012", "figures"),
        ("org_units-companies", "org_units"),
        ("figure", None),
        ("plan", None),
    ],
)
def test_a_file_is_named_after_its_table(stem, table):
    assert table_of(stem) == table


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_named_as_spreadsheets_name_them(index, letters):
    assert column_letters(index) == letters


def test_places_count_the_rows_a_spreadsheet_shows():
    rows, findings = rows_of(f'{HEADER},note\n"VSP",OIL,2021,actual,1,"hai\ndòng"\n\nVSP,OIL,2022,actual,2,\n')
    assert findings == ()
    assert [row.at("value").cell for row in rows] == ["E2", "E4"]
    assert rows[0].values["note"] == "hai\ndòng"


def test_commas_separate_exact_values_where_a_point_is_a_decimal_point():
    rows, _ = rows_of(f"{HEADER}\nVSP,OIL,2021,actual,2.999\n")
    (figure,), findings = facts_of(rows, ReportedFigure)
    assert findings == ()
    assert figure.amount == Amount.of("2.999")


def test_semicolons_come_from_a_spreadsheet_so_its_numbers_and_dates_are_read_as_typed():
    text = f"{HEADER};cut_off\nVSP;OIL;Quý IV/2021;Thực hiện chính thức;2999,4;30/11/2021\nVSP;OIL;2022;actual;2.999;\n"
    rows, _ = rows_of(text.replace(",", ";", 4).replace("value,cut", "value;cut"))
    (figure,), findings = facts_of(rows, ReportedFigure)
    assert figure.amount == Amount.of("2999.4")
    assert str(figure.period) == "2021-Q4"
    assert told(findings) == [("yearbook.date-as-text", "F2"), ("yearbook.ambiguous-number", "E3")]


@pytest.mark.parametrize(
    ("text", "told_at"),
    [
        ("", ("files.no-header", "A1")),
        (f"{HEADER},valu\n", ("yearbook.unknown-column", "F1")),
        (f"{HEADER},value\n", ("yearbook.column-twice", "F1")),
        (f"{HEADER}\nVSP,OIL,2021,actual,1,lost\n", ("files.extra-cell", "F2")),
        (f"{HEADER},\nVSP,OIL,2021,actual,1,lost\n", ("files.extra-cell", "F2")),
        (f'{HEADER}\nVSP,"OIL,2021,actual,1\n', ("files.csv-syntax", 2)),
        (f'{HEADER}\nVSP,"OIL"x,2021,actual,1\n', ("files.csv-syntax", 2)),
    ],
)
def test_what_would_be_lost_or_misread_is_told_at_its_cell(text, told_at):
    _, findings = rows_of(text)
    assert told(findings) == [told_at]


def test_a_wrong_column_is_told_once_however_many_rows_there_are():
    rows, findings = rows_of(f"{HEADER},valu\n" + "VSP,OIL,2021,actual,1,2\n" * 50)
    assert len(rows) == 50
    assert len(findings) == 1


def test_a_file_not_in_utf8_is_told():
    _, findings = read("org_unit\nĐơn vị\n".encode("utf-16"), "x.csv", "figures")
    assert [finding.code for finding in findings] == ["files.not-utf8"]
