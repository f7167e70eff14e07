"""The schema of results.json, made from the rooms' own words so that it cannot fall behind them.

Published as docs/reference/results.schema.json; a test holds the page equal and validates the examples by it.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from tongket.dossier import Absence
from tongket.figures import Kind, Maturity, Operation
from tongket.plan import Stage
from tongket.results import Achievement, FilingState
from tongket.words import Severity

Schema = dict[str, Any]

TEXT: Final[Schema] = {"type": "string"}
WHOLE: Final[Schema] = {"type": "integer"}
YES_NO: Final[Schema] = {"type": "boolean"}
CODE: Final[Schema] = {"type": "string", "pattern": "^[A-Z0-9-]{2,24}$"}
SHA256: Final[Schema] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
DAY: Final[Schema] = {"type": "string", "format": "date"}
NUMBER: Final[Schema] = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}
PERIOD: Final[Schema] = {"type": "string", "pattern": "^[0-9]{4}(-(Q[1-4]|H[12]|9M|[0-9]{2}(-[0-9]{2})?))?$"}
RATIO: Final[Schema] = {"type": "string", "pattern": "^-?[0-9]+/-?[0-9]+$"}
AMOUNT: Final[Schema] = {"anyOf": [NUMBER, DAY]}


def results_schema() -> Schema:
    """Return the JSON schema of the whole document."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "tongket/results/1",
        "title": "results.json of `tongket review`",
    } | _map(
        schema={"const": "tongket/results/1"},
        year=WHOLE,
        org_unit=CODE,
        title=TEXT,
        basis=_one_of(Kind),
        cut_off=_or_null(DAY),
        illustrative=YES_NO,
        inputs=_said(
            {"type": "object", "additionalProperties": SHA256}, "each file of the year folder and its SHA-256"
        ),
        fingerprints=_said({"type": "object", "additionalProperties": SHA256}, "the lock and the fonts used"),
        figures=_list(_figure()),
        comparisons=_list(_comparison()),
        milestones=_list(_milestone()),
        early_finishes=_list(
            _map(**_row(), plan_version=TEXT, reached=PERIOD, days_early={"type": "integer", "minimum": 1})
        ),
        price_effects=_list(_price_effect()),
        filings=_list(_filing()),
        explanations=_said(
            {"type": "object", "additionalProperties": TEXT}, "what the org units say of figures, by address"
        ),
        absences=_said(
            {"type": "object", "additionalProperties": _one_of(Absence)},
            "why an org unit says that it has no figure, by address",
        ),
        findings=_list(_finding()),
    )


def _price_effect() -> Schema:
    amounts = dict.fromkeys(("plan", "actual", "at_plan_price", "volume_effect", "price_effect"), NUMBER)
    return _map(org_unit=CODE, indicator=TEXT, period=PERIOD, **amounts, measure=TEXT)


def _filing() -> Schema:
    return _map(
        org_unit=CODE,
        period=PERIOD,
        due=_or_null(DAY),
        filed_on=_or_null(DAY),
        note=TEXT,
        state=_one_of(FilingState),
        days_late={"type": "integer", "minimum": 0},
    )


def _finding() -> Schema:
    return _map(
        code={"type": "string", "pattern": r"^[a-z]+\.[a-z0-9-]+$"},
        severity=_one_of(Severity),
        place=_or_null(TEXT),
        sentence=TEXT,
        values={"type": "object", "additionalProperties": TEXT},
    )


def _row() -> dict[str, Schema]:
    return {"org_unit": CODE, "indicator": TEXT, "breakdown": _or_null(TEXT), "plan_line": TEXT}


def _figure() -> Schema:
    figure = _map(
        address=_said(TEXT, "ORG_UNIT/INDICATOR[/BREAKDOWN]@PERIOD:KIND[#LINE.VERSION]"),
        org_unit=CODE,
        indicator=TEXT,
        breakdown=_said(_or_null(TEXT), "null is the total"),
        period=PERIOD,
        kind=_one_of(Kind),
        plan_line=_or_null(TEXT),
        plan_version=_or_null(TEXT),
        cut_off=_or_null(DAY),
        measure=TEXT,
        maturity=_one_of(Maturity),
        illustrative=_said(YES_NO, "whether anything it was made of is invented"),
        source={"type": "array", "minItems": 1, "items": _source()},
    )
    figure["properties"] |= {
        "value": AMOUNT,
        "low": _said(_or_null(AMOUNT), "null is an open end"),
        "high": _said(_or_null(AMOUNT), "null is an open end"),
        "exact": _said(RATIO, "the ratio before it was multiplied by 100 and rounded"),
        "exact_low": _or_null(RATIO),
        "exact_high": _or_null(RATIO),
        "parts": _said(WHOLE, "how many org units are in the sum"),
        "expected": _said(WHOLE, "how many should be"),
    }
    return figure | {"oneOf": [{"required": ["value"]}, {"required": ["low", "high"]}]}


def _source() -> Schema:
    cell = _map(file=TEXT, sha256=SHA256, sheet=_or_null(TEXT), cell=_or_null(TEXT))
    cell["properties"] |= {"line": WHOLE, "column": WHOLE}
    derived = _map(derived=_one_of(Operation), of={"type": "array", "minItems": 1, "items": TEXT})
    return {"oneOf": [cell, derived, _map(page=TEXT, checked_on=_or_null(DAY))]}


def _comparison() -> Schema:
    return _map(
        org_unit=CODE,
        indicator=TEXT,
        breakdown=_or_null(TEXT),
        period=PERIOD,
        plan_line=_or_null(TEXT),
        plan_version=_or_null(TEXT),
        basis=_one_of(Kind),
        achievement=_one_of(Achievement),
        days_late=_said(_or_null(WHOLE), "against the planned day; negative is early"),
    )


def _milestone() -> Schema:
    return _map(
        project=TEXT,
        stage=_one_of(Stage),
        name=TEXT,
        baseline=PERIOD,
        forecast=_or_null(PERIOD),
        actual=_or_null(PERIOD),
        days_late=_said(_or_null(WHOLE), "negative is early"),
        achievement=_one_of(Achievement),
        source=_said(_list(_source()), "where its days are written down"),
    )


def _map(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _one_of(words: type[StrEnum]) -> Schema:
    return {"enum": [str(word) for word in words]}


def _or_null(schema: Mapping[str, Any]) -> Schema:
    return {"anyOf": [dict(schema), {"type": "null"}]}


def _said(schema: Mapping[str, Any], description: str) -> Schema:
    return {**schema, "description": description}
