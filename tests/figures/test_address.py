import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.figures import Address, Amount, Figure, Kind, Maturity, Ratio
from tongket.year import Period


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("VSP/OIL@2021:actual", ("VSP", "OIL", None, "2021", Kind.ACTUAL, None, None)),
        ("VSP/OIL/09-1@2021:percent_of_plan#council.v1",
         ("VSP", "OIL", "09-1", "2021", Kind.PERCENT_OF_PLAN, "council", "v1")),
        ("VSP/OIL/09-3/12@2021-Q4:plan#group.adjusted.2",
         ("VSP", "OIL", "09-3/12", "2021-Q4", Kind.PLAN, "group", "adjusted.2")),
        ("NCS/GAS/33/9-6 DELTA@2012-01:last_year",
         ("NCS", "GAS", "33/9-6 DELTA", "2012-01", Kind.LAST_YEAR, None, None)),
        ("VSP/PROJ@2021-11-13:estimate#council", ("VSP", "PROJ", None, "2021-11-13", Kind.ESTIMATE, "council", None)),
    ],
)  # fmt: skip
def test_an_address_names_all_it_points_to_and_is_written_as_it_was_read(text, parts):
    address = Address.parse(text)
    org_unit, indicator, breakdown, period, kind, line, version = parts
    assert address == Address(org_unit, indicator, breakdown, Period.parse(period), kind, line, version)
    assert str(address) == text


@pytest.mark.parametrize(
    "text",
    ["", "VSP", "VSP/OIL", "VSP/OIL@2021", "VSP@2021:plan", "/OIL@2021:plan", "VSP/@2021:plan", "VSP/OIL/@2021:plan",
     "VSP/OIL@2021:sum", "VSP/OIL@2021-Q5:plan", "VSP/OIL@2021:plan#", "VSP/OIL@2021:plan#.v1", "VSP/OIL@2021:plan#a.",
     "VSP/OIL@2021:plan#a.b#c"],
)  # fmt: skip
def test_what_is_no_address_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        Address.parse(text)


def test_the_refusal_of_an_address_shows_its_form():
    with pytest.raises(ValueError, match=r"ORG_UNIT/INDICATOR\[/BREAKDOWN\]@PERIOD:KIND"):
        Address.parse("OIL 2021")


codes = st.text("ABCXYZ019-", min_size=1, max_size=6)
parts = st.none() | st.text("ABC019-/. Ø", min_size=1, max_size=8).filter(lambda text: text == text.strip())
plans = st.just((None, None)) | st.tuples(codes, st.none() | st.text("v12.-/", min_size=1, max_size=5))
periods = st.sampled_from(["2021", "2021-9M", "2021-H2", "2021-Q4", "2012-01", "2021-11-13"]).map(Period.parse)


@given(codes, codes, parts, periods, st.sampled_from(Kind), plans)
def test_every_address_is_read_back_as_it_was_written(org_unit, indicator, breakdown, period, kind, plan):
    address = Address(org_unit, indicator, breakdown, period, kind, *plan)
    assert Address.parse(str(address)) == address


def test_a_figure_is_complete_when_every_expected_part_is_in_it():
    address = Address.parse("VSP/OIL@2021:actual")
    figure = Figure(address, Amount.of("3165"), "kt", Maturity.FINAL, (), parts=3, expected=4)
    assert not figure.is_complete
    assert Figure(address, Amount.of("3165"), "kt", Maturity.FINAL, (), parts=4, expected=4).is_complete


def test_a_ratio_is_kept_as_it_was_formed():
    assert str(Ratio(633, 600)) == "633/600"
    assert Ratio(633, 600).fraction == Ratio(211, 200).fraction
