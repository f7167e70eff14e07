"""The NCS example worked out the slow and plain way, in fractions, from the published files alone.

Nothing of the product is used. Codes are taken from the year folder only to name what was worked out by the
directorate's own names and numbers: `companies` by full name, `fields` by the name of the carrier.

What it holds to (issue 2 §4): a share counts on the days `[fldLicenseeFrom, fldLicenseeTo)` that its owner holds too;
a field's month counts each day alike; on each day shares are taken over their printed sum of that day; what falls on
a day without a holder, or on a carrier nobody holds, is unallocated.
"""

import csv
import datetime as dt
from calendar import monthrange
from collections import defaultdict
from fractions import Fraction
from functools import cache
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "ncs-2012"
YEARS = (2011, 2012)
INDICATORS = {
    "prfPrdOilNetMillSm3": "OIL",
    "prfPrdGasNetBillSm3": "GAS",
    "prfPrdNGLNetMillSm3": "NGL",
    "prfPrdCondensateNetMillSm3": "COND",
    "prfPrdOeNetMillSm3": "OE",
}
SHELF, NOBODY = "NCS", "NCS-UNALLOCATED"

Key = tuple[str, str, str | None, str]
"""Company (or the shelf, or nobody), indicator, field (None for all), period: a month or a year."""


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def source(name: str) -> list[dict[str, str]]:
    return rows_of(EXAMPLE / "source" / name)


@cache
def company_codes() -> dict[str, str]:
    code_of_name = {row["name.vi"]: row["code"] for row in rows_of(EXAMPLE / "inputs" / "org_units-companies.csv")}
    return {
        row["cmpNpdidCompany"]: code_of_name[row["cmpLongName"]]
        for row in source("company.csv")
        if row["cmpLongName"] in code_of_name
    }


@cache
def field_codes() -> dict[str, str]:
    return {row["name.vi"]: row["code"] for row in rows_of(EXAMPLE / "inputs" / "breakdowns.csv")}


@cache
def licences() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in source("field_licensee_hst.csv"):
        found[row["fldName"]].append(row)
    return found


@cache
def percents_on(field: str, day: dt.date) -> dict[str, Fraction]:
    """Who holds how many percent of a field on one day; rows of one company add up."""
    today, held = day.isoformat(), defaultdict(Fraction)
    for row in licences().get(field, ()):
        owner_holds = row["fldOwnerFrom"] <= today <= row["fldOwnerTo"]
        if owner_holds and row["fldLicenseeFrom"] <= today < row["fldLicenseeTo"]:
            held[row["cmpNpdidCompany"]] += Fraction(row["fldCompanyShare"])
    return dict(held)


def parts_of_month(field: str, year: int, month: int) -> dict[str | None, Fraction]:
    """Which part of a month's quantity falls to whom, day by day; None is nobody. The parts add up to 1."""
    days = monthrange(year, month)[1]
    parts: dict[str | None, Fraction] = defaultdict(Fraction)
    for number in range(1, days + 1):
        held = percents_on(field, dt.date(year, month, number))
        printed = sum(held.values())
        for company, percent in held.items():
            parts[company] += percent / printed / days
        if not printed:
            parts[None] += Fraction(1, days)
    return dict(parts)


@cache
def figures() -> dict[Key, Fraction]:
    """Every figure of the shelf, of each company and of nobody: by field and in all, by month and by year."""
    codes, fields = company_codes(), field_codes()
    made: dict[Key, Fraction] = defaultdict(Fraction)
    for row in source("field_production_monthly.csv"):
        year, month, carrier = int(row["prfYear"]), int(row["prfMonth"]), row["prfInformationCarrier"]
        if year not in YEARS:
            continue
        parts = parts_of_month(carrier, year, month)
        for column, indicator in INDICATORS.items():
            quantity = Fraction(row[column])
            shared = {NOBODY if who is None else codes[who]: part * quantity for who, part in parts.items()}
            for who, value in {**shared, SHELF: quantity}.items():
                for field in (fields[carrier], None):
                    for period in (f"{year}-{month:02}", str(year)):
                        made[who, indicator, field, period] += value
    return dict(made)
