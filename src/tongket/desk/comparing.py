"""Compares two reviews of one year: what the final figures changed against the estimate."""

import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from tongket.figures import Amount, Kind
from tongket.figures.measures import DATE, measure_of
from tongket.files.results_json import comparison_document, figure_document
from tongket.results import Achievement, Results
from tongket.results.changes import Change, RowKey, Standing, changes
from tongket.words import Refused, Text

RESULTS = "results.json"
_PERCENTS: Final = (Kind.PERCENT_OF_PLAN, Kind.PERCENT_OF_LAST_YEAR)


class NotAReview(Refused):
    """The place named holds no review."""


class OtherYear(Refused):
    """The two reviews are of different years or org units; there is nothing to compare."""


_NO_REVIEW: Final = Text(
    "{place} không có tệp results.json đọc được. Chạy trước: tongket review THƯ_MỤC_NĂM --out {place}",
    "В {place} нет читаемого results.json. Сначала: tongket review ПАПКА_ГОДА --out {place}",
    "{place} holds no readable results.json. Run first: tongket review YEAR_FOLDER --out {place}",
)
_OTHER: Final = Text(
    "Chỉ so được hai kết quả của cùng một năm và một đơn vị: {before} và {after} khác nhau.",
    "Сравниваются только отчёты одного года и одной организации: {before} и {after} различаются.",
    "Only two reviews of one year and one org unit compare: {before} and {after} differ.",
)


def compare_results(estimate: Path, final: Path) -> tuple[Change, ...]:
    """List every figure that changed between two reviews, given as folders; raises NotAReview, OtherYear."""
    before, after = _document(estimate), _document(final)
    for name in ("year", "org_unit"):
        if before[name] != after[name]:
            raise OtherYear(_OTHER.fill(before=str(before[name]), after=str(after[name])))
    return _changes(before, after)


def compare_reckoned(estimate: Results, final: Results) -> tuple[Change, ...]:
    """List every figure that changed between two results of one year at hand, as `compare_results` does on disk."""
    return _changes(_parts(estimate), _parts(final))


def _parts(results: Results) -> dict[str, Any]:
    return {
        "figures": map(figure_document, results.figures.values()),
        "comparisons": map(comparison_document, results.comparisons),
    }


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    return tuple(changes(_standings(before), _standings(after)))


def _document(place: Path) -> dict[str, Any]:
    file = place / RESULTS if place.is_dir() else place
    try:
        document: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise NotAReview(_NO_REVIEW.fill(place=str(place))) from None
    return document


def _standings(document: Mapping[str, Any]) -> dict[RowKey, Standing]:
    figures: dict[RowKey, dict[Kind, Mapping[str, Any]]] = {}
    for figure in document["figures"]:
        figures.setdefault(_key(figure), {})[Kind(figure["kind"])] = figure
    found: dict[RowKey, Standing] = {}
    for row in document["comparisons"]:
        key, basis = _key(row), Kind(row["basis"])
        stated = {**figures.get((*key[:4], None), {}), **figures.get(key, {})}
        amounts = {kind: _amount(figure) for kind, figure in stated.items()}
        measure = next((figure["measure"] for kind, figure in stated.items() if kind not in _PERCENTS), "")
        found[key] = Standing(basis, amounts, measure, Achievement(row["achievement"]))
    return found


def _key(row: Mapping[str, Any]) -> RowKey:
    return row["org_unit"], row["indicator"], row["breakdown"], row["period"], row["plan_line"]


def _amount(figure: Mapping[str, Any]) -> Amount:
    ends = (figure["value"],) * 2 if "value" in figure else (figure["low"], figure["high"])
    dated = measure_of(figure["measure"]) == DATE
    return Amount(*(_end(end, dated=dated) for end in ends))


def _end(text: str | None, *, dated: bool) -> Decimal | None:
    if text is None:
        return None
    return Decimal(dt.date.fromisoformat(text).toordinal()) if dated else Decimal(text)
