"""One report and one deck on which every writer is tried: pages as an office would print them, figures invented."""

import subprocess
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tongket.documents import (
    Align,
    Appendix,
    Cell,
    Chart,
    ChartKind,
    Column,
    Deck,
    Header,
    Heading,
    Level,
    Note,
    Paper,
    Point,
    Role,
    Row,
    RowKind,
    Run,
    Series,
    Signature,
    Slide,
    Table,
    Title,
    cells,
    prose,
)

# name, measure, actual 2021, plan 2022, ten months, estimate 2022, % of plan, % of 2021
INDICATORS = """
I. Thăm dò, khai thác
Khai thác dầu và condensate|nghìn tấn|3.165,0|2.912,0|2.622,2|3.119,0|107,1|98,5
.Lô 09-1|nghìn tấn|3.021,5|2.794,0|2.521,0|2.998,0|107,3|99,2
.Lô 09-3/12 (phần của Vietsovpetro)|nghìn tấn|143,5|118,0|101,2|121,0|102,5|84,3
Khí đưa về bờ|triệu m3|1.020,0|880,0|812,0|968,0|110,0|94,9
Gia tăng trữ lượng thu hồi|nghìn tấn|2.350,0|2.800,0|–|3.500,0|125,0|148,9
Mét khoan|nghìn m|41,2|45,0|38,9|46,3|102,9|112,4
II. Tài chính
Doanh thu bán dầu, khí|triệu USD|1.700,0|1.372,0|2.018,0|2.341,0|170,6|137,7
Lợi nhuận sau thuế (hai phía)|triệu USD|282,5|168,0|251,0|296,0|176,2|104,8
.Phía Việt Nam|triệu USD|144,1|85,7|128,0|151,0|176,2|104,8
.Phía Nga|triệu USD|138,4|82,3|123,0|145,0|176,2|104,8
Nộp ngân sách nhà nước|triệu USD|922,0|640,0|1.105,0|1.268,0|198,1|137,5
Giải ngân vốn đầu tư|triệu USD|358,0|412,0|276,0|371,0|90,0|103,6
III. An toàn, lao động, sáng kiến
Tần suất tai nạn mất ngày công|vụ/1 triệu giờ|0,00|0,20|0,00|0,00|không tính|không tính
Sáng kiến được công nhận|sáng kiến|84|80|86|97|121,3|115,5
Thu nhập bình quân|triệu đồng/tháng|40,2|41,0|42,9|43,6|106,3|108,5
Nhà ở, an sinh cho người lao động|tỷ đồng|18,4|20,0|15,1|21,2|106,0|115,2
""".strip().splitlines()

MONTHS_2021 = ["271", "252", "268", "262", "266", "257", "265", "263", "254", "266", "262", "279"]
MONTHS_2022 = ["264", "243", "270", "259", "268", "261", "263", "266", "255", "273", "–", "–"]


def address(code, kind):
    return f"VSP/{code}@2022:{kind}"


def point(text, where=None):
    number = text.replace(".", "").replace(",", ".").rstrip("%")
    drawn = number.lstrip("-").replace(".", "").isdigit()
    return Point(Decimal(number) if drawn else None, text, where)


def series(name, role, *texts):
    return Series(name, tuple(point(text) for text in texts), role)


def results_table():
    columns = (
        Column("TT", width=5, align=Align.CENTRE, formula="A"),
        Column("Chỉ tiêu", width=31, align=Align.LEFT, formula="B"),
        Column("ĐVT", width=14, align=Align.CENTRE, formula="C"),
        Column("Thực hiện 2021", width=12, formula="1"),
        Column("Kế hoạch", width=12, group="Năm 2022", formula="2"),
        Column("10 tháng", width=12, group="Năm 2022", formula="3"),
        Column("Ước cả năm", width=12, group="Năm 2022", formula="4"),
        Column("KH 2022", width=11, group="Ước 2022 so với (%)", formula="5=4/2"),
        Column("TH 2021", width=11, group="Ước 2022 so với (%)", formula="6=4/1"),
    )
    rows, number = [], 0
    for line in INDICATORS:
        name, *rest = line.split("|")
        if not rest:
            rows.append(Row(cells(name), RowKind.SECTION))
        elif name.startswith("."):
            rows.append(Row(cells("", name[1:], *rest), RowKind.INDENTED))
        else:
            number += 1
            measure, last_year, plan, to_date, estimate, *percents = rest
            figure = Cell(estimate, address(f"I{number}", "estimate"))
            shown = (Cell(str(number)), *cells(name, measure, last_year, plan, to_date), figure, *cells(*percents))
            rows.append(Row(shown))
    return Table(
        columns,
        tuple(rows),
        caption="Bảng 1. Kết quả thực hiện các chỉ tiêu chủ yếu năm 2022",
        note="Ghi chú: dấu “–” là chưa đến kỳ báo cáo; tỷ lệ tính trên kế hoạch do Hội đồng giao lần đầu.",
    )


