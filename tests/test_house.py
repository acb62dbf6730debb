"""The house rules that no tool checks by itself, and proof that the contracts bite."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "followup_desktop"
TREES = (
    ".ci",
    "benchmarks",
    "docs",
    "followup_desktop",
    "packaging",
    "resources",
    "scripts",
    "tests",
)
PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def committed_texts() -> Iterator[tuple[Path, str]]:
    for path in [*ROOT.iterdir(), *(path for tree in TREES for path in (ROOT / tree).rglob("*"))]:
        if path.is_file() and "__pycache__" not in path.parts:
            try:
                yield path.relative_to(ROOT), path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue  # a picture, or a database


# The rooms


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("domain/planted.py", "import followup_desktop.store", "Imports only go down"),
        ("services/planted.py", "import followup_desktop.ui", "Imports only go down"),
        ("store/planted.py", "import followup_desktop.words", "Imports only go down"),
        ("ui/planted.py", "import followup_desktop.tray", "Imports only go down"),
        ("tray/planted.py", "import followup_desktop.ui.desk", "Imports only go down"),
        ("planted.py", "", "Imports only go down"),
        ("services/planted.py", "import PySide6.QtCore", "Qt stays in the windows"),
        ("paths.py", "import PySide6.QtCore", "Qt stays in the windows"),
        ("ui/planted.py", "import peewee", "Only the store knows the database"),
        ("ui/planted.py", "import appdirs", "Only paths knows where folders lie"),
        ("domain/planted.py", "import pathlib", "The domain is plain Python"),
    ],
)
def test_a_wrong_import_breaks_its_contract(
    tmp_path: Path, file: str, line: str, contract: str
) -> None:
    shutil.copytree(PACKAGE, tmp_path / PACKAGE.name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / PACKAGE.name / file).open("a", encoding="utf-8") as module:
        module.write(line + "\n")
    command = [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"]
    answer = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert f"{contract} BROKEN" in answer.stdout, answer.stdout + answer.stderr
    assert answer.returncode == 1


CLOCKS = {
    *("datetime.now", "datetime.utcnow", "datetime.today", "date.today"),
    *("time.time", "time.time_ns", "time.localtime", "time.gmtime"),
}
SQL_CLOCK = re.compile(r"current_(timestamp|date|time)\b|\('now'", re.IGNORECASE)


@pytest.mark.parametrize("room", ["domain", "store", "services"])
def test_now_is_handed_in(room: str) -> None:
    asked = []
    for path in (PACKAGE / room).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                is_clock = ".".join(ast.unparse(node).split(".")[-2:]) in CLOCKS
            else:
                is_sql = isinstance(node, ast.Constant) and isinstance(node.value, str)
                is_clock = is_sql and SQL_CLOCK.search(node.value) is not None
            if is_clock:
                asked.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert asked == []


# What is shipped


LOCKS = {
    "dependencies": "requirements.lock",
    "dev": "requirements-dev.lock",
    "installers": "requirements-installers.lock",
}


def requirements(table: str) -> Iterator[tuple[str, str, str]]:
    """Name, version and comment of each, as pyproject.toml has them."""
    block = re.search(rf"^{table} = \[\n(.*?)^\]", PYPROJECT, re.MULTILINE | re.DOTALL)
    assert block
    for line in block[1].splitlines():
        requirement, _, comment = line.partition("#")
        name, _, version = requirement.strip().strip('",').partition("==")
        yield name, version, comment


LICENCES = (
    r"MIT|LGPL-3\.0|zlib|Apache-2\.0|BSD-[23]-Clause|OFL-1\.1|MPL-2\.0|"
    r"GPL-2\.0 with an exception for what it packs"
)


@pytest.mark.parametrize("table", LOCKS)
def test_each_package_says_why_it_is_here_and_under_what_licence(table: str) -> None:
    unsaid = [
        name
        for name, _, comment in requirements(table)
        if not re.fullmatch(rf" \S.{{10,}}; ({LICENCES})", comment)
    ]
    assert unsaid == []


@pytest.mark.parametrize("table", LOCKS)
def test_the_lock_files_are_in_step_with_pyproject(table: str) -> None:
    lock = (ROOT / LOCKS[table]).read_text(encoding="utf-8")
    behind = [
        name
        for name, version, _ in requirements(table)
        if f"\n{name.lower()}=={version} \\\n    --hash=sha256:" not in lock
    ]
    assert behind == [], "run `make lock`"
    assert "://" not in lock, "an address of an index got into the lock file"


def test_a_wheel_holds_every_module_and_every_resource(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    no_bytecode = shutil.ignore_patterns("__pycache__")
    for tree in (PACKAGE, ROOT / "resources"):
        shutil.copytree(tree, source / tree.name, ignore=no_bytecode)
    build = "from setuptools.build_meta import build_wheel; build_wheel('..')"
    subprocess.run([sys.executable, "-c", build], cwd=source, check=True, capture_output=True)

    (wheel,) = tmp_path.glob("*.whl")
    modules = {path.relative_to(source) for path in (source / PACKAGE.name).rglob("*.py")}
    resources = {path for path in (source / "resources").rglob("*") if path.is_file()}
    resources = {Path(PACKAGE.name) / path.relative_to(source) for path in resources}
    held = {Path(name) for name in ZipFile(wheel).namelist()}
    assert (modules | resources) - held == set()


# What a newcomer reads


def test_nobody_s_home_folder_is_named() -> None:
    home = re.compile(r"(/home/|/Users/|\\Users\\|/root/)\w")
    assert [str(path) for path, text in committed_texts() if home.search(text)] == []


def test_every_command_of_the_readme_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^make (\w+)|`make (\w+)", readme, re.MULTILINE))
    assert named
    wanted = {"".join(pair) for pair in named}
    assert wanted - set(re.findall(r"^(\w+):", makefile, re.MULTILINE)) == set()


def test_links_between_documents_lead_somewhere() -> None:
    broken = []
    for path, text in committed_texts():
        if path.suffix == ".md":
            for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
                if not (ROOT / path.parent / target).exists():
                    broken.append(f"{path}: {target}")
    assert broken == []


def test_the_version_is_in_the_changelog() -> None:
    version = re.search(r'__version__ = "(.+)"', (PACKAGE / "__init__.py").read_text("utf-8"))
    assert version
    assert f"\n## {version[1]}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
