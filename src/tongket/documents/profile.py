"""What a layout profile says: the style of every part of a paper, the page, and the fixed words in each language.

A profile is data. Decree 30/2020 is one (`nd30`); the Party, the Youth Union and a bank's own rules are others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from tongket.documents import measure
from tongket.documents.facts import Align
from tongket.words import Text


class Part(StrEnum):
    """A part of a paper that a rule gives its own style."""

    NATIONAL_NAME = "national_name"
    MOTTO = "motto"
    SUPERIOR = "superior"
    ISSUER = "issuer"
    NUMBER = "number"
    PLACE_AND_DATE = "place_and_date"
    KIND = "kind"
    SUBJECT = "subject"
    LETTER_SUBJECT = "letter_subject"
    BASIS = "basis"
    ADDRESSEE = "addressee"
    BODY = "body"
    PART = "part"
    SECTION = "section"
    CLAUSE = "clause"
    POINT = "point"
    ARTICLE = "article"
    RESOLVES = "resolves"
    AUTHORITY = "authority"
    SIGNER = "signer"
    RECIPIENTS_HEAD = "recipients_head"
    RECIPIENT = "recipient"
    APPENDIX_LABEL = "appendix_label"
    APPENDIX_TITLE = "appendix_title"
    ATTACHED_TO = "attached_to"
    PAGE_NUMBER = "page_number"
    STAMP = "stamp"
    # the decree leaves these to the office
    CUT_OFF = "cut_off"
    CAPTION = "caption"
    MEASURE = "measure"
    TABLE_HEAD = "table_head"
    TABLE = "table"
    SMALL = "small"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Style:
    """The letters and the place of a part, in points; `clause` says which rule asks for them."""

    size: int
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    align: Align = Align.LEFT
    clause: str = ""
    indented: bool = False  # the first line, as body text
    before: int = 0
    after: int = 0
    line: Fraction = Fraction(1)  # the line's height as a multiple of single spacing

    def cased(self, text: str) -> str:
        """The text in the letters the rule asks for."""
        return text.upper() if self.capitals else text

    def fitted(self, text: str, room: Fraction) -> "Style":
        """The same letters, smaller if the text would not stay on one line of `room` millimetres."""
        size = self.size
        while size > 1 and replace(self, size=size).width_mm(text) > room:
            size -= 1
        return replace(self, size=size)

    def lines(self, text: str, room: Fraction) -> tuple[str, ...]:
        """The cased text broken into lines of at most `room` millimetres."""
        return measure.lines(self.cased(text), room, self.size, bold=self.bold, italic=self.italic)

    def width_mm(self, text: str) -> Fraction:
        """How long the cased text is on one line."""
        return measure.width_mm(self.cased(text), self.size, bold=self.bold, italic=self.italic)


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins in millimetres, upright; a turned page swaps width and height and keeps its margins."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int

    def text_width(self, *, landscape: bool = False) -> int:
        """The room for text between the margins."""
        return (self.height if landscape else self.width) - self.left - self.right


@dataclass(frozen=True, slots=True)
class Words:
    """What the layout itself writes, whatever the paper says."""

    national_name: Text
    motto: Text
    addressed_to: Text
    recipients: Text


@dataclass(frozen=True, slots=True)
class Profile:
    """A whole set of layout rules, with the act they come from."""

    code: str
    act: str
    fonts: tuple[str, ...]  # the first is asked for; the others are as wide, or stand in for it
    page: Page
    head_columns_mm: tuple[int, int]
    first_line_mm: Fraction
    rule_share: Fraction  # of the last line above it: the rules below the issuing body and the subject
    signing_space_pt: int
    styles: Mapping[Part, Style]
    words: Words

    def with_smaller_tables(self, points: int) -> "Profile":
        """The same profile with the letters of tables so many points smaller."""
        if not points:
            return self
        parts = (Part.TABLE, Part.TABLE_HEAD)
        changed = {part: replace(self.styles[part], size=self.styles[part].size - points) for part in parts}
        small = self.styles[Part.SMALL]
        changed[Part.SMALL] = replace(small, size=min(small.size, changed[Part.TABLE].size))
        return replace(self, styles={**self.styles, **changed})

    def rule_mm(self, part: Part, room: Fraction, text: str) -> Fraction:
        """How long the rule below a text is: its whole last line for the motto, a share of it for the others."""
        style = self.styles[part]
        last = style.width_mm(style.lines(text, room)[-1])
        return last if part is Part.MOTTO else last * self.rule_share


def enumerated(items: Sequence[str]) -> tuple[str, ...]:
    """Lines of an enumeration: each ends with a semicolon, the last with a full stop."""
    ends = [";"] * (len(items) - 1) + ["."]
    return tuple(item.rstrip(" ;.") + end for item, end in zip(items, ends, strict=True)) if items else ()
