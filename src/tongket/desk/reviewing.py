"""Reviews a year: from the year folder to the tables, the report, the slides and results.json, in one step."""

import hashlib
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tongket.desk.beside import as_docx, as_pdf, as_pptx, process_beside
from tongket.desk.consolidating import consolidated, cut_off_of
from tongket.desk.dossiers import with_dossiers
from tongket.desk.places import refuse_inputs, writing
from tongket.desk.tracing import RESULTS, remember_folder
from tongket.documents.occasion import Occasion
from tongket.documents.review import compose_review
from tongket.documents.slides_of_review import compose_deck
from tongket.figures import Kind
from tongket.files.consolidated import consolidated_workbook
from tongket.files.fonts import fingerprints
from tongket.files.results_json import dumped, results_document
from tongket.files.year_folder import read_year
from tongket.results import Results
from tongket.words import Finding, Language, Text, errors_in
from tongket.yearbook import Year

Progress = Callable[[Text], None]
"""Told, before each step, what is being done."""

_READ: Final = Text("Đọc sổ năm", "Чтение папки года", "Reading the year folder")
_DOSSIERS: Final = Text("Đọc hồ sơ của các đơn vị", "Чтение материалов организаций", "Reading the dossiers")
_ADD: Final = Text("Tổng hợp số liệu", "Свод данных", "Adding up the figures")
_WRITE: Final = Text("Lập {name}", "Создание {name}", "Writing {name}")
PAPERS: Final = ("consolidated.xlsx", RESULTS, "report.docx", "report.pdf", "slides.pptx")
STEPS: Final = 3 + len(PAPERS)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the review made: the year and its results, or only findings when the folder could not be read."""

    findings: tuple[Finding, ...]
    year: Year | None = None
    results: Results | None = None
    papers: tuple[Path, ...] = ()


def review_folder(
    folder: Path, out: Path, language: Language = "vi", basis: Kind | None = None, tell: Progress = lambda _: None
) -> Reviewed:
    """Review a year folder and write its papers into `out`; with errors in the folder nothing is written.

    Errors in a dossier keep its cells out of the year and are told in the papers, which are written all the same.

    The same folder, language, lock and fonts give the same bytes.
    """
    refuse_inputs(out, folder)
    tell(_READ)
    year, findings = read_year(folder)
    if year is None or errors_in(findings):
        return Reviewed(findings)
    papers: list[Path] = []
    with process_beside() as beside:
        tell(_DOSSIERS)
        year, of_files = with_dossiers(folder, year)
        of_dossiers = (finding for dossier in year.dossiers for finding in dossier.findings)
        tell(_ADD)
        results = consolidated(year, basis)
        told = (*findings, *of_files, *of_dossiers, *results.findings)
        results = replace(results, findings=told)  # the papers tell all that was found
        with writing(out):
            out.mkdir(parents=True, exist_ok=True)
        for name, content in papers_of(year, results, language, basis or year.head.basis, beside):
            tell(_WRITE.fill(name=name))
            papers.append(out / name)
            made = content()
            with writing(papers[-1]):
                papers[-1].write_bytes(made)
    remember_folder(out, folder)
    return Reviewed(results.findings, year, results, tuple(papers))


def papers_of(
    year: Year, results: Results, language: Language, basis: Kind, beside: Executor
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Name each paper with what gives its bytes: report and slides are begun at once beside us, and fetched last.

    The year may come from a folder or from elsewhere; `basis` is the one the results were taken on.
    """
    occasion = occasion_of(year, basis)
    parts = (occasion, year.organisation, year.plan, results, year.words, language)
    paper = compose_review(*parts)
    docx, pdf = beside.submit(as_docx, paper), beside.submit(as_pdf, paper)
    slides = beside.submit(as_pptx, compose_deck(*parts))
    yield "consolidated.xlsx", lambda: consolidated_workbook(*parts)
    yield RESULTS, lambda: dumped(results_document(year, results, results.findings, _fingerprints(), basis, language))
    yield "report.docx", docx.result
    yield "report.pdf", pdf.result
    yield "slides.pptx", slides.result


def occasion_of(year: Year, basis: Kind) -> Occasion:
    """Take from a year what its papers need beside its parts."""
    head, paper = year.head, year.paper
    cut_off = cut_off_of(year, basis)
    common = (head.year, head.org_unit, head.title, cut_off, basis, _is_illustrative(year), head.licence)
    if paper is None:
        return Occasion(*common)
    return Occasion(
        *common,
        issuer=paper.issuer,
        superior=paper.superior,
        symbol=paper.symbol,
        number=paper.number,
        locality=paper.locality,
        dated=paper.dated,
        authority=paper.authority,
        office=paper.office,
        signer=paper.signer,
        recipients=tuple(recipient.name for recipient in year.recipients),
    )


def _is_illustrative(year: Year) -> bool:
    """Whether anything in the year is invented; then every paper says so."""
    invented = (*(row.illustrative for row in year.reported), *(row.illustrative for row in year.plan.plan_versions))
    return year.head.illustrative or any(invented)


def _fingerprints() -> dict[str, str]:
    """What the bytes of the papers rest on beside the folder: the lock and the fonts."""
    lock = Path(__file__).parents[3] / "requirements" / "runtime.txt"
    fonts = {f"fonts:{purpose}": found["sha256"] for purpose, found in fingerprints().items()}
    locked = {"lock": hashlib.sha256(lock.read_bytes()).hexdigest()} if lock.is_file() else {}
    return {**locked, **fonts}
