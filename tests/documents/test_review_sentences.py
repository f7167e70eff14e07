"""Each way to stand against a plan has its sentence, and no sentence says more than its figures."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.documents.review_cast import NARRATIVES, OCCASION, ORGANISATION, PLAN, RESULTS, YEAR, A, row

from tongket.documents.facts import Run
from tongket.documents.review_material import Material
from tongket.documents.review_sentences import (
    counting_sentence,
    early_sentence,
    high_rows,
    indicator_sentence,
    missed_rows,
    price_sentence,
    unit_sentence,
    worded,
)
from tongket.documents.review_standing import standing_text
from tongket.figures import Kind
from tongket.results import PriceEffect


def material(language="vi", **changes):
    return Material.gathered(OCCASION, ORGANISATION, PLAN, replace(RESULTS, **changes), NARRATIVES, language)


def said(runs):
    return "".join(run.text for run in runs)


def sentence_of(indicator, language="vi", unit="TCT", **options):
    known = material(language)
    found = next(r for r in known.yearly if (r.org_unit, r.indicator, r.breakdown) == (unit, indicator, None))
    return said(indicator_sentence(known, found, **options))


def as_sentence(name, *pieces):
    return f"- {name}: {'; '.join(pieces)}."


@pytest.mark.parametrize(
    "case",
    [
        (
            "REV",
            "Doanh thu bán dầu, khí",
            "kế hoạch 1.372,0 triệu USD",
            "ước thực hiện 2.356,8 triệu USD, đạt 171,8% kế hoạch, tức vượt 71,8%",
            "bằng 138,6% so với năm 2021",
        ),
        (
            "OIL",
            "Khai thác dầu và condensate",
            "kế hoạch 2.912,0 nghìn tấn",
            "ước thực hiện 3.072,2 nghìn tấn, chưa đủ (3/4 đơn vị), đạt 105,5% kế hoạch, tức vượt 5,5%",
            "bằng 97,1% so với năm 2021",
        ),
        (
            "CAPEX",
            "Giải ngân vốn đầu tư",
            "kế hoạch 412,0 triệu USD",
            "ước thực hiện 371,0 triệu USD, đạt 90,0% kế hoạch, còn thiếu 10,0%",
            "bằng 103,6% so với năm 2021",
        ),
        (
            "INIT",
            "Sáng kiến được công nhận",
            "kế hoạch 80 sáng kiến",
            "ước thực hiện 80 sáng kiến, đạt 100,0% kế hoạch",
            "bằng 95,2% so với năm 2021",
        ),
        (
            "COST",
            "Giá thành khai thác",
            "kế hoạch không quá 28,5 USD/thùng",
            "ước thực hiện 26,2 (thấp hơn KH 2,3) USD/thùng, đạt kế hoạch",
            "bằng 96,7% so với năm 2021",
        ),
        (
            "LTIF",
            "Tần suất tai nạn mất ngày công",
            "kế hoạch không quá 0,20 vụ/1 triệu giờ công",
            "ước thực hiện 0,00 (thấp hơn KH 0,20) vụ/1 triệu giờ công, đạt kế hoạch",
        ),
        (
            "PROF",
            "Lợi nhuận sau thuế",
            "kế hoạch -4,5 triệu USD",
            "ước thực hiện 7,6 triệu USD, không tính được tỷ lệ (kế hoạch âm)",
        ),
        (
            "DIV",
            "Lợi nhuận chuyển về nước",
            "kế hoạch 0,0 triệu USD",
            "ước thực hiện 1,5 triệu USD, không tính được tỷ lệ (kế hoạch bằng 0)",
        ),
        (
            "RES",
            "Gia tăng trữ lượng thu hồi",
            "kế hoạch 3,00–4,50 triệu tấn quy dầu",
            "ước thực hiện 3,45 triệu tấn quy dầu, bằng 76,7–115,0% kế hoạch, đạt kế hoạch",
            "bằng 132,7% so với năm 2021",
        ),
        (
            "GAS",
            "Khí đưa về bờ",
            "kế hoạch 3.000,0 triệu m3",
            "ước thực hiện trên 2.990 triệu m3, bằng trên 99,7% kế hoạch, chưa đủ căn cứ kết luận",
            "bằng trên 293,1% so với năm 2021",
        ),
        (
            "DRL",
            "Giếng khoan hoàn thành",
            "ước thực hiện 26 giếng, không giao chỉ tiêu",
            "bằng 118,2% so với năm 2021",
        ),
        (
            "APG",
            "Tỷ lệ sử dụng khí đồng hành",
            "kế hoạch 95,0%",
            "ước thực hiện 96,1%, đạt 101,2% kế hoạch, tức vượt 1,2%",
            "bằng 100,5% so với năm 2021",
        ),
        (
            "PROJ",
            "Công trình biển A",
            "kế hoạch 31/12/2022",
            "ước thực hiện 05/12/2022 (sớm 26 ngày), đạt kế hoạch",
        ),
    ],
)
def test_an_indicator_is_said_in_vietnamese(case):
    indicator, *pieces = case
    assert sentence_of(indicator) == as_sentence(*pieces)


@pytest.mark.parametrize(
    "case",
    [
        (
            "ru",
            "Выручка",
            "план 1\u00a0372,0 млн долл. США",
            "оценка 2\u00a0356,8 млн долл. США, 171,8\u00a0% плана, то есть больше плана на 71,8\u00a0%",
            "138,6\u00a0% к 2021 году",
        ),
        (
            "en",
            "Revenue",
            "plan 1,372.0 million USD",
            "estimate 2,356.8 million USD, 171.8% of plan, that is 71.8% above plan",
            "138.6% of 2021",
        ),
    ],
)
def test_an_indicator_is_said_in_russian_and_english(case):
    language, *pieces = case
    assert sentence_of("REV", language) == as_sentence(*pieces)


def test_a_difference_that_rounding_hides_is_said_in_the_indicator_s_own_measure():
    assert "đạt 100,0% kế hoạch, tức vượt 0,3 nghìn tấn" in sentence_of("OIL", unit="AN")
    assert "đạt 100,0% kế hoạch, còn thiếu 0,4 nghìn tấn" in sentence_of("OIL", unit="BINH")


def test_a_difference_below_the_indicator_s_decimals_gets_the_decimals_it_needs():
    tiny = row("AN", "OIL", A.EXCEEDED, "1500", "1500.004")
    assert "tức vượt 0,004 nghìn tấn" in said(indicator_sentence(material(), tiny))


def test_what_was_not_filed_and_what_is_not_due_is_said_without_a_figure_of_its_own():
    assert sentence_of("OIL", unit="DUNG") == "- Khai thác dầu và condensate: kế hoạch 112,0 nghìn tấn; chưa nộp."
    assert sentence_of("RES", unit="BINH").endswith("; chưa có số liệu.")
    assert sentence_of("PROJ", unit="AN") == "- Công trình biển A: kế hoạch 01/04/2023; chưa đến hạn."


def test_who_was_never_to_report_is_not_said_to_have_failed_to():
    lacking = row("TCT", "OIL", A.NOT_AVAILABLE, "112.0", None)
    assert said(indicator_sentence(material(), lacking)).endswith("; chưa có số liệu.")
    assert standing_text(material(), lacking) == "Chưa có số liệu"
    assert standing_text(material(), replace(lacking, org_unit="DUNG")) == "Chưa nộp"


def test_the_org_unit_is_named_where_several_are_spoken_of():
    assert sentence_of("OIL", unit="AN", of_unit=True).startswith("- Công ty An, Khai thác dầu và condensate: ")


def test_the_counts_leave_nobody_out():
    known = material()
    sentence = said(counting_sentence(known, known.totals("TCT"), "TCT"))
    assert sentence == (
        "Tổng công ty Minh Họa có 13 chỉ tiêu: 3 vượt kế hoạch, 5 đạt kế hoạch, 1 chưa đạt, 1 không giao, "
        "2 không tính được tỷ lệ, 1 chưa đủ căn cứ kết luận."
    )


def test_one_indicator_is_no_several_indicators_in_english():
    known = replace(material(), language="en")
    one, two = known.totals("DUNG")[:1], known.totals("DUNG")[:2]
    assert " 1 indicator: " in said(counting_sentence(known, one, "DUNG"))
    assert " 1 indicator: " in said(counting_sentence(known, one, None))
    assert said(unit_sentence(known, one, "DUNG")).endswith("has not filed; 1 indicator has no figure.")
    assert said(unit_sentence(known, two, "DUNG")).endswith("has not filed; 2 indicators have no figures.")


def test_a_unit_is_said_with_its_best_and_with_what_it_missed_or_that_it_did_not_file():
    known = material()
    lines = {code: said(unit_sentence(known, known.totals(code), code)) for code in known.members}
    assert lines["CUONG"].endswith("1 vượt kế hoạch. Cao nhất: Khai thác dầu và condensate, 190,8% kế hoạch.")
    assert lines["AN"].endswith("Chưa đạt: Giá thành khai thác 23,0 (cao hơn KH 0,6).")
    assert "Cao nhất" not in lines["BINH"]
    assert lines["DUNG"] == "Công ty Dũng chưa nộp báo cáo; 2 chỉ tiêu chưa có số liệu."


def test_one_hundred_and_fifty_per_cent_is_high_and_a_hair_less_is_not():
    rows = [row("AN", "OIL", A.EXCEEDED, "1000", value) for value in ("1500", "1499.99", "1600")]
    rows.append(row("AN", "COST", A.NOT_MET, "10", "20"))
    assert [r.actual.amount.exact for r in high_rows(material(), rows)] == [Decimal("1600"), Decimal("1500")]


def test_the_furthest_from_its_plan_comes_first_among_the_missed():
    rows = [row("AN", "OIL", A.NOT_MET, "100", value) for value in ("99", "10", "50")] + [
        row("AN", "OIL", A.MET, "1", "1")
    ]
    assert [str(r.actual.amount) for r in missed_rows(rows)] == ["10", "50", "99"]


def test_early_is_said_with_the_plan_and_the_day_or_the_month():
    known = material()
    lines = [said(early_sentence(known, finish, of_unit=True)) for finish in RESULTS.early_finishes]
    oil, year = "Khai thác dầu và condensate", "đạt kế hoạch năm"
    assert lines == [
        f"- Công ty Cường, {oil}: {year} (300,0 nghìn tấn) ngày 30/08/2022, sớm 123 ngày.",
        f"- Tổng công ty Minh Họa, {oil}, Lô 09-1: {year} (2.794,0 nghìn tấn) trong tháng 10/2022, sớm 61 ngày.",
    ]


def test_price_and_volume_add_up_to_the_difference_as_printed():
    known = material()
    assert said(price_sentence(known, RESULTS.price_effects[0], of_unit=False)) == (
        "- Doanh thu bán dầu, khí: kế hoạch 1.372,0 triệu USD; ước thực hiện 2.356,8 triệu USD; vượt 984,8 triệu USD; "
        "trong đó do sản lượng 100,5; do giá 884,3."
    )
    thirds = PriceEffect("TCT", "REV", YEAR, Decimal("100.00"), Decimal("90.16"), Decimal("85.05"), "MUSD")
    sentence = said(price_sentence(known, thirds, of_unit=False))
    assert "chênh lệch so với kế hoạch -9,8 triệu USD; trong đó do sản lượng -15,0; do giá 5,2." in sentence


def test_a_run_in_a_sentence_keeps_its_address():
    runs = worded("đạt {percent} kế hoạch", percent=Run("105,5%", address="A/B@2022:percent_of_plan#l.v"))
    assert [run.address for run in runs] == [None, "A/B@2022:percent_of_plan#l.v", None]
    assert said(runs) == "đạt 105,5% kế hoạch"


def test_a_row_judged_by_an_estimate_in_a_final_year_says_so():
    final = Material.gathered(replace(OCCASION, basis=Kind.ACTUAL), ORGANISATION, PLAN, RESULTS, (), "vi")
    assert "2.356,8 triệu USD, số ước, đạt 171,8% kế hoạch" in said(indicator_sentence(final, final.totals("TCT")[1]))
