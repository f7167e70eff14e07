"""What an event changed, value by value, for who looks closer than its sentence: before, and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from tongket.dossier.states import DossierState, label
from tongket.server.actions.acting import PARTY_PART
from tongket.server.records.models import AuditEvent, Relation
from tongket.server.web.language import spoken
from tongket.server.web.log.values import said
from tongket.words import Text

_NAMES: Final[Mapping[str, Text]] = {
    "state": Text("trạng thái", "состояние", "state"),
    "version": Text("lần", "версия", "version"),
    "files": Text("tệp", "файлы", "files"),
    "file": Text("tệp", "файл", "file"),
    "sha256": Text("dấu vân tay tệp", "отпечаток файла", "fingerprint of the file"),
    "sheet": Text("trang tính", "лист", "sheet"),
    "cell": Text("ô", "ячейка", "cell"),
    "row": Text("dòng", "строка", "row"),
    "code": Text("mã phát hiện", "код замечания", "finding"),
    "text": Text("nội dung", "текст", "text"),
    "remarks": Text("số ý kiến", "замечаний", "remarks"),
    "reason": Text("lý do", "причина", "reason"),
    "until": Text("đến", "до", "until"),
    "due": Text("hạn nộp", "срок", "due"),
    "number": Text("số", "номер", "number"),
    "dated": Text("ngày", "дата", "day"),
    "signer": Text("người ký", "подписал(а)", "signer"),
    "sender": Text("người gửi", "отправитель", "sender"),
    "sent_on": Text("ngày gửi", "дата отправки", "sent on"),
    "letter": Text("công văn", "письмо", "letter"),
    "parts": Text("các phần", "разделы", "parts"),
    "form": Text("biểu mẫu", "форма", "form"),
    "mails": Text("số thư", "писем", "mails"),
    "how": Text("cách duyệt", "способ утверждения", "how approved"),
    "role": Text("vai trò", "роль", "role"),
    "answer": Text("trả lời", "ответ", "answer"),
}
_ROWS: Final = Text("{n} dòng", "строк: {n}", "{n} row(s)")


@dataclass(frozen=True, slots=True)
class Detail:
    """One value of an event; nothing where it was not there."""

    name: str
    before: str
    after: str


def details(event: AuditEvent, *, party: bool) -> tuple[Detail, ...]:
    """Return the values of an event in the language of the page; what is the Party's only to who may know of it."""
    names = dict.fromkeys((*event.before, *event.after))
    return tuple(
        Detail(
            _NAMES[name].to(spoken()) if name in _NAMES else name,
            *(_value(event, name, side.get(name), party=party) for side in (event.before, event.after)),
        )
        for name in names
    )


def _value(event: AuditEvent, name: str, value: Any, *, party: bool) -> str:
    if value is None:
        return ""
    if name == "state" and value in set(DossierState):
        peers = event.book is None or event.book.relation == Relation.PEERS
        return label(DossierState(value), peers=peers).to(spoken())
    if isinstance(value, list):
        return _listed(name, value, party=party)
    return said(value)


def _listed(name: str, values: list[Any], *, party: bool) -> str:
    if any(isinstance(one, dict) for one in values):
        return _ROWS.to(spoken()).format(n=len(values))
    return ", ".join(str(one) for one in values if party or name != "parts" or one != PARTY_PART)
