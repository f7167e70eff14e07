"""What a notice says in the language of its reader, and which page it leads to."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.urls import NoReverseMatch, reverse

from tongket.server.clock import civil_day
from tongket.server.records.models import Notice
from tongket.server.web.language import spoken
from tongket.server.web.names import org_unit_name
from tongket.server.web.tags import deadline
from tongket.words import Text, short_date
from tongket.yearbook import Year

_SAID: Final[Mapping[str, Text]] = {
    "submitted": Text(
        "{unit} đã gửi hồ sơ lần {version}, chờ kiểm tra.",
        "{unit}: направлены материалы, версия {version}; ожидают проверки.",
        "{unit} submitted its dossier, version {version}; it waits to be checked.",
    ),
    "withdrawn": Text(
        "{unit} đã đề nghị rút lại hồ sơ. Tạm dừng kiểm tra.",
        "{unit}: материалы отозваны. Проверка приостановлена.",
        "{unit} withdrew its dossier. Checking is put off.",
    ),
    "objected": Text(
        "{unit} đề nghị sửa hồ sơ nộp thay.",
        "{unit} просит исправить поданное за организацию.",
        "{unit} asks to correct what was filed for it.",
    ),
    "extension_asked": Text(
        "{unit} xin gia hạn nộp đến {until}.",
        "{unit} просит продлить срок до {until}.",
        "{unit} asks for an extension to {until}.",
    ),
    "returned": Text(
        "Hồ sơ của {unit} cần bổ sung {count} nội dung{by}.",
        "Материалы {unit} нужно дополнить: пунктов – {count}{by}.",
        "The dossier of {unit} has {count} point(s) to complete{by}.",
    ),
    "accepted": Text(
        "Hồ sơ của {unit} (lần {version}) đạt yêu cầu.",
        "Материалы {unit} (версия {version}) приняты.",
        "The dossier of {unit} (version {version}) meets the requirements.",
    ),
    "reopened": Text(
        "Hồ sơ của {unit} được mở lại: {reason}",
        "Материалы {unit} открыты заново: {reason}",
        "The dossier of {unit} was reopened: {reason}",
    ),
    "extended": Text(
        "Hạn nộp của {unit} được gia hạn đến {until}.",
        "Срок {unit} продлён до {until}.",
        "The deadline of {unit} was extended to {until}.",
    ),
    "extension_declined": Text(
        "Đề nghị gia hạn của {unit} không được chấp thuận. {reason}",
        "Просьба {unit} о продлении срока отклонена. {reason}",
        "The extension {unit} asked for was not granted. {reason}",
    ),
    "reminded": Text(
        "Đề nghị {unit} gửi hồ sơ báo cáo năm.",
        "Просьба к {unit}: направить отчётные материалы.",
        "{unit} is asked to send its report dossier.",
    ),
    "on_behalf": Text(
        "Hồ sơ của {unit} (lần {version}) đã được nộp thay. Đơn vị có quyền đề nghị sửa.",
        "Материалы {unit} (версия {version}) поданы за организацию; она вправе просить об исправлении.",
        "The dossier of {unit} (version {version}) was filed for it; the org unit may ask for a correction.",
    ),
    "mail_failed": Text(
        "Chưa gửi được thư “{subject}” đến {address}.",
        "Письмо «{subject}» на {address} не отправлено.",
        "The mail “{subject}” to {address} could not be sent.",
    ),
}
_BEFORE: Final = Text(" trước ngày {day}", " до {day}", " before {day}")
_TO_CHECKERS: Final = frozenset({"submitted", "withdrawn", "extension_asked", "objected"})


@dataclass(frozen=True, slots=True)
class Line:
    """A notice as the page shows it."""

    pk: int
    sentence: str
    at: dt.datetime
    is_new: bool


def line(notice: Notice, year: Year) -> Line:
    """Say a notice. A code this version does not know is said by its name, never hidden."""
    form = _SAID.get(notice.code)
    sentence = form.to(spoken()).format(**_values(notice, year)).strip() if form else notice.code
    return Line(notice.pk, sentence, notice.at, notice.read_at is None)


def leads_to(notice: Notice) -> str:
    """Return the page a notice leads to: the desk of checking, the unit's dossier, or the reminders."""
    book, unit = notice.book.slug, str(notice.values.get("org_unit", ""))
    if notice.code == "mail_failed":
        return reverse("remind", kwargs={"book": book})
    if notice.code in _TO_CHECKERS:
        return reverse("checking_dossier", kwargs={"book": book, "org_unit": unit})
    try:
        return reverse("dossier", kwargs={"book": book, "org_unit": unit})
    except NoReverseMatch:
        return reverse("desk", kwargs={"book": book})


def _values(notice: Notice, year: Year) -> dict[str, str]:
    given = {name: str(value) for name, value in notice.values.items()}
    known = dict.fromkeys(("version", "count", "reason", "subject", "address", "until"), "") | given
    moment = _moment(known["until"])
    known["by"] = _BEFORE.to(spoken()).format(day=short_date(civil_day(moment), spoken())) if moment else ""
    known["until"] = deadline(moment)
    known["unit"] = org_unit_name(year, given.get("org_unit", ""), spoken())
    return known


def _moment(text: str) -> dt.datetime | None:
    from tongket.server.clock import end_of_office

    if not text:
        return None
    return dt.datetime.fromisoformat(text) if "T" in text else end_of_office(dt.date.fromisoformat(text))
