"""Make the tables and the dossiers of the example year `cluster-1-2022` from the rows in its `source/` folder.

    PYTHONPATH=src .venv/bin/python examples/build_cluster_1.py

The forms are issued by tongket itself and filled in as the members would: one for the estimate, one for the final
figures. The same source and the same form give the same bytes.
"""

from pathlib import Path
from typing import Final

from fill_forms import filled, issued
from source_rows import FILLED_ON, ISSUED_ON, LAST, THIS, answers, last_year, rows_of, targets, this_year, write

from tongket.dossier.form import FormStage

HERE: Final = Path(__file__).resolve().parent / "cluster-1-2022"
MEMBERS: Final = ("VSP", "PVEP", "RVP", "GPV")
NOTHING_MORE: Final = [
    {"section": section, "text": "Không phát sinh"} for section in ("result", "shortcoming", "direction")
]
"""With the final figures the members have nothing to add to their words."""
FILES: Final = {FormStage.ESTIMATE: "{unit}.xlsx", FormStage.FINAL: "{unit}-final.xlsx"}


def build_tables(folder: Path) -> None:
    """Write the tables: the plan, the year before, and of this year what no form asks for."""
    rows = rows_of(HERE, "rows")
    write("targets", targets(rows, published="v1", made_up="mh"), folder)
    write(f"figures-{LAST}", last_year(rows), folder)
    write(f"figures-{THIS}", this_year(row for row in rows if not asked(row)), folder)


def build_dossiers(folder: Path) -> None:
    """Write the filled forms of the four members at both stages."""
    folder.mkdir(exist_ok=True)
    for unit in MEMBERS:
        rows = [row for row in rows_of(HERE, "rows", org_unit=unit) if asked(row)]
        for stage, name in FILES.items():
            first = stage is FormStage.ESTIMATE
            words = rows_of(HERE, "words", org_unit=unit) if first else NOTHING_MORE
            evidence = rows_of(HERE, "evidence", org_unit=unit) if first else []
            made = filled(
                issued(HERE, unit, stage, ISSUED_ON[stage]), answers(rows, stage), words, evidence, on=FILLED_ON[stage]
            )
            (folder / name.format(unit=unit)).write_bytes(made)


def asked(row: dict[str, str]) -> bool:
    """Say whether a form asks for a row: it has a plan, or was reported a year ago."""
    return bool(row["plan"] or row["plan_state"] or row["last_year"])


if __name__ == "__main__":
    build_tables(HERE / "inputs")
    build_dossiers(HERE / "inputs" / "dossiers")
    print(f"made: {HERE / 'inputs'}")
