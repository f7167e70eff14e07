"""What a field of a fact is called on pages and in workbooks: written once, beside the field."""

from dataclasses import MISSING, field
from typing import Any

from tongket.words.language import Text


def said(vi: str, en: str, ru: str = "", *, default: Any = MISSING, help_vi: str = "") -> Any:  # noqa: ANN401 - as dataclasses.field
    """Declare a dataclass field with its label in three languages and, if wanted, a help sentence."""
    metadata = {"label": Text(vi, ru, en), "help": help_vi}
    return field(metadata=metadata) if default is MISSING else field(default=default, metadata=metadata)
