"""The consolidated workbook: numbers that are numbers, percentages that live, text that never becomes a formula."""

import io
import re
import subprocess
import zipfile
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest
from tests.documents.review_cast import NARRATIVES, OCCASION, ORGANISATION, PARTS_OF_THE_YEAR, PLAN, RESULTS, A, row

from tongket.files.consolidated import consolidated_workbook
from tongket.organisation import Organisation, OrgUnit
from tongket.plan import Plan
from tongket.results import Results
from tongket.words import LANGUAGES, Text

HEAD = 7
KNOWN_TO_EXCEL_2010 = {"IF", "AND", "ISNUMBER", "ROUND", "SUM"}


def written(language="vi", results=RESULTS, organisation=ORGANISATION, plan=PLAN, **changes):
    return consolidated_workbook(replace(OCCASION, **changes), organisation, plan, results, NARRATIVES, language)


def opened(content, *, values=False):
    return openpyxl.load_workbook(io.BytesIO(content), data_only=values)


def column(sheet, head):
    return next(cell.column_letter for cell in sheet[HEAD] if cell.value == head)


def line_of(sheet, name, under="Chỉ tiêu"):
    letter = column(sheet, under)
    return next(cell.row for cell in sheet[letter] if cell.value == name)


def cell(sheet, name, head):
    return sheet[f"{column(sheet, head)}{line_of(sheet, name)}"]


def formulas(book):
    for sheet in book:
        for line in sheet.iter_rows():
            yield from ((sheet.title, one) for one in line if one.data_type == "f")


def test_the_sheets_stand_in_the_order_of_the_report():
    assert opened(written()).sheetnames == [
        "Tổng hợp",
        "Theo đơn vị",
        "Theo phần",
        "Theo tháng",
        "Mốc tiến độ",
        "Tình hình nộp",
        "Phát hiện",
        "Nguồn gốc",
        "Tệp nguồn",
    ]


def test_a_year_without_data_still_opens_with_its_heads():
    book = opened(written(results=Results((), {}), plan=Plan()))
    assert book.sheetnames == ["Tổng hợp", "Nguồn gốc"]
    assert book["Tổng hợp"]["A3"].value == "Số liệu tính đến ngày 31/10/2022"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_carries_issuer_title_cut_off_and_stamp(language):
    stamp = {"vi": "SỐ LIỆU MINH HỌA", "ru": "ИЛЛЮСТРАТИВНЫЕ ДАННЫЕ", "en": "ILLUSTRATIVE DATA"}[language]
    for sheet in opened(written(language)):
        assert sheet["A1"].value == OCCASION.issuer.to(language)
        assert "2022" in sheet["A3"].value
        assert sheet["A5"].value == stamp
        assert stamp in sheet.oddHeader.right.text
    assert opened(written(language, illustrative=False)).worksheets[0]["A5"].value in (None, "")


def test_values_are_numbers_in_the_format_of_the_language_and_a_day_is_a_day():
    formats = {"vi": "[$-42A]#,##0.0", "ru": "[$-419]#,##0.0", "en": "[$-409]#,##0.0"}
    for language, form in formats.items():
        first = opened(written(language)).worksheets[0]["D8"]
        assert (first.value, first.number_format) == (3165, form)
    sheet = opened(written())["Tổng hợp"]
    assert cell(sheet, "Tần suất tai nạn mất ngày công", "KH 2022").number_format == "[$-42A]#,##0.00"
    assert cell(sheet, "Công trình biển A", "Ước TH 2022").value.date().isoformat() == "2022-12-05"


def test_a_range_a_bound_and_what_is_missing_are_text_in_the_place_of_the_number():
    sheet = opened(written())["Tổng hợp"]
    assert cell(sheet, "Gia tăng trữ lượng thu hồi", "KH 2022").value == "3,00–4,50"
    assert cell(sheet, "Khí đưa về bờ", "Ước TH 2022").value == "trên 2.990"
    assert cell(sheet, "Giếng khoan hoàn thành", "KH 2022").value == "không giao"
    units = opened(written())["Theo đơn vị"]
    assert cell(units, "Thu nhập bình quân", "Ước TH 2022").value == "chưa nộp"


def test_percentages_are_formulas_over_the_cells_beside_them():
    sheet = opened(written())["Tổng hợp"]
    line = line_of(sheet, "Doanh thu bán dầu, khí")
    plan, actual = (column(sheet, head) for head in ("KH 2022", "Ước TH 2022"))
    assert cell(sheet, "Doanh thu bán dầu, khí", "% ước TH/KH").value == (
        f'=IF(AND(ISNUMBER({actual}{line}),ISNUMBER({plan}{line})),IF({plan}{line}>0,ROUND({actual}{line}*100/{plan}{line},1),"–"),"–")'
    )


