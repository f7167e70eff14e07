"""Sentences made of figures: each number is a run with the address it was read from, and no claim goes beyond it.

"Đạt 105,5% kế hoạch" and "vượt 5,5%" are two things; the second always follows from the first, in the same sentence.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

from tongket.documents import wording as w
from tongket.documents.facts import Run
from tongket.documents.printing import PERCENT_DIGITS, difference, percent_amount, period_text, with_sign
from tongket.documents.review_material import Material, plan_key
from tongket.documents.review_standing import (
    aside_text,
    count_of_days,
    gap_text,
    missing_text,
    reservations,
    standing,
)
from tongket.documents.tables_of_review import to_date_text
from tongket.figures import Address, Figure, Kind
from tongket.figures.measures import DATE
from tongket.figures.ratio import rounded
from tongket.plan import Direction
from tongket.results import Achievement, Comparison, EarlyFinish, PriceEffect
from tongket.words import Text, written
from tongket.words.numbers import NBSP
from tongket.year import Granularity

Runs = tuple[Run, ...]

_PLANNED = Text("kế hoạch {plan}", "план {plan}", "plan {plan}")
_AT_MOST = Text("kế hoạch không quá {plan}", "план не более {plan}", "plan at most {plan}")
_DID: Final = {
    Kind.ACTUAL: Text("thực hiện {actual}", "факт {actual}", "actual {actual}"),
    Kind.ESTIMATE: Text("ước thực hiện {actual}", "оценка {actual}", "estimate {actual}"),
    Kind.ACTUAL_TO_DATE: Text("thực hiện {to_date} {actual}", "факт {to_date} {actual}", "actual {to_date} {actual}"),
}
_REACHED = Text("đạt {percent} kế hoạch", "{percent} плана", "{percent} of plan")
_EQUALS = Text("bằng {percent} kế hoạch", "{percent} плана", "{percent} of plan")
_OVER = Text("tức vượt {gap}", "то есть больше плана на {gap}", "that is {gap} above plan")
_SHORT = Text("còn thiếu {gap}", "не хватает {gap}", "{gap} short of plan")
_OF_LAST_YEAR = Text("bằng {percent} so với năm {last}", "{percent} к {last} году", "{percent} of {last}")
_VERDICT: Final = {
    Achievement.EXCEEDED: Text("vượt kế hoạch", "план перевыполнен", "plan exceeded"),
    Achievement.MET: Text("đạt kế hoạch", "план выполнен", "plan met"),
    Achievement.NOT_MET: Text("chưa đạt kế hoạch", "план не выполнен", "plan not met"),
    Achievement.NOT_DUE: w.NOT_DUE,
    Achievement.NOT_ASSIGNED: Text("không giao chỉ tiêu", "план не установлен", "not assigned"),
    Achievement.NOT_COMPUTABLE: Text("không tính được tỷ lệ", "процент не рассчитывается", "percentage not computable"),
    Achievement.UNDECIDED: Text("chưa đủ căn cứ kết luận", "данных для вывода недостаточно", "cannot be decided"),
}
_COUNT_OF: Final = {
    Achievement.EXCEEDED: Text("{n} vượt kế hoạch", "перевыполнено {n}", "{n} exceeded"),
    Achievement.MET: Text("{n} đạt kế hoạch", "выполнено {n}", "{n} met"),
    Achievement.NOT_MET: Text("{n} chưa đạt", "не выполнено {n}", "{n} not met"),
    Achievement.NOT_DUE: Text("{n} chưa đến hạn", "срок не наступил – {n}", "{n} not due"),
    Achievement.NOT_ASSIGNED: Text("{n} không giao", "без плана {n}", "{n} not assigned"),
    Achievement.NOT_COMPUTABLE: Text("{n} không tính được tỷ lệ", "не рассчитано {n}", "{n} not computable"),
    Achievement.NOT_AVAILABLE: Text("{n} chưa so sánh được", "не с чем сравнить {n}", "{n} not comparable"),
    Achievement.UNDECIDED: Text("{n} chưa đủ căn cứ kết luận", "без вывода {n}", "{n} undecided"),
}
_COUNTED = Text(
    "{unit} có {count} chỉ tiêu: {standings}.",
    "{unit}: показателей {count}, из них {standings}.",
    "{unit} has {count} indicators: {standings}.",
)
_ONE_COUNTED = Text(_COUNTED.vi, _COUNTED.ru, "{unit} has {count} indicator: {standings}.")
_ALL_COUNTED = Text(
    "Toàn bộ các đơn vị có {count} chỉ tiêu: {standings}.",
    "Все организации: показателей {count}, из них {standings}.",
    "All org units together have {count} indicators: {standings}.",
)
_ALL_ONE_COUNTED = Text(_ALL_COUNTED.vi, _ALL_COUNTED.ru, "All org units together have {count} indicator: {standings}.")
_HIGHEST = Text(
    " Cao nhất: {name}, {percent} kế hoạch.",
    " Наибольшее: {name}, {percent} плана.",
    " Highest: {name}, {percent} of plan.",
)
_SILENT = Text(
    "{unit} chưa nộp báo cáo; {count} chỉ tiêu chưa có số liệu.",
    "{unit}: отчёт не представлен; показателей без данных {count}.",
    "{unit} has not filed; {count} indicators have no figures.",
)
_ONE_SILENT = Text(_SILENT.vi, _SILENT.ru, "{unit} has not filed; {count} indicator has no figure.")
_LOWEST = Text(" Chưa đạt: {rows}.", " Не выполнено: {rows}.", " Not met: {rows}.")
_REACHED_EARLY = Text(
    "- {name}: đạt kế hoạch năm{plan} {when}, sớm {days}.",
    "- {name}: годовой план{plan} выполнен {when}, раньше на {days}.",
    "- {name}: the year's plan{plan} was reached {when}, {days} early.",
)
_ON_DAY = Text("ngày {period}", "{period}", "on {period}")
_IN_PERIOD = Text("trong {period}", "({period})", "in {period}")
_PRICE = Text(
    "- {name}: kế hoạch {plan}; {did}; {split}.",
    "- {name}: план {plan}; {did}; {split}.",
    "- {name}: plan {plan}; {did}; {split}.",
)
_SPLIT = Text(
    "{gap}; trong đó do sản lượng {volume}; do giá {price}",
    "{gap}; в том числе за счёт объёма {volume}; за счёт цены {price}",
    "{gap}; of which volume {volume}; price {price}",
)
_ABOVE = Text("vượt {gap}", "больше плана на {gap}", "{gap} above plan")
_APART = Text("chênh lệch so với kế hoạch {gap}", "отклонение от плана {gap}", "difference from plan {gap}")
_PLACE: Final = re.compile(r"\{(\w+)\}")


def worded(template: str, **pieces: str | Run | Runs) -> Runs:
    """Fill a template with strings and runs; what stands in a place keeps its address."""
    runs: list[Run] = []
    for at, piece in enumerate(_PLACE.split(template)):
        filled = pieces[piece] if at % 2 else piece
        found = (Run(filled),) if isinstance(filled, str) else (filled,) if isinstance(filled, Run) else filled
        runs.extend(run for run in found if run.text)
    if len(runs) > 1 and runs[-1].text.startswith(".") and runs[-2].text.endswith("."):
        runs[-1] = Run(runs[-1].text[1:])  # an abbreviation closed the sentence: "раньше на 123 дн."
    return tuple(run for run in runs if run.text)


def joined(pieces: Iterable[Runs], mark: str = ", ") -> Runs:
    """Pieces of a sentence with a mark between them; empty ones leave none."""
    runs: list[Run] = []
    for piece in pieces:
        runs.extend(((Run(mark),) if runs and piece else ()) + piece)
    return tuple(runs)


def indicator_sentence(material: Material, row: Comparison, *, of_unit: bool = False, last_year: bool = True) -> Runs:
    """What became of one indicator: plan, figure, percentage of plan with what follows from it, last year.

    `of_unit` names the org unit first. A plan line and version other than the paper's main one is named.
    """
    before = _of_last_year(material, row) if last_year else ()
    pieces = (_planned(material, row), _done(material, row), before)
    return (Run(f"- {_name(material, row, of_unit=of_unit)}: "), *joined(pieces, "; "), Run("."))


def _name(material: Material, row: Comparison | EarlyFinish | PriceEffect, *, of_unit: bool) -> str:
    part = None if isinstance(row, PriceEffect) else row.breakdown
    indicator = material.indicator(row.indicator).name.to(material.language)
    unit = material.unit_name(row.org_unit) if of_unit else ""
    return ", ".join(piece for piece in (unit, indicator, material.part(part) if part else "") if piece)


def _planned(material: Material, row: Comparison) -> Runs:
    plan, key = row.figure(Kind.PLAN), plan_key(row)
    if plan is None:
        return ()
    less = material.indicator(row.indicator).direction is Direction.DOWN
    named = f" ({material.plan_short(key)})" if key and key != material.main_plan else ""
    said = worded(material.say_form(_AT_MOST if less else _PLANNED), plan=measured(material, plan))
    return (*said, Run(named)) if named else said


def _done(material: Material, row: Comparison) -> Runs:
    figure = row.actual
    if figure is None:
        assigned = row.achievement is not Achievement.NOT_ASSIGNED
        said = missing_text(material, row) if assigned else material.say(_VERDICT[row.achievement])
        return (Run(said),)
    in_brackets = "" if material.is_up(row) else aside_text(material, row)
    actual = measured(material, figure, f" ({in_brackets})" if in_brackets else "")
    did = worded(material.say_form(_DID[row.basis]), actual=actual, to_date=to_date_text(material))
    short = tuple((Run(text),) for text in reservations(material, row) if text)
    return joined((did, *short, *_judged(material, row)))


def _judged(material: Material, row: Comparison) -> Iterable[Runs]:
    """The percentage and what follows from it; without a single percentage, the standing in words."""
    percent = row.figure(Kind.PERCENT_OF_PLAN)
    if percent is not None and material.is_up(row):
        decided = percent_amount(percent).is_exact and row.achievement in _FOLLOWS
        yield worded(material.say_form(_REACHED if decided else _EQUALS), percent=material.run(percent))
        if decided:
            yield _over_or_short(material, row, percent)
            return
    direction = material.indicator(row.indicator).direction
    if row.achievement in _VERDICT:
        reason = aside_text(material, row) if material.is_up(row) else ""
        verdict = material.say(_VERDICT[standing(row, direction)])
        yield (Run(f"{verdict} ({reason})" if reason else verdict),)


_FOLLOWS: Final = (Achievement.EXCEEDED, Achievement.MET, Achievement.NOT_MET)


def _over_or_short(material: Material, row: Comparison, percent: Figure) -> Runs:
    """`tức vượt 5,5%`; a difference that the rounded percentage hides is said in the indicator's own measure."""
    if row.achievement is Achievement.MET:
        return ()
    form = material.say_form(_OVER if row.achievement is Achievement.EXCEEDED else _SHORT)
    gap = percent_amount(percent).exact - 100
    if gap:
        return worded(form, gap=with_sign(written(abs(gap), material.language, PERCENT_DIGITS), material.language))
    plan, actual = row.figure(Kind.PLAN), row.actual
    apart = difference(actual, plan) if plan and actual else None
    if not apart:
        return ()
    size = gap_text(apart, material.indicator(row.indicator).digits, material.language)
    return worded(form, gap=size + measure_suffix(material, row.indicator))


