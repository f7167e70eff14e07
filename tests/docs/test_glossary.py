"""One word for one thing: what the rooms make public stands in the glossary, and words that collide are no names."""

import ast
import importlib
import re

import pytest

ROOMS = ("year", "words", "figures", "organisation", "plan", "dossier", "results", "documents", "yearbook", "engine")
BANNED_CLASSES = {
    "Unit": "OrgUnit or Measure",
    "Form": "ReportForm or CommendationForm",
    "Council": "VentureCouncil, EmulationCouncil or InitiativeCouncil",
    "Cluster": "EmulationCluster",
    "Annex": "Appendix",
}
BANNED_NAMES = {
    "status": "state",
    "set_status": "the name of the act",
    "completion_rate": "percent_of_plan",
    "scope_of_influence": "scope",
    "base_points": "max_points",
    "mid_term_review": "interim_review",
}
"""Names that the glossary replaces, and by what."""


@pytest.fixture(scope="module")
def terms(root):
    """Every word in code marks in the glossary, and the part before the dot of each."""
    marked = re.findall(r"`([^`]+)`", (root / "docs/glossary.md").read_text(encoding="utf-8"))
    return {word for term in marked for word in (term, term.partition(".")[0])}


@pytest.mark.parametrize("room", ROOMS)
def test_every_public_class_and_constant_of_a_room_stands_in_the_glossary(room, terms):
    public = importlib.import_module(f"tongket.{room}").__all__
    assert [name for name in public if name[0].isupper() and name not in terms] == []


def test_the_glossary_is_asked_about_every_room(root):
    packages = {path.parent.name for path in (root / "src/tongket").glob("*/__init__.py")}
    assert packages - {"files", "desk", "cli", "server"} == set(ROOMS)  # these four make no class public
    for package in ("files", "desk", "cli", "server"):
        public = getattr(importlib.import_module(f"tongket.{package}"), "__all__", [])
        assert [name for name in public if name[0].isupper()] == []


def test_what_the_glossary_says_of_an_enumeration_is_what_it_holds(root):
    text = (root / "docs/glossary.md").read_text(encoding="utf-8").partition("## Decided")[0]
    named = {}
    for name, values in re.findall(r"`([A-Z]\w+)`[:(]? ?\(?((?:`[A-Z_]+` ?)+)", text):
        named[name] = set(re.findall(r"`([A-Z_]+)`", values))
    found = {room: importlib.import_module(f"tongket.{room}") for room in ROOMS}
    held = {name: getattr(module, name) for module in found.values() for name in named if hasattr(module, name)}
    assert len(held) >= 15
    assert {name: {member.name for member in held[name]} for name in held} == {name: named[name] for name in held}


def names_given(tree):
    """Every name a module gives to a function, a parameter, a field or a variable, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno


def classes(tree):
    return ((node.name, node.lineno) for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def names_met_from_outside(tree):
    """The names another module or a reader of the public face meets: fields, and functions with their parameters."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield from ((f.target.id, f.lineno) for f in node.body if isinstance(f, ast.AnnAssign))
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node.name, node.lineno
            yield from ((arg.arg, arg.lineno) for arg in (*node.args.args, *node.args.kwonlyargs))


def sources(root):
    for path in sorted((root / "src/tongket").rglob("*.py")):
        yield path.relative_to(root).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("given", "banned"), [(names_given, BANNED_NAMES), (classes, BANNED_CLASSES)])
def test_no_word_that_the_glossary_replaces_is_a_name(root, given, banned):
    wrong = [
        f"{path}:{line}: {name}, say {banned[name]}"
        for path, tree in sources(root)
        for name, line in given(tree)
        if name in banned
    ]
    assert wrong == []


def test_nothing_that_others_meet_is_called_a_bare_unit(root):
    wrong = [
        f"{path}:{line}: say org_unit or measure"
        for path, tree in sources(root)
        for name, line in names_met_from_outside(tree)
        if name == "unit"
    ]
    assert wrong == []
