"""What the check found in a dossier and what the unit said to it: sheet by sheet, what is alike said once."""

from dataclasses import dataclass

from tongket.dossier import Dossier
from tongket.dossier.findings_of_figures import EXPLAINED
from tongket.dossier.form import SHEETS
from tongket.files.marked_list import lines, runs
from tongket.server.web.checking.table import anchor_of
from tongket.words import Language, Severity

_TONES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.NOTE: "quiet"}


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding as a checker reads it; `place` is its cell (`Bieu1!G8`), `alike` the cells that say the same."""

    number: int
    level: str
    tone: str
    place: str
    sentence: str
    code: str
    alike: str
    alike_count: int

    @property
    def anchor(self) -> str:
        """How the page names the cell in its addresses."""
        return anchor_of(self.place) if "!" in self.place else ""


def finding_lines(dossier: Dossier, language: Language) -> tuple[FindingLine, ...]:
    """Return the findings of a dossier, explained ones as the notes that quote both."""
    found = lines(dossier.findings, list(SHEETS.values()))
    return tuple(
        FindingLine(
            number,
            line.finding.severity.label.to(language),
            _TONES[line.finding.severity],
            "!".join(part for part in (line.finding.place.sheet, line.finding.place.cell) if part),
            line.finding.sentence(language),
            line.finding.code,
            runs(line.alike),
            len(line.alike),
        )
        for number, line in enumerate(found, start=1)
    )


def explained(dossier: Dossier) -> int:
    """Return how many points the unit explained; what it said is printed with the report."""
    return sum(one.code == EXPLAINED.code for one in dossier.findings)
