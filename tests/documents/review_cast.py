"""A small invented year that every test of the review's papers knows: each way to stand against a plan occurs once.

Tổng công ty Minh Họa (TCT) adds up four companies; An and Bình filed, Cường filed late, Dũng has not filed.
"""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

from tongket.documents.occasion import Occasion
from tongket.dossier import Filing, Narrative, Section
from tongket.figures import (
    Address,
    Amount,
    CellSource,
    DerivedSource,
    Figure,
    Kind,
    Maturity,
    Operation,
    PageSource,
    Ratio,
)
from tongket.organisation import Organisation, OrgUnit, Parent
from tongket.plan import (
    Assumption,
    AssumptionCode,
    Breakdown,
    Direction,
    Indicator,
    KeyProject,
    Milestone,
    Plan,
    PlanLine,
    PlanVersion,
    Stage,
    VersionKind,
)
from tongket.results import (
    Achievement,
    Comparison,
    EarlyFinish,
    FilingOutcome,
    FilingState,
    MilestoneOutcome,
    PriceEffect,
    Results,
)
from tongket.words import FindingKind, Place, Severity, Text
from tongket.year import Period

YEAR = Period.of_year(2022)
CUT_OFF = dt.date(2022, 10, 31)
LINE, VERSION = "council", "a1"
UP, DOWN, ON_DATE = Direction.UP, Direction.DOWN, Direction.ON_DATE

OCCASION = Occasion(
    2022,
    "TCT",
    Text(
        "Tổng kết sản xuất kinh doanh năm 2022",
        "Об итогах производственной деятельности за 2022 год",
        "Review of production and business, 2022",
    ),
    CUT_OFF,
    Kind.ESTIMATE,
    illustrative=True,
    issuer=Text("Tổng công ty Minh Họa", "Корпорация «Минь Хоа»", "Minh Hoa Corporation"),
    superior=Text("Tập đoàn Ví Dụ", "Группа «Ви Зу»", "Vi Du Group"),
    symbol="BC-TCT",
    number="7",
    locality=Text("Vũng Tàu", "Вунгтау", "Vung Tau"),
    dated=dt.date(2022, 11, 28),
    office=Text("Tổng giám đốc", "Генеральный директор", "General Director"),
    signer="Nguyễn Văn Ví Dụ",
    recipients=(Text("Tập đoàn Ví Dụ (để báo cáo)"), Text("Các đơn vị thành viên"), Text("Lưu: VT, KH")),
)

UNITS = {
    "TCT": "Tổng công ty Minh Họa",
    "AN": "Công ty An",
    "BINH": "Công ty Bình",
    "CUONG": "Công ty Cường",
    "DUNG": "Công ty Dũng",
}
ORGANISATION = Organisation(
    org_units=tuple(OrgUnit(code, Text(name)) for code, name in UNITS.items()),
    parents=tuple(Parent(code, "TCT") for code in list(UNITS)[1:]),
)

INDICATORS = {
    "OIL": Indicator(
        "OIL", Text("Khai thác dầu và condensate", "Добыча нефти и конденсата", "Oil and condensate"), "kt"
    ),
    "REV": Indicator("REV", Text("Doanh thu bán dầu, khí", "Выручка", "Revenue"), "MUSD"),
    "COST": Indicator("COST", Text("Giá thành khai thác", "Себестоимость", "Lifting cost"), "USD/thùng", DOWN),
    "LTIF": Indicator(
        "LTIF",
        Text("Tần suất tai nạn mất ngày công", "Частота травм", "Lost-time injuries"),
        "vụ/1 triệu giờ công",
        DOWN,
        digits=2,
    ),
    "PROF": Indicator(
        "PROF", Text("Lợi nhuận sau thuế", "Чистая прибыль", "Profit after tax"), "MUSD", may_be_negative=True
    ),
    "DIV": Indicator("DIV", Text("Lợi nhuận chuyển về nước", "Переведённая прибыль", "Profit returned"), "MUSD"),
    "RES": Indicator(
        "RES", Text("Gia tăng trữ lượng thu hồi", "Прирост запасов", "Reserves addition"), "Mtoe", digits=2
    ),
    "GAS": Indicator("GAS", Text("Khí đưa về bờ", "Газ на берег", "Gas to shore"), "Mm3"),
    "CAPEX": Indicator("CAPEX", Text("Giải ngân vốn đầu tư", "Капвложения", "Capital spending"), "MUSD"),
    "INIT": Indicator(
        "INIT", Text("Sáng kiến được công nhận", "Рационализаторские предложения", "Initiatives"), "sáng kiến", digits=0
    ),
    "DRL": Indicator(
        "DRL", Text("Giếng khoan hoàn thành", "Законченные скважины", "Wells finished"), "giếng", digits=0
    ),
    "APG": Indicator("APG", Text("Tỷ lệ sử dụng khí đồng hành", "Утилизация ПНГ", "Associated gas used"), "%"),
    "PROJ": Indicator("PROJ", Text("Công trình biển A", "Сооружение А", "Structure A"), "day", ON_DATE, digits=0),
    "INC": Indicator("INC", Text("Thu nhập bình quân", "Средний доход", "Average income"), "triệu đồng/người/tháng"),
}

