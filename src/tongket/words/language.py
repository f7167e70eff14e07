"""Texts in Vietnamese, Russian and English: the language of a page is chosen at the door, not in the rooms."""

from dataclasses import dataclass
from typing import Final, Literal

Language = Literal["vi", "ru", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("vi", "ru", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """One text in up to three languages; Vietnamese is always there and stands in for the others."""

    vi: str
    ru: str = ""
    en: str = ""

    def to(self, language: Language) -> str:
        """Return the text in a language, or in Vietnamese when it was not translated."""
        chosen = {"vi": self.vi, "ru": self.ru, "en": self.en}[language]
        return chosen or self.vi

    def fill(self, **values: str) -> "Text":
        """Return the text with its {places} filled in, in each language."""
        return Text(self.vi.format(**values), self.ru.format(**values), self.en.format(**values))
