"""The mails about a dossier: written with the action that gives rise to them, sent when it is committed."""

from collections.abc import Iterator
from typing import cast

from tongket.dossier.states import DossierState
from tongket.server.actions.acting import Actor, acting
from tongket.server.actions.dossier.subjects import subject_of
from tongket.server.actions.telling import (
    Attached,
    Draft,
    draft_to,
    drafts,
    fingerprint,
    matter_of,
    party_right,
    tell_unit,
    write,
)
from tongket.server.clock import civil_day
from tongket.server.records import blobs
from tongket.server.records.models import Account, DossierCase, DossierVersion, Mail
from tongket.server.records.queries.lateness import lateness
from tongket.server.records.queries.marking import marked_files, remarks_seen
from tongket.server.records.queries.missing import missing_parts
from tongket.server.records.queries.people import of_unit
from tongket.words import LANGUAGES, Language, Refused, Text, short_date

NOT_FILED = frozenset({DossierState.DRAFT.value, DossierState.AWAITING_HEAD.value, DossierState.WITHDRAWN.value})
"""The states of a dossier that is still awaited from its unit."""
_CHANGED = Text(
    "Tình hình nộp vừa thay đổi nên thư đã khác bản vừa xem. Đề nghị xem lại rồi gửi.",
    "Положение изменилось, и письма уже другие. Посмотрите их снова и отправьте.",
    "Things changed, so the mails are no longer those you saw. Look at them again and send.",
)
_SENT_BY = Text(
    "{sender}, ngày {day}, công văn {letter}", "{sender}, {day}, письмо {letter}", "{sender}, {day}, letter {letter}"
)


def reminders(actor: Actor, case: DossierCase) -> tuple[Draft, ...]:
    """Write the reminder of a dossier that was not filed, to each of the unit's people; nothing is kept yet."""
    kind = "overdue" if lateness(case, actor.at).is_late else "reminder"
    people = of_unit(case.org_unit, civil_day(actor.at))
    return tuple(_to_each(actor, case, kind, people)) or drafts(
        actor, case, kind, matter_of(actor, case, missing=missing_parts(case, party=False))
    )


def remind(*, actor: Actor, case: DossierCase, seen: str) -> tuple[Mail, ...]:
    """Send the reminders that were shown (`seen` is their fingerprint), and note when the unit was reminded.

    Raises WrongState for a dossier that was filed, Refused when what would be sent is not what was shown.
    """
    with acting(actor, "dossier.remind", subject_of(case)) as event:
        written = reminders(actor, case)
        if fingerprint(written) != seen:
            raise Refused(_CHANGED)
        case.reminded_at = actor.at
        case.save(update_fields=["reminded_at"])
        mails = write(actor, case, written)
        event.after = {"mails": sum(bool(one.address) for one in mails)}
        tell_unit(actor, case, "reminded")
    return mails


def write_supplement(actor: Actor, case: DossierCase, version: DossierVersion) -> None:
    """Ask the unit's people for completion, with their workbook marked where it can be and may be seen."""
    day = civil_day(actor.at)
    for one in of_unit(case.org_unit, day):
        party = party_right(one, case, day)
        files = _marked(version, one, actor, party=party)
        count = len(remarks_seen(version, party=party))
        matter = matter_of(actor, case, count=count, until=case.supplement_by, attached=bool(files))
        write(actor, case, (draft_to("supplement", one, matter, files),))


def write_accepted(actor: Actor, case: DossierCase, version: DossierVersion) -> None:
    """Tell the unit's people that their dossier meets the requirements."""
    write(actor, case, drafts(actor, case, "accepted", matter_of(actor, case, version=version.number)))


def write_on_behalf(actor: Actor, case: DossierCase, version: DossierVersion) -> None:
    """Tell the unit's people that their dossier was filed for them, and from what."""
    day = version.sent_on
    came = Text(
        *(
            _SENT_BY.to(one).format(
                sender=version.sender, day=short_date(day, one) if day else "–", letter=version.letter or "–"
            )
            for one in LANGUAGES
        )
    )
    write(actor, case, drafts(actor, case, "on_behalf", matter_of(actor, case, version=version.number, came_by=came)))


def _to_each(actor: Actor, case: DossierCase, kind: str, people: tuple[Account, ...]) -> Iterator[Draft]:
    for one in people:
        missing = missing_parts(case, party=party_right(one, case, civil_day(actor.at)))
        yield draft_to(kind, one, matter_of(actor, case, missing=missing))


def _marked(version: DossierVersion, account: Account, actor: Actor, *, party: bool) -> tuple[Attached, ...]:
    """The unit's workbooks with the remarks at their cells; none for one that cannot be written into (.xls)."""
    try:
        files = marked_files(version, party=party, language=cast("Language", account.language))
    except Refused:
        return ()
    return tuple(Attached(name, blobs.keep(content, actor.at).sha256) for name, content in files)
