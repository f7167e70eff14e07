"""What can be wrong in the names, lines, indicators and factors of a plan: what, where, and what to do."""

from typing import Final

from tongket.words import FindingKind

BAD_CODE: Final = FindingKind.error(
    "plan.bad-code",
    "Mã ‘{code}’ không dùng được trong địa chỉ số liệu. Không để trống, không có dấu cách ở hai đầu hay dấu {marks}.",
    "Код «{code}» непригоден для адреса показателя. Не пустой, без пробелов по краям и без знаков {marks}.",
    "The code ‘{code}’ cannot stand in the address of a figure. Not empty, no spaces at its ends, none of {marks}.",
)

DUPLICATE_INDICATOR: Final = FindingKind.error(
    "plan.duplicate-indicator",
    "Mã chỉ tiêu ‘{code}’ được khai hai lần. Giữ một dòng, bỏ hoặc đổi mã dòng kia.",
    "Код показателя «{code}» указан дважды. Оставьте одну строку, другую удалите или дайте ей другой код.",
    "The indicator code ‘{code}’ stands twice. Keep one row; remove the other or give it another code.",
)
DUPLICATE_BREAKDOWN: Final = FindingKind.error(
    "plan.duplicate-breakdown",
    "Mã phần ‘{code}’ được khai hai lần. Giữ một dòng, bỏ hoặc đổi mã dòng kia.",
    "Код части «{code}» указан дважды. Оставьте одну строку, другую удалите или дайте ей другой код.",
    "The breakdown code ‘{code}’ stands twice. Keep one row; remove the other or give it another code.",
)
DUPLICATE_LINE: Final = FindingKind.error(
    "plan.duplicate-line",
    "Mã tuyến kế hoạch ‘{code}’ được khai hai lần. Giữ một dòng, bỏ hoặc đổi mã dòng kia.",
    "Код линии плана «{code}» указан дважды. Оставьте одну строку, другую удалите или дайте ей другой код.",
    "The plan line code ‘{code}’ stands twice. Keep one row; remove the other or give it another code.",
)
DUPLICATE_VERSION: Final = FindingKind.error(
    "plan.duplicate-version",
    "Bản ‘{version}’ của tuyến ‘{line}’ được khai hai lần. Mỗi bản kế hoạch một mã; đổi mã một dòng.",
    "Версия «{version}» линии «{line}» указана дважды. У каждой версии свой код; измените один из них.",
    "The version ‘{version}’ of the line ‘{line}’ stands twice. Each version has its own code; change one.",
)
DUPLICATE_TARGET: Final = FindingKind.error(
    "plan.duplicate-target",
    "Chỉ tiêu {address} được giao hai lần trong bản ‘{version}’ của tuyến ‘{line}’. Giữ một dòng; "
    "thay đổi thì ghi vào bản điều chỉnh.",
    "Показатель {address} задан дважды в версии «{version}» линии «{line}». Оставьте одну строку; "
    "изменение запишите в новую версию.",
    "The target {address} stands twice in version ‘{version}’ of the line ‘{line}’. Keep one row; "
    "state a change in a new version.",
)
DUPLICATE_ASSUMPTION: Final = FindingKind.error(
    "plan.duplicate-assumption",
    "Giả định ‘{code}’ của bản ‘{version}’ tuyến ‘{line}’ được khai hai lần cho cùng chỉ tiêu và đơn vị. Giữ một dòng.",
    "Допущение «{code}» версии «{version}» линии «{line}» указано дважды для того же показателя и организации. "
    "Оставьте одну строку.",
    "The assumption ‘{code}’ of version ‘{version}’, line ‘{line}’, stands twice for the same indicator and org unit. "
    "Keep one row.",
)
DUPLICATE_PROJECT: Final = FindingKind.error(
    "plan.duplicate-project",
    "Mã công trình ‘{code}’ được khai hai lần. Giữ một dòng, bỏ hoặc đổi mã dòng kia.",
    "Код проекта «{code}» указан дважды. Оставьте одну строку, другую удалите или дайте ей другой код.",
    "The project code ‘{code}’ stands twice. Keep one row; remove the other or give it another code.",
)
DUPLICATE_MILESTONE: Final = FindingKind.error(
    "plan.duplicate-milestone",
    "Mốc ‘{stage}’ của công trình ‘{project}’ được khai hai lần. "
    "Giữ một dòng hoặc ghi nội dung khác nhau cho từng mốc.",
    "Веха «{stage}» проекта «{project}» указана дважды. Оставьте одну строку или дайте вехам разное содержание.",
    "The milestone ‘{stage}’ of project ‘{project}’ stands twice. Keep one row, or give each milestone its own name.",
)
DUPLICATE_COMPONENT: Final = FindingKind.error(
    "plan.duplicate-component",
    "Chỉ tiêu thành phần ‘{part}’ của ‘{indicator}’ được khai hai lần. Giữ một dòng.",
    "Составная часть «{part}» показателя «{indicator}» указана дважды. Оставьте одну строку.",
    "The component ‘{part}’ of ‘{indicator}’ stands twice. Keep one row.",
)
UNKNOWN_UNIT: Final = FindingKind.error(
    "plan.unknown-unit",
    "Chưa có đơn vị mang mã ‘{code}’. Thêm vào danh sách đơn vị hoặc sửa mã.",
    "Организации с кодом «{code}» нет. Добавьте её в список или исправьте код.",
    "There is no org unit with the code ‘{code}’. Add it to the list or correct the code.",
)
UNKNOWN_INDICATOR: Final = FindingKind.error(
    "plan.unknown-indicator",
    "Chưa có chỉ tiêu mang mã ‘{code}’. Thêm vào danh mục chỉ tiêu hoặc sửa mã.",
    "Показателя с кодом «{code}» нет. Добавьте его в перечень или исправьте код.",
    "There is no indicator with the code ‘{code}’. Add it to the list or correct the code.",
)
UNKNOWN_BREAKDOWN: Final = FindingKind.error(
    "plan.unknown-breakdown",
    "Chưa có phần mang mã ‘{code}’. Thêm vào danh mục phần (lô, mỏ, giàn) hoặc sửa mã.",
    "Части с кодом «{code}» нет. Добавьте её в перечень (блоки, месторождения, платформы) или исправьте код.",
    "There is no breakdown with the code ‘{code}’. Add it to the list (blocks, fields, platforms) or correct the code.",
)
UNKNOWN_LINE: Final = FindingKind.error(
    "plan.unknown-line",
    "Chưa có tuyến kế hoạch mang mã ‘{code}’. Thêm vào danh sách tuyến hoặc sửa mã.",
    "Линии плана с кодом «{code}» нет. Добавьте её в список или исправьте код.",
    "There is no plan line with the code ‘{code}’. Add it to the list or correct the code.",
)
UNKNOWN_VERSION: Final = FindingKind.error(
    "plan.unknown-version",
    "Tuyến ‘{line}’ chưa có bản ‘{version}’. Thêm vào danh sách bản kế hoạch hoặc sửa mã bản.",
    "У линии «{line}» нет версии «{version}». Добавьте её в список версий или исправьте код.",
    "The line ‘{line}’ has no version ‘{version}’. Add it to the list of versions or correct its code.",
)
UNKNOWN_PROJECT: Final = FindingKind.error(
    "plan.unknown-project",
    "Chưa có công trình mang mã ‘{code}’. Thêm vào danh sách công trình hoặc sửa mã.",
    "Проекта с кодом «{code}» нет. Добавьте его в список или исправьте код.",
    "There is no project with the code ‘{code}’. Add it to the list or correct the code.",
)
UNIT_ABSENT: Final = FindingKind.warning(
    "plan.unit-absent",
    "Đơn vị ‘{code}’ không tồn tại ngày nào trong kỳ {period} của chỉ tiêu được giao. "
    "Giao cho đơn vị kế tục hoặc sửa kỳ.",
    "Организация «{code}» не существовала ни одного дня в периоде {period}. Назначьте преемнику или исправьте период.",
    "The org unit ‘{code}’ did not exist on any day of {period}. Assign to its successor or correct the period.",
)

