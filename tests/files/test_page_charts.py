"""A chart on a page brings the letters it needs, whatever fonts a machine has."""

import base64
import io
import re
from decimal import Decimal

from fontTools.ttLib import TTFont

from tongket.documents import Chart, ChartKind, Point, Role, Series
from tongket.files.page_charts import page_svg

CHART = Chart(
    ChartKind.BARS,
    "Khai thác",
    ("Sản lượng khí đưa về bờ", "Gia tăng trữ lượng"),
    (Series("Ước TH 2022", (Point(Decimal("1.5"), "1,5"), Point(Decimal(2), "2,0")), Role.ACTUAL),),
    alt="Khai thác",
)


def test_every_letter_of_the_picture_is_in_the_font_it_carries():
    drawn = page_svg(CHART, "vi", "light", 640)
    font = TTFont(io.BytesIO(base64.b64decode(re.search(r"base64,([^)]+)\)", drawn)[1])))
    written = set("".join(re.findall(r"<text[^>]*>([^<]+)<", drawn))) - {" "}
    assert "ữ" in written
    assert written <= {chr(code) for code in font.getBestCmap()}


def test_the_picture_is_as_wide_as_asked_and_asks_no_other_place_for_anything():
    drawn = page_svg(CHART, "vi", "dark", 360)
    assert re.match(r'<svg [^>]*width="3[56]\d', drawn)
    assert "url(http" not in drawn
