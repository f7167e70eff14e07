"""Runs a command: calls the desk, prints what it says, and turns the outcome into an exit code."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from tongket.cli.parser import make_parser
from tongket.cli.printing import print_changes, print_findings, print_review, print_trace, progress
from tongket.figures import Kind
from tongket.words import errors_in

DONE: Final = 0
FINDINGS: Final = 1
WRONG_REQUEST: Final = 2
_BASIS: Final = {None: None, "estimate": Kind.ESTIMATE, "final": Kind.ACTUAL}


class WrongRequest(Exception):  # noqa: N818 - it is what was asked that is wrong, not the program
    """The request itself cannot be served; the message is the one sentence printed."""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    request = make_parser().parse_args(arguments)
    try:
        return _COMMANDS[request.command](request)
    except WrongRequest as wrong:
        print(f"tongket {request.command}: {wrong}", file=sys.stderr)
        return WRONG_REQUEST


def _review(request: argparse.Namespace) -> int:
    from tongket.desk.reviewing import STEPS, review_folder

    _must_be_folder(request.year_folder)
    with progress(STEPS, request.lang, quiet=request.json) as tell:
        reviewed = review_folder(request.year_folder, request.out, request.lang, _BASIS[request.basis], tell)
    if request.json:
        _print_json({"papers": [str(p) for p in reviewed.papers], "findings": _findings(reviewed.findings, request.lang)})
    else:
        print_review(reviewed, request.lang)
    return DONE if reviewed.year else FINDINGS


def _compare(request: argparse.Namespace) -> int:
    from tongket.desk.comparing import NotAReview, OtherYear, compare_results

    try:
        changes = compare_results(request.estimate, request.final)
    except (NotAReview, OtherYear) as refused:
        raise WrongRequest(str(refused)) from None
    if request.json:
        from tongket.files.results_json import changes_document

        _print_json(changes_document(changes))
    else:
        print_changes(changes, request.lang)
    return DONE


def _trace(request: argparse.Namespace) -> int:
    from tongket.desk.tracing import CannotTrace, trace

    try:
        found = trace(request.out_dir, request.address, request.year)
    except CannotTrace as refused:
        raise WrongRequest(str(refused)) from None
    if request.json:
        steps = [{"depth": step.depth, **step.figure} for step in found.steps]
        _print_json({"steps": steps, "files": dict(found.files), "matches": found.matches})
    else:
        print_trace(found, request.lang, everything=request.all)
    return DONE if found.matches else FINDINGS


def _convert(request: argparse.Namespace) -> int:
    from tongket.files.year_folder import read_year, write_year

    _must_be_folder(request.year_folder)
    if request.out.exists() and any(request.out.iterdir()):
        msg = f"{request.out} is not empty: name a new folder, nothing is overwritten."
        raise WrongRequest(msg)
    year, findings = read_year(request.year_folder)
    if year is not None:
        write_year(year, request.out, request.to)
    if request.json:
        _print_json({"out": str(request.out) if year else None, "findings": _findings(findings, request.lang)})
    else:
        print_findings(findings, request.lang)
        if year:
            print(request.out)
    return FINDINGS if errors_in(findings) else DONE


def _must_be_folder(folder: Any) -> None:  # noqa: ANN401 - a Path from argparse
    if not folder.is_dir():
        msg = f"{folder} is not a folder."
        raise WrongRequest(msg)


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
}
