"""Findings in the terminal: the gravest first, or sheet by sheet; of many alike the first few and how many more."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from rich.console import Console
from rich.markup import escape

from tongket.words import Finding, Language, Severity, Text

SHOWN_PER_CODE: Final = 3
COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
_MORE: Final = Text("và {n} chỗ tương tự", "и ещё {n} таких же", "and {n} more alike")
_MORE_CELLS: Final = Text(
    "và {n} ô tương tự: {cells}", "и ещё {n} таких ячеек: {cells}", "and {n} similar cells: {cells}"
)
_TAKEN: Final = Text("Đã nhận {n} số liệu.", "Принято чисел: {n}.", "{n} figures were taken.")


def print_findings(findings: Iterable[Finding], language: Language) -> None:
    """Print findings, the gravest first; of many alike the first few and how many more there are."""
    console = Console(highlight=False)
    order = {severity: at for at, severity in enumerate(Severity)}
    ranked = sorted(findings, key=lambda finding: (order[finding.severity], finding.code))
    for _, alike in groupby(ranked, key=lambda finding: finding.code):
        same = list(alike)
        for finding in same[:SHOWN_PER_CODE]:
            console.print(_line(finding, str(finding.place), language), soft_wrap=True)
        if len(same) > SHOWN_PER_CODE:
            console.print(f"  [dim]{_MORE.to(language).format(n=len(same) - SHOWN_PER_CODE)}[/dim]")


def print_check(findings: Sequence[Finding], figures: int, language: Language) -> None:
    """Print the verdict on what came back, how many figures were taken, then the findings by file and sheet."""
    from tongket.files.marked_list import lines, runs
    from tongket.files.marked_words import verdict

    console = Console(highlight=False)
    console.print(
        f"[bold]{escape(verdict(findings, language))}[/bold] {_TAKEN.to(language).format(n=figures)}", soft_wrap=True
    )
    for file in dict.fromkeys(finding.place.file for finding in findings):
        of_file = [finding for finding in findings if finding.place.file == file]
        sheets = tuple(dict.fromkeys(finding.place.sheet for finding in of_file))
        for sheet, told in groupby(lines(of_file, sheets), key=lambda line: line.finding.place.sheet):
            console.print(f"\n[bold]{escape(' – '.join(filter(None, (file, sheet))))}[/bold]")
            for line in told:
                console.print(_line(line.finding, line.finding.place.cell, language), soft_wrap=True)
                if line.alike:
                    more = _MORE_CELLS.to(language).format(n=len(line.alike), cells=runs(line.alike))
                    console.print(f"  [dim]{escape(more)}[/dim]", soft_wrap=True)


def _line(finding: Finding, where: str, language: Language) -> str:
    level, colour = finding.severity.label.to(language), COLOURS[finding.severity]
    place = f" {escape(where)}" if where else ""
    return f"[{colour}]{level}[/{colour}]{place}: {escape(finding.sentence(language))} \\[{finding.code}]"
