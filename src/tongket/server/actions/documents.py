"""The papers of a year that are made on the server: each is kept under its hash with the state it was made from."""

from collections.abc import Mapping
from dataclasses import dataclass

from tongket.figures import Kind
from tongket.server.actions.acting import Actor, Subject, acting
from tongket.server.records import blobs
from tongket.server.records.models import MadeDocument, YearBook
from tongket.words import Language


@dataclass(frozen=True, slots=True)
class MadeFrom:
    """From what papers were made: the language and basis, the state of the year, whether the Party's figures are in."""

    language: Language
    basis: Kind
    party: bool
    stamp: str
    revision: int
    figures_sha256: str


def keep_documents(
    *, actor: Actor, book: YearBook, made_from: MadeFrom, papers: Mapping[str, bytes]
) -> tuple[MadeDocument, ...]:
    """Keep papers that were made, by their names. Raises NotPermitted."""
    with acting(actor, "document.make", Subject(book)) as event:
        event.party = made_from.party
        event.after = {
            "names": list(papers), "language": made_from.language,
            "basis": str(made_from.basis), "revision": made_from.revision,
        }  # fmt: skip
        return tuple(_kept(actor, book, made_from, name, content) for name, content in papers.items())


def _kept(actor: Actor, book: YearBook, made_from: MadeFrom, name: str, content: bytes) -> MadeDocument:
    return MadeDocument.objects.create(
        book=book, name=name, language=made_from.language, basis=str(made_from.basis), party=made_from.party,
        blob=blobs.keep(content, actor.at), made_at=actor.at, made_by=actor.account,
        stamp=made_from.stamp, revision=made_from.revision, figures_sha256=made_from.figures_sha256,
    )  # fmt: skip
