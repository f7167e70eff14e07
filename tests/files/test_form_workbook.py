"""The form as a workbook: what is printed is locked, what is asked is open, and a program that is not ours agrees."""

import datetime as dt
import io
import subprocess
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.formula.translate import Translator

from tongket.dossier import Absence, Section
from tongket.dossier.form import (
    CUT_OFF_ROW,
    FIRST_ROW,
    HEAD_ROW,
    META_SHEET,
    NAME_ROW,
    NARRATIVE_ROWS,
    OPEN_COLUMNS,
    FormColumn,
    FormMeta,
    FormPart,
    FormRow,
    FormStage,
    NarrativeColumn,
    ReportForm,
)
from tongket.dossier.form_words import PART_TITLES
from tongket.figures import Amount
from tongket.files.book_reader import read_book
from tongket.files.form_workbook import PROPERTY, written
from tongket.plan import Direction
from tongket.words import LANGUAGES, Text
from tongket.year import Period

UP, DAY = Direction.UP, Direction.ON_DATE
DAY_2022 = Amount.of(dt.date(2022, 12, 31).toordinal())
ROWS = (
    FormRow("OIL", None, Text("Khai thác dầu"), "kt", 1, UP, Amount.of("3165"), Amount.of("2912"), sums=2),
    FormRow("OIL", "09-1", Text("trong đó: Lô 09-1"), "kt", 1, UP, Amount.parse(">3000"), Amount.of("2794")),
    FormRow("OIL", "09-3", Text("trong đó: Lô 09-3"), "kt", 1, UP, None, Amount.of("118")),
    FormRow("RES", None, Text("=Gia tăng trữ lượng"), "kt", 2, UP, None, Amount.parse("3.00..4.50")),
    FormRow("DIV", None, Text("Chuyển về"), "MUSD", 1, UP, None, None, Absence.NOT_ASSIGNED),
    FormRow("PROF", None, Text("Lợi nhuận"), "MUSD", 1, UP, Amount.of("-6.8"), Amount.of("-4.5"), may_be_negative=True),
    FormRow("PROJ", None, Text("Công trình biển A"), "day", 0, DAY, None, DAY_2022, accumulates=False),
)
PARTS = (
    FormPart("1", PART_TITLES["1"], ROWS),
    FormPart("words", PART_TITLES["words"]),
    FormPart("evidence", PART_TITLES["evidence"]),
)
FORM = ReportForm(
    "VSP", Text("Vietsovpetro", "Вьетсовпетро", "Vietsovpetro"), Period.of_year(2022), FormStage.ESTIMATE, "giao", "v1",
    dt.date(2022, 10, 31), PARTS, illustrative=True, due=dt.date(2022, 11, 20), indicators=("OIL", "RES"),
)  # fmt: skip


def opened(form=FORM, language="vi"):
    return openpyxl.load_workbook(io.BytesIO(written(form, language)))


def cell(sheet, code, column):
    codes = [row[FormColumn.CODE.position].value for row in sheet.iter_rows(min_row=FIRST_ROW + 1)]
    return sheet.cell(FIRST_ROW + 1 + codes.index(code), column.position + 1)


@pytest.mark.parametrize("stage", FormStage)
def test_only_the_cells_asked_for_at_the_stage_are_open(stage):
    sheet = opened(replace(FORM, stage=stage))["Bieu1"]
    asked = {FormStage.ESTIMATE: ("actual_to_date", "estimate"), FormStage.FINAL: ("actual",)}[stage]
    assert sheet.protection.sheet
    for row in ROWS:
        free = {str(column) for column in FormColumn if not cell(sheet, row.code, column).protection.locked}
        assert free == {*asked, "explanation"}


