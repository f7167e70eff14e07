"""Make the dossiers of the corpus: `PYTHONPATH=src:. .venv/bin/python tests/corpus/dossiers/make.py`.

Forms are issued from the two example years and filled in; then each case does to its form what people do. What
LibreOffice saved is kept in `saved/`, for it is slow and writes the time into a file; everything else is made by the
test, the same bytes each time but for the time that openpyxl writes. Started as a script, only `saved/` is made.
"""

import shutil
import tempfile
from pathlib import Path

from tests.corpus.dossiers import bench, cases, cases_of_layout

CASES = sorted(cases.CASES, key=lambda one: one.name)
SAVED = Path(__file__).parent / "saved"
assert cases_of_layout  # importing it adds its cases


def make_years(folder):
    """Copy the example years, and issue every form that the cases start from."""
    for year in bench.YEARS:
        bench.issue(bench.year_folder(year, folder / year), folder / "forms" / year)
    forms = folder / "forms" / cases.PRACTICE
    bench.issue(folder / cases.PRACTICE, forms / "final", "--stage", "final", "--unit", "BINH")
    bench.issue(bench.year_before(folder / "2021"), forms / "2021", "--unit", "AN")
    shorter = bench.year_before(folder / "2021-shorter", without="COST")
    bench.issue(shorter, forms / "2021-shorter", "--unit", "AN")


def make_files(one, folder):
    """The files of a case before anything else saved them, by their names."""
    path = folder / "forms" / one.year / one.form.format(unit=one.unit)
    files = {}
    for number, edit in enumerate(one.edits, start=1):
        book = bench.opened(path)
        bench.fill(book, one.year, one.unit)
        edit(book)
        files[f"{one.name}-{number}.xlsx"] = one.after(bench.saved(book))
    return files


def write_dossier(one, years, out):
    """Write the files of a case into a folder and return their paths, as the unit would send them."""
    out.mkdir(parents=True)
    if one.saved:
        kept = next(SAVED.glob(f"{one.name}-1.*"))
        target = out / (one.file or f"{one.unit}{kept.suffix}")
        shutil.copyfile(kept, target)
        return [target]
    paths = []
    for number, content in enumerate(make_files(one, years).values(), start=1):
        suffix = f"-{number}" if len(one.edits) > 1 else ""
        paths.append(out / (one.file or f"{one.unit}{suffix}.xlsx"))
        paths[-1].write_bytes(content)
    return paths


def main():
    """Save anew what LibreOffice saves."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        make_years(folder)
        SAVED.mkdir(exist_ok=True)
        by_kind = {kind: {} for kind in ("xlsx", "xls", "back")}
        for one in CASES:
            if one.saved:
                by_kind[one.saved] |= make_files(one, folder)
        made = bench.by_libreoffice(by_kind["xlsx"], "xlsx", folder / "a")
        made |= bench.by_libreoffice(by_kind["xls"], "xls", folder / "b")
        old = bench.by_libreoffice(by_kind["back"], "xls", folder / "c")
        made |= bench.by_libreoffice(old, "xlsx", folder / "d")
        for name, content in made.items():
            (SAVED / name).write_bytes(content)


if __name__ == "__main__":
    main()
