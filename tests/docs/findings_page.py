"""Writes docs/reference/findings.md: what the code says of each finding, and what a person wrote beside it.

Code, weight and sentences come from the rooms; the last column is written by hand, in Vietnamese and English, and kept.
After a finding was added: `PYTHONPATH=src python tests/docs/findings_page.py`, then fill in its last cell.
"""

import importlib
import pkgutil
import re
from pathlib import Path

import tongket
from tongket.words import FindingKind

PAGE = Path(__file__).parents[2] / "docs/reference/findings.md"
ROOMS = {
    "files": "The files themselves, before anybody looks at what they say.",
    "yearbook": "The rows of the tables, and what must agree between the parts of a year.",
    "organisation": "The register of org units, groupings and people.",
    "plan": "Indicators, plan lines and versions, targets, shares, factors and milestones.",
    "dossier": "What came back from a unit: a report form, or a workbook of its own read by a mapping.",
    "results": "What the reported figures add up to, and what does not agree.",
}
HEAD = """\
# Findings

What tongket may say of a year folder. How to read and settle a finding:
[Vietnamese](../how-to/when-a-finding-appears.vi.md), [English](../how-to/when-a-finding-appears.en.md).
Codes are public and never reused. Words in braces stand for values.

The weight says what follows. **Must be corrected** (*phải sửa*): no paper is written.
**Needs an explanation** (*cần giải trình*) and **please note** (*lưu ý*): the papers are written, the finding is
printed and kept in `results.json`; what was found while adding up stands in an appendix of the report as well.
Sentences exist in Russian too.

This page is made from the code, but for its last column; a test holds it complete.
"""


def kinds():
    """All kinds of findings the code declares, in the order of rooms and codes."""
    found = {}
    for module in pkgutil.walk_packages(tongket.__path__, "tongket.", onerror=lambda _: None):
        if not module.name.endswith("__main__") and not module.name.startswith("tongket.server."):
            named = vars(importlib.import_module(module.name)).values()
            found.update((kind.code, kind) for kind in named if isinstance(kind, FindingKind))
    return dict(sorted(found.items()))


def written_by_hand(page):
    """The last cell of every row of a page, by code."""
    return dict(re.findall(r"^\| `([^`]+)`.* \| ([^|]*) \|$", page, re.MULTILINE))


def page(by_hand):
    """The whole page, with the last cells given."""
    found = kinds()
    parts = [HEAD]
    for room, about in ROOMS.items():
        rows = [_row(kind, by_hand.get(code, "")) for code, kind in found.items() if code.startswith(f"{room}.")]
        parts.append(f"\n## {room}\n\n{about}\n\n| code | weight | sentence | what to do |\n|---|---|---|---|\n")
        parts.append("".join(rows))
    return "".join(parts)


def _row(kind, what_to_do):
    weight = kind.severity.label
    sentence = f"{kind.sentence.vi}<br>*{kind.sentence.en}*".replace("|", "&#124;")
    return f"| `{kind.code}` | {weight.vi}<br>*{weight.en}* | {sentence} | {what_to_do} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(written_by_hand(PAGE.read_text(encoding="utf-8"))), encoding="utf-8")
