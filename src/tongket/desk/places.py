"""Where a step may write: never among what the year is read from; what cannot be written is told in a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tongket.files.year_folder import INPUTS
from tongket.words import Refused, Text

_AMONG_INPUTS: Final = Text(
    "Không ghi kết quả vào {place}: đó là thư mục số liệu đầu vào. Chọn thư mục khác.",
    "Результат нельзя записать в {place}: это папка исходных данных. Укажите другую.",
    "The papers cannot go to {place}: that is where the inputs lie. Name another folder.",
)
_CANNOT_WRITE: Final = Text(
    "Không ghi được {place} ({reason}). Đóng tệp nếu đang mở, kiểm tra quyền ghi, hoặc chọn nơi khác.",
    "Записать {place} нельзя ({reason}). Закройте файл, если он открыт, проверьте права или укажите другое место.",
    "{place} cannot be written ({reason}). Close the file if it is open, check your rights, or name another place.",
)


def refuse_inputs(place: Path, folder: Path) -> None:
    """Refuse a place among what the next step would read as figures of the year. Raises Refused."""
    if (folder / INPUTS).resolve() in (place.resolve(), *place.resolve().parents):
        raise Refused(_AMONG_INPUTS.fill(place=str(place)))


@contextmanager
def writing(place: Path) -> Iterator[None]:
    """Say in one sentence that a file or folder cannot be written, when the machine says so. Raises Refused."""
    try:
        yield
    except OSError as refused:
        raise Refused(_CANNOT_WRITE.fill(place=str(place), reason=refused.strerror or "?")) from None
