"""What can be wrong with a file itself, before anybody looks at what it says, and how it is said."""

from typing import Final

from tongket.words import FindingKind, Severity, Text


def _kind(code: str, severity: Severity, vi: str, ru: str, en: str) -> FindingKind:
    return FindingKind(f"files.{code}", severity, Text(vi, ru, en))


TOO_BIG: Final = _kind(
    "too-big",
    Severity.ERROR,
    "Tệp vượt giới hạn an toàn ({limit}) nên không mở.",
    "Файл превышает безопасный предел ({limit}) и не открыт.",
    "The file is over the safe limit ({limit}) and was not opened.",
)
DAMAGED: Final = _kind(
    "damaged",
    Severity.ERROR,
    "Tệp hỏng hoặc không phải sổ Excel nên không mở. Đề nghị lưu lại thành .xlsx.",
    "Файл повреждён или не является книгой Excel. Сохраните его заново как .xlsx.",
    "The file is damaged or is no Excel workbook. Please save it again as .xlsx.",
)
LOCKED: Final = _kind(
    "locked",
    Severity.ERROR,
    "Tệp đặt mật khẩu nên không đọc được. Bỏ mật khẩu rồi gửi lại.",
    "Файл защищён паролем и не читается. Снимите пароль и пришлите его снова.",
    "The file has a password, so it cannot be read. Remove the password and send it again.",
)
WRONG_TYPE: Final = _kind(
    "wrong-type",
    Severity.ERROR,
    "Tệp này thuộc loại {type} nên không đọc ở đây. Mở tệp, lưu lại thành .xlsx rồi gửi.",
    "Это файл типа {type}, здесь он не читается. Откройте его, сохраните как .xlsx и пришлите.",
    "This is a file of the type {type}, which is not read here. Open it, save it as .xlsx and send that.",
)
UNSAFE: Final = _kind(
    "unsafe",
    Severity.ERROR,
    "Tệp hỏng hoặc vượt giới hạn an toàn nên không mở. Đề nghị lưu lại thành .xlsx rồi gửi.",
    "Файл повреждён или превышает безопасный предел и не открыт. Сохраните его заново как .xlsx и пришлите.",
    "The file is damaged or over the safe limit and was not opened. Please save it again as .xlsx and send it.",
)
TOO_FAR: Final = _kind(
    "too-far",
    Severity.ERROR,
    "Trang ‘{sheet}’ có số liệu ở ô {cell}, quá xa phần còn lại, nên không mở tệp. Xóa ô đó, lưu lại rồi gửi.",
    "На листе ‘{sheet}’ занята слишком далёкая ячейка {cell}, файл не открыт. Очистите её, сохраните и пришлите снова.",
    "The sheet ‘{sheet}’ holds something in the far cell {cell}, so the file was not opened. Clear it, send again.",
)
CLASSIFIED: Final = _kind(
    "classified",
    Severity.ERROR,
    "Tên tệp hoặc nội dung có dấu ‘MẬT’. Không nhận tài liệu bí mật nhà nước.",
    "В имени файла или в тексте стоит гриф ‘MẬT’ (секретно). Документы с государственной тайной не принимаются.",
    "The name of the file or its text bears the mark ‘MẬT’ (secret). State secrets are not taken in.",
)
NO_EVIDENCE: Final = _kind(
    "no-evidence",
    Severity.ERROR,
    "Tệp minh chứng {file} không thuộc loại được nhận, hoặc tên tệp không đúng với nội dung. Nhận: pdf, jpg, png, "
    "docx, xlsx.",
    "Подтверждение {file} не принимается: тип не тот или имя не соответствует содержанию. Принимаются: pdf, jpg, png, "
    "docx, xlsx.",
    "The evidence {file} is of a kind that is not taken, or its name does not fit what is in it. Taken are: pdf, jpg, "
    "png, docx, xlsx.",
)
NO_PROGRAMS: Final = _kind(
    "programs-in-evidence",
    Severity.ERROR,
    "Tệp minh chứng {file} có macro nên không nhận. Lưu lại thành tệp không có macro rồi gửi.",
    "В файле {file} есть макросы, он не принят. Сохраните его без макросов и загрузите снова.",
    "The evidence {file} holds macros and was not taken. Save it without macros and send it again.",
)
NOT_UTF8: Final = _kind(
    "not-utf8",
    Severity.ERROR,
    "Tệp không ghi bằng UTF-8 (lỗi từ dòng {line}). Lưu lại với bảng mã UTF-8.",
    "Файл не в кодировке UTF-8 (со строки {line}). Сохраните его в UTF-8.",
    "The file is not in UTF-8 (from line {line}). Please save it as UTF-8.",
)
UNREADABLE: Final = _kind(
    "unreadable",
    Severity.ERROR,
    "Không đọc được tệp: {reason}.",
    "Файл не читается: {reason}.",
    "The file cannot be read: {reason}.",
)
NOT_READ: Final = _kind(
    "not-read",
    Severity.WARNING,
    "Tệp này không được đọc. Thư mục ‘inputs’ nhận .yaml, .csv (TÊN-BẢNG.csv) và sổ .xlsx ở ngay trong ‘inputs’.",
    "Этот файл не прочитан. Папка ‘inputs’ принимает .yaml, .csv (ТАБЛИЦА.csv) и книги .xlsx прямо в ‘inputs’.",
    "This file was not read. The folder ‘inputs’ takes .yaml, .csv (TABLE.csv) and .xlsx directly in ‘inputs’.",
)
NO_INPUTS: Final = _kind(
    "no-inputs",
    Severity.ERROR,
    "Không có thư mục ‘inputs’ trong ‘{folder}’.",
    "В ‘{folder}’ нет папки ‘inputs’.",
    "There is no folder ‘inputs’ in ‘{folder}’.",
)
SEVERAL_YEARS: Final = _kind(
    "several-years",
    Severity.ERROR,
    "Thư mục ‘inputs’ có {count} sổ năm: {files}. Chỉ giữ một sổ, chuyển các tệp kia ra ngoài ‘inputs’.",
    "В папке ‘inputs’ книг года: {count} ({files}). Оставьте одну, остальные уберите из ‘inputs’.",
    "The folder ‘inputs’ holds {count} year books: {files}. Keep one and move the others out of ‘inputs’.",
)
YAML_SYNTAX: Final = _kind(
    "yaml-syntax",
    Severity.ERROR,
    "Dòng này sai cú pháp YAML ({problem}). Kiểm tra thụt lề, dấu hai chấm, dấu ngoặc.",
    "Синтаксическая ошибка YAML ({problem}). Проверьте отступы, двоеточия, скобки.",
    "This line is not valid YAML ({problem}). Check indents, colons and brackets.",
)
YAML_FEATURE: Final = _kind(
    "yaml-feature",
    Severity.ERROR,
    "Không dùng {feature} của YAML ở đây; ghi thẳng giá trị.",
    "Здесь не используется {feature} YAML; запишите значение прямо.",
    "YAML's {feature} is not used here; write the value itself.",
)
DUPLICATE_KEY: Final = _kind(
    "duplicate-key",
    Severity.ERROR,
    "Khóa ‘{key}’ được ghi hai lần; lần đầu ở dòng {line}.",
    "Ключ ‘{key}’ указан дважды; впервые в строке {line}.",
    "The key ‘{key}’ stands twice; first in line {line}.",
)
TOO_DEEP: Final = _kind(
    "too-deep",
    Severity.ERROR,
    "Lồng nhau quá sâu (hơn {limit} tầng).",
    "Слишком глубокая вложенность (более {limit}).",
    "Nested too deeply (more than {limit} levels).",
)
WRONG_SHAPE: Final = _kind(
    "wrong-shape",
    Severity.ERROR,
    "Ở đây cần {expected}.",
    "Здесь нужно: {expected}.",
    "Here stands what should be {expected}.",
)
CSV_SYNTAX: Final = _kind(
    "csv-syntax",
    Severity.ERROR,
    "Dòng này sai cú pháp CSV ({problem}). Kiểm tra dấu ngoặc kép.",
    "Синтаксическая ошибка CSV ({problem}). Проверьте кавычки.",
    "This line is not valid CSV ({problem}). Check the quotation marks.",
)
NO_HEADER: Final = _kind(
    "no-header",
    Severity.ERROR,
    "Không thấy dòng tên cột. Các cột: {columns}.",
    "Нет строки с именами столбцов. Столбцы: {columns}.",
    "There is no row of column names. Columns: {columns}.",
)
EXTRA_CELL: Final = _kind(
    "extra-cell",
    Severity.ERROR,
    "Ô {cell} ghi ‘{text}’ nhưng cột này không có tên.",
    "В ячейке {cell} записано ‘{text}’, но у столбца нет имени.",
    "Cell {cell} says ‘{text}’, but its column has no name.",
)
UNKNOWN_SHEET: Final = _kind(
    "unknown-sheet",
    Severity.WARNING,
    "Trang ‘{sheet}’ không thuộc sổ năm nên không đọc. Gần nhất: ‘{near}’.",
    "Лист ‘{sheet}’ не относится к книге года и не прочитан. Ближайший: ‘{near}’.",
    "The sheet ‘{sheet}’ is no part of the year book and was not read. The nearest is ‘{near}’.",
)
RENAMED_SHEET: Final = _kind(
    "renamed-sheet",
    Severity.ERROR,
    "Trang ‘{sheet}’ có các cột của trang ‘{title}’ nhưng mang tên khác nên không đọc. Đổi tên trang thành ‘{title}’.",
    "На листе ‘{sheet}’ столбцы листа ‘{title}’, но имя другое, и он не прочитан. Переименуйте лист в ‘{title}’.",
    "The sheet ‘{sheet}’ has the columns of ‘{title}’ but another name, and was not read. Rename it to ‘{title}’.",
)
COLUMN_WITHOUT_NAME: Final = _kind(
    "column-without-name",
    Severity.WARNING,
    "Cột {column} có dữ liệu nhưng ô tên cột {cell} còn trống nên không đọc. Ghi tên cột vào ô đó hoặc xóa cột.",
    "В столбце {column} есть данные, но ячейка {cell} с именем столбца пуста, он не прочитан. Впишите имя или удалите.",
    "Column {column} holds data, but its heading in cell {cell} is empty, so it was not read. Name it or remove it.",
)
COLUMN_NOT_READ: Final = _kind(
    "column-not-read",
    Severity.WARNING,
    "Cột ‘{column}’ không thuộc trang này nên không đọc. Các cột: {columns}.",
    "Столбец ‘{column}’ не относится к этому листу и не прочитан. Столбцы: {columns}.",
    "The column ‘{column}’ is no part of this sheet and was not read. Columns: {columns}.",
)
NO_VALUE: Final = _kind(
    "formula-without-value",
    Severity.ERROR,
    "Ô {cell} là công thức chưa được tính. Mở tệp bằng Excel, bấm Lưu.",
    "В ячейке {cell} невычисленная формула. Откройте файл в Excel и сохраните.",
    "Cell {cell} is a formula that was not calculated. Open the file in Excel and save it.",
)
CELL_ERROR: Final = _kind(
    "cell-error",
    Severity.ERROR,
    "Ô {cell} báo lỗi {text}.",
    "В ячейке {cell} ошибка {text}.",
    "Cell {cell} shows the error {text}.",
)
PERCENT_CELL: Final = _kind(
    "percent-cell",
    Severity.NOTE,
    "Ô {cell} có định dạng phần trăm ({text}). Đã hiểu là {value}.",
    "Ячейка {cell} в процентном формате ({text}). Понято как {value}.",
    "Cell {cell} is formatted as a percentage ({text}). Read as {value}.",
)
UNEXPECTED_DATE: Final = _kind(
    "unexpected-date",
    Severity.ERROR,
    "Ô {cell} đã bị Excel đổi thành ngày ({text}). Định dạng ô là Văn bản (Text) rồi gõ lại.",
    "Excel превратил ячейку {cell} в дату ({text}). Задайте ячейке формат «Текст» и наберите заново.",
    "Excel turned cell {cell} into a date ({text}). Format the cell as Text and type it again.",
)
NOT_A_DAY: Final = _kind(
    "not-a-day",
    Severity.ERROR,
    "Ô {cell} có cả giờ ({text}); chỉ ghi ngày.",
    "В ячейке {cell} указано и время ({text}); нужна только дата.",
    "Cell {cell} holds a time as well ({text}); give the day only.",
)
RECORD_DAMAGED: Final = _kind(
    "record-damaged",
    Severity.WARNING,
    "Dòng {line} của sổ ghi của chương trình không đọc được; dòng được giữ nguyên. Lấy lại tệp này từ bản sao lưu.",
    "Строка {line} записей программы не читается; она оставлена как есть. Восстановите файл из резервной копии.",
    "Line {line} of what the program remembers cannot be read; it is kept as it is. Take the file back from a copy.",
)
RECORD_TWICE: Final = _kind(
    "record-twice",
    Severity.WARNING,
    "Dòng {line} của sổ ghi của chương trình nói khác về biểu mẫu {form} đã ghi ở dòng trên; dùng dòng trên, dòng "
    "này được giữ nguyên.",
    "Строка {line} записей программы говорит о форме {form} иначе, чем строка выше; действует верхняя, эта сохранена.",
    "Line {line} of what the program remembers says otherwise of the form {form} than a line above; that one stands, "
    "this one is kept.",
)
NOBODYS_DOSSIER: Final = _kind(
    "nobodys-dossier",
    Severity.ERROR,
    "Không biết tệp này của đơn vị nào. Đặt tên tệp bắt đầu bằng mã đơn vị, ví dụ VSP.xlsx. Các mã: {units}.",
    "Неизвестно, чей это файл. Пусть имя начинается с кода организации, например VSP.xlsx. Коды: {units}.",
    "It is not known whose file this is. Begin its name with the code of the org unit, as VSP.xlsx. Codes: {units}.",
)
MAPPED_IN_VAIN: Final = _kind(
    "mapped-in-vain",
    Severity.NOTE,
    "Có bảng đối chiếu của {org_unit} nhưng trong inputs/dossiers chưa có tệp nào của {org_unit}, nên chưa lấy số nào. "
    "Chạy lại lệnh map của tệp đó, thêm --file.",
    "Сопоставление {org_unit} есть, а в inputs/dossiers нет ни одного файла {org_unit}, поэтому числа не взяты. "
    "Повторите команду map для этого файла с --file.",
    "There is a mapping of {org_unit}, but no workbook of {org_unit} in inputs/dossiers, so no figure was taken. "
    "Run map on that workbook again with --file.",
)
NOTHING_ASKED: Final = _kind(
    "nothing-asked",
    Severity.ERROR,
    "Không nhận được tệp này: {reason}",
    "Этот файл принять нельзя: {reason}",
    "This file cannot be taken in: {reason}",
)
