"""Sentences as units write them about the figures of users-and-screens §6.1: right ones, and others not quite."""

from tongket.dossier.claims.table import TableRow
from tongket.figures import Amount
from tongket.plan import Direction
from tongket.words import Text


def row(code, name, measure, figures, digits=1, direction=Direction.UP):
    """A row with last year, plan, ten months, estimate and final figure, in this order; empty: not known."""
    before, plan, to_date, estimate, actual = (Amount.parse(text) if text else None for text in figures)
    part = name if "/" in code else ""
    given = (plan, before, to_date, estimate, actual)
    return TableRow(code, name, measure, digits, direction, Text("Biểu 1", "Форма 1", "Form 1"), part, *given)


ROWS = (
    row("OIL", "Khai thác dầu và condensate", "kt", ("3165.0", "2912.0", "2622.2", "3119.0", "")),
    row("OIL/09-1", "trong đó: Lô 09-1", "kt", ("3021.5", "2794.0", "2521.0", "2998.0", "")),
    row("OIL/09-3-12", "trong đó: Lô 09-3/12 (phần của Vietsovpetro)", "kt", ("143.5", "118.0", "101.2", "121.0", "")),
    row("GAS", "Khí đưa về bờ", "Mm3", ("1020.0", "880.0", "812.0", "968.0", "")),
    row("RES", "Gia tăng trữ lượng thu hồi", "kt", ("2350.0", "2800.0", "", "3500.0", "")),
    row("REV", "Doanh thu bán dầu, khí", "MUSD", ("1700.0", "1372.0", "2018.0", "2341.0", "")),
    row("PROF", "Lợi nhuận sau thuế (hai phía)", "MUSD", ("282.5", "168.0", "251.0", "296.0", "")),
    row("BUD", "Nộp ngân sách nhà nước", "MUSD", ("922.0", "640.0", "1105.0", "1268.0", "")),
    row("CAPEX", "Giải ngân vốn đầu tư", "MUSD", ("358.0", "412.0", "276.0", "371.0", "")),
    row("COST", "Giá thành khai thác", "USD/thùng", ("27.1", "28.5", "25.9", "26.4", ""), direction=Direction.DOWN),
    row("INIT", "Sáng kiến được công nhận", "sáng kiến", ("84", "80", "86", "97", ""), digits=0),
    row("INC", "Thu nhập bình quân (phía Việt Nam)", "triệu đồng/người/tháng", ("40.2", "41.0", "42.9", "43.6", "")),
)

RIGHT = (
    "Sản lượng dầu và condensate năm 2022 ước đạt 3.119 nghìn tấn, bằng 107,1% kế hoạch, giảm 1,5% so với năm 2021.",
    "Sản lượng dầu đạt 3,12 triệu tấn, vượt 7,1% kế hoạch; riêng Lô 09-1 đạt 2.998 nghìn tấn, bằng 107,3% KH.",
    "Trong 10 tháng, sản lượng dầu đạt 2.622,2 nghìn tấn, hoàn thành 90% kế hoạch năm.",
    "Doanh thu bán dầu, khí ước đạt 2.341 triệu USD, bằng 170,6% kế hoạch và tăng 37,7% so với năm 2021.",
    "Nộp ngân sách nhà nước đạt 1,27 tỷ USD, bằng 198,1 % kế hoạch.",
    "Lợi nhuận sau thuế đạt 296 triệu USD, vượt 76,2% so với kế hoạch (kế hoạch 168 triệu USD).",
    "Gia tăng trữ lượng đạt trên 3,4 triệu tấn, vượt 25% kế hoạch.",
    "Giải ngân vốn đầu tư chỉ đạt 90% kế hoạch, chưa hoàn thành kế hoạch năm do đấu thầu kéo dài.",
    "Giá thành khai thác 26,4 USD/thùng, thấp hơn kế hoạch 2,1 USD/thùng, giảm 2,6% so với năm trước.",
    "Có gần 100 sáng kiến được công nhận, tăng 15,5% so với cùng kỳ.",
    "Thu nhập bình quân của người lao động đạt 43,6 triệu đồng/người/tháng, tăng 8,5% so với năm trước.",
    "Khí đưa về bờ đạt 968 triệu m3, vượt 10% kế hoạch năm, giảm 5,1% so với năm 2021.",
    "Đơn vị hoàn thành vượt mức kế hoạch sản lượng dầu; doanh thu vượt kế hoạch.",
    "Sản lượng dầu giảm so với năm 2021 do suy giảm tự nhiên của các mỏ.",
    "So với kế hoạch, nộp ngân sách tăng 98,1%; so với năm 2021 tăng 37,5%.",
    "Lô 09-3/12 đạt 121 nghìn tấn, vượt 2,5% kế hoạch.",
    "Năm 2021, sản lượng dầu đạt 3.165 nghìn tấn.",
    "Doanh thu gấp 1,7 lần kế hoạch.",
    "Năm 2022 đơn vị được giao kế hoạch khai thác 2.912,0 nghìn tấn dầu, sau đó điều chỉnh tăng lên 3.068,0 nghìn tấn.",
    "Lợi nhuận sau thuế đạt 296 triệu USD trong khi năm 2015 lỗ 4,5 triệu USD.",
    "Kế hoạch khai thác dầu là 2.912 nghìn tấn, thực hiện 3.119 nghìn tấn, tăng 207 nghìn tấn so với kế hoạch.",
)
WRONG = (
    "Sản lượng dầu và condensate năm 2022 ước đạt 3.191 nghìn tấn, bằng 107,1% kế hoạch năm.",
    "Sản lượng dầu ước đạt 3.119 nghìn tấn, vượt 107,1% kế hoạch.",
    "Sản lượng dầu tăng 1,5% so với năm 2021.",
    "Doanh thu đạt 2.341 tỷ USD.",
    "Doanh thu vượt trên 150% kế hoạch.",
    "Lợi nhuận sau thuế đạt 296 triệu USD, vượt 67,2% so với kế hoạch.",
    "Gia tăng trữ lượng đạt trên 3,4 triệu tấn, vượt 35% kế hoạch.",
    "Giải ngân vốn đầu tư hoàn thành kế hoạch năm.",
    "Giá thành khai thác thấp hơn kế hoạch 3,1 USD/thùng.",
    "Khí đưa về bờ đạt 986 triệu m3, giảm 5,1% so với năm 2021.",
    "Riêng Lô 09-1 đạt 2.989 nghìn tấn.",
    "Thu nhập bình quân đạt 43,6 triệu đồng/người/tháng, giảm 8,5% so với năm trước.",
    "Trong 10 tháng, sản lượng dầu đạt 2.262,2 nghìn tấn.",
    "Nộp ngân sách nhà nước bằng 189,1% kế hoạch.",
    "Sản lượng dầu tăng so với năm 2021.",
    "So với kế hoạch, nộp ngân sách tăng 89,1%.",
    "Năm 2021, sản lượng dầu đạt 3.156 nghìn tấn.",
    "Doanh thu gấp 2,7 lần kế hoạch.",
    "Kế hoạch khai thác dầu là 2.921 nghìn tấn.",
    "Sáng kiến được công nhận: 79 sáng kiến.",
    "Sản lượng khí đưa về bờ không đạt kế hoạch.",
)
