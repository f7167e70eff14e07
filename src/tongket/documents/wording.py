"""The words of the review's papers: heads, states and sentences, Vietnamese first, with Russian and English beside it.

A place in braces is filled by the composer. Words only: what a sentence claims is decided where it is made.
"""

from typing import Final

from tongket.dossier import Absence, Section
from tongket.figures import Kind, Maturity
from tongket.plan import AssumptionCode, Stage, VersionKind
from tongket.results import Achievement, FilingState
from tongket.words import Text

REPORT: Final = Text("BÁO CÁO", "ОТЧЁТ", "REPORT")
CUT_OFF: Final = Text("Số liệu tính đến ngày {day}", "Данные по состоянию на {day}", "Figures as of {day}")
ILLUSTRATIVE: Final = Text("SỐ LIỆU MINH HỌA", "ИЛЛЮСТРАТИВНЫЕ ДАННЫЕ", "ILLUSTRATIVE DATA")
NUMBER: Final = Text("Số: {number}/{symbol}", "№ {number}/{symbol}", "No. {number}/{symbol}")
BLANK_DATE: Final = Text(
    "ngày       tháng       năm         ", "«    »                  20    г.", "              20    "
)
ATTACHED: Final = Text(
    "(Kèm theo Báo cáo số {number}/{symbol} {day})",
    "(к отчёту № {number}/{symbol} {day})",
    "(Attached to report No. {number}/{symbol}, {day})",
)
TABLE: Final = Text("Bảng {number}. {caption}", "Таблица {number}. {caption}", "Table {number}. {caption}")
CHART: Final = Text("Biểu đồ {number}. {caption}", "Диаграмма {number}. {caption}", "Chart {number}. {caption}")
POINTS: Final = Text("abcdđeghik", "абвгдежзик", "abcdefghij")

# Heads of columns
ORDINAL: Final = Text("TT", "№", "No.")
INDICATOR: Final = Text("Chỉ tiêu", "Показатель", "Indicator")
INDICATOR_CODE: Final = Text("Mã chỉ tiêu", "Код показателя", "Indicator code")
MEASURE: Final = Text("ĐVT", "Ед. изм.", "Measure")
ORG_UNIT: Final = Text("Đơn vị", "Организация", "Org unit")
PART: Final = Text("Phần", "Часть", "Part")
CODE: Final = Text("Mã", "Код", "Code")
PLAN_BY: Final = Text("Kế hoạch theo", "План", "Plan")
BY_PLAN: Final = Text("KH {mark}", "план {mark}", "plan {mark}")
NOTE: Final = Text("Ghi chú", "Примечание", "Note")
DIFFERENCE: Final = Text("Chênh lệch TH - KH", "Отклонение от плана", "Actual less plan")
ADDRESS: Final = Text("Địa chỉ số liệu", "Адрес показателя", "Address")
ROW_CODE: Final = Text("Mã dòng", "Код строки", "Row code")
SOURCE: Final = Text("Nguồn", "Источник", "Source")
VALUE: Final = Text("Giá trị", "Значение", "Value")
FIGURE: Final = Text("Số liệu", "Показатель", "Figure")
STATE: Final = Text("Tình trạng", "Состояние", "State")
YEAR: Final = Text("Năm", "Год", "Year")
PERIOD: Final = Text("Kỳ", "Период", "Period")
DUE: Final = Text("Hạn nộp", "Срок", "Due")
FILED_ON: Final = Text("Ngày nộp", "Представлено", "Filed on")
PROJECT: Final = Text("Công trình, dự án", "Объект, проект", "Project")
MILESTONE: Final = Text("Mốc", "Этап", "Milestone")
BASELINE: Final = Text("Kế hoạch", "План", "Plan")
FORECAST: Final = Text("Dự báo", "Прогноз", "Forecast")
ACTUAL_DATE: Final = Text("Thực tế", "Факт", "Actual")
EARLY_OR_LATE: Final = Text("Sớm/muộn", "Раньше/позже", "Early/late")
DAYS_LATE: Final = Text("Số ngày (sớm âm, muộn dương)", "Дней (раньше – минус)", "Days late (early is negative)")
EXACTLY: Final = Text("Tỷ số chính xác", "Точное отношение", "Exact ratio")
AS_OF: Final = Text("Tính đến ngày", "По состоянию на", "As of")
FILE: Final = Text("Tệp nguồn", "Файл", "File")
FINGERPRINT: Final = Text("Dấu vân tay tệp (SHA-256)", "SHA-256 файла", "SHA-256 of the file")
LEVEL: Final = Text("Mức", "Уровень", "Level")
PLACE: Final = Text("Vị trí", "Место", "Place")
EXPLANATION: Final = Text("Giải trình của đơn vị", "Пояснение организации", "Explanation")
CONTENT: Final = Text("Nội dung", "Содержание", "Content")
MATURITY: Final = Text("Mức độ", "Статус", "Maturity")
MONTH_HEAD: Final = Text("Tháng", "Месяц", "Month")
MONTH: Final = Text("T{month}", "{month}", "M{month}")
ADDED_UP: Final = Text("Cộng", "Итого", "Total")

