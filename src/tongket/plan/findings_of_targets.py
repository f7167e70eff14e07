"""What can be wrong in the targets of a plan: what, where, and what to do."""

from typing import Final

from tongket.words import FindingKind

OTHER_DIMENSION: Final = FindingKind.error(
    "plan.other-dimension",
    "Chỉ tiêu {address} ghi đơn vị tính ‘{measure}’, không quy được về ‘{wanted}’ của chỉ tiêu. Sửa đơn vị tính.",
    "Показатель {address}: единица «{measure}» не приводится к «{wanted}». Исправьте единицу измерения.",
    "The target {address} is in ‘{measure}’, which is no scale of the indicator's ‘{wanted}’. Correct the measure.",
)
VALUE_MISSING: Final = FindingKind.error(
    "plan.value-missing",
    "Chỉ tiêu {address} ở tình trạng giao nhưng còn trống. Ghi giá trị; nếu không được giao, chọn ‘Không giao’.",
    "Показатель {address} задан, но значения нет. Введите значение; если не задаётся, выберите «Не задан».",
    "The target {address} is assigned but has no value. Enter one; if it is not assigned, choose ‘Not assigned’.",
)
VALUE_UNEXPECTED: Final = FindingKind.error(
    "plan.value-unexpected",
    "Chỉ tiêu {address} ghi ‘Không giao’ nhưng có giá trị {value}. Bỏ giá trị hoặc đổi tình trạng giao.",
    "Показатель {address} отмечен «Не задан», но имеет значение {value}. Уберите значение или измените статус.",
    "The target {address} is ‘Not assigned’ but has the value {value}. Remove the value or change the state.",
)
NEGATIVE: Final = FindingKind.error(
    "plan.negative",
    "Chỉ tiêu {address} mang dấu âm ({value}); chỉ tiêu này không nhận giá trị âm. "
    "Sửa số hoặc khai được nhận giá trị âm.",
    "Показатель {address} отрицателен ({value}), что не допускается. Исправьте число или разрешите отрицательные.",
    "The target {address} is negative ({value}), which its indicator does not allow. Correct it, or allow negatives.",
)
SUM_DIFFERS: Final = FindingKind.error(
    "plan.sum-differs",
    "Tổng {address} = {total} khác tổng các phần {parts} = {sum}. Chênh lệch {difference} {measure}. "
    "Sửa số, hoặc nêu phần chênh ở dòng tổng.",
    "Итог {address} = {total} не равен сумме частей {parts} = {sum}. Расхождение {difference} {measure}. "
    "Исправьте числа или укажите остаток в строке итога.",
    "The total {address} = {total} differs from the sum of its parts {parts} = {sum}. "
    "Difference {difference} {measure}. "
    "Correct the numbers, or state the residue in the row of the total.",
)
RESIDUE_DIFFERS: Final = FindingKind.error(
    "plan.residue-differs",
    "Tổng {address} = {total}, các phần {parts} = {sum}: chênh lệch {difference} {measure}, "
    "nhưng phần chênh đã nêu là {residue}. Sửa phần chênh hoặc sửa số.",
    "Итог {address} = {total}, части {parts} = {sum}: расхождение {difference} {measure}, "
    "а указанный остаток {residue}. Исправьте остаток или числа.",
    "The total {address} = {total}, its parts {parts} = {sum}: they differ by {difference} {measure}, "
    "but the stated residue is {residue}. Correct the residue or the numbers.",
)
RESIDUE_OF_NOTHING: Final = FindingKind.warning(
    "plan.residue-of-nothing",
    "Chỉ tiêu {address} nêu phần chênh {residue} nhưng không phải dòng tổng có các phần. Ghi phần chênh ở dòng tổng.",
    "Показатель {address} указывает остаток {residue}, но это не итог с частями. Укажите остаток в строке итога.",
    "The target {address} states a residue of {residue} but is no total with parts. State it in the row of the total.",
)
PERIODS_DIFFER: Final = FindingKind.warning(
    "plan.periods-differ",
    "Kế hoạch {address} = {total} khác tổng các kỳ {parts} = {sum}. Chênh lệch {difference} {measure}. "
    "Sửa số hoặc giải trình.",
    "План {address} = {total} не равен сумме периодов {parts} = {sum}. Расхождение {difference} {measure}. "
    "Исправьте числа или поясните.",
    "The plan {address} = {total} differs from the sum of {parts} = {sum}. Difference {difference} {measure}. "
    "Correct the numbers or explain.",
)
UNITS_DIFFER: Final = FindingKind.note(
    "plan.units-differ",
    "Chỉ tiêu {address} = {total}; các đơn vị trực thuộc được giao {parts} = {sum}. Chênh lệch {difference} {measure}. "
    "Kiểm tra nếu phần chênh không do cấp trên giữ.",
    "Показатель {address} = {total}; подчинённым задано {parts} = {sum}. Расхождение {difference} {measure}. "
    "Проверьте, если разницу не оставила за собой вышестоящая организация.",
    "The target {address} = {total}; the org units below were given {parts} = {sum}. "
    "Difference {difference} {measure}. "
    "Check it, unless the unit above keeps the difference.",
)

# What a version made easier without saying why

LOWERED: Final = FindingKind.warning(
    "plan.lowered-without-reason",
    "Chỉ tiêu {address} giảm so với lần giao trước: từ {before} xuống {after} (bản ‘{version}’, tuyến ‘{line}’). "
    "Cần ghi lý do và số văn bản.",
    "Показатель {address} снижен по сравнению с предыдущей версией: с {before} до {after} (версия «{version}», "
    "линия «{line}»). Укажите причину и номер документа.",
    "The target {address} was lowered from {before} to {after} (version ‘{version}’, line ‘{line}’). "
    "State the reason and the document number.",
)
EASED: Final = FindingKind.warning(
    "plan.eased-without-reason",
    "Chỉ tiêu {address} (càng thấp càng tốt) được nới so với lần giao trước: từ {before} lên {after} "
    "(bản ‘{version}’, tuyến ‘{line}’). Cần ghi lý do và số văn bản.",
    "Показатель {address} (чем меньше, тем лучше) смягчён: с {before} до {after} (версия «{version}», "
    "линия «{line}»). Укажите причину и номер документа.",
    "The target {address} (lower is better) was eased from {before} to {after} (version ‘{version}’, line ‘{line}’). "
    "State the reason and the document number.",
)
POSTPONED: Final = FindingKind.warning(
    "plan.postponed-without-reason",
    "Thời hạn {address} được lùi từ {before} đến {after} (bản ‘{version}’, tuyến ‘{line}’). "
    "Cần ghi lý do và số văn bản.",
    "Срок {address} перенесён с {before} на {after} (версия «{version}», линия «{line}»). "
    "Укажите причину и номер документа.",
    "The date {address} was put off from {before} to {after} (version ‘{version}’, line ‘{line}’). "
    "State the reason and the document number.",
)
WITHDRAWN: Final = FindingKind.warning(
    "plan.withdrawn-without-reason",
    "Chỉ tiêu {address} đã giao {before} nhưng bản ‘{version}’ tuyến ‘{line}’ không còn giao. "
    "Cần ghi lý do và số văn bản.",
    "Показатель {address} был задан ({before}), но в версии «{version}» линии «{line}» снят. "
    "Укажите причину и номер документа.",
    "The target {address} stood at {before} but is no longer assigned in version ‘{version}’, line ‘{line}’. "
    "State the reason and the document number.",
)
