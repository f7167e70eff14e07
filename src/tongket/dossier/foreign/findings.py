"""What may be said of a workbook that is read by a mapping, and of the mapping itself."""

from typing import Final

from tongket.words import FindingKind

SHEET_NOT_FOUND: Final = FindingKind.error(
    "dossier.mapped-sheet-not-found",
    "Không thấy trang tính ‘{sheet}’ đã đối chiếu, hoặc đầu bảng đã khác. Sửa tên trang, hoặc lập lại bảng đối chiếu.",
    "Сопоставленный лист ‘{sheet}’ не найден или его шапка другая. Исправьте имя листа или сопоставьте заново.",
    "The mapped sheet ‘{sheet}’ was not found, or its head is another. Correct its name, or map the workbook again.",
)
COLUMN_NOT_FOUND: Final = FindingKind.error(
    "dossier.mapped-column-not-found",
    "Trang ‘{sheet}’ không còn cột ‘{heading}’. Sửa đầu cột trong tệp, hoặc sửa ở bảng đối chiếu.",
    "На листе ‘{sheet}’ больше нет столбца ‘{heading}’. Исправьте заголовок или таблицу сопоставления.",
    "The sheet ‘{sheet}’ no longer has the column ‘{heading}’. Correct the heading, or the mapping.",
)
COLUMN_REWORDED: Final = FindingKind.warning(
    "dossier.mapped-column-reworded",
    "Ô {cell}: đầu cột trước ghi ‘{before}’, nay ghi ‘{now}’. Đã hiểu là cùng một cột; đề nghị xem lại.",
    "Ячейка {cell}: столбец назывался ‘{before}’, теперь ‘{now}’. Принят за тот же; проверьте.",
    "Cell {cell}: the column was headed ‘{before}’ and now ‘{now}’. It was taken for the same; please look again.",
)
COLUMN_UNCONFIRMED: Final = FindingKind.error(
    "dossier.mapped-column-unconfirmed",
    "Ô {cell}: chưa rõ cột ‘{heading}’ có phải ‘{column}’ không. Chọn ‘chắc chắn’ hoặc sửa ở bảng đối chiếu.",
    "Ячейка {cell}: неясно, означает ли столбец ‘{heading}’ ‘{column}’. Подтвердите или исправьте сопоставление.",
    "Cell {cell}: it is not sure that the column ‘{heading}’ is ‘{column}’. Confirm it in the mapping, or correct it.",
)
ROW_NOT_FOUND: Final = FindingKind.error(
    "dossier.mapped-row-not-found",
    "Không thấy dòng ‘{label}’ (mã {code}) trên trang ‘{sheet}’. Sửa tên dòng trong tệp, hoặc sửa ở bảng đối chiếu.",
    "На листе ‘{sheet}’ нет строки ‘{label}’ (код {code}). Исправьте её название или таблицу сопоставления.",
    "The sheet ‘{sheet}’ has no row ‘{label}’ (code {code}). Correct its name in the file, or the mapping.",
)
ROW_REWORDED: Final = FindingKind.warning(
    "dossier.mapped-row-reworded",
    "Ô {cell}: dòng trước ghi ‘{before}’, nay ghi ‘{now}’. Đã nhận theo vị trí là mã {code}; đề nghị xem lại.",
    "Ячейка {cell}: строка называлась ‘{before}’, теперь ‘{now}’. По месту принята за код {code}; проверьте.",
    "Cell {cell}: the row was called ‘{before}’ and now ‘{now}’. By its place it was taken for {code}; look again.",
)
ROW_UNCONFIRMED: Final = FindingKind.error(
    "dossier.mapped-row-unconfirmed",
    "Ô {cell}: chưa rõ dòng ‘{label}’ có phải mã {code} không nên chưa lấy số. Chọn ‘chắc chắn’ hoặc sửa mã ở bảng đối "
    "chiếu.",
    "Ячейка {cell}: неясно, что строка ‘{label}’ – код {code}; числа не взяты. Подтвердите или исправьте код.",
    "Cell {cell}: it is not sure that the row ‘{label}’ is {code}; no figure was taken. Confirm it in the mapping, or "
    "correct the code.",
)
ROW_NEW: Final = FindingKind.note(
    "dossier.mapped-row-new",
    "Ô {cell}: dòng ‘{label}’ có số nhưng không có trong bảng đối chiếu nên không lấy.",
    "Ячейка {cell}: в строке ‘{label}’ есть числа, но в сопоставлении её нет; она не взята.",
    "Cell {cell}: the row ‘{label}’ holds figures but is not in the mapping, and was not taken.",
)
NOT_IN_FILE: Final = FindingKind.warning(
    "dossier.indicator-not-in-file",
    "Tệp không có dòng nào đối chiếu với chỉ tiêu ‘{name}’ (mã {code}). Bổ sung dòng, hoặc chọn mã ở bảng đối chiếu.",
    "Ни одна строка файла не сопоставлена с показателем ‘{name}’ (код {code}). Добавьте строку или выберите код.",
    "No row of the file is mapped to the indicator ‘{name}’ ({code}). Add the row, or choose the code in the mapping.",
)
MEASURE_DIFFERS: Final = FindingKind.error(
    "dossier.mapped-measure-differs",
    "Ô {cell}: dòng ‘{label}’ tính bằng ‘{theirs}’, chỉ tiêu tính bằng ‘{ours}’; không đổi được. Sửa đơn vị tính ở "
    "bảng đối chiếu.",
    "Ячейка {cell}: строка ‘{label}’ измерена в ‘{theirs}’, показатель – в ‘{ours}’; пересчёта нет. Исправьте единицу.",
    "Cell {cell}: the row ‘{label}’ counts in ‘{theirs}’ and the indicator in ‘{ours}’, which do not convert. Correct "
    "the measure in the mapping.",
)
MEASURE_CHANGED: Final = FindingKind.error(
    "dossier.mapped-measure-changed",
    "Ô {cell}: lần trước dòng ‘{label}’ ghi đơn vị tính ‘{before}’, nay ghi ‘{now}’; chưa lấy số. Sửa ở bảng đối "
    "chiếu.",
    "Ячейка {cell}: единица строки ‘{label}’ была ‘{before}’, теперь ‘{now}’; числа не взяты. Исправьте сопоставление.",
    "Cell {cell}: the row ‘{label}’ was counted in ‘{before}’ and now in ‘{now}’; no figure was taken. Correct the "
    "mapping.",
)
MEASURE_CONVERTED: Final = FindingKind.note(
    "dossier.mapped-measure-converted",
    "Ô {cell}: dòng ‘{label}’ tính bằng {theirs}; đã đổi sang {ours}.",
    "Ячейка {cell}: строка ‘{label}’ измерена в {theirs}; пересчитана в {ours}.",
    "Cell {cell}: the row ‘{label}’ counts in {theirs}; it was converted into {ours}.",
)
COLUMN_NOT_MAPPED: Final = FindingKind.error(
    "dossier.mapped-column-absent",
    "Trang ‘{sheet}’ không có cột nào là ‘{column}’. Chọn cột đó ở bảng đối chiếu, hoặc bổ sung cột trong tệp.",
    "На листе ‘{sheet}’ ни один столбец не означает ‘{column}’. Укажите его в сопоставлении или добавьте в файл.",
    "The sheet ‘{sheet}’ has no column for ‘{column}’. Choose it in the mapping, or add it to the file.",
)
COLUMN_NEW: Final = FindingKind.warning(
    "dossier.mapped-column-new",
    "Ô {cell}: cột ‘{heading}’ chưa có trong bảng đối chiếu; đã hiểu là ‘{column}’. Đề nghị xem lại.",
    "Ячейка {cell}: столбца ‘{heading}’ нет в сопоставлении; понят как ‘{column}’. Проверьте.",
    "Cell {cell}: the column ‘{heading}’ is not in the mapping; it was read as ‘{column}’. Please look again.",
)

