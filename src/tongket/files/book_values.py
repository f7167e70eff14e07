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
from typing import Any, Final

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
    read = []
    for number, about in enumerate(book.sheets_metadata):
        if about.typ == SheetTypeEnum.WorkSheet:
            sheet = _asked(book.get_sheet_by_index, number)
            if sheet.total_height * sheet.total_width > most:
                raise ValueError("too many cells")
            rows = _rows(_asked(sheet.to_python, skip_empty_area=False))
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


def _rows(rows: list[list[Any]]) -> list[tuple[Value, ...]]:
    """Turn what was read; a value met before, in this file or another, is looked up."""
    if len(_KNOWN) > _MOST_KNOWN:
        _KNOWN.clear()
    known = _KNOWN.__getitem__
    return [tuple(map(known, row)) if bool not in set(map(type, row)) else _with_bools(row) for row in rows]


def _with_bools(row: list[Any]) -> tuple[Value, ...]:
    """Turn a row that holds a yes or no: True, 1 and 1.0 are one key to a dictionary."""
    return tuple([value if type(value) is bool else _KNOWN[value] for value in row])


class _Known(dict[Any, Value]):
    """The values of a grid by what calamine gave; codes, names, measures and small numbers repeat from file to file."""

    def __missing__(self, value: Any) -> Value:  # noqa: ANN401 - as calamine gives it
        made = _number(value) if type(value) is float else _other(value)
        if not (isinstance(made, str) and len(made) > _LONG):
            self[value] = made
        return made


_MOST_KNOWN: Final = 50_000
_LONG: Final = 200
"""A text longer than that is somebody's own words and does not come again."""
_KNOWN: Final = _Known()


def _number(value: float) -> Value:
    if not math.isfinite(value):
        return ErrorValue(str(value))
    if value.is_integer() and abs(value) < _EXACT:
        return Decimal(int(value))
    text = f"{value:.15g}"
    return Decimal(f"{Decimal(text):f}") if "e" in text else Decimal(text)


_EXACT: Final = 10**15
"""Below it a whole number has no more digits than a spreadsheet shows."""


def _other(value: object) -> Value:
    """A day is a day; a time of day, a length of time and a day with a time are what they look like."""
    match value:
        case str():
            return unicodedata.normalize("NFC", value) or None
        case int():
            return Decimal(value)
        case dt.datetime():
            return value.date() if value.time() == dt.time() else f"{value:%Y-%m-%d %H:%M:%S}"
        case dt.date():
            return value
    return str(value)
