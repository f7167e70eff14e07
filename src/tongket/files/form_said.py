"""What stands in a report form beside its rows: heads, instructions and messages, in three languages.

Written for an officer who sees the form once a year, and for a reader on the Russian side (users-and-screens §2.1).
"""

import datetime as dt
from collections.abc import Callable
from typing import Final

from tongket.documents.printing import period_text
from tongket.dossier.form import EvidenceColumn, FormColumn, FormStage, NarrativeColumn, ReportForm
from tongket.words import Language, Text, short_date
from tongket.year import Period

ILLUSTRATIVE: Final = Text("SỐ LIỆU MINH HỌA", "ИЛЛЮСТРАТИВНЫЕ ДАННЫЕ", "ILLUSTRATIVE FIGURES")
DOSSIER: Final = Text("HỒ SƠ BÁO CÁO {period}", "ОТЧЁТНАЯ ФОРМА: {period}", "REPORT FORM: {period}")
STAGES: Final = {
    FormStage.ESTIMATE: Text("Số ước thực hiện", "Ожидаемое исполнение", "Estimate"),
    FormStage.FINAL: Text("Số chính thức", "Итоговые данные", "Final figures"),
}
CUT_OFF: Final = Text("Số liệu tính đến ngày {day}", "Данные по состоянию на {day}", "Figures up to {day}")
DUE: Final = Text("Hạn nộp: {day}", "Срок представления: {day}", "Due: {day}")
DAY_BY_HAND: Final = "…/…/…"
UNIT_LINE: Final = Text(
    "Đơn vị: {name} ({code})   ·   Kỳ báo cáo: {period}   ·   {stage}",
    "Организация: {name} ({code})   ·   Период: {period}   ·   {stage}",
    "Org unit: {name} ({code})   ·   Period: {period}   ·   {stage}",
)
HELP_FIGURES: Final = Text(
    "Chỉ điền ô nền vàng, theo đơn vị tính của dòng. Không phát sinh ghi 0; không có số thì chọn trong danh sách. "
    "Ô nền hồng: xem lại.",
    "Заполняйте только жёлтые ячейки, в единицах строки. Не было – 0; нет числа – выберите из списка. "
    "Розовая ячейка: проверьте.",
    "Fill in yellow cells only, in the measure of the row. Nothing happened: 0; no number: choose from the list. "
    "Pink cell: look again.",
)
HELP_WORDS: Final = Text(
    "Mỗi ý một dòng. Nguyên nhân và giải pháp ghi bên cạnh từng tồn tại. Dòng không dùng để trống. "
    "Xuống dòng: Alt+Enter.",
    "Одна мысль – одна строка. Причину и меру укажите рядом с недостатком. Лишние строки оставьте пустыми.",
    "One point a row. Cause and remedy stand beside each shortcoming. Leave rows you do not need empty.",
)
HELP_EVIDENCE: Final = Text(
    "Mỗi tài liệu một dòng; gửi tệp kèm theo. Không đưa tài liệu thuộc danh mục bí mật nhà nước vào đây.",
    "Один документ – одна строка; файл приложите. Секретные документы сюда не включать.",
    "One document a row; send the file along. No document that is a State secret belongs here.",
)
OWN_ROWS_HEADING: Final = Text(
    "Chỉ tiêu bổ sung của đơn vị (nếu có): ghi tên, đơn vị tính, số liệu",
    "Дополнительные показатели организации (если есть): название, единица, числа",
    "Further indicators of the org unit (if any): name, measure, figures",
)
CHOOSE: Final = Text("Nhập số hoặc chọn chữ", "Число или слово из списка", "A number or a word")
CHOOSE_HOW: Final = Text(
    "Nhập một số theo đúng đơn vị tính của dòng. Không phát sinh: ghi 0. Không có số: chọn trong danh sách.",
    "Введите число в единицах строки. Не было – 0. Нет числа – выберите из списка.",
    "Type one number in the measure of the row. Nothing happened: 0. No number: choose from the list.",
)
CHOOSE_DAY: Final = Text("Nhập ngày hoặc chọn chữ", "Дата или слово из списка", "A date or a word")
CHOOSE_DAY_HOW: Final = Text(
    "Nhập ngày hoàn thành, ví dụ 05/12/{year}. Chưa có ngày: chọn trong danh sách.",
    "Введите дату завершения, например 05.12.{year}. Даты нет – выберите из списка.",
    "Type the day it was done, for example 05/12/{year}. No day yet: choose from the list.",
)
PAGE: Final = Text("Trang &P/&N", "Стр. &P из &N", "Page &P of &N")