def _of_last_year(material: Material, row: Comparison) -> Runs:
    percent = row.figure(Kind.PERCENT_OF_LAST_YEAR)
    return worded(material.say_form(_OF_LAST_YEAR), percent=material.run(percent)) if percent else ()


def measured(material: Material, figure: Figure, aside: str = "") -> Runs:
    """A figure with its measure behind it, and between them a remark in brackets."""
    suffix = "" if figure.measure == DATE.code else measure_suffix(material, figure.address.indicator)
    return tuple(run for run in (material.run(figure), Run(aside + suffix)) if run.text)


def measure_suffix(material: Material, indicator: str) -> str:
    """The measure as it follows a number: after a space, a percent sign without one (in Russian a no-break one)."""
    measure = material.measure(indicator)
    if measure == "%":
        return f"{NBSP}%" if material.language == "ru" else "%"
    return f" {measure}" if measure else ""


def counting_sentence(material: Material, rows: Sequence[Comparison], org_unit: str | None) -> Runs:
    """How many indicators exceeded, met, did not meet their plan; of an org unit, or of all."""
    counts = Counter(standing(row, material.indicator(row.indicator).direction) for row in rows)
    standings = ", ".join(material.say(text, n=counts[kind]) for kind, text in _COUNT_OF.items() if counts[kind])
    one, several = (_ONE_COUNTED, _COUNTED) if org_unit else (_ALL_ONE_COUNTED, _ALL_COUNTED)
    form = one if len(rows) == 1 else several
    unit = material.unit_name(org_unit) if org_unit else ""
    return (Run(material.say(form, unit=unit, count=len(rows), standings=standings)),)


