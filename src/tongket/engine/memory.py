"""Reads how much memory one may take, as DuckDB writes it, and shares it between connections."""

from __future__ import annotations

import re
from typing import Final

_WRITTEN: Final = re.compile(r"(\d+)\s*([kmgt]?)(i?)b", re.IGNORECASE)


def share(memory_limit: str | None, shares: int) -> str | None:
    """Return one of so many equal shares of a limit ("2GB", "512MiB"); None stays without limit."""
    if memory_limit is None:
        return None
    found = _WRITTEN.fullmatch(memory_limit.strip())
    if not found:
        raise ValueError(f"not an amount of memory: {memory_limit!r}; write it as 2GB or 512MiB.")
    base = 1024 if found[3] else 1000
    return f"{int(found[1]) * base ** ' kmgt'.index(found[2].lower() or ' ') // shares}B"
