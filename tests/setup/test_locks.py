"""What is installed: the locks name releases and hashes and no host, and this very environment is what they say."""

import ast
import importlib.metadata
import re
import sys

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ["runtime", "dev"]


def pins(root, lock):
    """The lock's requirements with the hashes of each."""
    text = (root / "requirements" / f"{lock}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [
        line.partition(" #")[0] for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")
    ]
    found = {}
    for line in lines:
        words, *hashes = re.split(r"\s+--hash=", line.strip())
        requirement = Requirement(words)
        found[canonicalize_name(requirement.name)] = (requirement, sorted(hashes))
    return found


def asked_for(root, lock):
    """What the .in file asks for, by name."""
    lines = (root / "requirements" / f"{lock}.in").read_text(encoding="utf-8").splitlines()
    words = [line.partition("#")[0].strip() for line in lines]
    requirements = [Requirement(word) for word in words if word and not word.startswith("-r")]
    return {canonicalize_name(requirement.name): requirement for requirement in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_has_one_release_and_its_hashes(root, lock):
    for name, (requirement, hashes) in pins(root, lock).items():
        assert re.fullmatch(r"==[^,*]+", str(requirement.specifier)), name
        assert hashes, name
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", found) for found in hashes), name


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_what_its_list_asks_for(root, lock):
    locked = pins(root, lock)
    for name, requirement in asked_for(root, lock).items():
        assert locked[name][0].specifier == requirement.specifier, f"{name}: run requirements/compile.py"


def test_the_lock_of_the_tests_has_the_whole_runtime_as_it_is(root):
    dev = pins(root, "dev")
    for name, (requirement, hashes) in pins(root, "runtime").items():
        assert (dev[name][0].specifier, dev[name][1]) == (requirement.specifier, hashes), name


@pytest.mark.parametrize("name", ["runtime.in", "runtime.txt", "dev.in", "dev.txt"])
def test_no_lock_names_a_host(root, name):
    text = (root / "requirements" / name).read_text(encoding="utf-8")
    assert not re.search(r"://|index-url|find-links|trusted-host|\bfile:", text)


def test_this_environment_is_what_the_lock_says(root):
    locked = {
        name: found for name, (found, _) in pins(root, "dev").items() if not found.marker or found.marker.evaluate()
    }
    here = {name: f"=={importlib.metadata.version(name)}" for name in locked}
    assert here == {name: str(requirement.specifier) for name, requirement in locked.items()}


def test_whatever_the_source_imports_is_asked_for_by_name(root):
    asked = asked_for(root, "runtime")
    brought_by = importlib.metadata.packages_distributions()
    for path in sorted((root / "src").rglob("*.py")):
        for module in imported(path) - set(sys.stdlib_module_names) - {"tongket"}:
            packages = {canonicalize_name(name) for name in brought_by.get(module, ())}
            assert packages & set(asked), (
                f"{path.relative_to(root)} imports {module}, which runtime.in does not ask for"
            )


def imported(path):
    """The top names of what a module imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names
