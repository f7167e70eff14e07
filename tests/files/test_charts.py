"""Charts show every figure as it was printed, in letters that can be read, whole, and without colour."""

import io
import json
import re
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from tongket.documents import Chart, ChartKind, Point, Role, Series
from tongket.files import charts
from tongket.files.fonts import CHART_FAMILY

LONG = "Tỷ lệ hoàn thành kế hoạch gia tăng trữ lượng thu hồi của các đơn vị thành viên ở nước ngoài"


def series(name, role, *texts):
    return Series(name, tuple(point(text) for text in texts), role)


def point(text):
    number = text.replace(".", "").replace(",", ".").rstrip("%")
    return Point(Decimal(number) if number.lstrip("-").replace(".", "").isdigit() else None, text)


MONTHS_2011 = "8,1 7,9 8,3 8,0 7,7 7,2 7,6 7,5 7,1 7,9 8,0 8,2"
MONTHS_2012 = "7,8 7,4 7,9 7,6 7,5 6,9 7,2 7,0 6,4 7,2 – –"
BARS = Chart(
    ChartKind.BARS,
    "Sản lượng",
    ("Dầu", LONG, "Khí"),
    (
        series("Thực hiện 2011", Role.LAST_YEAR, "2.999,4", "-512,3", "88,1"),
        series("Kế hoạch 2012", Role.PLAN, "3.000,0", "500,0", "không giao"),
        series("Thực hiện 2012", Role.ACTUAL, "3.165,0", "533,9", "92,6"),
    ),
    alt="Ba chỉ tiêu.",
    measure="nghìn tấn",
)
PERCENT = Chart(
    ChartKind.PERCENT,
    "Tỷ lệ",
    ("Dầu", "Khí", "Doanh thu"),
    (series("Tỷ lệ", Role.ACTUAL, "105,5%", "90,0%", "chưa đến hạn"),),
    alt="Ba chỉ tiêu so với 100%.",
    reference=Point(Decimal(100), "100%"),
)
LINES = Chart(
    ChartKind.LINES,
    "Theo tháng",
    tuple(f"T{month}" for month in range(1, 13)),
    (
        series("2011", Role.LAST_YEAR, *MONTHS_2011.split()),
        series("2012", Role.ACTUAL, *MONTHS_2012.split()),
    ),
    alt="Mười tháng.",
)
EVERY = pytest.mark.parametrize("chart", [BARS, PERCENT, LINES], ids=lambda chart: chart.kind.value)


def drawn(chart, language="vi", theme="light"):
    return ET.fromstring(charts.svg(chart, language, theme))


def texts(chart, language="vi", theme="light"):
    return [found for found in drawn(chart, language, theme).iter() if found.tag.endswith("}text")]


def said(chart, language="vi"):
    return [" ".join(found.itertext()) for found in texts(chart, language)]


def width_of(root):
    return float(root.get("width"))


@pytest.mark.parametrize("chart", [BARS, PERCENT], ids=lambda chart: chart.kind.value)
def test_every_figure_is_written_beside_its_bar_as_it_was_printed(chart) -> None:
    printed = said(chart)
    for one in chart.series:
        assert {point.text for point in one.points} <= set(printed)


def test_this_years_figures_are_written_at_their_points() -> None:
    assert {point.text for point in LINES.series[1].points if point.value is not None} <= set(said(LINES))


def test_figures_too_long_to_stand_side_by_side_are_written_only_where_they_matter() -> None:
    long = [f"{text}0001" for text in MONTHS_2011.split()]
    printed = said(replace(LINES, series=(series("2012", Role.ACTUAL, *long),)))
    assert {text for text in long if text in printed} == {"8,30001", "7,10001", "8,20001"}


def test_one_item_alone_has_bars_as_high_as_among_others() -> None:
    alone = replace(BARS, categories=("Dầu",), series=tuple(replace(one, points=one.points[:1]) for one in BARS.series))
    assert bar_height(alone) == pytest.approx(bar_height(BARS), rel=0.2)


def bar_height(chart):
    bars = [found for found in drawn(chart).iter() if found.get("aria-roledescription") == "bar"]
    return min(float(re.search(r"v(-?[\d.]+)", found.get("d"))[1]) for found in bars)


def test_why_there_is_no_bar_is_written_where_it_would_begin() -> None:
    assert "không giao" in said(BARS)
    assert "chưa đến hạn" in said(PERCENT)


@pytest.mark.parametrize(("language", "thousand"), [("vi", "1.000"), ("ru", "1\N{NO-BREAK SPACE}000"), ("en", "1,000")])
def test_axes_count_in_the_marks_of_the_language(language, thousand) -> None:
    assert thousand in said(BARS, language)


def test_axes_of_small_figures_keep_one_decimal_on_every_tick() -> None:
    ticks = [text for text in said(LINES) if re.fullmatch(r"\d,\d", text)]
    assert {"6,5", "7,0", "8,0"} <= set(ticks)
    assert "7" not in said(LINES)


