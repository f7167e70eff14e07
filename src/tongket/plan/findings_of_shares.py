"""What can be wrong, or worth saying, in participating shares: what, where, and what to do."""

from typing import Final

from tongket.words import FindingKind

SHARES_OVERLAP: Final = FindingKind.error(
    "plan.shares-overlap",
    "Tỷ lệ tham gia của ‘{org_unit}’ tại phần ‘{breakdown}’ được khai hai lần cho cùng thời gian (từ {first}). "
    "Sửa ngày hoặc bỏ một dòng.",
    "Доля «{org_unit}» в части «{breakdown}» указана дважды на те же дни (с {first}). "
    "Исправьте даты или удалите строку.",
    "The share of ‘{org_unit}’ in ‘{breakdown}’ is stated twice for the same days (from {first}). "
    "Correct the dates or remove a row.",
)
SHARE_OUT_OF_RANGE: Final = FindingKind.error(
    "plan.share-out-of-range",
    "Tỷ lệ tham gia của ‘{org_unit}’ tại phần ‘{breakdown}’ là {percent}%, phải từ 0 đến 100. Sửa tỷ lệ.",
    "Доля «{org_unit}» в части «{breakdown}» равна {percent} %, а должна быть от 0 до 100. Исправьте её.",
    "The share of ‘{org_unit}’ in ‘{breakdown}’ is {percent}% and must lie between 0 and 100. Correct it.",
)
SHARES_SUM: Final = FindingKind.warning(
    "plan.shares-sum",
    "Tổng tỷ lệ tham gia tại phần ‘{breakdown}’ từ {first} đến trước {until} là {sum}%, khác 100%. "
    "Bổ sung bên còn thiếu hoặc sửa tỷ lệ.",
    "Сумма долей в части «{breakdown}» с {first} до {until} равна {sum} %, а не 100 %. "
    "Добавьте недостающего участника или исправьте доли.",
    "The shares in ‘{breakdown}’ from {first} until {until} add up to {sum}%, not 100%. "
    "Add the holder who is missing or correct the shares.",
)
SHARES_ROUNDED: Final = FindingKind.note(
    "plan.shares-rounded",
    "Tổng tỷ lệ tham gia tại phần ‘{breakdown}’ từ {first} đến trước {until} là {sum}% do làm tròn từng tỷ lệ. "
    "Số liệu được chia theo tổng này.",
    "Сумма долей в части «{breakdown}» с {first} до {until} равна {sum} % из-за округления. "
    "Данные делятся на эту сумму.",
    "The shares in ‘{breakdown}’ from {first} until {until} add up to {sum}% because each is rounded. "
    "Figures are divided by this sum.",
)
SHARES_GAP: Final = FindingKind.warning(
    "plan.shares-gap",
    "Phần ‘{breakdown}’ không có đơn vị nào tham gia từ {first} đến trước {until}. Bổ sung tỷ lệ hoặc xác nhận.",
    "В части «{breakdown}» нет участников с {first} до {until}. Добавьте доли или подтвердите.",
    "Nobody holds a share in ‘{breakdown}’ from {first} until {until}. Add the shares or confirm.",
)
SHARES_CHANGE_INSIDE: Final = FindingKind.note(
    "plan.shares-change-inside",
    "Tỷ lệ tham gia phần ‘{breakdown}’ thay đổi trong kỳ {period}. Số liệu của kỳ được chia theo số ngày: {days}.",
    "Доли в части «{breakdown}» меняются внутри периода {period}. Данные периода делятся по дням: {days}.",
    "Shares in ‘{breakdown}’ change inside {period}. The period's figures are divided by days: {days}.",
)
SHARES_REDUCED: Final = FindingKind.note(
    "plan.shares-reduced",
    "Tỷ lệ tham gia phần ‘{breakdown}’ trong kỳ {period} cộng lại là {sum}%, khác 100%. "
    "Số liệu được chia theo tổng này.",
    "Доли в части «{breakdown}» за период {period} в сумме дают {sum} %, а не 100 %. Данные делятся на эту сумму.",
    "Shares in ‘{breakdown}’ in {period} add up to {sum}%, not 100%. Figures are divided by this sum.",
)
SHARES_UNALLOCATED: Final = FindingKind.warning(
    "plan.shares-unallocated",
    "Phần ‘{breakdown}’ không có đơn vị tham gia trong {days}/{of} ngày của kỳ {period}. "
    "Số liệu các ngày đó để ở mục chưa phân bổ; bổ sung tỷ lệ nếu có.",
    "В части «{breakdown}» нет участников {days} из {of} дней периода {period}. "
    "Данные за эти дни не распределены; добавьте доли, если они есть.",
    "Nobody holds a share in ‘{breakdown}’ on {days} of {of} days of {period}. "
    "The figures of those days are left unallocated; add shares if there are any.",
)
