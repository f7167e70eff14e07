"""What the dossiers say stands beside what was typed into the year; who filed one has filed."""

import datetime as dt

import pytest

from tongket.dossier import Dossier, Filing, Narrative, ReportedFigure, Section
from tongket.figures import Amount, Kind
from tongket.words import Text
from tongket.year import Period
from tongket.yearbook import Year, YearHead

YEAR = Period.of_year(2022)
TYPED = ReportedFigure("AN", "OIL", Period.of_year(2021), Kind.ACTUAL, Amount.of(3))
FILED = ReportedFigure("AN", "OIL", YEAR, Kind.ESTIMATE, Amount.of(4))
WORDS = Narrative(Section.RESULT, Text("Đã hoàn thành."))
DOSSIER = Dossier("AN", YEAR, ("inputs/dossiers/AN.xlsx",), figures=(FILED,), narratives=(WORDS,))
HEAD = YearHead(2022, "AN", Text("Năm 2022"))


def test_figures_and_words_of_dossiers_are_those_of_the_year():
    year = Year(HEAD, figures=(TYPED,), dossiers=(DOSSIER,))
    assert year.reported == (TYPED, FILED)
    assert year.words == (WORDS,)
    assert year.figures == (TYPED,)


@pytest.mark.parametrize(
    ("stated", "came"),
    [
        ((), [("AN", None, True)]),
        ((Filing("AN", YEAR, dt.date(2022, 11, 20)),), [("AN", None, True)]),
        ((Filing("AN", YEAR, filed_on=dt.date(2022, 11, 18)),), [("AN", dt.date(2022, 11, 18), True)]),
        ((Filing("BINH", YEAR),), [("BINH", None, False), ("AN", None, True)]),
        ((Filing("AN", Period.of_year(2021)),), [("AN", None, False), ("AN", None, True)]),
    ],
)
def test_a_dossier_that_is_there_was_filed(stated, came):
    filed = Year(HEAD, filings=stated, dossiers=(DOSSIER,)).filed
    assert [(one.org_unit, one.filed_on, one.came) for one in filed] == came
