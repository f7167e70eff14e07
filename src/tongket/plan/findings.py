"""What can be wrong, or worth saying, in a plan: what it is, where it stands, what to do."""

from typing import Final

from tongket.words import FindingKind, Severity, Text


def _error(code: str, vi: str, ru: str, en: str) -> FindingKind:
    return FindingKind(f"plan.{code}", Severity.ERROR, Text(vi, ru, en))


def _warning(code: str, vi: str, ru: str, en: str) -> FindingKind:
    return FindingKind(f"plan.{code}", Severity.WARNING, Text(vi, ru, en))


def _note(code: str, vi: str, ru: str, en: str) -> FindingKind:
    return FindingKind(f"plan.{code}", Severity.NOTE, Text(vi, ru, en))


# Codes and names

BAD_CODE: Final = _error(
    "bad-code",
    "Mã ‘{code}’ không dùng được trong địa chỉ số liệu. Không để trống, không có dấu cách ở hai đầu hay dấu {marks}.",
    "Код «{code}» непригоден для адреса показателя. Не пустой, без пробелов по краям и без знаков {marks}.",
    "The code ‘{code}’ cannot stand in the address of a figure. Not empty, no spaces at its ends, none of {marks}.",
)

DUPLICATE_INDICATOR: Final = _error(
    "duplicate-indicator",
    "Mã chỉ tiêu ‘{code}’ được khai hai lần. Giữ một dòng, bỏ hoặc đổi mã dòng kia.",
    "Код показателя «{code}» указан дважды. Оставьте одну строку, другую удалите или дайте ей другой код.",
    "The indicator code ‘{code}’ stands twice. Keep one row; remove the other or give it another code.",
)
DUPLICATE_BREAKDOWN: Final = _error(
    "duplicate-breakdown",
    "Mã phần ‘{code}’ được khai hai lần. Giữ một dòng, bỏ hoặc đổi mã dòng kia.",
    "Код части «{code}» указан дважды. Оставьте одну строку, другую удалите или дайте ей другой код.",
    "The breakdown code ‘{code}’ stands twice. Keep one row; remove the other or give it another code.",
)
DUPLICATE_LINE: Final = _error(
    "duplicate-line",
    "Mã tuyến kế hoạch ‘{code}’ được khai hai lần. Giữ một dòng, bỏ hoặc đổi mã dòng kia.",
    "Код линии плана «{code}» указан дважды. Оставьте одну строку, другую удалите или дайте ей другой код.",
    "The plan line code ‘{code}’ stands twice. Keep one row; remove the other or give it another code.",
)
DUPLICATE_VERSION: Final = _error(
    "duplicate-version",
    "Bản ‘{version}’ của tuyến ‘{line}’ được khai hai lần. Mỗi bản kế hoạch một mã; đổi mã một dòng.",
    "Версия «{version}» линии «{line}» указана дважды. У каждой версии свой код; измените один из них.",
    "The version ‘{version}’ of the line ‘{line}’ stands twice. Each version has its own code; change one.",
)
DUPLICATE_TARGET: Final = _error(
    "duplicate-target",
    "Chỉ tiêu {address} được giao hai lần trong bản ‘{version}’ của tuyến ‘{line}’. Giữ một dòng; "
    "thay đổi thì ghi vào bản điều chỉnh.",
    "Показатель {address} задан дважды в версии «{version}» линии «{line}». Оставьте одну строку; "
    "изменение запишите в новую версию.",
    "The target {address} stands twice in version ‘{version}’ of the line ‘{line}’. Keep one row; "
    "state a change in a new version.",
)
DUPLICATE_ASSUMPTION: Final = _error(
    "duplicate-assumption",
    "Giả định ‘{code}’ của bản ‘{version}’ tuyến ‘{line}’ được khai hai lần cho cùng chỉ tiêu và đơn vị. Giữ một dòng.",
    "Допущение «{code}» версии «{version}» линии «{line}» указано дважды для того же показателя и организации. "
    "Оставьте одну строку.",
    "The assumption ‘{code}’ of version ‘{version}’, line ‘{line}’, stands twice for the same indicator and org unit. "
    "Keep one row.",
)
DUPLICATE_PROJECT: Final = _error(
    "duplicate-project",
    "Mã công trình ‘{code}’ được khai hai lần. Giữ một dòng, bỏ hoặc đổi mã dòng kia.",
    "Код проекта «{code}» указан дважды. Оставьте одну строку, другую удалите или дайте ей другой код.",
    "The project code ‘{code}’ stands twice. Keep one row; remove the other or give it another code.",
)
DUPLICATE_MILESTONE: Final = _error(
    "duplicate-milestone",
    "Mốc ‘{stage}’ của công trình ‘{project}’ được khai hai lần. "
    "Giữ một dòng hoặc ghi nội dung khác nhau cho từng mốc.",
    "Веха «{stage}» проекта «{project}» указана дважды. Оставьте одну строку или дайте вехам разное содержание.",
    "The milestone ‘{stage}’ of project ‘{project}’ stands twice. Keep one row, or give each milestone its own name.",
)
DUPLICATE_COMPONENT: Final = _error(
    "duplicate-component",
    "Chỉ tiêu thành phần ‘{part}’ của ‘{indicator}’ được khai hai lần. Giữ một dòng.",
    "Составная часть «{part}» показателя «{indicator}» указана дважды. Оставьте одну строку.",
    "The component ‘{part}’ of ‘{indicator}’ stands twice. Keep one row.",
)
UNKNOWN_UNIT: Final = _error(
    "unknown-unit",
    "Chưa có đơn vị mang mã ‘{code}’. Thêm vào danh sách đơn vị hoặc sửa mã.",
    "Организации с кодом «{code}» нет. Добавьте её в список или исправьте код.",
    "There is no org unit with the code ‘{code}’. Add it to the list or correct the code.",
)
UNKNOWN_INDICATOR: Final = _error(
    "unknown-indicator",
    "Chưa có chỉ tiêu mang mã ‘{code}’. Thêm vào danh mục chỉ tiêu hoặc sửa mã.",
    "Показателя с кодом «{code}» нет. Добавьте его в перечень или исправьте код.",
    "There is no indicator with the code ‘{code}’. Add it to the list or correct the code.",
)
UNKNOWN_BREAKDOWN: Final = _error(
    "unknown-breakdown",
    "Chưa có phần mang mã ‘{code}’. Thêm vào danh mục phần (lô, mỏ, giàn) hoặc sửa mã.",
    "Части с кодом «{code}» нет. Добавьте её в перечень (блоки, месторождения, платформы) или исправьте код.",
    "There is no breakdown with the code ‘{code}’. Add it to the list (blocks, fields, platforms) or correct the code.",
)
UNKNOWN_LINE: Final = _error(
    "unknown-line",
    "Chưa có tuyến kế hoạch mang mã ‘{code}’. Thêm vào danh sách tuyến hoặc sửa mã.",
    "Линии плана с кодом «{code}» нет. Добавьте её в список или исправьте код.",
    "There is no plan line with the code ‘{code}’. Add it to the list or correct the code.",
)
UNKNOWN_VERSION: Final = _error(
    "unknown-version",
    "Tuyến ‘{line}’ chưa có bản ‘{version}’. Thêm vào danh sách bản kế hoạch hoặc sửa mã bản.",
    "У линии «{line}» нет версии «{version}». Добавьте её в список версий или исправьте код.",
    "The line ‘{line}’ has no version ‘{version}’. Add it to the list of versions or correct its code.",
)
UNKNOWN_PROJECT: Final = _error(
    "unknown-project",
    "Chưa có công trình mang mã ‘{code}’. Thêm vào danh sách công trình hoặc sửa mã.",
    "Проекта с кодом «{code}» нет. Добавьте его в список или исправьте код.",
    "There is no project with the code ‘{code}’. Add it to the list or correct the code.",
)
UNIT_ABSENT: Final = _warning(
    "unit-absent",
    "Đơn vị ‘{code}’ không tồn tại ngày nào trong kỳ {period} của chỉ tiêu được giao. "
    "Giao cho đơn vị kế tục hoặc sửa kỳ.",
    "Организация «{code}» не существовала ни одного дня в периоде {period}. Назначьте преемнику или исправьте период.",
    "The org unit ‘{code}’ did not exist on any day of {period}. Assign to its successor or correct the period.",
)

