"""tongket: each file guarded, read and checked in one of two processes, its figures added up here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from dossiers import data
from dossiers.checking import checked

from tongket.files.reading_pool import ReadingPool


def tongket(folder: str) -> Callable[[], str]:
    total = np.zeros(data.ROWS, np.int64)
    files = found = 0
    with ReadingPool(checked, data.form(), processes=2) as pool:
        for estimates, codes in pool.map([(str(path),) for path in sorted(Path(folder).glob("*.xlsx"))]):
            files += 1
            found += len(codes)
            if estimates:
                total += estimates
    return lambda: f"{files} files, {int(total.sum())}" if found == 0 else f"{files} files"