def unit_sentence(material: Material, rows: Sequence[Comparison], org_unit: str) -> Runs:
    """One org unit in two lines: the counts, its highest percentage, what it did not meet."""
    if org_unit in material.unfiled and not any(row.actual for row in rows):
        silent = _ONE_SILENT if len(rows) == 1 else _SILENT
        return (Run(material.say(silent, unit=material.unit_name(org_unit), count=len(rows))),)
    said = counting_sentence(material, rows, org_unit)
    compared = [row for row in rows if material.is_up(row) and _least(row) is not None]
    if any(row.achievement is not Achievement.NOT_MET for row in compared):
        best = max(compared, key=lambda row: _least(row) or Fraction(0))
        percent = best.figures[Kind.PERCENT_OF_PLAN]
        said += worded(
            material.say_form(_HIGHEST), name=_name(material, best, of_unit=False), percent=material.run(percent)
        )
    missed = [row for row in rows if row.achievement is Achievement.NOT_MET]
    return said + (
        worded(material.say_form(_LOWEST), rows=joined(_missed(material, row) for row in missed)) if missed else ()
    )


def _missed(material: Material, row: Comparison) -> Runs:
    percent = row.figure(Kind.PERCENT_OF_PLAN)
    name = _name(material, row, of_unit=False)
    if percent and material.is_up(row):
        return Run(f"{name} "), material.run(percent)
    aside = aside_text(material, row)
    if row.actual is None:
        return (Run(name),)
    return Run(f"{name} "), material.run(row.actual), Run(f" ({aside})" if aside else "")