def test_a_long_name_is_broken_into_lines_and_never_cut() -> None:
    assert not [text for text in said(BARS) if "…" in text]
    assert LONG in said(BARS)
    word = "Chỉtiêukhôngcókhoảngtrắngdàihơnchỗdànhchonó"
    assert word in said(replace(PERCENT, categories=(word, "Khí", "Thu")))


NEAR = replace(
    PERCENT,
    categories=("Dầu", "Khí", "Condensate", "Quy dầu"),
    series=(series("Tỷ lệ", Role.ACTUAL, "101,6%", "102,8%", "101,1%", "100,1%"),),
)


@pytest.mark.parametrize("chart", [BARS, PERCENT, LINES, NEAR], ids=["bars", "percent", "lines", "near"])
def test_nothing_stands_outside_the_picture(chart) -> None:
    image = Image.open(io.BytesIO(charts.png(chart, "vi"))).convert("RGB")
    edges = [image.crop(box) for box in _edges(*image.size)]
    assert all(edge.getextrema() == ((255, 255),) * 3 for edge in edges)


def _edges(width, height):
    return ((0, 0, width, 1), (0, height - 1, width, height), (0, 0, 1, height), (width - 1, 0, width, height))


@EVERY
def test_letters_are_at_least_nine_points_on_the_printed_page(chart) -> None:
    assert width_of(drawn(chart)) == charts.PAGE_WIDTH
    sizes = {float(found.get("font-size").removesuffix("px")) for found in texts(chart)}
    assert min(sizes) >= 9


@EVERY
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_letter_is_in_the_packaged_font(chart, theme) -> None:
    assert {found.get("font-family") for found in texts(chart, theme=theme)} == {CHART_FAMILY}


def test_a_letter_the_font_lacks_is_marked_instead_of_left_out() -> None:
    assert "Dầu ? ?" in said(replace(PERCENT, categories=("Dầu 漢 😀", "Khí", "Thu")))


@EVERY
def test_the_same_chart_gives_the_same_bytes(chart) -> None:
    first = (charts.svg(chart, "vi"), charts.png(chart, "vi"))
    charts.painted.cache_clear()
    assert (charts.svg(chart, "vi"), charts.png(chart, "vi")) == first


def test_a_picture_for_the_word_file_and_the_pdf_is_painted_once() -> None:
    charts.painted.cache_clear()
    charts.svg(BARS, "vi")
    charts.png(BARS, "vi")
    assert charts.painted.cache_info().misses == 1


def test_word_gets_enough_pixels_to_print() -> None:
    width = Image.open(io.BytesIO(charts.png(BARS, "vi"))).size[0]
    assert width / (charts.PAGE_WIDTH / 72) >= 200


@EVERY
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_letters_stand_out_from_the_page(chart, theme) -> None:
    page = charts.spec(chart, theme)["config"]["background"]
    for found in texts(chart, theme=theme):
        if found.get("stroke") is None:
            assert contrast(found.get("fill"), page) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_plan_actual_and_last_year_differ_in_grey_print(theme) -> None:
    fills = charts.spec(BARS, theme)["layer"][0]["encoding"]["fill"]["scale"]["range"]
    grey = [luminance(fill) for fill in fills]
    assert min(abs(one - other) for at, one in enumerate(grey) for other in grey[:at]) > 0.05
    assert fills[1] == charts.spec(BARS, theme)["config"]["background"]


def luminance(colour):
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_bars_below_the_line_have_another_colour() -> None:
    rows = charts.spec(PERCENT)["data"]["values"]
    assert [row["met"] for row in rows] == [True, False, False]
    assert "100%" in said(PERCENT)


def test_items_keep_their_order_and_like_names_stay_apart() -> None:
    chart = replace(PERCENT, categories=("Khí", "Dầu", "Khí"))
    names = [text for text in said(chart) if text in {"Khí", "Dầu"}]
    assert names == ["Khí", "Dầu", "Khí"]


def test_months_that_differ_little_do_not_begin_at_zero_and_others_do() -> None:
    low = charts.spec(LINES)["layer"][0]["encoding"]["y"]["scale"]["domain"][0]
    wide = replace(LINES, series=(series("2012", Role.ACTUAL, "1,0", *["9,0"] * 11),))
    assert low > 5
    assert charts.spec(wide)["layer"][0]["encoding"]["y"]["scale"]["domain"][0] == 0


def test_bars_always_begin_at_zero() -> None:
    near = replace(PERCENT, series=(series("Tỷ lệ", Role.ACTUAL, "99,0%", "99,5%", "100,5%"),))
    assert charts.spec(near)["layer"][0]["encoding"]["x"]["scale"]["domain"][0] == 0


def test_a_specification_is_plain_json_of_the_published_schema() -> None:
    found = json.loads(json.dumps(charts.spec(BARS)))
    assert found["$schema"].endswith("vega-lite/v5.json")
    assert found["description"] == BARS.alt
