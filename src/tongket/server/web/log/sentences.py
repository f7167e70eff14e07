"""An event of the log as a sentence: “14:05 ngày 18/11/2022, cán bộ đầu mối PVEP gửi hồ sơ lần 2”."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tongket.server.actions.rights import rights
from tongket.server.records.models import AuditEvent, Relation, Role
from tongket.server.records.queries.activity import latest
from tongket.server.web.language import spoken
from tongket.server.web.log.account_phrases import variant_of
from tongket.server.web.log.details import Detail, details
from tongket.server.web.log.phrases import DONE
from tongket.server.web.log.values import said
from tongket.server.web.tags import moment
from tongket.server.web.visit import Visit
from tongket.words import Text

_OF_A_UNIT: Final = frozenset({Role.REPORTER.value, Role.HEAD.value})
_REPORTER: Final = Text("cán bộ đầu mối", "ответственный за отчёт", "the reporter of")
_HEAD: Final = Text("lãnh đạo", "руководитель", "the head of")
_PROGRAM: Final = Text("hệ thống", "система", "the program")
_FOR: Final = Text(" (thay {who})", " (за {who})", " (for {who})")
_SENTENCE: Final = Text("{moment}, {who} {what}", "{moment}, {who}: {what}", "{moment}, {who} {what}")
_WITHOUT_TIME: Final = Text("{who} {what}", "{who}: {what}", "{who} {what}")
_OF: Final = Text(" của {unit}", " {unit}", " of {unit}")
_WHOLE: Final = Text("toàn bộ hồ sơ", "все материалы", "the whole dossier")


_TAILS: Final[tuple[tuple[str, Callable[[AuditEvent], bool]], ...]] = (
    (".dropped", lambda event: event.verb == "dossier.remark" and not event.after),
    (".consent", lambda event: "consent" in event.after),
    (".declined", lambda event: bool(event.after.get("declined"))),
    (".draft", lambda event: "draft" in event.after),
    (".mapping", lambda event: "mapping" in event.after),
    (".superior", lambda event: event.book is not None and event.book.relation == Relation.SUPERIOR),
)
"""How a phrase varies with what an event says."""


@dataclass(frozen=True, slots=True)
class Line:
    """An event as pages show it: the whole sentence, the same without its time, and what was before and after."""

    pk: int
    at: dt.datetime
    sentence: str
    what: str
    person: str
    details: tuple[Detail, ...] = ()


def recent(visit: Visit, count: int = 8) -> tuple[Line, ...]:
    """Return the last events the person may see, the newest first: “Hoạt động gần đây” of the desk."""
    units = None if visit.may("log.see") else {visit.actor.standing.org_unit, visit.actor.account.org_unit}
    found = latest(visit.book, party=visit.actor.party, org_units=units, count=count)
    return tuple(line(one, party=visit.actor.party) for one in found)


def line(event: AuditEvent, *, party: bool) -> Line:
    """Say an event in the language of the page."""
    who, what = _who(event), _what(event)
    return Line(
        event.pk,
        event.at,
        _SENTENCE.to(spoken()).format(moment=moment(event.at), who=who, what=what),
        _WITHOUT_TIME.to(spoken()).format(who=_upper(who), what=what),
        str(event.actor) if event.actor else _PROGRAM.to(spoken()),
        details(event, party=party),
    )


def _who(event: AuditEvent) -> str:
    if event.actor is None:
        return _PROGRAM.to(spoken())
    role = {Role.REPORTER.value: _REPORTER, Role.HEAD.value: _HEAD}.get(event.role)
    if role:
        said = f"{role.to(spoken())} {event.actor.org_unit}"
    else:
        said = _lower(rights().roles[Role(event.role)].to(spoken())) if event.role else str(event.actor)
    return said + (_FOR.to(spoken()).format(who=event.acting_for) if event.acting_for else "")


def _what(event: AuditEvent) -> str:
    phrase = next((DONE[name] for name in variants(event) if name in DONE), None)
    of = _of(event)
    if phrase is None:
        verb = rights().verbs.get(event.verb)
        return _lower(verb.label.to(spoken()) if verb else event.verb) + of
    return phrase.to(spoken()).format_map(_Known(_values(event) | {"of": of}))


def variants(event: AuditEvent) -> tuple[str, ...]:
    """Return the names of the phrases that may say an event, the most telling first."""
    if event.verb.startswith("account."):
        tail = variant_of(event.verb, event.before, event.after)
    else:
        tail = next((tail for tail, holds in _TAILS if holds(event)), "")
    return (event.verb + tail, event.verb) if tail else (event.verb,)


class _Known(dict[str, str]):
    """A detail that an event does not have is said as a dash: the log holds events of all times."""

    def __missing__(self, key: str) -> str:
        return "–"


def _values(event: AuditEvent) -> dict[str, str]:
    given = {**event.before, **event.after}
    sheet, cell = str(given.get("sheet", "")), str(given.get("cell", ""))
    values = {name: said(value) for name, value in given.items()}
    values["place"] = f"{sheet}!{cell}" if cell else _WHOLE.to(spoken())
    values["subject"] = event.subject
    values["role"] = _role(str(given.get("role", "")))
    values["text"] = values.get("text", "").rstrip(".")
    return values


def _role(code: str) -> str:
    return _lower(rights().roles[Role(code)].to(spoken())) if code in Role.values else "–"


def _of(event: AuditEvent) -> str:
    own = event.role in _OF_A_UNIT and event.actor is not None and event.actor.org_unit == event.org_unit
    if own or not event.org_unit:
        return ""
    return _OF.to(spoken()).format(unit=event.org_unit)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
