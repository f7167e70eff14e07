"""tongket runs the yearly review (tổng kết) of an enterprise group and its emulation clusters.

The rooms stand in the order of the year, and a room may import only what comes before it:
year, words · figures · organisation · plan · dossier · results · documents · yearbook; then the
tools engine and files, the officer's desk, the server, and the command line.
"""

__version__ = "0.1.0"
