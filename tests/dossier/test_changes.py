"""What differs between two versions of a dossier: figures, words, evidence, and nothing that only moved."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from tongket.dossier import Dossier, Narrative, ReportedFigure
from tongket.dossier.changes import changes_between
from tongket.dossier.facts import Absence, Evidence, Section, StatedAbsence
from tongket.figures import Amount, Kind
from tongket.words import Place, Text
from tongket.year import Period

YEAR = Period.of_year(2022)
GAS = ReportedFigure("PVEP", "GAS", YEAR, Kind.ESTIMATE, Amount.of(Decimal(1205)), place=Place("a.xlsx", "Bieu1", "H8"))
WORDS = Narrative(Section.RESULT, Text("Khí bán đạt 145,2%"), org_unit="PVEP")
BEFORE = Dossier(
    "PVEP", YEAR, ("a.xlsx",), figures=(GAS,), narratives=(WORDS,), evidence=(Evidence("Biên bản giao nhận"),)
)


def test_a_version_that_says_the_same_from_another_file_and_cell_has_no_changes():
    moved = replace(BEFORE, files=("b.xlsx",), figures=(replace(GAS, place=Place("b.xlsx", "Bieu1", "H9")),))
    assert changes_between(BEFORE, moved).is_empty


def test_a_figure_that_is_another_is_told_with_both_values():
    after = replace(BEFORE, figures=(replace(GAS, amount=Amount.of(Decimal(1210))),))
    [change] = changes_between(BEFORE, after).figures
    assert change.key == ("GAS", None, YEAR, Kind.ESTIMATE)
    assert (change.before.exact, change.after.exact) == (Decimal(1205), Decimal(1210))


def test_a_figure_that_is_no_longer_given_is_told_and_so_is_why():
    gone = StatedAbsence("PVEP", "GAS", None, YEAR, Kind.ESTIMATE, Absence.NOT_AVAILABLE)
    [change] = changes_between(BEFORE, replace(BEFORE, figures=(), absences=(gone,))).figures
    assert change.after is Absence.NOT_AVAILABLE
    [change] = changes_between(BEFORE, replace(BEFORE, figures=())).figures
    assert change.after is None


def test_a_paragraph_that_was_rewritten_is_one_added_and_one_taken_away():
    other = replace(WORDS, text=Text("Khí bán đạt 145,8%"))
    found = changes_between(BEFORE, replace(BEFORE, narratives=(other,)))
    assert (found.narratives_added, found.narratives_gone) == ((other,), (WORDS,))
    assert not found.is_empty


def test_evidence_is_told_by_its_title():
    found = changes_between(BEFORE, replace(BEFORE, evidence=(Evidence("Quyết định số 15"),)))
    assert (found.evidence_added, found.evidence_gone) == (("Quyết định số 15",), ("Biên bản giao nhận",))


def test_the_same_figure_of_another_year_is_another_figure():
    last = replace(GAS, period=Period.of_day(dt.date(2021, 1, 1)))
    assert len(changes_between(BEFORE, replace(BEFORE, figures=(GAS, last))).figures) == 1
