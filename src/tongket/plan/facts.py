"""The plan as facts: what is measured, who promised how much of it, under which version, with which assumptions."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tongket.figures import Amount
from tongket.words import Place, Text, said
from tongket.year import Interval, Period


class Direction(StrEnum):
    """Which way is good: more of it, less of it, or on the day."""

    UP = "up"
    DOWN = "down"
    ON_DATE = "on_date"


class IndicatorGroup(StrEnum):
    """Which part of the dossier an indicator is reported in, one for each department that fills it (forms 1 to 6)."""

    PRODUCTION = "production"
    SAFETY = "safety"
    LABOUR = "labour"
    INITIATIVES = "initiatives"
    PARTY = "party"
    EMULATION = "emulation"


class Aggregation(StrEnum):
    """How figures of org units make one figure of the unit above; NONE stands for itself only."""

    SUM = "sum"
    AVERAGE = "average"
    WEIGHTED = "weighted"
    LAST = "last"
    FORMULA = "formula"
    NONE = "none"


class BreakdownKind(StrEnum):
    """What a part of an indicator is."""

    BLOCK = "block"
    FIELD = "field"
    PLATFORM = "platform"
    OTHER = "other"


class VersionKind(StrEnum):
    """What a version of a plan line is."""

    PROPOSED = "proposed"
    ASSIGNED = "assigned"
    ADJUSTED = "adjusted"


class TargetState(StrEnum):
    """A target has a value, was not assigned (không giao), or falls due only later (chưa đến hạn)."""

    ASSIGNED = "assigned"
    NOT_ASSIGNED = "not_assigned"
    NOT_DUE = "not_due"


class AssumptionCode(StrEnum):
    """What a plan assumed about the world."""

    OIL_PRICE = "oil_price"
    EXCHANGE_RATE = "exchange_rate"
    OTHER = "other"


class Stage(StrEnum):
    """The stages of a key project, in their order."""

    PROCUREMENT = "procurement"
    FABRICATION = "fabrication"
    INSTALLATION = "installation"
    CONSTRUCTION = "construction"
    COMMISSIONING = "commissioning"
    FIRST_OIL = "first_oil"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured. `weight` is the weighting indicator; `numerator` and `denominator` those of a formula."""

    code: str = said("Mã chỉ tiêu", "Code", "Код")
    name: Text = said("Tên chỉ tiêu", "Name", "Наименование")
    measure: str = said("Đơn vị tính", "Measure", "Ед. изм.")
    direction: Direction = said("Chiều", "Direction", "Направление", default=Direction.UP)
    aggregation: Aggregation = said("Cách tổng hợp", "Aggregation", "Свод", default=Aggregation.SUM)
    accumulates: bool = said("Cộng dồn theo kỳ", "Accumulates", "Накопление", default=True)
    digits: int = said("Số chữ số thập phân", "Decimals", "Знаков", default=1)
    weight: str | None = said("Chỉ tiêu làm quyền số", "Weight", "Вес", default=None)
    numerator: str | None = said("Tử số", "Numerator", "Числитель", default=None)
    denominator: str | None = said("Mẫu số", "Denominator", "Знаменатель", default=None)
    at_plan_price_of: str | None = said("Quy về giá kế hoạch của", "At plan price of", "В ценах плана", default=None)
    may_be_negative: bool = said("Được nhận giá trị âm", "May be negative", "Может быть < 0", default=False)
    group: IndicatorGroup = said("Biểu báo cáo", "Part of the dossier", "Форма", default=IndicatorGroup.PRODUCTION)
    place: Place | None = None

    @property
    def parts_add_up(self) -> bool:
        """Whether its parts make its total: a quantity's do, even where one unit's is not added to another's."""
        if self.aggregation is Aggregation.NONE:
            return self.accumulates and self.direction is not Direction.ON_DATE
        return self.aggregation in (Aggregation.SUM, Aggregation.LAST)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A part by which an indicator is broken down: a block, a field, a platform."""

    code: str = said("Mã phần", "Code", "Код")
    name: Text = said("Tên phần", "Name", "Наименование")
    kind: BreakdownKind = said("Loại", "Kind", "Вид", default=BreakdownKind.BLOCK)
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class PlanLine:
    """The targets of one authority. The line that `counts` is the one a percentage is taken against."""

    code: str = said("Mã tuyến kế hoạch", "Code", "Код")
    name: Text = said("Tên tuyến kế hoạch", "Name", "Наименование")
    authority: Text = said("Cấp giao", "Authority", "Орган", default=Text(""))
    counts: bool = said("Dùng để tính tỷ lệ", "Counts", "Для оценки", default=False)
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """One version of a line: proposed, assigned, adjusted n; by which document, on which day, and why."""

    line: str = said("Mã tuyến kế hoạch", "Line", "Линия")
    version: str = said("Mã bản", "Version", "Версия")
    kind: VersionKind = said("Loại", "Kind", "Вид", default=VersionKind.ASSIGNED)
    on: dt.date | None = said("Ngày", "On", "Дата", default=None)
    document: str = said("Văn bản", "Document", "Документ", default="")
    reason: str = said("Lý do", "Reason", "Основание", default="")
    illustrative: bool = said("Số minh họa", "Illustrative", "Иллюстрация", default=False)
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Assumption:
    """What a version took for granted: the oil price, the exchange rate; and what it turned out to be."""

    line: str = said("Mã tuyến kế hoạch", "Line", "Линия")
    version: str = said("Mã bản", "Version", "Версия")
    code: AssumptionCode = said("Giả định", "Assumption", "Допущение")
    planned: Decimal = said("Kế hoạch", "Planned", "План")
    realised: Decimal | None = said("Thực tế", "Realised", "Факт", default=None)
    measure: str = said("Đơn vị tính", "Measure", "Ед. изм.", default="")
    applies_to: str | None = said("Áp dụng cho chỉ tiêu", "Applies to", "Показатель", default=None)
    org_unit: str | None = said("Mã đơn vị", "Org unit", "Код", default=None)
    page: str = said("Nguồn", "Source", "Источник", default="")
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """How much of an indicator an org unit was given, for a part and a period, in one version of one line.

    `residue` is a stated difference between a total and its parts; `reason` says why a version changed it.
    """

    line: str = said("Mã tuyến kế hoạch", "Line", "Линия")
    version: str = said("Mã bản", "Version", "Версия")
    org_unit: str = said("Mã đơn vị", "Org unit", "Код")
    indicator: str = said("Mã chỉ tiêu", "Indicator", "Показатель")
    period: Period = said("Kỳ", "Period", "Период")
    breakdown: str | None = said("Phần", "Breakdown", "Часть", default=None)
    amount: Amount | None = said("Giá trị", "Value", "Значение", default=None)
    state: TargetState = said("Tình trạng giao", "State", "Статус", default=TargetState.ASSIGNED)
    measure: str = said("Đơn vị tính", "Measure", "Ед. изм.", default="")
    residue: Decimal | None = said("Phần chênh đã nêu", "Stated residue", "Остаток", default=None)
    reason: str = said("Lý do thay đổi", "Reason", "Причина", default="")
    page: str = said("Nguồn", "Source", "Источник", default="")
    checked_on: dt.date | None = said("Ngày đối chiếu", "Checked on", "Сверено", default=None)
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """An org unit's participating share of a part, in percent, during some days."""

    breakdown: str = said("Phần", "Breakdown", "Часть")
    org_unit: str = said("Mã đơn vị", "Org unit", "Код")
    percent: Decimal = said("Tỷ lệ tham gia (%)", "Share (%)", "Доля (%)")
    first: dt.date | None = said("Từ ngày", "From", "С", default=None)
    until: dt.date | None = said("Đến trước ngày", "Until", "До", default=None)
    place: Place | None = None

    @property
    def holds(self) -> Interval:
        """The days on which it is so."""
        return Interval(self.first, self.until)


