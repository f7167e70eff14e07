"""The values of a workbook as python-calamine reads them, turned into the values of a grid.

A number becomes a Decimal of the fifteen digits a spreadsheet shows: beyond them lies only binary dust (0.1 + 0.2).
"""

import datetime as dt
import io
import math
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tongket.dossier.grid import ErrorValue, Value


class Locked(Exception):
    """The workbook has a password."""


@dataclass(frozen=True, slots=True)
class Values:
    """One sheet as it was read, from A1 on."""

    name: str
    rows: list[tuple[Value, ...]]
    hidden: bool
    merged: tuple[tuple[int, int, int, int], ...]


def read_values(content: bytes, most: int) -> list[Values]:
    """Read all sheets; ValueError: no workbook, or wider than `most` cells; Locked: it has a password."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = _asked(CalamineWorkbook.from_filelike, io.BytesIO(content))
    numbers, texts, read = _Numbers(), _Texts(), []
    for number, about in enumerate(book.sheets_metadata):
        if about.typ == SheetTypeEnum.WorkSheet:
            sheet = _asked(book.get_sheet_by_index, number)
            if sheet.total_height * sheet.total_width > most:
                raise ValueError("too many cells")
            rows = [_row(row, numbers, texts) for row in _asked(sheet.to_python, skip_empty_area=False)]
            areas = tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ())
            read.append(Values(about.name, rows, about.visible != SheetVisibleEnum.Visible, areas))
    return read


def _asked(call: Callable[..., Any], *given: object, **named: object) -> Any:  # noqa: ANN401 - calamine's own values
    """Call the reader; whatever goes wrong inside it, the file is at fault."""
    from python_calamine import PasswordError

    try:
        return call(*given, **named)
    except PasswordError as error:
        raise Locked from error
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # a panic of the Rust reader is no Exception
        raise ValueError(str(error)) from error


def _row(row: list[Any], numbers: "_Numbers", texts: "_Texts") -> tuple[Value, ...]:
    """Turn one row; by the type itself, since True, 1 and 1.0 are one key to a dictionary."""
    return tuple(
        [
            texts[value] if type(value) is str else numbers[value] if type(value) is float else _other(value)
            for value in row
        ]
    )


class _Numbers(dict[float, Value]):
    """Decimals by the binary number they came as; the figures of a year repeat."""

    def __missing__(self, value: float) -> Value:
        if not math.isfinite(value):
            return ErrorValue(str(value))
        text = f"{value:.15g}"
        number = self[value] = Decimal(f"{Decimal(text):f}") if "e" in text else Decimal(text)
        return number


class _Texts(dict[str, str | None]):
    """Texts by how they came: composed, so that what looks alike is alike; an empty one says nothing."""

    def __missing__(self, value: str) -> str | None:
        text = self[value] = unicodedata.normalize("NFC", value) or None
        return text


def _other(value: object) -> Value:
    """A day is a day; a time of day, a length of time and a day with a time are what they look like."""
    match value:
        case bool():
            return value
        case int():
            return Decimal(value)
        case dt.datetime():
            return value.date() if value.time() == dt.time() else f"{value:%Y-%m-%d %H:%M:%S}"
        case dt.date():
            return value
    return str(value)
