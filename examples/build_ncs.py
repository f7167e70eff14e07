"""Make the tables of the example year `ncs-2012` from the published files in its `source/` folder.

    python3 examples/build_ncs.py

The figures and the participating shares are copied digit for digit. Only the plan, and the estimate
for the year, are made here, by the plain rules stated at `PLAN` and `to_date`; both are marked as
illustrative in the data. The same source always gives the same bytes.
"""

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent / "ncs-2012"
ROOT: Final = "NCS"
UNALLOCATED: Final = "NCS-UNALLOCATED"
LAST, THIS = 2011, 2012
NOT_YET_PRODUCING: Final = "GOLIAT"
PRODUCTION: Final = "field_production_monthly.csv"
COLUMNS: Final = {
    "OIL": "prfPrdOilNetMillSm3",
    "GAS": "prfPrdGasNetBillSm3",
    "NGL": "prfPrdNGLNetMillSm3",
    "COND": "prfPrdCondensateNetMillSm3",
    "OE": "prfPrdOeNetMillSm3",
}

# The illustrative plan: a part of the year before, in percent, rounded to one decimal; two parts make a range.
PLAN: Final = {"OIL": ("90",), "GAS": ("106",), "NGL": ("100", "110"), "COND": ("98",), "OE": ("101",)}
RAISED: Final = {"GAS": Decimal("4.0"), "OE": Decimal("4.0")}
CUT_OFF: Final = "2012-10-31"
LETTERS: Final = {"Ø": "O", "Å": "A", "Æ": "AE", ".": "", "&": ""}

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Share:
    """One company's share of one field, in force on the days `[first, until)`."""

    field: str
    company: str
    percent: str
    first: str
    until: str


@dataclass(frozen=True, slots=True)
class Month:
    """One line of the production file: a field's month, and where the line stands."""

    field: str
    year: int
    number: int
    line: int
    printed: Mapping[str, str]

    @property
    def period(self) -> str:
        """The month as the year folder writes it."""
        return f"{self.year}-{self.number:02}"


def code_of(name: str) -> str:
    """Return the code of a published name: capitals, digits and hyphens, at most 24 signs."""
    plain = "".join(LETTERS.get(sign, sign) for sign in name.upper())
    return re.sub(r"[^A-Z0-9]+", "-", plain).strip("-")[:24].rstrip("-")