PLAN = Plan(
    indicators=tuple(INDICATORS.values()),
    breakdowns=(
        Breakdown("09-1", Text("Lô 09-1", "Блок 09-1", "Block 09-1")),
        Breakdown("09-3-12", Text("Lô 09-3/12", "Блок 09-3/12", "Block 09-3/12")),
    ),
    plan_lines=(PlanLine(LINE, Text("Hội đồng giao", "План Совета", "Assigned by the Council"), counts=True),),
    plan_versions=(
        PlanVersion(LINE, "v1", on=dt.date(2022, 1, 5), document="Nghị quyết 53"),
        PlanVersion(LINE, VERSION, VersionKind.ADJUSTED, dt.date(2022, 7, 1), "Nghị quyết 54", "tăng sản lượng"),
    ),
    assumptions=(Assumption(LINE, VERSION, AssumptionCode.OIL_PRICE, Decimal(60), Decimal("104.2"), "USD/thùng"),),
    key_projects=(KeyProject("BK-A", Text("Giàn BK-A (minh họa)", "Платформа БК-А", "Platform BK-A"), "AN"),),
)


def figure(
    unit: str, indicator: str, kind: Kind, value: str, *, part: str | None = None, period: Period = YEAR, **more: object
) -> Figure:
    """A figure as a report would have stated it, in a cell of its own."""
    on_plan = kind in (Kind.PLAN, Kind.PERCENT_OF_PLAN)
    address = Address(unit, indicator, part, period, kind, *((LINE, VERSION) if on_plan else ()))
    of_date = INDICATORS[indicator].measure == "day" and ".." not in value and value[:1].isdigit() and "-" in value
    amount = Amount.of(dt.date.fromisoformat(value).toordinal()) if of_date else Amount.parse(value)
    place = Place("inputs/year.xlsx", "Số liệu", f"E{len(value) + 4}")
    given = {"maturity": Maturity.ESTIMATE, "sources": (CellSource(place, "ab" * 32),), "cut_off": CUT_OFF} | more
    return Figure(address, amount, INDICATORS[indicator].measure, **given)  # type: ignore[arg-type]


def percentage(unit: str, indicator: str, kind: Kind, above: Figure, below: Figure, part: str | None) -> Figure:
    """Actual in percent of plan or last year, rounded with plain fractions; the low end over the high one."""
    pairs = [(above.amount.low, below.amount.high), (above.amount.high, below.amount.low)]
    ends = [None if a is None or b is None else Fraction(a) / Fraction(b) for a, b in pairs]
    shown = [None if end is None else Decimal(int(end * 1000 + Fraction(1, 2))) / 10 for end in ends]
    exact = tuple(None if end is None else Ratio(end.numerator, end.denominator) for end in ends)
    source = DerivedSource(Operation.RATIO, (str(above.address), str(below.address)))
    made = figure(unit, indicator, kind, "0", part=part)
    return Figure(made.address, Amount(*shown), "%", Maturity.ESTIMATE, (source,), CUT_OFF, exact)  # type: ignore[arg-type]


