"""The first steps of each role, as the help page tells them; the documentation says the same with pictures."""

from collections.abc import Mapping
from typing import Final

from tongket.server.records.models import Role
from tongket.words import Text

_CHANGE_PASSWORD: Final = Text(
    "Đăng nhập bằng tên và mật khẩu được cấp, đổi mật khẩu ở góc trên bên phải.",
    "Войдите с выданным именем и паролем и смените пароль в правом верхнем углу.",
    "Log in with the name and password you were given, and change the password at the top right.",
)
_DESK: Final = Text(
    "Mở “Bàn làm việc”: mỗi việc chờ Anh/Chị là một dòng, có hạn và một nút.",
    "Откройте «Рабочий стол»: каждое дело – строка со сроком и одной кнопкой.",
    "Open “My desk”: each thing that waits for you is a line with its day and one button.",
)
STEPS: Final[Mapping[Role, tuple[Text, ...]]] = {
    Role.REPORTER: (
        _CHANGE_PASSWORD,
        Text(
            "Mở “Hồ sơ báo cáo”, tải biểu mẫu Excel. Các phòng ban điền riêng từng phần cũng được.",
            "Откройте «Отчётные материалы» и скачайте форму Excel. Отделы могут заполнять части отдельно.",
            "Open “Report dossiers” and download the Excel form. Departments may fill their parts apart.",
        ),
        Text(
            "Điền các ô nền vàng rồi chọn tệp để kiểm tra. Chưa có gì được lưu khi mới xem kết quả kiểm tra.",
            "Заполните жёлтые ячейки и загрузите файл на проверку. Пока вы смотрите результат, ничего не сохранено.",
            "Fill the yellow cells and choose the file to be checked. While you look at the result nothing "
            "is kept yet.",
        ),
        Text(
            "Sửa lỗi, giải trình điểm được hỏi, bấm “Lưu số liệu này”; nhập số, ngày công văn của đơn vị.",
            "Исправьте ошибки, поясните вопросы, сохраните данные; внесите номер и дату письма организации.",
            "Correct errors, explain what is asked, keep the figures; enter the number and day of your unit's letter.",
        ),
        Text(
            "Trình lãnh đạo duyệt rồi gửi. Khi cần sửa, dùng “Đề nghị rút lại để sửa” trước lúc được xác nhận.",
            "Передайте руководителю и отправьте. Для исправления отзовите материалы, пока они не приняты.",
            "Ask your head to approve, then send. To correct something, withdraw the dossier until it was accepted.",
        ),
    ),
    Role.HEAD: (
        _CHANGE_PASSWORD,
        _DESK,
        Text(
            "Bấm “Xem và duyệt”, đọc số liệu và giải trình, duyệt bằng một nút hoặc chuyển lại kèm lý do.",
            "Нажмите «Просмотреть и утвердить», прочитайте данные и пояснения, утвердите или верните с "
            "указанием причины.",
            "Press “Look and approve”, read the figures and explanations, approve with one button or send "
            "back with a reason.",
        ),
        Text(
            "Khi đến lượt đơn vị kiểm tra hồ sơ của Cụm trưởng, việc đó cũng hiện trên bàn làm việc.",
            "Когда ваша организация проверяет материалы председателя группы, это тоже появится на столе.",
            "When it is your unit's turn to check the lead's dossier, that stands on the desk as well.",
        ),
    ),
    Role.SECRETARY: (
        _CHANGE_PASSWORD,
        Text(
            "Lần đầu trong năm: “Mở năm mới” từ sổ năm Excel; nêu Cụm trưởng và ai kiểm tra hồ sơ của Cụm trưởng.",
            "В начале года: «Открытие нового года» из книги Excel; укажите председателя и кто проверяет его материалы.",
            "At the start: “Open the next year” from an Excel year book; name the lead and who checks the "
            "lead's dossier.",
        ),
        Text(
            "“Giao kế hoạch”: nhập từ Excel hoặc ghi trên trang, giao kèm số văn bản; đơn vị xác nhận đã nhận.",
            "«Утверждение плана»: из Excel или на странице, с номером документа; организации подтверждают получение.",
            "“Assigning the plan”: from Excel or on the page, with the document's number; the org units "
            "acknowledge it.",
        ),
        Text(
            "“Kiểm tra hồ sơ”: ghi ý kiến tại ô, đề nghị bổ sung, xác nhận đạt yêu cầu. Tệp gửi qua thư: "
            "“Nộp thay đơn vị”.",
            "«Проверка материалов»: замечания к ячейкам, доработка, приём. Файлы по почте: «Подать за организацию».",
            "“Checking dossiers”: remark on cells, ask for completion, accept. What came by mail: “File for "
            "an org unit”.",
        ),
        Text(
            "“Tổng hợp số liệu”: bấm vào số để xem nguồn gốc; xuất Excel; chốt số liệu. “Văn bản”: lập báo "
            "cáo, trình chiếu.",
            "«Сводные данные»: щёлкните число, чтобы увидеть источник; Excel; фиксация. «Документы»: отчёт и слайды.",
            "“Consolidated figures”: press a figure to see its source; Excel; cut off. “Documents”: report and slides.",
        ),
    ),
    Role.AUDITOR: (
        _CHANGE_PASSWORD,
        Text(
            "“Tổng hợp số liệu”: bấm vào số để đi đến ô trong tệp của đơn vị. “Nhật ký”: ai làm gì, lúc nào.",
            "«Сводные данные»: от числа до ячейки в файле организации. «Журнал»: кто что сделал и когда.",
            "“Consolidated figures”: from a figure to the cell in the unit's file. “Audit log”: who did "
            "what, and when.",
        ),
    ),
    Role.ADMINISTRATOR: (
        _CHANGE_PASSWORD,
        Text(
            "“Mở năm mới” từ sổ năm Excel, rồi “Quản trị”: mời người dùng, giao vai trò theo đơn vị và thời gian.",
            "«Открытие нового года» из книги Excel, затем «Администрирование»: приглашения и роли по "
            "организациям и срокам.",
            "“Open the next year” from an Excel year book, then “Administration”: invite people, give roles "
            "by org unit and time.",
        ),
    ),
    Role.MEMBER: (_CHANGE_PASSWORD, _DESK),
}
"""The chair, the deputy and the council's office begin as the secretary does."""


def steps_of(role: Role) -> tuple[Text, ...]:
    """Return the first steps of a role."""
    return STEPS.get(role, STEPS[Role.SECRETARY])
