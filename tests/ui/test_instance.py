"""One Followup for one data folder."""

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from followup_desktop.ui.instance import Instance

# A second start, in a process of its own: the first process's lock would not hold against itself.
SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from followup_desktop.ui.instance import Instance
app = QCoreApplication([])
second = Instance(Path(sys.argv[1]))
if second.claim():
    print("first")
else:
    print("heard" if second.ask_to_raise() else "not heard")
"""


def second_start(folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", SECOND, str(folder)], stdout=subprocess.PIPE, text=True
    )


def answer_of(process: "subprocess.Popen[str]") -> str:
    out, _ = process.communicate(timeout=30)
    return out.strip()


def test_a_second_start_brings_the_first_to_the_front(tmp_path: Path, qtbot: QtBot) -> None:
    first = Instance(tmp_path)
    assert first.claim()
    first.listen()
    with qtbot.waitSignal(first.raise_requested, timeout=20_000):
        second = second_start(tmp_path)
    assert answer_of(second) == "heard"
    first.release()


def test_another_folder_is_another_program(tmp_path: Path, qtbot: QtBot) -> None:
    first = Instance(tmp_path)
    assert first.claim()
    (tmp_path / "other").mkdir()
    assert answer_of(second_start(tmp_path / "other")) == "first"
    first.release()


def test_a_killed_program_leaves_the_folder_free(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys\n"
            "from pathlib import Path\n"
            "from followup_desktop.ui.instance import Instance\n"
            "one = Instance(Path(sys.argv[1]))\n"
            "print(one.claim(), flush=True)\n"
            "sys.stdin.read()\n",
            str(tmp_path),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "True"
        holder.kill()
    assert answer_of(second_start(tmp_path)) == "first"


def test_a_folder_that_cannot_be_written_to_is_left_to_the_store_to_say(tmp_path: Path) -> None:
    missing = Instance(tmp_path / "not there")
    assert missing.claim()