HEADS: Final = {
    Kind.LAST_YEAR: Text("TH {last}", "Факт {last}", "Actual {last}"),
    Kind.PLAN: Text("KH {year}", "План {year}", "Plan {year}"),
    Kind.ACTUAL_TO_DATE: Text("TH {to_date}", "Факт {to_date}", "Actual {to_date}"),
    Kind.ESTIMATE: Text("Ước TH {year}", "Оценка {year}", "Estimate {year}"),
    Kind.ACTUAL: Text("TH {year}", "Факт {year}", "Actual {year}"),
    Kind.PERCENT_OF_PLAN: Text("% TH/KH", "% к плану", "% of plan"),
    Kind.PERCENT_OF_LAST_YEAR: Text("% so với {last}", "% к {last}", "% of {last}"),
}
KINDS: Final = {
    Kind.LAST_YEAR: Text("cùng kỳ năm trước", "год назад", "a year earlier"),
    Kind.PLAN: Text("kế hoạch", "план", "plan"),
    Kind.ACTUAL_TO_DATE: Text("thực hiện đến thời điểm chốt", "факт на дату", "actual to date"),
    Kind.ESTIMATE: Text("ước thực hiện", "оценка", "estimate"),
    Kind.ACTUAL: Text("thực hiện", "факт", "actual"),
    Kind.PERCENT_OF_PLAN: Text("% kế hoạch", "% плана", "% of plan"),
    Kind.PERCENT_OF_LAST_YEAR: Text("% cùng kỳ năm trước", "% к прошлому году", "% of a year earlier"),
}
MATURITIES: Final = {
    Maturity.PLANNED: Text("kế hoạch", "план", "planned"),
    Maturity.TO_DATE: Text("đến thời điểm chốt", "на дату", "to date"),
    Maturity.ESTIMATE: Text("ước", "оценка", "estimate"),
    Maturity.FINAL: Text("chính thức", "окончательно", "final"),
    Maturity.REVISED: Text("đã điều chỉnh", "уточнено", "revised"),
}
PERCENT_OF_ESTIMATE: Final = Text("% ước TH/KH", "% оценки к плану", "Estimate, % of plan")
MONTHS_TO_DATE: Final = Text("{count} tháng", "за {count} мес.", "{count} months")
UP_TO: Final = Text("đến {day}", "на {day}", "to {day}")
UP_TO_NOW: Final = Text("đến nay", "на дату", "to date")

# What stands where a number does not
NOT_APPLICABLE: Final = "–"
NOT_ASSIGNED: Final = Text("không giao", "не установлен", "not assigned")
NOT_DUE: Final = Text("chưa đến hạn", "срок не наступил", "not due")
NOT_FILED: Final = Text("chưa nộp", "не представлено", "not filed")
NO_FIGURE: Final = Text("chưa có số liệu", "нет данных", "no figure")
ABSENCES: Final = {
    Absence.NOT_ASSIGNED: NOT_ASSIGNED,
    Absence.NOT_DUE: NOT_DUE,
    Absence.NOT_AVAILABLE: NO_FIGURE,
}
"""What stands in a cell whose unit says that it has no figure, and why."""

