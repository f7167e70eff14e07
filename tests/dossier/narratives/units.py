"""Four units' tables, as TableRows: what the narratives beside this file speak of. Illustrative figures."""

from tests.dossier.claims.corpus import row

from tongket.plan import Direction

DOWN = Direction.DOWN
LTIF = "vụ/1 triệu giờ công"

VSP = (
    row("OIL", "Khai thác dầu và condensate", "kt", ("3165.0", "2912.0", "2622.2", "3119.0", "3125.4")),
    row("OIL/09-1", "trong đó: Lô 09-1", "kt", ("3021.5", "2794.0", "2521.0", "2998.0", "3004.0")),
    row("OIL/09-3-12", "trong đó: Lô 09-3/12 (phần của Vietsovpetro)", "kt",
        ("143.5", "118.0", "101.2", "121.0", "121.4")),
    row("GAS", "Khí đưa về bờ", "Mm3", ("1020.0", "880.0", "812.0", "968.0", "973.5")),
    row("RES", "Gia tăng trữ lượng thu hồi", "kt", ("2350.0", "2800.0", "", "3500.0", "3512.0")),
    row("REV", "Doanh thu bán dầu, khí", "MUSD", ("1700.0", "1372.0", "2018.0", "2341.0", "2356.8")),
    row("PROF", "Lợi nhuận sau thuế (hai phía)", "MUSD", ("282.5", "168.0", "251.0", "296.0", "301.2")),
    row("BUD", "Nộp ngân sách nhà nước", "MUSD", ("922.0", "640.0", "1105.0", "1268.0", "1281.4")),
    row("CAPEX", "Giải ngân vốn đầu tư", "MUSD", ("358.0", "412.0", "276.0", "371.0", "374.6")),
    row("COST", "Giá thành khai thác", "USD/thùng", ("27.1", "28.5", "25.9", "26.4", "26.2"), direction=DOWN),
    row("LTIF", "Tần suất tai nạn mất ngày công", LTIF, ("0.00", "0.20", "0.00", "0.00", "0.00"), 2, DOWN),
    row("INIT", "Sáng kiến được công nhận", "sáng kiến", ("84", "80", "86", "97", "98"), 0),
    row("INC", "Thu nhập bình quân (lao động Việt Nam)", "triệu đồng/người/tháng",
        ("40.2", "41.0", "42.9", "43.6", "43.9")),
)  # fmt: skip
PVEP = (
    row("OE", "Sản lượng khai thác quy dầu", "Mt", ("3.50", "3.18", "3.15", "3.74", "3.77"), 2),
    row("GAS", "Khí bán", "Mm3", ("1090.0", "830.0", "1012.0", "1205.0", "1213.4")),
    row("RES", "Gia tăng trữ lượng thu hồi", "Mtoe", ("2.60", "3.00..4.50", "1.80", "3.40", "3.45"), 2),
    row("REV", "Doanh thu", "GVND", ("28900", "25600", "37150", "43900", "44260"), 0),
    row("PROF", "Lợi nhuận sau thuế", "GVND", ("6420", "4150", "10020", "11650", "11730"), 0),
    row("BUD", "Nộp ngân sách nhà nước", "GVND", ("8920", "7050", "11480", "13360", "13512"), 0),
    row("CAPEX", "Giải ngân vốn đầu tư", "MUSD", ("395.0", "486.0", "268.0", "391.0", "388.4")),
    row("COST", "Giá thành khai thác", "USD/thùng", ("22.4", "23.8", "22.8", "22.9", "23.0"), direction=DOWN),
    row("LTIF", "Tần suất tai nạn mất ngày công", LTIF, ("0.00", "0.30", "0.00", "0.00", "0.00"), 2, DOWN),
    row("INIT", "Sáng kiến được công nhận", "sáng kiến", ("41", "45", "39", "52", "52"), 0),
    row("INC", "Thu nhập bình quân", "triệu đồng/người/tháng", ("44.8", "46.0", "48.6", "49.1", "49.5")),
)
RVP = (
    row("OIL", "Khai thác dầu (100% dự án)", "kt", ("2965.0", "2880.0", "2452.0", "2930.0", "2934.7")),
    row("APG", "Tỷ lệ sử dụng khí đồng hành", "%", ("95.6", "95.0", "96.0", "96.1", "96.2")),
    row("RES", "Gia tăng trữ lượng thu hồi", "kt", ("", "", "", "", "")),
    row("DRL", "Giếng khoan khai thác hoàn thành", "giếng", ("22", "24", "21", "26", "26"), 0),
    row("REV", "Doanh thu", "MUSD", ("1236.0", "1120.0", "1205.0", "1398.0", "1389.6")),
    row("PROF", "Lợi nhuận sau thuế", "MUSD", ("176.0", "148.0", "214.0", "243.0", "240.3")),
    row("DIV", "Lợi nhuận chuyển về phía Việt Nam", "MUSD", ("98.0", "62.0", "105.0", "121.0", "121.0")),
    row("CAPEX", "Giải ngân vốn đầu tư", "MUSD", ("171.0", "182.0", "133.0", "168.0", "170.2")),
    row("COST", "Giá thành khai thác", "USD/thùng", ("9.1", "9.6", "9.8", "9.9", "9.9"), direction=DOWN),
    row("LTIF", "Tần suất tai nạn mất ngày công", LTIF, ("0.00", "0.25", "0.00", "0.00", "0.00"), 2, DOWN),
    row("INIT", "Sáng kiến được công nhận", "sáng kiến", ("14", "15", "13", "17", "17"), 0),
    row("INC", "Thu nhập bình quân", "nghìn RUB/người/tháng", ("141.0", "148.0", "154.5", "156.0", "157.2")),
)
GPV = (
    row("GAS", "Khai thác khí", "Mm3", ("498.0", "512.0", "421.0", "521.0", "519.3")),
    row("COND", "Khai thác condensate", "kt", ("36.5", "38.0", "32.4", "39.6", "39.4")),
    row("DRL", "Giếng khoan hoàn thành", "giếng", ("1", "2", "1", "2", "2"), 0),
    row("REV", "Doanh thu", "MUSD", ("68.0", "74.0", "96.5", "116.0", "117.2")),
    row("PROF", "Lợi nhuận sau thuế", "MUSD", ("-6.8", "-4.5", "5.2", "7.4", "7.6")),
    row("DIV", "Lợi nhuận chuyển về phía Việt Nam", "MUSD", ("0.0", "0.0", "0.0", "1.5", "1.5")),
    row("CAPEX", "Giải ngân vốn đầu tư", "MUSD", ("22.5", "28.0", "19.0", "26.4", "26.1")),
    row("COST", "Giá thành khai thác", "USD/nghìn m3", ("39.4", "38.0", "36.5", "36.2", "36.0"), direction=DOWN),
    row("LTIF", "Tần suất tai nạn mất ngày công", LTIF, ("0.00", "0.30", "0.00", "0.00", "0.00"), 2, DOWN),
    row("INIT", "Sáng kiến được công nhận", "sáng kiến", ("5", "6", "6", "8", "8"), 0),
    row("INC", "Thu nhập bình quân", "nghìn RUB/người/tháng", ("127.0", "132.0", "136.9", "138.0", "138.4")),
)
