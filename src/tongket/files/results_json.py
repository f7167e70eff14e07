"""results.json: every figure of the review with its source, for programs and for `tongket trace`.

The schema stands in docs/reference/results.schema.json and is tested against what is written here.
Dates of indicators "on date" are written as days; everything else as decimal strings, never as floats.
"""

import datetime as dt
import functools
import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from tongket.figures import Amount, CellSource, DerivedSource, Figure, Kind, PageSource, Source
from tongket.figures.measures import DATE, measure_of
from tongket.results import Comparison, MilestoneOutcome, Results
from tongket.results.changes import Change, Standing
from tongket.results.statements import sources_of
from tongket.words import Finding, Language
from tongket.yearbook import Year

SCHEMA: Final = "tongket/results/1"
_ROW: Final = ("org_unit", "indicator", "breakdown")
_COMPARISON: Final = (*_ROW, "period", "plan_line", "plan_version", "basis", "achievement", "days_late")
_EARLY_FINISH: Final = (*_ROW, "plan_line", "plan_version", "reached", "days_early")
_EFFECTS: Final = ("plan", "actual", "at_plan_price", "volume_effect", "price_effect")
_PRICE_EFFECT: Final = ("org_unit", "indicator", "period", *_EFFECTS, "measure")
_COMPACT: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def results_document(
    year: Year,
    results: Results,
    findings: Iterable[Finding],
    fingerprints: Mapping[str, str],
    basis: Kind,
    language: Language = "vi",
) -> dict[str, Any]:
    """Return the whole document as plain maps, lists and strings; rows of the two long lists are made when written."""
    head = year.head
    return {
        "schema": SCHEMA,
        **_fields(head, "year", "org_unit"),
        "title": head.title.to(language),
        "basis": str(basis),
        **_fields(head, "cut_off", "illustrative"),
        "inputs": dict(sorted(year.files.items())),
        "fingerprints": dict(sorted(fingerprints.items())),
        "figures": map(figure_document, results.figures.values()),
        "comparisons": map(comparison_document, results.comparisons),
        "milestones": [_milestone(outcome, year.files, language) for outcome in results.milestones],
        "early_finishes": [_fields(early, *_EARLY_FINISH) for early in results.early_finishes],
        "price_effects": [_fields(effect, *_PRICE_EFFECT) for effect in results.price_effects],
        "filings": [
            _fields(outcome.filing, "org_unit", "period", "due", "filed_on", "note")
            | _fields(outcome, "state", "days_late")
            for outcome in results.filings
        ],
        "explanations": dict(sorted(results.explanations.items())),
        "absences": {address: str(absence) for address, absence in sorted(results.absences.items())},
        "findings": findings_document(findings, language),
    }


def _milestone(outcome: MilestoneOutcome, files: Mapping[str, str], language: Language) -> dict[str, Any]:
    milestone = outcome.milestone
    sources = sources_of(milestone.place, milestone.page, milestone.checked_on, files)
    return {
        **_fields(milestone, "project", "stage"),
        "name": milestone.name.to(language),
        **_fields(milestone, "baseline", "forecast", "actual"),
        **_fields(outcome, "days_late", "achievement"),
        "source": [_source(source) for source in sources],
    }


def _fields(fact: object, *names: str) -> dict[str, Any]:
    return {name: _plain(getattr(fact, name)) for name in names}


def _plain(value: object) -> Any:  # noqa: ANN401 - what JSON has
    match value:
        case None | bool() | int():
            return value
        case Decimal():
            return f"{value:f}"
        case dt.date():
            return value.isoformat()
        case _:
            return str(value)


def findings_document(findings: Iterable[Finding], language: Language = "vi") -> list[dict[str, Any]]:
    """Return findings as plain maps: code, severity, place and sentence."""
    return [
        {
            "code": finding.code,
            "severity": str(finding.severity),
            "place": str(finding.place) or None,
            "sentence": finding.sentence(language),
            "values": {name: str(value) for name, value in finding.values},
        }
        for finding in findings
    ]


def dumped(document: Mapping[str, Any]) -> bytes:
    """Write a document the one way it is written: each key, and each member of a list, on a line of its own."""
    return "".join(_pieces(document)).encode()


