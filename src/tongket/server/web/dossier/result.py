"""The result of the check as the page shows it (users-and-screens §4.3): verdict, counts, findings by sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from tongket.dossier import Dossier
from tongket.dossier.findings_of_cells import AMBIGUOUS
from tongket.dossier.findings_of_figures import EXPLAINED
from tongket.files.dossier_json import read_dossier
from tongket.files.marked_list import Line, lines
from tongket.files.marked_words import verdict
from tongket.server.actions.dossier.explaining import spot
from tongket.server.actions.dossier.judging import Taken
from tongket.server.actions.dossier.uploads import changed_since
from tongket.server.records.models import DossierCase, DossierVersion, Upload
from tongket.server.records.queries import filing
from tongket.server.records.queries.dossiers import Tally, tally
from tongket.server.records.queries.seen import dossier_without, party_codes
from tongket.server.web.dossier.history import Change, changes
from tongket.server.web.dossier.page import dossier_seen, form_seen, names_in, names_of, party_is_asked
from tongket.server.web.language import spoken
from tongket.server.web.visit import Visit
from tongket.words import Finding, Severity, Text

_TONES: Final = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.NOTE: "quiet"}
_CHOOSE: Final = Text(
    "Mở tệp, gõ lại số ở ô này theo một trong hai cách hiểu (không dùng dấu phân cách nghìn), lưu rồi gửi lên lại.",
    "Откройте файл, введите в эту ячейку одно из двух чисел (без разделителя тысяч), сохраните и загрузите снова.",
    "Open the file, type one of the two readings into this cell (without a thousands separator), save, upload again.",
)
_WHOLE: Final = Text("Cả tệp", "Весь файл", "The whole file")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: its texts by column, and where it can be explained, by what it is found again."""

    number: int
    level: str
    tone: str
    place: str
    indicator: str
    said: str
    in_file: str
    compared: str
    to_do: str
    spots: tuple[str, ...]
    code: str
    explained: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The findings of one sheet of one file."""

    file: str
    sheet: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ResultPage:
    """All the page shows; `changed` is the version somebody else kept meanwhile, with what differs from it."""

    case: DossierCase
    upload: Upload
    verdict: str
    counted: Tally
    sheets: tuple[Sheet, ...]
    files: tuple[Taken, ...]
    changed: DossierVersion | None
    differences: tuple[Change, ...]
    figures: int
    before: tuple[Change, ...] | None


def result_of(found: Visit, upload: Upload) -> ResultPage:
    """Return what was found in what was uploaded, as it exists for the reader."""
    case, dossier = upload.case, uploaded_dossier(found, upload)
    names = names_of(form_seen(found, case))
    last = filing.versions(case)[:1]
    before = changes(dossier_seen(found, last[0]), dossier, names) if last else None
    changed = changed_since(case, upload)
    return ResultPage(
        case,
        upload,
        verdict(dossier.findings, spoken()),
        tally(dossier.findings),
        tuple(_sheets(dossier.findings, names_in(names), _given(case))),
        files_shown(found, upload),
        changed,
        before if changed and before else (),
        len(dossier.figures),
        before,
    )


def uploaded_dossier(found: Visit, upload: Upload) -> Dossier:
    """Return what an upload says, as it exists for the reader."""
    dossier = read_dossier(upload.content)
    return dossier if found.actor.party else dossier_without(dossier, party_codes(found.year.plan))


def files_shown(found: Visit, upload: Upload) -> tuple[Taken, ...]:
    """Return the workbooks of an upload that exist for the reader."""
    asked, party = party_is_asked(upload.case), found.actor.party
    hidden = filing.hidden_files(upload.case, party=party, party_is_asked=asked)
    taken = map(Taken.of, upload.files)
    return tuple(
        one
        for one in taken
        if one.sha256 not in hidden and filing.may_be_seen(one.parts, party=party, party_is_asked=asked)
    )


def _given(case: DossierCase) -> dict[tuple[str, str], str]:
    return {(row, code): text for row, code, text in case.explanations.values_list("row", "code", "text")}


def _sheets(findings: Sequence[Finding], names: dict[str, Text], given: dict[tuple[str, str], str]) -> list[Sheet]:
    made: list[Sheet] = []
    number = 0
    for file in dict.fromkeys(one.place.file for one in findings):
        of_file = [one for one in findings if one.place.file == file]
        order = list(dict.fromkeys(one.place.sheet for one in of_file if one.place.sheet))
        for sheet, group in groupby(lines(of_file, order), key=lambda line: line.finding.place.sheet):
            rows = []
            for line in group:
                number += 1
                rows.append(_row(number, line, names, given))
            made.append(Sheet(file, sheet or _WHOLE.to(spoken()), tuple(rows)))
    return made


def _row(number: int, line: Line, names: dict[str, Text], given: dict[tuple[str, str], str]) -> Row:
    finding, texts = line.finding, line.texts(spoken(), names)
    asked, why = _explanation(finding, given)
    place = finding.place.cell or texts[1]
    to_do = _CHOOSE.to(spoken()) if finding.code == AMBIGUOUS.code else texts[6]
    return Row(
        number, texts[0], _TONES[finding.severity], place, texts[2], texts[3], texts[4], texts[5], to_do,
        _spots(line) if asked else (), asked, why,
    )  # fmt: skip


def _explanation(finding: Finding, given: dict[tuple[str, str], str]) -> tuple[str, str]:
    """Return the code that can be explained here and what was said; what a workbook explains is changed there."""
    if finding.severity is Severity.WARNING:
        return finding.code, ""
    if finding.code == EXPLAINED.code:
        asked = str(dict(finding.values)["asked"])
        if (spot(finding), asked) in given:
            return asked, given[spot(finding), asked]
    return "", ""


def _spots(line: Line) -> tuple[str, ...]:
    """The cells one explanation stands for: that of the line, and those of which it says that they are alike."""
    sheet = line.finding.place.sheet
    return tuple(dict.fromkeys([spot(line.finding), *(f"{sheet}!{cell}" for cell in line.alike)]))
