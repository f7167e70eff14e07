"""Spoils workbooks in every way a file is spoilt: on the way, by another program, by hand, and on purpose.

A case is a number; the same number always makes the same bytes.
"""

import datetime as dt
import io
import random
import re
import zipfile
from functools import cache

import openpyxl
import xlsxwriter
from openpyxl.comments import Comment

from tongket.files.zips import settled

DAY = dt.date(2022, 11, 30)
SHEET = "xl/worksheets/sheet1.xml"
FORMULA = '<c r="C3"><f>1/0</f></c>'
EVIL = (
    "\x00", "\ufffe", "&#0;", "&#88;", "&amp;", "&lt;", "]]>", "<![CDATA[x]]>", "<!DOCTYPE a>", "<!ENTITY x 'y'>",
    "&x;", "%s", "9" * 400, "-0", "1e999", "NaN", "INF", "1,5", "１２", "٣", "é", "e\u0301", "\u202e",
    "\U0001f600", "=1+1", "A" * 40_000,
)  # fmt: skip

FAR = ("XFD1048576", "A1048576", "XFD1", "ZZ9999", "AAA100000", "XFE1", "A1048577", "A99999999999", "&#88;FD9")
VALUES = ("", "0", "-1", "4294967296", "XFD1048576", "A0", "A1:XFD1048576", "rId999", "s", "e", "n", "d")


@cache
def sources():
    """Workbooks as they come: plain, rich, from another library, with much beside values."""
    return tuple(settled(make(), DAY) for make in (_plain, _rich, _by_openpyxl, _large))


def spoilt(case):
    """The bytes of a case, and what was done to them."""
    dice = random.Random(case)
    content = dice.choice(sources())
    how = dice.choice(WAYS)
    for _ in range(dice.choice((1, 1, 1, 2, 5))):
        content = how(content, dice) if content else content
    return content, how.__name__


def _plain():
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Bieu1")
        for row in range(30):
            sheet.write_row(row, 0, [row, f"OIL/{row}", "Khai thác dầu", 2999.4 + row, "2.999,4", None, True])
    return kept.getvalue()


def _rich():
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        sheet, hidden = book.add_worksheet("Biểu 1"), book.add_worksheet("_meta")
        hidden.very_hidden()
        hidden.write_row(0, 0, ["schema", "tongket-form/1"])
        day = book.add_format({"num_format": "dd/mm/yyyy", "font_name": ".VnTime"})
        sheet.merge_range("A1:D1", "BÁO CÁO")
        sheet.write_formula("C3", "=SUM(A1:A9)", None, 5)
        sheet.write_formula("C4", "=1/0", None, "#DIV/0!")
        sheet.write_datetime("D5", __import__("datetime").datetime(2022, 11, 30), day)
        sheet.write_rich_string("E6", book.add_format({"bold": True}), "trong đó", ": Lô 09-1")
        sheet.set_row(7, None, None, {"hidden": True})
        sheet.set_column("F:H", 10, None, {"hidden": True})
        sheet.write_comment("A9", "ghi chú")
        sheet.data_validation("B2:B9", {"validate": "list", "source": ["a", "b"]})
        sheet.conditional_format("B2:B9", {"type": "no_blanks", "format": day})
        sheet.write_column(9, 0, range(40))
    return kept.getvalue()


def _by_openpyxl():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["B2"], sheet["B3"], sheet["C3"] = "Sản lượng", 12.5, "=B3*2"
    sheet["B2"].comment = Comment("x", "y")
    book.create_sheet("Trang 2")["ZZ100"] = 1
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _large():
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True, "constant_memory": False}) as book:
        sheet = book.add_worksheet()
        for row in range(300):
            sheet.write_row(row, 0, [f"CT-{row}", *range(13)])
    return kept.getvalue()


# On the way


def bits_flipped(content, dice):
    made = bytearray(content)
    for _ in range(dice.randint(1, 20)):
        made[dice.randrange(len(made))] ^= 1 << dice.randrange(8)
    return bytes(made)


def cut_short(content, dice):
    return content[: dice.randrange(len(content))]


def middle_lost(content, dice):
    at = dice.randrange(len(content))
    return content[:at] + content[at + dice.randint(1, 4000) :]


def rubbish_between(content, dice):
    at = dice.randrange(len(content))
    return content[:at] + dice.randbytes(dice.randint(1, 4000)) + content[at:]


def two_in_one(content, dice):
    return dice.choice(sources()) + content


# In the package


