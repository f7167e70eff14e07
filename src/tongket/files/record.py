"""What the program itself remembers of a year: `record/`, JSON Lines in one order, a file for each kind of fact.

People write `inputs/`, the program writes here. The same facts give the same bytes; a line that cannot be read, or that
says otherwise of a form what a line above it said, is told and kept byte by byte, so that nothing is lost.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from tongket.dossier.form import FormStage, IssuedForm
from tongket.files import findings as say
from tongket.words import Finding, Place
from tongket.year import Period

RECORD: Final = "record"
FORMS: Final = f"{RECORD}/forms.jsonl"


@dataclass(frozen=True, slots=True)
class Remembered:
    """The forms issued in a year, in the order of their ids, and the lines that could not be read."""

    forms: tuple[IssuedForm, ...] = ()
    findings: tuple[Finding, ...] = ()
    unread: tuple[bytes, ...] = ()

    def form(self, form_id: str) -> IssuedForm | None:
        """Return what is remembered of a form, or None when it was never issued here."""
        return next((form for form in self.forms if form.form == form_id), None)


def read_forms(folder: Path) -> Remembered:
    """Read which forms were issued; a year folder that issued none has none."""
    path = folder / FORMS
    if not path.is_file():
        return Remembered()
    forms: dict[str, IssuedForm] = {}
    findings: list[Finding] = []
    unread: list[bytes] = []
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        if not line.strip():
            continue
        form = form_of_line(line)
        if form is not None and forms.setdefault(form.form, form) == form:
            continue
        place = Place(FORMS, line=number, column=1)
        damaged = say.RECORD_DAMAGED.at(place, line=number)
        findings.append(say.RECORD_TWICE.at(place, line=number, form=form.form) if form else damaged)
        unread.append(line)
    return Remembered(tuple(forms[name] for name in sorted(forms)), tuple(findings), tuple(unread))


def remember_forms(folder: Path, issued: Iterable[IssuedForm]) -> tuple[Finding, ...]:
    """Add forms to those remembered, and return what is wrong in the record.

    A form issued again keeps its first day, since nothing in it has changed.
    """
    known = read_forms(folder)
    forms = {form.form: form for form in (*issued, *known.forms)}
    lines = [*(form_line(forms[name]).encode() for name in sorted(forms)), *known.unread]
    path = folder / FORMS
    path.parent.mkdir(parents=True, exist_ok=True)
    written = path.with_name(path.name + ".new")
    written.write_bytes(b"".join(line + b"\n" for line in lines))
    written.replace(path)  # all of it or nothing
    return known.findings


def form_line(form: IssuedForm) -> str:
    """Write what is remembered of an issued form, as its line in the record."""
    fields = {
        "form": form.form,
        "org_unit": form.org_unit,
        "period": str(form.period),
        "stage": str(form.stage),
        "plan_line": form.plan_line,
        "plan_version": form.plan_version,
        "layout_hash": form.layout_hash,
        "parts": list(form.parts),
        "printed": [list(row) for row in form.printed],
        "issued_on": form.issued_on.isoformat() if form.issued_on else None,
    }
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def form_of_line(line: bytes) -> IssuedForm | None:
    """Read a line of the record; None when it says no form."""
    try:
        return _read(json.loads(line.decode()))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _read(fields: Mapping[str, Any]) -> IssuedForm:
    return IssuedForm(
        _text(fields["form"]),
        _text(fields["org_unit"]),
        Period.parse(_text(fields["period"])),
        FormStage(fields["stage"]),
        _text(fields["plan_line"]),
        _text(fields["plan_version"]),
        _text(fields["layout_hash"]),
        tuple(map(_text, fields["parts"])),
        tuple((_text(code), _text(before), _text(plan)) for code, before, plan in fields["printed"]),
        date.fromisoformat(fields["issued_on"]) if fields["issued_on"] is not None else None,
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
