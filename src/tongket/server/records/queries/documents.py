"""The papers that were made of a year, as somebody may see them, and whether the figures have changed since."""

import datetime as dt
from dataclasses import dataclass

from tongket.figures import Kind
from tongket.server.records.models import MadeDocument, YearBook
from tongket.server.records.queries.results import figures_hash, reckoned


@dataclass(frozen=True, slots=True)
class Making:
    """Papers that were made together: when, by whom, from which state of the year, and whether that still holds."""

    made_at: dt.datetime
    made_by: str
    language: str
    basis: Kind
    party: bool
    revision: int
    is_current: bool
    documents: tuple[MadeDocument, ...]


def makings(book: YearBook, *, party: bool) -> tuple[Making, ...]:
    """Return what was made of a year, the newest first; papers with the Party's figures only for who may see them."""
    groups: dict[tuple[object, ...], list[MadeDocument]] = {}
    for one in documents_of(book, party=party):
        groups.setdefault((one.made_at, one.made_by_id, one.language, one.basis, one.party), []).append(one)
    return tuple(_making(book, group) for group in reversed(groups.values()))


def documents_of(book: YearBook, *, party: bool) -> tuple[MadeDocument, ...]:
    """Return the papers that exist for somebody with or without the right to Party pages, in the order of making."""
    found = book.documents.select_related("made_by", "blob")
    return tuple(found if party else found.filter(party=False))


def document_of(book: YearBook, pk: int, *, party: bool) -> MadeDocument | None:
    """Return a paper by its number, None where it does not exist for this person."""
    return next((one for one in documents_of(book, party=party) if one.pk == pk), None)


def _making(book: YearBook, group: list[MadeDocument]) -> Making:
    one = group[0]
    name = one.made_by.full_name or one.made_by.username
    return Making(
        one.made_at, name, one.language, Kind(one.basis), one.party, one.revision, _is_current(book, one), tuple(group)
    )


def _is_current(book: YearBook, one: MadeDocument) -> bool:
    """The year may have moved on without a figure of the paper changing: then its figures still hold."""
    if one.stamp == book.stamp:
        return True
    return figures_hash(reckoned(book, party=one.party, basis=Kind(one.basis))) == one.figures_sha256
