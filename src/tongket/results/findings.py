"""What does not add up in the figures of a year, and how it is said."""

from typing import Final

from tongket.words import FindingKind, Severity, Text

PARTS_DIFFER: Final = FindingKind(
    "results.parts-differ",
    Severity.WARNING,
    Text(
        "{where}: số tổng {stated} khác tổng các phần {parts}. Chênh lệch {difference} {measure}. "
        "Đề nghị đối chiếu lại; số tổng được giữ nguyên.",
        "{where}: итог {stated} не равен сумме частей {parts}. Расхождение {difference} {measure}. "
        "Просим сверить; итог оставлен без изменений.",
        "{where}: the total {stated} differs from the sum of its parts {parts} by {difference} {measure}. "
        "Please reconcile; the total was left as it is.",
    ),
)
STATED_DIFFERS: Final = FindingKind(
    "results.stated-differs",
    Severity.WARNING,
    Text(
        "{where}: đơn vị tự báo cáo {stated}, cộng các đơn vị trực thuộc được {parts}. "
        "Chênh lệch {difference} {measure}. Bảng tổng hợp lấy số cộng.",
        "{where}: организация указала {stated}, сумма подчинённых — {parts}. "
        "Расхождение {difference} {measure}. В своде взята сумма.",
        "{where}: the org unit states {stated}, the org units below it add up to {parts}. "
        "Difference {difference} {measure}. The table takes the sum.",
    ),
)
MONTHS_DIFFER: Final = FindingKind(
    "results.months-differ",
    Severity.WARNING,
    Text(
        "{where}: số cả kỳ {stated} khác tổng các tháng {parts}. Chênh lệch {difference} {measure}. "
        "Đề nghị đối chiếu lại; số cả kỳ được giữ nguyên.",
        "{where}: значение за период {stated} не равно сумме месяцев {parts}. Расхождение {difference} {measure}.",
        "{where}: the figure of the period {stated} differs from the sum of its months {parts} "
        "by {difference} {measure}; it was left as it is.",
    ),
)
COMPONENTS_DIFFER: Final = FindingKind(
    "results.components-differ",
    Severity.NOTE,
    Text(
        "{where}: số báo cáo {stated}, cộng các chỉ tiêu thành phần được {parts}. Chênh lệch {difference} {measure}. "
        "Số báo cáo được giữ nguyên.",
        "{where}: указано {stated}, сумма составляющих — {parts}. Расхождение {difference} {measure}. "
        "Указанное значение сохранено.",
        "{where}: reported {stated}, its component indicators add up to {parts}. Difference {difference} {measure}. "
        "The reported figure stands.",
    ),
)
PRINTED_PERCENT: Final = FindingKind(
    "results.printed-percent-differs",
    Severity.WARNING,
    Text(
        "{where}: nguồn công bố {printed}% kế hoạch; tính lại {actual} / {plan} = {recomputed}% "
        "(tuyến kế hoạch {line}, bản {version}). Đề nghị đối chiếu với nguồn.",
        "{where}: в источнике {printed} % плана; пересчёт {actual} / {plan} = {recomputed} % "
        "(линия {line}, версия {version}). Просим сверить с источником.",
        "{where}: the source prints {printed}% of plan; recomputed {actual} / {plan} = {recomputed}% "
        "(plan line {line}, version {version}). Please check with the source.",
    ),
)
WEIGHT_MISSING: Final = FindingKind(
    "results.weight-missing",
    Severity.WARNING,
    Text(
        "{where}: thiếu quyền số ‘{weight}’ nên số này chưa được đưa vào bình quân. Đề nghị bổ sung.",
        "{where}: нет веса «{weight}», значение не вошло в среднее. Просим дополнить.",
        "{where}: the weight ‘{weight}’ is missing, so the figure is not in the mean. Please add it.",
    ),
)
NOT_COMPUTED: Final = FindingKind(
    "results.not-computed",
    Severity.WARNING,
    Text(
        "{where}: tử số hoặc mẫu số chưa có, bằng 0 hoặc là khoảng, nên không tính được.",
        "{where}: числитель или знаменатель отсутствует, равен 0 или задан диапазоном: не вычисляется.",
        "{where}: the numerator or denominator is missing, zero or a range, so it cannot be computed.",
    ),
)
SHARE_AND_STATEMENT: Final = FindingKind(
    "results.share-and-statement",
    Severity.WARNING,
    Text(
        "{where}: phần được chia theo tỷ lệ là {shared}, đơn vị tự báo cáo {stated}. Đã lấy số đơn vị báo cáo; "
        "tổng các phần có thể khác số được chia.",
        "{where}: по доле приходится {shared}, организация указала {stated}. Взято указанное; "
        "сумма частей может отличаться от разделённого.",
        "{where}: by share {shared}, the org unit states {stated}. What it states was taken; "
        "the parts may no longer add up to what was divided.",
    ),
)
MONTHS_MISSING: Final = FindingKind(
    "results.months-missing",
    Severity.NOTE,
    Text(
        "{where}: chỉ có số liệu {there}/{covered} tháng đã báo cáo; các tháng còn lại không có số, không phải số 0.",
        "{where}: данные есть за {there} из {covered} месяцев; за остальные данных нет, это не ноль.",
        "{where}: there are figures for {there} of the {covered} months reported; the others are absent, not zero.",
    ),
)
HOLDER_OUTSIDE: Final = FindingKind(
    "results.holder-outside",
    Severity.WARNING,
    Text(
        "{where}: ‘{holder}’ có tỷ lệ tham gia nhưng không thuộc đơn vị báo cáo, nên phần này không được chia. "
        "Đề nghị kiểm tra cây đơn vị.",
        "{where}: у «{holder}» есть доля, но организация не входит в отчитавшуюся; её часть не выделена. "
        "Просим проверить структуру.",
        "{where}: ‘{holder}’ has a share but does not stand below the reporting org unit, so its part was not "
        "allotted. Please check the tree.",
    ),
)
LATE: Final = FindingKind(
    "results.filed-late",
    Severity.NOTE,
    Text(
        "{org_unit} nộp báo cáo kỳ {period} muộn {days} ngày (hạn {due}).",
        "{org_unit}: отчёт за {period} представлен с опозданием на {days} дн. (срок {due}).",
        "{org_unit} filed for {period} {days} days late (due {due}).",
    ),
)
MISSING: Final = FindingKind(
    "results.not-filed",
    Severity.WARNING,
    Text(
        "{org_unit} chưa nộp báo cáo kỳ {period} (hạn {due}).",
        "{org_unit}: отчёт за {period} не представлен (срок {due}).",
        "{org_unit} has not filed for {period} (due {due}).",
    ),
)
TOO_LARGE: Final = FindingKind(
    "results.too-large",
    Severity.ERROR,
    Text(
        "{where}: số quá lớn để tính chính xác trong 64 bit ở độ chi tiết này. Dùng đơn vị tính lớn hơn.",
        "{where}: число слишком велико для точного расчёта в 64 битах. Возьмите более крупную единицу.",
        "{where}: the number is too large for exact 64-bit arithmetic at this scale. Use a larger measure.",
    ),
)