HEADS: Final = {
    FormColumn.NUMBER: Text("TT", "№", "No."),
    FormColumn.CODE: Text("Mã", "Код", "Code"),
    FormColumn.NAME: Text("Chỉ tiêu", "Показатель", "Indicator"),
    FormColumn.MEASURE: Text("Đơn vị tính", "Ед. изм.", "Measure"),
    FormColumn.LAST_YEAR: Text("Thực hiện {before}", "Факт, {before}", "Actual, {before}"),
    FormColumn.PLAN: Text("Kế hoạch {period}", "План, {period}", "Plan, {period}"),
    FormColumn.ESTIMATE: Text("Ước thực hiện {period}", "Ожидается, {period}", "Estimate, {period}"),
    FormColumn.ACTUAL: Text("Thực hiện chính thức {period}", "Факт (итог), {period}", "Final, {period}"),
    FormColumn.EXPLANATION: Text("Giải trình", "Пояснение", "Explanation"),
}
_MONTHS_TO_DATE: Final = Text(
    "Thực hiện {months} tháng (đến {day})", "Факт за {months} мес. (по {day})", "Actual, {months} months (to {day})"
)
_TO_DATE: Final = Text("Thực hiện đến {day}", "Факт по {day}", "Actual to {day}")
_TO_CUT_OFF: Final = Text("Thực hiện đến thời điểm chốt", "Факт на дату", "Actual to date")
NARRATIVE_HEADS: Final = {
    NarrativeColumn.SECTION: Text("Mục", "Раздел", "Section"),
    NarrativeColumn.TEXT: Text("Nội dung", "Текст", "Text"),
    NarrativeColumn.CAUSE: Text("Nguyên nhân", "Причина", "Cause"),
    NarrativeColumn.REMEDY: Text("Giải pháp khắc phục", "Мера", "Remedy"),
}
EVIDENCE_HEADS: Final = {
    EvidenceColumn.TITLE: Text("Tên tài liệu (số, ngày)", "Документ (номер, дата)", "Document (number, date)"),
    EvidenceColumn.FILE: Text("Tên tệp gửi kèm", "Имя файла", "File sent along"),
    EvidenceColumn.INDICATOR: Text("Mã chỉ tiêu", "Код показателя", "Indicator"),
    EvidenceColumn.NOTE: Text("Ghi chú", "Примечание", "Note"),
}

