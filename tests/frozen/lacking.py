"""Shows that the tests notice a package that lacks something.

`make prove-installers`, after `make windows-setup`: for each of the pieces below it makes a setup
without it, lets the tests loose on it, and is content when they fail.
"""

import os
import shutil
import subprocess
import sys

import make_setup
from steps import ROOT

from tests.frozen import packages

# What is taken away, below _internal, as a build would that forgot it.
PIECES = {
    "a migration": "followup_desktop/store/migrations/0001_first.py",
    "a playbook": "resources/playbooks/en/promise.toml",
    "the SQLite extension": "sqlcipher3/_sqlite3.cp313-win_amd64.pyd",
}


def main() -> int:
    unnoticed = [name for name, piece in PIECES.items() if not is_noticed(name, piece)]
    return 1 if unnoticed else 0


def is_noticed(name: str, piece: str) -> bool:
    broken = make_setup.HERE / "lacking" / "followup-desktop"
    shutil.rmtree(broken.parent, ignore_errors=True)
    shutil.copytree(make_setup.FROZEN, broken)
    packages.forget(broken / "_internal", piece)
    target = broken.parent / make_setup.TARGET.name
    make_setup.pack(broken, target, quick=True)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "tests/frozen/test_windows_setup.py"],
        cwd=ROOT,
        env={**os.environ, "FOLLOWUP_INSTALLERS": str(target.parent)},
        capture_output=True,
        text=True,
    )
    print(f"Without {name}: {'noticed' if done.returncode == 1 else 'NOT NOTICED'}")
    said = [line for line in done.stdout.splitlines() if line.startswith(("E  ", "FAILED"))]
    print("\n".join(said[-8:]), flush=True)
    shutil.rmtree(broken.parent)
    return done.returncode == 1


if __name__ == "__main__":
    sys.exit(main())