def test_the_difference_is_actual_less_plan_and_lives_too():
    sheet, values = opened(written())["Tổng hợp"], opened(written(), values=True)["Tổng hợp"]
    line = line_of(sheet, "Giá thành khai thác")
    plan, actual = (f"{column(sheet, head)}{line}" for head in ("KH 2022", "Ước TH 2022"))
    head = "Chênh lệch TH - KH"
    assert cell(sheet, "Giá thành khai thác", head).value == (
        f'=IF(AND(ISNUMBER({actual}),ISNUMBER({plan})),ROUND({actual}-{plan},1),"–")'
    )
    assert cell(values, "Giá thành khai thác", head).value == -2.3
    assert cell(values, "Gia tăng trữ lượng thu hồi", head).value == "–"


def test_less_is_better_and_dates_have_no_percentage_of_plan():
    sheet = opened(written())["Tổng hợp"]
    for name in ("Giá thành khai thác", "Tần suất tai nạn mất ngày công", "Công trình biển A"):
        assert cell(sheet, name, "% ước TH/KH").value == "–"
    assert cell(sheet, "Giá thành khai thác", "Ghi chú").value == "Đạt (thấp hơn KH 2,3)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_formula_last_gave_is_stored_for_programs_that_do_not_calculate(language):
    book, values = opened(written(language)), opened(written(language), values=True)
    stored = {(title, one.coordinate): values[title][one.coordinate].value for title, one in formulas(book)}
    assert len(stored) > 60
    assert all(value is not None for value in stored.values())
    sheet = values.worksheets[0]
    percents = {sheet[f"{letter}{line}"].value for letter in "HI" for line in range(8, 24)}
    assert {105.5, 171.8, 90, 100, 101.2} <= percents


def test_only_functions_that_excel_2010_knows_are_used():
    used = {name for _, one in formulas(opened(written())) for name in re.findall(r"[A-Z][A-Z.]+(?=\()", one.value)}
    assert used == KNOWN_TO_EXCEL_2010
    raw = zipfile.ZipFile(io.BytesIO(written()))
    assert not any(b"_xlfn" in raw.read(name) for name in raw.namelist())


def test_text_that_looks_like_a_formula_stays_text():
    evil = '=HYPERLINK("http://x";"y")'
    organisation = Organisation(org_units=(OrgUnit("TCT", Text("TCT")), OrgUnit("AN", Text(evil))))
    book = opened(written(organisation=organisation, issuer=Text("+1+1"), title=Text("@SUM(A1)")))
    found = [one for sheet in book for line in sheet.iter_rows() for one in line if one.value == evil]
    assert len(found) >= 3
    assert all(one.data_type == "s" for one in found)
    assert book.worksheets[0]["A1"].data_type == "s"
    assert all(evil not in one.value for _, one in formulas(book))


def test_a_number_longer_than_a_cell_holds_is_written_out_as_text():
    dong = "123456789012345678.25"
    results = Results((row("TCT", "REV", A.EXCEEDED, "100000000000000000", dong, "7"),), {})
    sheet = opened(written(results=results))["Tổng hợp"]
    assert cell(sheet, "Doanh thu bán dầu, khí", "Ước TH 2022").value == dong
    assert cell(sheet, "Doanh thu bán dầu, khí", "% ước TH/KH").value == "123,5"
    assert cell(sheet, "Doanh thu bán dầu, khí", "KH 2022").value == 10**17


def test_no_percentage_is_computed_that_the_results_withhold():
    results = Results((row("TCT", "REV", A.NOT_DUE, "10", "5", "4", percents=False),), {})
    sheet = opened(written(results=results))["Tổng hợp"]
    assert cell(sheet, "Doanh thu bán dầu, khí", "% ước TH/KH").value == "–"


@pytest.mark.parametrize(("parts", "gap"), [(3, "–"), (4, -5)])
def test_the_sum_of_some_org_units_only_is_no_shortfall(parts, gap):
    results = Results((row("TCT", "REV", A.UNDECIDED, "10", "5", "4", percents=False, parts=parts, expected=4),), {})
    sheet = opened(written(results=results), values=True)["Tổng hợp"]
    assert cell(sheet, "Doanh thu bán dầu, khí", "Ước TH 2022").value == 5
    assert cell(sheet, "Doanh thu bán dầu, khí", "Chênh lệch TH - KH").value == gap


def test_a_sheet_prints_turned_one_page_wide_with_heads_and_page_x_of_y():
    for sheet in opened(written()):
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToWidth in (None, 1)  # what is not said is 1
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == f"${HEAD}:${HEAD}"
        assert sheet.oddFooter.right.text == "Trang &P/&N"
        assert sheet.freeze_panes.endswith(str(HEAD + 1))
        assert sheet.auto_filter.ref.startswith(f"A{HEAD}:")
    papers = {sheet.title: int(sheet.page_setup.paperSize) for sheet in opened(written())}
    assert (papers["Tổng hợp"], papers["Mốc tiến độ"]) == (8, 9)


