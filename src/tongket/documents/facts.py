"""What a paper of the year says, before anybody decides how a page looks: header, blocks, signatures, slides.

Every text here is already worded and formatted by the caller; a writer adds fonts and places, never words or figures.
A cell or a point that prints a figure carries the figure's address, so that a paper can be held against the data later.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tongket.words import Language as Language  # noqa: PLC0414 - a paper's language is asked for here too


class Level(StrEnum):
    """The rank of a heading, named after what the decree calls it."""

    PART = "part"  # Phần, Chương: a line of its own, centred
    SECTION = "section"  # I.
    CLAUSE = "clause"  # 1.
    POINT = "point"  # a)
    ARTICLE = "article"  # Điều 1.
    RESOLVES = "resolves"  # QUYẾT ĐỊNH:


class Align(StrEnum):
    """Where a text stands between its margins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    BOTH = "both"  # body text: even on both sides


class RowKind(StrEnum):
    """What a table row is among its neighbours."""

    NORMAL = "normal"
    SUBTOTAL = "subtotal"  # a sum of the rows around it
    INDENTED = "indented"  # "trong đó": a part of the row above
    SECTION = "section"  # a heading inside the table


class ChartKind(StrEnum):
    """The few pictures that a review needs."""

    BARS = "bars"  # plan, actual and last year side by side, for each item
    PERCENT = "percent"  # horizontal bars against a reference line at 100 %
    LINES = "lines"  # month by month, this year against last year


class Role(StrEnum):
    """What a series stands for; the writer gives a role the same colour on every page."""

    ACTUAL = "actual"
    PLAN = "plan"
    LAST_YEAR = "last_year"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading whose number is already part of its text, as in "I. KẾT QUẢ"."""

    text: str
    level: Level = Level.SECTION


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Body text: justified, first line indented, unless centred."""

    runs: tuple[Run, ...]
    centred: bool = False

    @property
    def text(self) -> str:
        """The words without their style."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Note:
    """A small remark below a table or chart; boxed, it is a stamp such as "SỐ LIỆU MINH HỌA"."""

    text: str
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block begins a page."""


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; neighbours with the same `group` stand under one common head."""

    head: str
    width: int = 10  # a share of the table's width
    align: Align = Align.RIGHT
    group: str = ""
    formula: str = ""  # the row "(1) (2) (3)=(2)/(1)" under the heads, where a form has one
    small: bool = False  # codes and addresses, in smaller type


@dataclass(frozen=True, slots=True)
class Cell:
    """A printed cell and, when it prints a figure, that figure's address."""

    text: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: one cell for each column, or a single cell across the whole of a section row."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.NORMAL


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption above and its measure ("Đơn vị tính: nghìn tấn") at the top right."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    measure: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            needed = 1 if row.kind is RowKind.SECTION else len(self.columns)
            if len(row.cells) != needed:
                raise ValueError(f"row {number} has {len(row.cells)} cells, not {needed}")

    @property
    def name_column(self) -> int:
        """Where the names of the rows stand: the first column set to the left."""
        return next((at for at, column in enumerate(self.columns) if column.align is Align.LEFT), 0)


@dataclass(frozen=True, slots=True)
class Point:
    """A value to draw and the text that prints it; no value means nothing is drawn and the text says why."""

    value: Decimal | None
    text: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """One value for each category of a chart, in the same order."""

    name: str
    points: tuple[Point, ...]
    role: Role = Role.OTHER


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of figures that can always be read as a table too."""

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    measure: str = ""
    category_head: str = ""
    reference: Point | None = None  # the line "100%" of percent bars
    note: str = ""
    show_table: bool = True  # False when the same figures stand in a table beside the chart

    def __post_init__(self) -> None:
        if not self.alt:
            raise ValueError("a chart needs an alternative text")
        for series in self.series:
            if len(series.points) != len(self.categories):
                raise ValueError(f"series {series.name} has {len(series.points)} points, not {len(self.categories)}")

    @property
    def table(self) -> Table:
        """The chart's figures exactly as they are labelled in the picture; months run across, items down."""
        printed = [[Cell(point.text, point.address) for point in one.points] for one in self.series]
        names, heads = [one.name for one in self.series], list(self.categories)
        if self.kind is not ChartKind.LINES:
            printed, names, heads = [list(row) for row in zip(*printed, strict=True)], heads, names
        columns = (Column(self.category_head, width=20, align=Align.LEFT), *(Column(head) for head in heads))
        rows = tuple(Row((Cell(name), *row)) for name, row in zip(names, printed, strict=True))
        return Table(columns, rows, measure=self.measure)


