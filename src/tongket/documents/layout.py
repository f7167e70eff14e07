"""Puts a paper on its sheets: what stands where and in whose style, decided once for every kind of file."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from tongket.documents import columns
from tongket.documents.facts import (
    Align,
    Appendix,
    Block,
    Chart,
    Heading,
    Note,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Signature,
    Table,
)
from tongket.documents.marks import Frame, Gap, Mark, NewPage, Picture, Rule, Ruled, Sheet, Stamp, Text
from tongket.documents.profile import Part, Profile, enumerated

_AIR = 8
_ADDRESSEE_MM = 25
_TITLE_INSET_MM = 16


def sheets(paper: Paper, profile: Profile) -> tuple[Sheet, ...]:
    """The paper and then each of its appendices, laid out by the profile."""
    room = profile.page.text_width()
    parts = (
        *_head(paper, profile),
        *_title(paper, profile, room),
        *_opening(paper, profile),
        *_blocks(paper.blocks, profile, room, signed=bool(paper.signatures or paper.recipients)),
        *_signing(paper, profile, room),
    )
    return (Sheet(parts, room), *(_appendix(appendix, profile) for appendix in paper.appendices))


def _plain(part: Part, text: str, profile: Profile, *, keep: bool = False, before: int | None = None) -> Text:
    return Text(part, (Run(profile.styles[part].cased(text)),), before=before, keep=keep)


def _name(part: Part, text: str, profile: Profile, room: int) -> Text:
    """A name in the lines that the profile's widths give it, so that the rule below fits its last line."""
    return Text(part, (Run("\n".join(profile.styles[part].lines(text, Fraction(room)))),), keep=True)


def _head(paper: Paper, profile: Profile) -> Iterator[Mark]:
    """Issuing body at the left, national title at the right, number and date below them."""
    header, language = paper.header, paper.language
    nation, motto = profile.words.national_name.to(language), profile.words.motto.to(language)
    left, right = profile.head_columns_mm
    body: list[Mark] = [_name(Part.SUPERIOR, header.superior, profile, left)] if header.superior else []
    body += [_name(Part.ISSUER, header.issuer, profile, left)]
    body += [Rule(profile.rule_mm(Part.ISSUER, Fraction(left), header.issuer), left)]
    on_one_line = profile.styles[Part.NATIONAL_NAME].fitted(nation, Fraction(right))
    state: list[Mark] = [
        Text(Part.NATIONAL_NAME, (Run(on_one_line.cased(nation)),), size=on_one_line.size),
        _plain(Part.MOTTO, motto, profile),
        Rule(profile.rule_mm(Part.MOTTO, Fraction(right), motto), right),
    ]
    number: list[Mark] = [_plain(Part.NUMBER, header.number_line, profile)] if header.number_line else []
    number += [_name(Part.LETTER_SUBJECT, header.letter_subject, profile, left - 4)] if header.letter_subject else []
    number += [Stamp(paper.stamp, left)] if paper.stamp else []
    placed = (_plain(Part.PLACE_AND_DATE, header.place_and_date, profile),) if header.place_and_date else ()
    yield Frame(profile.head_columns_mm, ((tuple(body), tuple(state)), (tuple(number), placed)))


def _title(paper: Paper, profile: Profile, room: int) -> Iterator[Mark]:
    """Kind, subject and the rule below; then the authority of a decision and the day the figures are of."""
    title, inset = paper.title, room - _TITLE_INSET_MM
    if title:
        yield _plain(Part.KIND, title.kind, profile, keep=True)
    if title and title.subject:
        yield _name(Part.SUBJECT, title.subject, profile, inset)
        yield Rule(profile.rule_mm(Part.SUBJECT, Fraction(inset), title.subject), room, after=_AIR)
    else:
        yield Gap(_AIR)
    if title and title.authority:
        yield _plain(Part.RESOLVES, title.authority, profile, keep=True)
    if paper.cut_off:
        yield _plain(Part.CUT_OFF, paper.cut_off, profile)


def _opening(paper: Paper, profile: Profile) -> Iterator[Mark]:
    """To whom the paper goes, and on what it rests."""
    words = profile.words.addressed_to.to(paper.language)
    if len(paper.addressees) == 1:
        yield Text(Part.ADDRESSEE, (Run(f"{words} {paper.addressees[0]}"),), align=Align.CENTRE)
    elif paper.addressees:
        yield Text(Part.ADDRESSEE, (Run(words),), left=_ADDRESSEE_MM, keep=True)
        under_colon = _ADDRESSEE_MM + profile.styles[Part.ADDRESSEE].width_mm(words[:-1])
        for line in enumerated(paper.addressees):
            yield Text(Part.ADDRESSEE, (Run(f"- {line}"),), left=under_colon)
    for basis in enumerated(paper.bases):
        yield _plain(Part.BASIS, basis, profile)


