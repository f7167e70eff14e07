"""A superior's template: sections for two org units, formulas, a note, formats, a picture of nothing of ours."""

import io

import xlsxwriter

SHEET = "Biểu 02"


def template(plan_of_gas=None):
    """The file; `plan_of_gas` is a value that somebody has typed into it already."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet(SHEET)
        head = book.add_format({"bold": True, "border": 1, "bg_color": "#DDEBF7"})
        number = book.add_format({"border": 1, "num_format": "#,##0.0"})
        page.merge_range("A1:H1", "BIỂU 02/TĐKT", head)
        heads = ["TT", "Chỉ tiêu", "ĐVT", "KH 2022", "Ước TH 2022", "% Ước/KH", "Ghi chú", "Người theo dõi"]
        page.write_row(1, 0, heads, head)
        sections = [
            ("I. Vietsovpetro", [("Khai thác dầu và condensate", "tấn"), ("Khí đưa về bờ", "triệu m3")]),
            ("II. PVEP", [("Khí bán", "triệu m3"), ("Số vụ cháy nổ", "vụ")]),
        ]
        row = 2
        for section, lines in sections:
            page.write_string(row, 1, section, head)
            for at, (label, measure) in enumerate(lines, start=row + 1):
                page.write_string(at, 1, label)
                page.write_string(at, 2, measure)
                page.write_blank(at, 3, None, number)
                page.write_blank(at, 4, None, number)
                page.write_formula(at, 5, f"=E{at + 1}/D{at + 1}*100", number)
                page.write_string(at, 7, "Ông A")
            row += len(lines) + 1
        page.write_formula("E7", "=E5+1", number)  # the superior calculates it himself
        if plan_of_gas is not None:
            page.write_number("D5", plan_of_gas, number)
        page.write_comment("D2", "Theo quyết định giao")
        book.add_worksheet("Hướng dẫn").write("A1", "Không sửa trang này")
    return out.getvalue()
