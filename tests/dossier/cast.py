"""The form every test of this room knows, Vietsovpetro's of 2022 on estimates, and the workbook it comes back in."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from tongket.dossier.facts import Absence
from tongket.dossier.form import (
    CUT_OFF_ROW,
    EVIDENCE_PART,
    META_SHEET,
    NARRATIVE_PART,
    NARRATIVE_ROWS,
    TITLE_ROW,
    UNIT_ROW,
    EvidenceColumn,
    FormColumn,
    FormMeta,
    FormPart,
    FormRow,
    FormStage,
    NarrativeColumn,
    ReportForm,
)
from tongket.dossier.form_words import ABSENCE_NAMES, PART_TITLES, SECTION_NAMES
from tongket.dossier.grid import Book, Grid
from tongket.dossier.rules import check_book
from tongket.dossier.wording import figure_text
from tongket.figures import Amount, measure_of
from tongket.plan import Direction
from tongket.words import Text
from tongket.year import Period

YEAR = Period.parse("2022")
CUT_OFF = dt.date(2022, 10, 31)


def row(code, name, measure, plan, last_year, **more):
    indicator, _, breakdown = code.partition("/")
    amounts = {"plan": plan and Amount.parse(plan), "last_year": last_year and Amount.parse(last_year)}
    digits = more.pop("digits", 1)
    direction = more.pop("direction", Direction.UP)
    return FormRow(indicator, breakdown or None, Text(name), measure, digits, direction, **amounts, **more)


def ordinal(text):
    return str(dt.date.fromisoformat(text).toordinal())


OIL = row("OIL", "Khai thác dầu", "kt", "2912.0", "3165.0", sums=2)
BLOCK = row("OIL/09-1", "trong đó: Lô 09-1", "kt", "2794.0", "3021.5")
OTHER_BLOCK = row("OIL/09-3/12", "trong đó: Lô 09-3/12", "kt", "118.0", "143.5")
GAS = row("GAS", "Khí đưa về bờ", "Mm3", "880.0", "1020.0")
PROFIT = row("PROF", "Lợi nhuận sau thuế", "MUSD", "168.0", "282.5", may_be_negative=True)
RESERVES = row("RES", "Gia tăng trữ lượng", "kt", "3000..4500", "2350.0")
COST = row("COST", "Giá thành", "USD/thùng", "28.5", "27.1", direction=Direction.DOWN, accumulates=False)
APG = row("APG", "Tỷ lệ sử dụng khí", "%", "95.0", "95.6", accumulates=False)
FIRST_OIL = row(
    "PROJ", "Dòng dầu đầu tiên", "day", ordinal("2022-12-31"), None, direction=Direction.ON_DATE, accumulates=False
)
UNSET = row("DRL", "Giếng khoan", "giếng", None, "22", digits=0, plan_state=Absence.NOT_ASSIGNED)
ACCIDENTS = row("LTIF", "Tần suất tai nạn", "vụ/1 triệu giờ công", "0.20", "0.00", digits=2, accumulates=False,
                direction=Direction.DOWN)  # fmt: skip

FORM = ReportForm(
    "VSP", Text("Vietsovpetro"), YEAR, FormStage.ESTIMATE, "council", "v1", CUT_OFF,
    (
        FormPart("1", PART_TITLES["1"],
                 (OIL, BLOCK, OTHER_BLOCK, GAS, RESERVES, PROFIT, COST, APG, FIRST_OIL, UNSET)),
        FormPart("2", PART_TITLES["2"], (ACCIDENTS,)),
        FormPart(NARRATIVE_PART, PART_TITLES[NARRATIVE_PART]),
        FormPart(EVIDENCE_PART, PART_TITLES[EVIDENCE_PART]),
    ),
)  # fmt: skip

CLEAN = {
    "OIL": ("2622.2", "3119.0"),
    "OIL/09-1": ("2521.0", "2998.0"),
    "OIL/09-3/12": ("101.2", "121.0"),
    "GAS": ("812.0", "968.0"),
    "RES": ("2100.0", "3500.0"),
    "PROF": ("251.0", "296.0"),
    "COST": ("25.9", "26.4"),
    "APG": ("96.0", "96.1"),
    "PROJ": ("Chưa đến hạn", dt.date(2022, 12, 5)),
    "DRL": (None, None),
    "LTIF": ("0.00", "0.00"),
}
"""What a unit answers when all is well: to date, and its estimate."""
COLUMNS = tuple(FormColumn)


class Typed(str):
    """A text that stays one although it looks like a number."""

    __slots__ = ()


def value(answer):
    """A cell as the reader gives it: plain digits are a number, everything else stays."""
    if isinstance(answer, Typed):
        return str(answer)
    if isinstance(answer, str) and answer.replace(".", "", 1).replace("-", "", 1).isdigit():
        return Decimal(answer)
    return answer


def closed(amount, state, asked):
    """What stands in a printed cell."""
    if amount is None:
        return ABSENCE_NAMES[state].vi if state else None
    if amount.is_exact:
        return dt.date.fromordinal(int(amount.low)) if asked.measure == "day" else amount.exact
    return figure_text(amount, asked).vi


def line(number, asked, answers, explanation=None):
    """One row of a part, as a tuple of cells."""
    measure = measure_of(asked.measure).label.vi
    printed = (closed(asked.last_year, None, asked), closed(asked.plan, asked.plan_state, asked))
    return (Decimal(number), asked.code, asked.name.vi, measure, *printed, *map(value, answers), None, explanation)


def sheet(part, answers, explanations=None, form=FORM):
    """A part as it comes back, with what the unit filled in."""
    head = [(part.title.vi,), ("Đơn vị: Vietsovpetro (VSP)",), (f"Số liệu tính đến ngày {form.cut_off:%d/%m/%Y}",), (),
            ("TT", "Mã", "Chỉ tiêu", "ĐVT", "TH", "KH", "TH", "Ước", "TH", "GT"),
            tuple(column.value for column in COLUMNS)]  # fmt: skip
    assert (TITLE_ROW, UNIT_ROW, CUT_OFF_ROW) == (0, 1, 2)
    rows = [
        line(at, asked, answers.get(asked.code, (None, None)), (explanations or {}).get(asked.code))
        for at, asked in enumerate(part.rows, start=1)
    ]
    return Grid(part.sheet, tuple(map(tuple, [*head, *rows])))


def words(paragraphs=None):
    """The sheet of words; every section offers its rows, the first of each filled in unless others are given."""
    if paragraphs is None:
        paragraphs = {section: [("Nội dung.", "Do giá.", "Giảm chi.")] for section in NARRATIVE_ROWS}
    rows = []
    for section, count in NARRATIVE_ROWS.items():
        given = [*paragraphs.get(section, ()), *[(None, None, None)] * count]
        rows.extend(
            (SECTION_NAMES[section].vi, *cells) for cells in given[: max(count, len(paragraphs.get(section, ())))]
        )
    head = [(), (), (), (), (), tuple(column.value for column in NarrativeColumn)]
    return Grid("Phan loi", (*head, *rows))


def evidence(*rows):
    head = [(), (), (), (), (), tuple(column.value for column in EvidenceColumn)]
    return Grid("Minh chung", (*head, *rows))


def meta(form=FORM, **changes):
    pairs = dict(FormMeta.of(form).pairs()) | changes
    return Grid(META_SHEET, tuple(pairs.items()), hidden=True)


def book(answers=None, explanations=None, form=FORM, grids=None, **more):
    """The form as it comes back; `answers` changes some rows of what is well."""
    filled = CLEAN | (answers or {})
    if grids is None:
        figures = [sheet(part, filled, explanations, form) for part in form.parts if part.is_figures]
        grids = (*figures, words(), evidence(), meta(form))
    return Book("VSP-2022.xlsx", "0" * 64, tuple(grids), **more)


def changed(one, name, edit):
    """A book in which one sheet was edited: `edit` gets its rows as lists of lists."""
    grid = one.grid(name)
    rows = [list(cells) for cells in grid.rows]
    edit(rows)
    edited = replace(grid, rows=tuple(tuple(cells) for cells in rows))
    return replace(one, grids=tuple(edited if each is grid else each for each in one.grids))


def with_grid(one, name, /, **changes):
    """A book in which some fields of a sheet are others."""
    return replace(one, grids=tuple(replace(each, **changes) if each.name == name else each for each in one.grids))


def check(answers=None, explanations=None, form=FORM, issued=None, **more):
    return check_book(book(answers, explanations, form, **more), form, issued)


def told(dossier):
    """The codes of what was found, without the room, with the cell."""
    return [(finding.code.removeprefix("dossier."), finding.place.cell) for finding in dossier.findings]


def sentences(dossier, language="vi"):
    return [finding.sentence(language) for finding in dossier.findings]


def amounts(dossier):
    """What was taken: the figures as wire texts, by code and kind."""
    return {
        (f"{one.indicator}/{one.breakdown}" if one.breakdown else one.indicator, str(one.kind)): str(one.amount)
        for one in dossier.figures
    }
