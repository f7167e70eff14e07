"""What the choices of a year are called on pages and in drop-down lists; the code is what YAML and CSV hold."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from tongket.dossier import Section
from tongket.dossier.form_words import SECTION_NAMES
from tongket.figures import Kind
from tongket.organisation import OrgUnitKind, RestructuringKind, Side
from tongket.plan import (
    Aggregation,
    AssumptionCode,
    BreakdownKind,
    Direction,
    IndicatorGroup,
    Stage,
    TargetState,
    VersionKind,
)
from tongket.words import Text

CHOICES: Final[Mapping[type[StrEnum], Mapping[StrEnum, Text]]] = {
    Kind: {
        Kind.PLAN: Text("Kế hoạch", "План", "Plan"),
        Kind.ACTUAL_TO_DATE: Text("Thực hiện đến thời điểm chốt", "Факт на дату", "Actual to date"),
        Kind.ESTIMATE: Text("Ước thực hiện", "Ожидаемое исполнение", "Estimate"),
        Kind.ACTUAL: Text("Thực hiện chính thức", "Факт (итоговый)", "Actual (final)"),
        Kind.LAST_YEAR: Text("Thực hiện năm trước", "Факт прошлого года", "Last year"),
        Kind.PERCENT_OF_PLAN: Text("% kế hoạch", "% плана", "% of plan"),
        Kind.PERCENT_OF_LAST_YEAR: Text("% năm trước", "% к прошлому году", "% of last year"),
    },
    OrgUnitKind: {
        OrgUnitKind.GROUP: Text("Tập đoàn", "Группа", "Group"),
        OrgUnitKind.CORPORATION: Text("Tổng công ty", "Корпорация", "Corporation"),
        OrgUnitKind.VENTURE: Text("Liên doanh", "Совместное предприятие", "Venture"),
        OrgUnitKind.ENTERPRISE: Text("Xí nghiệp", "Предприятие", "Enterprise"),
        OrgUnitKind.HEADQUARTERS: Text("Bộ máy điều hành", "Аппарат управления", "Headquarters"),
        OrgUnitKind.DEPARTMENT: Text("Ban, phòng", "Отдел", "Department"),
        OrgUnitKind.COMPANY: Text("Công ty", "Компания", "Company"),
        OrgUnitKind.CLUSTER: Text("Cụm thi đua", "Группа соревнования", "Emulation cluster"),
        OrgUnitKind.RESIDUAL: Text("Phần chưa phân bổ", "Нераспределённый остаток", "Not allocated"),
    },
    RestructuringKind: {
        RestructuringKind.MERGE: Text("Sáp nhập", "Слияние", "Merger"),
        RestructuringKind.SPLIT: Text("Chia tách", "Разделение", "Split"),
    },
    Side: {
        Side.VIETNAMESE: Text("Phía Việt Nam", "Вьетнамская сторона", "Vietnamese side"),
        Side.RUSSIAN: Text("Phía Nga", "Российская сторона", "Russian side"),
    },
    Direction: {
        Direction.UP: Text("Càng cao càng tốt", "Чем больше, тем лучше", "Higher is better"),
        Direction.DOWN: Text("Càng thấp càng tốt", "Чем меньше, тем лучше", "Lower is better"),
        Direction.ON_DATE: Text("Đúng ngày", "В срок", "On date"),
    },
    Aggregation: {
        Aggregation.SUM: Text("Cộng", "Сумма", "Sum"),
        Aggregation.AVERAGE: Text("Bình quân", "Среднее", "Average"),
        Aggregation.WEIGHTED: Text("Bình quân gia quyền", "Средневзвешенное", "Weighted average"),
        Aggregation.LAST: Text("Lấy số cuối kỳ", "Последнее значение", "Last value"),
        Aggregation.FORMULA: Text("Tử số chia mẫu số", "Числитель на знаменатель", "Numerator by denominator"),
        Aggregation.NONE: Text("Không tổng hợp", "Без свода", "Not consolidated"),
    },
    IndicatorGroup: {
        IndicatorGroup.PRODUCTION: Text("Sản xuất – kinh doanh", "Производство и экономика", "Production and business"),
        IndicatorGroup.SAFETY: Text("An toàn, sức khỏe, môi trường", "ОТ, ПБ и ООС", "Health, safety, environment"),
        IndicatorGroup.LABOUR: Text(
            "Lao động, thu nhập, an sinh", "Труд, доходы, социальная защита", "Labour, income, welfare"
        ),
        IndicatorGroup.INITIATIVES: Text(
            "Sáng kiến, chuyển đổi số", "Рацпредложения, цифровизация", "Initiatives, digital transformation"
        ),
        IndicatorGroup.PARTY: Text(
            "Công tác Đảng, đoàn thể", "Партийная и общественная работа", "Party and mass organisations"
        ),
        IndicatorGroup.EMULATION: Text(
            "Công tác thi đua, khen thưởng", "Соревнование и награждение", "Emulation and commendation"
        ),
    },
    BreakdownKind: {
        BreakdownKind.BLOCK: Text("Lô", "Блок", "Block"),
        BreakdownKind.FIELD: Text("Mỏ", "Месторождение", "Field"),
        BreakdownKind.PLATFORM: Text("Giàn", "Платформа", "Platform"),
        BreakdownKind.OTHER: Text("Khác", "Прочее", "Other"),
    },
    VersionKind: {
        VersionKind.PROPOSED: Text("Đề xuất", "Предложен", "Proposed"),
        VersionKind.ASSIGNED: Text("Giao", "Утверждён", "Assigned"),
        VersionKind.ADJUSTED: Text("Điều chỉnh", "Скорректирован", "Adjusted"),
    },
    TargetState: {
        TargetState.ASSIGNED: Text("Được giao", "Установлено", "Assigned"),
        TargetState.NOT_ASSIGNED: Text("Không giao", "Не установлено", "Not assigned"),
        TargetState.NOT_DUE: Text("Chưa đến hạn", "Срок не наступил", "Not due"),
    },
    AssumptionCode: {
        AssumptionCode.OIL_PRICE: Text("Giá dầu", "Цена нефти", "Oil price"),
        AssumptionCode.EXCHANGE_RATE: Text("Tỷ giá", "Курс валюты", "Exchange rate"),
        AssumptionCode.OTHER: Text("Khác", "Прочее", "Other"),
    },
    Stage: {
        Stage.PROCUREMENT: Text("Mua sắm", "Закупка", "Procurement"),
        Stage.FABRICATION: Text("Chế tạo", "Изготовление", "Fabrication"),
        Stage.INSTALLATION: Text("Lắp đặt", "Монтаж", "Installation"),
        Stage.CONSTRUCTION: Text("Xây dựng", "Строительство", "Construction"),
        Stage.COMMISSIONING: Text("Chạy thử, đưa vào vận hành", "Пусконаладка", "Commissioning"),
        Stage.FIRST_OIL: Text("Dòng dầu đầu tiên", "Первая нефть", "First oil"),
        Stage.OTHER: Text("Khác", "Прочее", "Other"),
    },
    Section: dict(SECTION_NAMES.items()),
}

YES: Final = Text("Có", "Да", "Yes")
NO: Final = Text("Không", "Нет", "No")
