"""Invented facts of every table of a year, made of the types of their fields; for round trips."""

import dataclasses
import datetime as dt
import functools
import types
import typing
import unicodedata
from decimal import Decimal
from enum import StrEnum

from hypothesis import strategies as st

from tongket.figures import Amount
from tongket.words import Text
from tongket.year import Period
from tongket.yearbook.values import UNSPEAKABLE

AWKWARD = [
    "- x", "-5", "#", "a #b", "a: b", "a:", ": a", "? a", "{a}", "[a, b]", "a, b", "'", '"', "it's", '"q"',
    "!t", "&a", "*a", "|", ">", "%", "@", "`", "null", "~", "true", "no", "2021", "2.999", "2.999,4", "1e5",
    "=1+1", "+1", "<<", "---", "...", "a\nb", "a\n\n  b", "a  b", "a\tb", "\\", "\\n", "a\u2028b", "\u00a0a",
    "09-1", "Quý IV/2021", "30/11/2022", "x" * 150, "một hai " * 30 + "ba", "ab  " * 60 + "c",
    "a\n # b\n- c", "\U0001f600", "_x0041_", "#N/A", "TRUE", "51%",
]  # fmt: skip


def _tidy(text):
    return unicodedata.normalize("NFC", text).strip()


LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufeff")
TEXTS = (
    st.sampled_from(AWKWARD) | st.text(LETTERS, max_size=12) | st.text(" :#-?[]{},'\"\n\\ab|>&*!%@`=", max_size=8)
).map(_tidy)
SPOKEN = TEXTS.filter(lambda text: not UNSPEAKABLE.search(text) and "x005F_" not in text and "_x000D_" not in text)
SAID = SPOKEN.map(lambda text: text or "x")
NUMBERS = (
    st.decimals(-(10**20), 10**20, places=4)
    | st.decimals(-100, 100, places=9)
    | st.integers(-(10**6), 10**6).map(Decimal)
)
DATES = st.dates(max_value=dt.date(9998, 12, 31))
PERIODS = (
    st.builds(Period.of_day, DATES)
    | st.builds(Period.of_year, st.integers(1, 9998))
    | st.builds(Period.of_month, st.integers(1, 9998), st.integers(1, 12))
    | st.builds("{:04}-{}".format, st.integers(1, 9998), st.sampled_from(["Q1", "Q4", "H1", "H2", "9M"])).map(
        Period.parse
    )
)


def _amounts(numbers):
    ranges = st.tuples(numbers, numbers).map(lambda ends: Amount(min(ends), max(ends)))
    bounds = st.builds(Amount, numbers, st.none()) | st.builds(Amount, st.none(), numbers)
    return numbers.map(Amount.of) | ranges | bounds


AMOUNTS = _amounts(NUMBERS)
DATED_AMOUNTS = PERIODS.map(lambda p: Amount(Decimal(p.first.toordinal()), Decimal(p.last.toordinal()))) | _amounts(
    DATES.map(lambda day: Decimal(day.toordinal()))
)
MEASURES = {"OIL": "nghìn tấn", "DAY": "ngày"}


def _value(hint, *, required):
    if hint is str:
        return SAID if required else SPOKEN
    if hint is Text:
        told = st.builds(Text, SAID, SPOKEN, SPOKEN)
        return told if required else told | st.just(Text(""))
    if typing.get_origin(hint) is types.UnionType:
        return st.none() | _value(typing.get_args(hint)[0], required=True)
    if issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    kinds = {int: st.integers(-(10**9), 10**9), bool: st.booleans(), Decimal: NUMBERS, dt.date: DATES, Period: PERIODS}
    return {**kinds, Amount: AMOUNTS}[hint]


@functools.cache
def facts(fact):
    """A strategy for facts of one class, as they would be stated by a person: with every text tidy."""
    hints = {name: hint for name, hint in typing.get_type_hints(fact).items() if name != "place"}
    required = {field.name for field in dataclasses.fields(fact) if field.default not in (None, "", Text(""))}
    fields = {name: _value(hint, required=name in required) for name, hint in hints.items()}
    made = st.builds(fact, **fields)
    if "amount" not in fields:
        return made
    dated = DATED_AMOUNTS if "amount" in required else st.none() | DATED_AMOUNTS
    named = {**fields, "measure": st.just("day"), "amount": dated}
    inherited = {**fields, "measure": st.just(""), "indicator": st.just("DAY"), "amount": dated}
    return (
        made.filter(lambda one: one.measure not in {"day", "ngày"})
        | st.builds(fact, **named)
        | st.builds(fact, **inherited)
    )


def rows(table, most=4):
    """A strategy for the facts of a table."""
    return st.lists(facts(table.fact), max_size=1 if table.single else most).map(tuple)
