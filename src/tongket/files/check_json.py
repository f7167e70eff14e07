"""The outcome of checking what came back from a unit, for programs: each finding with its file, sheet and cell."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from tongket.dossier import Dossier
from tongket.files.marked_words import count, verdict
from tongket.words import Finding, Language, Severity, Text
from tongket.words.findings import Value


def check_document(
    findings: Sequence[Finding], dossier: Dossier | None = None, language: Language = "vi"
) -> dict[str, Any]:
    """Return the verdict, how much of each weight, what was taken, and the findings; sentences in a language."""
    return {
        "verdict": verdict(findings, language),
        "errors": count(findings, Severity.ERROR),
        "warnings": count(findings, Severity.WARNING),
        "notes": count(findings, Severity.NOTE),
        "org_unit": dossier.org_unit if dossier else None,
        "period": str(dossier.period) if dossier else None,
        "form": dossier.form or None if dossier else None,
        "parts": list(dossier.parts) if dossier else [],
        "figures": len(dossier.figures) if dossier else 0,
        "findings": [_finding(finding, language) for finding in findings],
    }


def _finding(finding: Finding, language: Language) -> dict[str, Any]:
    place = finding.place
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "file": place.file or None,
        "sheet": place.sheet or None,
        "cell": place.cell or None,
        "sentence": finding.sentence(language),
        "values": {name: _plain(value, language) for name, value in finding.values},
    }


def _plain(value: Value, language: Language) -> str | int:
    match value:
        case Text():
            return value.to(language)
        case Decimal():
            return f"{value:f}"
        case dt.date():
            return value.isoformat()
        case int():
            return value
    return str(value)
