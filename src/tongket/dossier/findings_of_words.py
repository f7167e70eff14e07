"""What can be wrong in the words and the list of evidence of a returned form."""

from typing import Final

from tongket.words import FindingKind

WORDS_MISSING: Final = FindingKind.error(
    "dossier.words-missing",
    "Trang ‘{sheet}’: mục ‘{section}’ còn trống. Viết nội dung; nếu không có, ghi ‘Không có’.",
    "Лист «{sheet}»: раздел «{section}» пуст. Заполните его; если сказать нечего, напишите «Không có» (нет).",
    "Sheet ‘{sheet}’: the section ‘{section}’ is empty. Write it; if there is nothing to say, write ‘Không có’ (none).",
)
CAUSE_MISSING: Final = FindingKind.warning(
    "dossier.cause-missing",
    "Ô {cell} nêu tồn tại, hạn chế nhưng chưa có {missing}. Bổ sung vào cùng dòng.",
    "В ячейке {cell} назван недостаток, но не указано: {missing}. Добавьте в той же строке.",
    "Cell {cell} names a shortcoming but gives no {missing}. Add it in the same row.",
)
UNKNOWN_SECTION: Final = FindingKind.error(
    "dossier.unknown-section",
    "Ô {cell} ghi mục ‘{text}’ không có trong biểu; đoạn này không đọc. Chọn một trong: {sections}.",
    "В ячейке {cell} раздел «{text}», которого в форме нет; абзац не прочитан. Выберите один из: {sections}.",
    "Cell {cell} names the section ‘{text}’, which the form does not have; the paragraph was not read. "
    "Choose one of: {sections}.",
)
UNKNOWN_INDICATOR: Final = FindingKind.warning(
    "dossier.evidence-unknown-indicator",
    "Ô {cell} ghi mã chỉ tiêu ‘{code}’ không có trong biểu. Sửa mã hoặc để trống.",
    "В ячейке {cell} код «{code}», которого в форме нет. Исправьте код или оставьте ячейку пустой.",
    "Cell {cell} gives the indicator ‘{code}’, which the form does not have. Correct it or leave it empty.",
)
