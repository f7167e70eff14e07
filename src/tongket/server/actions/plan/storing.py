"""Storing a changed plan: what the checks call an error stays out, and the event says which rows went and came."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from tongket import plan as room
from tongket.plan import Plan
from tongket.server.actions.acting import Actor, Event, Subject, ask
from tongket.server.actions.faults import brought_in, refuse_errors
from tongket.server.actions.refusals import WrongState
from tongket.server.actions.year import open_owed
from tongket.server.records.models import YearBook
from tongket.server.records.queries.books import typed_year
from tongket.server.records.queries.seen import party_codes
from tongket.server.records.rows import replace_rows
from tongket.words import Text
from tongket.yearbook import BY_NAME, TABLES, write

PLAN_TABLES: Final = tuple(table.name for table in TABLES if table.room == "plan")
MEANWHILE: Final = Text(
    "Kế hoạch năm này vừa được thay đổi. Tải lại trang, xem lại rồi làm tiếp; chưa có gì được ghi.",
    "План этого года только что изменён. Обновите страницу и проверьте ещё раз; ничего не сохранено.",
    "The plan of this year has just been changed. Load the page again and look once more; nothing was stored.",
)


def same_revision(book: YearBook, revision: int) -> None:
    """Raise WrongState when the year is no longer as the person saw it."""
    if book.revision != revision:
        raise WrongState(MEANWHILE)


def store_plan(actor: Actor, book: YearBook, verb: str, after: Plan, event: Event) -> None:
    """Keep a changed plan in place of the book's, and tell the event what changed.

    Asks the right for every org unit whose targets change. Raises NotPermitted, and Faulty when it would be wrong.
    """
    year = typed_year(book)
    before = year.plan
    gone, come = rows_between(before, after)
    for code in sorted({str(row["org_unit"]) for row in (*gone.get("targets", ()), *come.get("targets", ()))}):
        ask(actor, verb, Subject(book, code))
    refuse_errors(brought_in(room.check(before, year.organisation), room.check(after, year.organisation)))
    replace_rows(book, {name: getattr(after, name) for name in PLAN_TABLES if name in {*gone, *come}})
    open_owed(book, replace(year, plan=after))  # who is given targets now owes a dossier
    event.before, event.after = dict(gone), {**come, **event.after}
    party = party_codes(before) | party_codes(after)
    event.party = event.party or any(_speaks_of(party, rows) for rows in (*gone.values(), *come.values()))


def rows_between(before: Plan, after: Plan) -> tuple[dict[str, list[dict[str, str]]], dict[str, list[dict[str, str]]]]:
    """Return the rows that went and those that came, by table, as the year folder writes them."""
    gone: dict[str, list[dict[str, str]]] = {}
    come: dict[str, list[dict[str, str]]] = {}
    for name in PLAN_TABLES:
        if getattr(before, name) != getattr(after, name):
            old, new = written(before, name), written(after, name)
            kept, fresh = {_key(row) for row in old}, {_key(row) for row in new}
            gone[name] = [row for row in old if _key(row) not in fresh]
            come[name] = [row for row in new if _key(row) not in kept]
    return gone, come


def written(plan: Plan, table: str) -> list[dict[str, str]]:
    """Return the rows of a table as the year folder writes them."""
    measures = {one.code: one.measure for one in plan.indicators}
    return [dict(row.values) for row in write(getattr(plan, BY_NAME[table].name), measures)]


def _key(row: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(row.items()))


def _speaks_of(party: frozenset[str], rows: Iterable[dict[str, Any]]) -> bool:
    named = ("code", "indicator", "applies_to", "part")
    return any(row.get(name) in party for row in rows for name in named)
