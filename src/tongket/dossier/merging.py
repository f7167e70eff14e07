"""Puts together what several departments filed for one unit: each cell once, and where two differ, neither."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from tongket.dossier import findings_of_cells as cells_say
from tongket.dossier import findings_of_figures as say
from tongket.dossier.facts import Dossier, ReportedFigure, StatedAbsence
from tongket.dossier.findings_of_forms import SHEET_MISSING
from tongket.dossier.findings_of_words import WORDS_MISSING
from tongket.dossier.form import KIND_OF, NARRATIVE_PART, SHEETS, ReportForm
from tongket.dossier.form_words import ABSENCE_NAMES, SECTION_NAMES
from tongket.dossier.wording import KIND_NAMES, Says
from tongket.figures import Kind, measure_of
from tongket.figures.measures import DATE
from tongket.plan.wording import amount_text
from tongket.words import Finding, FindingKind, Place, Text, in_each_language

Stated = ReportedFigure | StatedAbsence
_Key = tuple[str, Kind]

_SHEET: Final = "sheet"
_COLUMN_OF: Final = {kind: column.value for column, kind in KIND_OF.items()}


def merged(dossiers: Sequence[Dossier]) -> Dossier:
    """Return one dossier of those filed for a unit and a period; ValueError when they are not of one unit and period.

    A cell filled in twice with the same figure counts once; with different ones it is an error and neither is taken.
    What one file left empty and another fills is no longer missing.
    """
    if len({(one.org_unit, one.period) for one in dossiers}) != 1:
        raise ValueError("only dossiers of one org unit and one period are put together")
    stated: dict[_Key, list[Stated]] = {}
    for dossier in dossiers:
        everything: tuple[Stated, ...] = (*dossier.figures, *dossier.absences)
        for one in everything:
            stated.setdefault(_key(one), []).append(one)
    taken = [rows[0] for rows in stated.values() if _same(rows)]
    filled = {(code, _COLUMN_OF[kind]) for code, kind in stated}
    return replace(
        dossiers[0],
        files=tuple(dict.fromkeys(file for one in dossiers for file in one.files)),
        parts=tuple(sorted({part for one in dossiers for part in one.parts})),
        held=tuple(sorted({part for one in dossiers for part in one.held})),
        cut_off=next((one.cut_off for one in dossiers if one.cut_off), None),
        figures=tuple(one for one in taken if isinstance(one, ReportedFigure)),
        absences=tuple(one for one in taken if isinstance(one, StatedAbsence)),
        narratives=tuple(dict.fromkeys(one for each in dossiers for one in each.narratives)),
        evidence=tuple(dict.fromkeys(one for each in dossiers for one in each.evidence)),
        findings=(*_still_true(dossiers, filled), *_twice(stated.values())),
    )


def with_parts_of_nobody(dossier: Dossier, form: ReportForm) -> Dossier:
    """Return a dossier that also says which parts of the form none of its files has a place for.

    Asked when everything that came for a unit lies together. A list of evidence may be empty, so nobody misses it; of
    files that could not be read as a form nothing is known, and what they lack stands among their findings.
    """
    if not dossier.held:
        return dossier
    told = {_what_is_missing(finding) for finding in dossier.findings}
    lacking = (part for part in form.parts if part.code not in dossier.held and (_SHEET, part.sheet) not in told)
    file = dossier.files[0] if len(dossier.files) == 1 else ""
    missing = tuple(
        SHEET_MISSING.at(Place(file, part.sheet), sheet=part.sheet, part=part.title)
        for part in lacking
        if part.rows or part.code == NARRATIVE_PART
    )
    return replace(dossier, findings=(*dossier.findings, *missing)) if missing else dossier


def _key(one: Stated) -> _Key:
    return f"{one.indicator}/{one.breakdown}" if one.breakdown else one.indicator, one.kind


def _same(rows: Sequence[Stated]) -> bool:
    return len({_said(one) for one in rows}) == 1


def _said(one: Stated) -> object:
    return one.amount if isinstance(one, ReportedFigure) else one.absence


def _still_true(dossiers: Iterable[Dossier], filled: set[tuple[str, str]]) -> Iterator[Finding]:
    """Leave out what another file makes good, and say of a cell that all left empty only once."""
    told: set[tuple[str, str]] = set()
    held = {(_SHEET, SHEETS[part]) for one in dossiers for part in one.held}
    made_good = filled | _sections_written(dossiers) | held
    for dossier in dossiers:
        for finding in dossier.findings:
            missing = _what_is_missing(finding)
            if missing:
                if missing in made_good or missing in told:
                    continue
                told.add(missing)
            yield finding


def _sections_written(dossiers: Iterable[Dossier]) -> set[tuple[str, str]]:
    """Return the sections that some file fills: it holds words, and does not say that this section is empty."""
    sections = {(NARRATIVE_PART, str(name)) for name in SECTION_NAMES.values()}
    written: set[tuple[str, str]] = set()
    for dossier in dossiers:
        if NARRATIVE_PART in dossier.parts:
            empty = (missing for finding in dossier.findings if (missing := _what_is_missing(finding)))
            written |= sections.difference(empty)
    return written


def _what_is_missing(finding: Finding) -> tuple[str, str] | None:
    """Return the cell (row and column), the sheet or the section of words that a finding says is not there."""
    values = dict(finding.values)
    if finding.code == SHEET_MISSING.code:
        return _SHEET, str(values["sheet"])
    if finding.code == cells_say.MISSING.code:
        return str(values["row"]), str(values["column"])
    return (NARRATIVE_PART, str(values["section"])) if finding.code == WORDS_MISSING.code else None


def _twice(stated: Iterable[Sequence[Stated]]) -> Iterator[Finding]:
    for rows in stated:
        if len(rows) < 2:
            continue
        first = rows[0]
        other = next((one for one in rows[1:] if _said(one) != _said(first)), rows[1])
        yield _told(say.SAME_TWICE if _same(rows) else say.DIFFERENT_TWICE, first, other)


def _told(kind: FindingKind, first: Stated, other: Stated) -> Finding:
    code, _ = _key(first)
    about: Says = {
        "first": _spot(first.place),
        "second": _spot(other.place),
        "one": _text(first),
        "other": _text(other),
    }
    if kind is say.SAME_TWICE:
        del about["other"]
    return kind.at(
        other.place, name=code, kind=KIND_NAMES[first.kind], **about,
        cell=other.place.cell if other.place else "", row=code, column=_COLUMN_OF[first.kind],
    )  # fmt: skip


def _spot(place: Place | None) -> Text:
    return Text(str(place)) if place else Text("?")


def _text(one: Stated) -> Text:
    if isinstance(one, StatedAbsence):
        return ABSENCE_NAMES[one.absence]
    said = amount_text(one.amount, one.measure)
    label = measure_of(one.measure).label
    if measure_of(one.measure) is DATE:
        return said
    return in_each_language(lambda language: f"{said.to(language)} {label.to(language)}")
