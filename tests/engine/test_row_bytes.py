import pyarrow as pa

from tongket.engine.row_bytes import RowBytes

ROW = RowBytes(("series", "unit", "value"), (2, 4, 8))


def answered(rows, content):
    return pa.table({"count": pa.array([rows], pa.int64()), "joined": pa.array([content], pa.binary())})


def test_bytes_are_read_back_as_the_columns_of_whole_numbers_they_were():
    rows = [(1, 2, 3), (-1, -(2**31), 2**63 - 1), (2**15 - 1, 7, -(2**63))]
    content = b"".join(
        number.to_bytes(width, "big", signed=True)
        for row in rows
        for number, width in zip(row, ROW.widths, strict=True)
    )
    table = ROW.table(answered(3, content))
    assert table.schema == pa.schema([("series", pa.int16()), ("unit", pa.int32()), ("value", pa.int64())])
    assert [tuple(row.values()) for row in table.to_pylist()] == rows


def test_bytes_of_fewer_rows_than_there_are_are_not_taken():
    assert ROW.table(answered(2, bytes(14))) is None
    assert ROW.table(answered(1, None)) is None


def test_no_rows_are_no_gap():
    assert ROW.table(answered(0, None)).num_rows == 0


def test_only_columns_known_to_be_whole_numbers_are_laid_out():
    widths = {"unit": 4, "value": 8}
    assert RowBytes.of(["value", "unit"], widths) == RowBytes(("value", "unit"), (8, 4))
    assert RowBytes.of(["value", "note"], widths) is None
    assert RowBytes.of([], widths) is None
