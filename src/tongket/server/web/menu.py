"""The menu in the order of the year (users-and-screens §5.1): a person sees only the entries of their role."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tongket.server.actions.rights import rights
from tongket.server.web.addresses import address
from tongket.server.web.language import spoken
from tongket.server.web.visit import Visit
from tongket.words import Text


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its words, the route it opens, the icon, the prefix of routes on which it counts as open.

    `verb` is asked where the route itself asks for none.
    """

    label: Text
    route: str
    icon: str
    below: str = ""
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Season:
    """A season of the year with its entries."""

    label: Text
    entries: tuple[Entry, ...]


SEASONS: Final = (
    Season(Text(""), (Entry(Text("Bàn làm việc", "Рабочий стол", "My desk"), "desk", "desk"),)),
    Season(
        Text("Đầu năm", "Начало года", "Start of the year"),
        (
            Entry(
                Text("Đơn vị, nhân sự", "Организации и кадры", "Organisation and people"),
                "organisation",
                "organisation",
                "organisation",
            ),
            Entry(Text("Chỉ tiêu", "Показатели", "Indicators"), "plan_indicators", "indicators"),
            Entry(Text("Giao kế hoạch", "Утверждение плана", "Assigning the plan"), "plan", "plan"),
            Entry(
                Text("Công trình, dự án trọng điểm", "Ключевые объекты и проекты", "Key projects"),
                "plan_projects",
                "projects",
            ),
        ),
    ),
    Season(
        Text("Trong năm", "В течение года", "During the year"),
        (
            Entry(Text("Hồ sơ báo cáo", "Отчётные материалы", "Report dossiers"), "dossiers", "dossier", "dossier"),
            Entry(Text("Kiểm tra hồ sơ", "Проверка материалов", "Checking dossiers"), "checking", "check", "checking"),
            Entry(Text("Tổng hợp số liệu", "Сводные данные", "Consolidated figures"), "results", "results", "results"),
        ),
    ),
    Season(
        Text("Tổng kết", "Подведение итогов", "Year-end review"),
        (
            Entry(Text("Văn bản", "Документы", "Documents"), "documents", "documents", "document"),
            Entry(
                Text("Mở năm mới", "Открытие нового года", "Open the next year"), "open_year", "next", verb="year.open"
            ),
        ),
    ),
    Season(
        Text("Tra cứu", "Справочные данные", "Reference"),
        (
            Entry(Text("Nhật ký", "Журнал действий", "Audit log"), "log", "log"),
            Entry(Text("Quản trị", "Администрирование", "Administration"), "accounts", "people", "account"),
            Entry(Text("Trợ giúp", "Справка", "Help"), "help", "help"),
        ),
    ),
)


def entries(visit: Visit, route: str) -> list[Mapping[str, object]]:
    """Return the seasons a person sees, each entry with its address and whether it is the one that is open."""
    seasons = ((season, list(_shown(visit, season, route))) for season in SEASONS)
    return [{"label": season.label.to(spoken()), "entries": shown} for season, shown in seasons if shown]


def _shown(visit: Visit, season: Season, route: str) -> Iterator[Mapping[str, object]]:
    for entry in season.entries:
        verb = entry.verb or rights().routes.get(entry.route, "")
        if verb not in rights().verbs or visit.may(verb):
            where = address(entry.route, visit.book.slug)
            is_open = route == entry.route or (entry.below != "" and route.startswith(entry.below))
            if where:
                yield {"label": entry.label.to(spoken()), "address": where, "icon": entry.icon, "is_open": is_open}