# Plan lines and versions

NO_COUNTING_LINE: Final = _error(
    "no-counting-line",
    "Chưa tuyến kế hoạch nào được chọn để tính tỷ lệ hoàn thành. Chọn đúng một trong các tuyến: {lines}.",
    "Не выбрана линия плана, по которой считается выполнение. Выберите ровно одну из: {lines}.",
    "No plan line is chosen to take percentages against. Choose exactly one of: {lines}.",
)
TWO_COUNTING_LINES: Final = _error(
    "two-counting-lines",
    "Có hơn một tuyến kế hoạch được chọn để tính tỷ lệ hoàn thành: {lines}. Chọn đúng một.",
    "Для расчёта выполнения выбрано более одной линии плана: {lines}. Выберите ровно одну.",
    "More than one plan line is chosen to take percentages against: {lines}. Choose exactly one.",
)
VERSION_OUT_OF_ORDER: Final = _warning(
    "version-out-of-order",
    "Bản ‘{version}’ của tuyến ‘{line}’ ghi ngày {on}, sớm hơn bản đứng trước nó ({before}). "
    "Xếp các bản theo thứ tự ban hành hoặc sửa ngày.",
    "Версия «{version}» линии «{line}» датирована {on}, раньше предыдущей ({before}). "
    "Расположите версии по порядку утверждения или исправьте дату.",
    "Version ‘{version}’ of the line ‘{line}’ is dated {on}, before the version above it ({before}). "
    "Put the versions in the order of issue, or correct the date.",
)
LOWERED: Final = _warning(
    "lowered-without-reason",
    "Chỉ tiêu {address} giảm so với lần giao trước: từ {before} xuống {after} (bản ‘{version}’, tuyến ‘{line}’). "
    "Cần ghi lý do và số văn bản.",
    "Показатель {address} снижен по сравнению с предыдущей версией: с {before} до {after} (версия «{version}», "
    "линия «{line}»). Укажите причину и номер документа.",
    "The target {address} was lowered from {before} to {after} (version ‘{version}’, line ‘{line}’). "
    "State the reason and the document number.",
)
EASED: Final = _warning(
    "eased-without-reason",
    "Chỉ tiêu {address} (càng thấp càng tốt) được nới so với lần giao trước: từ {before} lên {after} "
    "(bản ‘{version}’, tuyến ‘{line}’). Cần ghi lý do và số văn bản.",
    "Показатель {address} (чем меньше, тем лучше) смягчён: с {before} до {after} (версия «{version}», "
    "линия «{line}»). Укажите причину и номер документа.",
    "The target {address} (lower is better) was eased from {before} to {after} (version ‘{version}’, line ‘{line}’). "
    "State the reason and the document number.",
)
POSTPONED: Final = _warning(
    "postponed-without-reason",
    "Thời hạn {address} được lùi từ {before} đến {after} (bản ‘{version}’, tuyến ‘{line}’). "
    "Cần ghi lý do và số văn bản.",
    "Срок {address} перенесён с {before} на {after} (версия «{version}», линия «{line}»). "
    "Укажите причину и номер документа.",
    "The date {address} was put off from {before} to {after} (version ‘{version}’, line ‘{line}’). "
    "State the reason and the document number.",
)
WITHDRAWN: Final = _warning(
    "withdrawn-without-reason",
    "Chỉ tiêu {address} đã giao {before} nhưng bản ‘{version}’ tuyến ‘{line}’ không còn giao. "
    "Cần ghi lý do và số văn bản.",
    "Показатель {address} был задан ({before}), но в версии «{version}» линии «{line}» снят. "
    "Укажите причину и номер документа.",
    "The target {address} stood at {before} but is no longer assigned in version ‘{version}’, line ‘{line}’. "
    "State the reason and the document number.",
)