STANDING: Final = {
    Achievement.EXCEEDED: Text("Vượt", "Перевыполнен", "Exceeded"),
    Achievement.MET: Text("Đạt", "Выполнен", "Met"),
    Achievement.NOT_MET: Text("Chưa đạt", "Не выполнен", "Not met"),
    Achievement.NOT_DUE: Text("Chưa đến hạn", "Срок не наступил", "Not due"),
    Achievement.NOT_ASSIGNED: Text("Không giao", "План не установлен", "Not assigned"),
    Achievement.NOT_AVAILABLE: Text("Chưa có số liệu", "Нет данных", "No figure"),
    Achievement.NOT_COMPUTABLE: Text("Không tính được", "Не рассчитывается", "Not computable"),
    Achievement.UNDECIDED: Text("Chưa đủ căn cứ kết luận", "Недостаточно данных", "Cannot be decided"),
}
NO_PLAN: Final = Text("Không có KH", "Нет плана", "No plan")
FILED_NOTHING: Final = Text("Chưa nộp", "Не представлено", "Not filed")
PLAN_IS_ZERO: Final = Text("kế hoạch bằng 0", "план равен нулю", "the plan is zero")
PLAN_IS_NEGATIVE: Final = Text("kế hoạch âm", "план отрицательный", "the plan is negative")
BELOW_PLAN: Final = Text("thấp hơn KH {difference}", "ниже плана на {difference}", "{difference} below plan")
ABOVE_PLAN: Final = Text("cao hơn KH {difference}", "выше плана на {difference}", "{difference} above plan")
AS_PLANNED: Final = Text("bằng KH", "равно плану", "equal to plan")
INCOMPLETE: Final = Text(
    "chưa đủ ({parts}/{expected} đơn vị)", "неполно ({parts}/{expected} орг.)", "incomplete ({parts}/{expected} units)"
)
ESTIMATED: Final = Text("số ước", "оценка", "estimate")
EARLY: Final = Text("sớm {days}", "раньше на {days}", "{days} early")
LATE: Final = Text("muộn {days}", "позже на {days}", "{days} late")
ON_TIME: Final = Text("đúng hạn", "в срок", "on time")
OVERDUE: Final = Text("quá hạn, chưa hoàn thành", "просрочено, не завершено", "overdue, not finished")
ONE_DAY: Final = Text("1 ngày", "1 дн.", "1 day")
DAYS: Final = Text("{count} ngày", "{count} дн.", "{count} days")
OF_WHICH: Final = Text("trong đó: {part}", "в том числе: {part}", "of which: {part}")
OTHER_PARTS: Final = Text(
    "còn {count} phần khác: xem {appendix}",
    "ещё частей: {count}, см. {appendix}",
    "{count} other parts: see {appendix}",
)

AGAINST: Final = Text(
    "Tỷ lệ so với kế hoạch tính theo: {plans}.",
    "Выполнение рассчитано к плану: {plans}.",
    "Percentages are of the plan: {plans}.",
)
UNMARKED: Final = Text(
    "Dòng không ghi KH kèm số ở cột Ghi chú tính theo kế hoạch {mark}.",
    "Строки без номера плана в примечании рассчитаны к плану {mark}.",
    "Rows whose note names no plan are of plan {mark}.",
)

FILING: Final = {
    FilingState.ON_TIME: Text("Đúng hạn", "В срок", "On time"),
    FilingState.LATE: Text("Muộn {days}", "С опозданием на {days}", "{days} late"),
    FilingState.RECEIVED: Text("Đã nộp, chưa ghi ngày", "Представлено, дата не указана", "Filed, day not noted"),
    FilingState.MISSING: Text("Chưa nộp", "Не представлено", "Not filed"),
}
STAGES: Final = {
    Stage.PROCUREMENT: Text("Mua sắm", "Закупки", "Procurement"),
    Stage.FABRICATION: Text("Chế tạo", "Изготовление", "Fabrication"),
    Stage.INSTALLATION: Text("Lắp đặt", "Монтаж", "Installation"),
    Stage.CONSTRUCTION: Text("Xây dựng", "Строительство", "Construction"),
    Stage.COMMISSIONING: Text("Chạy thử, đưa vào vận hành", "Пусконаладка и ввод в эксплуатацию", "Commissioning"),
    Stage.FIRST_OIL: Text("Dòng dầu đầu tiên", "Первая нефть", "First oil"),
    Stage.OTHER: Text("Mốc khác", "Прочее", "Other"),
}
VERSIONS: Final = {
    VersionKind.PROPOSED: Text("bản đề nghị", "проект", "as proposed"),
    VersionKind.ASSIGNED: Text("bản giao", "утверждённый", "as assigned"),
    VersionKind.ADJUSTED: Text("điều chỉnh lần {number}", "корректировка № {number}", "adjustment {number}"),
}
ASSUMPTIONS: Final = {
    AssumptionCode.OIL_PRICE: Text("giá dầu", "цена нефти", "oil price"),
    AssumptionCode.EXCHANGE_RATE: Text("tỷ giá", "курс", "exchange rate"),
    AssumptionCode.OTHER: Text("giả định khác", "прочее допущение", "other assumption"),
}

