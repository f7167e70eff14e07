from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tongket.engine import run, stream
from tongket.engine.connection import connection
from tongket.figures.dialect import Query

NUMBERS = pa.table({"n": list(range(10_000))})
SUM = (
    Query("doubled", "SELECT 2 * n AS n FROM numbers"),
    Query("sum", "SELECT sum(n) AS s, count(*) AS c FROM doubled"),
)


def test_tables_in_memory_and_in_files_are_read_alike(tmp_path):
    pq.write_table(NUMBERS, tmp_path / "it's.parquet")
    answers = [run(SUM, {"numbers": source}).to_pylist() for source in (NUMBERS, tmp_path / "it's.parquet")]
    assert answers[0] == answers[1] == [{"s": 99_990_000, "c": 10_000}]


def test_an_answer_can_be_taken_in_batches():
    with stream((Query("all", "SELECT n FROM numbers"),), {"numbers": NUMBERS}, rows=2_048) as reader:
        sizes = [batch.num_rows for batch in reader]
    assert sum(sizes) == 10_000
    assert max(sizes) <= 2_048


def test_memory_beyond_the_limit_is_taken_from_a_folder_that_is_gone_afterwards():
    with connection({}, memory_limit="60MB", threads=1) as opened:
        folder = opened.sql("SELECT current_setting('temp_directory') AS f").to_arrow_table()["f"][0].as_py()
        opened.execute("CREATE TABLE much AS SELECT range AS n, hash(range) AS h FROM range(8000000)")
        spilt = opened.sql("SELECT sum(size) AS s FROM duckdb_temporary_files()").to_arrow_table()["s"][0].as_py()
        assert spilt > 0
    assert not Path(folder).exists()


def test_a_python_variable_is_never_taken_for_a_table():
    secret = NUMBERS
    assert secret is not None
    with pytest.raises(Exception, match="secret does not exist"):
        run((Query("q", "SELECT * FROM secret"),), {})