def row(
    unit: str,
    indicator: str,
    achievement: Achievement,
    plan: str | None = None,
    actual: str | None = None,
    last: str | None = None,
    *,
    part: str | None = None,
    to_date: str | None = None,
    late: int | None = None,
    percents: bool = True,
    **more: object,
) -> Comparison:
    """One row of the table with the figures given, and the percentages that follow from them."""
    stated = {Kind.LAST_YEAR: last, Kind.PLAN: plan, Kind.ACTUAL_TO_DATE: to_date, Kind.ESTIMATE: actual}
    extra = {Kind.ESTIMATE: more}
    figures = {
        k: figure(unit, indicator, k, v, part=part, **extra.get(k, {})) for k, v in stated.items() if v is not None
    }
    for kind, base in ((Kind.PERCENT_OF_PLAN, Kind.PLAN), (Kind.PERCENT_OF_LAST_YEAR, Kind.LAST_YEAR)):
        positive = base in figures and (figures[base].amount.low or figures[base].amount.high or 0) > 0
        if percents and positive and Kind.ESTIMATE in figures and INDICATORS[indicator].direction is not ON_DATE:
            figures[kind] = percentage(unit, indicator, kind, figures[Kind.ESTIMATE], figures[base], part)
    assigned = plan is not None
    return Comparison(
        unit, indicator, part, YEAR, LINE, VERSION if assigned else None, Kind.ESTIMATE, figures, achievement, late
    )


