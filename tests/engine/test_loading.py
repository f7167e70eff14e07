import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import adbc_driver_postgresql.dbapi as pg
import pyarrow as pa
import pytest

from tongket.engine import NotLoaded, load, loading, sqlite_files
from tongket.engine.row_bytes import widths_query

SCHEMA = pa.schema([("org_unit", pa.int32()), ("series", pa.int16()), ("value", pa.int64())])
ROWS = [(n, n % 3, n * 10**9 * (-1) ** n) for n in range(1, 5_001)]


def made(path, rows=ROWS, table="facts"):
    with sqlite3.connect(path) as base:
        base.execute("PRAGMA journal_mode = WAL")
        base.execute(f'CREATE TABLE "{table}" (org_unit INTEGER, series INTEGER, value INTEGER, note TEXT)')
        base.executemany(f'INSERT INTO "{table}" VALUES (?, ?, ?, NULL)', rows)
    base.close()
    return path


def rows_of(table):
    return sorted(tuple(row.values()) for row in table.to_pylist())


@pytest.mark.parametrize("readers", [1, 2, 3])
def test_sqlite_gives_every_row_once_in_the_types_asked_for(tmp_path, readers):
    table = load(made(tmp_path / "year.sqlite"), "facts", SCHEMA, readers=readers)
    assert table.schema == SCHEMA
    assert rows_of(table) == ROWS


def test_a_table_with_holes_in_its_row_numbers_is_read_whole(tmp_path):
    path = made(tmp_path / "year.sqlite")
    with sqlite3.connect(path) as base:
        base.execute("DELETE FROM facts WHERE org_unit BETWEEN 100 AND 4900")
    base.close()
    assert rows_of(load(path, "facts", SCHEMA)) == [row for row in ROWS if not 100 <= row[0] <= 4900]


@pytest.mark.parametrize("rows", [[], ROWS[:1]])
def test_a_table_of_no_or_one_row_is_read(tmp_path, rows):
    table = load(made(tmp_path / "year.sqlite", rows), "facts", SCHEMA)
    assert (table.schema, rows_of(table)) == (SCHEMA, rows)


def test_gaps_stay_gaps(tmp_path):
    assert rows_of(load(made(tmp_path / "y.sqlite", [(1, 1, None)]), "facts", SCHEMA)) == [(1, 1, None)]


def test_names_with_quotes_and_spaces_are_read(tmp_path):
    path = made(tmp_path / 'a "year" of 100%.sqlite', ROWS[:3], table="the year's facts")
    assert rows_of(load(path, "the year's facts", SCHEMA)) == ROWS[:3]


def test_a_value_too_large_for_its_type_is_refused(tmp_path):
    with pytest.raises(pa.ArrowInvalid, match="70000"):
        load(made(tmp_path / "y.sqlite", [(1, 70_000, 1)]), "facts", SCHEMA)


def test_a_file_that_is_not_there_is_not_made(tmp_path):
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "none.sqlite", "facts", SCHEMA)
    assert not (tmp_path / "none.sqlite").exists()


def test_a_file_one_may_only_read_is_read(tmp_path):
    path = made(tmp_path / "y.sqlite", ROWS[:9])
    path.chmod(0o400)
    assert rows_of(load(path, "facts", SCHEMA)) == ROWS[:9]


def elsewhere(path, statement):
    """Write from another process, without waiting; what it says."""
    script = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], timeout=0); c.execute(sys.argv[2]); c.commit()"
    command = [sys.executable, "-c", script, path, statement]
    return subprocess.run(command, check=False, capture_output=True, text=True).stderr


@pytest.fixture
def writing_after(monkeypatch):
    """Have another process write each time a reader was told something that begins with a word; what it said."""
    told, said = sqlite_files._told, []

    def arranged(word, path, statement):
        def told_then_written(process, line):
            answer = told(process, line)
            if line.startswith(word):
                said.append(elsewhere(path, statement))
            return answer

        monkeypatch.setattr(sqlite_files, "_told", told_then_written)
        return said

    return arranged