# Indicators

WEIGHT_MISSING: Final = _error(
    "weight-missing",
    "Chỉ tiêu ‘{code}’ tổng hợp theo bình quân gia quyền nhưng chưa nêu chỉ tiêu làm quyền số. Ghi mã chỉ tiêu đó.",
    "Показатель «{code}» сводится как взвешенное среднее, но вес не указан. Укажите код показателя-веса.",
    "The indicator ‘{code}’ is a weighted average but names no weight. State the weighting indicator's code.",
)
RATIO_MISSING: Final = _error(
    "ratio-missing",
    "Chỉ tiêu ‘{code}’ tổng hợp theo công thức nhưng thiếu tử số hoặc mẫu số. Ghi mã của cả hai chỉ tiêu.",
    "Показатель «{code}» сводится по формуле, но нет числителя или знаменателя. Укажите коды обоих.",
    "The indicator ‘{code}’ is a formula but lacks its numerator or denominator. State the codes of both.",
)
FORMULA_CYCLE: Final = _error(
    "formula-cycle",
    "Các chỉ tiêu tính vòng qua nhau: {path}. Sửa công thức để không chỉ tiêu nào tính từ chính nó.",
    "Показатели вычисляются по кругу: {path}. Исправьте формулы: показатель не может вычисляться из себя.",
    "Indicators are calculated in a circle: {path}. Correct the formulas so that none rests on itself.",
)
FACTOR_NOT_POSITIVE: Final = _error(
    "factor-not-positive",
    "Hệ số {factor} phải lớn hơn 0. Sửa hệ số.",
    "Коэффициент {factor} должен быть больше 0. Исправьте его.",
    "The factor {factor} must be greater than 0. Correct it.",
)
FACTORS_OVERLAP: Final = _error(
    "factors-overlap",
    "Hệ số quy đổi từ ‘{measure}’ sang ‘{into}’ được khai hai lần cho cùng thời gian. Sửa ngày hoặc bỏ một dòng.",
    "Коэффициент пересчёта «{measure}» в «{into}» указан дважды на те же дни. Исправьте даты или удалите строку.",
    "The factor from ‘{measure}’ into ‘{into}’ is stated twice for the same days. Correct the dates or remove a row.",
)
FACTOR_WITHOUT_SOURCE: Final = _warning(
    "factor-without-source",
    "Hệ số quy đổi từ ‘{measure}’ sang ‘{into}’ chưa có nguồn. Ghi văn bản hoặc tài liệu nêu hệ số.",
    "У коэффициента пересчёта «{measure}» в «{into}» нет источника. Укажите документ.",
    "The factor from ‘{measure}’ into ‘{into}’ has no source. Name the document that states it.",
)
NO_FACTOR: Final = _error(
    "no-factor",
    "Không có hệ số quy đổi từ ‘{measure}’ sang ‘{into}’ có hiệu lực ngày {day} cho {about}. "
    "Khai hệ số kèm nguồn và ngày hiệu lực.",
    "Нет коэффициента пересчёта «{measure}» в «{into}», действующего {day} для {about}. "
    "Добавьте коэффициент с источником и датами.",
    "There is no factor from ‘{measure}’ into ‘{into}’ in force on {day} for {about}. "
    "State the factor with its source and days.",
)
EMPTY_INTERVAL: Final = _error(
    "empty-interval",
    "Khoảng thời gian rỗng: từ {first} đến trước {until}. Ngày kết thúc phải sau ngày bắt đầu.",
    "Пустой промежуток: с {first} до {until}. Конец должен быть позже начала.",
    "The interval from {first} until {until} is empty. Its end must come after its beginning.",
)
REALISED_NOT_POSITIVE: Final = _error(
    "realised-not-positive",
    "Giá trị thực tế {realised} của giả định ‘{code}’ phải lớn hơn 0. Sửa hoặc để trống khi chưa có số.",
    "Фактическое значение {realised} допущения «{code}» должно быть больше 0. Исправьте или оставьте пустым.",
    "The realised value {realised} of the assumption ‘{code}’ must be greater than 0. Correct it or leave it empty.",
)

