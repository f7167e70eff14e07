"""The words of a report against its tables: what a paragraph says of a figure and the figures do not say.

Only what can be tied to one row is judged (see `claims`); "đạt 105,5%" is of the plan, "vượt 5,5%" is above it, and the
two are never taken for each other.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from tongket.dossier import findings_of_narratives as say
from tongket.dossier.claims.claim import Base, Bound, Claim, Relation
from tongket.dossier.claims.judging import agrees, contradicted, meanings, went_elsewhere
from tongket.dossier.claims.reading import claims_of
from tongket.dossier.claims.table import KnownRows, TableRow, known_rows
from tongket.dossier.claims.tokens import PERCENT, TIMES, Quantity
from tongket.dossier.facts import Dossier, Narrative, ReportedFigure, Section
from tongket.dossier.form import ReportForm
from tongket.dossier.form_words import SECTION_NAMES, short_title
from tongket.dossier.wording import Says
from tongket.figures import Amount, Kind, measure_of
from tongket.figures.ratio import rounded
from tongket.plan.wording import amount_text
from tongket.words import Finding, Language, Text, in_each_language, percent_text

_OF_NEXT_YEAR: Final = frozenset({Section.DIRECTION, Section.PROPOSAL})
"""Sections that speak of what is to come; figures in them are aims."""
_PER_CENT: Final = Quantity((Decimal(0),), 1, base=PERCENT)
"""What to ask the table for when a share is wanted."""


def words_checked(dossier: Dossier, form: ReportForm) -> Dossier:
    """Return a dossier with what its words say against its own figures and those printed in its form."""
    told = narrative_findings(
        dossier.narratives, table_of(form, dossier.figures), form.period.year, _last_month(dossier.cut_off)
    )
    return replace(dossier, findings=(*dossier.findings, *told)) if told else dossier


def _last_month(cut_off: dt.date | None) -> int | None:
    """The month at whose end figures were cut off; 0 in the middle of one, as no words tell such a stretch of time."""
    if cut_off is None:
        return None
    return cut_off.month if (cut_off + dt.timedelta(1)).day == 1 else 0


def table_of(form: ReportForm, figures: Iterable[ReportedFigure]) -> tuple[TableRow, ...]:
    """Return the rows of a form with the figures a unit gave for them."""
    given: dict[tuple[str, Kind], Amount] = {}
    for figure in figures:
        code = f"{figure.indicator}/{figure.breakdown}" if figure.breakdown else figure.indicator
        given[code, figure.kind] = figure.amount
    return tuple(
        TableRow(
            row.code, row.name.vi, row.measure, row.digits, row.direction,
            short_title(part.title),
            row.name.vi if row.breakdown else "", row.plan, row.last_year,
            *(given.get((row.code, kind)) for kind in (Kind.ACTUAL_TO_DATE, Kind.ESTIMATE, Kind.ACTUAL)),
        )
        for part, _, row in form.rows
    )  # fmt: skip


def narrative_findings(
    narratives: Iterable[Narrative], table: Sequence[TableRow], year: int, to_month: int | None = None
) -> tuple[Finding, ...]:
    """Find what paragraphs say of figures that the table contradicts, in the order of the text.

    `to_month` is the month up to which figures to date go; where it is not known no part of the year is judged.
    Silent where a figure fits no row or several, where the table has no figure, and in sections about what is to come.
    """
    known = known_rows(table)
    return tuple(
        finding
        for narrative in narratives
        if narrative.section not in _OF_NEXT_YEAR
        for finding in _of_paragraph(narrative, known, year, to_month)
    )


def _of_paragraph(narrative: Narrative, known: KnownRows, year: int, to_month: int | None) -> Iterator[Finding]:
    for text in (narrative.text.vi, narrative.cause.vi):
        for claim in claims_of(text, known, year, to_month):
            if finding := _judged(claim, known, narrative, year):
                yield finding


def _judged(claim: Claim, known: KnownRows, narrative: Narrative, year: int) -> Finding | None:
    if claim.base is Base.OTHER or claim.year not in (None, year, year - 1) or len(claim.rows) != 1:
        return None
    (number,) = claim.rows
    if claim.year == year - 1 and claim.base is Base.NOTHING:
        claim = replace(claim, base=Base.LAST_YEAR, relation=Relation.IS)
    elif claim.year == year - 1:
        return None
    values = contradicted(claim, known, number)
    if not values and went_elsewhere(claim, known.rows[number]):
        claim = replace(claim, quantity=None, base=Base.LAST_YEAR, relation=claim.moved or claim.relation)
        return _finding(claim, (), known, number, narrative)
    return _finding(claim, values, known, number, narrative) if values else None


def _finding(
    claim: Claim, values: tuple[Fraction, ...], known: KnownRows, number: int, narrative: Narrative
) -> Finding | None:
    row = known.rows[number]
    about: Says = {
        "section": SECTION_NAMES[narrative.section],
        "quote": claim.quote,
        "table": row.table,
        "name": _name(row),
    }
    stated = claim.quantity
    if stated is None:
        kind = say.NARRATIVE_PLAN if claim.base is Base.PLAN else say.NARRATIVE_CHANGE
        return kind.at(narrative.place, **about, found=_standing(claim, known, number))
    is_own = stated.base == PERCENT and known.measures[number][1] == PERCENT and claim.relation is Relation.IS
    if claim.base is Base.NOTHING and stated.base in (PERCENT, TIMES) and not is_own:
        return None
    if stated.base not in (PERCENT, TIMES) or claim.base is Base.NOTHING:
        kind = say.NARRATIVE_AMOUNT if claim.relation is Relation.IS else say.NARRATIVE_DIFFERENCE
        return kind.at(narrative.place, **about, found=_amounts(claim, values, row))
    if claim.exceeds and claim.bound is Bound.OVER and _as_share_of_plan(claim, known, number):
        return say.NARRATIVE_WHICH.at(narrative.place, **about, found=_standing(claim, known, number))
    kind = say.NARRATIVE_PERCENT if claim.base is Base.PLAN else say.NARRATIVE_CHANGE
    return kind.at(narrative.place, **about, found=_standing(claim, known, number))


def _name(row: TableRow) -> str:
    return row.name.removeprefix("trong đó: ")


def _as_share_of_plan(claim: Claim, known: KnownRows, number: int) -> bool:
    """Whether a share said to be above the plan would be right as one of the plan."""
    meant = replace(claim, relation=Relation.IS)
    return any(agrees(meant, value, known, number) for value in meanings(meant, known, number))


def _standing(claim: Claim, known: KnownRows, number: int) -> Text:
    """What the table says: đạt 105,5%, tức vượt 5,5%; or: giảm 1,5% so với năm trước."""
    share = replace(claim, quantity=_PER_CENT, relation=Relation.IS)
    shares = list(dict.fromkeys(meanings(share, known, number)))
    if not shares:
        return say.NO_SHARE
    if claim.base is Base.PLAN:
        return _either([_of_plan(one) for one in shares])
    return _either([_of_last_year(one) for one in shares])


def _of_plan(share: Fraction) -> Text:
    over = share - 100
    form = say.REACHED if over == 0 else say.REACHED_ABOVE if over > 0 else say.REACHED_BELOW
    return in_each_language(
        lambda lang: form.to(lang).format(share=_percent(share, lang), gap=_percent(abs(over), lang))
    )


def _of_last_year(share: Fraction) -> Text:
    over = share - 100
    form = say.UNCHANGED if over == 0 else say.ROSE if over > 0 else say.FELL
    return in_each_language(
        lambda lang: form.to(lang).format(gap=_percent(abs(over), lang), share=_percent(share, lang))
    )


def _percent(value: Fraction, language: Language) -> str:
    return percent_text(rounded(value, 1), language)


def _amounts(claim: Claim, values: tuple[Fraction, ...], row: TableRow) -> Text:
    label = measure_of(row.measure).label
    both = _either([_difference(claim, value, row) for value in dict.fromkeys(values)])
    return in_each_language(lambda language: f"{both.to(language)} {label.to(language)}")


def _difference(claim: Claim, value: Fraction, row: TableRow) -> Text:
    """An amount, or how much higher or lower it is than what it is compared with."""
    digits = max(row.digits, 1) if claim.relation is not Relation.IS else row.digits
    size = amount_text(Amount.of(rounded(abs(value) if claim.relation is not Relation.IS else value, digits)))
    if claim.relation is Relation.IS:
        return size
    higher = (value > 0) is (claim.relation is Relation.ABOVE)
    return in_each_language(lambda lang: (say.HIGHER if higher else say.LOWER).to(lang).format(size=size.to(lang)))


def _either(texts: Sequence[Text]) -> Text:
    """One text, or two that both may be meant: the estimate and the final figure, the ends of a range."""
    ways = list(dict.fromkeys(texts))
    return in_each_language(lambda lang: say.OR.to(lang).join(one.to(lang) for one in ways))
