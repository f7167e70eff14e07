"""What the head of a foreign column says it holds: “TH 2021”, “KH năm”, “10T/2022”, “Ước TH cả năm”, “So sánh %”.

Only heads whose words leave no choice are certain; the rest is proposed, or said to be nothing of ours.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tongket.dossier.foreign.labels import folded
from tongket.dossier.form import FormColumn

_YEAR: Final = re.compile(r"(?<![\d/.-])(20\d\d)(?!\d)|(?<=[/.-])(20\d\d)(?!\d)")
_PARTS: Final = re.compile(
    r"\b\d{1,2} ?(?:t|th|thang|months?|мес)\b|\b(?:luy ke|tu dau nam|den thoi diem|cong don|to date|с начала года)\b"
    r"|\b(?:den|het|tinh den|thuc hien den|th den|на) (?:ngay )?\d{1,2}[/.-]\d{1,2}"
)
_ONE_MONTH: Final = re.compile(r"\b(?:t|th|thang) ?\d{1,2}\b(?! thang)|\bquy ?(?:[1-4]|i{1,3}|iv)\b|\bky nay\b")
_COMPARED: Final = re.compile(
    r"%|\bty le\b|\bso sanh\b|\bso voi\b|\bss\b|\bhoan thanh\b|\btang\b|\bgiam\b|\bchenh lech\b|\btang truong\b"
    r"|\b(?:th|uoc|thuc hien|uoc th|ut) ?/ ?(?:kh|th|nam|ck|20)|\bcung ky\b|\bck\b|\bтемп\b|\bcompared\b"
)
_PLAN: Final = re.compile(r"\b(?:ke hoach|kh|giao|chi tieu giao|dang ky|план|plan|target)\b")
_REVISED: Final = re.compile(r"\b(?:dieu chinh|bo sung|dc|lan [1-9])\b")
_EXPECTED: Final = re.compile(r"\b(?:uoc|ut|uth|du kien|du bao|ожид\w*|оценка|estimate|expected)\b")
_DONE: Final = re.compile(r"\b(?:thuc hien|th|thuc te|ket qua|dat duoc|факт\w*|исполнение|actual)\b")
_FINAL: Final = re.compile(r"\b(?:chinh thuc|quyet toan|ca nam|nam)\b")
_BEFORE: Final = re.compile(r"\bnam (?:truoc|ngoai|lien ke)\b|\bпрошл\w* год\w*|\blast year\b")
_WORDS: Final = (
    (FormColumn.MEASURE, re.compile(r"\b(?:dvt|dv tinh|don vi tinh|don vi do|donvitinh|ед\.? ?изм\w*|measure|uom)\b")),
    (FormColumn.NUMBER, re.compile(r"^(?:tt|stt|so tt|so thu tu|№|n|no|№ ?п/п)$")),
    (FormColumn.CODE, re.compile(r"^(?:ma|ma so|ma chi tieu|ma ct|код|code)$")),
    (
        FormColumn.EXPLANATION,
        re.compile(r"\b(?:ghi chu|giai trinh|nguyen nhan|ly do|примечани\w*|пояснени\w*|notes?|remarks?)\b"),
    ),
    (
        FormColumn.NAME,
        re.compile(
            r"\b(?:chi tieu|noi dung|dien giai|danh muc|hang muc|ten goi|показател\w*|наименование|indicator)\b"
        ),
    ),
)
FIGURES: Final = (
    FormColumn.LAST_YEAR,
    FormColumn.PLAN,
    FormColumn.ACTUAL_TO_DATE,
    FormColumn.ESTIMATE,
    FormColumn.ACTUAL,
)


@dataclass(frozen=True, slots=True)
class HeadingReading:
    """What a head says: a column of the form or none of them, and whether its words leave no choice."""

    column: FormColumn | None
    certain: bool = True


_NOTHING: Final = HeadingReading(None)
_UNKNOWN: Final = HeadingReading(None, certain=False)


@lru_cache(maxsize=4096)  # every row near the top is tried as a head, alone and with those above it
def read_heading(text: str, year: int) -> HeadingReading:
    """Say what a head of a workbook about a year means; unknown words are none of ours, and that is not certain."""
    plain = folded(text)
    years = {int(one or other) for one, other in _YEAR.findall(plain)}
    if not plain:
        return _NOTHING
    if _COMPARED.search(plain):
        return _NOTHING  # quotients and differences are made here, never taken over
    for column, words in _WORDS:
        if words.search(plain) and not years:
            return HeadingReading(column)
    if _BEFORE.search(plain) or (years and max(years) < year):
        return _of_last_year(plain, years, year)
    if years and max(years) > year:
        return _NOTHING
    return _of_this_year(plain, years)


def _of_last_year(plain: str, years: set[int], year: int) -> HeadingReading:
    if years and max(years) < year - 1:
        return _NOTHING
    if _PLAN.search(plain) or _PARTS.search(plain) or _ONE_MONTH.search(plain):
        return _NOTHING
    return HeadingReading(FormColumn.LAST_YEAR, certain=bool(_DONE.search(plain) or _BEFORE.search(plain)))


def _of_this_year(plain: str, years: set[int]) -> HeadingReading:
    part, one_month = _PARTS.search(plain), _ONE_MONTH.search(plain)
    if _EXPECTED.search(plain):
        if one_month or part:
            return _UNKNOWN if part else _NOTHING  # an estimate of eleven months is not one of the year
        return HeadingReading(FormColumn.ESTIMATE)
    if _PLAN.search(plain) and not _DONE.search(plain.replace("thuc hien ke hoach", "")):
        if one_month or part:
            return _NOTHING
        return HeadingReading(FormColumn.PLAN, certain=not _REVISED.search(plain))
    if part:
        return HeadingReading(FormColumn.ACTUAL_TO_DATE)
    if one_month:
        return _NOTHING
    if _DONE.search(plain):
        return HeadingReading(FormColumn.ACTUAL, certain=bool(years or _FINAL.search(plain)))
    return _UNKNOWN


@lru_cache(maxsize=4096)
def heading_key(text: str, year: int) -> str:
    """Return what a head is known by next time: its words, years told from the year of the file, months left open."""

    def relative(found: re.Match[str]) -> str:
        return f" y{int(found[0]) - year:+d} "

    plain = re.sub(r"\b\d{1,2}[/.-]\d{1,2}[/.-]20\d\d\b", " day ", folded(text))
    plain = _YEAR.sub(relative, plain)
    plain = re.sub(r"\b\d{1,2} ?(t|th|thang|мес)\b", r" m \1 ", plain)
    return " ".join(re.findall(r"y[+-]\d+|[^\W_]+|%", plain))
