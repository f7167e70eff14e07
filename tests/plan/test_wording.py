from datetime import date

import pytest
from tests.plan.cast import target

from tongket.figures import Amount
from tongket.plan import Milestone, Stage
from tongket.plan.wording import STAGE_NAMES, address_of, amount_text, day_text, milestone_name, parts_text
from tongket.words import Text
from tongket.year import Period
from tongket.yearbook.choices import CHOICES


def test_a_target_is_named_by_the_address_of_its_figure():
    assert address_of(target("1")) == "VSP/OIL@2021"
    assert address_of(target("1", breakdown="09-3/12", period=Period.parse("2021-Q4"))) == "VSP/OIL/09-3/12@2021-Q4"


@pytest.mark.parametrize(
    ("amount", "vi", "ru", "en"),
    [
        ("2999.4", "2.999,4", "2\u00a0999,4", "2,999.4"),
        ("3.00..4.50", "3,00–4,50", "3,00–4,50", "3.00–4.50"),
        (">3000", "trên 3.000", "более 3\u00a0000", "above 3,000"),
        ("<157", "dưới 157", "менее 157", "below 157"),
    ],
)
def test_an_amount_is_written_the_way_of_each_language(amount, vi, ru, en):
    assert amount_text(Amount.parse(amount), "kt") == Text(vi, ru, en)


def test_a_day_is_written_as_a_date_and_a_quarter_by_its_ends():
    first, last = (date(2022, month, day).toordinal() for month, day in ((7, 1), (9, 30)))
    assert amount_text(Amount.of(last), "ngày").vi == "30/09/2022"
    assert amount_text(Amount.parse(f"{first}..{last}"), "day").ru == "01.07.2022–30.09.2022"


def test_a_day_left_open_is_marked_as_open():
    assert [day_text(day).vi for day in (date(2012, 6, 1), date.min, None)] == ["01/06/2012", "…", "…"]


def test_the_parts_of_a_total_are_listed_while_they_are_few():
    parts = [(Text("Lô 09-1", "", "Block 09-1"), Amount.parse("2865.0")), (Text("Lô 09-3/12"), Amount.parse("134.4"))]
    assert parts_text(parts).vi == "Lô 09-1: 2.865,0 + Lô 09-3/12: 134,4"
    assert parts_text(parts).en == "Block 09-1: 2,865.0 + Lô 09-3/12: 134.4"
    assert parts_text(parts * 4) == Text("(8 phần)", "(8 частей)", "(8 parts)")


def test_a_milestone_is_named_by_its_stage_and_its_own_name():
    planned = Period.parse("2021-Q4")
    assert milestone_name(Milestone("BK-19", Stage.FIRST_OIL, planned)).ru == "Первая нефть"
    named = Milestone("BK-19", Stage.INSTALLATION, planned, name=Text("chân đế", "", "jacket"))
    assert (milestone_name(named).vi, milestone_name(named).en) == ("Lắp đặt – chân đế", "Installation – jacket")


def test_stages_have_the_names_the_year_folder_offers():
    assert dict(STAGE_NAMES) == dict(CHOICES[Stage])