def _rebuilt(content, change):
    """The archive with its parts changed by `change(parts)`; None stays what cannot be opened any more."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    except Exception:  # noqa: BLE001 - spoilt already: it stays as it is
        return content
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in change(parts):
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def part_lost(content, dice):
    return _rebuilt(
        content, lambda parts: [one for one in parts if one is not dice.choice(parts)] if len(parts) > 1 else parts
    )


def part_twice(content, dice):
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _rebuilt(content, lambda parts: [*parts, dice.choice(parts)])


def part_renamed(content, dice):
    def change(parts):
        at = dice.randrange(len(parts))
        name, text = parts[at]
        other = dice.choice(
            (name.upper(), "../" + name, "/" + name, name.replace("/", "\\"), name + ".bak", "xl/a" * 900)
        )
        return [*parts[:at], (other, text), *parts[at + 1 :]]

    return _rebuilt(content, change)


def parts_swapped(content, dice):
    def change(parts):
        one, other = dice.choice(parts), dice.choice(parts)
        swap = {one[0]: other[1], other[0]: one[1]}
        return [(name, swap.get(name, text)) for name, text in parts]

    return _rebuilt(content, change)


def bomb_inside(content, dice):
    size = dice.choice((1, 20, 60)) * 1024**2
    name = dice.choice(("xl/sharedStrings.xml", "xl/styles.xml", SHEET, "xl/media/a.xml"))
    return _rebuilt(
        content, lambda parts: [*((n, t) for n, t in parts if n != name), (name, b"<a>" + b" " * size + b"</a>")]
    )


# In the XML


def _in_part(content, dice, change):
    def all_parts(parts):
        texts = [at for at, (name, _) in enumerate(parts) if name.endswith((".xml", ".rels"))]
        wanted = [at for at in texts if parts[at][0].startswith("xl/")] or texts
        if not wanted:
            return parts
        at = dice.choice(wanted)
        text = parts[at][1].decode("utf-8", "surrogateescape")
        made = change(text).encode("utf-8", "surrogatepass" if "\ufffe" not in text else "replace")
        return [*parts[:at], (parts[at][0], made), *parts[at + 1 :]]

    return _rebuilt(content, all_parts)


def xml_cut(content, dice):
    return _in_part(content, dice, lambda text: text[: dice.randrange(len(text) + 1)])


def text_replaced(content, dice):
    def change(text):
        found = list(re.finditer(r">[^<]+<", text))
        if not found:
            return text
        at = dice.choice(found)
        return f"{text[: at.start() + 1]}{dice.choice(EVIL)}{text[at.end() - 1 :]}"

    return _in_part(content, dice, change)


def attribute_replaced(content, dice):
    def change(text):
        found = list(re.finditer(r'="[^"]*"', text))
        if not found:
            return text
        at = dice.choice(found)
        value = dice.choice(
            (*EVIL, "", "0", "-1", "4294967296", "XFD1048576", "A0", "A1:XFD1048576", "rId999", "s", "e", "n", "d")
        )
        return f'{text[: at.start()]}="{value}"{text[at.end() :]}'

    return _in_part(content, dice, change)


def tag_changed(content, dice):
    def change(text):
        found = list(re.finditer(r"</?[A-Za-z:]+", text))
        if not found:
            return text
        at = dice.choice(found)
        name = dice.choice(("<x:c", "<c", "</c", "<row", "<v", "</sheetData", "<f", "<is", "<t", "<!--", "<?a", "<"))
        return text[: at.start()] + name + text[at.end() :]

    return _in_part(content, dice, change)


def quoted_otherwise(content, dice):
    return _in_part(content, dice, lambda text: re.sub(r'="([^"\']*)"', r"='\1'", text, count=dice.randint(1, 500)))


def prefixed(content, dice):
    def change(text):
        text = re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", text)
        return text.replace('xmlns="http', 'xmlns:x="http', 1)

    return _in_part(content, dice, change)


# In the sheet


def _in_sheet(content, change):
    return _rebuilt(
        content,
        lambda parts: [(n, change(t.decode("utf-8", "replace")).encode() if n == SHEET else t) for n, t in parts],
    )


def cell_far_away(content, dice):
    far = dice.choice(
        ("XFD1048576", "A1048576", "XFD1", "ZZ9999", "AAA100000", "XFE1", "A1048577", "A99999999999", "&#88;FD9")
    )
    quote = dice.choice("\"'")
    cell = f"<row r={quote}{dice.randint(1, 2_000_000)}{quote}><c r={quote}{far}{quote}><v>1</v></c></row>"
    return _in_sheet(content, lambda text: text.replace("</sheetData>", cell + "</sheetData>"))


def many_empty_rows(content, dice):
    rows = "".join(f'<row r="{at}"/>' for at in range(1_000, 1_000 + dice.randint(1, 20_000)))
    return _in_sheet(content, lambda text: text.replace("</sheetData>", rows + "</sheetData>"))


def vast_dimension(content, dice):
    stated = dice.choice(("A1:XFD1048576", "XFD1048576:A1", "", "A", "A1:", "?"))
    return _in_sheet(content, lambda text: re.sub(r'<dimension ref="[^"]*"', f'<dimension ref="{stated}"', text))


def vast_merge(content, dice):
    area = dice.choice(("A1:XFD1048576", "A1:A1048576", "B2:A1", "A1", "?:?"))
    merged = f'<mergeCells count="1"><mergeCell ref="{area}"/></mergeCells>'
    return _in_sheet(content, lambda text: text.replace("</sheetData>", "</sheetData>" + merged))


def shared_text_missing(content, dice):
    return _in_sheet(
        content, lambda text: re.sub(r't="s"><v>\d+', f't="s"><v>{dice.choice((-1, 10**6, 10**30))}', text, count=1)
    )


def no_addresses(content, dice):
    return _in_sheet(content, lambda text: re.sub(r'(<c|<row) r="[^"]*"', r"\1", text))


def rows_out_of_order(content, dice):
    def change(text):
        rows = re.findall(r"<row .*?</row>", text, re.DOTALL)
        dice.shuffle(rows)
        return re.sub(
            r"<sheetData>.*</sheetData>", lambda _: f"<sheetData>{''.join(rows)}</sheetData>", text, flags=re.DOTALL
        )

    return _in_sheet(content, change)


def formulas_uncalculated(content, dice):
    return _in_sheet(content, lambda text: text.replace("</row>", FORMULA + "</row>", 1))


def unspoilt(content, dice):
    return content


WAYS = (
    bits_flipped, cut_short, middle_lost, rubbish_between, two_in_one,
    part_lost, part_twice, part_renamed, parts_swapped, bomb_inside,
    xml_cut, text_replaced, attribute_replaced, tag_changed, quoted_otherwise, prefixed,
    cell_far_away, many_empty_rows, vast_dimension, vast_merge, shared_text_missing, no_addresses, rows_out_of_order,
    formulas_uncalculated, unspoilt,
)  # fmt: skip
