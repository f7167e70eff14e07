"""Walks a page of the docs as its reader would: types its commands, edits the cells it names, looks for what it shows.

What counts on a page, in this order of appearance:

* ```` ```console ```` blocks: `$ python3 run.py …` is run; the lines under it must occur in its output, in their order.
  `…` alone leaves lines out, at an end of a line the rest of it. Exit code 0, or N when the block is `console exit-N`;
  a word that must be gone is named by `console without-WORD`;
* a workbook named in code marks: the edits after it are made in it;
* “sheet **S**, cell **C**, replace `old` by `new`”, in Vietnamese or English: the cell holds old and then new;
* “add … to the sheet **S**:” and a table whose heads are names of columns: its rows are put under those of the sheet;
* ```` ```yaml PATH ```` blocks: the file is written;
* ```` ```text PATH ```` blocks: the lines must occur in that Word file or workbook, in their order.
"""

import datetime as dt
import os
import re
import shlex
import subprocess
import sys
from collections import Counter
from pathlib import Path

import docx
import openpyxl

FENCE = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BOOK = re.compile(r"`([^`\s]+/(?:year|mappings/[A-Z]+)\.xlsx)`")
EDIT = re.compile(r"(?:sheet|trang)\s\*\*([^*]+)\*\*,\s(?:cell|ô)\s\*\*([A-Z]+[0-9]+)\*\*,\s\w+\s`(.*?)`\s\w+\s`(.*?)`")
ROWS = re.compile(
    r"(?:[Aa]dd|[Tt]hêm)[^.:]*?(?:sheet|trang)\s\*\*([^*]+)\*\*[^\n]*:\n\n(\|.+\|)\n\|[-|]+\|\n((?:\|.*\|\n)+)"
)
COLUMN_NAMES = 3  # the grey row of a sheet
EMPTY = {"trống", "empty"}


def walk(page, folder):
    """Do everything a page says, in a folder that holds a copy of the examples; return how often each kind of step."""
    found = [(match.start(), what, match) for what, form in STEPS for match in form.finditer(page)]
    blocks = [match.span() for match in FENCE.finditer(page)]
    outside = [
        (start, what, match)
        for start, what, match in found
        if what is block or not any(first < start < last for first, last in blocks)
    ]
    book = None
    for _, what, match in sorted(outside, key=lambda step: step[0]):
        book = what(match, folder, book) or book
    return Counter(what.__name__ for _, what, _ in outside)


def block(match, folder, _):
    language, argument, text = match.groups()
    if language == "console":
        what, _, how = (argument or "exit-0").partition("-")
        run_all(text, folder, exit_code=int(how) if what == "exit" else 0, gone=how if what == "without" else None)
    elif language == "yaml" and argument:
        path = folder / argument
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    elif language == "text" and argument:
        look_for(text.splitlines(), TEXT_OF[Path(argument).suffix](folder / argument), argument)


def open_book(match, *_):
    return match[1]


def edit(match, folder, book):
    _, cell, old, new = match.groups()
    sheet = " ".join(match[1].split())
    workbook = openpyxl.load_workbook(folder / book)
    assert workbook[sheet][cell].value == value(old), f"{sheet}!{cell} holds {workbook[sheet][cell].value!r}, not {old}"
    workbook[sheet][cell] = value(new)
    workbook.save(folder / book)


def add_rows(match, folder, book):
    workbook = openpyxl.load_workbook(folder / book)
    sheet = workbook[" ".join(match[1].split())]
    names = {cell.value: cell.column for cell in sheet[COLUMN_NAMES]}
    labels = {(cell.value or "").rstrip("\xa0 *"): cell.column for cell in sheet[COLUMN_NAMES - 1]}
    heads = cells(match[2])
    for at, line in enumerate(match[3].splitlines(), start=sheet.max_row + 1):
        for head, text in zip(heads, cells(line), strict=True):
            sheet.cell(at, {**labels, **names}[head], value(text))
    workbook.save(folder / book)


STEPS = ((block, FENCE), (open_book, BOOK), (edit, EDIT), (add_rows, ROWS))


def cells(line):
    return [cell.strip().strip("`") for cell in line.strip().strip("|").split("|")]


def value(text):
    """What Excel makes of a text that is typed: nothing, a number, a day, or the text."""
    if not text or text in EMPTY:
        return None
    if re.fullmatch(r"-?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[0-9]{2}/[0-9]{2}/[0-9]{4}", text):
        return dt.datetime.strptime(text, "%d/%m/%Y")  # noqa: DTZ007 - a cell of Excel has no time zone
    return float(text) if re.fullmatch(r"-?[0-9]+\.[0-9]+", text) else text


def run_all(text, folder, *, exit_code, gone):
    """Run the commands of a block one after the other; the last one ends with the exit code, those before with 0."""
    commands = re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]
    assert commands, f"no command in {text!r}"
    for number, command in enumerate(commands, start=1):
        line, _, shown = command.partition("\n")
        done = run(line, folder)
        assert done.returncode == (exit_code if number == len(commands) else 0), f"{line}\n{done.stdout}{done.stderr}"
        look_for(shown.splitlines(), done.stdout, line)
        assert not gone or gone not in done.stdout, f"{line}\nstill shows {gone}:\n{done.stdout}"


def run(line, folder):
    words = shlex.split(line)
    assert words[:2] == ["python3", "run.py"], line
    surroundings = os.environ | {"COLUMNS": "160", "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, "-m", "tongket", *words[2:]],
        cwd=folder, env=surroundings, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def look_for(shown, output, where):
    """Find every line shown in the output, in order; spaces may be more or fewer."""
    rest = tidy(output)
    for line in shown:
        wanted = tidy(line.strip().strip("…"))
        if wanted:
            assert wanted in rest, f"{where}\nno longer shows: {wanted}\nbut: {rest[:3000]}"
            rest = rest.partition(wanted)[2]


def tidy(text):
    return re.sub(r"[\s│]+", " ", text).strip()


def word_text(path):
    """All text of a Word file, paragraph by paragraph, those in cells of tables too."""
    paragraphs = (node for node in docx.Document(path).element.body.iter() if node.tag.endswith("}p"))
    return "\n".join("".join(run.text or "" for run in one.iter() if run.tag.endswith("}t")) for one in paragraphs)


def book_text(path):
    """All values of a workbook, sheet by sheet and row by row."""
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    rows = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
    book.close()
    return "\n".join(" ".join(str(cell) for cell in row if cell is not None) for row in rows)


TEXT_OF = {".docx": word_text, ".xlsx": book_text}
