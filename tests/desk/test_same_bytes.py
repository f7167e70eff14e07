"""The same year folder gives the same bytes: whatever order Python happens to hash in, wherever the papers go."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def papers(out: Path, language: str, seed: str) -> dict[str, str]:
    request = ["review", str(ROOT / "examples" / "vietsovpetro-2021"), "--out", str(out), "--lang", language, "--json"]
    surroundings = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    subprocess.run([sys.executable, "-m", "tongket", *request], check=True, env=surroundings, stdout=subprocess.DEVNULL)
    return {
        paper.name: hashlib.sha256(paper.read_bytes()).hexdigest()
        for paper in sorted(out.iterdir())
        if not paper.name.startswith(".")
    }


@pytest.mark.parametrize(
    "language", ["vi", pytest.param("ru", marks=pytest.mark.long), pytest.param("en", marks=pytest.mark.long)]
)
def test_two_reviews_of_one_folder_are_the_same_to_the_byte(tmp_path, language):
    first, second = (papers(tmp_path / seed, language, seed) for seed in ("1", "2"))
    assert set(first) == {"consolidated.xlsx", "report.docx", "report.pdf", "results.json", "slides.pptx"}
    assert first == second
