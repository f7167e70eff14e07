"""What a mapping calls things in front of a person: kinds of columns, and how sure it is."""

from typing import Final

from tongket.dossier.foreign.mapping import Certainty, Doubt
from tongket.dossier.form import FormColumn
from tongket.words import Text, normalised

COLUMN_NAMES: Final = {
    FormColumn.NUMBER: Text("Số thứ tự", "№ п/п", "Number"),
    FormColumn.CODE: Text("Mã chỉ tiêu", "Код показателя", "Code"),
    FormColumn.NAME: Text("Tên chỉ tiêu", "Наименование показателя", "Name of the indicator"),
    FormColumn.MEASURE: Text("Đơn vị tính", "Единица измерения", "Measure"),
    FormColumn.LAST_YEAR: Text("Thực hiện năm trước", "Факт прошлого года", "Last year"),
    FormColumn.PLAN: Text("Kế hoạch năm", "План на год", "Plan of the year"),
    FormColumn.ACTUAL_TO_DATE: Text("Thực hiện đến kỳ", "Факт на дату", "Actual to date"),
    FormColumn.ESTIMATE: Text("Ước thực hiện cả năm", "Ожидаемое за год", "Estimate of the year"),
    FormColumn.ACTUAL: Text("Thực hiện chính thức", "Окончательный факт", "Final actual"),
    FormColumn.EXPLANATION: Text("Giải trình", "Пояснение", "Explanation"),
}
SHORT_NAMES: Final = {
    FormColumn.LAST_YEAR: "NT",
    FormColumn.PLAN: "KH",
    FormColumn.ACTUAL_TO_DATE: "LK",
    FormColumn.ESTIMATE: "Ước",
    FormColumn.ACTUAL: "TH",
}
"""How the values seen in a row are told apart in one cell: năm trước, kế hoạch, lũy kế, ước cả năm, thực hiện."""
NOT_OURS: Final = Text("không lấy", "не берётся", "not taken")
CERTAINTY_NAMES: Final = {
    Certainty.CERTAIN: Text("chắc chắn", "точно", "certain"),
    Certainty.TO_CONFIRM: Text("cần xác nhận", "подтвердить", "to be confirmed"),
    Certainty.IGNORED: Text("bỏ qua", "пропустить", "leave out"),
}

DOUBT_NAMES: Final = {
    Doubt.NAME: Text("tên chỉ giống một phần", "название похоже лишь отчасти", "the name is only alike"),
    Doubt.FIGURES: Text(
        "số năm trước hoặc kế hoạch khác số đã biết",
        "прошлый год или план не совпадает",
        "last year's figure or the plan's differs",
    ),
    Doubt.MEASURE: Text(
        "đơn vị tính chưa rõ hoặc khác đơn vị tính của chỉ tiêu",
        "единица неясна или другая",
        "the measure is not told or another",
    ),
    Doubt.RIVAL: Text("có dòng hoặc chỉ tiêu khác cũng giống", "похоже и на другое", "something else is as much alike"),
}


def column_named(text: str) -> FormColumn | None:
    """Return the kind of column a name stands for; KeyError for a word that is none of them."""
    known: dict[str, FormColumn | None] = {_plain(name.vi): column for column, name in COLUMN_NAMES.items()}
    return {**known, _plain(NOT_OURS.vi): None, "": None}[_plain(text)]


def certainty_named(text: str) -> Certainty:
    """Return the certainty a word stands for; KeyError for any other word."""
    return {_plain(name.vi): certainty for certainty, name in CERTAINTY_NAMES.items()}[_plain(text)]


def _plain(text: str) -> str:
    return normalised(text).lower()


EMPTY: Final = Text(
    "Ô {cell} còn trống. Nếu chỉ tiêu không phát sinh, ghi 0; nếu không được giao, ghi ‘Không giao’; "
    "nếu chưa có số, ghi ‘Chưa có số liệu’.",
    "Ячейка {cell} пуста. Если показателя не было, введите 0; если он не задан, впишите «Không giao» (не задан); "
    "если данных ещё нет – «Chưa có số liệu» (нет данных).",
    "Cell {cell} is empty. If there was none of it, enter 0; if it was not assigned, write ‘Không giao’ "
    "(not assigned); if there is no figure yet, write ‘Chưa có số liệu’ (not available).",
)
"""Of an empty cell where no list offers the words."""
MORE_DECIMALS: Final = Text(
    "Ô {cell} đổi ra là {value}, chỉ tiêu này in {digits} chữ số thập phân. Số được giữ nguyên, khi in sẽ làm tròn.",
    "Ячейка {cell} после пересчёта: {value}; показатель печатается с {digits} знаками после запятой. "
    "Число сохранено, при печати округляется.",
    "Cell {cell} is {value} once converted; this indicator is printed with {digits} decimals. "
    "The number is kept and rounded in print.",
)
WRONG_MEASURE: Final = Text(
    "Ô {cell} có vẻ tính bằng {found}, không phải {wanted} (đổi ra {value} so với {against}).",
    "Ячейка {cell}, похоже, в единице «{found}», а не «{wanted}» (после пересчёта {value} против {against}).",
    "Cell {cell} seems to be in {found}, not in {wanted} (converted, {value} against {against}).",
)
"""Of rows that the file counts in another scale than the indicator: what was typed, and what it becomes."""
