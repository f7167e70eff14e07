"""The shipped examples, read and added up once for all tests of this folder."""

from pathlib import Path

import pytest

from tongket.desk.consolidating import consolidated
from tongket.desk.dossiers import with_dossiers
from tongket.files.year_folder import read_year
from tongket.results import Results
from tongket.words.findings import Severity
from tongket.yearbook import Year

EXAMPLES = Path(__file__).parents[2] / "examples"

Example = tuple[Year, Results]


def reviewed(name: str) -> Example:
    year, findings = read_year(EXAMPLES / name)
    assert year is not None, findings
    year, of_files = with_dossiers(EXAMPLES / name, year)
    told = (finding for dossier in year.dossiers for finding in dossier.findings)
    assert {finding.severity for finding in (*findings, *of_files, *told)} <= {Severity.NOTE}
    return year, consolidated(year)


@pytest.fixture(scope="session")
def ncs() -> Example:
    return reviewed("ncs-2012")


@pytest.fixture(scope="session")
def vietsovpetro() -> Example:
    return reviewed("vietsovpetro-2021")


@pytest.fixture(scope="session")
def cluster() -> Example:
    return reviewed("cluster-1-2022")


@pytest.fixture(scope="session")
def examples(ncs: Example, vietsovpetro: Example) -> tuple[Example, Example]:
    return ncs, vietsovpetro
