"""What the page of a dossier shows, in the order of users-and-screens §4.2."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from tongket.dossier import Dossier
from tongket.dossier.form import FormRow, ReportForm
from tongket.dossier.states import DossierState
from tongket.server.actions.acting import may
from tongket.server.actions.dossier.judging import form_in_force
from tongket.server.actions.dossier.moving import NO_HEAD, what_is_missing
from tongket.server.actions.dossier.subjects import subject_of
from tongket.server.records.models import (
    CoverLetter,
    DossierCase,
    DossierVersion,
    EvidenceFile,
    Objection,
    Relation,
    Remark,
    Upload,
)
from tongket.server.records.queries import filing
from tongket.server.records.queries.dossiers import Tally, dossier_of, state_of, tally
from tongket.server.records.queries.filing import PARTY_PART, Contact
from tongket.server.records.queries.seen import dossier_without, party_codes
from tongket.server.web.dossier.figures import FigurePart, figure_parts
from tongket.server.web.dossier.history import VersionShown, history
from tongket.server.web.dossier.parts import PartShown, parts_of
from tongket.server.web.visit import Visit
from tongket.words import Text

_S = DossierState
STEPS: Final = (
    Text("Tải biểu mẫu", "Скачать форму", "Download the form"),
    Text("Điền số liệu", "Заполнить данные", "Fill in the figures"),
    Text("Kiểm tra tệp", "Проверить файл", "Check the file"),
    Text("Lãnh đạo đơn vị duyệt", "Утверждение руководителем", "The head approves"),
    Text("Gửi Cụm trưởng", "Направить председателю группы", "Send it to the lead"),
)
_SEND_ABOVE: Final = Text("Gửi hồ sơ", "Направить материалы", "Send the dossier")
_OFFERED: Final = (
    "form", "store", "attach", "letter", "divide", "explain", "ask_head", "approve", "approve_by_scan", "send_back",
    "submit", "withdraw", "ask_extension", "answer", "object", "file_on_behalf",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One of the five steps: `done`, `now`, or nothing while it is to come."""

    label: Text
    tone: str


@dataclass(frozen=True, slots=True)
class DossierPage:
    """All the page shows."""

    case: DossierCase
    steps: tuple[Step, ...]
    main: str
    may: frozenset[str]
    missing: tuple[Text, ...]
    remarks: tuple[Remark, ...]
    parts: tuple[PartShown, ...]
    letter: CoverLetter | None
    evidence: tuple[EvidenceFile, ...]
    history: tuple[VersionShown, ...]
    latest: DossierVersion | None
    counted: Tally | None
    drafts: tuple[Upload, ...]
    objections: tuple[Objection, ...]
    contacts: tuple[Contact, ...]
    figures: tuple[FigurePart, ...]
    form: ReportForm
    receipt: str
    is_peers: bool

    @property
    def is_own_head(self) -> bool:
        """Whether the page is a head's with the dossier waiting for them: then it is one page and one tap."""
        return "approve" in self.may


def form_seen(found: Visit, case: DossierCase) -> ReportForm:
    """Return the form in force as it exists for somebody: without the Party's part where there is no right to it."""
    form = form_in_force(case)
    if found.actor.party:
        return form
    return replace(form, parts=tuple(part for part in form.parts if part.code != PARTY_PART))


def party_is_asked(case: DossierCase) -> bool:
    """Say whether anything of the Party is asked of the unit."""
    return form_in_force(case).part(PARTY_PART) is not None


def dossier_seen(found: Visit, version: DossierVersion) -> Dossier:
    """Return what a version says, as it exists for somebody."""
    dossier = dossier_of(version)
    return dossier if found.actor.party else dossier_without(dossier, party_codes(found.year.plan))


def names_of(form: ReportForm) -> dict[str, FormRow]:
    """Return the rows of a form by their codes."""
    return {row.code: row for _, _, row in form.rows}


