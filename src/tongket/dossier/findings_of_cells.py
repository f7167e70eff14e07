"""What can be wrong in one open cell of a returned form: what it says, how it was understood, and what to do."""

from typing import Final

from tongket.words import FindingKind

NUMBER_AS_TEXT: Final = FindingKind.warning(
    "dossier.number-as-text",
    "Ô {cell} ghi số dưới dạng chữ: ‘{text}’. Đã hiểu là {value}. Đề nghị xác nhận.",
    "В ячейке {cell} число записано текстом: «{text}». Понято как {value}. Подтвердите.",
    "Cell {cell} gives a number as text: ‘{text}’. It was read as {value}. Please confirm.",
)
AMBIGUOUS: Final = FindingKind.error(
    "dossier.ambiguous-number",
    "Ô {cell} ghi ‘{text}’: có thể là {first} ({spelt}) hoặc {second}. Đề nghị chọn một.",
    "В ячейке {cell} записано «{text}»: это может быть {first} ({spelt}) или {second}. Выберите одно.",
    "Cell {cell} says ‘{text}’: it may be {first} ({spelt}) or {second}. Please choose one.",
)
MISSING: Final = FindingKind.error(
    "dossier.missing",
    "Ô {cell} còn trống. Nếu chỉ tiêu không phát sinh, ghi 0; nếu không được giao, chọn ‘Không giao’; "
    "nếu chưa có số, chọn ‘Chưa có số liệu’.",
    "Ячейка {cell} пуста. Если показателя не было, введите 0; если он не задан, выберите «Không giao» (не задан); "
    "если данных ещё нет – «Chưa có số liệu» (нет данных).",
    "Cell {cell} is empty. If there was none of it, enter 0; if it was not assigned, choose ‘Không giao’ "
    "(not assigned); if there is no figure yet, choose ‘Chưa có số liệu’ (not available).",
)
NOT_A_NUMBER: Final = FindingKind.error(
    "dossier.not-a-number",
    "Ô {cell} phải là số, đang ghi ‘{text}’.",
    "В ячейке {cell} должно быть число, записано «{text}».",
    "Cell {cell} must be a number but says ‘{text}’.",
)
DASH: Final = FindingKind.error(
    "dossier.dash",
    "Ô {cell} ghi ‘{text}’, không rõ là không phát sinh hay chưa có số. Nếu không phát sinh, ghi 0; "
    "nếu không được giao, chọn ‘Không giao’; nếu chưa có số, chọn ‘Chưa có số liệu’.",
    "В ячейке {cell} стоит «{text}»: неясно, не было показателя или нет данных. Если не было, введите 0; "
    "если не задан, выберите «Không giao»; если данных ещё нет – «Chưa có số liệu».",
    "Cell {cell} says ‘{text}’: it is not clear whether there was none or there is no figure yet. "
    "If there was none, enter 0; if it was not assigned, choose ‘Không giao’; "
    "if there is no figure yet, choose ‘Chưa có số liệu’.",
)
UNCALCULATED: Final = FindingKind.error(
    "dossier.formula-without-value",
    "Ô {cell} là công thức chưa được tính. Mở tệp bằng Excel, bấm Lưu, rồi gửi lại.",
    "В ячейке {cell} формула без вычисленного значения. Откройте файл в Excel, сохраните и отправьте снова.",
    "Cell {cell} is a formula that was not calculated. Open the file in Excel, save it, and send it again.",
)
CELL_ERROR: Final = FindingKind.error(
    "dossier.cell-error",
    "Ô {cell} báo lỗi {text}.",
    "В ячейке {cell} ошибка {text}.",
    "Cell {cell} shows the error {text}.",
)
DATE_AS_TEXT: Final = FindingKind.note(
    "dossier.date-as-text",
    "Ô {cell} ghi ngày dưới dạng chữ: ‘{text}’. Đã hiểu là {value}.",
    "В ячейке {cell} дата записана текстом: «{text}». Понято как {value}.",
    "Cell {cell} gives a date as text: ‘{text}’. It was read as {value}.",
)
NOT_A_DATE: Final = FindingKind.error(
    "dossier.not-a-date",
    "Ô {cell} phải là ngày, tháng hoặc quý, đang ghi ‘{text}’. Ví dụ: 05/11/2026 · 11/2026 · Quý IV/2026.",
    "В ячейке {cell} должен быть день, месяц или квартал, записано «{text}». "
    "Например: 05/11/2026 · 11/2026 · Quý IV/2026.",
    "Cell {cell} must be a day, a month or a quarter but says ‘{text}’. For example: 05/11/2026 · 11/2026 · "
    "Quý IV/2026.",
)
UNEXPECTED_DATE: Final = FindingKind.error(
    "dossier.unexpected-date",
    "Ô {cell} phải là số nhưng đang là ngày {text}: Excel đã đổi số thành ngày. Định dạng ô là Số rồi gõ lại.",
    "В ячейке {cell} должно быть число, но стоит дата {text}: Excel превратил число в дату. "
    "Задайте числовой формат и введите снова.",
    "Cell {cell} must be a number but holds the date {text}: Excel made a date of it. "
    "Format the cell as a number and type it again.",
)
OTHER_MEASURE: Final = FindingKind.error(
    "dossier.other-measure",
    "Ô {cell} ghi ‘{text}’; biểu yêu cầu {wanted}. Ghi lại theo {wanted}, chỉ ghi số.",
    "В ячейке {cell} записано «{text}»; форма требует: {wanted}. Введите только число в этой единице: {wanted}.",
    "Cell {cell} says ‘{text}’; the form asks for {wanted}. Give the number in {wanted}, without the measure.",
)
NOT_ONE_NUMBER: Final = FindingKind.error(
    "dossier.not-one-number",
    "Ô {cell} ghi ‘{text}’; chỉ tiêu này cần một con số. Ghi số thực hiện hoặc số ước; "
    "nếu chưa có, chọn ‘Chưa có số liệu’.",
    "В ячейке {cell} записано «{text}»; для показателя нужно одно число. Введите факт или оценку; "
    "если данных нет, выберите «Chưa có số liệu».",
    "Cell {cell} says ‘{text}’; this indicator needs one number. Give the actual figure or the estimate; "
    "if there is none yet, choose ‘Chưa có số liệu’.",
)
NEGATIVE: Final = FindingKind.error(
    "dossier.negative",
    "Ô {cell} mang dấu âm; chỉ tiêu này không nhận giá trị âm.",
    "В ячейке {cell} отрицательное число; показатель не может быть отрицательным.",
    "Cell {cell} is negative; this indicator takes no negative values.",
)
MORE_DECIMALS: Final = FindingKind.note(
    "dossier.more-decimals",
    "Ô {cell} ghi {value}, chỉ tiêu này in {digits} chữ số thập phân. Số được giữ nguyên, khi in sẽ làm tròn.",
    "В ячейке {cell} записано {value}; показатель печатается с {digits} знаками после запятой. "
    "Число сохранено, при печати округляется.",
    "Cell {cell} says {value}; this indicator is printed with {digits} decimals. "
    "The number is kept and rounded in print.",
)
FORMULA: Final = FindingKind.note(
    "dossier.formula",
    "Ô {cell} là công thức; đã nhận giá trị {value}. Nên dán giá trị trước khi gửi.",
    "В ячейке {cell} формула; принято значение {value}. Перед отправкой лучше вставить значения.",
    "Cell {cell} is a formula; its value {value} was taken. Better paste values before sending.",
)
MERGED: Final = FindingKind.error(
    "dossier.merged-cells",
    "Các ô {area} bị gộp nên không rõ số thuộc ô nào. Bỏ gộp ô rồi ghi từng số.",
    "Ячейки {area} объединены: неясно, к какой относится число. Отмените объединение и введите числа отдельно.",
    "The cells {area} are merged, so it is not clear which of them the number belongs to. "
    "Unmerge them and give each its number.",
)
