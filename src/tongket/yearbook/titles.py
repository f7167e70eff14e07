"""What each table of a year is called, and in one sentence what its rows are: for sheets, guide and reference."""

from collections.abc import Mapping
from typing import Final

from tongket.words import Text

TITLES: Final[Mapping[str, tuple[Text, Text]]] = {
    "year": (
        Text("Năm", "Год", "Year"),
        Text(
            "Năm nào, của đơn vị nào, theo số liệu nào.",
            "Какой год, чей и на каких данных.",
            "Which year, whose, on which figures.",
        ),
    ),
    "paper": (
        Text("Văn bản", "Документ", "Paper"),
        Text(
            "Phần đầu và phần ký của báo cáo; số và ngày do văn thư cấp.",
            "Шапка и подпись отчёта; номер и дату даёт канцелярия.",
            "Head and signature of the report; its number and date come from the clerk.",
        ),
    ),
    "recipients": (
        Text("Nơi nhận", "Рассылка", "Recipients"),
        Text(
            "Mỗi dòng một nơi nhận báo cáo.",
            "Строка — один получатель отчёта.",
            "One recipient of the report in each row.",
        ),
    ),
    "org_units": (
        Text("Đơn vị", "Организации", "Org units"),
        Text(
            "Mỗi dòng một đơn vị. Mã dùng mãi, không đổi.",
            "Строка — одна организация. Код не меняется.",
            "One org unit in each row. Its code never changes.",
        ),
    ),
    "parents": (
        Text("Cây đơn vị", "Подчинённость", "Tree"),
        Text(
            "Đơn vị nào thuộc đơn vị nào, từ ngày nào.",
            "Кто кому подчинён и с какого дня.",
            "Which org unit stands under which, and since when.",
        ),
    ),
    "renames": (
        Text("Đổi tên", "Переименования", "Renames"),
        Text(
            "Tên mới của đơn vị kể từ một ngày; mã giữ nguyên.",
            "Новое наименование с указанного дня.",
            "A new name from a day on; the code stays.",
        ),
    ),
    "restructurings": (
        Text("Sáp nhập, chia tách", "Слияния и разделения", "Restructurings"),
        Text(
            "Mỗi dòng: đơn vị nào nhập hoặc tách vào đơn vị nào.",
            "Строка — кто в кого перешёл.",
            "Which org unit went into which.",
        ),
    ),
    "groupings": (
        Text("Nhóm đơn vị", "Группы", "Groupings"),
        Text(
            "Nhóm bên cạnh cây đơn vị, ví dụ cụm thi đua.",
            "Группы помимо дерева.",
            "Groups beside the tree, for example an emulation cluster.",
        ),
    ),
    "grouping_members": (
        Text("Thành viên nhóm", "Участники групп", "Grouping members"),
        Text(
            "Đơn vị nào thuộc nhóm nào, từ ngày nào.",
            "Кто входит в группу и с какого дня.",
            "Who belongs to which grouping, and since when.",
        ),
    ),
    "people": (
        Text("Nhân sự", "Люди", "People"),
        Text(
            "Người ký, người báo cáo; mã do đơn vị đặt, không dùng số căn cước.",
            "Подписывающие и докладчики.",
            "Who signs or reports; the id is opaque, never an identity number.",
        ),
    ),
    "indicators": (
        Text("Chỉ tiêu", "Показатели", "Indicators"),
        Text(
            "Mỗi dòng một chỉ tiêu: đo cái gì, bằng đơn vị nào, cộng thế nào.",
            "Что измеряется, чем и как сводится.",
            "What is measured, in which measure, and how it adds up.",
        ),
    ),
    "breakdowns": (
        Text("Lô, mỏ, giàn", "Блоки и месторождения", "Breakdowns"),
        Text(
            "Các phần mà chỉ tiêu được chia ra.",
            "Части, на которые делится показатель.",
            "The parts by which an indicator is broken down.",
        ),
    ),
    "shares": (
        Text("Tỷ lệ tham gia", "Доли участия", "Shares"),
        Text(
            "Tỷ lệ tham gia của đơn vị ở từng lô, mỏ, theo ngày.",
            "Доля организации в блоке по датам.",
            "An org unit's share of a part, by date.",
        ),
    ),
    "factors": (
        Text("Hệ số quy đổi", "Коэффициенты", "Factors"),
        Text(
            "Hệ số có ngày và nguồn, ví dụ thùng trên tấn.",
            "Коэффициенты с датой и источником.",
            "Dated conversion factors with their source, for example barrels per tonne.",
        ),
    ),
    "components": (
        Text("Thành phần chỉ tiêu", "Составляющие", "Components"),
        Text(
            "Chỉ tiêu tổng phải bằng các thành phần nhân hệ số.",
            "Показатель сверяется с составляющими.",
            "An indicator that should equal its components, each times a factor.",
        ),
    ),
    "plan_lines": (
        Text("Tuyến kế hoạch", "Линии плана", "Plan lines"),
        Text(
            "Mỗi cấp giao kế hoạch là một tuyến.",
            "Каждый орган, дающий план, — своя линия.",
            "Each authority that sets targets has a line.",
        ),
    ),
    "plan_versions": (
        Text("Bản kế hoạch", "Версии плана", "Plan versions"),
        Text(
            "Đề xuất, giao, điều chỉnh: theo văn bản nào, ngày nào.",
            "Проект, утверждение, корректировка.",
            "Proposed, assigned, adjusted: by which document, on which day.",
        ),
    ),
    "assumptions": (
        Text("Giả định", "Допущения", "Assumptions"),
        Text(
            "Giá dầu, tỷ giá mà kế hoạch dựa vào.",
            "Цена нефти и курс, заложенные в план.",
            "The oil price and exchange rate a plan rests on.",
        ),
    ),
    "targets": (
        Text("Kế hoạch", "Плановые задания", "Targets"),
        Text(
            "Mỗi dòng: giao cho đơn vị nào, chỉ tiêu nào, kỳ nào, bao nhiêu.",
            "Кому, какой показатель, на какой период и сколько.",
            "To whom, which indicator, for which period, how much.",
        ),
    ),
    "key_projects": (
        Text("Công trình", "Объекты", "Key projects"),
        Text(
            "Công trình, dự án trọng điểm của năm.",
            "Ключевые объекты и проекты года.",
            "The structures and projects the year is judged by.",
        ),
    ),
    "milestones": (
        Text("Mốc công trình", "Вехи", "Milestones"),
        Text(
            "Các mốc: kế hoạch, dự báo, thực tế; ghi ngày, tháng hoặc quý.",
            "Вехи: план, прогноз, факт.",
            "Milestones: baseline, forecast, actual; a day, a month or a quarter.",
        ),
    ),
    "figures": (
        Text("Số liệu", "Отчётные данные", "Figures"),
        Text(
            "Mỗi dòng một con số đơn vị báo cáo.",
            "Строка — одно отчётное значение.",
            "One reported number in each row.",
        ),
    ),
    "filings": (
        Text("Nộp báo cáo", "Представление отчётов", "Filings"),
        Text(
            "Đơn vị nào phải nộp, hạn nào, nộp ngày nào.",
            "Кто, к какому сроку и когда представил отчёт.",
            "Who was to file, by when, and when it came.",
        ),
    ),
    "narratives": (
        Text("Lời văn", "Текст отчёта", "Narrative"),
        Text(
            "Các đoạn lời của báo cáo: kết quả, tồn tại, phương hướng.",
            "Абзацы отчёта: результаты, недостатки, задачи.",
            "Paragraphs of the report: results, shortcomings, directions.",
        ),
    ),
}