# Targets

OTHER_DIMENSION: Final = _error(
    "other-dimension",
    "Chỉ tiêu {address} ghi đơn vị tính ‘{measure}’, không quy được về ‘{wanted}’ của chỉ tiêu. Sửa đơn vị tính.",
    "Показатель {address}: единица «{measure}» не приводится к «{wanted}». Исправьте единицу измерения.",
    "The target {address} is in ‘{measure}’, which is no scale of the indicator's ‘{wanted}’. Correct the measure.",
)
VALUE_MISSING: Final = _error(
    "value-missing",
    "Chỉ tiêu {address} ở tình trạng giao nhưng còn trống. Ghi giá trị; nếu không được giao, chọn ‘Không giao’.",
    "Показатель {address} задан, но значения нет. Введите значение; если не задаётся, выберите «Не задан».",
    "The target {address} is assigned but has no value. Enter one; if it is not assigned, choose ‘Not assigned’.",
)
VALUE_UNEXPECTED: Final = _error(
    "value-unexpected",
    "Chỉ tiêu {address} ghi ‘Không giao’ nhưng có giá trị {value}. Bỏ giá trị hoặc đổi tình trạng giao.",
    "Показатель {address} отмечен «Не задан», но имеет значение {value}. Уберите значение или измените статус.",
    "The target {address} is ‘Not assigned’ but has the value {value}. Remove the value or change the state.",
)
NEGATIVE: Final = _error(
    "negative",
    "Chỉ tiêu {address} mang dấu âm ({value}); chỉ tiêu này không nhận giá trị âm. "
    "Sửa số hoặc khai được nhận giá trị âm.",
    "Показатель {address} отрицателен ({value}), что не допускается. Исправьте число или разрешите отрицательные.",
    "The target {address} is negative ({value}), which its indicator does not allow. Correct it, or allow negatives.",
)
SUM_DIFFERS: Final = _error(
    "sum-differs",
    "Tổng {address} = {total} khác tổng các phần {parts} = {sum}. Chênh lệch {difference} {measure}. "
    "Sửa số, hoặc nêu phần chênh ở dòng tổng.",
    "Итог {address} = {total} не равен сумме частей {parts} = {sum}. Расхождение {difference} {measure}. "
    "Исправьте числа или укажите остаток в строке итога.",
    "The total {address} = {total} differs from the sum of its parts {parts} = {sum}. "
    "Difference {difference} {measure}. "
    "Correct the numbers, or state the residue in the row of the total.",
)
RESIDUE_DIFFERS: Final = _error(
    "residue-differs",
    "Tổng {address} = {total}, các phần {parts} = {sum}: chênh lệch {difference} {measure}, "
    "nhưng phần chênh đã nêu là {residue}. Sửa phần chênh hoặc sửa số.",
    "Итог {address} = {total}, части {parts} = {sum}: расхождение {difference} {measure}, "
    "а указанный остаток {residue}. Исправьте остаток или числа.",
    "The total {address} = {total}, its parts {parts} = {sum}: they differ by {difference} {measure}, "
    "but the stated residue is {residue}. Correct the residue or the numbers.",
)
RESIDUE_OF_NOTHING: Final = _warning(
    "residue-of-nothing",
    "Chỉ tiêu {address} nêu phần chênh {residue} nhưng không phải dòng tổng có các phần. Ghi phần chênh ở dòng tổng.",
    "Показатель {address} указывает остаток {residue}, но это не итог с частями. Укажите остаток в строке итога.",
    "The target {address} states a residue of {residue} but is no total with parts. State it in the row of the total.",
)
PERIODS_DIFFER: Final = _warning(
    "periods-differ",
    "Kế hoạch {address} = {total} khác tổng các kỳ {parts} = {sum}. Chênh lệch {difference} {measure}. "
    "Sửa số hoặc giải trình.",
    "План {address} = {total} не равен сумме периодов {parts} = {sum}. Расхождение {difference} {measure}. "
    "Исправьте числа или поясните.",
    "The plan {address} = {total} differs from the sum of {parts} = {sum}. Difference {difference} {measure}. "
    "Correct the numbers or explain.",
)
UNITS_DIFFER: Final = _note(
    "units-differ",
    "Chỉ tiêu {address} = {total}; các đơn vị trực thuộc được giao {parts} = {sum}. Chênh lệch {difference} {measure}. "
    "Kiểm tra nếu phần chênh không do cấp trên giữ.",
    "Показатель {address} = {total}; подчинённым задано {parts} = {sum}. Расхождение {difference} {measure}. "
    "Проверьте, если разницу не оставила за собой вышестоящая организация.",
    "The target {address} = {total}; the org units below were given {parts} = {sum}. "
    "Difference {difference} {measure}. "
    "Check it, unless the unit above keeps the difference.",
)