Block = Heading | Paragraph | Table | Chart | Note | PageBreak


@dataclass(frozen=True, slots=True)
class Header:
    """The head of page 1: who issues the paper, its number, its place and date, each perhaps still blank.

    Minutes have no place-and-date line; a letter has `letter_subject` ("V/v …") under its number and no title.
    """

    issuer: str
    superior: str = ""
    number_line: str = ""
    place_and_date: str = ""
    letter_subject: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """The kind of paper ("BÁO CÁO"), its subject, and for a decision the authority that decides."""

    kind: str
    subject: str = ""
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: the authority ("TM. HỘI ĐỒNG"), the office ("CHỦ TỊCH") and the name, perhaps still blank."""

    office: str
    name: str = ""
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Appendix:
    """What is attached: "Phụ lục I", its title, and its own pages, turned when its tables are wide."""

    label: str
    title: str
    blocks: tuple[Block, ...]
    attached_to: str = ""
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper; `dated` is the day its files carry inside, also while the printed date is blank."""

    language: Language
    dated: date
    header: Header
    blocks: tuple[Block, ...]
    title: Title | None = None
    addressees: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    cut_off: str = ""
    stamp: str = ""  # on page 1 in a box, and on the head of every other page
    recipients: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()  # one stands beside the recipients; more stand in two columns above them
    appendices: tuple[Appendix, ...] = ()

    @property
    def name(self) -> str:
        """What the paper is called in a list of files."""
        if self.title:
            return f"{self.title.kind} {self.title.subject}".strip()
        return self.header.letter_subject or self.header.issuer


def every_block(paper: Paper) -> Iterator[Block]:
    """Every block of the body and then of the appendices, in reading order."""
    yield from paper.blocks
    for appendix in paper.appendices:
        yield from appendix.blocks


def printed_figures(paper: Paper) -> Iterator[tuple[str, str]]:
    """Every (address, printed text) pair of a paper, so that it can be compared with the results."""
    for block in every_block(paper):
        for spot in _spots(block):
            if spot.address is not None:
                yield spot.address, spot.text


def _spots(block: Block) -> Iterator[Run | Cell | Point]:
    if isinstance(block, Paragraph):
        yield from block.runs
    elif isinstance(block, Table):
        for row in block.rows:
            yield from row.cells
    elif isinstance(block, Chart):
        for series in block.series:
            yield from series.points


def prose(*parts: str | Run, centred: bool = False) -> Paragraph:
    """A paragraph from plain strings and runs."""
    return Paragraph(tuple(Run(part) if isinstance(part, str) else part for part in parts), centred)


def cells(*texts: str) -> tuple[Cell, ...]:
    """Cells that print no figure."""
    return tuple(Cell(text) for text in texts)


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: bullets, or one table, or one chart, with the source of its figures below."""

    heading: str
    content: tuple[str, ...] | Table | Chart
    source: str = ""
    speech: str = ""  # what the speaker says; goes to the notes page


@dataclass(frozen=True, slots=True)
class Deck:
    """The slides of a meeting, opened by a title slide."""

    language: Language
    dated: date
    title: str
    subtitle: str
    issuer: str
    slides: tuple[Slide, ...]
    place_and_date: str = ""
    stamp: str = ""