def _least(row: Comparison) -> Fraction | None:
    """The least percentage of plan a row surely has, as a share; None when there is none."""
    percent = row.figure(Kind.PERCENT_OF_PLAN)
    if percent is None:
        return None
    exact = percent.exact[0] if percent.exact else None
    low = percent.amount.low
    return exact.fraction if exact else None if low is None else Fraction(low) / 100


def high_rows(material: Material, rows: Iterable[Comparison]) -> list[Comparison]:
    """Rows at 150 % of plan or more, highest first; only where more is better."""
    high = [(least, row) for row in rows if material.is_up(row) and (least := _least(row)) and 2 * least >= 3]
    return [row for _, row in sorted(high, key=lambda pair: -pair[0])]


def missed_rows(rows: Iterable[Comparison]) -> list[Comparison]:
    """Rows whose plan was not met, the furthest from it first."""
    missed = ((_least(row), row) for row in rows if row.achievement is Achievement.NOT_MET)
    return [row for _, row in sorted(missed, key=lambda pair: Fraction(1) if pair[0] is None else pair[0])]


def early_sentence(material: Material, finish: EarlyFinish, *, of_unit: bool) -> Runs:
    """On which day or in which month the year's plan was reached, and how many days early."""
    year = material.occasion.period
    where = (
        finish.org_unit,
        finish.indicator,
        finish.breakdown,
        year,
        Kind.PLAN,
        finish.plan_line,
        finish.plan_version,
    )
    figure = material.results.figures.get(str(Address(*where)))
    plan = (Run(" ("), *measured(material, figure), Run(")")) if figure else ()
    form = _ON_DAY if finish.reached.granularity is Granularity.DAY else _IN_PERIOD
    when = material.say(form, period=period_text(finish.reached, material.language))
    days = count_of_days(material, finish.days_early)
    return worded(
        material.say_form(_REACHED_EARLY),
        name=_name(material, finish, of_unit=of_unit),
        plan=plan,
        when=when,
        days=days,
    )


def price_sentence(material: Material, effect: PriceEffect, *, of_unit: bool) -> Runs:
    """Revenue against its plan, and the difference split into volume and price."""
    return worded(
        material.say_form(_PRICE),
        name=_name(material, effect, of_unit=of_unit),
        plan=_stated(material, effect, Kind.PLAN),
        did=_did(material, effect),
        split=price_split(material, effect),
    )


def price_split(material: Material, effect: PriceEffect) -> str:
    """`vượt 984,8 triệu USD; trong đó do sản lượng 100,5; do giá 884,3`: the printed parts make the printed whole."""
    digits = material.indicator(effect.indicator).digits
    gap, volume = (
        rounded(Fraction(effect.actual) - Fraction(effect.plan), digits),
        rounded(effect.volume_effect, digits),
    )
    apart = written(gap, material.language, digits) + measure_suffix(material, effect.indicator)
    return material.say(
        _SPLIT,
        gap=material.say(_ABOVE if gap > 0 else _APART, gap=apart),
        volume=written(volume, material.language, digits),
        price=written(gap - volume, material.language, digits),
    )


def _did(material: Material, effect: PriceEffect) -> Runs:
    """`thực hiện …`, or `ước thực hiện …` where the split rests on an estimate."""
    stated = _stated(material, effect, None)
    known = (material.results.figures.get(run.address) for run in stated if run.address)
    kind = next((figure.address.kind for figure in known if figure), material.occasion.basis)
    return worded(material.say_form(_DID[kind]), actual=stated, to_date=to_date_text(material))


def _stated(material: Material, effect: PriceEffect, kind: Kind | None) -> Runs:
    """The plan or the actual of a split with its address, found among the rows of its org unit."""
    value = effect.plan if kind else effect.actual
    rows = (row for row in material.yearly if (row.org_unit, row.indicator) == (effect.org_unit, effect.indicator))
    figures = (row.figure(kind) if kind else row.actual for row in rows if row.breakdown is None)
    found = next(
        (figure for figure in figures if figure and figure.amount.is_exact and figure.amount.exact == value), None
    )
    digits = material.indicator(effect.indicator).digits
    plain = written(rounded(value, digits), material.language, digits) + measure_suffix(material, effect.indicator)
    return measured(material, found) if found else (Run(plain),)
