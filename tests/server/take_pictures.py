"""Takes the pictures of docs/images/server anew from the demonstration, for the README and the first steps.

Run from the project's folder, with Chromium there: `PYTHONPATH=src:. .venv/bin/python tests/server/take_pictures.py`.
"""

import io
import os
import re
import shutil
import socket
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright
from tests.server.browsing import Person
from tests.server.office import started, wait_for

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / "docs/images/server"
WIDE = {"viewport": {"width": 1180, "height": 800}}
PHONE = {"viewport": {"width": 390, "height": 760}, "is_mobile": True, "has_touch": True}
# name of the picture: who looks, at which entry of the menu, on what
PICTURES = {
    "desk": ("thuky", None, WIDE),
    "dossier": ("gpv", "Hồ sơ báo cáo", WIDE),
    "head-phone": ("vsp-lanhdao", "Hồ sơ báo cáo", PHONE),
    "checking": ("thuky", "Kiểm tra hồ sơ", WIDE),
    "results": ("thuky", "Tổng hợp số liệu", WIDE),
    "plan": ("thuky", "Giao kế hoạch", WIDE),
    "accounts": ("quantri", "Quản trị", WIDE),
    "log": ("kiemtra", "Nhật ký", WIDE),
}


def main():
    """Start the demonstration, look at each page as its person, and keep what is seen, small."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = Path(tempfile.mkdtemp())
    out = folder / "out.txt"
    env = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}
    process = started(["demo", "--port", str(port), "--data", str(folder / "data"), "--no-browser"], env, out)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address, process, out)
        said = out.read_text(encoding="utf-8")
        passwords = dict(re.findall(r"^\s*([a-z-]+)\s+([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})", said, re.MULTILINE))
        with sync_playwright() as playwright:
            chromium = shutil.which("chromium") or sys.exit("Chromium is not here.")
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for name, (who, entry, window) in PICTURES.items():
                take(browser, address, passwords, name, (who, entry, window))
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def take(browser, address, passwords, name, how):
    who, entry, window = how
    context = browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", **window)
    person = Person(context, address).enter(who, passwords[who])
    if entry:
        person.menu(entry)
    person.page.wait_for_timeout(500)
    picture = Image.open(io.BytesIO(person.page.screenshot()))
    PLACE.mkdir(parents=True, exist_ok=True)
    picture.quantize(96).save(PLACE / f"{name}.png", optimize=True)
    context.close()


if __name__ == "__main__":
    main()
