"""The command `map`: a unit's own workbook read by its mapping, or a superior's template filled."""

import argparse
from typing import Any, Final

from rich.console import Console
from rich.markup import escape

from tongket.cli.printing_findings import SHOWN_PER_CODE, print_findings
from tongket.desk.mapping import Mapped, map_workbook
from tongket.dossier import Dossier
from tongket.dossier.foreign import Certainty, RowMapping
from tongket.dossier.foreign.wording import COLUMN_NAMES, DOUBT_NAMES
from tongket.dossier.grid import cell_name
from tongket.figures import Kind
from tongket.files.results_json import findings_document
from tongket.words import Language, Refused, Text, written

_BASIS: Final = {None: None, "estimate": Kind.ESTIMATE, "final": Kind.ACTUAL}
_NO_UNIT: Final = Text(
    "Nêu đơn vị đã gửi tệp: --unit MÃ; hoặc để điền biểu mẫu của cấp trên: --fill --out TỆP.xlsx.",
    "Укажите организацию: --unit КОД; или, чтобы заполнить чужую форму: --fill --out ФАЙЛ.xlsx.",
    "Name the org unit that sent the file: --unit CODE; or, to fill a template: --fill --out FILE.xlsx.",
)
_NO_OUT: Final = Text(
    "Với --fill, nêu tên tệp sẽ ghi: --out TỆP.xlsx. Biểu mẫu gốc không bị sửa.",
    "С --fill укажите новый файл: --out ФАЙЛ.xlsx. Исходная форма не меняется.",
    "With --fill name the file to write: --out FILE.xlsx. The template itself is not changed.",
)
_MADE: Final = Text("Đã lập bảng đối chiếu: {place}", "Сопоставление создано: {place}", "The mapping was made: {place}")
_USED: Final = Text("Theo bảng đối chiếu: {place}", "По сопоставлению: {place}", "Read by the mapping: {place}")
_COUNTS: Final = Text(
    "{certain} dòng chắc chắn, {unsure} cần xác nhận, {left} không lấy.",
    "Строк точно: {certain}, подтвердить: {unsure}, не взято: {left}.",
    "Rows certain: {certain}, to be confirmed: {unsure}, left out: {left}.",
)
_UNSURE: Final = Text("Cần xác nhận", "Подтвердить", "To be confirmed")
_UNSURE_COLUMNS: Final = Text(
    "Cột cần xác nhận (trang ‘Cot’)", "Подтвердить столбцы (лист ‘Cot’)", "Columns to be confirmed (sheet ‘Cot’)"
)
_LEFT: Final = Text("Không lấy", "Не взято", "Left out")
_ABSENT: Final = Text("Chưa thấy trong tệp", "В файле не найдено", "Not found in the file")
_LINE: Final = Text("dòng", "строка", "row")
_MORE: Final = Text("và {n} dòng nữa", "и ещё {n}", "and {n} more")
_NEXT: Final = Text(
    "Mở bảng đối chiếu bằng Excel, xem các dòng màu vàng, lưu lại rồi chạy lại đúng lệnh này để lấy số.",
    "Откройте сопоставление в Excel, проверьте жёлтые строки, сохраните и повторите эту команду, чтобы взять числа.",
    "Open the mapping in Excel, look at the yellow rows, save it, and run this command again to take the figures.",
)
_TAKEN: Final = Text("{n} số liệu đọc được.", "Прочитано значений: {n}.", "Figures read: {n}.")
_FILED: Final = Text(
    "Lệnh review lấy số từ {place}.",
    "Команда review возьмёт числа из {place}.",
    "A review takes the figures from {place}.",
)
_NOT_FILED: Final = Text(
    "Tệp chưa vào hồ sơ của năm, lệnh review chưa lấy số. Chạy lại lệnh này, thêm --file để chép tệp vào "
    "inputs/dossiers.",
    "Файла ещё нет среди отчётов года, команда review чисел не возьмёт. Повторите команду с --file: файл будет "
    "скопирован в inputs/dossiers.",
    "The workbook is not yet among the dossiers of the year, and a review takes nothing from it. Run this command "
    "again with --file to copy it into inputs/dossiers.",
)
_NOTHING_READ: Final = Text(
    "Không đọc được số nào, nên không chép tệp vào hồ sơ của năm.",
    "Чисел не прочитано, поэтому файл к отчётам года не положен.",
    "No figure was read, so the workbook was not put among the dossiers.",
)
_FILE_ALONE: Final = Text(
    "--file chỉ dùng cho tệp của đơn vị, với bảng đối chiếu trong inputs/mappings: bỏ --fill, --out.",
    "--file – только для файла организации с сопоставлением в inputs/mappings: уберите --fill, --out.",
    "--file is for a unit's workbook whose mapping lies in inputs/mappings: leave out --fill and --out.",
)
_FILLED: Final = Text("{n} ô đã điền vào {place}:", "Заполнено ячеек: {n}, {place}:", "Cells filled: {n}, in {place}:")


def run_map(request: argparse.Namespace) -> Mapped:
    """Do what was asked; raises Refused for a request that lacks its unit or its file."""
    if request.file and (request.fill or request.out):
        raise Refused(_FILE_ALONE)
    if request.fill:
        if request.out is None:
            raise Refused(_NO_OUT)
        from tongket.desk.template import fill_template

        basis = _BASIS[request.basis]
        return fill_template(request.year, request.workbook, request.out, basis, overwrite=request.overwrite)
    if request.unit is None:
        raise Refused(_NO_UNIT)
    return map_workbook(request.year, request.workbook, request.unit, request.out, to_file=request.file)


