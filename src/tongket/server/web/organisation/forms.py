"""The forms by which the register is changed: which fields each asks for, and the change they mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict

from tongket.organisation import OrgUnitKind
from tongket.server.actions.organisation import ChangeOf, RegisterChange
from tongket.server.web.forms import choice_of, day_of, text_of
from tongket.words import Text


@dataclass(frozen=True, slots=True)
class ChangeForm:
    """A kind of change: what it is called, what its fields mean here, and what the button says."""

    of: ChangeOf
    title: Text
    hint: Text
    org_unit: Text = Text("Đơn vị", "Организация", "Org unit")
    asks: frozenset[str] = frozenset()


_NAME: Final = Text("Tên (tiếng Việt)", "Наименование (вьетн.)", "Name (Vietnamese)")
_DAY: Final = Text("Từ ngày", "С какого дня", "From which day")
_PARENT: Final = Text("Đơn vị cấp trên", "Вышестоящая организация", "Parent")
_KIND: Final = Text("Loại", "Вид", "Kind")
FORMS: Final[Mapping[ChangeOf, ChangeForm]] = {
    one.of: one
    for one in (
        ChangeForm(
            ChangeOf.RENAME,
            Text("Đổi tên đơn vị", "Переименовать организацию", "Rename an org unit"),
            Text(
                "Mã đơn vị giữ nguyên; báo cáo trước ngày này vẫn mang tên cũ.",
                "Код остаётся; отчёты до этого дня сохраняют прежнее имя.",
                "The code stays; reports before that day keep the old name.",
            ),
            asks=frozenset({"name", "document"}),
        ),
        ChangeForm(
            ChangeOf.MOVE,
            Text("Chuyển đơn vị cấp trên", "Переподчинить организацию", "Move under another parent"),
            Text(
                "Số liệu của kỳ trước ngày này vẫn tính cho đơn vị cấp trên cũ.",
                "Данные до этого дня остаются у прежней вышестоящей организации.",
                "Figures before that day stay with the former parent.",
            ),
            asks=frozenset({"parent", "document"}),
        ),
        ChangeForm(
            ChangeOf.OPEN,
            Text("Thêm đơn vị mới", "Добавить организацию", "Add an org unit"),
            Text(
                "Mã gồm A–Z, 0–9 và dấu gạch nối; mã đã dùng thì không dùng lại.",
                "Код: A–Z, 0–9 и дефис; использованный код повторно не даётся.",
                "The code is made of A–Z, 0–9 and hyphens; a code once used is never used again.",
            ),
            Text("Mã đơn vị mới", "Код новой организации", "Code of the new org unit"),
            frozenset({"name", "kind", "parent", "document"}),
        ),
        ChangeForm(
            ChangeOf.CLOSE,
            Text("Chấm dứt hoạt động", "Ликвидировать организацию", "Close an org unit"),
            Text(
                "Từ ngày này đơn vị không còn trong danh sách. Đơn vị trực thuộc phải chuyển đi trước.",
                "С этого дня организации в реестре нет. Сначала переподчините входящие в неё.",
                "From that day the org unit is no longer listed. Move those below it first.",
            ),
            asks=frozenset({"document"}),
        ),
        ChangeForm(
            ChangeOf.MERGE,
            Text("Sáp nhập đơn vị", "Присоединить организации", "Merge org units"),
            Text(
                "Các đơn vị được chọn chấm dứt hoạt động từ ngày này và nhập vào đơn vị nhận.",
                "Выбранные организации прекращают деятельность с этого дня и входят в принимающую.",
                "The chosen org units end on that day and go into the receiving one.",
            ),
            Text("Đơn vị nhận sáp nhập", "Принимающая организация", "Receiving org unit"),
            frozenset({"others", "document"}),
        ),
        ChangeForm(
            ChangeOf.SPLIT,
            Text("Chia tách đơn vị", "Разделить организацию", "Split an org unit"),
            Text(
                "Các đơn vị hình thành phải được thêm vào danh sách trước.",
                "Образованные организации должны быть добавлены заранее.",
                "The org units that come of it must be added first.",
            ),
            Text("Đơn vị được chia tách", "Разделяемая организация", "Org unit that is split"),
            frozenset({"others", "lives_on", "document"}),
        ),
    )
}


def change_of(of: ChangeOf, form: QueryDict) -> RegisterChange:
    """Read the change a form means. Raises Refused for what is missing or cannot be read."""
    asked = FORMS[of]
    given: Mapping[str, str] = form.dict()  # type: ignore[assignment]  # fields that come once
    return RegisterChange(
        of,
        text_of(given, "org_unit", asked.org_unit),
        day_of(given, "day", _DAY),
        _name(given) if "name" in asked.asks else Text(""),
        text_of(given, "parent", None if of is ChangeOf.OPEN else _PARENT) if "parent" in asked.asks else "",
        choice_of(given, "kind", OrgUnitKind, _KIND) if "kind" in asked.asks else OrgUnitKind.COMPANY,
        tuple(form.getlist("others")) if "others" in asked.asks else (),
        given.get("ends") != "yes",
        text_of(given, "document"),
    )


def _name(given: Mapping[str, str]) -> Text:
    return Text(text_of(given, "name", _NAME), text_of(given, "name_ru"), text_of(given, "name_en"))
