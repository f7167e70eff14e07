"""What can be wrong in the register of organisations, and how it is said."""

from typing import Final

from tongket.words import FindingKind, Severity, Text

BAD_CODE: Final = FindingKind(
    "organisation.bad-code",
    Severity.ERROR,
    Text(
        "Mã đơn vị ‘{code}’ không hợp lệ: chỉ dùng A–Z, 0–9 và dấu gạch nối, từ 2 đến 24 ký tự.",
        "Код организации «{code}» недопустим: A–Z, 0–9 и дефис, от 2 до 24 знаков.",
        "The code ‘{code}’ is not valid: use A–Z, 0–9 and hyphens, 2 to 24 characters.",
    ),
)
DUPLICATE: Final = FindingKind(
    "organisation.duplicate",
    Severity.ERROR,
    Text(
        "Mã ‘{code}’ được khai hai lần. Mỗi mã chỉ dùng cho một đơn vị hoặc một nhóm.",
        "Код «{code}» указан дважды. Один код — одна организация или группа.",
        "The code ‘{code}’ stands twice. One code belongs to one org unit or grouping.",
    ),
)
UNKNOWN_UNIT: Final = FindingKind(
    "organisation.unknown-unit",
    Severity.ERROR,
    Text(
        "Chưa có đơn vị mang mã ‘{code}’. Thêm vào danh sách đơn vị hoặc sửa mã.",
        "Организации с кодом «{code}» нет. Добавьте её в список или исправьте код.",
        "There is no org unit with the code ‘{code}’. Add it to the list or correct the code.",
    ),
)
UNKNOWN_GROUPING: Final = FindingKind(
    "organisation.unknown-grouping",
    Severity.ERROR,
    Text(
        "Chưa có nhóm mang mã ‘{code}’. Thêm vào danh sách nhóm hoặc sửa mã.",
        "Группы с кодом «{code}» нет. Добавьте её в список или исправьте код.",
        "There is no grouping with the code ‘{code}’. Add it to the list or correct the code.",
    ),
)
EMPTY_INTERVAL: Final = FindingKind(
    "organisation.empty-interval",
    Severity.ERROR,
    Text(
        "Khoảng thời gian rỗng: từ {first} đến trước {until}. Ngày kết thúc phải sau ngày bắt đầu.",
        "Пустой промежуток: с {first} до {until}. Конец должен быть позже начала.",
        "The interval from {first} until {until} is empty. Its end must come after its beginning.",
    ),
)
TWO_PARENTS: Final = FindingKind(
    "organisation.two-parents",
    Severity.ERROR,
    Text(
        "Đơn vị ‘{code}’ có hai đơn vị cấp trên trong cùng thời gian (dòng này: ‘{parent}’).",
        "У организации «{code}» две вышестоящие в одно время (эта строка: «{parent}»).",
        "The org unit ‘{code}’ has two parents at the same time (this row: ‘{parent}’).",
    ),
)
CYCLE: Final = FindingKind(
    "organisation.cycle",
    Severity.ERROR,
    Text(
        "Cây đơn vị bị vòng kể từ {on}: {path}. Một đơn vị không thể ở dưới chính mình.",
        "С {on} дерево организаций замкнуто: {path}. Организация не может подчиняться себе.",
        "The tree of org units has a cycle from {on}: {path}. An org unit cannot stand under itself.",
    ),
)
DUPLICATE_PERSON: Final = FindingKind(
    "organisation.duplicate-person",
    Severity.ERROR,
    Text(
        "Mã người ‘{id}’ được khai hai lần. Mỗi người một mã, cấp một lần; sửa mã hoặc bỏ một dòng.",
        "Код человека «{id}» указан дважды. У каждого человека один код; исправьте код или удалите строку.",
        "The person id ‘{id}’ stands twice. Each person has one id, given once; correct it or remove a row.",
    ),
)
DUPLICATE_MEMBER: Final = FindingKind(
    "organisation.duplicate-member",
    Severity.WARNING,
    Text(
        "Đơn vị ‘{code}’ được khai hai lần trong nhóm ‘{grouping}’ cho cùng thời gian. Bỏ một dòng hoặc sửa ngày.",
        "Организация «{code}» дважды указана в группе «{grouping}» на те же дни. Удалите строку или исправьте даты.",
        "The org unit ‘{code}’ stands twice in the grouping ‘{grouping}’ for the same days. "
        "Remove a row or correct the dates.",
    ),
)
PARENT_ABSENT: Final = FindingKind(
    "organisation.parent-absent",
    Severity.WARNING,
    Text(
        "Đơn vị ‘{code}’ đứng dưới ‘{parent}’ cả trong những ngày ‘{parent}’ không tồn tại. "
        "Sửa ngày hoặc khai cấp trên mới.",
        "«{code}» подчинена «{parent}» и в дни, когда «{parent}» не существует. "
        "Исправьте даты или укажите новую вышестоящую.",
        "The org unit ‘{code}’ stands under ‘{parent}’ on days on which ‘{parent}’ does not exist. "
        "Correct the dates or state its new parent.",
    ),
)
MERGED_LIVES_ON: Final = FindingKind(
    "organisation.merged-lives-on",
    Severity.WARNING,
    Text(
        "Đơn vị ‘{source}’ đã sáp nhập vào ‘{target}’ ngày {on} nhưng vẫn còn tồn tại từ ngày đó. "
        "Ghi ngày kết thúc của ‘{source}’.",
        "«{source}» вошла в «{target}» {on}, но продолжает существовать. Укажите дату окончания «{source}».",
        "The org unit ‘{source}’ was merged into ‘{target}’ on {on} but still exists on that day. "
        "State the end of ‘{source}’.",
    ),
)
TARGET_ABSENT: Final = FindingKind(
    "organisation.target-absent",
    Severity.WARNING,
    Text(
        "Đơn vị ‘{target}’ nhận sáp nhập hoặc chia tách ngày {on} nhưng không tồn tại ngày đó. "
        "Sửa ngày của đơn vị hoặc của việc tổ chức lại.",
        "«{target}» — преемник на {on}, но в этот день не существует. Исправьте даты организации или реорганизации.",
        "The org unit ‘{target}’ takes over on {on} but does not exist on that day. Correct its dates or that day.",
    ),
)
THE_BEGINNING: Final = Text("ngày đầu tiên", "самого начала", "the first day")
