"""Opening the plan of a new year with the indicators of the year before: what is measured seldom changes."""

from dataclasses import replace
from typing import Final

from tongket.plan import IndicatorGroup, Plan
from tongket.server.actions.acting import Actor, Subject, acting, covers_year
from tongket.server.actions.plan.storing import store_plan
from tongket.server.records.models import YearBook
from tongket.server.records.queries.books import books, typed_year
from tongket.words import Refused, Text

_HAS_SOME: Final = Text(
    "Năm này đã có danh mục chỉ tiêu.", "Перечень показателей уже есть.", "This year has its indicators already."
)
_NO_YEAR_BEFORE: Final = Text(
    "Không thấy năm {year} của cùng đơn vị để sao chép. Nhập từ Excel.",
    "Года {year} той же организации нет. Загрузите из Excel.",
    "There is no year {year} of the same org unit to copy from. Import from Excel.",
)


def copy_indicators(*, actor: Actor, book: YearBook) -> None:
    """Take over indicators, their parts and components from the same org unit's year before. Raises Refused."""
    with acting(actor, "plan.import", Subject(book), changes_year=True) as event:
        year = typed_year(book)
        if year.plan.indicators:
            raise Refused(_HAS_SOME)
        before = _year_before(actor, book)
        wanted = (one for one in before.indicators if actor.party or one.group is not IndicatorGroup.PARTY)
        indicators = tuple(replace(one, place=None) for one in wanted)
        codes = {one.code for one in indicators}
        components = (one for one in before.components if {one.indicator, one.part} <= codes)
        after = replace(
            year.plan,
            indicators=indicators,
            breakdowns=tuple(replace(one, place=None) for one in before.breakdowns),
            components=tuple(replace(one, place=None) for one in components),
        )
        store_plan(actor, book, "plan.import", after, event)


def _year_before(actor: Actor, book: YearBook) -> Plan:
    head = typed_year(book).head
    for other in books():
        year = typed_year(other)
        same = (year.head.year, year.head.org_unit) == (head.year - 1, head.org_unit)
        if same and covers_year(actor.standing.org_unit, other):
            return year.plan
    raise Refused(_NO_YEAR_BEFORE.fill(year=str(head.year - 1)))
