"""What the processes of a pool are asked to do in the tests; they find it here by its name."""

import ctypes
import gc
import os
import signal
import time

from tongket.files.book_values import read_values


def sums(context, *numbers):
    return context + sum(numbers)


def collector(_):
    """Whether cycles are still collected, and whether what was there before is left alone."""
    return gc.isenabled(), gc.get_threshold()[0] > 10_000, gc.get_freeze_count() > 10_000


def who(_):
    return os.getpid()


def by_word(_, word):
    """Answer a word, or go wrong in the way it names."""
    if word == "hang":
        time.sleep(600)
    elif word == "leave":
        os._exit(0)
    elif word == "crash":
        ctypes.string_at(0)
    elif word == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    elif word == "eat":
        return len([bytearray(64 * 1024**2) for _ in range(1000)])
    elif word == "fault":
        raise ZeroDivisionError("ours")
    return word.upper()


def unguarded(_, content):
    """Give the fast reader what the gate would refuse: it ends the process."""
    return len(read_values(content, 10**15))