# Headings
APPENDIX: Final = Text("Phụ lục {number}", "Приложение {number}", "Appendix {number}")
CONTEXT_HEAD: Final = Text("Bối cảnh, đặc điểm tình hình", "Общая характеристика года", "Context")
RESULTS_HEAD: Final = Text(
    "Kết quả thực hiện kế hoạch năm {year}", "Выполнение плана {year} года", "Results against the plan of {year}"
)
SHORTCOMINGS_HEAD: Final = Text(
    "Tồn tại, hạn chế; nguyên nhân và giải pháp", "Недостатки, причины и меры", "Shortcomings, causes and remedies"
)
DIRECTIONS_HEAD: Final = Text(
    "Phương hướng, nhiệm vụ năm {next}", "Направления и задачи на {next} год", "Directions and tasks for {next}"
)
PROPOSALS_HEAD: Final = Text("Kiến nghị, đề xuất", "Предложения", "Proposals")
OVERALL_HEAD: Final = Text("Kết quả chung", "Общие результаты", "Overall results")
BY_UNIT_HEAD: Final = Text("Kết quả theo đơn vị", "Результаты по организациям", "Results by org unit")
OTHER_RESULTS_HEAD: Final = Text("Kết quả các mặt công tác khác", "Другие результаты", "Other results")
PROJECTS_HEAD: Final = Text("Công trình, dự án trọng điểm", "Ключевые объекты и проекты", "Key projects")
CHARTS_HEAD: Final = Text("Biểu đồ so sánh", "Сравнительные диаграммы", "Comparison charts")
FILING_HEAD: Final = Text("Tình hình nộp báo cáo", "Представление отчётов", "Filing of reports")
EACH_HEAD: Final = Text("Từng chỉ tiêu", "По показателям", "Indicator by indicator")
HIGH_HEAD: Final = Text(
    "Chỉ tiêu đạt từ 150% kế hoạch trở lên ({count})",
    "Показатели с выполнением 150\u00a0% плана и более ({count})",
    "Indicators at 150% of plan or more ({count})",
)
NOT_MET_HEAD: Final = Text(
    "Chỉ tiêu chưa đạt ({count})", "Невыполненные показатели ({count})", "Indicators not met ({count})"
)
EARLY_HEAD: Final = Text("Về đích sớm ({count})", "Досрочное выполнение ({count})", "Reached early ({count})")
PRICE_HEAD: Final = Text(
    "Ảnh hưởng của sản lượng và giá đến doanh thu", "Влияние объёма и цены на выручку", "Volume and price in revenue"
)
EMPTY: Final = {
    Section.CONTEXT: Text(
        "Dữ liệu của năm chưa có phần lời về bối cảnh.",
        "В данных года нет текста об общей обстановке.",
        "The year's data hold no text on the context.",
    ),
    Section.SHORTCOMING: Text(
        "Dữ liệu của năm chưa có phần lời về tồn tại, hạn chế.",
        "В данных года нет текста о недостатках.",
        "The year's data hold no text on shortcomings.",
    ),
    Section.DIRECTION: Text(
        "Dữ liệu của năm chưa có phần lời về phương hướng, nhiệm vụ năm sau.",
        "В данных года нет текста о задачах на следующий год.",
        "The year's data hold no text on next year's directions.",
    ),
    Section.PROPOSAL: Text(
        "Dữ liệu của năm không có kiến nghị, đề xuất.",
        "В данных года нет предложений.",
        "The year's data hold no proposals.",
    ),
}
NONE_SUCH: Final = Text("Không có chỉ tiêu nào.", "Таких показателей нет.", "There are none.")