def test_nobody_writes_between_the_beginning_of_one_reader_and_the_next(tmp_path, writing_after):
    path = made(tmp_path / "year.sqlite")
    said = writing_after("begin", path, "UPDATE facts SET value = 0")
    assert rows_of(load(path, "facts", SCHEMA)) == ROWS
    assert ["database is locked" in sentence for sentence in said] == [True, True]


def test_what_is_written_after_the_readers_began_is_not_seen_and_not_held_up(tmp_path, writing_after):
    path = made(tmp_path / "year.sqlite")
    said = writing_after("release", path, "UPDATE facts SET value = 0")
    assert rows_of(load(path, "facts", SCHEMA)) == ROWS
    assert said == [""]
    assert {row[2] for row in rows_of(load(path, "facts", SCHEMA))} == {0}


def test_a_lock_of_this_process_outlives_a_load(tmp_path):
    """ADBC's own SQLite, in this process, would undo the lock that Python's holds."""
    path = made(tmp_path / "year.sqlite")
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.execute("BEGIN")
        base.execute("SELECT count(*) FROM facts").fetchall()
        load(path, "facts", SCHEMA)
        base.execute("UPDATE facts SET value = 1")
        assert "database is locked" in elsewhere(path, "UPDATE facts SET value = 0")
        base.execute("COMMIT")
    assert {row[2] for row in rows_of(load(path, "facts", SCHEMA))} == {1}


def test_what_the_database_refuses_is_said(tmp_path):
    path = made(tmp_path / "year.sqlite")
    with pytest.raises(NotLoaded, match="no such table: figures"):
        load(path, "figures", SCHEMA)
    (tmp_path / "not.sqlite").write_bytes(b"not a database" * 500)
    with pytest.raises(NotLoaded, match="not a database"):
        load(tmp_path / "not.sqlite", "facts", SCHEMA)


def test_a_reader_that_dies_is_not_waited_for(tmp_path, monkeypatch):
    dead = tmp_path / "dead.py"
    dead.write_text("raise SystemExit")
    monkeypatch.setattr(sqlite_files, "SCRIPT", dead)
    with pytest.raises(NotLoaded, match="without a word"):
        load(made(tmp_path / "year.sqlite"), "facts", SCHEMA)


def server_programs():
    found = [Path(initdb).resolve().parent for initdb in [shutil.which("initdb")] if initdb]
    return [*found, *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]


