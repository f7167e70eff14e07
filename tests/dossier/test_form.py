"""What is fixed of a form before anybody writes or reads it: where its rows stand, what it says of itself."""

import datetime as dt
from dataclasses import replace

from tongket.dossier import Absence
from tongket.dossier.form import (
    FIRST_ROW,
    FormMeta,
    FormPart,
    FormRow,
    FormStage,
    IssuedForm,
    NarrativeColumn,
    ReportForm,
)
from tongket.figures import Amount
from tongket.plan import Direction
from tongket.words import Text
from tongket.year import Period

OIL = FormRow("OIL", None, Text("Khai thác dầu"), "kt", 1, Direction.UP, plan=Amount.parse("2912.0"))
RES = FormRow("RES", None, Text("Trữ lượng"), "kt", 1, Direction.UP, plan_state=Absence.NOT_ASSIGNED)
FORM = ReportForm(
    org_unit="VSP",
    org_unit_name=Text("Vietsovpetro"),
    period=Period.of_year(2022),
    stage=FormStage.ESTIMATE,
    plan_line="council",
    plan_version="v1",
    cut_off=dt.date(2022, 10, 31),
    parts=(FormPart("1", Text("Biểu 1"), (OIL, RES)), FormPart("words", Text("Phần lời"))),
)


def with_rows(*rows):
    return replace(FORM, parts=(FormPart("1", Text("Biểu 1"), rows), FORM.parts[1]))


def test_the_rows_of_the_unit_itself_stand_after_the_form_s_own_and_a_heading():
    figures, words = FORM.parts
    assert list(figures.own_rows) == [FIRST_ROW + 3, FIRST_ROW + 4, FIRST_ROW + 5]
    assert list(words.own_rows) == []


def test_a_form_says_of_itself_what_is_read_back():
    meta = FormMeta.of(FORM)
    assert FormMeta.parse(dict(meta.pairs())) == meta
    assert FormMeta.parse({**dict(meta.pairs()), "stage": "sometime"}) is None


def test_a_changed_plan_figure_makes_another_form_of_the_same_layout():
    raised = with_rows(replace(OIL, plan=Amount.parse("2990.0")), RES)
    assert raised.layout_hash == FORM.layout_hash
    assert raised.id != FORM.id


def test_a_renamed_row_makes_another_layout():
    assert with_rows(replace(OIL, name=Text("Khai thác dầu thô")), RES).layout_hash != FORM.layout_hash


def test_a_deadline_and_a_contact_make_no_other_form():
    assert replace(FORM, due=dt.date(2022, 11, 20), contact="Phòng Kế hoạch").id == FORM.id


def test_what_stood_in_the_locked_cells_is_remembered_row_by_row():
    issued = IssuedForm.of(FORM, dt.date(2022, 11, 1))
    assert issued.printed == (("OIL", "", "2912.0"), ("RES", "", "not_assigned"))
    assert (issued.form, issued.parts, issued.issued_on) == (FORM.id, ("1", "words"), dt.date(2022, 11, 1))


def test_the_columns_of_words_stand_in_their_order():
    assert [column.position for column in NarrativeColumn] == [0, 1, 2, 3]
