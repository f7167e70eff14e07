from tongket.engine.dialects import DUCKDB
from tongket.figures.dialect import Query, with_clause


def test_one_query_stands_alone():
    assert with_clause((Query("a", "SELECT 1"),), DUCKDB) == "SELECT 1"


def test_queries_come_in_their_order_and_the_last_is_the_answer():
    queries = (Query("a", "SELECT 1 AS x"), Query("b", "SELECT x FROM a"), Query("c", "SELECT x FROM b"))
    assert with_clause(queries, DUCKDB) == (
        'WITH "a" AS (\nSELECT 1 AS x\n),\n"b" AS (\nSELECT x FROM a\n)\nSELECT x FROM b'
    )


def test_names_are_quoted():
    assert DUCKDB.identifier('a "b"') == '"a ""b"""'
