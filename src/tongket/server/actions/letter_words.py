"""The mails of the year word for word (users-and-screens §5.3), each in the language of who receives it.

The office is addressed; the sender signs with name and post. Text only: a mail is read in any program, also in Usinsk.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tongket.server.clock import ZONE
from tongket.words import Language, Text, short_date


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: name, post, telephone and address of the sender."""

    name: str
    post: Text
    telephone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a mail is about; each kind reads what it needs."""

    org_unit: Text
    year: int
    signed: Signature
    due: dt.datetime | None = None
    missing: tuple[Text, ...] = ()
    count: int = 0
    until: dt.date | None = None
    version: int = 0
    came_by: Text = Text("")
    attached: bool = False
    peers: bool = True


@dataclass(frozen=True, slots=True)
class _Form:
    subject: Text
    body: Text


_HOUR: Final = Text("{h} giờ {m} ngày {day}", "{h}:{m} {day} (время Вьетнама)", "{h}:{m} on {day} (Vietnam time)")
_OF_DAY: Final = Text(" (hạn {day})", " (срок {day})", " (due {day})")
_BEFORE: Final = Text(" trước ngày {day}", " до {day}", " before {day}")
_DUE: Final = Text(
    "Theo {plan}, hạn gửi hồ sơ báo cáo năm {year} là {due}. ",
    "По {plan} срок представления отчётных материалов за {year} год – {due}. ",
    "By the {plan}, the report dossier of {year} is due at {due}. ",
)
_PLAN_OF_PEERS: Final = Text("kế hoạch hoạt động Cụm", "плану работы группы", "activity plan of the cluster")
_PLAN_OF_SUPERIOR: Final = Text("kế hoạch báo cáo năm", "плану отчётности", "plan of the yearly reports")
_IN_FILE: Final = Text(
    " (ghi tại ô trong tệp kèm theo)", " (замечания – в ячейках приложенного файла)", " (at their cells in the file)"
)
_ON_PAGE: Final = Text(
    " (ghi tại ô trên trang hồ sơ báo cáo)", " (замечания – на странице материалов)", " (on the page of the dossier)"
)
_FORMS: Final[Mapping[str, _Form]] = {
    "reminder": _Form(
        Text(
            "V/v đề nghị gửi hồ sơ báo cáo năm {year}{of_day}",
            "О представлении отчётных материалов за {year} год{of_day}",
            "Please send the report dossier of {year}{of_day}",
        ),
        Text(
            "{when}Hiện còn thiếu: {missing}. Đề nghị Quý đơn vị quan tâm, gửi đúng hạn.",
            "{when}Пока не хватает: {missing}. Просим направить материалы в срок.",
            "{when}Still missing: {missing}. Please send it in time.",
        ),
    ),
    "overdue": _Form(
        Text(
            "V/v đề nghị gửi hồ sơ báo cáo năm {year}{of_day}",
            "О представлении отчётных материалов за {year} год{of_day}",
            "Please send the report dossier of {year}{of_day}",
        ),
        Text(
            "{when}Đến nay đã quá hạn và còn thiếu: {missing}. Đề nghị Quý đơn vị gửi sớm; giờ nộp được ghi nhận.",
            "{when}Срок истёк, не хватает: {missing}. Просим направить материалы; время поступления фиксируется.",
            "{when}This is over, and still missing: {missing}. Please send it soon; the moment it comes is kept.",
        ),
    ),
    "supplement": _Form(
        Text(
            "V/v đề nghị bổ sung hồ sơ báo cáo năm {year}",
            "О дополнении отчётных материалов за {year} год",
            "Please complete the report dossier of {year}",
        ),
        Text(
            "Sau khi kiểm tra, {by} đề nghị Quý đơn vị bổ sung {count} nội dung{where}{until}.",
            "После проверки {by} просит дополнить материалы: пунктов – {count}{where}{until}.",
            "After checking, {by} asks the org unit to complete {count} point(s){where}{until}.",
        ),
    ),
    "accepted": _Form(
        Text(
            "V/v hồ sơ báo cáo năm {year} đạt yêu cầu",
            "Отчётные материалы за {year} год приняты",
            "The report dossier of {year} meets the requirements",
        ),
        Text(
            "{by} xác nhận hồ sơ báo cáo năm {year} (lần {version}) của Quý đơn vị đạt yêu cầu và đưa vào tổng hợp.",
            "{by}: отчётные материалы за {year} год (версия {version}) приняты и включаются в сводный отчёт.",
            "{by} confirms that the report dossier of {year} (version {version}) meets the requirements.",
        ),
    ),
    "on_behalf": _Form(
        Text(
            "V/v đã nộp thay hồ sơ báo cáo năm {year}",
            "Отчётные материалы за {year} год поданы за организацию",
            "The report dossier of {year} was filed for the org unit",
        ),
        Text(
            "{by} đã nộp thay hồ sơ báo cáo năm {year} (lần {version}) theo tệp đơn vị gửi: {came_by}. "
            "Đề nghị Quý đơn vị xem lại; đơn vị có quyền đề nghị sửa.",
            "{by} подал(а) за организацию отчётные материалы за {year} год (версия {version}) по присланному файлу: "
            "{came_by}. Просим проверить; организация вправе просить об исправлении.",
            "{by} filed the report dossier of {year} (version {version}) from the file the org unit sent: {came_by}. "
            "Please look at it; the org unit may ask for a correction.",
        ),
    ),
}
_DEAR: Final = Text("Kính gửi {org_unit},", "{org_unit}:", "To {org_unit}:")
_CONTACT: Final = Text("Đầu mối: {name}, {how}.", "Контактное лицо: {name}, {how}.", "Contact: {name}, {how}.")
_TELEPHONE: Final = Text("điện thoại {n}", "телефон {n}", "telephone {n}")
_END: Final = Text("Trân trọng.", "С уважением,", "Yours sincerely,")
_ALL: Final = Text("toàn bộ hồ sơ", "все материалы", "the whole dossier")


def letter(kind: str, matter: Matter, language: Language) -> tuple[str, str]:
    """Return the subject and the body of a mail in a language. KeyError for a kind that is none."""
    form, said = _FORMS[kind], _said(matter, language)
    paragraphs = [_DEAR.to(language).format(**said), form.body.to(language).format(**said)]
    if contact := _contact(matter.signed, language):
        paragraphs.append(contact)
    paragraphs += [_END.to(language), f"{matter.signed.name}\n{matter.signed.post.to(language)}"]
    return form.subject.to(language).format(**said), "\n\n".join(paragraphs) + "\n"


def _said(matter: Matter, language: Language) -> dict[str, object]:
    due, until = matter.due.astimezone(ZONE) if matter.due else None, matter.until
    named = [one.to(language) for one in matter.missing] or [_ALL.to(language)]
    hour, plan = _HOUR.to(language), _PLAN_OF_PEERS if matter.peers else _PLAN_OF_SUPERIOR
    moment = hour.format(h=f"{due:%H}", m=f"{due:%M}", day=short_date(due.date(), language)) if due else ""
    return {
        "org_unit": matter.org_unit.to(language),
        "year": matter.year,
        "by": matter.signed.post.to(language),
        "of_day": _OF_DAY.to(language).format(day=short_date(due.date(), language)) if due else "",
        "when": _DUE.to(language).format(year=matter.year, due=moment, plan=plan.to(language)) if due else "",
        "missing": ", ".join(named),
        "count": matter.count,
        "where": (_IN_FILE if matter.attached else _ON_PAGE).to(language),
        "until": _BEFORE.to(language).format(day=short_date(until, language)) if until else "",
        "version": matter.version,
        "came_by": matter.came_by.to(language),
    }


def _contact(signed: Signature, language: Language) -> str:
    ways = [_TELEPHONE.to(language).format(n=signed.telephone)] if signed.telephone else []
    how = ", ".join([*ways, *([signed.email] if signed.email else [])])
    return _CONTACT.to(language).format(name=signed.name, how=how) if how else ""
