"""Nguồn gốc số liệu: a figure in words, its formula filled in, and the chain to the cells it was read from."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from tongket.desk.tracing import CannotTrace, Step, trace_figure
from tongket.documents import wording as w
from tongket.documents.printing import PERCENTS, period_text, with_sign
from tongket.documents.review_material import Material
from tongket.figures import Figure
from tongket.figures.measures import DATE
from tongket.figures.source import DerivedSource, Operation
from tongket.server.actions.refusals import Absent
from tongket.server.clock import civil_day
from tongket.server.records import blobs
from tongket.server.records.models import YearBook
from tongket.server.records.queries.dossiers import version_named
from tongket.server.records.queries.results import Reckoned
from tongket.server.web.refusals import NOT_FOUND
from tongket.server.web.results.table import ordinal_of
from tongket.words import Language, Text, short_date

_MOST_PARTS: Final = 12
_ROW: Final = Text(
    "Bảng tổng hợp, dòng {number}", "Сводная таблица, строка {number}", "Consolidated table, row {number}"
)
_TABLE: Final = Text("Bảng tổng hợp", "Сводная таблица", "Consolidated table")
_DOSSIER: Final = Text(
    "Hồ sơ {unit} lần {number}, gửi {day}",
    "Материалы {unit}, версия {number}, направлены {day}",
    "Dossier of {unit}, version {number}, sent {day}",
)
_TYPED: Final = Text("Sổ năm", "Книга года", "Year book")
_CELL: Final = Text(
    "tệp {file}, trang tính ‘{sheet}’, ô {cell}",
    "файл {file}, лист «{sheet}», ячейка {cell}",
    "file {file}, sheet ‘{sheet}’, cell {cell}",
)
_PLACE: Final = Text("tệp {file}, ô {cell}", "файл {file}, ячейка {cell}", "file {file}, cell {cell}")
_LINE: Final = Text(
    "tệp {file}, dòng {line}, cột {column}",
    "файл {file}, строка {line}, столбец {column}",
    "file {file}, line {line}, column {column}",
)
_FILE: Final = Text("tệp {file}", "файл {file}", "file {file}")
_PAGE: Final = Text(
    "trang {page}, đối chiếu ngày {day}", "страница {page}, сверено {day}", "page {page}, checked {day}"
)
_MATCHES: Final = Text("dấu vân tay tệp khớp", "отпечаток файла совпадает", "the file's fingerprint matches")
CHANGED: Final = Text(
    "Tệp nguồn không còn khớp với bản đã ghi nhận.",
    "Исходный файл больше не совпадает с принятым.",
    "The source file no longer is what was recorded.",
)
_GONE: Final = Text(
    "Tệp nguồn không còn trên máy chủ.", "Исходного файла на сервере больше нет.", "The source file is no longer here."
)
_MADE: Final = {
    Operation.SUM: Text("Cộng", "Сумма", "Sum"),
    Operation.AVERAGE: Text("Bình quân", "Среднее", "Average"),
    Operation.LAST: Text("Số cuối kỳ", "Последнее значение", "Last value"),
    Operation.RATIO: Text("Tỷ lệ", "Отношение", "Ratio"),
    Operation.SHARE: Text("Theo tỷ lệ tham gia", "По доле участия", "By share"),
    Operation.CONVERSION: Text("Quy đổi", "Пересчёт", "Conversion"),
}
_OTHERS: Final = Text("… và {count} số khác", "… и ещё {count}", "… and {count} others")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a figure was read from: the chain in words, and whether its file is still what was recorded."""

    chain: str
    verdict: str
    holds: bool
    link: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One figure of the chain: how deep, which, its value and state, how it was made, where it was read."""

    depth: int
    address: str
    name: str
    value: str
    maturity: str
    formula: str
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Traced:
    """A figure with its whole chain; the first of `steps` is the figure itself."""

    steps: tuple[Told, ...]
    holds: bool

    @property
    def figure(self) -> Told:
        """The figure that was asked for."""
        return self.steps[0]


def traced(book: YearBook, one: Reckoned, address: str, language: Language) -> Traced:
    """Return where a figure comes from. Raises Absent for one that does not exist for this person."""
    try:
        found = trace_figure(one.results.figures, address, _state)
    except CannotTrace:
        raise Absent(NOT_FOUND) from None
    teller = _Teller(book, one, one.material(language), language, found.files)
    return Traced(tuple(teller.told(step) for step in found.steps), found.matches)


def _state(_name: str, sha256: str) -> str:
    """Whether the file kept under a hash is there and still has it."""
    try:
        blobs.content_of(sha256)
    except OSError:
        return "absent"
    except ValueError:
        return "changed"
    return "match"


@dataclass(frozen=True, slots=True)
class _Teller:
    """Puts the steps of one chain into words."""

    book: YearBook
    one: Reckoned
    material: Material
    language: Language
    files: Mapping[str, str]

    def told(self, step: Step) -> Told:
        address = str(step.figure["address"])
        figure = self.one.results.figures.get(address)
        if figure is None:
            return Told(step.depth, address, address, "", "", "", ())
        origins = tuple(self._origin(figure, source) for source in step.sources if "derived" not in source)
        maturity = self.material.say(w.MATURITIES[figure.maturity])
        return Told(
            step.depth, address, self._name(figure), self._value(figure), maturity, self._formula(figure), origins
        )

    def _name(self, figure: Figure) -> str:
        at = figure.address
        indicator = self.material.indicator(at.indicator).name.to(self.language)
        part = self.material.part(at.breakdown) if at.breakdown else ""
        kind = self.material.say(w.KINDS[at.kind])
        period = period_text(at.period, self.language)
        pieces = (self.material.unit_name(at.org_unit), indicator, part, f"{kind} {period}")
        return ", ".join(piece for piece in pieces if piece)

    def _value(self, figure: Figure) -> str:
        text = self.material.run(figure).text
        plain = figure.address.kind in PERCENTS or figure.measure == DATE.code
        return text if plain else f"{text} {self.material.measure(figure.address.indicator)}"

    def _formula(self, figure: Figure) -> str:
        made = next((source for source in figure.sources if isinstance(source, DerivedSource)), None)
        if made is None:
            return ""
        parts = [part for address in made.of if (part := self.one.results.figures.get(address))]
        texts = [self.material.text(part) for part in parts]
        return f"{self._made_of(made.operation, figure, texts)} = {self.material.run(figure).text}"

    def _made_of(self, operation: Operation, figure: Figure, texts: list[str]) -> str:
        if operation is Operation.RATIO and len(texts) == 2 and figure.address.kind in PERCENTS:
            return f"{texts[0]} : {texts[1]} × {with_sign('100', self.language)}"
        if operation is Operation.SUM:
            left = len(texts) - _MOST_PARTS
            shown = [*texts[:_MOST_PARTS], *((_OTHERS.to(self.language).format(count=left),) if left > 0 else ())]
            return " + ".join(shown)
        return f"{_MADE[operation].to(self.language)} ({'; '.join(texts)})"

    def _origin(self, figure: Figure, source: Mapping[str, Any]) -> Origin:
        number = ordinal_of(self.material, str(figure.address))
        row = self.material.say(_ROW, number=number) if number else self.material.say(_TABLE)
        if "page" in source:
            checked = source["checked_on"]
            day = short_date(dt.date.fromisoformat(checked), self.language) if checked else w.NOT_APPLICABLE
            return Origin(f"{row} → {self.material.say(_PAGE, page=source['page'], day=day)}", "", holds=True)
        whose, file, link = self._whose(source["file"])
        state = self.files.get(source["file"], "absent")
        verdict = {"match": _MATCHES, "changed": CHANGED}.get(state, _GONE).to(self.language)
        return Origin(f"{row} → {whose} → {self._place(file, source)}", verdict, state == "match", link)

    def _whose(self, name: str) -> tuple[str, str, str]:
        found = version_named(self.book, name)
        if found is None:
            return self.material.say(_TYPED), name, ""
        version, file = found
        sent = version.submitted_at or version.stored_at
        said = self.material.say(
            _DOSSIER,
            unit=self.material.unit_name(version.case.org_unit),
            number=version.number,
            day=short_date(civil_day(sent), self.language),
        )
        return said, file, version.case.org_unit

    def _place(self, file: str, source: Mapping[str, Any]) -> str:
        if source.get("sheet"):
            return self.material.say(_CELL, file=file, sheet=source["sheet"], cell=source["cell"])
        if source.get("cell"):
            return self.material.say(_PLACE, file=file, cell=source["cell"])
        if source.get("line"):
            return self.material.say(_LINE, file=file, line=source["line"], column=source["column"])
        return self.material.say(_FILE, file=file)
