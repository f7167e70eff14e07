"""Sentences that allauth and Django keep in tables at import, said only when a page is made, in its language."""

from typing import Final

from django.utils.functional import lazy

from tongket.server.web.language import spoken
from tongket.words import Text


def _now(text: Text) -> str:
    return text.to(spoken())


later: Final = lazy(_now, str)
"""Say a Text when it is shown, not when it is named: `later(Text(…))` looks like a str to whoever keeps it."""
