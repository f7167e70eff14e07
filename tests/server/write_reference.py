"""Writes docs/reference/settings.md and rights.md anew: `python3 run.py` environment, from the project's folder."""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))
os.environ.setdefault("TONGKET_DATA", tempfile.mkdtemp())
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.server.settings")

import django  # noqa: E402

django.setup()

from tongket.server.actions import reference as rights_page  # noqa: E402
from tongket.server.settings import reference as settings_page  # noqa: E402

for name, page in (("settings.md", settings_page.page), ("rights.md", rights_page.page)):
    (ROOT / "docs/reference" / name).write_text(page(), encoding="utf-8", newline="\n")
