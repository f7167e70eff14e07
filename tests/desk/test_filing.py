"""A workbook that came by e-mail is put where a review finds it, and nothing that lies there is touched."""

import shutil

import pytest
from tests.dossier.foreign.cast import LAYOUTS, xlsx

from tongket.desk.dossiers import with_dossiers
from tongket.desk.filing import filed_among_dossiers, lies_among_dossiers
from tongket.desk.mapping import map_workbook
from tongket.files.year_folder import read_year


@pytest.fixture
def folder(root, tmp_path):
    """The example cluster as it was before anybody filed."""
    source = root / "examples/cluster-1-2022/inputs"
    shutil.copytree(source, tmp_path / "year/inputs", ignore=shutil.ignore_patterns("dossiers", "figures-2022.csv"))
    return tmp_path / "year"


@pytest.fixture
def mailed(tmp_path):
    """The workbook of RVP under the name it was mailed with, which says nothing of whose it is."""
    file = tmp_path / "Bao cao sua.XLSX"
    file.write_bytes(xlsx(LAYOUTS["RVP"]()))
    return file


def dossiers(folder):
    return sorted(path.name for path in (folder / "inputs/dossiers").glob("*"))


def test_a_workbook_is_taken_by_the_review_only_once_it_was_filed(folder, mailed):
    assert map_workbook(folder, mailed, "RVP").filed is None
    year, findings = with_dossiers(folder, read_year(folder)[0])
    assert [(one.code, one.place.file) for one in findings] == [("files.mapped-in-vain", "inputs/mappings/RVP.xlsx")]
    assert year.dossiers == ()
    assert map_workbook(folder, mailed, "rvp", to_file=True).filed == folder / "inputs/dossiers/RVP.xlsx"
    year, findings = with_dossiers(folder, read_year(folder)[0])
    assert findings == ()
    assert len(year.dossiers[0].figures) == 22


def test_the_same_workbook_is_kept_once_and_another_one_is_the_next(folder, mailed):
    year, _ = read_year(folder)
    first = filed_among_dossiers(folder, year, mailed, "RVP")
    before = first.read_bytes()
    assert filed_among_dossiers(folder, year, mailed, "RVP") == first
    mailed.write_bytes(before + b"another")
    assert filed_among_dossiers(folder, year, mailed, "RVP").name == "RVP-lan-2.xlsx"
    assert dossiers(folder) == ["RVP-lan-2.xlsx", "RVP.xlsx"]
    assert first.read_bytes() == before


def test_a_workbook_of_which_nothing_is_read_is_not_filed(folder, mailed, tmp_path):
    map_workbook(folder, mailed, "RVP")
    other = tmp_path / "PVEP.xlsx"
    other.write_bytes(xlsx(LAYOUTS["PVEP"]()))
    mapped = map_workbook(folder, other, "RVP", to_file=True)
    assert (mapped.dossier.figures, mapped.filed) == ((), None)
    assert dossiers(folder) == []


def test_while_a_row_waits_nothing_is_filed(folder, tmp_path):
    file = tmp_path / "x.xlsx"
    file.write_bytes(xlsx(LAYOUTS["PVEP"]()))
    assert map_workbook(folder, file, "PVEP", to_file=True).filed is None
    assert dossiers(folder) == []


def test_a_workbook_among_the_dossiers_is_taken_only_under_its_units_name(folder, mailed):
    year, _ = read_year(folder)
    place = filed_among_dossiers(folder, year, mailed, "RVP")
    assert lies_among_dossiers(folder, year, place, "RVP")
    assert not lies_among_dossiers(folder, year, place, "VSP")
    assert not lies_among_dossiers(folder, year, mailed, "RVP")
