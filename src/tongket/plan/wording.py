"""How targets are named and written in sentences: address, amount, day, and what a total is made of."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Final

from tongket.figures import Amount, measure_of
from tongket.figures.measures import DATE
from tongket.plan.facts import Milestone, Stage, Target
from tongket.words import Language, Text, short_date, written

STAGE_NAMES: Final[Mapping[Stage, Text]] = {
    Stage.PROCUREMENT: Text("Mua sắm", "Закупка", "Procurement"),
    Stage.FABRICATION: Text("Chế tạo", "Изготовление", "Fabrication"),
    Stage.INSTALLATION: Text("Lắp đặt", "Монтаж", "Installation"),
    Stage.CONSTRUCTION: Text("Xây dựng", "Строительство", "Construction"),
    Stage.COMMISSIONING: Text("Chạy thử, đưa vào vận hành", "Пусконаладка", "Commissioning"),
    Stage.FIRST_OIL: Text("Dòng dầu đầu tiên", "Первая нефть", "First oil"),
    Stage.OTHER: Text("Khác", "Прочее", "Other"),
}
_FEW: Final = 6
_ABOVE: Final = Text("trên", "более", "above")
_BELOW: Final = Text("dưới", "менее", "below")


def address_of(target: Target) -> str:
    """Write what a target is about, as the address of its figure begins: `VSP/OIL/09-1@2021`."""
    part = f"/{target.breakdown}" if target.breakdown else ""
    return f"{target.org_unit}/{target.indicator}{part}@{target.period}"


def milestone_name(milestone: Milestone) -> Text:
    """Name a milestone: its stage, and its own name where it has one."""
    stage = STAGE_NAMES[milestone.stage]
    if not milestone.name.vi:
        return stage
    return _text(lambda language: f"{stage.to(language)} – {milestone.name.to(language)}")


def amount_text(amount: Amount, measure: str = "") -> Text:
    """Write an amount as in the sentences: 2.999,4; 3,00–4,50; trên 3.000; a date where the measure is a day."""
    as_date = measure_of(measure) is DATE
    return _text(lambda language: _amount(amount, language, as_date=as_date))


def day_text(day: dt.date | None) -> Text:
    """Write a day, or a mark for an end that was left open."""
    if day is None or day == dt.date.min:
        return Text("…")
    return _text(lambda language: short_date(day, language))


def parts_text(parts: Iterable[tuple[Text, Amount]]) -> Text:
    """Write what a total is made of: Lô 09-1: 2.865,0 + Lô 09-3/12: 134,4; only how many where they are many."""
    listed = tuple(parts)
    if len(listed) > _FEW:
        return Text(f"({len(listed)} phần)", f"({len(listed)} частей)", f"({len(listed)} parts)")
    return _text(
        lambda language: " + ".join(f"{name.to(language)}: {_amount(amount, language)}" for name, amount in listed)
    )


def _text(say: Callable[[Language], str]) -> Text:
    return Text(vi=say("vi"), ru=say("ru"), en=say("en"))


def _amount(amount: Amount, language: Language, *, as_date: bool = False) -> str:
    low, high = (None if end is None else _end(end, language, as_date=as_date) for end in (amount.low, amount.high))
    if low is None:
        return f"{_BELOW.to(language)} {high}"
    if high is None:
        return f"{_ABOVE.to(language)} {low}"
    return low if amount.is_exact else f"{low}–{high}"


def _end(end: Decimal, language: Language, *, as_date: bool) -> str:
    return short_date(dt.date.fromordinal(int(end)), language) if as_date else written(end, language)
