"""Texts in Vietnamese, Russian and English: the language of a page is chosen at the door, not in the rooms."""

from dataclasses import dataclass
from typing import Final, Literal

Language = Literal["vi", "ru", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("vi", "ru", "en")


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text in up to three languages; Vietnamese is always there and stands in for the others."""

    vi: str
    ru: str = ""
    en: str = ""

    def __str__(self) -> str:
        """The text in Vietnamese."""
        return self.vi

    def to(self, language: Language) -> str:
        """Return the text in a language, or in Vietnamese when it was not translated."""
        chosen = {"vi": self.vi, "ru": self.ru, "en": self.en}[language]
        return chosen or self.vi

    def fill(self, **values: str) -> "Text":
        """Return the text with its {places} filled in, in each language."""
        return Text(self.vi.format(**values), self.ru.format(**values), self.en.format(**values))


class Refused(Exception):
    """A request that cannot be served, with the sentence that says why and what to do."""

    def __init__(self, sentence: Text) -> None:
        """Keep the sentence in its languages."""
        super().__init__(sentence.en or sentence.vi)
        self.sentence = sentence