def _pieces(document: Mapping[str, Any]) -> Iterator[str]:
    before = "{\n"
    for key, value in document.items():
        yield f"{before}{_COMPACT(key)}: "
        yield from _members(value) if isinstance(value, list | Iterator) else (_COMPACT(value),)
        before = ",\n"
    yield "\n}\n"


def _members(values: Iterable[object]) -> Iterator[str]:
    before, end = "[\n", "[]"
    for value in values:
        yield before
        yield _COMPACT(value)
        before, end = ",\n", "\n]"
    yield end


def comparison_document(row: Comparison) -> dict[str, Any]:
    """Return a row of the table as plain maps: which, against what, and how it stands."""
    return _fields(row, *_COMPARISON)


def figure_document(figure: Figure) -> dict[str, Any]:
    """Return a figure with its sources as plain maps."""
    address = figure.address
    document: dict[str, Any] = {
        "address": str(address),
        "org_unit": address.org_unit,
        "indicator": address.indicator,
        "breakdown": address.breakdown,
        "period": str(address.period),
        "kind": str(address.kind),
        "plan_line": address.plan_line,
        "plan_version": address.plan_version,
        "cut_off": _plain(figure.cut_off),
        **_amount(figure.amount, figure.measure),
        "measure": figure.measure,
        "maturity": str(figure.maturity),
        "illustrative": figure.illustrative,
    }
    if figure.exact:
        low, high = (None if ratio is None else str(ratio) for ratio in figure.exact)
        document |= {"exact": low} if low == high else {"exact_low": low, "exact_high": high}
    if figure.expected > 1:
        document |= {"parts": figure.parts, "expected": figure.expected}
    document["source"] = [_source(source) for source in figure.sources]
    return document


def _amount(amount: Amount, measure: str) -> dict[str, str | None]:
    write = _as_day if _is_date(measure) else _as_number
    if amount.is_exact:
        return {"value": write(amount.low)}
    return {"low": write(amount.low), "high": write(amount.high)}


@functools.cache
def _is_date(measure: str) -> bool:
    return measure_of(measure) == DATE


def _as_number(value: Any) -> str | None:  # noqa: ANN401 - Decimal or None
    return None if value is None else f"{value:f}"


def _as_day(value: Any) -> str | None:  # noqa: ANN401 - Decimal or None
    return None if value is None else dt.date.fromordinal(int(value)).isoformat()


def _source(source: Source) -> dict[str, Any]:
    match source:
        case CellSource(place, sha256):
            where = {"line": place.line, "column": place.column} if place.line else {}
            sheet, cell = place.sheet or None, place.cell or None
            return {"file": place.file, "sha256": sha256, "sheet": sheet, "cell": cell, **where}
        case PageSource(page, checked_on):
            return {"page": page, "checked_on": _plain(checked_on)}
        case DerivedSource(operation, of):
            return {"derived": str(operation), "of": list(of)}


def changes_document(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Return what final figures changed as plain maps."""
    return [
        {
            **dict(zip(("org_unit", "indicator", "breakdown", "period", "plan_line"), change.key, strict=True)),
            "before": _standing(change.before),
            "after": _standing(change.after),
            "others": [_other(change, kind) for kind in change.others],
        }
        for change in changes
    ]


def _other(change: Change, kind: Kind) -> dict[str, Any]:
    ends: dict[str, Any] = {}
    for name, one in (("before", change.before), ("after", change.after)):
        amount = one.figures.get(kind) if one else None
        percent = kind is Kind.PERCENT_OF_LAST_YEAR
        ends[name] = _amount(amount, "%" if percent or one is None else one.measure) if amount else None
    return {"kind": str(kind), **ends}


def _standing(standing: Standing | None) -> dict[str, Any] | None:
    if standing is None:
        return None
    return {
        "kind": str(standing.basis),
        **(_amount(standing.amount, standing.measure) if standing.amount else {"value": None}),
        "percent_of_plan": _amount(standing.percent, "%") if standing.percent else None,
        "achievement": str(standing.achievement),
    }