def page_of(found: Visit, case: DossierCase) -> DossierPage:
    """Return what the page of a dossier shows to somebody."""
    party, form = found.actor.party, form_seen(found, case)
    kept = filing.versions(case)
    dossiers = [dossier_seen(found, one) for one in kept]
    latest, dossier = (kept[0], dossiers[0]) if kept else (None, None)
    asked = party_is_asked(case)
    files = {one.pk: filing.files_seen(one, party=party, party_is_asked=asked) for one in kept}
    letter, evidence = filing.letter_of(case), filing.evidence_files(case, party=party)
    counted = tally(dossier.findings) if dossier else None
    allowed = _allowed(found, case)
    missing = what_is_missing(case, latest, party=party)
    if "approve" in allowed:
        missing = tuple(one for one in missing if one != NO_HEAD)  # it is what the head is asked for on this page
    return DossierPage(
        case=case,
        steps=_steps(case, latest, counted),
        main=main_action(case, latest, allowed, counted, missing),
        may=allowed,
        missing=missing,
        remarks=filing.remarks_sent(case, party=party),
        parts=parts_of(form, kept, dossier, filing.assignments(case), (evidence, letter)),
        letter=letter,
        evidence=evidence,
        history=history(kept, dossiers, files, names_of(form)),
        latest=latest,
        counted=counted,
        drafts=filing.drafts(case) if "store" in allowed else (),
        objections=filing.objections(case),
        contacts=filing.secretaries(found.year.head.org_unit, found.day),
        figures=figure_parts(form, dossier) if dossier else (),
        form=form,
        receipt=receipt_code(latest) if latest and _was_sent(case, latest) else "",
        is_peers=case.book.relation == Relation.PEERS,
    )


def _allowed(found: Visit, case: DossierCase) -> frozenset[str]:
    subject = subject_of(case)
    return frozenset(verb for verb in _OFFERED if may(found.actor, f"dossier.{verb}", subject))


def main_action(
    case: DossierCase,
    latest: DossierVersion | None,
    allowed: frozenset[str],
    counted: Tally | None,
    missing: tuple[Text, ...],
) -> str:
    """Return the one main action of the page by state: form, upload, explain, letter, ask_head, submit, approve."""
    if "approve" in allowed:
        return "approve"
    if latest is None or counted is None:
        return _first(allowed, "upload" if filing.form_was_issued(case) else "form")
    if "submit" in allowed and not missing:
        return "submit"
    if counted.errors and not latest.on_behalf:
        return _first(allowed, "upload")
    if counted.warnings and not latest.on_behalf:
        return "explain" if "explain" in allowed else ""
    if latest.approved_at is None and not latest.letter:
        return "ask_head" if "ask_head" in allowed else ""
    return "letter" if "letter" in allowed and missing else ""


def _first(allowed: frozenset[str], wanted: str) -> str:
    verb = "form" if wanted == "form" else "store"
    return wanted if verb in allowed else ""


def _steps(case: DossierCase, latest: DossierVersion | None, counted: Tally | None) -> tuple[Step, ...]:
    done = _steps_done(case, latest, counted)
    tones = ("done" if at < done else "now" if at == done else "" for at in range(len(STEPS)))
    labels = STEPS if case.book.relation == Relation.PEERS else (*STEPS[:-1], _SEND_ABOVE)
    return tuple(Step(label, tone) for label, tone in zip(labels, tones, strict=True))


def _steps_done(case: DossierCase, latest: DossierVersion | None, counted: Tally | None) -> int:
    state = state_of(case)
    if state in {_S.SUBMITTED, _S.ACCEPTED, _S.CONSOLIDATED}:
        return 5
    if latest is None or counted is None:
        return 1 if filing.form_was_issued(case) else 0
    if (counted.errors or counted.warnings) and not latest.on_behalf:
        return 2
    return 4 if latest.approved_at or latest.letter else 3


def _was_sent(case: DossierCase, version: DossierVersion) -> bool:
    return version.submitted_at is not None and state_of(case) is not _S.WITHDRAWN


def receipt_code(version: DossierVersion) -> str:
    """Return the code of a receipt: it follows from what was sent and when, so it can be made again and compared."""
    moment = version.submitted_at.astimezone(dt.UTC).isoformat() if version.submitted_at else ""
    print_ = hashlib.sha256(f"{version.content_sha256}\n{version.number}\n{moment}".encode()).hexdigest()[:8].upper()
    return f"{version.case.org_unit}-{version.case.period}-{version.number}-{print_}"


def names_in(rows: Mapping[str, FormRow]) -> dict[str, Text]:
    """Return what the rows of a form are called."""
    return {code: row.name for code, row in rows.items()}
