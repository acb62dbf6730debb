"""The steps of building an installer: each says what it does, and one that fails says why.

What is built depends on the commit alone: every step gets the same clock and the same order.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "installers"
DIST = ROOT / "dist"


class StepFailed(Exception):
    """Which step, and why, for the person at the keyboard."""


def main(build: Callable[[], Path]) -> int:
    try:
        made = build()
    except StepFailed as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. The same command starts anew.", file=sys.stderr)
        return 130
    print(f"{made.relative_to(ROOT)}: {made.stat().st_size / 1e6:.1f} MB", flush=True)
    return 0


def run(
    what: str, *command: str | Path, cwd: Path = ROOT, environment: Mapping[str, str] | None = None
) -> str:
    """One command of a step; its answer. `what` is said first, and again when it fails."""
    if what:
        say(what)
    try:
        done = subprocess.run(
            command,
            cwd=cwd,
            env={**os.environ, **always_the_same(), **(environment or {})},
            capture_output=True,
            text=True,
            errors="replace",
            stdin=subprocess.DEVNULL,
        )
    except OSError as error:
        raise StepFailed(f"{what} — this failed: {command[0]}: {error.strerror}.") from error
    if done.returncode != 0:
        said = (done.stdout + done.stderr).strip().splitlines()
        last = "\n".join(f"  {line}" for line in said[-20:])
        line = " ".join(str(part) for part in command)
        raise StepFailed(f"{what} — this failed with {done.returncode}: {line}\n{last}")
    return done.stdout


def say(what: str) -> None:
    print(f"… {what}", flush=True)


def always_the_same() -> dict[str, str]:
    """Sets are written in one order, files carry the time of the commit, words are English."""
    return {
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": str(moment()),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }


def moment() -> int:
    """The second that everything is dated with: that of the commit."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    try:
        said = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True
        ).stdout
        return int(said)
    except (OSError, ValueError) as error:
        raise StepFailed(
            "Which moment is it? Outside a clone of the repository, say it: "
            "SOURCE_DATE_EPOCH=$(date +%s)"
        ) from error
