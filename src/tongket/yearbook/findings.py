"""What can be wrong in the rows of a year, whatever file they stand in, and how it is said."""

from typing import Final

from tongket.words import FindingKind, Severity, Text


def _error(code: str, vi: str, ru: str, en: str) -> FindingKind:
    return FindingKind(f"yearbook.{code}", Severity.ERROR, Text(vi, ru, en))


def _warning(code: str, vi: str, ru: str, en: str) -> FindingKind:
    return FindingKind(f"yearbook.{code}", Severity.WARNING, Text(vi, ru, en))


def _note(code: str, vi: str, ru: str, en: str) -> FindingKind:
    return FindingKind(f"yearbook.{code}", Severity.NOTE, Text(vi, ru, en))


# the shape of a file
NO_YEAR: Final = _error(
    "no-year",
    "Chưa có bảng ‘year’ (trang ‘Năm’): cần ghi năm, đơn vị và tên báo cáo.",
    "Нет таблицы ‘year’ (лист «Năm»): нужны год, организация и название отчёта.",
    "There is no table ‘year’ (sheet ‘Năm’): the year, the org unit and the title are needed.",
)
NO_SCHEMA: Final = _error(
    "no-schema",
    "Tệp thiếu dòng ‘schema: {expected}’ ở đầu.",
    "В начале файла нет строки ‘schema: {expected}’.",
    "The file lacks the line ‘schema: {expected}’ at its head.",
)
WRONG_SCHEMA: Final = _error(
    "wrong-schema",
    "Tệp ghi theo mẫu ‘{found}’; bản này đọc mẫu ‘{expected}’.",
    "Файл составлен по форме ‘{found}’; эта версия читает форму ‘{expected}’.",
    "The file is written in the form ‘{found}’; this version reads ‘{expected}’.",
)
UNKNOWN_TABLE: Final = _error(
    "unknown-table",
    "Không có bảng ‘{table}’. Gần nhất: ‘{near}’. Các bảng: {tables}.",
    "Таблицы ‘{table}’ нет. Ближайшая: ‘{near}’. Таблицы: {tables}.",
    "There is no table ‘{table}’. The nearest is ‘{near}’. Tables: {tables}.",
)
UNKNOWN_COLUMN: Final = _error(
    "unknown-column",
    "Bảng ‘{table}’ không có mục ‘{column}’. Gần nhất: ‘{near}’. Các mục: {columns}.",
    "В таблице ‘{table}’ нет поля ‘{column}’. Ближайшее: ‘{near}’. Поля: {columns}.",
    "The table ‘{table}’ has no column ‘{column}’. The nearest is ‘{near}’. Columns: {columns}.",
)
COLUMN_TWICE: Final = _error(
    "column-twice",
    "Mục ‘{column}’ được ghi hai lần.",
    "Поле ‘{column}’ указано дважды.",
    "The column ‘{column}’ stands twice.",
)
ONE_ROW: Final = _error(
    "one-row",
    "Bảng ‘{table}’ chỉ có một dòng cho cả năm; dòng này là dòng thứ hai.",
    "В таблице ‘{table}’ одна строка на весь год; эта строка — вторая.",
    "The table ‘{table}’ has one row for the whole year; this is a second one.",
)