def test_parts_stand_set_in_below_their_whole():
    sheet = opened(written())["Tổng hợp"]
    assert [sheet[f"A{line}"].value for line in (8, 9, 10, 11)] == [1, None, None, 2]
    assert [sheet[f"B{line}"].value for line in (9, 10)] == ["trong đó: Lô 09-1", "Lô 09-3/12"]
    assert sheet["B10"].alignment.indent > 0


def test_rows_of_the_long_sheets_can_be_filtered_by_unit_indicator_and_part():
    sheet = opened(written())["Theo phần"]
    assert [one.value for one in sheet[8]][:6] == [
        "TCT",
        "Tổng công ty Minh Họa",
        "OIL",
        "Khai thác dầu và condensate",
        "Lô 09-1",
        "nghìn tấn",
    ]
    units = opened(written())["Theo đơn vị"]
    assert {units[f"A{line}"].value for line in range(8, units.max_row + 1)} == {"TCT", "AN", "BINH", "CUONG", "DUNG"}


def test_months_of_two_years_stand_one_below_the_other_with_their_sum():
    sheet = opened(written())["Theo tháng"]
    heads = [one.value for one in sheet[HEAD]]
    assert heads[5:18] == ["Năm", *(f"T{month}" for month in range(1, 13))]
    assert [sheet[f"F{line}"].value for line in (8, 9)] == [2022, 2021]
    assert sheet["S8"].value == "=ROUND(SUM(G8:R8),1)"
    assert opened(written(), values=True)["Theo tháng"]["S8"].value == pytest.approx(float(Decimal("2657.0")))


def test_every_figure_of_the_year_has_its_source():
    sheet = opened(written())["Nguồn gốc"]
    sources = {sheet[f"A{line}"].value: sheet[f"G{line}"].value for line in range(8, sheet.max_row + 1)}
    assert set(sources) == {str(f.address) for r in RESULTS.comparisons for f in r.figures.values()}
    assert sources["TCT/REV@2022:plan#council.a1"] == "inputs/year.xlsx!Số liệu!E8"
    files = opened(written())["Tệp nguồn"]
    assert [files["A8"].value, files["B8"].value] == ["inputs/year.xlsx", "ab" * 32]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_year_gives_the_same_bytes(language):
    assert written(language) == consolidated_workbook(*PARTS_OF_THE_YEAR, language)


def test_the_file_carries_the_day_of_the_paper_inside():
    core = zipfile.ZipFile(io.BytesIO(written())).read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2022-11-28T00:00:00Z"}


def recalculated(content, folder):
    """What LibreOffice makes of the formulas once their stored values are taken out."""
    source, stripped = zipfile.ZipFile(io.BytesIO(content)), folder / "stripped.xlsx"
    with zipfile.ZipFile(stripped, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = source.read(name)
            if name.startswith("xl/worksheets/"):
                member = re.sub(
                    rb"(<c r=\"[A-Z]+\d+\" s=\"\d+\")(?: t=\"str\")?(><f>[^<]*</f>)<v>[^<]*</v>", rb"\1\2", member
                )
                assert b"</f><v>" not in member
            target.writestr(name, member)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        folder / "out",
        stripped,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return opened((folder / "out" / "stripped.xlsx").read_bytes(), values=True)


@pytest.mark.needs_tool("soffice")
def test_libreoffice_computes_every_percentage_and_difference_as_we_did(tmp_path):
    ties = [
        ("8", "8.42"),
        ("16", "16.84"),
        ("400", "421"),
        ("3", "1"),
        ("7", "7.00007"),
        ("0.2", "0.2101"),
        ("1600", "1500.8"),
    ]
    rows = [row(f"T{at}", "REV", A.EXCEEDED, plan, actual, "3") for at, (plan, actual) in enumerate(ties)]
    rows += [row(f"D{n}", "OIL", A.EXCEEDED, f"{n * 40}", f"{n * 40}.{n:02}", "7.7") for n in range(1, 60)]
    content = written(results=replace(RESULTS, comparisons=(*RESULTS.comparisons, *rows)))
    ours, theirs = opened(content, values=True), recalculated(content, tmp_path)
    compared = 0
    for title, one in formulas(opened(content)):
        mine, other = ours[title][one.coordinate].value, theirs[title][one.coordinate].value
        assert mine == (pytest.approx(other, rel=1e-12) if isinstance(other, float | int) else other), (
            title,
            one.coordinate,
        )
        compared += 1
    assert compared > 250
