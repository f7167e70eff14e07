"""Four units, each with its own workbook: the figures of the example cluster in four layouts as they come by e-mail.

A layout is a list of sheets; a sheet is its name, its rows of plain values and its merged areas. `book` makes grids of
it, `xlsx` a file.
"""

import csv
import io
from dataclasses import dataclass
from decimal import Decimal

import xlsxwriter

from tongket.dossier.facts import Absence
from tongket.dossier.foreign.proposing import Asked
from tongket.dossier.form import FormPart, FormRow, FormStage, ReportForm
from tongket.dossier.grid import Book, Grid
from tongket.figures import Amount, converted, measure_of
from tongket.plan import Direction
from tongket.words import Text
from tongket.year import Period

FIGURES = """\
org_unit,code,name,measure,direction,last_year,plan,to_date,estimate,final
VSP,OIL,Khai thác dầu và condensate,nghìn tấn,up,3165.0,2912.0,2622.2,3119.0,3125.4
VSP,OIL/09-1,trong đó: Lô 09-1,nghìn tấn,up,3021.5,2794.0,2521.0,2998.0,3004.0
VSP,OIL/09-3-12,trong đó: Lô 09-3/12 (phần của Vietsovpetro),nghìn tấn,up,143.5,118.0,101.2,121.0,121.4
VSP,GAS,Khí đưa về bờ,triệu m3,up,1020.0,880.0,812.0,968.0,973.5
VSP,RES,Gia tăng trữ lượng thu hồi,nghìn tấn,up,2350.0,2800.0,,3500.0,3512.0
VSP,REV,"Doanh thu bán dầu, khí",triệu USD,up,1700.0,1372.0,2018.0,2341.0,2356.8
VSP,PROF,Lợi nhuận sau thuế (hai phía),triệu USD,up,282.5,168.0,251.0,296.0,301.2
VSP,BUD,Nộp ngân sách nhà nước,triệu USD,up,922.0,640.0,1105.0,1268.0,1281.4
VSP,CAPEX,Giải ngân vốn đầu tư,triệu USD,up,358.0,412.0,276.0,371.0,374.6
VSP,COST,Giá thành khai thác,USD/thùng,down,27.1,28.5,25.9,26.4,26.2
VSP,LTIF,Tần suất tai nạn mất ngày công,vụ/1 triệu giờ công,down,0.00,0.20,0.00,0.00,0.00
VSP,INIT,Sáng kiến được công nhận,sáng kiến,up,84,80,86,97,98
VSP,INC,Thu nhập bình quân (lao động Việt Nam),triệu đồng/người/tháng,up,40.2,41.0,42.9,43.6,43.9
PVEP,OE,Sản lượng khai thác quy dầu,triệu tấn,up,3.50,3.18,3.15,3.74,3.77
PVEP,GAS,Khí bán,triệu m3,up,1090.0,830.0,1012.0,1205.0,1213.4
PVEP,RES,Gia tăng trữ lượng thu hồi,triệu tấn quy dầu,up,2.60,3.00..4.50,1.80,3.40,3.45
PVEP,REV,Doanh thu,tỷ đồng,up,28900,25600,37150,43900,44260
PVEP,PROF,Lợi nhuận sau thuế,tỷ đồng,up,6420,4150,10020,11650,11730
PVEP,BUD,Nộp ngân sách nhà nước,tỷ đồng,up,8920,7050,11480,13360,13512
PVEP,CAPEX,Giải ngân vốn đầu tư,triệu USD,up,395.0,486.0,268.0,391.0,388.4
PVEP,COST,Giá thành khai thác,USD/thùng,down,22.4,23.8,22.8,22.9,23.0
PVEP,LTIF,Tần suất tai nạn mất ngày công,vụ/1 triệu giờ công,down,0.00,0.30,0.00,0.00,0.00
PVEP,INIT,Sáng kiến được công nhận,sáng kiến,up,41,45,39,52,52
PVEP,INC,Thu nhập bình quân,triệu đồng/người/tháng,up,44.8,46.0,48.6,49.1,49.5
RVP,OIL,Khai thác dầu (100% dự án),nghìn tấn,up,2965.0,2880.0,2452.0,2930.0,2934.7
RVP,APG,Tỷ lệ sử dụng khí đồng hành,%,up,95.6,95.0,96.0,96.1,96.2
RVP,RES,Gia tăng trữ lượng thu hồi,nghìn tấn,up,,not assigned,,,
RVP,DRL,Giếng khoan khai thác hoàn thành,giếng,up,22,24,21,26,26
RVP,REV,Doanh thu,triệu USD,up,1236.0,1120.0,1205.0,1398.0,1389.6
RVP,PROF,Lợi nhuận sau thuế,triệu USD,up,176.0,148.0,214.0,243.0,240.3
RVP,DIV,Lợi nhuận chuyển về phía Việt Nam,triệu USD,up,98.0,62.0,105.0,121.0,121.0
RVP,CAPEX,Giải ngân vốn đầu tư,triệu USD,up,171.0,182.0,133.0,168.0,170.2
RVP,COST,Giá thành khai thác,USD/thùng,down,9.1,9.6,9.8,9.9,9.9
RVP,LTIF,Tần suất tai nạn mất ngày công,vụ/1 triệu giờ công,down,0.00,0.25,0.00,0.00,0.00
RVP,INIT,Sáng kiến được công nhận,sáng kiến,up,14,15,13,17,17
RVP,INC,Thu nhập bình quân,nghìn RUB/người/tháng,up,141.0,148.0,154.5,156.0,157.2
GPV,GAS,Khai thác khí,triệu m3,up,498.0,512.0,421.0,521.0,519.3
GPV,COND,Khai thác condensate,nghìn tấn,up,36.5,38.0,32.4,39.6,39.4
GPV,DRL,Giếng khoan hoàn thành,giếng,up,1,2,1,2,2
GPV,REV,Doanh thu,triệu USD,up,68.0,74.0,96.5,116.0,117.2
GPV,PROF,Lợi nhuận sau thuế,triệu USD,up,-6.8,-4.5,5.2,7.4,7.6
GPV,DIV,Lợi nhuận chuyển về phía Việt Nam,triệu USD,up,0.0,0.0,0.0,1.5,1.5
GPV,CAPEX,Giải ngân vốn đầu tư,triệu USD,up,22.5,28.0,19.0,26.4,26.1
GPV,COST,Giá thành khai thác,USD/nghìn m3,down,39.4,38.0,36.5,36.2,36.0
GPV,LTIF,Tần suất tai nạn mất ngày công,vụ/1 triệu giờ công,down,0.00,0.30,0.00,0.00,0.00
GPV,INIT,Sáng kiến được công nhận,sáng kiến,up,5,6,6,8,8
GPV,INC,Thu nhập bình quân,nghìn RUB/người/tháng,up,127.0,132.0,136.9,138.0,138.4
"""
DATA = list(csv.DictReader(io.StringIO(FIGURES)))


