"""The slides of the review conference: what the report says, in what a hall can read from its last row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tongket.documents import wording as w
from tongket.documents import wording_of_sections as ws
from tongket.documents.facts import Align, Cell, Column, Deck, Row, Slide, Table
from tongket.documents.occasion import Occasion
from tongket.documents.printing import with_sign
from tongket.documents.review_charts import bars, months, percents, percents_of_units
from tongket.documents.review_material import Material
from tongket.documents.review_sections import milestones_table
from tongket.documents.review_sentences import counting_sentence, high_rows, measure_suffix, missed_rows
from tongket.documents.review_standing import aside_text, note_text
from tongket.documents.tables_of_review import (
    by_indicator,
    head_of,
    leading_rows,
    plan_note,
    value_cell,
)
from tongket.dossier import Narrative, Section
from tongket.figures import Kind
from tongket.organisation import Organisation
from tongket.plan import Plan
from tongket.results import Comparison, Results
from tongket.words import Language, Text, long_date

MOST_SLIDES = 9  # with the title slide, ten
MOST_ROWS = 8
MOST_POINTS = 5
MOST_MISSED = 3
MOST_MEMBERS = 4
_LONGEST_POINT = 220


def compose_deck(
    occasion: Occasion,
    organisation: Organisation,
    plan: Plan,
    results: Results,
    narratives: Iterable[Narrative],
    language: Language = "vi",
) -> Deck:
    """Return at most ten slides: the whole, its tables and pictures, milestones, shortcomings, directions."""
    material = Material.gathered(occasion, organisation, plan, results, narratives, language)
    slides = tuple(replace(slide, source=slide.source or _source(material, "")) for slide in _chosen(material))
    place = occasion.locality.to(language)
    day = long_date(occasion.dated, language) if occasion.dated else ""
    return Deck(
        language,
        occasion.file_date,
        occasion.title.to(language),
        material.cut_off,
        occasion.issuer.to(language) or material.unit_name(occasion.org_unit),
        slides,
        ", ".join(piece for piece in (place, day) if piece),
        material.stamp,
    )


def _chosen(material: Material) -> tuple[Slide, ...]:
    """The slides in the order of the talk; when there are too many, the pictures give way first."""
    needed = [*_whole(material), *_tables(material)]
    closing = [*_milestones(material), *_words(material)]
    pictures = list(_pictures(material))[: max(MOST_SLIDES - len(needed) - len(closing), 0)]
    return (*needed, *pictures, *closing)


def _whole(material: Material) -> Iterator[Slide]:
    root = material.occasion.org_unit
    totals = material.totals(root) or material.totals()
    if not totals:
        return
    told = root if material.totals(root) and not material.side_by_side else None
    points = ["".join(run.text for run in counting_sentence(material, _counted(material, totals), told))]
    points += [line for row in totals if (line := _headline(material, row))][:3]
    everybody = material.totals()
    high, missed = high_rows(material, everybody), missed_rows(everybody)
    points.append(
        f"{material.say(w.HIGH_HEAD, count=len(high))}; {_lower(material.say(w.NOT_MET_HEAD, count=len(missed)))}."
    )
    yield Slide(material.say(ws.MAIN_RESULTS), tuple(points))


def _counted(material: Material, totals: Sequence[Comparison]) -> Sequence[Comparison]:
    return material.of_members() if material.side_by_side else totals


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _headline(material: Material, row: Comparison) -> str:
    """`Khai thác dầu: 3.119,0 nghìn tấn, đạt 107,1% kế hoạch`; empty where there is no single percentage."""
    actual, percent = row.actual, row.figure(Kind.PERCENT_OF_PLAN)
    if actual is None or percent is None or not percent.amount.is_exact or not material.is_up(row):
        return ""
    return material.say(
        ws.HEADLINE,
        name=material.indicator(row.indicator).name.to(material.language),
        value=material.text(actual) + measure_suffix(material, row.indicator),
        percent=with_sign(material.text(percent), material.language),
    )


def _tables(material: Material) -> Iterator[Slide]:
    root = material.occasion.org_unit
    own = material.totals(root)
    if own:
        heading = material.say(ws.TABLE_OF, unit=material.unit_name(root))
        yield Slide(
            heading, _key_table(material, own, w.INDICATOR, [material.name(row) for row in own]), _left(material, own)
        )
    if material.side_by_side and len(material.members) <= MOST_MEMBERS:
        yield from (_of_member(material, code) for code in material.members)
        return
    groups = by_indicator(material.of_members())
    if not groups:
        return
    code = max(groups, key=lambda code: len(groups[code]))
    if len(groups[code]) > 1:
        rows = leading_rows(groups[code], MOST_ROWS)
        name = material.indicator(code).name.to(material.language)
        names = [material.unit_name(row.org_unit) for row in rows]
        form = ws.TABLE_OF_LEADING if len(groups[code]) > MOST_ROWS else ws.TABLE_OF_ALL
        heading = material.say(form, name=name, count=len(rows))
        yield Slide(
            heading, _key_table(material, rows, w.ORG_UNIT, names), _source(material, plan_note(material, rows))
        )


def _of_member(material: Material, code: str) -> Slide:
    """The first indicators of one member, for a whole that does not add its members up."""
    rows = material.totals(code)
    names = [material.name(row) for row in rows]
    return Slide(
        material.say(ws.TABLE_OF, unit=material.unit_name(code)),
        _key_table(material, rows, w.INDICATOR, names),
        _left(material, rows),
    )


def _left(material: Material, rows: Sequence[Comparison]) -> str:
    more = len(rows) - MOST_ROWS
    left = material.say(ws.MORE_IN_REPORT, count=more) if more > 0 else ""
    return _source(material, " ".join(piece for piece in (plan_note(material, rows[:MOST_ROWS]), left) if piece))


def _key_table(material: Material, rows: Sequence[Comparison], first: Text, names: Sequence[str]) -> Table:
    """Name, measure, plan, figure, percentage and standing of at most eight rows."""
    kinds = [Kind.PLAN, material.occasion.basis, Kind.PERCENT_OF_PLAN]
    printed = tuple(
        Row(
            (
                Cell(name),
                Cell(material.measure(row.indicator)),
                *(value_cell(material, row, kind) for kind in kinds),
                Cell(note_text(material, row)),
            )
        )
        for name, row in zip(names[:MOST_ROWS], rows[:MOST_ROWS], strict=True)
    )
    heads = (
        Column(material.say(first), align=Align.LEFT),
        Column(material.say(w.MEASURE), align=Align.CENTRE),
        *(Column(head_of(material, kind)) for kind in kinds),
        Column(material.say(w.NOTE), align=Align.LEFT),
    )
    return Table(_roomy(heads, printed), printed)


def _roomy(heads: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """Columns as wide as their longest text, so that on a slide no figure is broken."""
    longest = [max(len(row.cells[at].text) for row in rows) for at in range(len(heads))]
    words = [max(map(len, head.head.split(" "))) for head in heads]
    widths = (min(max(text, word), 36) + 2 for text, word in zip(longest, words, strict=True))
    return tuple(replace(head, width=width) for head, width in zip(heads, widths, strict=True))


def _pictures(material: Material) -> Iterator[Slide]:
    """Percent of plan, the months, the org units, the bars: the most telling first."""
    own = material.totals(material.occasion.org_unit)
    percents_of_own = percents(material, own)
    drawn = [*((percents_of_own,) if percents_of_own else ()), *months(material), *percents_of_units(material)]
    for chart in (*drawn, *bars(material, own)):
        yield Slide(chart.title, replace(chart, show_table=False, note=""), _source(material, chart.note))


def _source(material: Material, note: str) -> str:
    return " ".join(piece for piece in (f"{material.cut_off}." if material.cut_off else "", note) if piece)


def _milestones(material: Material) -> Iterator[Slide]:
    if material.results.milestones:
        table = milestones_table(material, material.results.milestones, MOST_ROWS)
        yield Slide(
            material.say(ws.TABLE_OF_MILESTONES),
            replace(table, columns=_roomy(table.columns, table.rows), caption="", note=""),
        )


def _words(material: Material) -> Iterator[Slide]:
    """What was not met, shortcomings with their remedies, and next year's directions; the first few of each."""
    missed = missed_rows(material.totals())
    named = "; ".join(_missed(material, row) for row in leading_rows(missed, MOST_MISSED))
    said = [material.say(ws.NOT_MET_ONES, count=len(missed), rows=named + ("…" if len(missed) > MOST_MISSED else "."))]
    faults = [
        " ".join(piece for piece in (one.text.to(material.language), _remedy(material, one)) if piece)
        for one in material.said_in(Section.SHORTCOMING)
    ]
    directions = [one.text.to(material.language) for one in material.said_in(Section.DIRECTION)]
    yield from _bullets(material, w.SHORTCOMINGS_HEAD, [*(said if missed else ()), *faults])
    yield from _bullets(material, w.DIRECTIONS_HEAD, directions)


def _missed(material: Material, row: Comparison) -> str:
    percent = row.figure(Kind.PERCENT_OF_PLAN)
    told = aside_text(material, row)
    if percent and material.is_up(row):
        told = with_sign(material.text(percent), material.language)
    return f"{material.unit_name(row.org_unit)}, {material.name(row)} ({told})" if told else material.name(row)


def _remedy(material: Material, one: Narrative) -> str:
    remedy = one.remedy.to(material.language)
    return material.say(ws.REMEDY, text=remedy) if remedy else ""


def _bullets(material: Material, head: Text, points: Sequence[str]) -> Iterator[Slide]:
    if points:
        more = len(points) - MOST_POINTS
        left = (material.say(ws.MORE_IN_REPORT, count=more),) if more > 0 else ()
        yield Slide(material.say(head), (*(_shortened(point) for point in points[:MOST_POINTS]), *left))


def _shortened(text: str) -> str:
    """A paragraph cut at a word, for a slide is not read but seen; the whole stands in the report."""
    if len(text) <= _LONGEST_POINT:
        return text
    return text[:_LONGEST_POINT].rsplit(" ", 1)[0] + "…"
