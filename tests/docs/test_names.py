"""What the pages name exists: modules, finding codes, commands and options, sheets and columns."""

import re

import pytest
from tests.docs.findings_page import kinds

from tongket.cli.parser import make_parser
from tongket.dossier.foreign.mapping_table import ROWS_SHEET
from tongket.yearbook import TABLES, columns

FOLDERS = ("docs/tutorial", "docs/how-to", "docs/explanation", "docs/decisions")


@pytest.fixture(scope="module")
def texts(root):
    pages = [page for folder in FOLDERS for page in sorted((root / folder).glob("*.md"))]
    pages += [root / name for name in ("README.md", "README.vi.md", "CHANGELOG.md", "docs/glossary.md")]
    return {page.relative_to(root).as_posix(): page.read_text(encoding="utf-8") for page in pages}


def marked(text):
    """The words in code marks, and the lines of code blocks."""
    return re.findall(r"`([^`\n]+)`", text)


def test_every_module_named_exists(texts, root):
    named = [(page, word) for page, text in texts.items() for word in marked(text) if re.fullmatch(r"[\w/]+\.py", word)]
    there = [root, root / "src/tongket", root / "tests", root / "requirements", root / "examples"]
    assert len(named) >= 15
    assert [(page, word) for page, word in named if not any((folder / word).is_file() for folder in there)] == []


def test_every_finding_named_exists(texts):
    rooms = {code.partition(".")[0] for code in kinds()}
    form = re.compile(rf"(?:{'|'.join(sorted(rooms))})\.[a-z]+(?:-[a-z]+)+")
    named = [(page, code) for page, text in texts.items() for code in form.findall(text)]
    assert len(named) >= 20
    assert [(page, code) for page, code in named if code not in kinds()] == []


def test_every_command_and_option_named_exists(texts):
    commands = make_parser()._subparsers._group_actions[0].choices
    wrong = []
    for page, text in texts.items():
        for command, rest in re.findall(r"run\.py ([a-z]+)\b([^\n`#]*)", text):
            known = commands[command]._option_string_actions if command in commands else {}
            options = re.findall(r"--[a-z]+", rest)
            if command not in {*commands, "test", "lint"} or (known and not set(options) <= set(known)):
                wrong.append((page, command, rest))
    assert wrong == []


def test_every_sheet_named_in_bold_after_the_word_sheet_is_one(texts):
    sheets = {table.title.vi for table in TABLES} | {"Hướng dẫn", "Mốc tiến độ", ROWS_SHEET}
    named = [
        (page, " ".join(sheet.split()))
        for page, text in texts.items()
        for sheet in re.findall(r"(?:[Ss]heet|[Tt]rang)\s\*\*([^*]+)\*\*", text)
    ]
    assert len(named) >= 30
    assert [(page, sheet) for page, sheet in named if sheet not in sheets] == []


def test_every_column_named_in_italics_on_a_vietnamese_how_to_is_one(texts):
    labels = {column.label.vi for table in TABLES for column in columns(table.fact)}
    states = {"Không giao", "Chưa đến hạn", "Đề xuất", "Phải sửa", "Cần giải trình", "Lưu ý", "Phần chưa phân bổ"}
    kinds_said = {"Thực hiện chính thức", "Thực hiện năm trước"}
    named = [
        (page, " ".join(word.split()))
        for page, text in texts.items()
        if "how-to" in page and page.endswith(".vi.md")
        for word in re.findall(r"(?<![*\w])\*([^*\n`][^*`]*)\*(?!\*)", re.sub(r"^\* ", "- ", text, flags=re.MULTILINE))
    ]
    assert len(named) >= 20
    assert [one for one in named if one[1] not in labels | states | kinds_said] == []
