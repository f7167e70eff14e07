"""Texts in Vietnamese, Russian and English: the language of a page is chosen at the door, not in the rooms."""

from collections.abc import Callable, Mapping
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
        return self._in(language) or self.vi

    def fill(self, **values: "str | Text") -> "Text":
        """Return the text with its {places} filled in, in each language; a value that is a Text is said in it too."""
        return in_each_language(lambda language: self._in(language).format(**_said(values, language)))

    def _in(self, language: Language) -> str:
        return {"vi": self.vi, "ru": self.ru, "en": self.en}[language]


def in_each_language(say: Callable[[Language], str]) -> Text:
    """Return what `say` says in each language."""
    return Text(*(say(language) for language in LANGUAGES))


def _said(values: Mapping[str, str | Text], language: Language) -> dict[str, str]:
    return {name: value.to(language) if isinstance(value, Text) else value for name, value in values.items()}


class Refused(Exception):
    """A request that cannot be served, with the sentence that says why and what to do."""

    def __init__(self, sentence: Text) -> None:
        """Keep the sentence in its languages."""
        super().__init__(sentence.en or sentence.vi)
        self.sentence = sentence
