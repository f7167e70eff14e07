"""The page of the command line and `--help` say the same: commands, options, choices, defaults and what is required."""

import argparse
import re

import pytest

from tongket.cli.parser import make_parser

COMMANDS = next(a for a in make_parser()._actions if isinstance(a, argparse._SubParsersAction)).choices


@pytest.fixture(scope="module")
def page(root):
    return (root / "docs/reference/command-line.md").read_text(encoding="utf-8")


def section(page, command):
    """What stands under a command's heading, up to the next heading."""
    return page.partition(f"## `{command}`\n")[2].partition("\n## ")[0]


def rows(page, command):
    """The rows of a command's table: the argument as written, and its default."""
    for line in section(page, command).splitlines():
        if line.startswith("| `"):
            argument, _, default = (cell.strip() for cell in line.strip("|").split(" | "))
            yield argument.strip("` "), default.strip("` |")


def said_in_help(command):
    """The arguments of a command: as the page has to write them, and what is said of their default."""
    for action in COMMANDS[command]._actions:
        if isinstance(action, argparse._HelpAction):
            continue
        name = action.option_strings[0] if action.option_strings else action.dest
        if action.choices:
            name += " {" + ",".join(action.choices) + "}"
        elif action.option_strings and action.nargs != 0:
            name += f" {action.metavar or 'DIR'}"
        yield name, action


def test_the_page_has_every_command_and_no_other(page):
    headings = re.findall(r"^## `(\w+)`$", page, re.MULTILINE)
    assert headings == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_argument_of_a_command_stands_in_its_table_and_no_other(page, command):
    assert [argument for argument, _ in rows(page, command)] == [name for name, _ in said_in_help(command)]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_table_says_what_is_required_and_what_is_meant_when_left_out(page, command):
    said = dict(rows(page, command))
    for name, action in said_in_help(command):
        required = action.required if action.option_strings else True
        assert (said[name] == "required") is required, name
        if action.default not in (None, False):
            assert said[name] == str(action.default), name


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_that_help_prints_is_on_the_page(page, command):
    printed = set(re.findall(r"--[a-z]+(?:-[a-z]+)*", COMMANDS[command].format_help())) - {"--help"}
    assert printed == set(re.findall(r"--[a-z]+(?:-[a-z]+)*", section(page, command)))


@pytest.mark.parametrize("command", COMMANDS)
def test_help_speaks_vietnamese_and_english(command):
    for name, action in said_in_help(command):
        vietnamese, _, english = action.help.partition(" / ")
        assert vietnamese, name
        assert english, name


def test_the_page_says_what_run_py_says_of_itself(page, root):
    docstring = (root / "run.py").read_text(encoding="utf-8").split('"""')[1]
    usages = [line.partition("  ")[0] for line in docstring.splitlines() if line.startswith("python3 run.py")]
    written = re.findall(r"^\| `(python3 run\.py[^`]*)`", page, re.MULTILINE)
    assert [usage.replace("...", "…") for usage in usages] == written