def test_what_is_printed_is_a_number_a_day_or_words_and_never_a_formula():
    sheet = opened()["Bieu1"]

    def printed(code):
        return [cell(sheet, code, column).value for column in (FormColumn.LAST_YEAR, FormColumn.PLAN)]

    assert printed("OIL") == [3165, 2912]
    assert printed("OIL/09-1") == ["trên 3.000", 2794]
    assert printed("RES") == ["–", "3,00–4,50"]
    assert printed("DIV") == ["–", "Không giao"]
    assert printed("PROF") == [-6.8, -4.5]
    assert printed("PROJ") == ["–", dt.datetime(2022, 12, 31)]  # noqa: DTZ001 - a cell knows no zone
    assert cell(sheet, "RES", FormColumn.NAME).value == "=Gia tăng trữ lượng"
    assert not [one for page in opened() for row in page.iter_rows() for one in row if one.data_type == "f"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_carries_the_cut_off_day_the_stamp_and_the_page_on_paper(language):
    book = opened(language=language)
    day = {"vi": "31/10/2022", "ru": "31.10.2022", "en": "31/10/2022"}[language]
    pages = [sheet for sheet in book if sheet.sheet_state == "visible"]
    assert len(pages) == 1 + len(PARTS)
    for sheet in pages:
        assert day in sheet.oddHeader.right.text
        assert sheet.oddHeader.center.text
        assert "&P" in sheet.oddFooter.right.text
        assert sheet.page_setup.paperSize == 9
    for sheet in pages[1:]:
        assert sheet.print_title_rows == f"${HEAD_ROW + 1}:${HEAD_ROW + 1}"
        assert day in sheet.cell(CUT_OFF_ROW + 1, 1).value
    assert not opened(replace(FORM, illustrative=False))["Bieu1"].oddHeader.center.text


def test_a_form_says_of_itself_what_it_is_where_nobody_changes_it_by_hand():
    book = opened()
    pairs = {row[0].value: row[1].value for row in book[META_SHEET].iter_rows()}
    assert FormMeta.parse(pairs) == FormMeta.of(FORM)
    assert book[META_SHEET].sheet_state == "veryHidden"
    assert {one.name: one.value for one in book.custom_doc_props.props} == {PROPERTY: FORM.id}


def test_the_columns_are_named_small_under_their_heads():
    sheet = opened()["Bieu1"]
    assert [one.value for one in sheet[NAME_ROW + 1]] == [str(column) for column in FormColumn]
    heads = [one.value for one in sheet[HEAD_ROW + 1]]
    assert heads[FormColumn.ACTUAL_TO_DATE.position] == "Thực hiện 10 tháng (đến 31/10/2022)"
    assert heads[FormColumn.ESTIMATE.position] == "Ước thực hiện năm 2022"


def test_an_open_cell_offers_the_three_words_and_lets_a_number_be_typed():
    sheet = opened()["Bieu1"]
    for code, column in (("OIL", FormColumn.ESTIMATE), ("PROJ", FormColumn.ACTUAL_TO_DATE)):
        place = cell(sheet, code, column).coordinate
        (rule,) = [one for one in sheet.data_validations.dataValidation if place in one.sqref]
        assert rule.formula1 == '"Không giao,Chưa có số liệu,Chưa đến hạn"'
        assert not rule.showErrorMessage
        assert rule.prompt


def colours(sheet, code, column):
    """The rules that colour a cell, each as it reads at that cell."""
    place = cell(sheet, code, column).coordinate
    found = []
    for area, rules in sheet.conditional_formatting._cf_rules.items():
        for rule in rules:
            if place in area.sqref:
                written_for = str(area.sqref).partition(":")[0]
                found.append(Translator(f"={rule.formula[0]}", written_for).translate_formula(place))
    return found


@pytest.mark.parametrize("column", OPEN_COLUMNS[FormStage.ESTIMATE])
def test_a_total_that_is_not_its_parts_shows_at_once(column):
    sheet = opened()["Bieu1"]
    place = cell(sheet, "OIL", column)
    parts = f"{place.column_letter}{place.row + 1}:{place.column_letter}{place.row + 2}"
    assert len([rule for rule in colours(sheet, "OIL", column) if f"ABS({place.coordinate}-SUM({parts}))" in rule]) == 1
    assert not [rule for rule in colours(sheet, "OIL/09-1", column) if "SUM(" in rule]


@pytest.mark.parametrize("stage", FormStage)
def test_every_cell_asked_for_shows_at_once_what_can_be_no_answer_and_turns_white_when_filled(stage):
    sheet = opened(replace(FORM, stage=stage))["Bieu1"]
    for row in ROWS:
        for column in OPEN_COLUMNS[stage]:
            place = cell(sheet, row.code, column).coordinate
            (wrong,) = [rule for rule in colours(sheet, row.code, column) if "Chưa có số liệu" in rule]
            assert f"NOT(ISNUMBER({place}))" in wrong
            assert (f"{place}<0" in wrong) is (row.code not in {"PROF", "PROJ"})
            assert (f"{place}<DATE(2017,1,1)" in wrong) is (row.code == "PROJ")
            assert f"=LEN(TRIM({place}))>0" in colours(sheet, row.code, column)


def test_an_estimate_below_what_was_reached_shows_at_once_where_figures_only_grow():
    sheet = opened()["Bieu1"]
    shown = {}
    for row in ROWS:
        so_far, whole = (cell(sheet, row.code, c).coordinate for c in OPEN_COLUMNS[FormStage.ESTIMATE])
        rules = colours(sheet, row.code, FormColumn.ESTIMATE)
        shown[row.code] = f"=AND(ISNUMBER({so_far}),ISNUMBER({whole}),{so_far}>{whole})" in rules
    assert {code for code, here in shown.items() if not here} == {"PROF", "PROJ"}


def test_numbers_show_the_decimals_of_their_indicator_in_the_language_of_the_form():
    assert cell(opened()["Bieu1"], "OIL", FormColumn.ESTIMATE).number_format == "[$-42A]#,##0.0"
    assert cell(opened()["Bieu1"], "RES", FormColumn.ESTIMATE).number_format == "[$-42A]#,##0.00"
    assert cell(opened(language="ru")["Bieu1"], "OIL", FormColumn.PLAN).number_format == "[$-419]#,##0.0"
    assert cell(opened()["Bieu1"], "PROJ", FormColumn.ESTIMATE).number_format == "dd/mm/yyyy"


def test_words_have_rows_for_every_section_and_causes_only_beside_shortcomings():
    sheet = opened()["Phan loi"]
    rows = [row for row in sheet.iter_rows(min_row=FIRST_ROW + 1) if row[0].value]
    assert len(rows) == sum(NARRATIVE_ROWS.values())
    assert rows[0][0].value == "Đặc điểm, tình hình"
    causes = [row for row in rows if not row[NarrativeColumn.CAUSE.position].protection.locked]
    assert {row[0].value for row in causes} == {"Tồn tại, hạn chế"}
    assert len(causes) == NARRATIVE_ROWS[Section.SHORTCOMING]


def test_the_same_form_gives_the_same_bytes_and_another_cut_off_others():
    assert written(FORM) == written(FORM)
    assert written(replace(FORM, cut_off=dt.date(2022, 11, 30))) != written(FORM)


def test_our_own_reader_takes_it_on_its_fast_way_and_finds_what_is_printed():
    book = read_book(written(FORM), "VSP.xlsx")
    grid = book.grid("Bieu1")
    assert not grid.computed
    assert grid.at(FIRST_ROW, FormColumn.CODE.position) == "OIL"
    assert grid.at(FIRST_ROW, FormColumn.LAST_YEAR.position) == Decimal(3165)
    assert grid.at(FIRST_ROW + 6, FormColumn.PLAN.position) == dt.date(2022, 12, 31)


@pytest.mark.needs_tool("soffice")
def test_libreoffice_opens_and_saves_it_without_losing_a_value_a_lock_or_what_it_says_of_itself(tmp_path):
    (tmp_path / "form.xlsx").write_bytes(written(FORM))
    profile, out = f"-env:UserInstallation=file://{tmp_path}/profile", str(tmp_path / "saved")
    kind = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out]
    command = ["soffice", profile, "--headless", *kind, str(tmp_path / "form.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    ours, theirs = opened(), openpyxl.load_workbook(tmp_path / "saved" / "form.xlsx")
    assert theirs.sheetnames == ours.sheetnames
    for name in ("Bieu1", "Phan loi", META_SHEET):
        for row in ours[name].iter_rows():
            for one in row:
                saved = theirs[name][one.coordinate]
                assert saved.value == one.value
                assert saved.protection.locked == one.protection.locked


def test_locked_sheets_may_be_widened_but_not_sorted_and_need_no_password():
    for sheet in (page for page in opened() if page.sheet_state == "visible"):
        held = sheet.protection
        assert held.sheet
        assert not held.password
        assert (held.formatColumns, held.formatRows, held.sort, held.insertRows, held.deleteRows) == (0, 0, 1, 1, 1)
    assert opened()["Bieu1"].freeze_panes == "D7"


def test_the_rows_of_the_unit_itself_are_open_but_for_their_code():
    sheet = opened()["Bieu1"]
    for at in FORM.part("1").own_rows:
        free = {str(column) for column in FormColumn if not sheet.cell(at + 1, column.position + 1).protection.locked}
        assert free == {"name", "measure", "last_year", "plan", "actual_to_date", "estimate", "explanation"}