# Plan lines and versions

NO_COUNTING_LINE: Final = FindingKind.error(
    "plan.no-counting-line",
    "Chưa tuyến kế hoạch nào được chọn để tính tỷ lệ hoàn thành. Chọn đúng một trong các tuyến: {lines}.",
    "Не выбрана линия плана, по которой считается выполнение. Выберите ровно одну из: {lines}.",
    "No plan line is chosen to take percentages against. Choose exactly one of: {lines}.",
)
TWO_COUNTING_LINES: Final = FindingKind.error(
    "plan.two-counting-lines",
    "Có hơn một tuyến kế hoạch được chọn để tính tỷ lệ hoàn thành: {lines}. Chọn đúng một.",
    "Для расчёта выполнения выбрано более одной линии плана: {lines}. Выберите ровно одну.",
    "More than one plan line is chosen to take percentages against: {lines}. Choose exactly one.",
)
VERSION_OUT_OF_ORDER: Final = FindingKind.warning(
    "plan.version-out-of-order",
    "Bản ‘{version}’ của tuyến ‘{line}’ ghi ngày {on}, sớm hơn bản đứng trước nó ({before}). "
    "Xếp các bản theo thứ tự ban hành hoặc sửa ngày.",
    "Версия «{version}» линии «{line}» датирована {on}, раньше предыдущей ({before}). "
    "Расположите версии по порядку утверждения или исправьте дату.",
    "Version ‘{version}’ of the line ‘{line}’ is dated {on}, before the version above it ({before}). "
    "Put the versions in the order of issue, or correct the date.",
)

# Indicators, factors, assumptions

