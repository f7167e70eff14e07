"""Papers written in the process beside are those that would be written here, and a fault there is a fault here."""

import os
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from tongket.desk.beside import as_docx, as_pdf, as_pptx, process_beside
from tongket.desk.consolidating import consolidated
from tongket.desk.reviewing import occasion_of
from tongket.documents.review import compose_review
from tongket.documents.slides_of_review import compose_deck

WAITS = """
from tongket.desk.beside import process_beside
if __name__ == "__main__":
    with process_beside() as beside:
        beside.submit(int).result()
        print("ready", flush=True)
        input()
"""


@pytest.fixture(scope="module")
def parts(vietsovpetro):
    year = vietsovpetro
    return occasion_of(year, year.head.basis), year.organisation, year.plan, consolidated(year), year.words, "vi"


def test_a_paper_written_beside_has_the_same_bytes(parts) -> None:
    paper, deck = compose_review(*parts), compose_deck(*parts)
    work = ((as_docx, paper), (as_pdf, paper), (as_pptx, deck))
    with process_beside() as beside:
        begun = [beside.submit(write, what) for write, what in work]
        for (write, what), there in zip(work, begun, strict=True):
            assert sha256(there.result()).digest() == sha256(write(what)).digest(), write.__name__


def test_what_goes_wrong_beside_is_not_lost(parts) -> None:
    paper = replace(compose_review(*parts), language="fr")
    with process_beside() as beside:
        begun = beside.submit(as_pdf, paper)
        with pytest.raises(KeyError, match="fr"):
            begun.result()


def test_the_process_beside_ends_when_this_one_is_killed(tmp_path) -> None:
    script = tmp_path / "waits.py"
    script.write_text(WAITS, encoding="utf-8")
    surroundings = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    pipes = dict.fromkeys(("stdin", "stdout"), subprocess.PIPE)
    with subprocess.Popen([sys.executable, str(script)], env=surroundings, **pipes) as waiting:
        assert waiting.stdout is not None
        assert waiting.stdout.readline().strip() == b"ready"
        waiting.kill()
        waiting.communicate(timeout=60)  # ends when nobody holds the pipe any more, the process beside among them
