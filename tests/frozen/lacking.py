"""Shows that every test here notices a package that lacks something.

`make prove-installers`, after `make installers`: for each of the parts below it makes a .deb and a
setup without it, as a build that forgot it would, lets all the tests loose on them, and is content
when each of them fails. What it prints is the table in docs/installers.md.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import make_setup
from steps import DIST, ROOT

from tests.frozen import packages

# What is taken away, below _internal.
PARTS = {
    "a migration": "followup_desktop/store/migrations/0001_first.py",
    "a playbook": "resources/playbooks/en/promise.toml",
    "SQLite": "sqlcipher3/_sqlite3.*",
}

Outcomes = dict[str, set[str]]
"""A test, and how it went for each of the things that it is run with."""

# As JUnit calls them. An error is raised before the test's own first line: the PC that it asks for
# installs the package, and the program's own `check` is answered there.
WORDS = {"failure": "fails", "error": "fails at check", "skipped": "NOT RUN", "": "PASSES"}
NOTICED = {"fails", "fails at check"}


def main() -> int:
    found = {name: outcomes(name, part) for name, part in PARTS.items()}
    tests = sorted(set().union(*found.values()))
    print("| | " + " | ".join(f"without {name}" for name in PARTS) + " |")
    print("|---" * (len(PARTS) + 1) + "|")
    for test in tests:
        how = (", ".join(sorted(found[name].get(test, {"NOT RUN"}))) for name in PARTS)
        print(f"| {test} | " + " | ".join(how) + " |")
    went = [outcomes.get(test, {"NOT RUN"}) for outcomes in found.values() for test in tests]
    return 0 if tests and all(one <= NOTICED for one in went) else 1


def outcomes(name: str, part: str) -> Outcomes:
    print(f"… Without {name}", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (package,) = DIST.glob("followup-desktop_*_amd64.deb")
        packages.without(package, folder / package.name, part)
        pack_setup_without(part, folder)
        told = folder / "told.xml"
        subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "tests/frozen", f"--junit-xml={told}"],
            cwd=ROOT,
            env={**os.environ, "FOLLOWUP_INSTALLERS": place},
            stdout=subprocess.DEVNULL,
        )
        found: Outcomes = {}
        for test, outcome in read(told):
            found.setdefault(test, set()).add(outcome)
    return found


def pack_setup_without(part: str, folder: Path) -> None:
    broken = make_setup.HERE / "lacking"
    shutil.rmtree(broken, ignore_errors=True)
    shutil.copytree(make_setup.FROZEN, broken)
    packages.forget(broken / "_internal", part)
    make_setup.pack(broken, folder / make_setup.TARGET.name, quick=True)
    shutil.rmtree(broken)


def read(told: Path) -> Iterator[tuple[str, str]]:
    for case in ElementTree.parse(told).iter("testcase"):
        name, file = case.attrib["name"], case.attrib["classname"].rpartition(".")[2]
        sort = next((child.tag for child in case if child.tag in WORDS), "")
        yield f"{file}: {name.partition('[')[0]}", WORDS[sort]


if __name__ == "__main__":
    sys.exit(main())
