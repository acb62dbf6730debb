"""Shows that the tests notice a Debian package that lacks something.

`make prove-installers`, after `make deb`: for each of the parts it makes a package without it, as
a build that forgot it would, lets the tests loose on it, and is content when they fail.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.frozen import packages

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = next((ROOT / "dist").glob("followup-desktop_*_amd64.deb"))
TESTS = ("tests/frozen/test_debian_form.py", "tests/frozen/test_debian_pc.py")
PARTS = {
    "a migration": "followup_desktop/store/migrations/0001_first.py",
    "a playbook": "resources/playbooks/en/promise.toml",
    "the SQLite extension": "sqlcipher3/_sqlite3.*.so",
}


def main() -> int:
    return 0 if all([is_noticed(name, part) for name, part in PARTS.items()]) else 1


def is_noticed(name: str, part: str) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        packages.without(PACKAGE, Path(folder) / PACKAGE.name, part)
        done = subprocess.run(
            # Its size and looks suffer from the quick packing; this is about what is in it.
            [sys.executable, "-m", "pytest", "-q", *TESTS, "-k", "not small and not lintian"],
            cwd=ROOT,
            env={**os.environ, "FOLLOWUP_INSTALLERS": folder},
            capture_output=True,
            text=True,
        )
    print(f"Without {name}: {'noticed' if done.returncode == 1 else 'NOT NOTICED'}")
    failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    print("\n".join(failed), flush=True)
    return done.returncode == 1


if __name__ == "__main__":
    sys.exit(main())
