"""Measures consolidation: `python benchmarks/consolidation/run.py --data FOLDER` (see benchmarks/README.md)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

import measure  # both lie beside this folder
from consolidation import data

REFERENCE = "consolidation.by_duckdb:reference"
CONTESTANTS = (
    REFERENCE,
    "consolidation.by_tongket:packed",
    "consolidation.by_tongket:packed_in_2gb",
    "consolidation.by_tongket:not_packed",
)
PEERS = ("consolidation.by_polars:packed", "consolidation.by_pandas:packed")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--wait", type=float, default=0, help="minutes to wait for a quiet machine and repeat rounds")
    parser.add_argument("--data", type=Path, required=True, help="folder for the facts, outside of the repository")
    parser.add_argument("--own", action="store_true", help="leave out the peers, which need more memory")
    parser.add_argument("--only", nargs="*", default=(*CONTESTANTS, *PEERS), help="contestants as module:function")
    chosen = parser.parse_args()
    facts, closure = data.make(chosen.data, chosen.rows)
    contestants = [name for name in chosen.only if not (chosen.own and name in PEERS)]
    runs = measure.rounds(contestants, [str(facts), str(closure)], count=chosen.rounds, wait=chosen.wait)
    print(f"\n{chosen.rows:,} facts; {measure.machine('duckdb', 'pyarrow', 'numpy')}\n")
    print(measure.table(runs, REFERENCE))


if __name__ == "__main__":
    main()
