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
from time import perf_counter

HERE = Path(__file__).resolve().parent
NOISY = 0.15
"""A spread of the reference beyond this says that the machine was not quiet."""


@dataclass(frozen=True)
class Run:
    """One run: wall time, time of all processors, greatest memory, and what the contestant says of its result."""

    seconds: float
    processor: float
    peak_mb: float
    result: str


def in_own_process(contestant: str, arguments: Sequence[str]) -> Run:
    """Call the contestant in a new process and measure the call."""
    command = [sys.executable, __file__, contestant, *arguments]
    path = os.pathsep.join([str(HERE.parent / "src"), str(HERE), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": path})
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def rounds(names: Sequence[str], arguments: Sequence[str], *, count: int) -> dict[str, list[Run]]:
    """Let all contestants run in turn, `count` times over; results must be equal."""
    runs: dict[str, list[Run]] = {name: [] for name in names}
    for number in range(count):
        for name in names:
            run = in_own_process(name, arguments)
            runs[name].append(run)
            print(
                f"round {number + 1}: {name:40} {run.seconds:8.2f} s {run.processor:8.2f} s cpu {run.peak_mb:7.0f} MB",
                flush=True,
            )
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
    quiet = "quiet" if spread < NOISY else "NOT quiet: trust the ratios of processor time more"
    return "\n".join([*lines, "", f"Spread of {reference}: {spread:.0%}; the machine was {quiet}."])


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
    before, start = resource.getrusage(resource.RUSAGE_SELF), perf_counter()
    result = call(*chosen.arguments)
    seconds, after = perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    said = result() if callable(result) else result
    print(json.dumps({"seconds": seconds, "processor": busy, "peak_mb": after.ru_maxrss / 1024, "result": said}))


if __name__ == "__main__":
    main()
