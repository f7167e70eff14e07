"""What can be wrong with a returned form as a whole: whose it is, its sheets, rows and columns, and the file itself."""

from typing import Final

from tongket.words import FindingKind

NOT_OUR_FORM: Final = FindingKind.error(
    "dossier.not-our-form",
    "Tệp không phải biểu mẫu đã cấp: không có cột mã chỉ tiêu của biểu. "
    "Nếu là biểu của đơn vị hoặc cấp trên, dùng lệnh: tongket map.",
    "Файл не является выданной формой: столбца кодов показателей нет. "
    "Если это форма самой организации, используйте команду: tongket map.",
    "The file is not a form that was issued: it has no column of indicator codes. "
    "If it is a workbook of the unit's own, use the command: tongket map.",
)
OTHER_UNITS_FORM: Final = FindingKind.error(
    "dossier.other-units-form",
    "Biểu mẫu này cấp cho {issued_to}, không phải {wanted}. Không nhận.",
    "Эта форма выдана организации {issued_to}, а не {wanted}. Не принята.",
    "This form was issued to {issued_to}, not to {wanted}. Not taken.",
)
OTHER_STAGE: Final = FindingKind.error(
    "dossier.other-stage",
    "Biểu mẫu này để báo cáo {issued_for}; lần này cần {wanted}. Không nhận. Tải lại biểu mẫu.",
    "Эта форма выдана для: {issued_for}; сейчас нужны {wanted}. Не принята. Загрузите новую форму.",
    "This form asks for {issued_for}; this time {wanted} are asked for. Not taken. Download the form again.",
)
OTHER_YEARS_FORM: Final = FindingKind.warning(
    "dossier.other-years-form",
    "Đây là biểu mẫu năm {year}. Số liệu được đọc theo mã; {count} chỉ tiêu mới của năm {wanted} còn thiếu.",
    "Это форма за {year}. Данные прочитаны по кодам; не хватает новых показателей за {wanted}: {count}.",
    "This is the form of {year}. The figures were read by code; {count} new indicators of {wanted} are missing.",
)
OTHER_YEARS_FORM_COMPLETE: Final = FindingKind.warning(
    "dossier.other-years-form-complete",
    "Đây là biểu mẫu năm {year}. Số liệu được đọc theo mã; không thiếu chỉ tiêu nào của năm {wanted}. "
    "Đề nghị xác nhận số trong tệp là của năm {wanted}.",
    "Это форма за {year}. Данные прочитаны по кодам; все показатели за {wanted} есть. "
    "Подтвердите, что данные в файле относятся к {wanted}.",
    "This is the form of {year}. The figures were read by code; no indicator of {wanted} is missing. "
    "Please confirm that the figures in it are those of {wanted}.",
)
META_MISSING: Final = FindingKind.warning(
    "dossier.form-unnamed",
    "Tệp không còn trang ẩn ‘{sheet}’ nên không rõ biểu cấp cho đơn vị nào, năm nào. Đã đọc theo mã chỉ tiêu; "
    "đề nghị xác nhận đây là biểu của {wanted}.",
    "В файле нет скрытого листа «{sheet}»: неизвестно, кому и за какой год выдана форма. Данные прочитаны по кодам; "
    "подтвердите, что это форма организации {wanted}.",
    "The hidden sheet ‘{sheet}’ is gone, so the file does not say to whom and for which year it was issued. "
    "It was read by code; please confirm that it is the form of {wanted}.",
)
LAYOUT_DIFFERS: Final = FindingKind.note(
    "dossier.layout-differs",
    "Biểu trong tệp có bố cục khác biểu hiện hành (thêm, bớt hoặc đổi tên chỉ tiêu sau khi cấp). "
    "Số liệu được đọc theo mã chỉ tiêu.",
    "Форма в файле отличается от действующей (показатели добавлены, исключены или переименованы после выдачи). "
    "Данные прочитаны по кодам.",
    "The form in the file is laid out otherwise than the one in force (indicators were added, dropped or renamed "
    "after it was issued). The figures were read by code.",
)
PLAN_ADJUSTED_SINCE: Final = FindingKind.note(
    "dossier.plan-adjusted-since",
    "Biểu cấp theo bản kế hoạch ‘{issued}’; nay dùng bản ‘{now}’. "
    "Số kế hoạch trong tệp là số khi cấp biểu, không dùng để tổng hợp.",
    "Форма выдана по версии плана «{issued}»; сейчас действует «{now}». "
    "Плановые числа в файле – на день выдачи, в свод они не идут.",
    "The form was issued with the plan version ‘{issued}’; ‘{now}’ is now in force. "
    "The plan figures in the file are those of the day of issue and are not added up.",
)
SHEET_MISSING: Final = FindingKind.error(
    "dossier.part-missing",
    "Thiếu trang tính ‘{sheet}’ ({part}): không có trong tệp đã nộp. Tải lại biểu mẫu và điền phần này.",
    "Листа «{sheet}» ({part}) нет ни в одном поданном файле. Загрузите форму снова и заполните эту часть.",
    "The sheet ‘{sheet}’ ({part}) is in no file that was filed. Download the form again and fill in this part.",
)
COLUMN_MISSING: Final = FindingKind.error(
    "dossier.column-missing",
    "Trang ‘{sheet}’ thiếu cột ‘{column}’ nên không đọc được số của cột này. Điền lại vào biểu mẫu đã cấp.",
    "На листе «{sheet}» нет столбца «{column}», его данные не прочитаны. Заполните выданную форму заново.",
    "The sheet ‘{sheet}’ has no column ‘{column}’, so its figures cannot be read. Fill in the form as it was issued.",
)
COLUMN_TWICE: Final = FindingKind.error(
    "dossier.column-twice",
    "Cột ‘{column}’ có hai lần ({first} và {second}) nên không rõ lấy số nào. Bỏ cột thừa.",
    "Столбец «{column}» встречается дважды ({first} и {second}), неясно, какой брать. Уберите лишний.",
    "The column ‘{column}’ stands twice ({first} and {second}), so it is not clear which one counts. Remove one.",
)
COLUMN_MOVED: Final = FindingKind.note(
    "dossier.column-moved",
    "Cột ‘{column}’ nằm ở cột {found}, biểu gốc là cột {expected}. Đã nhận theo tên cột.",
    "Столбец «{column}» стоит в {found}, в исходной форме – в {expected}. Принят по имени столбца.",
    "The column ‘{column}’ stands in {found}; in the form it is {expected}. It was taken by its name.",
)
EXTRA_COLUMN: Final = FindingKind.note(
    "dossier.column-extra",
    "Cột {column} không có trong biểu gốc nên không đọc.",
    "Столбца {column} в исходной форме нет, он не прочитан.",
    "Column {column} is not in the form and was not read.",
)
ROW_MISSING: Final = FindingKind.error(
    "dossier.row-missing",
    "Thiếu dòng ‘{name}’ (mã {code}). Thêm lại dòng với đúng mã, hoặc điền vào biểu mẫu đã cấp.",
    "Нет строки «{name}» (код {code}). Верните строку с тем же кодом или заполните выданную форму.",
    "The row ‘{name}’ (code {code}) is missing. Put it back under its code, or fill in the form as it was issued.",
)
ROW_TWICE: Final = FindingKind.error(
    "dossier.row-twice",
    "Dòng ‘{name}’ (mã {code}) có hai lần, ở {first} và {second}, số khác nhau. Giữ một dòng.",
    "Строка «{name}» (код {code}) встречается дважды, в {first} и {second}, с разными числами. Оставьте одну.",
    "The row ‘{name}’ (code {code}) stands twice, at {first} and {second}, with different figures. Keep one.",
)
ROW_REPEATED: Final = FindingKind.note(
    "dossier.row-repeated",
    "Dòng ‘{name}’ (mã {code}) có hai lần, ở {first} và {second}; đã lấy số ở {taken}.",
    "Строка «{name}» (код {code}) встречается дважды, в {first} и {second}; взята {taken}.",
    "The row ‘{name}’ (code {code}) stands twice, at {first} and {second}; {taken} was taken.",
)
ROW_MOVED: Final = FindingKind.note(
    "dossier.row-moved",
    "Dòng ‘{name}’ nằm ở hàng {found}, biểu gốc là hàng {expected}. Đã nhận theo mã chỉ tiêu.",
    "Строка «{name}» стоит на {found}-м месте, в исходной форме – на {expected}-м. Принята по коду показателя.",
    "The row ‘{name}’ is in row {found}; in the form it is row {expected}. It was taken by the indicator's code.",
)
UNKNOWN_CODE: Final = FindingKind.warning(
    "dossier.unknown-code",
    "Ô {cell} ghi mã ‘{code}’ không có trong biểu; dòng này không đọc. "
    "Sửa mã nếu gõ nhầm; nếu là chỉ tiêu bổ sung của đơn vị, để trống ô mã.",
    "В ячейке {cell} код «{code}», которого в форме нет; строка не прочитана. "
    "Исправьте код; если это дополнительный показатель организации, оставьте ячейку кода пустой.",
    "Cell {cell} gives the code ‘{code}’, which the form does not have; the row was not read. "
    "Correct the code; if it is an additional indicator of the unit, leave the cell of the code empty.",
)
EXTRA_ROW: Final = FindingKind.note(
    "dossier.row-extra",
    "Chỉ tiêu bổ sung của đơn vị ở hàng {row}: ‘{name}’ – {values}. Giữ làm ghi chú, không tổng hợp.",
    "Дополнительный показатель организации в строке {row}: «{name}» – {values}. "
    "Оставлен как примечание, в свод не идёт.",
    "An additional indicator of the unit in row {row}: ‘{name}’ – {values}. Kept as a note, not added up.",
)
MEASURE_CHANGED: Final = FindingKind.error(
    "dossier.measure-changed",
    "Ô {cell} ghi đơn vị tính ‘{found}’; biểu yêu cầu {wanted}. Ghi lại số của dòng theo {wanted}.",
    "В ячейке {cell} указана единица «{found}»; форма требует: {wanted}. "
    "Укажите числа строки в этой единице: {wanted}.",
    "Cell {cell} gives the measure ‘{found}’; the form asks for {wanted}. Give the figures of the row in {wanted}.",
)
NAME_CHANGED: Final = FindingKind.note(
    "dossier.name-changed",
    "Ô {cell} ghi ‘{found}’; mã {code} trong biểu là ‘{wanted}’. Đã nhận theo mã chỉ tiêu.",
    "В ячейке {cell} записано «{found}»; код {code} в форме – «{wanted}». Принято по коду показателя.",
    "Cell {cell} says ‘{found}’; in the form the code {code} is ‘{wanted}’. It was taken by the indicator's code.",
)
HIDDEN: Final = FindingKind.note(
    "dossier.hidden-figures",
    "{what} bị ẩn nhưng có số liệu; số liệu được nhận. Đề nghị xem lại phần bị ẩn.",
    "{what}: скрыто, но содержит данные; данные приняты. Проверьте скрытое.",
    "{what} is hidden but holds figures; they were taken. Please look at what is hidden.",
)
CUT_OFF_DIFFERS: Final = FindingKind.warning(
    "dossier.cut-off-differs",
    "Ô {cell} ghi số liệu tính đến ngày {found}; biểu yêu cầu tính đến ngày {wanted}. "
    "Cập nhật số liệu hoặc giải trình.",
    "В ячейке {cell} данные по состоянию на {found}; форма требует на {wanted}. Обновите данные или поясните.",
    "Cell {cell} says the figures go up to {found}; the form asks for {wanted}. Bring them up to date or explain.",
)
MACROS: Final = FindingKind.note(
    "dossier.has-macros",
    "Tệp có macro. Hệ thống không chạy; đề nghị gửi tệp .xlsx thường.",
    "Файл содержит макросы. Они не выполняются; отправьте обычный файл .xlsx.",
    "The file has macros. They are not run; please send an ordinary .xlsx.",
)
LINKS: Final = FindingKind.note(
    "dossier.has-links",
    "Tệp có liên kết ra ngoài. Hệ thống không chạy; đề nghị gửi tệp .xlsx thường.",
    "Файл содержит внешние ссылки. Они не открываются; отправьте обычный файл .xlsx.",
    "The file links to other files. They are not followed; please send an ordinary .xlsx.",
)
OLD_FORMAT: Final = FindingKind.note(
    "dossier.old-format",
    "Tệp ở dạng .xls cũ: không xem được phông chữ, dòng ẩn và công thức. Số liệu được nhận; đề nghị gửi .xlsx.",
    "Файл в старом формате .xls: шрифты, скрытые строки и формулы не видны. Данные приняты; лучше отправлять .xlsx.",
    "The file is an old .xls: fonts, hidden rows and formulas cannot be seen. The figures were taken; "
    "better send an .xlsx.",
)
OLD_FONT: Final = FindingKind.note(
    "dossier.old-font",
    "Tệp dùng bộ chữ {encoding} ({font}). Đã chuyển sang Unicode; đề nghị đọc lại {count} ô chữ.",
    "В файле кодировка {encoding} ({font}). Преобразовано в Юникод; перечитайте текстовые ячейки: {count}.",
    "The file uses the encoding {encoding} ({font}). It was turned into Unicode; please read {count} cells again.",
)
