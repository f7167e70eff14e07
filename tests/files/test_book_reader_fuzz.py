"""Ten thousand spoilt workbooks: none ends or holds up the program, each is read or is one clear finding."""

import os
from collections import Counter

import pytest
from tests.files import fuzzing

from tongket.dossier.grid import Book
from tongket.files.book_reader import read_book
from tongket.files.reading_pool import Loss, ReadingPool
from tongket.words import Finding

SEED = "TONGKET_LONG_SEED"
CASES = 10_000
REFUSALS = {"files.damaged", "files.locked", "files.wrong-type", "files.unsafe", "files.too-big", "files.too-far"}


def read_case(_, case):
    """Spoil and read a workbook in a guarded process; its name, and what came of it."""
    content, way = fuzzing.spoilt(case)
    found = read_book(content, "hồ sơ.xlsx")
    if isinstance(found, Book):
        return way, "read", sum(len(row) for grid in found.grids for row in grid.rows)
    return way, found.code, len(found.sentence("vi")) if isinstance(found, Finding) else 0


@pytest.mark.filterwarnings("ignore")
def test_no_spoilt_workbook_ends_or_holds_up_the_program(pytestconfig, record_property):
    seed = int(os.environ.get(SEED, "0"))
    count = CASES if pytestconfig.getoption("--long") else CASES // 25
    cases = [seed * CASES + number for number in range(count)]
    with ReadingPool(read_case, processes=2, seconds=20) as pool:
        answers = list(pool.map([(case,) for case in cases]))
    lost = [(case, answer) for case, answer in zip(cases, answers, strict=True) if isinstance(answer, Loss)]
    assert lost == []  # the gate measures what the reader gets; the pool is for what nobody foresaw
    outcomes = Counter(outcome for _, outcome, _ in answers)
    record_property("measured", f"{count} spoilt workbooks: {dict(outcomes.most_common())}")
    assert set(outcomes) <= REFUSALS | {"read", "files.classified"}
    assert all(size for _, outcome, size in answers if outcome != "read")
    assert {way for way, outcome, _ in answers if outcome == "read"} >= {"unspoilt", "quoted_otherwise", "no_addresses"}


def test_a_case_is_the_same_bytes_every_time():
    assert [fuzzing.spoilt(case) for case in range(40)] == [fuzzing.spoilt(case) for case in range(40)]