@dataclass(frozen=True, slots=True)
class Factor:
    """A conversion that is not pure scale: 1 `measure` of an indicator is `factor` `into`, with its source."""

    measure: str = said("Từ đơn vị tính", "From measure", "Из")
    into: str = said("Sang đơn vị tính", "Into measure", "В")
    factor: Decimal = said("Hệ số", "Factor", "Коэффициент")
    source: str = said("Nguồn", "Source", "Источник")
    first: dt.date | None = said("Từ ngày", "From", "С", default=None)
    until: dt.date | None = said("Đến trước ngày", "Until", "До", default=None)
    indicator: str | None = said("Mã chỉ tiêu", "Indicator", "Показатель", default=None)
    breakdown: str | None = said("Phần", "Breakdown", "Часть", default=None)
    place: Place | None = None

    @property
    def holds(self) -> Interval:
        """The days on which it is so."""
        return Interval(self.first, self.until)


@dataclass(frozen=True, slots=True)
class Component:
    """An indicator reported on its own should equal others, each times a factor: oil equivalent and its parts.

    A difference is reported, never repaired.
    """

    indicator: str = said("Mã chỉ tiêu", "Indicator", "Показатель")
    part: str = said("Chỉ tiêu thành phần", "Part", "Часть")
    factor: Decimal = said("Hệ số", "Factor", "Коэффициент")
    source: str = said("Nguồn", "Source", "Источник", default="")
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class KeyProject:
    """A structure or project the year is judged by."""

    code: str = said("Mã công trình", "Code", "Код")
    name: Text = said("Tên công trình", "Name", "Наименование")
    org_unit: str = said("Mã đơn vị", "Org unit", "Код")
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step of a key project; its dates may be a day, a month or a quarter."""

    project: str = said("Mã công trình", "Project", "Проект")
    stage: Stage = said("Giai đoạn", "Stage", "Этап")
    baseline: Period = said("Kế hoạch", "Baseline", "План")
    forecast: Period | None = said("Dự báo", "Forecast", "Прогноз", default=None)
    actual: Period | None = said("Thực tế", "Actual", "Факт", default=None)
    name: Text = said("Nội dung", "Name", "Содержание", default=Text(""))
    page: str = said("Nguồn", "Source", "Источник", default="")
    checked_on: dt.date | None = said("Ngày đối chiếu", "Checked on", "Сверено", default=None)
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything promised for the year."""

    indicators: tuple[Indicator, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    plan_lines: tuple[PlanLine, ...] = ()
    plan_versions: tuple[PlanVersion, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    targets: tuple[Target, ...] = ()
    shares: tuple[Share, ...] = ()
    factors: tuple[Factor, ...] = ()
    components: tuple[Component, ...] = ()
    key_projects: tuple[KeyProject, ...] = ()
    milestones: tuple[Milestone, ...] = ()
