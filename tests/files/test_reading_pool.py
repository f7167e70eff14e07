"""One process of the pool may die; the others, the work and the order of the answers stay."""

import os
import signal

import pytest
from tests.files import pool_tasks
from tests.files.test_book_reader import with_sheet
from tests.files.test_book_reader_refusals import FAR

from tongket.files.reading_pool import Loss, ReadingPool, TaskFailed


def is_there(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_answers_come_in_the_order_of_the_jobs_and_the_context_is_known_to_all():
    with ReadingPool(pool_tasks.sums, 1000, processes=2) as pool:
        assert list(pool.map([(n, 1) for n in range(40)])) == [1001 + n for n in range(40)]
        assert list(pool.map([(5,)])) == [1005]
        assert list(pool.map([])) == []


def test_the_collector_looks_at_new_things_only_and_less_often():
    with ReadingPool(pool_tasks.collector, processes=1) as pool:
        assert list(pool.map([()])) == [(True, True, True)]


def test_processes_live_from_one_job_to_the_next_and_are_gone_at_the_end():
    with ReadingPool(pool_tasks.who, processes=2) as pool:
        pids = set(pool.map([()] * 20)) | set(pool.map([()] * 20))
        assert 1 <= len(pids) <= 2
    assert not any(is_there(pid) for pid in pids)


@pytest.mark.parametrize(
    ("word", "loss"),
    [
        ("hang", Loss.TIME),
        ("leave", Loss.ENDED),
        pytest.param("crash", Loss.ENDED, marks=pytest.mark.skipif(os.name != "posix", reason="a POSIX signal")),
        pytest.param("killed", Loss.ENDED, marks=pytest.mark.skipif(os.name != "posix", reason="a POSIX signal")),
        pytest.param("eat", Loss.MEMORY, marks=pytest.mark.skipif(os.name != "posix", reason="no limit there")),
    ],
)
def test_a_job_that_ends_its_process_is_lost_and_the_others_are_answered(word, loss):
    jobs = [("a",), (word,), ("b",), ("c",), (word,), ("d",)]
    with ReadingPool(pool_tasks.by_word, processes=2, memory=1024**3, seconds=2 if word == "hang" else 60) as pool:
        assert list(pool.map(jobs)) == ["A", loss, "B", "C", loss, "D"]


def test_a_fault_of_ours_is_raised_with_its_traceback_and_leaves_no_process():
    pool = ReadingPool(pool_tasks.by_word, processes=2)
    with pool, pytest.raises(TaskFailed, match="ZeroDivisionError: ours"):
        list(pool.map([("a",), ("fault",), ("b",)]))
    with pool:
        assert list(pool.map([("a",)])) == ["A"]


def test_what_ends_the_fast_reader_ends_one_process_only_and_prints_nothing(capfd):
    """Behind the gate this cannot happen (see test_book_reader_refusals); the pool is for what nobody foresaw."""
    jobs = [(with_sheet(FAR),), (with_sheet('<row r="1"><c r="A1"><v>1</v></c></row>'),)]
    with ReadingPool(pool_tasks.unguarded, processes=1) as pool:
        assert list(pool.map(jobs)) == [Loss.ENDED, 1]
    assert capfd.readouterr() == ("", "")


def test_a_process_that_died_at_rest_is_replaced_and_no_job_is_lost():
    with ReadingPool(pool_tasks.who, processes=1) as pool:
        (first,) = pool.map([()])
        os.kill(first, signal.SIGTERM)
        pool._children[0].process.join()
        (second,) = pool.map([()])
        assert second not in (first, Loss.ENDED)


def test_a_pool_left_in_the_middle_of_its_work_leaves_no_process():
    with ReadingPool(pool_tasks.by_word, processes=2) as pool:
        answers = pool.map([("a",), ("hang",), ("hang",), ("hang",)])
        assert next(answers) == "A"
        pids = [child.process.pid for child in pool._children]
    assert not any(is_there(pid) for pid in pids)