def _blocks(blocks: Sequence[Block], profile: Profile, room: int, *, signed: bool = False) -> Iterator[Mark]:
    """The body; where signatures follow, its last paragraph is held on their page."""
    for at, block in enumerate(blocks, start=1):
        yield from _block(block, profile, room, keep=signed and at == len(blocks))


def _block(block: Block, profile: Profile, room: int, *, keep: bool) -> Iterator[Mark]:
    match block:
        case Heading():
            yield _plain(Part(block.level.value), block.text, profile, keep=True)
        case Paragraph():
            yield Text(Part.BODY, block.runs, align=Align.CENTRE if block.centred else None, keep=keep)
        case Note(boxed=True):
            yield Stamp(block.text, room)
            yield Gap(_AIR)
        case Note():
            yield _plain(Part.NOTE, block.text, profile, keep=keep)
        case PageBreak():
            yield NewPage()
        case Table():
            yield from _table(block, profile, room)
        case Chart():
            yield from _chart(block, profile, room)


def _table(table: Table, profile: Profile, room: int) -> Iterator[Mark]:
    if table.caption:
        yield _plain(Part.CAPTION, table.caption, profile, keep=True)
    if table.measure:
        yield _plain(Part.MEASURE, table.measure, profile, keep=True)
    if not (table.caption or table.measure):
        yield Gap(_AIR // 2, keep=True)
    yield Ruled(table, *columns.fit(table, profile, room))
    if table.note:
        yield _plain(Part.NOTE, table.note, profile)
    yield Gap(_AIR)


def _chart(chart: Chart, profile: Profile, room: int) -> Iterator[Mark]:
    """The picture under its title, and below it the same figures as a table."""
    if chart.title:
        yield _plain(Part.CAPTION, chart.title, profile, keep=True)
    yield Picture(chart, min(room, profile.page.text_width()), keep=chart.show_table or bool(chart.note))
    if chart.note:
        yield _plain(Part.NOTE, chart.note, profile, keep=chart.show_table)
    if chart.show_table:
        yield Ruled(chart.table, *columns.fit(chart.table, profile, room))
        yield Gap(_AIR)


def _signing(paper: Paper, profile: Profile, room: int) -> Iterator[Mark]:
    """Recipients at the left, the signer at the right; several signers in two columns above the recipients."""
    recipients = tuple(_recipients(paper, profile))
    signed = [tuple(_signature(one, profile)) for one in paper.signatures]
    if not (recipients or signed):
        return
    yield Gap(_AIR, keep=True)
    if len(signed) > 1:
        pairs = tuple((left, right) for left, right in zip(signed[::2], [*signed[1::2], ()], strict=False))
        yield Frame((Fraction(room, 2), Fraction(room, 2)), pairs)
        yield Gap(_AIR)
        yield from recipients
    else:
        left = room * 45 // 100
        yield Frame((left, room - left), ((recipients, signed[0] if signed else ()),))


def _recipients(paper: Paper, profile: Profile) -> Iterator[Mark]:
    if paper.recipients:
        yield _plain(Part.RECIPIENTS_HEAD, profile.words.recipients.to(paper.language), profile)
        for line in enumerated(paper.recipients):
            yield _plain(Part.RECIPIENT, f"- {line}", profile)


def _signature(signature: Signature, profile: Profile) -> Iterator[Mark]:
    for line in (signature.authority, signature.office):
        if line:
            yield _plain(Part.AUTHORITY, line, profile, keep=True)
    yield _plain(Part.SIGNER, signature.name, profile, before=profile.signing_space_pt)


def _appendix(appendix: Appendix, profile: Profile) -> Sheet:
    room = profile.page.text_width(landscape=appendix.landscape)
    head = [
        _plain(Part.APPENDIX_LABEL, appendix.label, profile, keep=True),
        _name(Part.APPENDIX_TITLE, appendix.title, profile, room - _TITLE_INSET_MM),
    ]
    below = _plain(Part.ATTACHED_TO, appendix.attached_to, profile) if appendix.attached_to else Gap(_AIR)
    marks = (*head, below, *_blocks(appendix.blocks, profile, room))
    return Sheet(marks, room, landscape=appendix.landscape, attached=True)
