"""A thousand report forms filled in by as many org units: 200 rows of 14 columns each, the last four a unit's own.

The mixed set is the same with one defect in every fifth file, each kind in turn.
"""

from __future__ import annotations

import random
from decimal import Decimal

from tongket.dossier.form import FormPart, FormRow, FormStage, ReportForm
from tongket.figures import Amount
from tongket.plan import Direction
from tongket.words import Text
from tongket.year import Period

ROWS = 200
OWN = 4
SHEET = "Bieu1"
DEFECTS = (
    "as_text", "ambiguous", "missing", "no_number", "tonnes", "plan_changed", "jump", "negative", "above_year",
    "moved", "error", "uncalculated", "hidden", "cut", "renamed",
)  # fmt: skip


def form() -> ReportForm:
    """The form that all units were asked, with a plan and last year's figure in every row."""
    dice = random.Random(7)
    rows = []
    for number in range(ROWS):
        plan = Decimal(dice.randint(10_000, 99_999)).scaleb(-1)
        last = (plan * Decimal(dice.randint(90, 110)) / 100).quantize(Decimal("0.1"))
        name = Text(f"Chỉ tiêu thứ {number + 1} của đơn vị")
        rows.append(FormRow(f"CT-{number + 1}", None, name, "kt", 1, Direction.UP, Amount.of(last), Amount.of(plan)))
    part = FormPart("1", Text("Biểu 1. Chỉ tiêu sản xuất – kinh doanh"), tuple(rows))
    period = Period.of_year(2022)
    return ReportForm("DV-0001", Text("Đơn vị"), period, FormStage.ESTIMATE, "giao", "v1", None, (part,))