# Participating shares

SHARES_OVERLAP: Final = _error(
    "shares-overlap",
    "Tỷ lệ tham gia của ‘{org_unit}’ tại phần ‘{breakdown}’ được khai hai lần cho cùng thời gian (từ {first}). "
    "Sửa ngày hoặc bỏ một dòng.",
    "Доля «{org_unit}» в части «{breakdown}» указана дважды на те же дни (с {first}). "
    "Исправьте даты или удалите строку.",
    "The share of ‘{org_unit}’ in ‘{breakdown}’ is stated twice for the same days (from {first}). "
    "Correct the dates or remove a row.",
)
SHARE_OUT_OF_RANGE: Final = _error(
    "share-out-of-range",
    "Tỷ lệ tham gia của ‘{org_unit}’ tại phần ‘{breakdown}’ là {percent}%, phải từ 0 đến 100. Sửa tỷ lệ.",
    "Доля «{org_unit}» в части «{breakdown}» равна {percent} %, а должна быть от 0 до 100. Исправьте её.",
    "The share of ‘{org_unit}’ in ‘{breakdown}’ is {percent}% and must lie between 0 and 100. Correct it.",
)
SHARES_SUM: Final = _warning(
    "shares-sum",
    "Tổng tỷ lệ tham gia tại phần ‘{breakdown}’ từ {first} đến trước {until} là {sum}%, khác 100%. "
    "Bổ sung bên còn thiếu hoặc sửa tỷ lệ.",
    "Сумма долей в части «{breakdown}» с {first} до {until} равна {sum} %, а не 100 %. "
    "Добавьте недостающего участника или исправьте доли.",
    "The shares in ‘{breakdown}’ from {first} until {until} add up to {sum}%, not 100%. "
    "Add the holder who is missing or correct the shares.",
)
SHARES_ROUNDED: Final = _note(
    "shares-rounded",
    "Tổng tỷ lệ tham gia tại phần ‘{breakdown}’ từ {first} đến trước {until} là {sum}% do làm tròn từng tỷ lệ. "
    "Số liệu được chia theo tổng này.",
    "Сумма долей в части «{breakdown}» с {first} до {until} равна {sum} % из-за округления. "
    "Данные делятся на эту сумму.",
    "The shares in ‘{breakdown}’ from {first} until {until} add up to {sum}% because each is rounded. "
    "Figures are divided by this sum.",
)
SHARES_GAP: Final = _warning(
    "shares-gap",
    "Phần ‘{breakdown}’ không có đơn vị nào tham gia từ {first} đến trước {until}. Bổ sung tỷ lệ hoặc xác nhận.",
    "В части «{breakdown}» нет участников с {first} до {until}. Добавьте доли или подтвердите.",
    "Nobody holds a share in ‘{breakdown}’ from {first} until {until}. Add the shares or confirm.",
)
SHARES_CHANGE_INSIDE: Final = _note(
    "shares-change-inside",
    "Tỷ lệ tham gia phần ‘{breakdown}’ thay đổi trong kỳ {period}. Số liệu của kỳ được chia theo số ngày: {days}.",
    "Доли в части «{breakdown}» меняются внутри периода {period}. Данные периода делятся по дням: {days}.",
    "Shares in ‘{breakdown}’ change inside {period}. The period's figures are divided by days: {days}.",
)
SHARES_REDUCED: Final = _note(
    "shares-reduced",
    "Tỷ lệ tham gia phần ‘{breakdown}’ trong kỳ {period} cộng lại là {sum}%, khác 100%. "
    "Số liệu được chia theo tổng này.",
    "Доли в части «{breakdown}» за период {period} в сумме дают {sum} %, а не 100 %. Данные делятся на эту сумму.",
    "Shares in ‘{breakdown}’ in {period} add up to {sum}%, not 100%. Figures are divided by this sum.",
)
SHARES_UNALLOCATED: Final = _warning(
    "shares-unallocated",
    "Phần ‘{breakdown}’ không có đơn vị tham gia trong {days}/{of} ngày của kỳ {period}. "
    "Số liệu các ngày đó để ở mục chưa phân bổ; bổ sung tỷ lệ nếu có.",
    "В части «{breakdown}» нет участников {days} из {of} дней периода {period}. "
    "Данные за эти дни не распределены; добавьте доли, если они есть.",
    "Nobody holds a share in ‘{breakdown}’ on {days} of {of} days of {period}. "
    "The figures of those days are left unallocated; add shares if there are any.",
)

# Key projects

STAGE_TOO_EARLY: Final = _warning(
    "stage-too-early",
    "Công trình ‘{project}’: "
    "mốc ‘{stage}’ ({date}) đứng trước mốc ‘{earlier}’ ({earlier_date}) của giai đoạn trước nó. "
    "Kiểm tra lại ngày.",
    "Проект «{project}»: веха «{stage}» ({date}) раньше вехи «{earlier}» ({earlier_date}) предыдущего этапа. "
    "Проверьте даты.",
    "Project ‘{project}’: the milestone ‘{stage}’ ({date}) comes before ‘{earlier}’ ({earlier_date}) of the stage "
    "before it. Check the dates.",
)
