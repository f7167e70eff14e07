"""One dossier of the corpus: whose it is, what its unit did to the form, and which program saved it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from openpyxl.workbook import Workbook

CLUSTER, PRACTICE, LAST_YEAR = "cluster-1-2022", "cum-luyen-tap", "cum-luyen-tap-2021"
YEAR_OF = {
    "VSP": CLUSTER,
    "PVEP": CLUSTER,
    "RVP": CLUSTER,
    "GPV": CLUSTER,
    "AN": PRACTICE,
    "BINH": PRACTICE,
    "CUONG": PRACTICE,
    "DUNG": PRACTICE,
}


class Program(StrEnum):
    """Which program saved the file last; openpyxl stands for all that calculate nothing."""

    OPENPYXL = "openpyxl"
    LIBREOFFICE = "LibreOffice"
    XLS = "LibreOffice, as .xls"
    XLS_AND_BACK = "LibreOffice, as .xls and back"
    ODS = "LibreOffice, as .ods"


@dataclass(frozen=True)
class File:
    """One file of a dossier: what was typed or done by hand, the program, and what befell the bytes afterwards.

    `form` names the form it was filled into where that is not the unit's own of this year; `parts` issues only those.
    """

    hand: Callable[[Workbook], None] = lambda _book: None
    program: Program = Program.OPENPYXL
    afterwards: Callable[[bytes], bytes] = lambda made: made
    form: str = ""
    parts: tuple[str, ...] = ()
    suffix: str = ".xlsx"
    is_empty: bool = False


@dataclass(frozen=True)
class Case:
    """A dossier of one or several files, and whether the check is told whose it is."""

    unit: str
    files: Mapping[str, File]
    is_told: bool = False
    says: str = ""

    @property
    def needs_soffice(self) -> bool:
        return any(file.program is not Program.OPENPYXL for file in self.files.values())


@dataclass
class Corpus:
    """The cases by their names, in the order they were written."""

    cases: dict[str, Case] = field(default_factory=dict)

    def one(self, unit, *, is_told=False, **how):
        """Add a dossier of one file; the function is what was done by hand, its docstring what happened."""

        def keep(hand):
            self.add(hand.__name__, unit, {unit: File(hand, **how)}, says=hand.__doc__, is_told=is_told)
            return hand

        return keep

    def add(self, name, unit, files, *, says, is_told=False):
        name = name.replace("_", "-")
        if name in self.cases:
            raise ValueError(f"{name} stands twice.")
        self.cases[name] = Case(unit, files, is_told, says)


CORPUS = Corpus()