def rows_of(org_unit):
    """What a unit is asked for, as its form would ask."""
    return tuple(_row(line) for line in DATA if line["org_unit"] == org_unit)


def _row(line):
    indicator, _, breakdown = line["code"].partition("/")
    assigned = line["plan"] not in ("", "not assigned")
    return FormRow(
        indicator,
        breakdown or None,
        Text(line["name"]),
        line["measure"],
        len(line["last_year"].partition(".")[2]) or 1,
        Direction(line["direction"]),
        last_year=Amount.parse(line["last_year"]) if line["last_year"] else None,
        plan=Amount.parse(line["plan"]) if assigned else None,
        plan_state=None if assigned else Absence.NOT_ASSIGNED,
        may_be_negative=indicator == "PROF",
        accumulates=indicator not in {"APG", "COST", "LTIF", "INC"},
    )


def form_of(org_unit, stage=FormStage.ESTIMATE):
    part = FormPart("1", Text("Biểu 1"), rows_of(org_unit))
    return ReportForm(org_unit, Text(org_unit), Period.parse("2022"), stage, "council", "v1", None, (part,))


def asked(org_unit):
    return Asked(org_unit, 2022, rows_of(org_unit), {})


def told(org_unit, *columns):
    """What the unit says, by code: the values of the columns in our measure, as text; what it left open is absent."""
    lines = [line for line in DATA if line["org_unit"] == org_unit]
    return {
        (line["code"], column): Decimal(line[column])
        for line in lines
        for column in columns
        if line[column] and line[column][0] != "n" and ".." not in line[column]
    }


def _of(org_unit, code, column, measure=None):
    """One figure, in the measure the unit counts in."""
    line = next(line for line in DATA if line["org_unit"] == org_unit and line["code"] == code)
    text = line[column]
    if not text or text.startswith("n") or ".." in text:
        return text.replace("..", " - ").replace(".", ",") if ".." in text else None
    return converted(Decimal(text), measure_of(line["measure"]), measure_of(measure or line["measure"]))


@dataclass(frozen=True)
class Sheet:
    name: str
    rows: list
    merged: tuple = ()


def book(sheets, file="unit.xlsx"):
    return Book(file, "0" * 64, tuple(Grid(s.name, tuple(map(tuple, s.rows)), merged=tuple(s.merged)) for s in sheets))


