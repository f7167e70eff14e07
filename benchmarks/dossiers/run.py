"""Measures checking dossiers: `python benchmarks/dossiers/run.py --data FOLDER` (see benchmarks/README.md)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "src")]

import measure  # it lies beside this folder, as do the next
from dossiers import making


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--wait", type=float, default=0, help="minutes to wait for a quiet machine and repeat rounds")
    parser.add_argument("--data", type=Path, required=True, help="folder for the workbooks, outside of the repository")
    chosen = parser.parse_args()
    clean, mixed = making.make(chosen.data, chosen.files)
    print(f"{chosen.files:,} workbooks; {measure.machine('fastexcel', 'frictionless', 'openpyxl', 'python-calamine')}")
    everybody = ["by_peers:bare_fastexcel", "by_tongket:tongket", "by_peers:openpyxl", "by_peers:frictionless"]
    for title, folder, who in (("Clean", clean, everybody), ("Mixed", mixed, everybody[:2])):
        names = [f"dossiers.{name}" for name in who]
        found = measure.rounds(names, [str(folder)], count=chosen.rounds, wait=chosen.wait)
        print(f"\n{title} set\n\n{measure.table(found, names[0])}")


if __name__ == "__main__":
    main()
