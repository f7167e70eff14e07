"""The words by which Vietnamese reports state figures: what each phrase does in a sentence, nothing of any figure.

Phrases are given in lower case, one after another between bars; the longest phrase that fits is the one that is read.
"""

from collections.abc import Iterator
from enum import Enum, auto
from typing import Final


class Role(Enum):
    """What a phrase does in a sentence."""

    OF = auto()
    ABOVE = auto()
    BELOW = auto()
    TIMES = auto()
    FULFIL = auto()
    """Reaches the plan, with or without a figure: hoàn thành, về đích."""
    CHANGED_TO = auto()
    """A movement whose figure is where it ends: tăng lên, giảm còn."""
    PASSES = auto()
    """Is past a mark: vượt mốc."""
    PLAN = auto()
    OTHER_PLAN = auto()
    """A plan that does not stand in the form: adjusted, for a quarter."""
    LAST_YEAR = auto()
    SAME_PERIOD = auto()
    AGAINST = auto()
    WHOLE_YEAR = auto()
    ESTIMATE = auto()
    OTHER_TIME = auto()
    OVER = auto()
    NEAR = auto()
    ABOUT = auto()
    AT_LEAST = auto()
    UNDER = auto()
    NOT = auto()
    INTENT = auto()
    """What is wanted, not what was: phấn đấu, để, mục tiêu."""
    EFFORT = auto()
    """What one works at; what follows in the same clause may be wanted only."""
    EARLIER = auto()
    PART_OF = auto()
    """Trong đó: what follows is a part of what was said."""
    TOGETHER = auto()
    IN_TURN = auto()
    AND = auto()
    BECAUSE = auto()
    """Begins a clause about something else: do, nhờ, trong khi."""
    BUT = auto()
    """Turns within one subject: nhưng, tuy nhiên."""
    PRODUCTION = auto()
    """Speaks of what is produced without saying which: sản lượng, khai thác được."""
    FILLER = auto()
    LINK = auto()
    """Ties a qualifier to a noun: của, từ, cho."""
    OTHER_BODY = auto()
    """Who else does such things: tập đoàn, dự án, mỏ; a clause that begins with one is about it."""
    OTHER_THING = auto()
    """Heads of things that are measured too, so a figure behind them is theirs: giá, chi phí."""


