"""The NCS example: made from its source alone, byte for byte, and true to it."""

import csv
import importlib.util
import sys
from collections import Counter, defaultdict
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from tongket.figures import Kind

EXAMPLES = Path(__file__).parents[2] / "examples"
NCS = EXAMPLES / "ncs-2012"
CHANGES_INSIDE_A_MONTH = 19


def module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = made
    spec.loader.exec_module(made)
    return made


build_ncs = module(EXAMPLES / "build_ncs.py")
reference = module(Path(__file__).parent / "ncs_reference.py")


def table(name: str) -> list[dict[str, str]]:
    with (NCS / "inputs" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def both_years() -> list[dict[str, str]]:
    return [r for r in reference.source("field_production_monthly.csv") if r["prfYear"] in ("2011", "2012")]


def test_building_again_gives_the_bytes_that_are_shipped(tmp_path):
    build_ncs.build(tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    shipped = {path.name: path.read_bytes() for path in (NCS / "inputs").glob("*.csv")}
    assert made == shipped


def test_the_source_files_are_the_ones_their_note_names():
    note = (NCS / "source" / "README.md").read_text(encoding="utf-8")
    for path in sorted((NCS / "source").glob("*.csv")):
        assert f"`{path.name}` | {len(reference.rows_of(path))} | `{sha256(path.read_bytes()).hexdigest()}`" in note


def test_every_month_of_both_years_is_stated_digit_for_digit():
    stated = {
        (row["breakdown"], row["period"], row["indicator"]): row["value"]
        for year in (2011, 2012)
        for row in table(f"figures-{year}")
    }
    codes, printed = reference.field_codes(), {}
    for row in both_years():
        place = (codes[row["prfInformationCarrier"]], f"{row['prfYear']}-{int(row['prfMonth']):02}")
        printed |= {(*place, indicator): row[column] for column, indicator in reference.INDICATORS.items()}
    assert stated == printed
    assert len(stated) == 8480


def test_the_page_of_a_figure_leads_to_its_line_and_column():
    lines = (NCS / "source" / "field_production_monthly.csv").read_text(encoding="utf-8").splitlines()
    for row in table("figures-2012"):
        file, line, column = row["page"].split(":")
        assert file == "source/field_production_monthly.csv"
        assert lines[int(line) - 1].split(",")[int(column) - 1] == row["value"]


def test_a_company_has_a_unit_when_and_only_when_it_held_a_share_of_a_producing_field():
    fields = {row["prfInformationCarrier"] for row in both_years()}
    holders = {
        row["cmpNpdidCompany"]
        for row in reference.source("field_licensee_hst.csv")
        if row["fldName"] in fields
        and max(row["fldOwnerFrom"], row["fldLicenseeFrom"]) <= "2012-12-31"
        and min(row["fldOwnerTo"], row["fldLicenseeTo"]) > "2011-01-01"
    }
    assert set(reference.company_codes()) == holders
    assert len(holders) == len(table("org_units-companies")) == 49


def test_codes_are_short_plain_and_each_stands_once():
    codes = [row["code"] for name in ("org_units-companies", "breakdowns") for row in table(name)]
    assert len(set(codes)) == len(codes)
    for code in codes:
        assert 2 <= len(code) <= 24
        assert set(code) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")


def test_shares_hold_until_the_day_the_source_prints_as_their_last():
    njord = {(row["from"], row["until"]) for row in table("shares") if row["breakdown"] == "NJORD"}
    assert njord == {("2011-01-01", "2011-01-02"), ("2011-01-02", "2012-02-11"), ("2012-02-11", "")}


def test_what_follows_a_licensee_begins_on_its_last_day_and_what_follows_an_owner_the_day_after():
    gaps = {column: Counter() for column in ("fldLicensee", "fldOwner")}
    for column, found in gaps.items():
        periods = defaultdict(set)
        for row in reference.source("field_licensee_hst.csv"):
            periods[row["fldName"]].add((row[f"{column}From"], row[f"{column}To"]))
        for ordered in map(sorted, periods.values()):
            for (_, last), (following, _) in pairwise(ordered):
                found[(reference.dt.date.fromisoformat(following) - reference.dt.date.fromisoformat(last)).days] += 1
    assert gaps["fldLicensee"].most_common(2) == [(0, 1006), (1, 17)]
    assert gaps["fldOwner"].most_common(1) == [(1, 18)]
    assert gaps["fldOwner"][0] == 0


def test_no_share_of_the_two_years_ends_with_its_owner():
    fields = set(reference.field_codes())
    ends = [row["fldOwnerTo"] for row in reference.source("field_licensee_hst.csv") if row["fldName"] in fields]
    assert not [end for end in ends if "2011-03-01" <= end <= "2012-12-31"]


def test_the_states_interest_is_part_of_the_share_beside_it():
    interest = [r for r in reference.source("field_licensee_hst.csv") if r["fldSdfiShare"] not in ("NULL", "0.00000")]
    assert len(interest) == 185
    assert max(row["fldLicenseeTo"] for row in interest) == "2001-05-10"
    for row in interest:
        assert Fraction(row["fldSdfiShare"]) <= Fraction(row["fldCompanyShare"])


def test_printed_shares_add_up_to_a_hundred_but_for_two_rounded_fields():
    sums = defaultdict(set)
    for row in both_years():
        day = reference.dt.date(int(row["prfYear"]), int(row["prfMonth"]), 1)
        field = row["prfInformationCarrier"]
        sums[field].add(sum(reference.percents_on(field, day).values()))
    others = {field for field, found in sums.items() if found - {Fraction(100)}}
    assert others == {"URD", "VALHALL", "VEGA", "33/9-6 DELTA"}
    assert sums["URD"] == sums["VALHALL"] == {Fraction("100.00001")}
    assert sums["VEGA"] == {0, 100}
    assert sums["33/9-6 DELTA"] == {0}


def test_some_shares_change_inside_a_month_of_production():
    fields = set()
    for row in both_years():
        field, year, month = row["prfInformationCarrier"], int(row["prfYear"]), int(row["prfMonth"])
        days = range(1, reference.monthrange(year, month)[1] + 1)
        held = [reference.percents_on(field, reference.dt.date(year, month, day)) for day in days]
        if any(one != held[0] for one in held):
            fields.add(field)
    assert len(fields) == CHANGES_INSIDE_A_MONTH


@pytest.mark.parametrize("period", ["2011", "2012", "2012-04", "2011-02"])
def test_in_the_reference_companies_and_nobody_add_up_to_the_shelf(period):
    made = reference.figures()
    for indicator in reference.INDICATORS.values():
        shelf = made[reference.SHELF, indicator, None, period]
        others = sum(
            value
            for (who, what, field, when), value in made.items()
            if (what, field, when) == (indicator, None, period) and who != reference.SHELF
        )
        assert shelf == others


def test_the_shelf_of_the_reference_is_the_plain_sum_of_the_source():
    made = reference.figures()
    years = {(i, y): made[reference.SHELF, i, None, str(y)] for i in ("OIL", "GAS", "OE") for y in (2011, 2012)}
    assert years == {
        ("OIL", 2011): Fraction("97.55504"),
        ("OIL", 2012): Fraction("89.24406"),
        ("GAS", 2011): Fraction("101.69741"),
        ("GAS", 2012): Fraction("114.91871"),
        ("OE", 2011): Fraction("220.10280"),
        ("OE", 2012): Fraction("226.42437"),
    }


def test_what_nobody_holds_is_delta_and_two_months_of_vega():
    made = reference.figures()
    nobodys = {(field, when) for (who, _, field, when), value in made.items() if who == "NCS-UNALLOCATED" and value}
    nobodys = {(field, when) for field, when in nobodys if field}
    assert {field for field, _ in nobodys} == {"33-9-6-DELTA", "VEGA"}
    assert {when for field, when in nobodys if field == "VEGA"} == {"2011-01", "2011-02", "2011"}


def test_the_oil_plan_of_the_companies_and_of_the_months_is_the_plan_of_the_shelf():
    oil = [row for row in table("targets") if row["indicator"] == "OIL" and row["value"]]
    shelf = next(Decimal(row["value"]) for row in oil if row["org_unit"] == "NCS" and row["period"] == "2012")
    assert shelf == Decimal("87.8")
    assert sum(Decimal(row["value"]) for row in oil if row["org_unit"] != "NCS") == shelf
    assert sum(Decimal(row["value"]) for row in oil if row["period"] != "2012") == shelf


def test_the_field_that_is_not_due_was_approved_and_did_not_produce():
    goliat = next(row for row in reference.source("field.csv") if row["fldName"] == build_ncs.NOT_YET_PRODUCING)
    assert goliat["fldCurrentActivitySatus"] == "PDO APPROVED"
    assert build_ncs.NOT_YET_PRODUCING not in {month.field for month in build_ncs.months()}


def test_oil_equivalent_differs_from_its_parts_by_rounding_only():
    differences = Counter()
    for month in build_ncs.months():
        oil, gas, ngl, condensate, reported = (Decimal(month.printed[column]) for column in reference.INDICATORS)
        differences[abs(reported - oil - gas - ngl - condensate)] += 1
    assert differences == {Decimal("0.00000"): 1255, Decimal("0.00001"): 440, Decimal("0.00002"): 1}


def test_the_product_agrees_with_the_plain_fractions_on_every_figure(ncs):
    """A month is divided at twelve decimals: exactly, or to the last of them where days or 100.00001 leave a rest."""
    _, results = ncs
    made = {
        (f.address.org_unit, f.address.indicator, f.address.breakdown, str(f.address.period.in_year(year))): f
        for f in results.figures.values()
        for year in [{Kind.ACTUAL: 2012, Kind.LAST_YEAR: 2011}.get(f.address.kind)]
        if year
    }
    expected = {key: value for key, value in reference.figures().items() if value or key in made}
    assert set(made) >= set(expected)
    exact = 0
    for key, value in expected.items():
        difference = abs(Fraction(made[key].amount.exact) - value)
        exact += not difference
        assert difference < Fraction(12 * 75, 10**12), key
    assert exact > len(expected) // 2


@pytest.mark.parametrize("kind", [Kind.ACTUAL, Kind.LAST_YEAR])
def test_in_the_product_companies_and_what_nobody_holds_add_up_to_the_shelf_exactly(ncs, kind):
    sums, shelf = defaultdict(Decimal), {}
    for figure in (figure for figure in ncs[1].figures.values() if figure.address.kind is kind):
        address = figure.address
        place = (address.indicator, address.breakdown, address.period)
        if address.org_unit == reference.SHELF:
            shelf[place] = figure.amount.exact
        else:
            sums[place] += figure.amount.exact
    assert len(shelf) > 4000
    assert {place: sums.pop(place, Decimal(0)) for place in shelf} == shelf
    assert not sums


def test_what_nobody_holds_is_told_field_by_field_and_month_by_month(ncs):
    told = Counter(dict(f.values)["breakdown"] for f in ncs[1].findings if f.code == "plan.shares-unallocated")
    assert told == {"33-9-6-DELTA": 24, "VEGA": 2}
