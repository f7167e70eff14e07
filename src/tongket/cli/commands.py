"""Runs a command: calls the desk, prints what it says, and turns the outcome into an exit code."""

import argparse
import gc
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import MAXYEAR
from pathlib import Path
from typing import Any, Final

from tongket.cli.parser import make_parser
from tongket.cli.printing_findings import print_check, print_findings
from tongket.cli.usage import WrongUsage, language_in
from tongket.figures import Kind
from tongket.words import Refused, Text, errors_in

DONE: Final = 0
FINDINGS: Final = 1
WRONG_REQUEST: Final = 2
_BASIS: Final = {None: None, "estimate": Kind.ESTIMATE, "final": Kind.ACTUAL}


_NO_FOLDER: Final = Text("Không có thư mục {place}.", "Папки {place} нет.", "There is no folder {place}.")
_NO_YEAR: Final = Text("{year} không phải là năm.", "{year} – не год.", "{year} is not a year.")
_NOT_EMPTY: Final = Text(
    "Thư mục {place} không trống. Chọn thư mục mới; không ghi đè tệp nào.",
    "Папка {place} не пуста. Укажите новую; ничего не перезаписывается.",
    "The folder {place} is not empty. Name a new one; nothing is overwritten.",
)


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        request = make_parser().parse_args(arguments)
    except WrongUsage as wrong:
        print(wrong.sentence(language_in(arguments)), file=sys.stderr)
        return WRONG_REQUEST
    try:
        return _COMMANDS[request.command](request)
    except Refused as refused:
        print(f"tongket {request.command}: {refused.sentence.to(request.lang)}", file=sys.stderr)
        return WRONG_REQUEST


def _review(request: argparse.Namespace) -> int:
    from tongket.cli.printing import print_review, progress
    from tongket.desk.reviewing import STEPS, review_folder

    _must_be_folder(request.year_folder)
    gc.disable()  # a review makes many small facts that live to its end; looking for garbage costs a third of it
    with progress(STEPS, request.lang, quiet=request.json) as tell:
        reviewed = review_folder(request.year_folder, request.out, request.lang, _BASIS[request.basis], tell)
    if request.json:
        papers = [str(paper) for paper in reviewed.papers]
        _print_json({"papers": papers, "findings": _findings(reviewed.findings, request.lang)})
    else:
        print_review(reviewed, request.lang)
    return DONE if reviewed.year and not errors_in(reviewed.findings) else FINDINGS


def _compare(request: argparse.Namespace) -> int:
    from tongket.cli.printing import print_changes
    from tongket.desk.comparing import compare_results

    changes = compare_results(request.estimate, request.final)
    if request.json:
        from tongket.files.results_json import changes_document

        _print_json(changes_document(changes))
    else:
        print_changes(changes, request.lang)
    return DONE


def _trace(request: argparse.Namespace) -> int:
    from tongket.cli.printing import print_trace
    from tongket.desk.tracing import trace

    found = trace(request.out_dir, request.address, request.year)
    if request.json:
        steps = [{"depth": step.depth, **step.figure} for step in found.steps]
        _print_json({"steps": steps, "files": dict(found.files), "matches": found.matches})
    else:
        print_trace(found, request.lang, everything=request.all)
    return DONE if found.matches else FINDINGS


def _convert(request: argparse.Namespace) -> int:
    from tongket.files.year_folder import read_year, write_year

    _must_be_folder(request.year_folder)
    _must_be_empty(request.out)
    year, findings = read_year(request.year_folder)
    if year is not None and not errors_in(findings):
        write_year(year, request.out, request.to)
    if request.json:
        _print_json(
            {"out": str(request.out) if request.out.exists() else None, "findings": _findings(findings, request.lang)}
        )
    else:
        print_findings(findings, request.lang)
        if request.out.exists():
            print(request.out)
    return FINDINGS if errors_in(findings) else DONE


def _new(request: argparse.Namespace) -> int:
    from tongket.files.year_folder import blank_workbook

    if not 1 <= request.year < MAXYEAR:
        raise Refused(_NO_YEAR.fill(year=str(request.year)))
    _must_be_empty(request.year_folder)
    book = request.year_folder / "inputs" / "year.xlsx"
    book.parent.mkdir(parents=True)
    book.write_bytes(blank_workbook(request.year))
    print(book)
    return DONE


def _check(request: argparse.Namespace) -> int:
    from tongket.desk.checking import check_files, write_marked

    _must_be_folder(request.year)
    checked = check_files(request.workbooks, request.year, request.unit)
    if request.marked:
        write_marked(checked, request.marked, request.workbooks, request.lang)
    if request.json:
        from tongket.files.check_json import check_document

        _print_json(check_document(checked.findings, checked.dossier, request.lang))
    else:
        figures = len(checked.dossier.figures) if checked.dossier else 0
        print_check(checked.findings, figures, request.lang)
        if request.marked:
            print(request.marked)
    return FINDINGS if errors_in(checked.findings) else DONE


def _map(request: argparse.Namespace) -> int:
    from tongket.cli.mapping import mapped_document, print_mapped, run_map

    _must_be_folder(request.year)
    mapped = run_map(request)
    if request.json:
        _print_json(mapped_document(mapped, request.lang))
    else:
        print_mapped(mapped, request.lang)
    return FINDINGS if errors_in(mapped.findings) else DONE


def _form(request: argparse.Namespace) -> int:
    from tongket.cli.printing import progress
    from tongket.desk.issuing import IssueRequest, issue_forms
    from tongket.dossier.form import FormStage

    _must_be_folder(request.year_folder)
    stage = FormStage(request.stage) if request.stage else None
    chosen = (tuple(request.unit or ()), tuple(request.part or ()), stage)
    wanted = IssueRequest(*chosen, request.issued_on, request.contact or "", request.out, request.force)
    with progress(0, request.lang, quiet=request.json) as tell:
        issued = issue_forms(request.year_folder, wanted, request.lang, tell)
    if request.json:
        forms = [{"form": form.id, "org_unit": form.org_unit, "file": str(place)} for form, place in issued.forms]
        _print_json({"forms": forms, "findings": _findings(issued.findings, request.lang)})
    else:
        print_findings(issued.findings, request.lang)
        for _, place in issued.forms:
            print(place)
    return DONE if issued.forms else FINDINGS


def _demo(request: argparse.Namespace) -> int:
    from tongket.cli.serving import demo

    return demo(request)


def _serve(request: argparse.Namespace) -> int:
    from tongket.cli.serving import serve

    return serve(request)


def _worker(request: argparse.Namespace) -> int:  # noqa: ARG001 - every command is given its request
    from tongket.cli.serving import worker

    return worker()


def _must_be_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(_NOT_EMPTY.fill(place=str(folder)))


def _must_be_folder(folder: Any) -> None:  # noqa: ANN401 - a Path from argparse
    if not folder.is_dir():
        raise Refused(_NO_FOLDER.fill(place=str(folder)))


def _findings(findings: Sequence[Any], language: str) -> object:
    from tongket.files.results_json import findings_document

    return findings_document(findings, language)  # type: ignore[arg-type]


def _print_json(document: object) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=1))


_COMMANDS: Final[Mapping[str, Callable[[argparse.Namespace], int]]] = {
    "review": _review,
    "compare": _compare,
    "trace": _trace,
    "convert": _convert,
    "new": _new,
    "check": _check,
    "map": _map,
    "form": _form,
    "demo": _demo,
    "serve": _serve,
    "worker": _worker,
}