# The mapping itself, as a person gave it back

NO_MAPPING: Final = FindingKind.error(
    "dossier.mapping-not-readable",
    "Tệp không phải bảng đối chiếu của tongket, hoặc đã mất dòng tên cột (chữ xám nhỏ). Xóa tệp này để lập lại bảng.",
    "Файл не является таблицей сопоставления tongket или потерял строку имён столбцов. Удалите его и создайте заново.",
    "The file is no mapping of tongket, or lost its row of column names. Delete it and let it be made again.",
)
OTHER_UNITS_MAPPING: Final = FindingKind.error(
    "dossier.mapping-of-another-unit",
    "Bảng đối chiếu này lập cho {found}, không phải {wanted}. Không dùng.",
    "Эта таблица сопоставления составлена для {found}, а не для {wanted}. Не используется.",
    "This mapping was made for {found}, not for {wanted}. It was not used.",
)
UNKNOWN_MAPPED_CODE: Final = FindingKind.error(
    "dossier.mapping-unknown-code",
    "Ô {cell} ghi mã ‘{code}’, không có trong các chỉ tiêu được hỏi. Chọn mã trong danh sách.",
    "В ячейке {cell} код ‘{code}’, которого нет среди запрошенных показателей. Выберите код из списка.",
    "Cell {cell} says ‘{code}’, which is none of the indicators asked for. Choose a code from the list.",
)
MAPPED_TWICE: Final = FindingKind.error(
    "dossier.mapping-code-twice",
    "Ô {cell}: mã {code} đã chọn cho dòng ở ô {first}. Mỗi chỉ tiêu chỉ lấy từ một dòng; bỏ qua một trong hai.",
    "Ячейка {cell}: код {code} уже выбран в {first}. Показатель берётся из одной строки; пропустите одну.",
    "Cell {cell}: the code {code} is chosen in {first} already. An indicator is taken from one row; leave one out.",
)
NO_CODE: Final = FindingKind.error(
    "dossier.mapping-without-code",
    "Ô {cell} ghi ‘chắc chắn’ nhưng dòng chưa có mã. Chọn mã, hoặc chọn ‘bỏ qua’.",
    "В ячейке {cell} ‘chắc chắn’, но код не выбран. Выберите код или ‘bỏ qua’.",
    "Cell {cell} says ‘chắc chắn’ but the row has no code. Choose a code, or ‘bỏ qua’.",
)
UNKNOWN_WORD: Final = FindingKind.error(
    "dossier.mapping-unknown-word",
    "Ô {cell} ghi ‘{text}’. Chọn một trong: {known}.",
    "В ячейке {cell} записано ‘{text}’. Выберите одно из: {known}.",
    "Cell {cell} says ‘{text}’. Choose one of: {known}.",
)
NOT_A_CELL: Final = FindingKind.error(
    "dossier.mapping-not-a-cell",
    "Ô {cell} ghi ‘{text}’, không phải địa chỉ. Ghi như {example}.",
    "В ячейке {cell} записано ‘{text}’ – это не адрес. Пишите как {example}.",
    "Cell {cell} says ‘{text}’, which is no address. Write it like {example}.",
)

# Filling a superior's template

HOLDS_FORMULA: Final = FindingKind.note(
    "dossier.template-cell-holds-formula",
    "Ô {cell} có công thức nên để nguyên.",
    "В ячейке {cell} формула; она оставлена.",
    "Cell {cell} holds a formula and was left as it is.",
)
HOLDS_VALUE: Final = FindingKind.warning(
    "dossier.template-cell-holds-value",
    "Ô {cell} đang ghi ‘{found}’, số của ta là {value} ({address}). Chưa ghi đè; muốn ghi, chạy lại với --overwrite.",
    "В ячейке {cell} стоит ‘{found}’, наше значение {value} ({address}). Не заменено; для замены – --overwrite.",
    "Cell {cell} says ‘{found}’ and our figure is {value} ({address}). It was not replaced; to do so use --overwrite.",
)
NO_FIGURE: Final = FindingKind.note(
    "dossier.template-cell-without-figure",
    "Ô {cell} để trống: sổ năm chưa có số này của {org_unit} (mã {code}).",
    "Ячейка {cell} оставлена пустой: в папке года нет этого значения для {org_unit} (код {code}).",
    "Cell {cell} was left empty: the year folder has no such figure of {org_unit} ({code}).",
)
