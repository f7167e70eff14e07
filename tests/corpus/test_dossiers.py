"""Every dossier of the corpus gives exactly the findings that its author listed, who had not read the checker."""

import pytest
from tests.corpus.case import CORPUS
from tests.corpus.expectations import LISTED, expected, found, found_by_command, remark
from tests.corpus.make import make


def cases():
    """Every case; what LibreOffice saves needs it, and what is open is known to differ."""
    for name in CORPUS.cases:
        why = remark(name, "open")
        yield pytest.param(name, marks=[pytest.mark.xfail(reason=why, strict=True)] if why else [])


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """The files of all cases, made once: LibreOffice starts once for each format."""
    place = tmp_path_factory.mktemp("corpus")
    return place / "years", make(place)


def test_every_dossier_has_its_list_and_every_list_its_dossier():
    assert sorted(LISTED) == sorted(CORPUS.cases)


def test_clean_dossiers_are_listed_with_notes_at_most():
    clean = [name for name in CORPUS.cases if name.startswith("clean-")]
    assert len(clean) >= 8
    assert {weight for name in clean for *_, weight in expected(name)} <= {"note"}


@pytest.mark.needs_tool("soffice")
@pytest.mark.parametrize("name", list(cases()))
def test_a_dossier_gives_exactly_the_findings_listed(corpus, name):
    years, files = corpus
    assert found(CORPUS.cases[name], files[name], years) == expected(name)


@pytest.mark.needs_tool("soffice")
@pytest.mark.parametrize("name", ["several-things-at-once", "same-cell-filed-otherwise", "locked"])
def test_the_command_prints_the_same_findings(corpus, name):
    years, files = corpus
    assert found_by_command(CORPUS.cases[name], files[name], years) == expected(name)
