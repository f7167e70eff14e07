"""What a workbook is refused for when tongket is to write into it, with what to do about it."""

from typing import Final

from tongket.words import Text

OLD_FORMAT: Final = Text(
    "Tệp .xls cũ đọc được nhưng không ghi vào được. Mở bằng Excel, lưu thành .xlsx rồi làm lại.",
    "Старый файл .xls читается, но записать в него нельзя. Сохраните его как .xlsx и повторите.",
    "An old .xls can be read but not written into. Save it as .xlsx and try again.",
)
STRICT: Final = Text(
    "Tệp ở dạng ‘Strict Open XML’ nên không ghi vào được. Mở bằng Excel, lưu dạng ‘Excel Workbook’ rồi làm lại.",
    "Файл в формате ‘Strict Open XML’, записать в него нельзя. Сохраните его как ‘Книга Excel (.xlsx)’ и повторите.",
    "The file is ‘Strict Open XML’ and cannot be written into. Save it as ‘Excel Workbook (.xlsx)’ and try again.",
)
BROKEN: Final = Text(
    "Cấu trúc tệp sai ở phần ‘{part}’ nên không ghi vào. Mở bằng Excel, lưu thành .xlsx mới rồi làm lại.",
    "Структура файла нарушена в части ‘{part}’, запись невозможна. Откройте в Excel, сохраните как новый .xlsx.",
    "The file is broken in its part ‘{part}’ and was not written into. Open it in Excel and save it as a new .xlsx.",
)
NO_SHEET: Final = Text(
    "Tệp không có trang ‘{sheet}’; các trang: {sheets}.",
    "В файле нет листа ‘{sheet}’; листы: {sheets}.",
    "The file has no sheet ‘{sheet}’; its sheets: {sheets}.",
)
NO_CELL: Final = Text(
    "‘{cell}’ không phải là địa chỉ ô (ví dụ E51).",
    "‘{cell}’ не является адресом ячейки (например, E51).",
    "‘{cell}’ is no address of a cell (as E51 is).",
)
FORMULA: Final = Text(
    "Ô {cell} trang ‘{sheet}’ có công thức; không ghi đè. Bỏ ô này khỏi danh sách ghi hoặc xóa công thức trước.",
    "В ячейке {cell} листа ‘{sheet}’ формула; она не заменяется. Исключите ячейку или удалите формулу.",
    "Cell {cell} of the sheet ‘{sheet}’ holds a formula, which is not replaced. Leave it out or delete the formula.",
)
COVERED: Final = Text(
    "Ô {cell} trang ‘{sheet}’ nằm trong vùng trộn {area}; ghi vào ô đầu của vùng.",
    "Ячейка {cell} листа ‘{sheet}’ входит в объединение {area}; пишите в его первую ячейку.",
    "Cell {cell} of the sheet ‘{sheet}’ lies inside the merged area {area}; write into its first cell.",
)
HEADING: Final = Text(
    "Ô {cell} trang ‘{sheet}’ là tiêu đề cột của bảng Excel {area} hoặc thuộc PivotTable; không ghi đè.",
    "Ячейка {cell} листа ‘{sheet}’ – заголовок таблицы Excel {area} или часть сводной таблицы; она не заменяется.",
    "Cell {cell} of the sheet ‘{sheet}’ heads the Excel table {area} or belongs to a pivot table; it is not replaced.",
)
TOO_LONG: Final = Text(
    "Chữ ghi vào ô {cell} trang ‘{sheet}’ dài quá {limit} ký tự; Excel không giữ được. Rút ngắn lại.",
    "Текст для ячейки {cell} листа ‘{sheet}’ длиннее {limit} знаков; Excel его не сохранит. Сократите текст.",
    "The text for cell {cell} of the sheet ‘{sheet}’ is over {limit} characters, more than Excel keeps. Shorten it.",
)
TOO_EARLY: Final = Text(
    "Ngày ghi vào ô {cell} trang ‘{sheet}’ sớm hơn lịch của Excel (từ 01/03/1900). Kiểm tra lại ngày.",
    "Дата для ячейки {cell} листа ‘{sheet}’ раньше календаря Excel (с 01.03.1900). Проверьте дату.",
    "The day for cell {cell} of the sheet ‘{sheet}’ is before Excel's calendar (from 01/03/1900). Check the day.",
)