def xlsx(sheets):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        look = made.add_format({"bold": True, "text_wrap": True, "align": "center", "border": 1})
        for sheet in sheets:
            page = made.add_worksheet(sheet.name)
            for top, left, bottom, right in sheet.merged:
                page.merge_range(top, left, bottom, right, "", look)
            for at, row in enumerate(sheet.rows):
                for column, value in enumerate(row):
                    if isinstance(value, Decimal):
                        page.write_number(at, column, float(value))
                    elif value is not None:
                        page.write_string(at, column, value)
    return out.getvalue()


def vietsovpetro():
    """Two-line merged head, roman sections, oil in tonnes, parts under “trong đó”, quotients, notes, a staff sheet."""

    def line(number, label, code, shown):
        measure = shown if shown == "tấn" else None
        return [number, label, shown, *(
            _of("VSP", code, column, measure) for column in ("last_year", "to_date", "plan", "estimate")
        ), Decimal("107.1"), Decimal("98.5"), None]  # fmt: skip

    rows = [
        ["LIÊN DOANH VIỆT – NGA VIETSOVPETRO"],
        ["BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH SẢN XUẤT KINH DOANH NĂM 2022"],
        ["(kèm theo công văn số … ngày 18/11/2022)"],
        [],
        ["TT", "Chỉ tiêu", "ĐVT", "Thực hiện", None, "KH 2022", "Ước TH 2022", "So sánh (%)", None, "Ghi chú"],
        [None, None, None, "2021", "10T/2022", None, None, "Ước TH/KH", "So với 2021", None],
        ["A", "B", "C", Decimal(1), Decimal(2), Decimal(3), Decimal(4), "5=4/3", "6=4/1", Decimal(7)],
        ["I", "SẢN LƯỢNG", None],
        line("1", "Khai thác dầu và condensate", "OIL", "tấn"),
        [None, "Trong đó:", None],
        line("-", "- Lô 09-1", "OIL/09-1", "tấn"),
        line("-", "- Lô 09-3/12 (phần của Vietsovpetro)", "OIL/09-3-12", "tấn"),
        line("2", "Khí đưa về bờ", "GAS", "Triệu m³"),
        line("3", "Gia tăng trữ lượng thu hồi", "RES", "1000 tấn"),
        ["II", "TÀI CHÍNH", None],
        line("1", "Doanh thu bán dầu, khí", "REV", "Tr.USD"),
        line("2", "Lợi nhuận sau thuế", "PROF", "Tr.USD"),
        line("3", "Nộp NSNN", "BUD", "Tr.USD"),
        line("4", "Giải ngân đầu tư XDCB", "CAPEX", "Tr.USD"),
        line("5", "Giá thành khai thác", "COST", "USD/thùng"),
        ["III", "AN TOÀN, LAO ĐỘNG", None],
        line("1", "Tần suất tai nạn mất ngày công", "LTIF", "vụ/1 triệu giờ công"),
        line("2", "Số sáng kiến được công nhận", "INIT", "sáng kiến"),
        line("3", "TNBQ lao động Việt Nam", "INC", "tr.đ/người/tháng"),
        [],
        [None, "Ghi chú: số liệu chưa kiểm toán; tính đến ngày 31/10/2022."],
        [None, "NGƯỜI LẬP BIỂU", None, None, None, "TỔNG GIÁM ĐỐC"],
    ]
    merged = (
        *((row, 0, row, 9) for row in range(3)),
        *((4, column, 5, column) for column in (0, 1, 2, 5, 6, 9)),
        (4, 3, 4, 4),
        (4, 7, 4, 8),
    )
    staff = [
        ["TÌNH HÌNH LAO ĐỘNG"],
        ["STT", "Đơn vị", "Số lao động", "Trong đó nữ"],
        ["1", "Xí nghiệp Khai thác", Decimal(1820), Decimal(140)],
        ["2", "Xí nghiệp Xây lắp", Decimal(911), Decimal(77)],
    ]
    return [Sheet("PL 01", rows, merged), Sheet("Lao động", staff)]


def pvep():
    """Begins at column C, an empty column between, plan before last year, measures in the labels, money in millions."""

    def line(number, label, code, measure=None):
        return [None, None, number, label, None, *(
            _of("PVEP", code, column, measure) for column in ("plan", "last_year", "to_date", "estimate")
        ), "giữ nguyên"]  # fmt: skip

    rows = [
        [],
        [None, None, "TỔNG CÔNG TY THĂM DÒ KHAI THÁC DẦU KHÍ"],
        [],
        [None, None, "STT", "Nội dung", None, "Kế hoạch được giao", "Thực hiện năm trước", "10 tháng",
         "Ước TH cả năm", "Giải trình"],
        line("1", "SL khai thác quy dầu (triệu tấn quy dầu)", "OE"),
        line("2", "Khí bán (tr.m3)", "GAS"),
        line("3", "Gia tăng TL thu hồi (triệu tấn quy dầu)", "RES"),
        line("4", "DT (triệu đồng)", "REV", "triệu đồng"),
        line("5", "LNST (triệu đồng)", "PROF", "triệu đồng"),
        line("6", "Nộp NSNN (tỷ đồng)", "BUD"),
        line("7", "Giải ngân VĐT (triệu USD)", "CAPEX"),
        line("8", "Giá thành (USD/thùng)", "COST"),
        line("9", "Tần suất TNLĐ mất ngày công (vụ/1 triệu giờ công)", "LTIF"),
        line("10", "Sáng kiến được công nhận (sáng kiến)", "INIT"),
        line("11", "TNBQ (triệu đồng/người/tháng)", "INC"),
        [None, None, "12", "Số giếng thăm dò (giếng)", None, Decimal(3), Decimal(2), Decimal(2), Decimal(3), None],
    ]  # fmt: skip
    return [Sheet("Sheet1", rows, ((1, 2, 1, 9),))]