WEIGHT_MISSING: Final = FindingKind.error(
    "plan.weight-missing",
    "Chỉ tiêu ‘{code}’ tổng hợp theo bình quân gia quyền nhưng chưa nêu chỉ tiêu làm quyền số. Ghi mã chỉ tiêu đó.",
    "Показатель «{code}» сводится как взвешенное среднее, но вес не указан. Укажите код показателя-веса.",
    "The indicator ‘{code}’ is a weighted average but names no weight. State the weighting indicator's code.",
)
RATIO_MISSING: Final = FindingKind.error(
    "plan.ratio-missing",
    "Chỉ tiêu ‘{code}’ tổng hợp theo công thức nhưng thiếu tử số hoặc mẫu số. Ghi mã của cả hai chỉ tiêu.",
    "Показатель «{code}» сводится по формуле, но нет числителя или знаменателя. Укажите коды обоих.",
    "The indicator ‘{code}’ is a formula but lacks its numerator or denominator. State the codes of both.",
)
FORMULA_CYCLE: Final = FindingKind.error(
    "plan.formula-cycle",
    "Các chỉ tiêu tính vòng qua nhau: {path}. Sửa công thức để không chỉ tiêu nào tính từ chính nó.",
    "Показатели вычисляются по кругу: {path}. Исправьте формулы: показатель не может вычисляться из себя.",
    "Indicators are calculated in a circle: {path}. Correct the formulas so that none rests on itself.",
)
FACTOR_NOT_POSITIVE: Final = FindingKind.error(
    "plan.factor-not-positive",
    "Hệ số {factor} phải lớn hơn 0. Sửa hệ số.",
    "Коэффициент {factor} должен быть больше 0. Исправьте его.",
    "The factor {factor} must be greater than 0. Correct it.",
)
FACTORS_OVERLAP: Final = FindingKind.error(
    "plan.factors-overlap",
    "Hệ số quy đổi từ ‘{measure}’ sang ‘{into}’ được khai hai lần cho cùng thời gian. Sửa ngày hoặc bỏ một dòng.",
    "Коэффициент пересчёта «{measure}» в «{into}» указан дважды на те же дни. Исправьте даты или удалите строку.",
    "The factor from ‘{measure}’ into ‘{into}’ is stated twice for the same days. Correct the dates or remove a row.",
)
FACTOR_WITHOUT_SOURCE: Final = FindingKind.warning(
    "plan.factor-without-source",
    "Hệ số quy đổi từ ‘{measure}’ sang ‘{into}’ chưa có nguồn. Ghi văn bản hoặc tài liệu nêu hệ số.",
    "У коэффициента пересчёта «{measure}» в «{into}» нет источника. Укажите документ.",
    "The factor from ‘{measure}’ into ‘{into}’ has no source. Name the document that states it.",
)
NO_FACTOR: Final = FindingKind.error(
    "plan.no-factor",
    "Không có hệ số quy đổi từ ‘{measure}’ sang ‘{into}’ có hiệu lực ngày {day} cho {about}. "
    "Khai hệ số kèm nguồn và ngày hiệu lực.",
    "Нет коэффициента пересчёта «{measure}» в «{into}», действующего {day} для {about}. "
    "Добавьте коэффициент с источником и датами.",
    "There is no factor from ‘{measure}’ into ‘{into}’ in force on {day} for {about}. "
    "State the factor with its source and days.",
)
EMPTY_INTERVAL: Final = FindingKind.error(
    "plan.empty-interval",
    "Khoảng thời gian rỗng: từ {first} đến trước {until}. Ngày kết thúc phải sau ngày bắt đầu.",
    "Пустой промежуток: с {first} до {until}. Конец должен быть позже начала.",
    "The interval from {first} until {until} is empty. Its end must come after its beginning.",
)
REALISED_NOT_POSITIVE: Final = FindingKind.error(
    "plan.realised-not-positive",
    "Giá trị thực tế {realised} của giả định ‘{code}’ phải lớn hơn 0. Sửa hoặc để trống khi chưa có số.",
    "Фактическое значение {realised} допущения «{code}» должно быть больше 0. Исправьте или оставьте пустым.",
    "The realised value {realised} of the assumption ‘{code}’ must be greater than 0. Correct it or leave it empty.",
)

# Key projects

STAGE_TOO_EARLY: Final = FindingKind.warning(
    "plan.stage-too-early",
    "Công trình ‘{project}’: "
    "mốc ‘{stage}’ ({date}) đứng trước mốc ‘{earlier}’ ({earlier_date}) của giai đoạn trước nó. "
    "Kiểm tra lại ngày.",
    "Проект «{project}»: веха «{stage}» ({date}) раньше вехи «{earlier}» ({earlier_date}) предыдущего этапа. "
    "Проверьте даты.",
    "Project ‘{project}’: the milestone ‘{stage}’ ({date}) comes before ‘{earlier}’ ({earlier_date}) of the stage "
    "before it. Check the dates.",
)