def bars_chart():
    return Chart(
        ChartKind.BARS,
        "Biểu đồ 1. Sản lượng dầu theo lô: thực hiện 2021, kế hoạch và ước thực hiện 2022",
        ("Lô 09-1", "Lô 09-3/12 (phần của Vietsovpetro)", "Toàn Liên doanh"),
        (
            series("Thực hiện 2021", Role.LAST_YEAR, "3.021,5", "143,5", "3.165,0"),
            series("Kế hoạch 2022", Role.PLAN, "2.794,0", "118,0", "2.912,0"),
            series("Ước thực hiện 2022", Role.ACTUAL, "2.998,0", "121,0", "3.119,0"),
        ),
        alt="Cột ngang: ước thực hiện 2022 của cả hai lô đều vượt kế hoạch; toàn Liên doanh 3.119,0 nghìn tấn.",
        measure="nghìn tấn",
        show_table=False,
    )


def percent_chart():
    names = ("Khai thác dầu", "Khí đưa về bờ", "Gia tăng trữ lượng", "Doanh thu", "Nộp ngân sách", "Giải ngân đầu tư")
    return Chart(
        ChartKind.PERCENT,
        "Biểu đồ 2. Tỷ lệ ước thực hiện so với kế hoạch năm 2022",
        (*names, "Dự án phát triển mỏ mới cùng đường ống nội mỏ"),
        (series("Tỷ lệ", Role.ACTUAL, "107,1%", "110,0%", "125,0%", "170,6%", "198,1%", "90,0%", "chưa đến hạn"),),
        alt="Cột ngang: sáu chỉ tiêu so với vạch 100%; chỉ giải ngân đầu tư, 90,0%, ở dưới vạch.",
        measure="% kế hoạch",
        reference=Point(Decimal(100), "100%"),
        show_table=False,
    )


def lines_chart():
    return Chart(
        ChartKind.LINES,
        "Biểu đồ 3. Sản lượng dầu hằng tháng, năm 2022 so với năm 2021",
        tuple(f"T{month}" for month in range(1, 13)),
        (series("Năm 2021", Role.LAST_YEAR, *MONTHS_2021), series("Năm 2022", Role.ACTUAL, *MONTHS_2022)),
        alt="Đường: mười tháng năm 2022 dao động từ 243 đến 273 nghìn tấn, gần bằng cùng kỳ năm 2021.",
        measure="nghìn tấn",
        category_head="Tháng",
    )


def cluster_appendix():
    heads = [Column("TT", width=4, align=Align.CENTRE), Column("Chỉ tiêu", width=22, align=Align.LEFT)]
    heads.append(Column("ĐVT", width=10, align=Align.CENTRE))
    for name in ("Vietsovpetro", "PVEP", "Rusvietpetro", "Gazpromviet"):
        heads += [Column(head, width=9, group=name) for head in ("Kế hoạch", "Ước TH", "%")]
    rows = [Row(cells("I. Khai thác"), RowKind.SECTION)]
    names = ("Khai thác dầu", "Khai thác khí", "Gia tăng trữ lượng", "Doanh thu", "Lợi nhuận sau thuế", "Nộp ngân sách")
    for number, name in enumerate(names, start=1):
        figures = ("2.912,0", "3.119,0", "107,1", "3.180,0", "3.740,0", "117,6", "2.880,0", "2.930,0", "101,7")
        rows.append(Row(cells(str(number), name, "nghìn tấn", *figures, "512,0", "521,0", "101,8")))
    total = ("9.484,0", "10.310,0", "108,7", *["–"] * 9)
    rows.append(Row(cells("", "Cộng toàn Cụm", "nghìn tấn", *total), RowKind.SUBTOTAL))
    table = Table(tuple(heads), tuple(rows), measure="Đơn vị tính: ghi ở cột ĐVT")
    return Appendix(
        "Phụ lục I",
        "Tổng hợp chỉ tiêu của các đơn vị thành viên Cụm thi đua số 1",
        (table, Note("Nguồn: báo cáo của các đơn vị; số liệu minh họa.")),
        attached_to="(Kèm theo Báo cáo số          /BC-… ngày     tháng 11 năm 2022)",
        landscape=True,
    )


def addresses_appendix():
    columns = (
        Column("TT", width=6, align=Align.CENTRE),
        Column("Địa chỉ", width=44, align=Align.LEFT, small=True),
        Column("Số in trong báo cáo", width=18),
    )
    rows = (
        Row((Cell(str(at)), Cell(address(f"I{at}", "estimate")), Cell(text, address(f"I{at}", "estimate"))))
        for at, text in enumerate(("3.119,0", "968,0", "3.500,0", "46,3"), start=1)
    )
    return Appendix("Phụ lục II", "Địa chỉ của các số liệu", (Table(columns, tuple(rows)),))


BODY = (
    "Năm 2022, trong điều kiện giá dầu biến động mạnh và nhiều công trình biển đã khai thác lâu năm, tập thể người lao "
    "động Liên doanh đã hoàn thành và vượt các chỉ tiêu chủ yếu được Hội đồng giao; sản xuất an toàn, thu nhập ổn định."
)


