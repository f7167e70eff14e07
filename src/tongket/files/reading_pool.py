"""A living pool of guarded processes in which strangers' files are read: one may die, the others and the work go on.

A file that takes too much memory or time, or ends the process that reads it, is lost with a reason; its process is
replaced and the next file read. What does not change between files is sent to each process once.
"""

import gc
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Final, Self

from tongket.files.machine import limit_memory

MEMORY: Final = 2 * 1024**3
"""Bytes a process may address; a large honest workbook takes a tenth of it."""
SECONDS: Final = 30.0
"""How long one file may take on a slow machine."""
STARTING: Final = 60.0
"""How long a process may take to start on a busy machine; only then does the time of its file begin."""
_NEW_OBJECTS: Final = 20_000
"""A form of two hundred rows makes some three thousand; the collector comes after so many, and not after 700."""
_CONTEXT: Final = get_context("spawn")


class Loss(StrEnum):
    """Why nothing came of a file."""

    MEMORY = "memory"
    TIME = "time"
    ENDED = "ended"


class TaskFailed(RuntimeError):
    """The task raised: a fault of ours, not of the file. Its traceback is the text."""


@dataclass(slots=True)
class _Child:
    """One process, the pipe to it, and which job it has since when."""

    process: BaseProcess
    pipe: Connection
    job: int | None = None
    until: float = 0.0
    ready: bool = False


@dataclass(slots=True)
class ReadingPool:
    """Processes that answer `task(context, *arguments)`; use it as a context manager.

    `task` is a function of a module, so that a process finds it by its name; `context` is handed to every call.
    """

    task: Callable[..., Any]
    context: Any = None
    processes: int = 2
    memory: int = MEMORY
    seconds: float = SECONDS
    _children: list[_Child] = field(default_factory=list)

    def __enter__(self) -> Self:
        """Start no process yet: the first jobs do."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes: those at rest by closing their pipe, those at work at once."""
        for child in self._children:
            child.pipe.close()
            if child.job is not None:
                child.process.kill()
        for child in self._children:
            child.process.join()
        self._children.clear()

    def map(self, jobs: Iterable[tuple[Any, ...]]) -> Iterator[Any]:
        """Give the answer to each job, or a `Loss`, in the order of the jobs. Raises TaskFailed."""
        waiting = deque(enumerate(jobs))
        answers: dict[int, Any] = {}
        for number in range(len(waiting)):
            while number not in answers:
                self._hand_out(waiting)
                answers.update(self._answered())
            yield answers.pop(number)

    def _hand_out(self, waiting: deque[tuple[int, tuple[Any, ...]]]) -> None:
        while waiting and (child := self._free()):
            number, arguments = waiting.popleft()
            child.job, child.until = number, time.monotonic() + (self.seconds if child.ready else STARTING)
            with suppress(BrokenPipeError):  # it died this moment: told when its answer is waited for
                child.pipe.send(arguments)

    def _free(self) -> _Child | None:
        for child in [child for child in self._children if child.job is None and not child.process.is_alive()]:
            self._lost(child, Loss.ENDED)  # at rest, so that no file is lost with it
        resting = next((child for child in self._children if child.job is None), None)
        if resting is None and len(self._children) < self.processes:
            resting = self._started()
            self._children.append(resting)
        return resting

    def _started(self) -> _Child:
        ours, theirs = _CONTEXT.Pipe()
        arguments = (theirs, self.task, self.context, self.memory)
        process = _CONTEXT.Process(target=_work, args=arguments, name="tongket-reader", daemon=True)
        process.start()
        theirs.close()
        return _Child(process, ours)

    def _answered(self) -> Iterator[tuple[int, Any]]:
        """Wait for the next answer, death or end of time, and tell the jobs it settles."""
        busy = [child for child in self._children if child.job is not None]
        left = min(child.until for child in busy) - time.monotonic()
        ready = wait([child.pipe for child in busy], max(0.0, left))
        for child in busy:
            assert child.job is not None
            if child.pipe in ready:
                yield from self._received(child, child.job)
            elif time.monotonic() >= child.until:
                yield child.job, self._lost(child, Loss.TIME)

    def _received(self, child: _Child, job: int) -> Iterator[tuple[int, Any]]:
        try:
            kind, answer = child.pipe.recv()
        except (EOFError, OSError):
            kind, answer = "done", Loss.ENDED
        if kind == "ready":
            child.ready, child.until = True, time.monotonic() + self.seconds
        elif kind == "failed":
            self._lost(child, Loss.ENDED)
            raise TaskFailed(answer)
        else:
            child.job = None
            yield job, self._lost(child, answer) if isinstance(answer, Loss) else answer

    def _lost(self, child: _Child, loss: Loss) -> Loss:
        """Take a process out; the next job starts another."""
        child.process.kill()
        child.process.join()
        child.pipe.close()
        self._children.remove(child)
        return loss


def _work(pipe: Connection, task: Callable[..., Any], context: Any, memory: int) -> None:  # noqa: ANN401 - any context
    """Answer jobs until the pipe is closed. Ctrl+C is the parent's: it closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _say_nothing()
    limit_memory(memory)
    _collect_less_often()
    with suppress(EOFError, BrokenPipeError):
        pipe.send(("ready", None))
        while True:
            pipe.send(_answer(task, context, pipe.recv()))


def _say_nothing() -> None:
    """Keep what a reader's library prints as it fails from the officer's terminal: the parent says it in a sentence."""
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - no file
        os.dup2(nowhere.fileno(), 2)


def _collect_less_often() -> None:
    """Spare the collector what lives as long as the process, and most looks at a file, which makes hardly a cycle."""
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS)


def _answer(task: Callable[..., Any], context: Any, arguments: tuple[Any, ...]) -> tuple[str, Any]:  # noqa: ANN401
    try:
        return "done", task(context, *arguments)
    except MemoryError:
        return "done", Loss.MEMORY
    except Exception:  # noqa: BLE001 - told to the parent, which raises it
        import traceback

        return "failed", traceback.format_exc()
