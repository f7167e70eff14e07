"""The command line: one officer, one folder, one command (DESIGN §7).

Exit code 0: done; 1: findings that must be corrected; 2: the request itself was wrong, said in one
sentence. `--json` prints one JSON document and nothing else.
"""

from tongket.cli.commands import main

__all__ = ["main"]