@pytest.fixture(scope="module")
def postgresql(tmp_path_factory, pytestconfig):
    """The address of a server made for these tests, on a socket in a folder of its own."""
    if not (programs := server_programs()):
        sentence = "This machine has no initdb; on Debian install postgresql."
        pytest.fail(sentence) if pytestconfig.getoption("--require-tools") else pytest.skip(sentence)
    folder = Path(tempfile.mkdtemp(prefix="tongket-pg-"))
    as_server = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_server:
        shutil.chown(folder, "postgres")

    def call(program, *arguments):
        command = [*as_server, programs[0] / program, "-D", folder / "data", *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")

    call("initdb", "--username=tongket", "--auth=trust", "--no-sync")
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
    call("pg_ctl", "-w", "-l", folder / "log", "-o", options, "start")
    try:
        yield f"postgresql:///postgres?host={folder}&user=tongket"
    finally:
        call("pg_ctl", "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder)


def filled(address, name, rows):
    with pg.connect(address) as connection, connection.cursor() as cursor:
        cursor.execute(f'CREATE TABLE "{name}" (org_unit integer, series smallint, value bigint, note text)')
        columns = zip(SCHEMA, zip(*rows, strict=True), strict=True) if rows else ()
        batch = pa.table({field.name: pa.array(column, field.type) for field, column in columns})
        if rows:
            cursor.adbc_ingest(name, batch, mode="append")
        connection.commit()


@pytest.mark.parametrize("readers", [1, 2, 3])
def test_postgresql_gives_every_row_once_in_the_types_asked_for(postgresql, readers):
    filled(postgresql, f"facts {readers}", ROWS)
    table = load(postgresql, f"facts {readers}", SCHEMA, readers=readers)
    assert table.schema == SCHEMA
    assert rows_of(table) == ROWS


@pytest.mark.parametrize("rows", [[], ROWS[:1], [(1, 1, None)]])
def test_a_table_of_no_or_one_row_is_read_from_postgresql(postgresql, rows):
    name = f"the year's {rows}"
    filled(postgresql, name, rows)
    assert rows_of(load(postgresql, name, SCHEMA)) == rows


def told(address, *statements):
    with pg.connect(address) as connection, connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
        connection.commit()


def whole_numbers(address, table):
    with pg.connect(address) as connection:
        return dict(loading._rows(connection, widths_query(f"'{table}'")))


def test_the_whole_numbers_of_a_table_are_known_and_read_at_once(postgresql, monkeypatch):
    filled(postgresql, "at_once", ROWS)
    assert whole_numbers(postgresql, "at_once") == {"org_unit": 4, "series": 2, "value": 8}
    asked, answered = [], loading._answered
    monkeypatch.setattr(loading, "_answered", lambda base, query: asked.append(query) or answered(base, query))
    assert rows_of(load(postgresql, "at_once", SCHEMA)) == ROWS
    assert {"string_agg" in query for query in asked} == {True}


@pytest.mark.parametrize("gap", [1, 2_500, 5_000])
def test_a_gap_anywhere_in_postgresql_loses_no_row_and_no_figure(postgresql, gap):
    rows = [(n, series, None if n == gap else value) for n, series, value in ROWS]
    filled(postgresql, f"gap_{gap}", rows)
    assert rows_of(load(postgresql, f"gap_{gap}", SCHEMA)) == rows


def test_many_blocks_of_postgresql_give_every_row_once(postgresql, monkeypatch):
    monkeypatch.setattr(loading, "BLOCKS_A_RANGE", 1)
    filled(postgresql, "blocks", ROWS)
    assert rows_of(load(postgresql, "blocks", SCHEMA)) == ROWS


def test_other_types_of_postgresql_are_read_beside_whole_numbers(postgresql):
    told(
        postgresql,
        "CREATE DOMAIN code AS integer",
        "CREATE TABLE typed (org_unit code, series numeric, value bigint, note text)",
        "INSERT INTO typed VALUES (1, 2, -3, 'một'), (2, 3, 4, 'hai')",
    )
    assert whole_numbers(postgresql, "typed") == {"value": 8}
    schema = pa.schema([("org_unit", pa.int32()), ("value", pa.int64()), ("note", pa.string())])
    assert rows_of(load(postgresql, "typed", schema)) == [(1, -3, "một"), (2, 4, "hai")]


def test_a_value_of_postgresql_too_large_for_its_type_is_refused(postgresql):
    told(postgresql, "CREATE TABLE large (series integer)", "INSERT INTO large VALUES (70000)")
    with pytest.raises(pa.ArrowInvalid, match="70000"):
        load(postgresql, "large", pa.schema([("series", pa.int16())]))


def test_a_table_in_partitions_is_read_row_by_row(postgresql):
    told(
        postgresql,
        "CREATE TABLE parted (org_unit integer, series smallint, value bigint) PARTITION BY LIST (series)",
        *(f"CREATE TABLE parted_{n} PARTITION OF parted FOR VALUES IN ({n})" for n in range(3)),
        "INSERT INTO parted SELECT n, n % 3, n FROM generate_series(1, 999) AS n",
    )
    assert whole_numbers(postgresql, "parted") == {}
    assert rows_of(load(postgresql, "parted", SCHEMA)) == [(n, n % 3, n) for n in range(1, 1_000)]


def test_all_readers_see_one_state_of_postgresql_while_others_write(postgresql):
    filled(postgresql, "moving", [(n, 0, 1_000) for n in range(4_000)])
    stop = threading.Event()

    def write():
        with pg.connect(postgresql, autocommit=True) as connection, connection.cursor() as cursor:
            while not stop.is_set():
                cursor.execute("UPDATE moving SET value = value + CASE WHEN org_unit < 2000 THEN 1 ELSE -1 END")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        sums = {sum(load(postgresql, "moving", SCHEMA)["value"].to_pylist()) for _ in range(20)}
    finally:
        stop.set()
        writer.join()
    assert sums == {4_000_000}
