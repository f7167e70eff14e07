"""From a PostgreSQL server to Arrow: the reference is the server itself, copying the table to nowhere in binary."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable

from consolidation.data import SCHEMA
from loading.outcome import fingerprint

from tongket.engine import load


def reference(address: str, psql: str) -> Callable[[], str]:
    command = [shutil.which(psql) or psql, address, "--quiet", "--tuples-only", "--no-align", "--command"]
    subprocess.run([*command, "COPY facts TO '/dev/null' (FORMAT binary)"], check=True, stdout=subprocess.DEVNULL)
    sums = ", ".join(f"sum({name})" for name in SCHEMA.names)

    def counted() -> str:
        query = f"SELECT count(*), {sums} FROM facts"
        return " ".join(subprocess.run([*command, query], check=True, capture_output=True, text=True).stdout.split("|"))

    return lambda: counted().strip()


def tongket(address: str, _psql: str) -> Callable[[], str]:
    return fingerprint(load(address, "facts", SCHEMA))


def one_reader(address: str, _psql: str) -> Callable[[], str]:
    return fingerprint(load(address, "facts", SCHEMA, readers=1))