def print_mapped(mapped: Mapped, language: Language) -> None:
    """Print what came of it: the mapping, what waits, what was read or filled, and what was found."""
    console = Console(highlight=False)
    if mapped.mapping is not None and mapped.place is not None:
        said = _MADE if mapped.is_new else _USED
        console.print(escape(said.fill(place=str(mapped.place)).to(language)), soft_wrap=True)
        _print_rows(console, mapped, language)
    print_findings(mapped.findings, language)
    if mapped.dossier is not None:
        console.print(_TAKEN.fill(n=str(len(mapped.dossier.figures))).to(language))
        console.print(escape(_where(mapped, mapped.dossier).to(language)), soft_wrap=True)
    if mapped.out is not None:
        count = {"n": str(len(mapped.filled)), "place": str(mapped.out)}
        console.print(escape(_FILLED.fill(**count).to(language)), soft_wrap=True)
        for one in mapped.filled:
            where = f"{one.place.sheet}!{one.place.cell}"
            console.print(escape(f"  {where} = {_value(one.value, language)}  ← {one.address}"), soft_wrap=True)
    elif mapped.is_new and mapped.dossier is None:
        console.print(_NEXT.to(language), soft_wrap=True)


def _where(mapped: Mapped, dossier: Dossier) -> Text:
    """What a review will make of the workbook."""
    if mapped.filed:
        return _FILED.fill(place=str(mapped.filed))
    return _NOT_FILED if dossier.figures else _NOTHING_READ


def _print_rows(console: Console, mapped: Mapped, language: Language) -> None:
    assert mapped.mapping is not None
    rows = list(mapped.mapping.rows)
    by = {mark: [(s.sheet, row) for s, row in rows if row.certainty is mark] for mark in Certainty}
    counts = {"certain": by[Certainty.CERTAIN], "unsure": by[Certainty.TO_CONFIRM], "left": by[Certainty.IGNORED]}
    console.print(_COUNTS.fill(**{name: str(len(found)) for name, found in counts.items()}).to(language))
    if not mapped.is_new:
        return
    _print_list(console, _UNSURE, [_row(sheet, row, language) for sheet, row in by[Certainty.TO_CONFIRM]], language)
    columns = [
        f"{sheet.sheet}, {cell_name(0, one.position)[:-1]}: {one.heading} → {COLUMN_NAMES[one.column].to(language)}"
        for sheet, one in mapped.mapping.columns
        if one.column and one.certainty is Certainty.TO_CONFIRM
    ]
    _print_list(console, _UNSURE_COLUMNS, columns, language)
    _print_list(console, _LEFT, [_row(sheet, row, language) for sheet, row in by[Certainty.IGNORED]], language)
    if mapped.dossier is not None:
        return  # what is absent stands among the findings
    absent = [f"{row.name.to(language)} ({row.code})" for row in mapped.absent]
    _print_list(console, _ABSENT, absent, language)


def _print_list(console: Console, title: Text, lines: list[str], language: Language) -> None:
    if not lines:
        return
    shown = lines[:SHOWN_PER_CODE] if title is _LEFT else lines
    console.print(f"[bold]{title.to(language)}[/bold]")
    for line in shown:
        console.print(escape(f"  {line}"), soft_wrap=True)
    if len(lines) > len(shown):
        console.print(f"  [dim]{_MORE.fill(n=str(len(lines) - len(shown))).to(language)}[/dim]")


def _row(sheet: str, row: RowMapping, language: Language) -> str:
    target = f" → {row.code}" if row.code else ""
    why = f" ({DOUBT_NAMES[row.doubt].to(language)})" if row.doubt else ""
    return f"{sheet}, {_LINE.to(language)} {row.row + 1}: {row.label}{target}{why}"


def _value(value: Any, language: Language) -> str:  # noqa: ANN401 - a number, a day or a text
    if hasattr(value, "is_finite"):
        return written(value, language)
    return f"{value:%d/%m/%Y}" if hasattr(value, "year") else str(value)


def mapped_document(mapped: Mapped, language: Language) -> dict[str, object]:
    """Return the same as one JSON document."""
    rows = mapped.mapping.rows if mapped.mapping else ()
    figures = mapped.dossier.figures if mapped.dossier else ()
    return {
        "mapping": str(mapped.place) if mapped.place else None,
        "is_new": mapped.is_new,
        "rows": [
            {
                "sheet": sheet.sheet,
                "row": row.row + 1,
                "label": row.label,
                "code": row.code or None,
                "measure": row.measure or None,
                "certainty": row.certainty,
                "doubt": row.doubt,
                "org_unit": row.org_unit or None,
            }
            for sheet, row in rows
        ],
        "absent": [row.code for row in mapped.absent],
        "figures": [
            {
                "org_unit": figure.org_unit,
                "indicator": figure.indicator,
                "breakdown": figure.breakdown,
                "period": str(figure.period),
                "kind": figure.kind,
                "value": str(figure.amount),
                "measure": figure.measure,
                "place": str(figure.place) if figure.place else None,
            }
            for figure in figures
        ],
        "filed": str(mapped.filed) if mapped.filed else None,
        "out": str(mapped.out) if mapped.out else None,
        "filled": [
            {"sheet": one.place.sheet, "cell": one.place.cell, "value": str(one.value), "address": one.address}
            for one in mapped.filled
        ],
        "findings": findings_document(mapped.findings, language),
    }
