"""A dossier as JSON and back: the form in which a server keeps every version, one text for one dossier.

Figures and paragraphs are written by the codec of the year's tables; findings keep their sentences, so that a version
says for ever what was said when it was judged.
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Any, Final

from tongket import yearbook
from tongket.dossier import Dossier, Narrative, ReportedFigure
from tongket.dossier.facts import Absence, Evidence, StatedAbsence
from tongket.figures import Kind
from tongket.words import Finding, FindingKind, Place, Severity, Text
from tongket.year import Period
from tongket.yearbook import Row

SCHEMA: Final = "dossier/1"


def written_dossier(dossier: Dossier, measures: Mapping[str, str]) -> str:
    """Write a dossier; `measures` maps each indicator to its measure, by which amounts and days are told apart."""
    document = {
        "schema": SCHEMA,
        "org_unit": dossier.org_unit,
        "period": str(dossier.period),
        "files": list(dossier.files),
        "form": dossier.form,
        "parts": list(dossier.parts),
        "held": list(dossier.held),
        "cut_off": dossier.cut_off.isoformat() if dossier.cut_off else None,
        "measures": dict(sorted((one.indicator, measures.get(one.indicator, "")) for one in dossier.figures)),
        "figures": _rows(dossier.figures, measures),
        "absences": [_absence(one) for one in dossier.absences],
        "narratives": _rows(dossier.narratives, {}),
        "evidence": [{**asdict(one), "place": _place(one.place)} for one in dossier.evidence],
        "findings": [_finding(one) for one in dossier.findings],
    }
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_dossier(text: str) -> Dossier:
    """Read a dossier back, equal to what was written. ValueError for a text that is none."""
    document = json.loads(text)
    if document.get("schema") != SCHEMA:
        raise ValueError(document.get("schema"))
    return Dossier(
        org_unit=document["org_unit"],
        period=Period.parse(document["period"]),
        files=tuple(document["files"]),
        form=document["form"],
        parts=tuple(document["parts"]),
        held=tuple(document["held"]),
        cut_off=dt.date.fromisoformat(document["cut_off"]) if document["cut_off"] else None,
        figures=_facts(document["figures"], ReportedFigure, document["measures"]),
        absences=tuple(_read_absence(one) for one in document["absences"]),
        narratives=_facts(document["narratives"], Narrative, {}),
        evidence=tuple(Evidence(**{**one, "place": _read_place(one["place"])}) for one in document["evidence"]),
        findings=tuple(read_finding(one) for one in document["findings"]),
    )


def _rows(facts: Iterable[Any], measures: Mapping[str, str]) -> list[dict[str, Any]]:
    facts = tuple(facts)
    rows = yearbook.write(facts, measures)
    return [{**row.values, "@": _place(fact.place)} for row, fact in zip(rows, facts, strict=True)]


def _facts(rows: Iterable[Mapping[str, Any]], fact: type[Any], measures: Mapping[str, str]) -> tuple[Any, ...]:
    given = [Row({k: v for k, v in row.items() if k != "@"}, _read_place(row["@"])) for row in rows]
    facts, findings = yearbook.read(given, fact, "", measures)
    if len(facts) != len(given):
        raise ValueError("; ".join(finding.sentence("en") for finding in findings))
    return facts


def _absence(one: StatedAbsence) -> dict[str, Any]:
    return {
        "org_unit": one.org_unit,
        "indicator": one.indicator,
        "breakdown": one.breakdown,
        "period": str(one.period),
        "kind": str(one.kind),
        "absence": str(one.absence),
        "place": _place(one.place),
    }


def _read_absence(one: Mapping[str, Any]) -> StatedAbsence:
    return StatedAbsence(
        one["org_unit"],
        one["indicator"],
        one["breakdown"],
        Period.parse(one["period"]),
        Kind(one["kind"]),
        Absence(one["absence"]),
        _read_place(one["place"]),
    )


def _finding(one: Finding) -> dict[str, Any]:
    sentence = one.kind.sentence
    return {
        "code": one.code,
        "severity": str(one.severity),
        "sentence": [sentence.vi, sentence.ru, sentence.en],
        "place": asdict(one.place),
        "values": [[name, *_value(value)] for name, value in one.values],
        "clause": one.clause,
    }


def read_finding(one: Mapping[str, Any]) -> Finding:
    """Read one finding back with the sentence it was told with."""
    kind = FindingKind(one["code"], Severity(one["severity"]), Text(*one["sentence"]))
    values = tuple((name, _read_value(tag, value)) for name, tag, value in one["values"])
    return Finding(kind, Place(**one["place"]), values, one["clause"])


def _value(value: object) -> tuple[str, Any]:
    match value:
        case Decimal():
            return "number", str(value)
        case dt.date():
            return "day", value.isoformat()
        case Text():
            return "text", [value.vi, value.ru, value.en]
        case int():
            return "whole", value
    return "", str(value)


def _read_value(tag: str, value: Any) -> Any:  # noqa: ANN401 - one value of a finding
    match tag:
        case "number":
            return Decimal(value)
        case "day":
            return dt.date.fromisoformat(value)
        case "text":
            return Text(*value)
    return value


def _place(place: Place | None) -> dict[str, Any] | None:
    return asdict(place) if place else None


def _read_place(place: Mapping[str, Any] | None) -> Place | None:
    return Place(**place) if place else None