# one value
MISSING: Final = _error(
    "missing-value",
    "Còn trống: ‘{column}’. Bảng ‘{table}’ bắt buộc có mục này ở mỗi dòng.",
    "Не заполнено: ‘{column}’. В таблице ‘{table}’ это поле обязательно.",
    "Left empty: ‘{column}’. Every row of the table ‘{table}’ needs it.",
)
MISSING_VIETNAMESE: Final = _error(
    "missing-vietnamese",
    "‘{column}’ có bản dịch nhưng chưa có tiếng Việt.",
    "У ‘{column}’ есть перевод, но нет вьетнамского текста.",
    "‘{column}’ has a translation but no Vietnamese text.",
)
BAD_TEXT: Final = _error(
    "bad-text",
    "‘{column}’ có ký tự điều khiển không đọc được. Đề nghị gõ lại.",
    "В ‘{column}’ есть управляющие знаки. Наберите текст заново.",
    "‘{column}’ holds control characters. Please type it again.",
)
BAD_NUMBER: Final = _error(
    "bad-number",
    "‘{column}’ phải là số, đang ghi ‘{text}’. Ví dụ: 2999.4",
    "‘{column}’ должно быть числом, а записано ‘{text}’. Например: 2999.4",
    "‘{column}’ must be a number but says ‘{text}’. For example: 2999.4",
)
BAD_AMOUNT: Final = _error(
    "bad-amount",
    "‘{column}’ phải là số, khoảng hoặc cận, đang ghi ‘{text}’. Ví dụ: 2999.4 · 3.00..4.50 · >3000 · <157",
    "‘{column}’ должно быть числом, промежутком или границей, а записано ‘{text}’."
    " Например: 2999.4 · 3.00..4.50 · >3000 · <157",
    "‘{column}’ must be a number, a range or a bound but says ‘{text}’."
    " For example: 2999.4 · 3.00..4.50 · >3000 · <157",
)
BAD_WHOLE: Final = _error(
    "bad-whole-number",
    "‘{column}’ phải là số nguyên, đang ghi ‘{text}’. Ví dụ: 2",
    "‘{column}’ должно быть целым числом, а записано ‘{text}’. Например: 2",
    "‘{column}’ must be a whole number but says ‘{text}’. For example: 2",
)
BAD_DATE: Final = _error(
    "bad-date",
    "‘{column}’ phải là ngày, đang ghi ‘{text}’. Ví dụ: 2022-11-28",
    "‘{column}’ должно быть датой, а записано ‘{text}’. Например: 2022-11-28",
    "‘{column}’ must be a date but says ‘{text}’. For example: 2022-11-28",
)
BAD_PERIOD: Final = _error(
    "bad-period",
    "‘{column}’ phải là kỳ, đang ghi ‘{text}’. Ví dụ: 2022 · 2022-H1 · 2022-9M · 2022-Q4 · 2022-11 · 2022-11-28",
    "‘{column}’ должно быть периодом, а записано ‘{text}’."
    " Например: 2022 · 2022-H1 · 2022-9M · 2022-Q4 · 2022-11 · 2022-11-28",
    "‘{column}’ must be a period but says ‘{text}’."
    " For example: 2022 · 2022-H1 · 2022-9M · 2022-Q4 · 2022-11 · 2022-11-28",
)
BAD_DATED_AMOUNT: Final = _error(
    "bad-dated-amount",
    "‘{column}’ tính bằng ngày nên phải là ngày hoặc kỳ, đang ghi ‘{text}’. Ví dụ: 2022-12-31 · 2023-Q2 · <2022-12-31",
    "‘{column}’ измеряется датой, а записано ‘{text}’. Например: 2022-12-31 · 2023-Q2 · <2022-12-31",
    "‘{column}’ is measured in dates, so it must be a day or a period, but says ‘{text}’."
    " For example: 2022-12-31 · 2023-Q2 · <2022-12-31",
)
BAD_YES_NO: Final = _error(
    "bad-yes-no",
    "‘{column}’ phải là có hoặc không, đang ghi ‘{text}’. Ví dụ: true · false",
    "‘{column}’ должно быть «да» или «нет», а записано ‘{text}’. Например: true · false",
    "‘{column}’ must be yes or no but says ‘{text}’. For example: true · false",
)
BAD_CHOICE: Final = _error(
    "bad-choice",
    "‘{column}’ đang ghi ‘{text}’; chỉ nhận: {choices}.",
    "В ‘{column}’ записано ‘{text}’; допустимо: {choices}.",
    "‘{column}’ says ‘{text}’; it can be: {choices}.",
)

# what a person typed in a spreadsheet
NUMBER_AS_TEXT: Final = _note(
    "number-as-text",
    "Ô {cell} ghi số dưới dạng chữ: ‘{text}’. Đã hiểu là {value}. Đề nghị xác nhận.",
    "В ячейке {cell} число записано текстом: ‘{text}’. Понято как {value}. Подтвердите.",
    "Cell {cell} holds a number as text: ‘{text}’. Read as {value}. Please confirm.",
)
AMBIGUOUS_NUMBER: Final = _error(
    "ambiguous-number",
    "Ô {cell} ghi ‘{text}’: có thể là {first} hoặc {second}. Đề nghị chọn một.",
    "В ячейке {cell} записано ‘{text}’: это может быть {first} или {second}. Выберите одно.",
    "Cell {cell} says ‘{text}’: it may be {first} or {second}. Please choose one.",
)
DATE_AS_TEXT: Final = _note(
    "date-as-text",
    "Ô {cell} ghi ngày dưới dạng chữ: ‘{text}’. Đã hiểu là {value}.",
    "В ячейке {cell} дата записана текстом: ‘{text}’. Понято как {value}.",
    "Cell {cell} holds a date as text: ‘{text}’. Read as {value}.",
)