_PHRASES: Final = {
    Role.OF: (
        "đạt|ước đạt|đạt được|đạt mức|bằng|đạt bằng|tương đương|tương ứng|thực hiện được|thực hiện đạt|đạt tỷ lệ"
        "|hoàn thành được|đã đạt|đạt tới|đạt đến|chỉ đạt|mới đạt|ghi nhận|đạt giá trị|tổng cộng|tức|là"
    ),
    Role.ABOVE: (
        "vượt|tăng|cao hơn|nhiều hơn|lớn hơn|tăng trưởng|tăng thêm|vượt thêm|hơn so với|vượt trội"
        "|tăng cao|tăng mạnh|tăng nhẹ|vượt xa|gia tăng|cao hơn hẳn|tăng đáng kể|vượt cao|tăng tới|tăng đến|nhích"
        "|vượt tới|vượt đến|vượt lên"
    ),
    Role.BELOW: (
        "giảm|thấp hơn|ít hơn|hụt|thiếu|giảm bớt|sụt giảm|kém|thấp hơn hẳn|giảm nhẹ|giảm mạnh|suy giảm|hụt so với"
        "|giảm sâu|tiết giảm|tiết kiệm|hạ|nhỏ hơn"
    ),
    Role.TIMES: ("gấp|gấp tới|gấp khoảng"),
    Role.FULFIL: (
        "hoàn thành|hoàn thành vượt mức|hoàn thành xuất sắc|hoàn thành vượt|về đích|cán đích|hoàn thành toàn diện"
        "|hoàn thành và hoàn thành vượt mức|đạt và vượt|hoàn thành và vượt|hoàn thành toàn bộ|cơ bản hoàn thành"
    ),
    Role.CHANGED_TO: (
        "tăng lên|giảm xuống|giảm còn|tăng lên mức|giảm xuống còn|nâng lên|hạ xuống|lên|lên tới|lên đến|xuống"
        "|xuống còn|còn|hạ còn|tăng lên tới|tăng lên đến|nâng lên mức|chỉ còn|giảm xuống mức|đạt tới mức"
    ),
    Role.PASSES: ("vượt mốc|vượt ngưỡng|vượt con số|vượt qua mốc|cán mốc|vượt qua|chạm mốc"),
    Role.PLAN: (
        "kế hoạch|kh|kế hoạch năm|chỉ tiêu|chỉ tiêu kế hoạch|kế hoạch được giao|kế hoạch giao|kế hoạch đề ra"
        "|kế hoạch cả năm|mục tiêu đề ra|chỉ tiêu được giao|chỉ tiêu giao|kế hoạch đã giao|mức kế hoạch|mức giao"
        "|kế hoạch năm được giao|kế hoạch năm đã giao|chỉ tiêu đề ra|mục tiêu kế hoạch|kế hoạch năm đề ra"
        "|chỉ tiêu năm|kế hoạch sản xuất kinh doanh|kế hoạch đặt ra|chỉ tiêu hội đồng giao|kế hoạch hội đồng giao"
        "|kế hoạch của năm|kế hoạch của cả năm|toàn bộ kế hoạch năm|chỉ tiêu cả năm|kế hoạch tập đoàn giao"
        "|chỉ tiêu tập đoàn giao|kế hoạch hội đồng liên doanh giao|kế hoạch pháp lệnh|định mức|kế hoạch toàn năm"
        "|kế hoạch đầu năm|kế hoạch giao lần đầu|kế hoạch được giao lần đầu|kế hoạch giao đầu năm"
        "|mức được giao|số được giao|số giao|định mức được giao|nhiệm vụ được giao|mức kế hoạch giao"
    ),
    Role.OTHER_PLAN: (
        "điều chỉnh|điều chỉnh tăng|điều chỉnh giảm"
        "|kế hoạch điều chỉnh|kế hoạch quản trị|kế hoạch phấn đấu|kế hoạch quý|kế hoạch tháng|kế hoạch đăng ký"
        "|kế hoạch bổ sung|kế hoạch năm sau|kế hoạch sau điều chỉnh|kế hoạch kỳ|kế hoạch 5 năm|kế hoạch năm năm"
        "|chỉ tiêu phấn đấu|kế hoạch nhiệm kỳ|kế hoạch năm điều chỉnh|kế hoạch trung hạn|kế hoạch cùng kỳ"
        "|chỉ tiêu đăng ký"
    ),
    Role.LAST_YEAR: (
        "năm trước|năm ngoái|thực hiện năm trước|mức thực hiện năm trước|năm liền trước|năm trước đó"
        "|mức năm trước|kết quả năm trước|năm liền kề|năm trước liền kề"
        "|của năm trước|của năm ngoái"
    ),
    Role.SAME_PERIOD: (
        "cùng kỳ|cùng kỳ năm trước|cùng kỳ năm ngoái|cùng thời kỳ|cùng kỳ năm|cùng thời điểm năm trước"
        "|cùng thời điểm năm ngoái|đầu năm|đầu kỳ"
    ),
    Role.AGAINST: (
        "so với|so|so sánh với|so với thực hiện|so với mức thực hiện|so với số thực hiện"
        "|so với kết quả|đối với|so với kết quả thực hiện|so với con số"
    ),
    Role.WHOLE_YEAR: ("cả năm|trong năm|năm nay|toàn năm|tính chung cả năm|kết thúc năm|trong năm nay|năm báo cáo"),
    Role.ESTIMATE: (
        "ước cả năm|ước thực hiện|ước thực hiện cả năm|ước|dự kiến cả năm|ước tính|ước tính cả năm|dự kiến|dự ước"
        "|ước cả năm thực hiện|dự kiến thực hiện|dự kiến đạt"
    ),
    Role.OTHER_TIME: (
        "năm sau|năm tới|quý|tháng|nửa đầu năm|nửa cuối năm|các năm tới|những năm tới|giai đoạn|nhiệm kỳ|hằng năm"
        "|hàng năm|mỗi năm|ngày|đêm|tuần|những tháng cuối năm|các tháng cuối năm|bình quân mỗi ngày|nhiều năm"
        "|những năm trước|các năm trước|ngày đêm|trước đây|hai năm trước"
    ),
    Role.OVER: ("trên|hơn|trên mức|quá|nhỉnh hơn"),
    Role.NEAR: ("gần|ngót|sát|xấp xỉ dưới|gần bằng|gần như|suýt soát|gần tới|gần đến"),
    Role.ABOUT: ("khoảng|xấp xỉ|chừng|tầm|cỡ|ước khoảng|độ|quanh|vào khoảng|quanh mức|xấp xỉ bằng"),
    Role.AT_LEAST: ("ít nhất|tối thiểu|không dưới"),
    Role.UNDER: ("dưới|chưa đến|chưa tới|không quá|không đến|tối đa|chưa đầy"),
    Role.NOT: ("không|chưa|chẳng|không thể|chưa thể"),
    Role.INTENT: (
        "phấn đấu|mục tiêu|sẽ|nhằm|để|quyết tâm|phải|cần|đặt mục tiêu|khả năng|nguy cơ"
        "|hướng tới|đề nghị|kiến nghị|giao|nhiệm vụ|nếu|hướng đến|đăng ký|đề xuất"
        "|kỳ vọng|xin|nhiệm vụ trọng tâm|có thể|định hướng|phương hướng|dự báo|yêu cầu|cố gắng"
    ),
    Role.EFFORT: ("đảm bảo|bảo đảm|khó|tập trung|nỗ lực|cam kết|quyết liệt|đẩy mạnh"),
    Role.EARLIER: (
        "trước|sớm|sớm hơn|trước thời hạn|trước kế hoạch|sớm trước|trước hạn|sớm hơn kế hoạch|sớm so với kế hoạch"
    ),
    Role.PART_OF: ("trong đó|bao gồm|gồm|cụ thể là|riêng|trong số đó|trong số này|bao gồm cả"),
    Role.TOGETHER: ("đều|cùng|đồng loạt"),
    Role.IN_TURN: ("lần lượt|tương ứng là|lần lượt là"),
    Role.AND: ("và|đồng thời|cũng như|cùng với|lẫn|hay|hoặc|&"),
    Role.BECAUSE: (
        "do|nhờ|vì|bởi|khi|trong khi|mặc dù|tuy|còn lại|dù|mà|nên|chủ yếu do|nguyên nhân"
        "|khiến|qua đó|giúp|trong bối cảnh|trong điều kiện|thay vì|theo|nhờ đó|làm cho|dẫn đến|chủ yếu là do"
        "|chủ yếu nhờ|phần lớn do|dẫn tới|kéo theo|ngoài ra|bên cạnh đó|với|góp phần|trong lúc|để bù|bất chấp"
        "|trái lại|ngược lại"
    ),
    Role.BUT: ("tuy nhiên|song|nhưng|nhưng mà|dù vậy|tuy vậy|mặc dù vậy|song song đó"),
    Role.PRODUCTION: (
        "sản lượng|khai thác|khai thác được|sản lượng khai thác|đã khai thác|sản xuất được|tổng sản lượng"
        "|sản lượng khai thác được|tổng sản lượng khai thác"
    ),
    Role.FILLER: (
        "đã|đang|cũng|vẫn|chỉ|mới|được|tổng|tổng số|số|tiếp tục|của năm|thực hiện|kết quả|kết quả thực hiện|tại|ở"
        "|chính thức|hiện|hiện nay|toàn|toàn đơn vị|đơn vị|công ty|tổng công ty|liên doanh|xí nghiệp|lũy kế"
        "|tính chung|tính|tính đến|đến|đến nay|hết|đến hết|vào|cho|cho đến nay|chung|đầy đủ|kịp thời|đúng hạn"
        "|đúng quy định|rất|khá|theo đó|như vậy|con số này|kết quả này|con số|mức|sản lượng này|chỉ tiêu này|này"
        "|đây|duy trì|ổn định|ở mức|bình quân|trung bình|thêm|lại|vừa|nhẹ|mạnh|đáng kể|hẳn|xa|cao|nhất|thấp|tốt"
        "|tích cực|về|phần|đưa|nâng|thu|có|với mức|với số|với giá trị|với tổng số|với con số|với tổng giá trị"
        "|đề ra|được giao|đã đề ra|đã giao|đặt ra|hội đồng giao|tập đoàn giao|tương đối|hội đồng liên doanh giao"
        "|hđtv giao|hội đồng thành viên giao|công tác|giá trị|toàn bộ|khối lượng|lượng|quy mô|chỉ tiêu về"
        "|trong kỳ|trong|báo cáo|số liệu|nhà nước|thời điểm|thời điểm báo cáo|kỳ báo cáo|tổng giá trị|tổng mức"
        "|mức độ|tỷ lệ|xuất sắc|toàn diện|thắng lợi|vượt bậc|tổng lượng|các khoản|khoản|việc|hoạt động"
        "|người lao động|cán bộ|nhân viên|cbcnv|người|một|đầu người|cả|thời gian|nói riêng|mốc|ngưỡng|kỷ lục"
        "|không những|không chỉ|hơn nữa|thậm chí|cũng đã|nhanh|sớm nhất|nữa|tròn|đúng|chính xác|hơn hẳn|tới|giữ"
        "|giữ mức|giữ ở mức|giảm tốc|trở lại|quay lại|lớn|qua|mức cao|là chỉ tiêu|chủ yếu|đạt kết quả"
        "|đạt kết quả tốt|đóng góp|đóng|từ đầu năm|từ đầu năm đến nay|kể từ đầu năm|phía|lên mức|đồng đều"
        "|tính cả năm|được ghi nhận|ghi nhận mức|ghi nhận ở mức|dừng|dừng ở|dừng lại ở|dừng ở mức|thực tế"
        "|số thực hiện|đơn vị đã|công nhận|được công nhận|sản xuất|kinh doanh|sản xuất kinh doanh"
        "|liên tục|tương đương mức|hơn mức|khó khăn|khó lường|xong|năm|được bảo đảm|được đảm bảo"
        "|của lao động|của người lao động|của cán bộ|của lao động việt nam|lập|lập kỷ lục|cuối năm|toàn cảng|cảng"
        "|toàn nhà máy|toàn hệ thống|phát triển|phát triển mới|phát triển chậm|cải thiện|phục hồi|khởi sắc"
        "|do đó|vì vậy|vì thế|nhờ vậy"
        "|có thể khẳng định|có thể nói|khẳng định|tổ chức|cấp cho|cung cấp cho|bán cho|các hộ tiêu thụ"
        "|hộ tiêu thụ|khách hàng|các khách hàng|người tiêu dùng"
    ),
    Role.LINK: ("của|từ|thuộc|ngoài|trừ|không bao gồm|chưa bao gồm|không gồm|bên|tính riêng|kể cả|không tính"),
    Role.OTHER_BODY: (
        "doanh nghiệp|tập đoàn|petrovietnam|toàn ngành|ngành|cả nước|thế giới|quốc gia|mỏ|giàn|lô|cụm|dự án|nhà thầu"
        "|đối tác|phía việt nam|phía nga|phía việt|bên việt nam|bên nga|công ty mẹ|công ty con|chi nhánh|nhà máy"
        "|các mỏ|các giàn|các lô|các dự án|các đơn vị|công đoàn|đoàn thanh niên|đảng bộ|đảng ủy"
    ),
    Role.OTHER_THING: (
        "chiếm|chiếm khoảng|chiếm tỷ trọng|"
        "trong nước|ngoài nước|nước ngoài|ở nước ngoài|tại nước ngoài|nước sở tại|tại nước sở tại|nội địa|trên bờ"
        "|mét khoan|số mét khoan|tổng mét khoan|tổng số mét khoan"
        "|giá|giá dầu|giá bán|giá khí|chi phí|tỷ giá|thị trường|nhu cầu|năng suất|công suất|hệ số|thị phần"
        "|tỷ trọng|vốn|nguồn|dòng tiền|thuế|nợ|tồn kho|dịch vụ|xuất khẩu|nhập khẩu|tiêu thụ|gdp|kim ngạch"
        "|lao động|độ ngập nước|hàm lượng|lưu lượng|quỹ|tiền|lương|tiền lương|áp suất|chuyến"
        "|trước thuế|gộp|hợp nhất|vận tải|số lượng|tàu|thời tiết|suất|biên|hiệu quả|giá trị làm lợi|làm lợi"
        "|kinh phí|an sinh|tài trợ|lãi|vay|lãi suất|khấu hao|hao hụt|tổn thất"
    ),
}
SCALES: Final = {
    "trăm": 100,
    "nghìn": 10**3,
    "ngàn": 10**3,
    "vạn": 10**4,
    "triệu": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
    "nghìn tỷ": 10**12,
    "nghìn tỉ": 10**12,
    "ngàn tỷ": 10**12,
    "ngàn tỉ": 10**12,
}
"""How many one stands for, before a measure."""
MEASURE_WORDS: Final = {
    "điểm %": "điểm phần trăm|điểm %",
    "tấn": "tấn|tấn dầu|tấn dầu thô|tấn condensate|tấn dầu và condensate|tấn dầu condensate",
    "tấn quy dầu": "tấn quy dầu|tấn dầu quy đổi|toe|tấn quy đổi|tấn dầu tương đương",
    "m3": "m3|m³|mét khối|m3 khí|m³ khí|mét khối khí",
    "sm3": "sm3|sm³",
    "đồng": "đồng|vnđ|vnd|đồng việt nam",
    "usd": "usd|đô la mỹ|đô la|đô|đôla|đôla mỹ|us$|$|đô-la",
    "rub": "rub|rúp|rub nga|rúp nga",
    "thùng": "thùng|thùng dầu",
    "km": "km|ki lô mét|kilômét",
    "m": "m|mét|mét khoan",
    "kwh": "kwh",
}
"""Measures as people write them, under one word each; those of the table are added to them."""


def phrases() -> Iterator[tuple[tuple[str, ...], Role]]:
    """Every phrase as its words, with its role."""
    for role, joined in _PHRASES.items():
        yield from ((tuple(phrase.split()), role) for phrase in joined.split("|"))
