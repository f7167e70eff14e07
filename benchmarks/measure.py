"""Measures contestants: each run in a process of its own, round by round, the reference in every round.

What counts is the ratio to the reference of the same round; seconds depend on the machine and on who else uses it. A
contestant is `module:function`; its process imports everything first, then measures the one call.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module, metadata
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

HERE = Path(__file__).resolve().parent
OTHERS = 0.10
"""A run in which others took more of the machine is disturbed."""
NOISY = 0.15
"""A spread of the reference beyond this says that the machine was not quiet."""


@dataclass(frozen=True)
class Run:
    """One run: wall time, processor time (its children's too), greatest memory, and what it says of its result."""

    seconds: float
    processor: float
    peak_mb: float
    result: str
    others: float = 0.0
    """What other processes took of the whole machine meanwhile."""


def in_own_process(contestant: str, arguments: Sequence[str]) -> Run:
    """Call the contestant in a new process and measure the call, and what others took of the machine meanwhile."""
    command = [sys.executable, __file__, contestant, *arguments]
    path = os.pathsep.join([str(HERE.parent / "src"), str(HERE), os.environ.get("PYTHONPATH", "")])
    busy, mine, start = busy_seconds(), children_seconds(), perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": path})
    spent, elapsed = children_seconds() - mine, perf_counter() - start
    others = max(0.0, busy_seconds() - busy - spent) / elapsed / (os.cpu_count() or 1)
    return Run(**json.loads(done.stdout.splitlines()[-1]), others=others)


def busy_seconds() -> float:
    """Return what all processors together have worked since the start of the machine, where Linux says so."""
    stat = Path("/proc/stat")
    if not stat.exists():
        return 0.0
    user, nice, system, _idle, _waiting, *rest = map(int, stat.read_text().split("\n", 1)[0].split()[1:])
    return (user + nice + system + sum(rest[:3])) / os.sysconf("SC_CLK_TCK")


def own_seconds() -> float:
    """Return the processor time of this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def children_seconds() -> float:
    """Return the processor time of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def wait_for_quiet(minutes: float) -> None:
    """Wait, at most so long, until others leave the machine alone for ten seconds."""
    end = perf_counter() + 60 * minutes
    while perf_counter() < end:
        busy = busy_seconds()
        sleep(10)
        if (busy_seconds() - busy) / 10 / (os.cpu_count() or 1) < OTHERS:
            return


def rounds(names: Sequence[str], arguments: Sequence[str], *, count: int, wait: float = 0) -> dict[str, list[Run]]:
    """Let all contestants run in turn, `count` times over; results must be equal.

    With `wait` (minutes) a round begins when the machine is quiet; while that time lasts, a round disturbed by others
    is thrown away and run again, reference and all.
    """
    runs: dict[str, list[Run]] = {name: [] for name in names}
    end = perf_counter() + 60 * wait
    while len(runs[names[0]]) < count:
        wait_for_quiet((end - perf_counter()) / 60)
        found = {}
        for name in names:
            run = found[name] = in_own_process(name, arguments)
            spoken = f"{run.seconds:8.2f} s {run.processor:8.2f} s cpu {run.peak_mb:7.0f} MB, others {run.others:4.0%}"
            print(f"round {len(runs[name]) + 1}: {name:40} {spoken}", flush=True)
            if run.others > OTHERS and perf_counter() < end:
                break
        if len(found) < len(names) or (max(run.others for run in found.values()) > OTHERS and perf_counter() < end):
            print("disturbed; once more", flush=True)
            continue
        for name, run in found.items():
            runs[name].append(run)
    results = {name: {run.result for run in found} for name, found in runs.items()}
    if len(set.union(*results.values())) != 1:
        sys.exit(f"the results differ: {results}")
    return runs


def table(runs: dict[str, list[Run]], reference: str) -> str:
    """Write the medians and the ratios to the reference, round by round, as a Markdown table."""
    lines = ["| contestant | s | ratio | lowest to highest | processor s | ratio | peak MB |", "|---" * 7 + "|"]
    for name, found in runs.items():
        wall = [run.seconds / base.seconds for run, base in zip(found, runs[reference], strict=True)]
        busy = [run.processor / base.processor for run, base in zip(found, runs[reference], strict=True)]
        lines.append(
            f"| {name.partition('.')[2]} | {median(run.seconds for run in found):.2f} | **{median(wall):.2f}** "
            f"| {min(wall):.2f} to {max(wall):.2f} | {median(run.processor for run in found):.2f} "
            f"| {median(busy):.2f} | {max(run.peak_mb for run in found):.0f} |"
        )
    seconds = [run.seconds for run in runs[reference]]
    spread = (max(seconds) - min(seconds)) / median(seconds)
    others = max(run.others for found in runs.values() for run in found)
    quiet = "quiet" if spread < NOISY and others <= OTHERS else "NOT quiet: trust the ratios of processor time more"
    said = f"Spread of {reference}: {spread:.0%}; others took up to {others:.0%} of the machine, which was {quiet}."
    return "\n".join([*lines, "", said])


def machine(*packages: str) -> str:
    """Describe the machine and the versions in one line, without names or paths."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    releases = ", ".join(f"{package} {metadata.version(package)}" for package in packages)
    return f"{os.cpu_count()} cores ({processor()}), {memory:.0f} GiB, Python {platform.python_version()}, {releases}"


def processor() -> str:
    """Name the processor as Linux knows it."""
    info = Path("/proc/cpuinfo")
    names = [line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
    return names[0] if names else platform.machine()


def main() -> None:
    """Run one contestant: import, then measure the call, then say what was measured."""
    parser = argparse.ArgumentParser()
    parser.add_argument("contestant")
    parser.add_argument("arguments", nargs="*")
    chosen = parser.parse_args()
    module, _, name = chosen.contestant.partition(":")
    call = getattr(import_module(module), name)
    busy, start = own_seconds() + children_seconds(), perf_counter()
    result = call(*chosen.arguments)
    seconds, busy = perf_counter() - start, own_seconds() + children_seconds() - busy
    said = result() if callable(result) else result
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "processor": busy, "peak_mb": peak, "result": said}))


if __name__ == "__main__":
    main()
