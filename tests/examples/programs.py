"""The programs beside the examples, loaded as they run, and the dossiers of an example as the checks read them."""

import importlib
import sys
from pathlib import Path
from types import ModuleType

from tongket.desk.issuing import request_for
from tongket.dossier import Dossier
from tongket.dossier.asking import form_for
from tongket.dossier.form import FormStage
from tongket.dossier.grid import Book
from tongket.dossier.rules import check_book
from tongket.files.book_reader import read_book
from tongket.files.record import read_forms
from tongket.files.year_folder import read_year

EXAMPLES = Path(__file__).parents[2] / "examples"


def program(name: str) -> ModuleType:
    """Return one of the programs in `examples/`; they import each other as neighbours."""
    if str(EXAMPLES) not in sys.path:
        sys.path.insert(0, str(EXAMPLES))
    return importlib.import_module(name)


def checked(folder: Path, path: Path, stage: FormStage = FormStage.ESTIMATE) -> Dossier:
    """Return what the check says of a file of an org unit, whose name begins with the unit's code."""
    year, findings = read_year(folder)
    assert year is not None, findings
    request = request_for(year, path.stem.split("-")[0], stage)
    form = form_for(year.organisation, year.plan, year.reported, request)
    book = read_book(path.read_bytes(), path.name)
    assert isinstance(book, Book), book
    issued = read_forms(folder).form(form.id)
    assert issued is not None
    return check_book(book, form, issued)


def codes(dossier: Dossier) -> list[str]:
    """Return the codes of what was found, with the cell each stands at."""
    found = ((finding.code.removeprefix("dossier."), finding.place) for finding in dossier.findings)
    return [f"{code} {place.cell if place and place.cell else ''}".strip() for code, place in found]
