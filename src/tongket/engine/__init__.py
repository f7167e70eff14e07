"""The engine adds up a year's figures, from one workbook's rows to a hundred million.

It owns DuckDB's connections, their memory and threads, and the loading of tables. What is added up, and how, is said in
`results.tables`; here no figure gets its meaning.
"""

from tongket.engine.connection import run, stream
from tongket.engine.consolidation import consolidate, side_by_side
from tongket.engine.loading import load
from tongket.engine.refusals import FiledTwice, OpenEnds, SumTooLarge, TreeOverlaps, UnitsOutsideTree
from tongket.engine.sqlite_files import NotLoaded

__all__ = [
    "FiledTwice",
    "NotLoaded",
    "OpenEnds",
    "SumTooLarge",
    "TreeOverlaps",
    "UnitsOutsideTree",
    "consolidate",
    "load",
    "run",
    "side_by_side",
    "stream",
]
