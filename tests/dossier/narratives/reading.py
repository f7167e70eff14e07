"""Reads the paragraphs beside this file: `== UNIT`, then a text in which `[[right|wrong]]` marks a contradiction."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.dossier.narratives import units

_PLANT = re.compile(r"\[\[(.*?)\|(.*?)\]\]")
_SENTENCE_END = re.compile(r"[.;!?](?:\s|$)|\n")


class Paragraph(NamedTuple):
    """A paragraph about a unit's table: untouched, and once for each contradiction planted alone."""

    rows: tuple
    untouched: str
    spoiled: tuple[tuple[str, str], ...]

    @property
    def sentences(self) -> int:
        """How many sentences it has; a line of a list counts as one."""
        return len(_SENTENCE_END.findall(self.untouched))


def paragraphs(name: str) -> Iterator[Paragraph]:
    """Give the paragraphs of a file."""
    whole = (Path(__file__).parent / f"{name}.txt").read_text("utf-8")
    for part in whole.split("== ")[1:]:
        unit, _, text = part.partition("\n")
        plants = list(_PLANT.finditer(text))
        spoiled = tuple((plant[0], _with(text, number)) for number, plant in enumerate(plants))
        yield Paragraph(getattr(units, unit), _with(text, None).strip(), spoiled)


def _with(text: str, wrong: int | None) -> str:
    number = iter(range(text.count("[[")))
    return _PLANT.sub(lambda plant: plant[2] if next(number) == wrong else plant[1], text)