A = Achievement
ROWS = (
    row("TCT", "OIL", A.EXCEEDED, "2912", "3072.2", "3165", to_date="2622.2", parts=3, expected=4),
    row("TCT", "OIL", A.EXCEEDED, "2794", "2951.2", "3021.5", part="09-1"),
    row("TCT", "OIL", A.EXCEEDED, "118", "121", "143.5", part="09-3-12"),
    row("TCT", "REV", A.EXCEEDED, "1372", "2356.8", "1700"),
    row("TCT", "COST", A.MET, "28.5", "26.2", "27.1"),
    row("TCT", "LTIF", A.MET, "0.2", "0", "0"),
    row("TCT", "PROF", A.NOT_COMPUTABLE, "-4.5", "7.6", "-6.8", percents=False),
    row("TCT", "DIV", A.NOT_COMPUTABLE, "0", "1.5", "0"),
    row("TCT", "RES", A.MET, "3.00..4.50", "3.45", "2.60"),
    row("TCT", "GAS", A.UNDECIDED, "3000", ">2990", "1020"),
    row("TCT", "CAPEX", A.NOT_MET, "412", "371", "358"),
    row("TCT", "INIT", A.MET, "80", "80", "84"),
    row("TCT", "DRL", A.NOT_ASSIGNED, None, "26", "22"),
    row("TCT", "APG", A.EXCEEDED, "95", "96.1", "95.6"),
    row("TCT", "PROJ", A.MET, "2022-12-31", "2022-12-05", late=-26),
    row("AN", "OIL", A.EXCEEDED, "1500", "1500.3", "1600"),
    row("AN", "COST", A.NOT_MET, "22.4", "23", "22"),
    row("AN", "PROJ", A.NOT_DUE, "2023-04-01", None),
    row("BINH", "OIL", A.NOT_MET, "1000", "999.6", "980"),
    row("BINH", "RES", A.NOT_AVAILABLE, "1.00", None, "0.90"),
    row("CUONG", "OIL", A.EXCEEDED, "300", "572.3", "250"),
    row("DUNG", "OIL", A.NOT_AVAILABLE, "112", None, "335"),
    row("DUNG", "INC", A.NOT_AVAILABLE, "46", None, "44.8"),
)
MONTHS = tuple(
    figure("TCT", "OIL", kind, value, period=Period.of_month(2022, month))
    for month in range(1, 11)
    for kind, value in ((Kind.ACTUAL, f"{260 + month}.2"), (Kind.LAST_YEAR, f"{270 - month}.4"))
)
PRINTED = FindingKind(
    "results.printed-percent",
    Severity.WARNING,
    Text(
        "Đã in {printed}%, tính lại {percent}%.",
        "Напечатано {printed} %, пересчёт {percent} %.",
        "Printed {printed}%, recomputed {percent}%.",
    ),
)
PARTS = FindingKind(
    "results.parts-differ",
    Severity.ERROR,
    Text(
        "Tổng {total} khác các phần {parts}.",
        "Итог {total} не равен частям {parts}.",
        "Total {total} is not its parts {parts}.",
    ),
)
RESULTS = Results(
    comparisons=ROWS,
    figures={str(f.address): f for r in ROWS for f in r.figures.values()} | {str(f.address): f for f in MONTHS},
    milestones=(
        MilestoneOutcome(
            Milestone("BK-A", Stage.FABRICATION, Period.parse("2022-Q2"), actual=Period.parse("2022-07-12")),
            12,
            A.NOT_MET,
        ),
        MilestoneOutcome(
            Milestone("BK-A", Stage.INSTALLATION, Period.parse("2022-Q3"), actual=Period.parse("2022-09-07")),
            -23,
            A.MET,
        ),
        MilestoneOutcome(
            Milestone("BK-A", Stage.COMMISSIONING, Period.parse("2022-10-30"), actual=Period.parse("2022-10-30")),
            0,
            A.MET,
        ),
        MilestoneOutcome(
            Milestone("BK-A", Stage.FIRST_OIL, Period.parse("2023-Q2"), Period.parse("2023-05")), None, A.NOT_DUE
        ),
    ),
    early_finishes=(
        EarlyFinish("CUONG", "OIL", None, LINE, VERSION, Period.parse("2022-08-30"), 123),
        EarlyFinish("TCT", "OIL", "09-1", LINE, VERSION, Period.parse("2022-10"), 61),
    ),
    price_effects=(PriceEffect("TCT", "REV", YEAR, Decimal(1372), Decimal("2356.8"), Decimal("1472.5"), "MUSD"),),
    filings=(
        FilingOutcome(Filing("AN", YEAR, dt.date(2022, 11, 20), dt.date(2022, 11, 18)), FilingState.ON_TIME, 0),
        FilingOutcome(Filing("BINH", YEAR, dt.date(2022, 11, 20), dt.date(2022, 11, 20)), FilingState.ON_TIME, 0),
        FilingOutcome(Filing("CUONG", YEAR, dt.date(2022, 11, 20), dt.date(2022, 11, 23)), FilingState.LATE, 3),
        FilingOutcome(Filing("DUNG", YEAR, dt.date(2022, 11, 20)), FilingState.MISSING, 8),
    ),
    findings=(
        PRINTED.at(Place("inputs/year.xlsx", "Số liệu", "H9"), printed=Decimal("108.8"), percent=Decimal("105.5")),
        PARTS.at(Place("inputs/plan.yaml", line=12, column=5), total=Decimal("3119.0"), parts=Decimal("3118.0")),
    ),
)
NARRATIVES = (
    Narrative(
        Section.CONTEXT, Text("Giá dầu tăng cao trong nửa đầu năm.", "Цены на нефть выросли.", "Oil prices rose.")
    ),
    Narrative(
        Section.SHORTCOMING,
        Text("Giải ngân vốn đầu tư chậm.", "Капвложения отстают.", "Capital spending is behind."),
        Text("Đấu thầu kéo dài.", "Затянулись торги.", "Tenders took long."),
        Text("Giao một đầu mối theo dõi hằng tuần.", "Еженедельный контроль.", "One officer follows it weekly."),
        "AN",
    ),
    Narrative(
        Section.SHORTCOMING,
        Text("Một đơn vị chưa nộp báo cáo.", "Один отчёт не представлен.", "One report is missing."),
    ),
    Narrative(
        Section.DIRECTION, Text("Giữ sản lượng không thấp hơn năm 2022.", "Сохранить добычу.", "Keep production.")
    ),
)
PARTS_OF_THE_YEAR = (OCCASION, ORGANISATION, PLAN, RESULTS, NARRATIVES)
PAGE = PageSource("vietsov.com.vn/Pages/Details.aspx?itemid=1303", dt.date(2026, 5, 2))
