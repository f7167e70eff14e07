"""The words of the review's sections: captions, notes and sentences without figures, in three languages."""

from typing import Final

from tongket.figures import Kind
from tongket.words import Text

TABLE_OF: Final = Text(
    "Kết quả thực hiện các chỉ tiêu của {unit}",
    "Выполнение показателей: {unit}",
    "Indicators of {unit}, actual against plan",
)
TABLE_OF_MEMBERS: Final = Text(
    "Kết quả thực hiện các chỉ tiêu của từng đơn vị",
    "Выполнение показателей по организациям",
    "Indicators of each org unit, actual against plan",
)
TABLE_OF_LEADING: Final = Text(
    "{name}: {count} đơn vị lớn nhất", "{name}: {count} крупнейших", "{name}: the {count} largest"
)
TABLE_OF_ALL: Final = Text("{name} theo đơn vị", "{name} по организациям", "{name} by org unit")
MEASURED_IN: Final = Text("Đơn vị tính: {measure}", "Единица измерения: {measure}", "Measure: {measure}")
OTHER_UNITS: Final = Text(
    "Còn {count} đơn vị khác: xem {appendix}.",
    "Ещё организаций: {count}, см. {appendix}.",
    "{count} other org units: see {appendix}.",
)
OTHER_ROWS: Final = Text(
    "Còn {count} trường hợp khác: xem {appendix}.",
    "Ещё случаев: {count}, см. {appendix}.",
    "{count} more: see {appendix}.",
)
OTHER_INDICATORS: Final = Text(
    "Còn {count} chỉ tiêu khác: xem {appendix}.",
    "Ещё показателей: {count}, см. {appendix}.",
    "{count} more indicators: see {appendix}.",
)
NO_ROOT_FIGURES: Final = Text(
    "{unit} không có số tổng hợp chung cho các đơn vị; kết quả trình bày theo từng đơn vị.",
    "Сводных показателей для {unit} нет; результаты приведены по организациям.",
    "{unit} has no consolidated figures of its own; results are given by org unit.",
)
NO_FIGURES: Final = Text(
    "Dữ liệu của năm chưa có số liệu kế hoạch và thực hiện.",
    "В данных года нет плановых и фактических показателей.",
    "The year's data hold no plan and no actual figures.",
)
NO_MEMBERS: Final = Text(
    "Dữ liệu của năm không có số liệu theo đơn vị.",
    "В данных года нет показателей по организациям.",
    "The year's data hold no figures by org unit.",
)
NO_MILESTONES: Final = Text(
    "Dữ liệu của năm không có công trình, dự án trọng điểm.",
    "В данных года нет ключевых проектов.",
    "The year's data hold no key projects.",
)
NO_FILINGS: Final = Text(
    "Dữ liệu của năm không theo dõi việc nộp báo cáo.",
    "В данных года нет учёта представления отчётов.",
    "The year's data do not track filing.",
)
NO_CHARTS: Final = Text(
    "Chưa đủ số liệu để vẽ biểu đồ.", "Данных для диаграмм недостаточно.", "There are not enough figures to draw."
)
NO_FINDINGS: Final = Text(
    "Không có sai lệch hay vấn đề nào về số liệu.", "Замечаний к данным нет.", "Nothing was found about the data."
)
MEMBERS: Final = Text(
    "Kỳ tổng kết năm {year} của {unit} gồm {count} đơn vị: {names}.",
    "В итогах {year} года ({unit}) участвуют организации ({count}): {names}.",
    "The review of {year} of {unit} covers {count} org units: {names}.",
)
MANY_MEMBERS: Final = Text(
    "Kỳ tổng kết năm {year} của {unit} gồm {count} đơn vị, liệt kê tại {appendix}.",
    "В итогах {year} года ({unit}) участвуют {count} организаций, перечень – {appendix}.",
    "The review of {year} of {unit} covers {count} org units, listed in {appendix}.",
)
BASIS: Final = {
    Kind.ESTIMATE: Text(
        "Kết quả cả năm được tính theo số ước thực hiện; sẽ tính lại khi có số chính thức.",
        "Итоги года рассчитаны по оценке и будут пересчитаны по окончательным данным.",
        "The year is judged on estimates and will be computed again on final figures.",
    ),
    Kind.ACTUAL: Text(
        "Kết quả cả năm được tính theo số thực hiện.",
        "Итоги года рассчитаны по фактическим данным.",
        "The year is judged on actual figures.",
    ),
    Kind.ACTUAL_TO_DATE: Text(
        "Kết quả được tính theo số thực hiện đến thời điểm chốt số liệu.",
        "Результаты рассчитаны по факту на дату данных.",
        "Results are judged on actual figures up to the cut-off.",
    ),
}
PLANS: Final = Text(
    "Kế hoạch năm {year} dùng để đánh giá:", "Планы {year} года, принятые за основу:", "Plans of {year} used:"
)
BY_DOCUMENT: Final = Text("theo {document}", "по документу: {document}", "by {document}")
ILLUSTRATIVE_VERSION: Final = Text("số minh họa", "иллюстративный", "illustrative")
ASSUMED: Final = Text(
    "Giả định kế hoạch: {assumptions}.", "Допущения плана: {assumptions}.", "Plan assumptions: {assumptions}."
)
PLANNED_AND_REALISED: Final = Text(
    "{name} kế hoạch {planned}, thực tế {realised}",
    "{name}: план {planned}, факт {realised}",
    "{name} planned {planned}, realised {realised}",
)
ONLY_PLANNED: Final = Text("{name} kế hoạch {planned}", "{name}: план {planned}", "{name} planned {planned}")
CAUSE: Final = Text("Nguyên nhân: {text}", "Причина: {text}", "Cause: {text}")
REMEDY: Final = Text("Giải pháp: {text}", "Мера: {text}", "Remedy: {text}")
NOT_SAID: Final = Text("dữ liệu chưa nêu.", "в данных не указано.", "not stated in the data.")
MILESTONES_COUNTED: Final = Text(
    "Trong {count} mốc theo dõi: {outcomes}.",
    "Отслеживаемых этапов {count}: {outcomes}.",
    "Of {count} milestones: {outcomes}.",
)
MILESTONE_COUNTS: Final = (
    Text("{n} sớm", "раньше срока {n}", "{n} early"),
    Text("{n} đúng hạn", "в срок {n}", "{n} on time"),
    Text("{n} muộn", "с опозданием {n}", "{n} late"),
    Text("{n} chưa đến hạn", "срок не наступил {n}", "{n} not due"),
    Text("{n} quá hạn, chưa hoàn thành", "просрочено {n}", "{n} overdue"),
)
FILINGS_COUNTED: Final = Text(
    "Đã nhận {filed}/{count} báo cáo: {on_time} đúng hạn, {late} muộn{undated}; {missing} chưa nộp.",
    "Получено отчётов {filed} из {count}: в срок {on_time}, с опозданием {late}{undated}; не представлено {missing}.",
    "{filed} of {count} reports came: {on_time} on time, {late} late{undated}; {missing} not filed.",
)
FILINGS_UNDATED: Final = Text(
    ", {received} chưa ghi ngày nộp", ", без указания дня {received}", ", {received} on a day not noted"
)
TABLE_OF_MILESTONES: Final = Text(
    "Tiến độ công trình, dự án trọng điểm", "Ход ключевых проектов", "Progress of key projects"
)
TABLE_OF_FILINGS: Final = Text(
    "Tình hình nộp báo cáo của các đơn vị", "Представление отчётов организациями", "Filing by org unit"
)
CHART_OF_BARS: Final = Text(
    "Kế hoạch, thực hiện và năm trước – {unit} ({measure})",
    "План, факт и прошлый год – {unit} ({measure})",
    "Plan, actual and last year – {unit} ({measure})",
)
CHART_OF_PERCENTS: Final = Text(
    "Tỷ lệ thực hiện kế hoạch – {unit}", "Выполнение плана – {unit}", "Percent of plan – {unit}"
)
CHART_OF_UNITS: Final = Text(
    "Tỷ lệ thực hiện kế hoạch – {name}", "Выполнение плана – {name}", "Percent of plan – {name}"
)
RANGES_NOT_DRAWN: Final = Text(
    "Không vẽ vì tỷ lệ chỉ biết trong khoảng: {names}.",
    "Не показаны, так как процент известен лишь в пределах: {names}.",
    "Not drawn, since the percentage is known only within a range: {names}.",
)
CHART_OF_MONTHS: Final = Text("{name} theo tháng – {unit}", "{name} по месяцам – {unit}", "{name} by month – {unit}")
APPENDIX_TABLE: Final = Text(
    "Bảng tổng hợp kết quả thực hiện chỉ tiêu năm {year}",
    "Сводная таблица выполнения показателей за {year} год",
    "Consolidated table of indicators, {year}",
)
APPENDIX_SOURCES: Final = Text("Nguồn gốc số liệu", "Происхождение показателей", "Provenance of the figures")
APPENDIX_FINDINGS: Final = Text(
    "Sai lệch và vấn đề về số liệu", "Расхождения и замечания к данным", "Discrepancies and findings"
)
APPENDIX_EXPLANATIONS: Final = Text(
    "Giải trình của các đơn vị về số liệu", "Пояснения организаций к данным", "Explanations of the org units"
)
HOW_TO_ADDRESS: Final = Text(
    "Địa chỉ đầy đủ của một số: mã đơn vị trong ngoặc vuông, “/”, mã ghi ở cuối dòng, “@{period}:” và loại số liệu "
    "({kinds}); plan và percent_of_plan thêm “#tuyến.bản” của kế hoạch. "
    "Nguồn của từng số: trang “{sheet}” của tệp consolidated.xlsx.",
    "Полный адрес числа: код организации в квадратных скобках, «/», код в конце строки, «@{period}:» и вид "
    "({kinds}); к plan и percent_of_plan добавляется «#линия.версия» плана. "
    "Источник каждого числа – лист «{sheet}» файла consolidated.xlsx.",
    "The full address of a figure: the code of the org unit in square brackets, “/”, the code at the end of the row, "
    "“@{period}:” and the kind ({kinds}); plan and percent_of_plan take “#line.version” of the plan. "
    "The source of each figure: sheet “{sheet}” of consolidated.xlsx.",
)
AGAINST_UNLESS: Final = Text(
    "Tỷ lệ so với kế hoạch trong báo cáo này tính theo: {plan}; nơi tính theo kế hoạch khác đều ghi rõ.",
    "Выполнение плана в отчёте рассчитано к плану: {plan}; другой план назван там, где он применён.",
    "Percentages of plan in this report are of: {plan}; where another plan is meant, it is named.",
)
PARTS_IN_WORKBOOK: Final = Text(
    "Số liệu từng phần ({count} dòng) ghi ở trang “{sheet}” của tệp consolidated.xlsx.",
    "Данные по частям ({count} строк) – лист «{sheet}» файла consolidated.xlsx.",
    "The parts ({count} rows) are on the sheet “{sheet}” of consolidated.xlsx.",
)
SIMILAR: Final = Text(
    "và {count} trường hợp tương tự: xem trang “{sheet}” của tệp consolidated.xlsx",
    "и ещё {count} подобных: лист «{sheet}» файла consolidated.xlsx",
    "and {count} similar: sheet “{sheet}” of consolidated.xlsx",
)
DERIVED: Final = {
    "sum": Text("tổng của {of}", "сумма: {of}", "sum of {of}"),
    "average": Text("trung bình của {of}", "среднее: {of}", "average of {of}"),
    "last": Text("số cuối kỳ của {of}", "последнее из: {of}", "last of {of}"),
    "ratio": Text("tỷ lệ của {of}", "отношение: {of}", "ratio of {of}"),
    "share": Text("phần tham gia của {of}", "доля от: {of}", "share of {of}"),
    "conversion": Text("quy đổi từ {of}", "пересчёт из: {of}", "converted from {of}"),
}
AND_OTHERS: Final = Text("{first} và {count} số khác", "{first} и ещё {count}", "{first} and {count} others")
READ_ON: Final = Text("{page} (đối chiếu ngày {day})", "{page} (сверено {day})", "{page} (checked {day})")
SHEET_OF_MONTHS: Final = Text("Số liệu theo tháng", "Данные по месяцам", "Figures by month")
MONTHS_LEFT_OUT: Final = Text(
    "Số theo tháng của từng phần ở các đơn vị thành viên ({count} dãy): xem results.json.",
    "Помесячные данные частей по организациям (рядов: {count}) – в results.json.",
    "Months of the parts of member units ({count} series): see results.json.",
)
SOURCES_LEFT_OUT: Final = Text(
    "Nguồn của {count} số còn lại (theo kỳ ngắn hơn năm, theo phần của đơn vị thành viên): xem results.json "
    "hoặc lệnh tongket trace.",
    "Источники остальных чисел ({count}: за периоды короче года, по частям организаций) – в results.json "
    "или командой tongket trace.",
    "Sources of the other {count} figures (of shorter periods, of parts of member units): see results.json "
    "or `tongket trace`.",
)
SHEET_OF_FILES: Final = Text("Tệp nguồn của số liệu", "Исходные файлы", "Source files")
SHEET_OF_PARTS: Final = Text(
    "Kết quả thực hiện các chỉ tiêu theo phần (lô, mỏ, giàn)",
    "Выполнение показателей по частям (блоки, месторождения, платформы)",
    "Indicators by part (blocks, fields, platforms)",
)
SHEETS: Final = {
    "summary": Text("Tổng hợp", "Сводная", "Summary"),
    "units": Text("Theo đơn vị", "По организациям", "By org unit"),
    "parts": Text("Theo phần", "По частям", "By part"),
    "months": Text("Theo tháng", "По месяцам", "By month"),
    "milestones": Text("Mốc tiến độ", "Этапы", "Milestones"),
    "filings": Text("Tình hình nộp", "Отчётность", "Filing"),
    "findings": Text("Phát hiện", "Замечания", "Findings"),
    "explanations": Text("Giải trình", "Пояснения", "Explanations"),
    "sources": Text("Nguồn gốc", "Источники", "Sources"),
    "files": Text("Tệp nguồn", "Файлы", "Files"),
}

# Slides
MAIN_RESULTS: Final = Text("Kết quả chính", "Главные результаты", "Main results")
HEADLINE: Final = Text(
    "{name}: {value}, đạt {percent} kế hoạch", "{name}: {value}, {percent} плана", "{name}: {value}, {percent} of plan"
)
NOT_MET_ONES: Final = Text("Chưa đạt ({count}): {rows}", "Не выполнено ({count}): {rows}", "Not met ({count}): {rows}")
MORE_IN_REPORT: Final = Text(
    "Còn {count} mục khác: xem báo cáo.", "Ещё {count}: см. отчёт.", "{count} more: see the report."
)
