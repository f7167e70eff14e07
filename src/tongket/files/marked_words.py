"""The words of a marked file: its first sheet, its legend and what to do about each finding."""

from collections.abc import Sequence
from typing import Final

from tongket.words import Finding, Language, Severity, Text

SHEET: Final = Text("KẾT QUẢ KIỂM TRA", "РЕЗУЛЬТАТ ПРОВЕРКИ", "RESULT OF THE CHECK")
HEADS: Final = (
    Text("Mức", "Уровень", "Level"),
    Text("Vị trí", "Место", "Place"),
    Text("Chỉ tiêu", "Показатель", "Indicator"),
    Text("Nội dung", "Содержание", "What was found"),
    Text("Số trong tệp", "В файле", "In the file"),
    Text("Số đối chiếu", "Для сверки", "Compared with"),
    Text("Xử lý", "Что сделать", "What to do"),
)
LEGEND: Final = Text(
    "Ô có màu là ô cần xem; đưa chuột vào ô để đọc nhận xét. Bấm vào vị trí để đến ô. "
    "Trang này, màu và nhận xét của tongket được làm lại ở lần kiểm tra sau.",
    "Ячейки, которые нужно посмотреть, выделены цветом; наведите мышь, чтобы прочитать примечание. Щёлкните место, "
    "чтобы перейти к ячейке. Этот лист, цвета и примечания tongket заменяются при следующей проверке.",
    "Cells to look at are coloured; rest the mouse on one to read the remark. Click a place to go there. "
    "This sheet, the colours and tongket's remarks are replaced by the next check.",
)
WHOLE_FILE: Final = Text("(cả tệp)", "(весь файл)", "(whole file)")
SIMILAR: Final = Text(
    "(và {count} ô tương tự: {cells})", "(и ещё {count} таких ячеек: {cells})", "(and {count} similar cells: {cells})"
)
MORE: Final = Text(
    "… và {count} điểm nữa; xem trang ‘{sheet}’.",
    "… и ещё {count}; см. лист ‘{sheet}’.",
    "… and {count} more; see the sheet ‘{sheet}’.",
)
PAGE: Final = Text("Trang &P/&N", "Стр. &P из &N", "Page &P of &N")
_TO_DO: Final = {
    Severity.ERROR: Text("Sửa rồi gửi lại", "Исправить и прислать снова", "Correct it and send the file again"),
    Severity.WARNING: Text(
        "Kiểm tra; nếu đúng, giải trình",
        "Проверить; если верно, дать пояснение",
        "Check; if right, explain it",
    ),
    Severity.NOTE: Text("Đọc để biết, không bắt buộc sửa", "К сведению, правка не нужна", "For information only"),
}
_COUNTED: Final = {
    Severity.ERROR: Text("{n} lỗi phải sửa", "исправить: {n}", "{n} to correct"),
    Severity.WARNING: Text("{n} điểm cần giải trình", "пояснить: {n}", "{n} to explain"),
    Severity.NOTE: Text("{n} lưu ý", "к сведению: {n}", "{n} to note"),
}
_READ: Final = Text("Tệp đọc được. Có {counts}.", "Файл прочитан; {counts}.", "The file was read: {counts}.")
_NO_ERROR: Final = Text(
    "Tệp không có lỗi phải sửa. Có {counts}.", "Исправлять нечего; {counts}.", "Nothing to correct: {counts}."
)
_CLEAN: Final = Text(
    "Tệp không có lỗi. Có thể lưu.", "Ошибок нет. Можно сохранить.", "The file has no fault. It can be kept."
)


def verdict(findings: Sequence[Finding], language: Language) -> str:
    """One sentence on the whole file: whether it can be kept, and how much there is to do."""
    counts = {level: count(findings, level) for level in Severity}
    said = ", ".join(_COUNTED[level].to(language).format(n=number) for level, number in counts.items() if number)
    if not said:
        return _CLEAN.to(language)
    return (_READ if counts[Severity.ERROR] else _NO_ERROR).to(language).format(counts=said)


def count(findings: Sequence[Finding], level: Severity) -> int:
    """How many findings there are of a level."""
    return sum(finding.severity is level for finding in findings)


def to_do(level: Severity, language: Language) -> str:
    """What the unit does about a finding of a level."""
    return _TO_DO[level].to(language)
