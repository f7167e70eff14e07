"""The shipped examples for the tests of the desk: their folders, and their years read once."""

from pathlib import Path

import pytest

from tongket.files.year_folder import read_year
from tongket.yearbook import Year

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def examples() -> Path:
    return EXAMPLES


@pytest.fixture(scope="session")
def ncs() -> Year:
    return _year("ncs-2012")


@pytest.fixture(scope="session")
def vietsovpetro() -> Year:
    return _year("vietsovpetro-2021")


def _year(name: str) -> Year:
    year, findings = read_year(EXAMPLES / name)
    assert year is not None, findings
    return year