# the year as a whole
UNKNOWN_UNIT: Final = _error(
    "unknown-unit",
    "Chưa có đơn vị mang mã ‘{code}’. Thêm vào danh sách đơn vị hoặc sửa mã.",
    "Организации с кодом «{code}» нет. Добавьте её в список или исправьте код.",
    "There is no org unit with the code ‘{code}’. Add it to the list or correct the code.",
)
UNKNOWN_INDICATOR: Final = _error(
    "unknown-indicator",
    "Chưa có chỉ tiêu mang mã ‘{code}’. Thêm vào danh sách chỉ tiêu hoặc sửa mã.",
    "Показателя с кодом «{code}» нет. Добавьте его в список или исправьте код.",
    "There is no indicator with the code ‘{code}’. Add it to the list or correct the code.",
)
UNKNOWN_BREAKDOWN: Final = _error(
    "unknown-breakdown",
    "Chưa có phần (lô, mỏ, giàn) mang mã ‘{code}’. Thêm vào danh sách hoặc sửa mã.",
    "Части (блока, месторождения, платформы) с кодом «{code}» нет. Добавьте её в список или исправьте код.",
    "There is no part (block, field, platform) with the code ‘{code}’. Add it to the list or correct the code.",
)
OTHER_DIMENSION: Final = _error(
    "other-dimension",
    "Số liệu ghi bằng ‘{measure}’, chỉ tiêu ‘{code}’ tính bằng ‘{expected}’:"
    " hai đơn vị tính này không quy đổi được cho nhau.",
    "Значение указано в ‘{measure}’, показатель ‘{code}’ — в ‘{expected}’: эти единицы не пересчитываются.",
    "The figure is given in ‘{measure}’, the indicator ‘{code}’ in ‘{expected}’: these measures do not convert.",
)
NOT_REPORTED: Final = _error(
    "not-a-reported-kind",
    "‘{kind}’ không phải số liệu báo cáo: kế hoạch ghi ở bảng ‘targets’, tỷ lệ do máy tính.",
    "‘{kind}’ — не отчётное значение: план указывается в ‘targets’, проценты вычисляются.",
    "‘{kind}’ is not a reported figure: plans go into ‘targets’, percentages are calculated.",
)
BAD_BASIS: Final = _error(
    "bad-basis",
    "Năm được tính theo số thực hiện hoặc ước thực hiện, không theo ‘{kind}’.",
    "Год оценивается по факту или ожидаемому исполнению, а не по ‘{kind}’.",
    "A year is reviewed on actual or estimated figures, not on ‘{kind}’.",
)
SAME_FIGURE: Final = _error(
    "same-figure-twice",
    "Số liệu {address}, lần báo cáo {revision}, được ghi hai lần. Nếu là số sửa lại, tăng lần báo cáo.",
    "Значение {address}, редакция {revision}, указано дважды. Если это исправление, увеличьте номер редакции.",
    "The figure {address}, revision {revision}, stands twice. If it is a correction, raise its revision.",
)
SAME_ROW: Final = _error(
    "same-row-twice",
    "‘{key}’ được ghi hai lần trong bảng ‘{table}’.",
    "‘{key}’ указано дважды в таблице ‘{table}’.",
    "‘{key}’ stands twice in the table ‘{table}’.",
)
NEGATIVE: Final = _warning(
    "negative",
    "Số liệu mang dấu âm ({value}); chỉ tiêu ‘{code}’ không nhận giá trị âm.",
    "Значение отрицательно ({value}); показатель ‘{code}’ не может быть отрицательным.",
    "The figure is negative ({value}); the indicator ‘{code}’ takes no negative values.",
)
