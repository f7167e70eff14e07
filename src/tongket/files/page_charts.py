"""Charts for pages: SVG that carries the letters it needs, since a picture on a page may load no font of its own."""

import base64
import functools
import io
import re
from typing import Final

from tongket.documents import Chart, Language
from tongket.files.charts import Theme, svg
from tongket.files.fonts import CHART_FAMILY, chart_fonts

_ELSE: Final = "Segoe UI, Noto Sans, Arial, sans-serif"
_WORDS: Final = re.compile(r">([^<>]+)<")


def page_svg(chart: Chart, language: Language, theme: Theme, width: int) -> str:
    """Return the chart as SVG `width` points wide that looks the same on every machine."""
    drawn = svg(chart, language, theme, width)
    letters = "".join(sorted(set("".join(_WORDS.findall(drawn)))))
    face = f'@font-face{{font-family:"{CHART_FAMILY}";src:url(data:font/ttf;base64,{_letters(letters)})}}'
    named = drawn.replace(f'font-family="{CHART_FAMILY}"', f'font-family="{CHART_FAMILY}, {_ELSE}"')
    head, _, body = named.partition(">")
    return f"{head}><style>{face}</style>{body}"


@functools.lru_cache(maxsize=128)
def _letters(letters: str) -> str:
    """The regular face of the charts' font with these letters alone, in base 64."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    upright = next(path for path in chart_fonts().files if "Italic" not in path.stem)
    written = io.BytesIO()
    with TTFont(upright) as font:
        subsetter = Subsetter(Options(layout_features=["kern", "mark", "mkmk", "ccmp"], notdef_outline=True))
        subsetter.populate(text=letters)
        subsetter.subset(font)
        instantiateVariableFont(font, {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}, inplace=True)
        font.save(written)
    return base64.b64encode(written.getvalue()).decode()