def rusvietpetro():
    """Two sheets, two levels of indent, wide heads that nobody merged, a total above, “Đơn vị” for the measure."""

    def line(label, code):
        return [None, None, label, _measure(code), *(
            _of("RVP", code, column) for column in ("last_year", "plan", "to_date", "estimate")
        )]  # fmt: skip

    def _measure(code):
        return next(line["measure"] for line in DATA if line["org_unit"] == "RVP" and line["code"] == code)

    heads = [
        [None, "Danh mục", None, "Đơn vị", "Năm 2021", "Năm 2022", None, None],
        [None, None, None, None, "TH", "KH", "10 tháng", "Ước cả năm"],
    ]
    business = [
        ["Công ty Liên doanh Rusvietpetro"],
        *heads,
        [None, "1. Sản xuất"],
        line("Khai thác dầu (100% dự án)", "OIL"),
        line("Tỷ lệ sử dụng khí đồng hành", "APG"),
        line("Giếng khoan khai thác hoàn thành", "DRL"),
        [None, "2. Tài chính"],
        line("Tổng doanh thu", "REV"),
        line("Lợi nhuận sau thuế", "PROF"),
        line("LN chuyển về phía Việt Nam", "DIV"),
        line("Giải ngân vốn đầu tư", "CAPEX"),
        line("Giá thành khai thác", "COST"),
    ]
    people = [
        ["An toàn – Lao động"],
        [],
        *heads,
        line("Tần suất tai nạn mất ngày công", "LTIF"),
        line("Sáng kiến được công nhận", "INIT"),
        line("Thu nhập bình quân", "INC"),
    ]
    return [
        Sheet("SXKD", business, ((1, 1, 2, 2), (1, 3, 2, 3))),
        Sheet("AT-LD", people, ((2, 1, 3, 2), (2, 3, 3, 3))),
    ]


def gazpromviet():
    """Months as columns, the sum of ten of them, no marks on the labels, money in thousands of dollars, a subtotal."""

    def line(label, code, measure=None):
        shown = measure or next(line["measure"] for line in DATA if line["org_unit"] == "GPV" and line["code"] == code)
        months = [Decimal(number) for number in range(1, 11)]
        return [
            label, shown, _of("GPV", code, "plan", measure), *months, _of("GPV", code, "to_date", measure),
            Decimal(11), Decimal(12), _of("GPV", code, "estimate", measure), _of("GPV", code, "last_year", measure),
        ]  # fmt: skip

    rows = [
        ["BAO CAO THANG 10 VA UOC CA NAM 2022"],
        [None, None, None, "Thực hiện các tháng"],
        ["Chi tieu", "DVT", "KH nam", *(f"T{month}" for month in range(1, 11)), "Luy ke 10 thang", "Uoc T11", "Uoc T12",
         "Uoc ca nam", "TH nam 2021"],
        line("Khai thac khi", "GAS"),
        line("Khai thac condensate", "COND"),
        ["Cong san luong quy doi", "nghin tan", *[Decimal(7)] * 15],
        line("Gieng khoan hoan thanh", "DRL"),
        line("Doanh thu", "REV", "nghìn USD"),
        line("Loi nhuan sau thue", "PROF", "nghìn USD"),
        line("Loi nhuan chuyen ve phia Viet Nam", "DIV", "nghìn USD"),
        line("Giai ngan von dau tu", "CAPEX", "nghìn USD"),
        line("Gia thanh", "COST"),
        line("Tan suat tai nan mat ngay cong", "LTIF"),
        line("Sang kien duoc cong nhan", "INIT"),
        line("Thu nhap binh quan", "INC"),
    ]  # fmt: skip
    return [Sheet("Bao cao", rows, ((1, 3, 1, 12),))]


LAYOUTS = {"VSP": vietsovpetro, "PVEP": pvep, "RVP": rusvietpetro, "GPV": gazpromviet}
