"""What the program remembers of issued forms: one order, the same bytes, and no line lost by being damaged."""

import datetime as dt
from dataclasses import replace

from tongket.dossier.form import FormStage, IssuedForm
from tongket.files.record import FORMS, read_forms, remember_forms
from tongket.year import Period

YEAR = Period.of_year(2022)
FORM = IssuedForm(
    "VSP.2022.estimate.00000001", "VSP", YEAR, FormStage.ESTIMATE, "giao", "v1", "ab" * 32, ("1", "words"),
    (("OIL", "3165.0", "2912.0"), ("OIL/09-1", "", ">2794"), ("RES", "2.60", "not_assigned")), dt.date(2022, 10, 25),
)  # fmt: skip
OTHER = replace(FORM, form="GPV.2022.estimate.00000002", org_unit="GPV", issued_on=None)


def test_what_was_remembered_is_read_back_in_the_order_of_the_ids(tmp_path):
    remember_forms(tmp_path, [FORM])
    remember_forms(tmp_path, [OTHER])
    assert read_forms(tmp_path).forms == (OTHER, FORM)
    assert read_forms(tmp_path).form(FORM.form) == FORM
    assert read_forms(tmp_path).form("?") is None
    assert read_forms(tmp_path / "nowhere").forms == ()


def test_the_order_in_which_forms_were_issued_leaves_no_trace_in_the_bytes(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    remember_forms(one, [FORM, OTHER])
    remember_forms(other, [OTHER])
    remember_forms(other, [FORM])
    assert (one / FORMS).read_bytes() == (other / FORMS).read_bytes()


def test_a_form_issued_again_keeps_its_first_day_and_stands_once(tmp_path):
    remember_forms(tmp_path, [FORM])
    remember_forms(tmp_path, [replace(FORM, issued_on=dt.date(2022, 11, 1))])
    assert read_forms(tmp_path).forms == (FORM,)


def test_a_damaged_line_is_told_with_its_number_and_kept_byte_by_byte(tmp_path):
    remember_forms(tmp_path, [FORM])
    path = tmp_path / FORMS
    broken = [b'{"form":', b'{"form":"X"}', b'{"form":1}', b"[]", b"\xff\xfe \xe2\x80\xa8", b"[" * 100_000]
    broken.append(path.read_bytes().strip().replace(b'"period":"2022"', b'"period":2022'))
    path.write_bytes(path.read_bytes() + b"\n".join(broken) + b"\n")
    found = read_forms(tmp_path)
    assert found.forms == (FORM,)
    assert [(one.code, one.place.line) for one in found.findings] == [("files.record-damaged", n) for n in range(2, 9)]
    assert remember_forms(tmp_path, [OTHER]) == found.findings
    assert path.read_bytes().split(b"\n")[2:-1] == broken
    assert read_forms(tmp_path).forms == (OTHER, FORM)


def test_a_line_that_says_otherwise_of_a_form_is_told_and_kept_and_the_first_stands(tmp_path):
    remember_forms(tmp_path, [FORM])
    path = tmp_path / FORMS
    line = path.read_bytes()
    otherwise = line.replace(b"2912.0", b"9999.0")
    path.write_bytes(line + line + otherwise)  # the same line twice, as a merge may leave it, says nothing new
    found = read_forms(tmp_path)
    assert found.forms == (FORM,)
    assert [(one.code, one.place.line) for one in found.findings] == [("files.record-twice", 3)]
    remember_forms(tmp_path, [])
    assert path.read_bytes() == line + otherwise


def test_a_text_with_odd_line_marks_stays_one_line(tmp_path):
    odd = replace(FORM, printed=(("OIL\u2028\u0085", "", ""),))
    remember_forms(tmp_path, [odd])
    assert read_forms(tmp_path).forms == (odd,)
