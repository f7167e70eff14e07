"""The appendices of the review: the table of every org unit, where each printed figure comes from, findings."""

from collections.abc import Iterable, Iterator, Sequence

from tongket.documents import wording as w
from tongket.documents import wording_of_sections as ws
from tongket.documents.facts import Align, Block, Cell, Column, Note, Row, RowKind, Table, cells
from tongket.documents.review_material import Material
from tongket.documents.review_results import plain
from tongket.documents.review_sources import figure_name, kind_name, sources_text
from tongket.documents.tables_of_review import comparison_table, layout_of, rows_of_unit, table_note
from tongket.figures import Figure
from tongket.results import Comparison
from tongket.words import Finding, Severity

MOST_ROWS = 700  # beyond, the parts of member units are left to the workbook
MOST_WITH_ROOT = 400  # if there are still more, those of the whole too: nobody reads so many pages
MOST_FINDINGS = 60  # beyond, the first of each kind stand for the rest
FIRST_OF_KIND = 5
_GRAVEST_FIRST = tuple(Severity)


def consolidated(material: Material) -> Iterator[Block]:
    """Every org unit with every indicator and part, and the address of each row."""
    rows, left = rows_to_print(material)
    layout = layout_of(material, rows, addresses=True)
    printed: list[Row] = []
    for code in dict.fromkeys(row.org_unit for row in rows):
        printed.append(Row((Cell(f"{material.unit_name(code)} [{code}]"),), RowKind.SECTION))
        printed.extend(rows_of_unit(material, [row for row in rows if row.org_unit == code], layout))
    kinds = ", ".join(layout.kinds)
    period = rows[0].period if rows else material.occasion.period
    if not printed:
        yield plain(material.say(ws.NO_FIGURES))
        return
    yield comparison_table(material, printed, layout, "", table_note(material, rows, codes=True))
    yield Note(
        material.say(ws.HOW_TO_ADDRESS, period=period, kinds=kinds, sheet=ws.SHEETS["sources"].to(material.language))
    )
    if left:
        yield Note(material.say(ws.PARTS_IN_WORKBOOK, count=left, sheet=ws.SHEETS["parts"].to(material.language)))


def rows_to_print(material: Material) -> tuple[Sequence[Comparison], int]:
    """The rows of the appendix, and how many parts are left out because there are too many."""
    rows = material.yearly
    if len(rows) <= MOST_ROWS:
        return rows, 0
    root = material.occasion.org_unit
    kept = tuple(row for row in rows if row.breakdown is None or row.org_unit == root)
    if len(kept) > MOST_WITH_ROOT:
        kept = tuple(row for row in kept if row.breakdown is None)
    return kept, len(rows) - len(kept)


def provenance(material: Material, printed: Iterable[tuple[str, str]]) -> Iterator[Block]:
    """Each figure printed in the body, once, under its org unit: its name, its text, its address, its source."""
    known = material.results.figures
    figures = [known[address] for address in dict(printed) if address in known]
    rows: list[Row] = []
    for code in dict.fromkeys(figure.address.org_unit for figure in figures):
        rows.append(Row((Cell(material.unit_name(code)),), RowKind.SECTION))
        rows.extend(_source_rows(material, [figure for figure in figures if figure.address.org_unit == code]))
    if rows:
        heads = (
            Column(material.say(w.FIGURE), width=32, align=Align.LEFT),
            Column(material.say(w.VALUE), width=9),
            Column(material.say(w.ADDRESS), width=46, align=Align.LEFT, small=True),
            Column(material.say(w.SOURCE), width=42, align=Align.LEFT, small=True),
        )
        yield Table(heads, tuple(rows))
    else:
        yield plain(material.say(ws.NO_FIGURES))
    if licence := material.occasion.licence.to(material.language):
        yield Note(licence)


def _source_rows(material: Material, figures: Sequence[Figure]) -> Iterator[Row]:
    """The figures of one org unit, those of an indicator or part together under its name."""
    groups: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        groups.setdefault((figure.address.indicator, figure.address.breakdown or ""), []).append(figure)
    for group in groups.values():
        for at, figure in enumerate(group):
            name = f"– {kind_name(material, figure)}" if at else figure_name(material, figure)
            address, source = str(figure.address), sources_text(material, figure.sources)
            yield Row((Cell(name), material.cell(figure), Cell(address), Cell(source)))


def findings(material: Material) -> Iterator[Block]:
    """What was found about the data, the gravest first; of very many, the first of each kind."""
    found = sorted(material.results.findings, key=lambda one: _GRAVEST_FIRST.index(one.severity))
    if not found:
        yield plain(material.say(ws.NO_FINDINGS))
        return
    rows = tuple(_finding_rows(material, found))
    columns = (
        Column(material.say(w.LEVEL), width=14, align=Align.LEFT),
        Column(material.say(w.CONTENT), width=62, align=Align.LEFT),
        Column(material.say(w.PLACE), width=24, align=Align.LEFT, small=True),
    )
    yield Table(columns, rows)


def _finding_rows(material: Material, found: Sequence[Finding]) -> Iterator[Row]:
    kinds: dict[str, list[Finding]] = {}
    for one in found:
        kinds.setdefault(one.code, []).append(one)
    for group in kinds.values():
        shown = group if len(found) <= MOST_FINDINGS else group[:FIRST_OF_KIND]
        for one in shown:
            yield Row(cells(*finding_texts(material, one)))
        if len(shown) < len(group):
            sheet = ws.SHEETS["findings"].to(material.language)
            yield Row(cells("", material.say(ws.SIMILAR, count=len(group) - len(shown), sheet=sheet), ""))


def finding_texts(material: Material, one: Finding) -> tuple[str, str, str]:
    """Level, sentence with its code, place, as printed."""
    language = material.language
    return one.severity.label.to(language), f"{one.sentence(language)} [{one.code}]", str(one.place)


def explanations(material: Material) -> Iterator[Block]:
    """What the org units say of figures that the check asked about, each beside its figure."""
    rows = tuple(Row(cells(*texts)) for texts in explanation_texts(material))
    if rows:
        yield Table(tuple(explanation_heads(material)), rows)


def explanation_heads(material: Material) -> Iterator[Column]:
    """Org unit, figure, value, explanation."""
    yield Column(material.say(w.ORG_UNIT), width=22, align=Align.LEFT)
    yield Column(material.say(w.FIGURE), width=30, align=Align.LEFT)
    yield Column(material.say(w.VALUE), width=10)
    yield Column(material.say(w.EXPLANATION), width=48, align=Align.LEFT)


def explanation_texts(material: Material) -> Iterator[tuple[str, str, str, str]]:
    """Org unit, figure, value and explanation, as printed, in the order of the table."""
    said = material.results.explanations
    for address, figure in material.results.figures.items():
        if address in said:
            name = f"{figure_name(material, figure)} – {kind_name(material, figure)}"
            yield material.unit_name(figure.address.org_unit), name, material.cell(figure).text, said[address]
