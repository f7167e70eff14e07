"""Makes the locks runtime.txt and dev.txt from runtime.in and dev.in: every package, one release, its wheels' hashes.

    python3 requirements/compile.py [--uv PATH]        needs `uv` (a tool of the maintainer, not of the product)

The locks hold for every system and every Python from 3.11 on, and name no host: pip takes the wheels from wherever it
is set to look. A release in the old lock stays unless its .in file asks otherwise; `--upgrade` lets all others move on.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
LOCKS = ("runtime", "dev")  # in this order: dev takes over what runtime decided
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--fork-strategy=fewest",  # one release of each package for all systems and Pythons
    "--generate-hashes",
    "--only-binary=:all:",  # what is built from source on the way is not what was pinned
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-header",
    "--quiet",
)
HEAD = "# Made by requirements/compile.py from {name}.in; do not edit. No host, on purpose: docs/decisions/0001.\n"


def compile_lock(uv: str, name: str, *, upgrade: bool) -> None:
    """Resolve one .in file into its lock, keeping what the old lock says unless it must move."""
    target = HERE / f"{name}.txt"
    extra = ["--upgrade"] if upgrade else []
    subprocess.run([uv, "pip", "compile", *OPTIONS, *extra, f"{name}.in", "-o", target.name], cwd=HERE, check=True)
    text = target.read_text(encoding="utf-8")
    if "://" in text:
        sys.exit(f"{target.name} names a host; look at the settings of uv before committing it.")
    target.write_text(HEAD.format(name=name) + text, encoding="utf-8", newline="\n")


def main() -> None:
    """Make both locks, or say which tool is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--uv", default=shutil.which("uv"), help="where uv lies, when it is not on the path")
    parser.add_argument("--upgrade", action="store_true", help="let packages that the .in files do not pin move on")
    chosen = parser.parse_args()
    if not chosen.uv:
        sys.exit("uv was not found: install it (`pip install uv`) or say where it lies with --uv.")
    for name in LOCKS:
        compile_lock(chosen.uv, name, upgrade=chosen.upgrade)


if __name__ == "__main__":
    main()
