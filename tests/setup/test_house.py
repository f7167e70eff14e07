"""House rules that no linter knows: sizes, exact numbers, nothing of one machine, one place for what only POSIX has."""

import ast
import re
import subprocess

import pytest

ROOMS = ("year", "words", "figures", "organisation", "plan", "results", "documents", "yearbook")
POSIX_ONLY = {"crypt", "fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}
POSIX_ONLY_CALLS = {"fork", "forkpty", "killpg", "setsid", "getuid", "geteuid", "sched_setaffinity", "setrlimit"}
POSIX_PLACE = "src/tongket/files/machine.py"
MOST_LINES_OF_A_MODULE, MOST_LINES_OF_A_FUNCTION = 400, 60
MACHINE_PATH = re.compile(r"(?<![\w./-])/(?:work|root|farm|home/\w+|Users/\w+)/[\w.]")
# in parts, so that this file does not hold what it forbids
INDEX_HOST = re.compile(r"\b(?:" + "py" + "pi|files.python" + "hosted" + r")\.org\b")


@pytest.fixture(scope="module")
def source(root):
    """Every module that ships, with its syntax tree, by its path."""
    paths = [root / "run.py", *sorted((root / "src").rglob("*.py"))]
    return {path.relative_to(root).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


@pytest.fixture(scope="module")
def tracked(root):
    """The text of every file that git keeps or would keep, by its path."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=True).stdout.split("\0")
    paths = [root / name for name in names if name and (root / name).is_file()]
    texts = {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
    return {name: text.decode("utf-8") for name, text in texts.items() if b"\0" not in text}


def test_no_module_is_longer_than_the_ceiling(root):
    paths = [root / "run.py", *(root / "src").rglob("*.py"), *(root / "tests").rglob("*.py")]
    paths = [path for path in paths if path.parent.name != "migrations"]  # written by Django
    lengths = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8").count("\n") for path in paths}
    assert not {name: lines for name, lines in lengths.items() if lines > MOST_LINES_OF_A_MODULE}


def test_no_function_is_longer_than_the_ceiling(source):
    lengths = {
        f"{name}:{node.name}": node.end_lineno - node.lineno + 1
        for name, tree in source.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert not {name: lines for name, lines in lengths.items() if lines > MOST_LINES_OF_A_FUNCTION}


def test_what_only_posix_has_stays_in_one_file_of_the_files_tool(source):
    used = {name: sorted(posix_only(tree)) for name, tree in source.items() if name != POSIX_PLACE}
    assert not {name: found for name, found in used.items() if found}


def posix_only(tree):
    """The modules and calls of a module that Windows does not have."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.partition(".")[0] in POSIX_ONLY)
        if isinstance(node, ast.ImportFrom) and node.module in POSIX_ONLY:
            yield node.module
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os":
            yield from {node.attr} & POSIX_ONLY_CALLS


def test_a_use_of_what_only_posix_has_would_be_seen():
    text = "import fcntl\nfrom resource import getrusage\nimport os\nos.fork()\nos.getpid()\n"
    assert sorted(posix_only(ast.parse(text))) == ["fcntl", "fork", "resource"]


def test_no_room_holds_a_float(source):
    rooms = {name: tree for name, tree in source.items() if name.split("/")[2:3] and name.split("/")[2] in ROOMS}
    floats = {name: sorted(floating(tree)) for name, tree in rooms.items()}
    assert not {name: lines for name, lines in floats.items() if lines}


def floating(tree):
    """The lines where a float is written or made."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield node.lineno
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float":
            yield node.lineno


def test_a_float_in_a_room_would_be_seen():
    assert sorted(floating(ast.parse("a = 1\nb = 0.5\nc = float('1')\nd: float\n"))) == [2, 3]


def test_no_file_holds_a_path_of_somebodys_machine(tracked):
    assert not {name: found[0] for name, text in tracked.items() if (found := MACHINE_PATH.findall(text))}


def test_no_file_names_the_host_of_a_package_index(tracked):
    assert not {name: found[0] for name, text in tracked.items() if (found := INDEX_HOST.findall(text))}


@pytest.mark.parametrize(("text", "is_seen"), [("see /root" + "/x", True), ("src/root/x", False), ("a/work/b", False)])
def test_a_path_of_a_machine_is_told_from_a_path_of_ours(text, is_seen):
    assert bool(MACHINE_PATH.search(text)) == is_seen


def test_the_hooks_before_a_commit_are_the_checks_of_ci(root):
    import yaml

    hooks = yaml.safe_load((root / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    entries = [hook["entry"] for hook in hooks]
    checks = re.findall(r'^    "(\w+)": \("-[mc]"', (root / "run.py").read_text(encoding="utf-8"), re.MULTILINE)
    assert checks == ["style", "format", "types", "imports"]
    assert entries == [f"python3 run.py lint {check}" for check in checks]


def test_ci_installs_every_package_that_a_skip_may_name(root):
    ci = (root / ".ci/run").read_text(encoding="utf-8")
    conftest = (root / "tests/conftest.py").read_text(encoding="utf-8")
    table = re.search(r"^DEBIAN_PACKAGE = (\{.*?^\})", conftest, re.MULTILINE | re.DOTALL)[1]
    named = {word for value in ast.literal_eval(table).values() for word in re.findall(r"[a-z][a-z0-9-]+", value)} - {
        "and"
    }
    assert len(named) >= 5
    assert not {package for package in named if not re.search(rf" {package}[ ;]", ci)}
