"""Compares two reviews of one year: what the final figures changed against the estimate."""

import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from tongket.figures import Amount, Kind
from tongket.figures.measures import DATE, measure_of
from tongket.results import Achievement
from tongket.results.changes import Change, RowKey, Standing, changes

RESULTS = "results.json"


class NotAReview(LookupError):
    """The place named holds no review; the message says what was expected there."""


class OtherYear(ValueError):
    """The two reviews are of different years or org units; there is nothing to compare."""


def compare_results(estimate: Path, final: Path) -> tuple[Change, ...]:
    """List every figure that changed between two reviews (folders or results.json files); raises NotAReview, OtherYear."""
    before, after = _document(estimate), _document(final)
    for name in ("year", "org_unit"):
        if before[name] != after[name]:
            msg = f"{estimate} is of {name} {before[name]}, {final} of {after[name]}: only one year of one unit compares."
            raise OtherYear(msg)
    return tuple(changes(_standings(before), _standings(after)))


def _document(place: Path) -> dict[str, Any]:
    file = place / RESULTS if place.is_dir() else place
    try:
        document: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        msg = f"{place} holds no readable {RESULTS}: run `tongket review YEAR_FOLDER --out {place}` first."
        raise NotAReview(msg) from None
    return document


def _standings(document: Mapping[str, Any]) -> dict[RowKey, Standing]:
    figures = {
        (f["org_unit"], f["indicator"], f["breakdown"], f["period"], f["kind"], f["plan_line"]): f
        for f in document["figures"]
    }
    found: dict[RowKey, Standing] = {}
    for row in document["comparisons"]:
        place = (row["org_unit"], row["indicator"], row["breakdown"], row["period"])
        actual = figures.get((*place, row["basis"], None))
        percent = figures.get((*place, str(Kind.PERCENT_OF_PLAN), row["plan_line"]))
        found[(*place, row["plan_line"])] = Standing(
            Kind(row["basis"]),
            _amount(actual),
            actual["measure"] if actual else "",
            _amount(percent),
            Achievement(row["achievement"]),
        )
    return found


def _amount(figure: Mapping[str, Any] | None) -> Amount | None:
    if figure is None:
        return None
    ends = (figure["value"],) * 2 if "value" in figure else (figure["low"], figure["high"])
    dated = measure_of(figure["measure"]) == DATE
    return Amount(*(_end(end, dated=dated) for end in ends))


def _end(text: str | None, *, dated: bool) -> Decimal | None:
    if text is None:
        return None
    return Decimal(dt.date.fromisoformat(text).toordinal()) if dated else Decimal(text)