def sample_report():
    oil = Run("3.119,0", bold=True, address=address("I1", "estimate"))
    return Paper(
        language="vi",
        dated=date(2022, 11, 22),
        header=Header(
            issuer="Liên doanh Việt - Nga Vietsovpetro",
            superior="Tập đoàn Dầu khí Việt Nam",
            number_line="Số:          /BC-VSP",
            place_and_date="Vũng Tàu, ngày     tháng 11 năm 2022",
        ),
        title=Title(
            "Báo cáo", "Tổng kết thực hiện kế hoạch sản xuất kinh doanh năm 2022 và phương hướng, nhiệm vụ năm 2023"
        ),
        addressees=("Tập đoàn Dầu khí Việt Nam", "Cụm thi đua số 1"),
        bases=(
            "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
            "Căn cứ Nghị quyết kỳ họp thứ 54 của Hội đồng Liên doanh về giao chỉ tiêu kế hoạch năm 2022",
        ),
        cut_off="Số liệu tính đến ngày 31/10/2022; cả năm là số ước thực hiện",
        stamp="Số liệu minh họa",
        blocks=(
            Heading("I. Kết quả thực hiện chỉ tiêu kế hoạch"),
            Heading("1. Đánh giá chung", Level.CLAUSE),
            prose(BODY),
            prose(
                "Ước cả năm khai thác ", oil, " nghìn tấn dầu và condensate, đạt 107,1% kế hoạch, bằng 98,5% năm 2021."
            ),
            results_table(),
            Heading("2. So sánh với kế hoạch và năm trước", Level.CLAUSE),
            prose(
                "Sản lượng của từng lô và tỷ lệ thực hiện của các chỉ tiêu chính được thể hiện ở các biểu đồ dưới đây."
            ),
            bars_chart(),
            percent_chart(),
            Heading("a) Sản lượng theo tháng", Level.POINT),
            prose("Sản lượng hằng tháng bám sát cùng kỳ năm trước; tháng 10 cao nhất trong năm."),
            lines_chart(),
            Heading("II. Tồn tại, nguyên nhân"),
            prose(
                Run("Giải ngân vốn đầu tư", italic=True),
                " ước đạt 90,0% kế hoạch. Nguyên nhân: hai gói thầu mua sắm chậm.",
            ),
            Heading("III. Phương hướng, nhiệm vụ năm 2023"),
            prose(BODY),
            prose("Liên doanh kính báo cáo Tập đoàn và Cụm thi đua số 1 xem xét, chỉ đạo./."),
        ),
        recipients=("Như trên", "Các đơn vị thành viên Cụm", "Đảng ủy, Công đoàn (để phối hợp)", "Lưu: VT, KH (05)"),
        signatures=(Signature("Tổng giám đốc", "Nguyễn Thị Ánh Tuyết"),),
        appendices=(cluster_appendix(), addresses_appendix()),
    )


def sample_deck():
    narrow = results_table()
    shown = (1, 4, 6, 7, 8)
    table = Table(
        tuple(replace(narrow.columns[at], formula="") for at in shown),
        tuple(Row(tuple(row.cells[at] for at in shown)) for row in narrow.rows if row.kind is RowKind.NORMAL),
    )
    source = "Nguồn: Báo cáo tổng kết năm 2022, bảng 1"
    return Deck(
        language="vi",
        dated=date(2022, 11, 22),
        title="Tổng kết thực hiện kế hoạch năm 2022 và phương hướng năm 2023",
        subtitle="Hội nghị tổng kết Cụm thi đua số 1",
        issuer="Liên doanh Việt - Nga Vietsovpetro",
        place_and_date="Vũng Tàu, tháng 11 năm 2022",
        stamp="Số liệu minh họa",
        slides=(
            Slide(
                "Kết quả chính",
                ("Khai thác 3.119,0 nghìn tấn dầu, đạt 107,1% kế hoạch", "Nộp ngân sách 1.268,0 triệu USD"),
                source,
            ),
            Slide("Kết quả thực hiện các chỉ tiêu", table, source, speech="Nhấn mạnh ba chỉ tiêu vượt trên 150%."),
            Slide("Sản lượng dầu theo lô", bars_chart(), source),
            Slide("Tỷ lệ so với kế hoạch", percent_chart(), source),
            Slide("Sản lượng theo tháng", lines_chart(), source),
        ),
    )


@pytest.fixture
def pages_in_libreoffice(tmp_path):
    """The text of each page that LibreOffice makes of a file."""

    def pages(content, name):
        (tmp_path / name).write_bytes(content)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        to_pdf = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / name]
        subprocess.run(to_pdf, check=True, capture_output=True, timeout=180)
        to_text = ["pdftotext", "-layout", (tmp_path / name).with_suffix(".pdf"), "-"]
        return subprocess.run(to_text, check=True, capture_output=True, text=True).stdout.split("\f")[:-1]

    return pages


@pytest.fixture(scope="session")
def report():
    return sample_report()


@pytest.fixture(scope="session")
def deck():
    return sample_deck()
