"""A real server of an office, begun from nothing: `tongket serve` and `tongket worker`, and the mails they send."""

import contextlib
import email
import email.policy
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

LEFT_OUT = ("TONGKET_", "DATABASE", "DJANGO")


class Office:
    """The address of the server, the first administrator's password, and the mails as they were printed."""

    def __init__(self, address, folder):
        self.address, self.folder = address, folder

    @property
    def said(self):
        """What the server printed."""
        return (self.folder / "serve.txt").read_text(encoding="utf-8")

    @property
    def password(self):
        return re.search(r"mật khẩu: (\S+)\. Đổi", self.said)[1]

    def mails(self):
        """Every mail sent so far: to whom, and its text."""
        printed = (self.folder / "worker.txt").read_bytes() + (self.folder / "serve.txt").read_bytes()
        for raw in re.findall(rb"^Content-Type: text/plain.*?^-{70,}$", printed, re.MULTILINE | re.DOTALL):
            mail = email.message_from_bytes(raw.rsplit(b"\n", 1)[0], policy=email.policy.default)
            yield mail["To"], mail.get_content()

    def mail_to(self, address, having=""):
        """The last mail to somebody; waits for the worker."""
        for _ in range(200):
            found = [text for to, text in self.mails() if address in to and having in text]
            if found:
                return found[-1]
            time.sleep(0.1)
        pytest.fail(f"no mail to {address}")
        return ""


@contextlib.contextmanager
def office(root, folder):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(LEFT_OUT)}
    env = kept | {"PYTHONPATH": str(root / "src"), "PYTHONUNBUFFERED": "1", "TONGKET_DATA": str(folder / "data")}
    env["TONGKET_SQLITE_SYNCHRONOUS"] = "NORMAL"
    address = f"http://127.0.0.1:{port}"
    serving = started(["serve", "--port", str(port), "--administrator", "quantri"], env, folder / "serve.txt")
    working = None
    try:
        wait_for(address, serving, folder / "serve.txt")
        working = started(["worker"], env, folder / "worker.txt")
        yield Office(address, folder)
    finally:
        for process in (working, serving):
            if process is not None:
                process.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(timeout=10)
                if process.poll() is None:
                    process.kill()
                    process.wait()


def started(args, env, out):
    with out.open("wb") as file:
        return subprocess.Popen(
            [sys.executable, "-m", "tongket", *args], env=env, stdout=file, stderr=subprocess.STDOUT, cwd=out.parent
        )


def wait_for(address, process, out):
    """Wait until a server answers; fail with what it printed when it ends instead."""
    for _ in range(600):
        if process.poll() is not None:
            pytest.fail(f"the server ended: {out.read_text(encoding='utf-8')}")
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"{address}/health/", timeout=2)
            return
        time.sleep(0.1)
    pytest.fail(f"the server did not answer: {out.read_text(encoding='utf-8')}")