PLACES: Final = {
    "org_unit": Text("Đơn vị", "Организация", "Org unit"),
    "period": Text("Kỳ báo cáo", "Период", "Period"),
    "stage": Text("Loại số liệu", "Вид данных", "Kind of figures"),
    "cut_off": Text("Số liệu tính đến ngày", "По состоянию на", "Figures up to"),
    "due": Text("Hạn nộp", "Срок представления", "Due"),
    "plan": Text("Kế hoạch in sẵn", "План", "Plan printed"),
}
PLAN_OF: Final = Text("{line}, bản {version}", "{line}, версия {version}", "{line}, version {version}")
HOW_HEADING: Final = Text("Cách điền", "Как заполнять", "How to fill in")
HOW: Final = (
    Text(
        "Chỉ điền ô nền vàng; điền xong ô chuyển sang trắng. Các ô khác đã khóa.",
        "Заполняйте только жёлтые ячейки; заполненная становится белой. Остальные закрыты.",
        "Fill in yellow cells only; a cell that is filled turns white. All others are locked.",
    ),
    Text(
        "Nhập số theo đúng đơn vị tính của từng dòng. Không phát sinh thì ghi 0, không để trống.",
        "Вводите числа в единицах своей строки. Если ничего не было, пишите 0, не оставляйте пустым.",
        "Type numbers in the measure of the row. Where nothing happened write 0; do not leave it empty.",
    ),
    Text(
        "Không có số thì chọn trong danh sách của ô: “Không giao” – chỉ tiêu không giao cho đơn vị; “Chưa có số liệu” "
        "– chưa tổng hợp được; “Chưa đến hạn” – chưa đến kỳ thực hiện.",
        "Нет числа – выберите в списке ячейки: «Не установлено» – показатель не задан; «Данных пока нет» – ещё не "
        "собраны; «Срок не наступил» – время ещё не пришло.",
        "No number: choose in the list of the cell: “Not assigned” – nobody set it; “Not available yet” – not gathered "
        "so far; “Not due” – its time has not come.",
    ),
    Text(
        "Chỉ tiêu tính theo ngày: ghi ngày hoàn thành.",
        "Показатель-дата: укажите день завершения.",
        "An indicator that is a day: give the day on which it was done.",
    ),
    Text(
        "Ô chuyển nền hồng là ô cần xem lại: chữ thay cho số, số âm, tổng khác các phần cộng lại, hoặc thực hiện đến "
        "nay lớn hơn ước cả kỳ. Sửa lại, hoặc ghi lý do ở cột Giải trình.",
        "Розовую ячейку проверьте: текст вместо числа, минус, итог не равен сумме частей, факт больше ожидаемого за "
        "период. Исправьте или поясните в столбце «Пояснение».",
        "Look again at a cell that turns pink: text for a number, a minus, a total that is not the sum of its parts, "
        "more to date than for the whole period. Correct it, or say why under Explanation.",
    ),
    Text(
        "Số năm trước và số kế hoạch đã in sẵn, không sửa ở đây; thấy sai thì ghi ở cột Giải trình.",
        "Прошлый год и план напечатаны и здесь не меняются; об ошибке напишите в «Пояснении».",
        "Last year and plan are printed and are not changed here; if one is wrong, say so under Explanation.",
    ),
    Text(
        "Mỗi ban, phòng có thể điền riêng trang của mình và gửi riêng tệp; các tệp được ghép theo mã. Không đổi tên "
        "trang, không đổi cột Mã.",
        "Каждый отдел может заполнить и прислать только свой лист; файлы сводятся по кодам. Не меняйте имена листов и "
        "столбец «Код».",
        "Each department may fill in its sheet alone and send it alone; files are joined by code. Leave the names of "
        "the sheets and the column Code as they are.",
    ),
    Text(
        "Không đưa tài liệu thuộc danh mục bí mật nhà nước vào tệp này.",
        "Не вносите в этот файл сведения, составляющие государственную тайну.",
        "Nothing that is a State secret belongs in this file.",
    ),
)
COLOURS_HEADING: Final = Text("Màu ô", "Цвета ячеек", "Colours")
COLOURS: Final = {
    "asked": Text("phải điền", "заполнить", "to be filled in"),
    "offered": Text("điền khi có", "если есть", "if there is something"),
    "filled": Text("đã điền", "заполнено", "filled in"),
    "doubtful": Text("xem lại", "проверить", "look again"),
    "locked": Text("đã khóa", "закрыто", "locked"),
}
PARTS_HEADING: Final = Text("Các phần", "Части", "Parts")
PARTS_HEADS: Final = (
    Text("Trang", "Лист", "Sheet"),
    Text("Phần", "Часть", "Part"),
    Text("Số dòng", "Строк", "Rows"),
    Text("Người phụ trách", "Ответственный", "Who fills it in"),
)
CONTACT: Final = Text("Cần hỏi, xin liên hệ: {contact}", "Вопросы: {contact}", "Questions to: {contact}")
CONTACT_BY_HAND: Final = "…" * 30
FORM_CODE: Final = Text("Mã biểu mẫu: {form}", "Код формы: {form}", "Form: {form}")


def cut_off_line(form: ReportForm, language: Language) -> str:
    """Say up to which day the figures go; where it is not fixed yet, the day is left to be written."""
    return CUT_OFF.to(language).format(day=_day(form.cut_off, language))


def head_of(column: FormColumn, form: ReportForm, language: Language) -> str:
    """Write the head over a column of figures."""
    if column is FormColumn.ACTUAL_TO_DATE:
        return _to_date(form, language)
    before = period_text(form.period.in_year(form.period.year - 1), language)
    return HEADS[column].to(language).format(before=before, period=period_text(form.period, language))


def _to_date(form: ReportForm, language: Language) -> str:
    day = form.cut_off
    if day is None or form.stage is FormStage.FINAL:
        return _TO_CUT_OFF.to(language)
    months = [month for month in form.period.months() if month.last <= day]
    if months and months[-1] == Period.of_month(day.year, day.month):
        return _MONTHS_TO_DATE.to(language).format(months=len(months), day=short_date(day, language))
    return _TO_DATE.to(language).format(day=short_date(day, language))


def _day(day: dt.date | None, language: Language) -> str:
    return short_date(day, language) if day else DAY_BY_HAND


def by_language(say: Callable[[Language], str]) -> Text:
    """Return a text said in each language by one function."""
    return Text(say("vi"), say("ru"), say("en"))
