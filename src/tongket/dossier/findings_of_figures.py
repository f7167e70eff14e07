"""What can be wrong with figures that were read: against the plan, last year, each other, and another file."""

from typing import Final

from tongket.words import FindingKind

WRONG_MEASURE: Final = FindingKind.error(
    "dossier.wrong-measure",
    "Ô {cell} có vẻ tính bằng {found}; biểu yêu cầu {wanted} ({value} so với {against}).",
    "Ячейка {cell}, похоже, в единице «{found}»; форма требует: {wanted} ({value} против {against}).",
    "Cell {cell} seems to be in {found}; the form asks for {wanted} ({value} against {against}).",
)
PLAN_CHANGED: Final = FindingKind.error(
    "dossier.plan-changed",
    "Ô {cell} là số kế hoạch được giao ({printed}) nhưng tệp ghi {found}. Số kế hoạch không sửa ở biểu này.",
    "Ячейка {cell} – утверждённый план ({printed}), но в файле {found}. План в этой форме не меняется.",
    "Cell {cell} is the assigned plan figure ({printed}) but the file says {found}. Plan figures are not changed here.",
)
LAST_YEAR_CHANGED: Final = FindingKind.warning(
    "dossier.last-year-changed",
    "Ô {cell} là số thực hiện năm trước ({printed}) nhưng tệp ghi {found}. "
    "Số năm trước không sửa ở biểu này; nếu số đã công bố sai, đề nghị giải trình.",
    "Ячейка {cell} – факт прошлого года ({printed}), но в файле {found}. "
    "Прошлый год в этой форме не меняется; если опубликованное неверно, поясните.",
    "Cell {cell} is last year's figure ({printed}) but the file says {found}. "
    "Last year is not changed here; if what was published is wrong, please explain.",
)
SUM_DIFFERS: Final = FindingKind.error(
    "dossier.sum-differs",
    "Tổng {cell} = {total} khác tổng các phần {parts} = {sum}. Chênh lệch {difference} {measure}.",
    "Итог {cell} = {total} не равен сумме частей {parts} = {sum}. Расхождение {difference} {measure}.",
    "The total {cell} = {total} differs from the sum of its parts {parts} = {sum}. Difference {difference} {measure}.",
)
JUMP: Final = FindingKind.warning(
    "dossier.jump",
    "Ô {cell} bằng {percent} cùng kỳ năm trước. Đề nghị kiểm tra lại hoặc giải trình.",
    "Ячейка {cell}: {percent} к тому же периоду прошлого года. Проверьте или поясните.",
    "Cell {cell} is {percent} of the same period last year. Please check it or explain.",
)
TO_DATE_ABOVE_YEAR: Final = FindingKind.error(
    "dossier.to-date-above-year",
    "{to_date} ({value}) lớn hơn ước cả năm ({year}).",
    "{to_date} ({value}) больше оценки за год ({year}).",
    "{to_date} ({value}) is above the estimate for the year ({year}).",
)
ONE_OF_TWO: Final = FindingKind.warning(
    "dossier.one-of-two",
    "Ô {cell} ghi ‘{absence}’ nhưng ô {other} có số {value}. Bổ sung số hoặc giải trình.",
    "В ячейке {cell} указано «{absence}», но в {other} есть число {value}. Добавьте число или поясните.",
    "Cell {cell} says ‘{absence}’ but cell {other} has the figure {value}. Add the figure or explain.",
)
NOT_ASSIGNED_BUT_PLANNED: Final = FindingKind.warning(
    "dossier.not-assigned-but-planned",
    "Ô {cell} ghi ‘Không giao’ nhưng kế hoạch giao {plan}. Ghi số hoặc giải trình.",
    "В ячейке {cell} указано «Không giao» (не задан), но план – {plan}. Введите число или поясните.",
    "Cell {cell} says ‘Không giao’ (not assigned) but the plan assigns {plan}. Give the figure or explain.",
)
AFTER_CUT_OFF: Final = FindingKind.warning(
    "dossier.after-cut-off",
    "Ô {cell} ghi đã thực hiện ngày {value}, sau thời điểm chốt số liệu {cut_off}. Sửa ngày hoặc giải trình.",
    "В ячейке {cell} исполнено {value}, позже даты среза {cut_off}. Исправьте дату или поясните.",
    "Cell {cell} says it was done on {value}, after the cut-off date {cut_off}. Correct the date or explain.",
)
LOOKS_COPIED: Final = FindingKind.note(
    "dossier.looks-copied",
    "Trang ‘{sheet}’: cả {count} ô ước thực hiện bằng đúng số kế hoạch. Có thể là số chép từ cột kế hoạch; "
    "đề nghị xem lại.",
    "Лист «{sheet}»: все оценки ({count}) в точности равны плану. Возможно, они скопированы; проверьте.",
    "Sheet ‘{sheet}’: all {count} estimates equal the plan exactly. They may have been copied; please look again.",
)
EXPLAINED: Final = FindingKind.note(
    "dossier.explained",
    "{about} Đơn vị giải trình: ‘{why}’.",
    "{about} Пояснение организации: «{why}».",
    "{about} The unit explains: ‘{why}’.",
)
SAME_TWICE: Final = FindingKind.note(
    "dossier.filed-twice-same",
    "‘{name}’ ({kind}) có ở cả {first} và {second}, số như nhau; lấy một.",
    "«{name}» ({kind}) есть и в {first}, и в {second}, числа совпадают; взято одно.",
    "‘{name}’ ({kind}) stands in both {first} and {second} with the same figure; one was taken.",
)
DIFFERENT_TWICE: Final = FindingKind.error(
    "dossier.filed-twice-different",
    "‘{name}’ ({kind}) có ở {first} là {one} và ở {second} là {other}. Thống nhất một số rồi gửi lại.",
    "«{name}» ({kind}): в {first} – {one}, в {second} – {other}. Согласуйте число и отправьте снова.",
    "‘{name}’ ({kind}) is {one} in {first} and {other} in {second}. Agree on one figure and send it again.",
)
REPLACED: Final = FindingKind.note(
    "dossier.replaced",
    "Tệp này được thay bằng tệp gửi sau {later}; không dùng để tổng hợp.",
    "Вместо этого файла действует более поздний {later}; в свод он не вошёл.",
    "The later file {later} stands in place of this one, which was not consolidated.",
)
ALSO_TYPED: Final = FindingKind.note(
    "dossier.also-typed",
    "Số của ‘{code}’ cũng nhập trong sổ năm ({place}), như nhau; lấy số trong sổ năm.",
    "Число «{code}» введено и в папке года ({place}), они совпадают; взято введённое там.",
    "The figure of ‘{code}’ was typed into the year as well ({place}), the same; the typed one was taken.",
)
TYPED_OTHERWISE: Final = FindingKind.error(
    "dossier.typed-otherwise",
    "Số của ‘{code}’ khác số đã nhập trong sổ năm: {typed} ({place}). Bỏ một trong hai; tạm lấy số trong sổ năm.",
    "Число «{code}» не совпадает с введённым в папке года: {typed} ({place}). Уберите одно; пока взято введённое там.",
    "The figure of ‘{code}’ differs from the one typed into the year: {typed} ({place}). Remove one; the typed stands.",
)
