"""What dossiers say beside their figures is printed: explanations, why there is no figure, how a dossier came."""

from dataclasses import replace

from tests.documents.review_cast import RESULTS
from tests.documents.test_review import blocks, review

from tongket.documents import Table
from tongket.dossier import Absence


def test_explanations_of_the_units_stand_in_an_appendix_of_their_own_beside_their_figures():
    found = RESULTS.figures.items()
    address, figure = next((a, f) for a, f in found if a.endswith(":estimate") and a.startswith("AN/"))
    said = {address: "Dừng giàn để sửa chữa.", "AN/KHONG@2022:plan": "?"}
    paper = review(results=replace(RESULTS, explanations=said))
    assert len(paper.appendices) == len(review().appendices) + 1
    (told,) = (block for block in paper.appendices[-1].blocks if isinstance(block, Table))
    ((_, _, value, explanation),) = ([cell.text for cell in row.cells] for row in told.rows)
    assert explanation == "Dừng giàn để sửa chữa."
    assert value.replace(".", "").replace(",", ".") == str(figure.amount.exact)


def test_a_cell_whose_unit_says_why_it_has_no_figure_says_so():
    address = "TCT/REV@2022:actual_to_date"
    assert address not in RESULTS.figures
    said = replace(RESULTS, absences={address: Absence.NOT_DUE})
    assert words_in_appendices(said).count("chưa đến hạn") == words_in_appendices(RESULTS).count("chưa đến hạn") + 1


def words_in_appendices(results):
    blocks = (block for appendix in review(results=results).appendices for block in appendix.blocks)
    return [cell.text for block in blocks if isinstance(block, Table) for row in block.rows for cell in row.cells]


def test_how_a_dossier_came_is_noted_beside_it_where_anybody_noted_it():
    def filings(results):
        return next(t for t in blocks(review(results=results), Table) if t.columns[2].head == "Hạn nộp")

    first, *others = RESULTS.filings
    noted = replace(first, filing=replace(first.filing, note="Thư ký Cụm nộp thay"))
    plain, told = filings(RESULTS), filings(replace(RESULTS, filings=(noted, *others)))
    assert len(told.columns) == len(plain.columns) + 1
    assert [row.cells[-1].text for row in told.rows] == ["Thư ký Cụm nộp thay", *[""] * len(others)]
