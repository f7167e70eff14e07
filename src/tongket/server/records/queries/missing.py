"""What is still missing of a dossier, part by part: what a reminder names, to those who may know of the part."""

from tongket.desk.asking import form_of
from tongket.dossier.form import EVIDENCE_PART, FormStage
from tongket.dossier.form_words import short_title
from tongket.dossier.states import DossierState
from tongket.server.records.models import DossierCase
from tongket.server.records.queries.dossiers import dossier_of, latest
from tongket.server.records.queries.seen import year_seen
from tongket.words import Text

_LETTER = Text("công văn gửi kèm", "сопроводительное письмо", "the cover letter")
_APPROVAL = Text("phê duyệt của lãnh đạo đơn vị", "утверждение руководителем", "the approval of the head")
_SENDING = Text(
    "việc gửi hồ sơ (các phần đã đủ)", "отправка (все разделы готовы)", "sending the dossier (all its parts are there)"
)


def missing_parts(case: DossierCase, *, party: bool) -> tuple[Text, ...]:
    """Return the parts no file fills yet and the letter; nothing at all while nothing was kept ("the whole dossier").

    Of a workbook of the unit's own layout it is not known which parts it fills; evidence is never asked for.
    """
    version = latest(case)
    if version is None:
        return ()
    filled = dossier_of(version).parts
    form = form_of(year_seen(case.book, party=party, with_dossiers=False), case.org_unit, FormStage(case.stage))
    asked = [part for part in form.parts if part.code != EVIDENCE_PART] if filled else []
    parts = tuple(short_title(part.title) for part in asked if part.code not in filled)
    has_letter = hasattr(case, "cover_letter") or bool(version.letter)
    waits = case.state == DossierState.AWAITING_HEAD.value
    return (*parts, *(() if has_letter else (_LETTER,))) or (_APPROVAL if waits else _SENDING,)
