"""The review says what the results say: each printed figure stands at its address, each gap is named, no more."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.documents.review_cast import NARRATIVES, OCCASION, ORGANISATION, PARTS_OF_THE_YEAR, PLAN, RESULTS, A, row

from tongket.documents import Chart, Heading, Note, Paragraph, Table, every_block, printed_figures
from tongket.documents.review import compose_review
from tongket.organisation import Organisation, OrgUnit, Parent
from tongket.plan import Breakdown, Plan, PlanVersion, VersionKind
from tongket.results import Results
from tongket.words import LANGUAGES, Text

MARKS = {"vi": (".", ","), "ru": ("\u00a0", ","), "en": (",", ".")}


def review(language="vi", results=RESULTS, plan=PLAN, organisation=ORGANISATION, narratives=NARRATIVES, **changes):
    return compose_review(replace(OCCASION, **changes), organisation, plan, results, narratives, language)


def blocks(paper, kind):
    return [block for block in paper.blocks if isinstance(block, kind)]


def texts(paper):
    return [block.text for block in blocks(paper, Paragraph)]


def table(paper, part):
    return next(block for block in blocks(paper, Table) if part in block.caption)


def cells_of(table, name):
    heads = [column.head for column in table.columns]
    row = next(row for row in table.rows if len(row.cells) > 1 and row.cells[1].text.endswith(name))
    return dict(zip(heads, (cell.text for cell in row.cells), strict=True))


def with_pencil(number, digits, language):
    """A number rounded and written by hand: half away from zero, the marks of the language."""
    scaled = abs(number) * 10**digits
    whole = int(scaled) + (scaled - int(scaled) >= Decimal("0.5"))
    text = f"{whole:0{digits + 1}d}"
    group, point = MARKS[language]
    body = f"{int(text[: len(text) - digits]):,}".replace(",", group)
    return ("-" if number < 0 and whole else "") + body + (point + text[-digits:] if digits else "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_printed_figure_is_the_figure_of_its_address(language):
    seen = set()
    for address, text in printed_figures(review(language)):
        figure = RESULTS.figures[address]
        digits = (
            1
            if figure.measure == "%"
            else next(i for i in PLAN.indicators if i.code == figure.address.indicator).digits
        )
        if figure.amount.is_exact and figure.measure != "day":
            assert text.rstrip("%\u00a0") == with_pencil(figure.amount.exact, digits, language), address
        seen.add(address)
    stated = {
        str(f.address) for r in RESULTS.comparisons for f in r.figures.values() if f.address.kind != "actual_to_date"
    }
    of_less_is_better = {a for a in stated if re.search(r"/(COST|LTIF|PROJ)@.*percent_of_plan", a)}
    assert stated - of_less_is_better <= seen


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_of_an_indicator_carries_the_address_of_every_figure_in_it(language):
    sentences = [
        one for one in blocks(review(language), Paragraph) if one.text.startswith("- ") and "[" not in one.text
    ]
    assert len(sentences) > 15
    for sentence in sentences:
        loose = re.findall(
            r"(?<![\d.])\d+[.,]\d+(?![\d.])", "".join(run.text for run in sentence.runs if not run.address)
        )
        assert [run for run in sentence.runs if run.address], sentence.text
        assert len(loose) <= (3 if sentence is sentences[-1] else 1), (
            sentence.text
        )  # what follows: a difference, a split


def test_reached_and_exceeded_are_never_confused():
    pairs = re.findall(r"đạt ([\d.]+),(\d)% kế hoạch, tức vượt ([\d.]+),(\d)%", "\n".join(texts(review())))
    assert len(pairs) >= 4
    for whole, tenth, over, over_tenth in pairs:
        assert Decimal(f"{whole}.{tenth}") - 100 == Decimal(f"{over}.{over_tenth}")
    assert not re.search(r"vượt 1\d\d,\d%", "\n".join(texts(review())))


def test_every_standing_has_its_word_in_the_note_of_the_table():
    paper = review()
    notes = {
        name: cells_of(table(paper, "Tổng công ty"), name)["Ghi chú"]
        for name in (
            "Khai thác dầu và condensate",
            "Giá thành khai thác",
            "Lợi nhuận sau thuế",
            "Lợi nhuận chuyển về nước",
            "Gia tăng trữ lượng thu hồi",
            "Khí đưa về bờ",
            "Giải ngân vốn đầu tư",
            "Giếng khoan hoàn thành",
            "Công trình biển A",
        )
    }
    assert list(notes.values()) == [
        "Vượt; chưa đủ (3/4 đơn vị)",
        "Đạt (thấp hơn KH 2,3)",
        "Không tính được (kế hoạch âm)",
        "Không tính được (kế hoạch bằng 0)",
        "Đạt",
        "Chưa đủ căn cứ kết luận",
        "Chưa đạt",
        "Không giao",
        "Đạt (sớm 26 ngày)",
    ]
    units = table(paper, "từng đơn vị")
    assert [row.cells[-1].text for row in units.rows if len(row.cells) > 1] == [
        "Vượt",
        "Chưa đạt (cao hơn KH 0,6)",
        "Chưa đến hạn",
        "Chưa đạt",
        "Chưa có số liệu",
        "Vượt",
        "Chưa nộp",
        "Chưa nộp",
    ]


def test_a_cost_below_plan_is_met_never_exceeded():
    rows = (row("TCT", "COST", A.EXCEEDED, "28.5", "26.2"),)
    root = table(review(results=Results(rows, {})), "Tổng công ty")
    assert cells_of(root, "Giá thành khai thác")["Ghi chú"] == "Đạt (thấp hơn KH 2,3)"


def test_a_range_a_bound_a_day_and_what_is_missing_stand_where_the_number_would():
    paper = review()
    root = table(paper, "Tổng công ty")
    assert cells_of(root, "Gia tăng trữ lượng thu hồi")["KH 2022"] == "3,00–4,50"
    assert cells_of(root, "Gia tăng trữ lượng thu hồi")["% ước TH/KH"] == "76,7–115,0"
    assert cells_of(root, "Khí đưa về bờ")["Ước TH 2022"] == "trên 2.990"
    assert cells_of(root, "Giếng khoan hoàn thành")["KH 2022"] == "không giao"
    assert cells_of(root, "Công trình biển A")["KH 2022"] == "31/12/2022"
    assert cells_of(root, "Giá thành khai thác")["% ước TH/KH"] == "–"
    assert cells_of(table(paper, "từng đơn vị"), "Thu nhập bình quân")["Ước TH 2022"] == "chưa nộp"
    assert cells_of(table(paper, "từng đơn vị"), "Công trình biển A")["Ước TH 2022"] == "chưa đến hạn"


def test_only_columns_with_data_are_printed():
    heads = [column.head for column in table(review(), "từng đơn vị").columns]
    assert heads == [
        "TT",
        "Chỉ tiêu",
        "ĐVT",
        "TH 2021",
        "KH 2022",
        "Ước TH 2022",
        "% ước TH/KH",
        "% so với 2021",
        "Ghi chú",
    ]
    assert "TH 10 tháng" in [column.head for column in table(review(), "Tổng công ty").columns]


def test_the_months_of_the_head_follow_the_cut_off():
    heads = [column.head for column in table(review(cut_off=OCCASION.cut_off.replace(day=15)), "Tổng công ty").columns]
    assert "TH đến 15/10/2022" in heads


def test_parts_stand_below_their_whole():
    names = [row.cells[1].text for row in table(review(), "Tổng công ty").rows[:3]]
    assert names == ["Khai thác dầu và condensate", "trong đó: Lô 09-1", "Lô 09-3/12"]
    assert [row.kind.value for row in table(review(), "Tổng công ty").rows[:3]] == ["normal", "indented", "indented"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_and_picture_with_a_percentage_of_plan_names_line_and_version(language):
    paper = review(language)
    head = {"vi": "% ước TH/KH", "ru": "% оценки к плану", "en": "Estimate, % of plan"}[language]
    plan = {
        "vi": "Hội đồng giao, điều chỉnh lần 1",
        "ru": "План Совета, корректировка № 1",
        "en": "Assigned by the Council, adjustment 1",
    }[language]
    held = [one for one in every_block(paper) if isinstance(one, Table) and head in [c.head for c in one.columns]]
    held += [one for one in blocks(paper, Chart) if one.kind == "percent"]
    assert len(held) >= 5
    assert all(plan in one.note for one in held)


def held_against_v1(comparison):
    old = {kind: f for kind, f in comparison.figures.items() if f.address.plan_version}
    new = {kind: replace(f, address=replace(f.address, plan_version="v1")) for kind, f in old.items()}
    return replace(comparison, plan_version="v1", figures={**comparison.figures, **new})


def test_a_row_against_another_plan_says_which():
    other = tuple(held_against_v1(r) if r.indicator == "CAPEX" else r for r in RESULTS.comparisons)
    paper = review(results=replace(RESULTS, comparisons=other))
    root = table(paper, "Tổng công ty")
    assert cells_of(root, "Giải ngân vốn đầu tư")["Ghi chú"] == "Chưa đạt; KH (2)"
    assert cells_of(root, "Doanh thu bán dầu, khí")["Ghi chú"] == "Vượt"
    assert "(2) Hội đồng giao, bản giao (Nghị quyết 53, 05/01/2022)" in root.note
    assert root.note.endswith("Dòng không ghi KH kèm số ở cột Ghi chú tính theo kế hoạch (1).")
    assert "Dòng không ghi" not in table(review(), "Tổng công ty").note
    assert any("kế hoạch 412,0 triệu USD (Hội đồng giao, bản giao);" in text for text in texts(paper))


def test_the_sections_follow_the_outline_of_the_year_s_review():
    heads = [one.text for one in blocks(review(), Heading) if one.level == "section"]
    assert heads == [
        "I. BỐI CẢNH, ĐẶC ĐIỂM TÌNH HÌNH",
        "II. KẾT QUẢ THỰC HIỆN KẾ HOẠCH NĂM 2022",
        "III. TỒN TẠI, HẠN CHẾ; NGUYÊN NHÂN VÀ GIẢI PHÁP",
        "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2023",
        "V. KIẾN NGHỊ, ĐỀ XUẤT",
    ]
    points = [one.text for one in blocks(review(), Heading) if one.level == "point"]
    assert points == [
        "a) Từng chỉ tiêu",
        "b) Chỉ tiêu đạt từ 150% kế hoạch trở lên (2)",
        "c) Chỉ tiêu chưa đạt (3)",
        "d) Về đích sớm (2)",
        "đ) Ảnh hưởng của sản lượng và giá đến doanh thu",
    ]


def test_a_shortcoming_stands_with_its_cause_and_remedy_or_says_that_none_is_stated():
    said = texts(review())
    at = said.index("1. Công ty An: Giải ngân vốn đầu tư chậm.")
    assert said[at + 1 : at + 6] == [
        "Nguyên nhân: Đấu thầu kéo dài.",
        "Giải pháp: Giao một đầu mối theo dõi hằng tuần.",
        "2. Một đơn vị chưa nộp báo cáo.",
        "Nguyên nhân: dữ liệu chưa nêu.",
        "Giải pháp: dữ liệu chưa nêu.",
    ]


def test_head_and_foot_are_those_of_the_occasion_and_blank_until_the_clerk_fills_them():
    paper = review()
    assert (paper.header.issuer, paper.header.number_line) == ("Tổng công ty Minh Họa", "Số: 07/BC-TCT")
    assert paper.header.place_and_date == "Vũng Tàu, ngày 28 tháng 11 năm 2022"
    assert (paper.cut_off, paper.stamp) == ("Số liệu tính đến ngày 31/10/2022", "SỐ LIỆU MINH HỌA")
    assert paper.recipients[-1] == "Lưu: VT, KH"
    assert paper.signatures[0].name == "Nguyễn Văn Ví Dụ"
    draft = review(number="", dated=None, illustrative=False)
    assert re.fullmatch(r"Số: +/BC-TCT", draft.header.number_line)
    assert re.fullmatch(r"Vũng Tàu, ngày +tháng +năm +", draft.header.place_and_date)
    assert draft.stamp == ""


def test_the_subject_does_not_say_report_a_second_time():
    paper = review(title=Text("Báo cáo tổng kết năm 2022"))
    assert (paper.title.kind, paper.title.subject) == ("BÁO CÁO", "Tổng kết năm 2022")


def test_a_vietnamese_body_closes_as_official_papers_do():
    assert texts(review())[-1].endswith("./.")
    assert not texts(review("en"))[-1].endswith("./.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_without_data_says_in_each_section_what_is_missing(language):
    paper = review(language, results=Results((), {}), plan=Plan(), narratives=())
    assert not list(printed_figures(paper))
    assert not blocks(paper, Table)
    assert not blocks(paper, Chart)
    clauses = [one for one in paper.blocks if isinstance(one, Heading) and one.level in ("section", "clause")]
    for heading in clauses:
        after = paper.blocks[paper.blocks.index(heading) + 1]
        assert isinstance(after, Paragraph | Heading)
    assert len(texts(paper)) == 9


def test_the_provenance_lists_every_address_printed_in_the_body_with_its_source():
    paper = review()
    body = {address for address, _ in printed_figures(replace(paper, appendices=()))}
    listed = {row.cells[2].text: row.cells[3].text for row in paper.appendices[1].blocks[0].rows if len(row.cells) > 1}
    assert set(listed) == body
    assert listed["TCT/REV@2022:estimate"] == "inputs/year.xlsx!Số liệu!E10 (SHA-256 abababababab…)"
    assert (
        listed["TCT/REV@2022:percent_of_plan#council.a1"]
        == "tỷ lệ của TCT/REV@2022:estimate, TCT/REV@2022:plan#council.a1"
    )


def test_the_appendix_of_findings_puts_the_gravest_first():
    rows = review().appendices[2].blocks[0].rows
    assert [row.cells[0].text for row in rows] == ["Phải sửa", "Cần giải trình"]
    assert rows[1].cells[1].text == "Đã in 108,8%, tính lại 105,5%. [results.printed-percent]"


def test_the_same_year_makes_the_same_paper():
    assert review() == compose_review(*PARTS_OF_THE_YEAR, "vi")


def test_every_picture_can_be_heard():
    for chart in blocks(review(), Chart):
        for series in chart.series:
            assert all(point.text in chart.alt for point in series.points)


SHELF = tuple(f"C{number:02}" for number in range(1, 61))


def shelf():
    """Sixty companies with five indicators each, and a root of seventy-five fields."""
    codes = ("OIL", "GAS", "REV", "CAPEX", "APG")
    fields = tuple(f"F{number}" for number in range(75))
    rows = [row("TCT", "OIL", A.EXCEEDED, "1830", "1831", "1800")]
    rows += [
        row("TCT", "OIL", A.NOT_AVAILABLE, None, str(number), "9", part=field) for number, field in enumerate(fields)
    ]
    rows += [row(unit, code, A.MET, str(at + 1), str(at + 1), "7") for at, unit in enumerate(SHELF) for code in codes]
    organisation = Organisation(
        org_units=tuple(OrgUnit(code, Text(f"Công ty {code}")) for code in ("TCT", *SHELF)),
        parents=tuple(Parent(code, "TCT") for code in SHELF),
    )
    plan = replace(PLAN, breakdowns=tuple(Breakdown(field, Text(f"Mỏ {field}")) for field in fields))
    figures = {str(f.address): f for r in rows for f in r.figures.values()}
    return review(results=Results(tuple(rows), figures), plan=plan, organisation=organisation)


def test_of_many_units_and_fields_the_body_shows_the_leading_ones_and_the_appendix_all():
    paper = shelf()
    root = table(paper, "Công ty TCT")
    assert [r.cells[1].text for r in root.rows][1:] == [
        "trong đó: Mỏ F74",
        "Mỏ F73",
        "Mỏ F72",
        "còn 72 phần khác: xem Phụ lục I",
    ]
    leading = [one for one in blocks(paper, Table) if "10 đơn vị lớn nhất" in one.caption]
    assert len(leading) == 5
    assert [r.cells[1].text for r in leading[0].rows][:2] == ["Công ty C60", "Công ty C59"]
    assert all("Còn 50 đơn vị khác: xem Phụ lục I." in one.note for one in leading)
    printed = [cell.text for r in paper.appendices[0].blocks[0].rows for cell in r.cells]
    assert all(f"Công ty {code} [{code}]" in printed for code in SHELF)
    assert sum("Mỏ F" in text for text in printed) == 75


def test_parts_of_too_many_members_are_left_to_the_workbook_and_it_is_said():
    rows = [row("TCT", "OIL", A.EXCEEDED, "5", "6")]
    rows += [row(f"C{n}", "OIL", A.NOT_AVAILABLE, None, "1", part=f"F{m}") for n in range(20) for m in range(40)]
    paper = review(results=Results(tuple(rows), {}))
    notes = [one.text for one in paper.appendices[0].blocks if isinstance(one, Note)]
    assert any("(800 dòng)" in note and "“Theo phần”" in note for note in notes)
    assert len(paper.appendices[0].blocks[0].rows) == 2


def test_of_very_many_findings_the_first_of_each_kind_stand_for_the_rest():
    many = RESULTS.findings[:1] * 80 + RESULTS.findings[1:]
    rows = review(results=replace(RESULTS, findings=many)).appendices[2].blocks[0].rows
    assert len(rows) == 7
    assert rows[-1].cells[1].text == "và 75 trường hợp tương tự: xem trang “Phát hiện” của tệp consolidated.xlsx"


def test_of_many_milestones_the_late_and_the_far_from_plan_are_shown():
    steps = [replace(RESULTS.milestones[2], days_late=days) for days in (0, 0, 5, -51, 0, -3)]
    outcomes = tuple(
        replace(one, milestone=replace(one.milestone, name=Text(str(n)))) for n, one in enumerate(steps * 4)
    )
    shown = table(review(results=replace(RESULTS, milestones=outcomes)), "Tiến độ")
    states = [row.cells[-1].text for row in shown.rows]
    assert len(states) == 15
    assert (states.count("muộn 5 ngày"), states.count("sớm 51 ngày"), states.count("sớm 3 ngày")) == (4, 4, 4)
    assert "và 9 trường hợp tương tự" in shown.note


def test_an_adjustment_is_counted_within_its_line():
    versions = (
        *PLAN.plan_versions,
        PlanVersion("council", "a2", VersionKind.ADJUSTED),
        PlanVersion("own", "a1", VersionKind.ADJUSTED),
    )
    renamed = tuple(replace(r, plan_version="a2") if r.plan_version else r for r in RESULTS.comparisons)
    paper = review(plan=replace(PLAN, plan_versions=versions), results=replace(RESULTS, comparisons=renamed))
    assert "Hội đồng giao, điều chỉnh lần 2" in table(paper, "Tổng công ty").note