def rows_of(name: str) -> list[dict[str, str]]:
    """Read one of the published files."""
    with (HERE / "source" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def months() -> list[Month]:
    """Return the months of both years in the order of the file; the file's first data line is line 2."""
    return [
        Month(row["prfInformationCarrier"], int(row["prfYear"]), int(row["prfMonth"]), line, row)
        for line, row in enumerate(rows_of(PRODUCTION), start=2)
        if int(row["prfYear"]) in (LAST, THIS)
    ]


def shares(fields: set[str]) -> list[Share]:
    """Return the shares in producing fields that are in force on some day of the two years."""
    found = (_share(row) for row in rows_of("field_licensee_hst.csv") if row["fldName"] in fields)
    inside = (s for s in found if s.first < f"{THIS + 1}-01-01" and (not s.until or s.until > f"{LAST}-01-01"))
    return sorted(inside, key=lambda s: (s.field, s.first, s.company))


def _share(row: Mapping[str, str]) -> Share:
    """Intersect both pairs of dates: a licensee's last date is the next one's first, an owner's is its last day."""
    owner_until = row["fldOwnerTo"]
    if not owner_until.startswith("9999"):
        owner_until = str(dt.date.fromisoformat(owner_until) + dt.timedelta(days=1))
    until = min(owner_until, row["fldLicenseeTo"])
    return Share(
        field=row["fldName"],
        company=row["cmpNpdidCompany"],
        percent=row["fldCompanyShare"],
        first=max(row["fldOwnerFrom"], row["fldLicenseeFrom"]),
        until="" if until.startswith("9999") else until,
    )


def companies(held: Iterable[Share]) -> dict[str, tuple[str, str]]:
    """Return the share-holding companies by the directorate's number: their code and full name."""
    wanted = {share.company for share in held}
    named = {
        row["cmpNpdidCompany"]: (code_of(row["cmpShortName"]), row["cmpLongName"])
        for row in rows_of("company.csv")
        if row["cmpNpdidCompany"] in wanted
    }
    if len({code for code, _ in named.values()}) != len(wanted):
        raise ValueError("two companies would share a code, or a company is not in company.csv.")
    return dict(sorted(named.items(), key=lambda entry: entry[1]))


def reported(produced: Iterable[Month], year: int) -> Iterator[Row]:
    """State each month of each field digit for digit, with the line and column it stands in."""
    places = {name: number for number, name in enumerate(rows_of(PRODUCTION)[0], start=1)}
    for month in (month for month in produced if month.year == year):
        for indicator, column in COLUMNS.items():
            yield {
                "org_unit": ROOT,
                "indicator": indicator,
                "breakdown": code_of(month.field),
                "period": month.period,
                "kind": "actual",
                "value": month.printed[column],
                "page": f"source/{PRODUCTION}:{month.line}:{places[column]}",
            }


def to_date(produced: list[Month]) -> Iterator[Row]:
    """State ten months of the shelf, and an estimate of its year: those ten plus the last two of the year before."""
    for indicator in COLUMNS:
        ten = total(produced, indicator, THIS, range(1, 11))
        estimate = ten + total(produced, indicator, LAST, range(11, 13))
        common = {"org_unit": ROOT, "indicator": indicator, "period": THIS, "cut_off": CUT_OFF}
        note, page = "Cộng tháng 1 đến tháng 10 năm 2012", f"source/{PRODUCTION}"
        yield common | {"kind": "actual_to_date", "value": ten, "illustrative": "", "note": note, "page": page}
        note = "Minh họa: 10 tháng năm 2012 cộng tháng 11, 12 năm 2011"
        yield common | {"kind": "estimate", "value": estimate, "illustrative": "true", "note": note}


def total(produced: Iterable[Month], indicator: str, year: int, numbers: Iterable[int] = range(1, 13)) -> Decimal:
    """Add up the whole shelf over some months of a year."""
    wanted = {(year, number) for number in numbers}
    column = COLUMNS[indicator]
    return sum((Decimal(m.printed[column]) for m in produced if (m.year, m.number) in wanted), Decimal(0))


def targets(produced: list[Month], held: list[Share], codes: Mapping[str, str]) -> Iterator[Row]:
    """Make the illustrative plan: the shelf, its months and companies for oil, and one target in every state."""
    first, second = "v1", "v2"
    plan = {indicator: _planned(total(produced, indicator, LAST), PLAN[indicator]) for indicator in COLUMNS}
    for indicator, ends in plan.items():
        yield _target(first, ROOT, indicator, "..".join(map(str, ends)))
    (oil,) = plan["OIL"]
    days = {f"{THIS}-{month:02}": Fraction(_days(THIS, month)) for month in range(1, 13)}
    for period, value in allocated(oil, days).items():
        yield _target(first, ROOT, "OIL", value, period=period)
    oil_by_company = oil_of_last_year(produced, held)
    by_company = {code: oil_by_company[company] for company, code in codes.items() if company in oil_by_company}
    for company, value in allocated(oil, by_company).items():
        yield _target(first, company, "OIL", value)
    yield _target(first, UNALLOCATED, "OIL", Decimal(0))
    for indicator in ("GAS", "NGL", "COND", "OE"):
        yield _target(first, UNALLOCATED, indicator, "", state="not_assigned")
    yield _target(first, ROOT, "OIL", "", breakdown=NOT_YET_PRODUCING, state="not_due")
    for indicator, more in RAISED.items():
        reason = "Minh họa: nâng kế hoạch theo sản lượng khí 6 tháng đầu năm"
        yield _target(second, ROOT, indicator, plan[indicator][0] + more, reason=reason)


def _target(version: str, org_unit: str, indicator: str, value: object, **more: object) -> Row:
    row = {"line": "giao", "version": version, "org_unit": org_unit, "indicator": indicator, "period": THIS}
    return row | {"value": value} | more


def _planned(last_year: Decimal, percents: Iterable[str]) -> tuple[Decimal, ...]:
    return tuple((last_year * Decimal(p) / 100).quantize(Decimal("0.1"), ROUND_HALF_UP) for p in percents)


def _days(year: int, month: int) -> int:
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    return (following - dt.date(year, month, 1)).days


def allocated(whole: Decimal, keys: Mapping[str, Fraction], digits: int = 3) -> dict[str, Decimal]:
    """Divide a number by keys at some decimals; the last units go to the largest remainders, so nothing is lost."""
    unit = Decimal(1).scaleb(-digits)
    units = int(whole / unit)
    exact = {name: units * key / sum(keys.values()) for name, key in keys.items()}
    given = {name: int(value) for name, value in exact.items()}
    order = sorted(exact, key=lambda name: (given[name] - exact[name], name))
    for name in order[: units - sum(given.values())]:
        given[name] += 1
    return {name: value * unit for name, value in given.items()}


def oil_of_last_year(produced: Iterable[Month], held: Iterable[Share]) -> dict[str, Fraction]:
    """Divide last year's oil of each field by the shares of the new year's first day: a key to allocate by."""
    day, by_field = f"{THIS}-01-01", dict[str, Fraction]()
    for month in (month for month in produced if month.year == LAST):
        by_field[month.field] = by_field.get(month.field, Fraction(0)) + Fraction(month.printed[COLUMNS["OIL"]])
    made: dict[str, Fraction] = {}
    for share in (share for share in held if share.first <= day and (not share.until or day < share.until)):
        part = by_field.get(share.field, Fraction(0)) * Fraction(share.percent) / 100
        made[share.company] = made.get(share.company, Fraction(0)) + part
    return made


def write(table: str, rows: Iterable[Row], folder: Path) -> None:
    """Write one table of the year folder; its columns are those that any row has, in the order first met."""
    listed = list(rows)
    columns = list(dict.fromkeys(column for row in listed for column in row))
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(listed)


def build(folder: Path) -> None:
    """Write every made table into a folder."""
    produced = months()
    fields = {month.field for month in produced}
    held = shares(fields)
    known = companies(held)
    codes = {company: code for company, (code, _) in known.items()}
    units = ({"code": code, "name.vi": name, "kind": "company"} for code, name in known.values())
    write("org_units-companies", units, folder)
    write("parents", ({"org_unit": code, "parent": ROOT} for code in (*codes.values(), UNALLOCATED)), folder)
    names = sorted({*fields, NOT_YET_PRODUCING})
    write("breakdowns", ({"code": code_of(name), "name.vi": name, "kind": "field"} for name in names), folder)
    write("shares", (_share_row(share, codes) for share in held), folder)
    write(f"figures-{LAST}", reported(produced, LAST), folder)
    write(f"figures-{THIS}", reported(produced, THIS), folder)
    write("figures-to-date", to_date(produced), folder)
    write("targets", targets(produced, held, codes), folder)


def _share_row(share: Share, codes: Mapping[str, str]) -> Row:
    return {
        "breakdown": code_of(share.field),
        "org_unit": codes[share.company],
        "percent": share.percent,
        "from": share.first,
        "until": share.until,
    }


if __name__ == "__main__":
    build(HERE / "inputs")
    print(f"made: {HERE / 'inputs'}")
