"""`python -m tests.whole.leaving FOLDER STEP`: a clerk who gets as far as that step of a call, and
whose program is then killed."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from followup_desktop.app.hand import Hand
from followup_desktop.domain.kinds import CallStep

STEPS = (
    CallStep.PURPOSE,
    CallStep.SCRIPT,
    CallStep.BRIDGE,
    CallStep.CALL,
    CallStep.WRAP_UP,
)
THERE = "there"


def killed_at(step: CallStep, folder: Path) -> None:
    """Returns once the other process was there, and is gone."""
    command = [sys.executable, "-m", "tests.whole.leaving", str(folder), step]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout is not None
        said = child.stdout.readline().strip()
        child.kill()
    assert said == THERE


def go(folder: Path, step: CallStep) -> None:
    from followup_desktop.app.app import App
    from tests.whole.day import Clock

    qt = QApplication([])
    app = App(folder, Clock("2026-11-21T10:40"))
    app.start()
    hand = Hand(app.window, folder)
    hand.wait("start_call")
    hand.press("start_call")
    hand.write("call_desired", "To hear how it went")
    for name in ("call_next_script", "call_next_bridge", "call_start")[: STEPS.index(step)]:
        hand.press(name)
    if STEPS.index(step) >= STEPS.index(CallStep.CALL):
        hand.write("call_notes", "She laughed")
    if step is CallStep.WRAP_UP:
        hand.press("end_call")
    # A second after the last word: by then it has to be on the disk.
    QTimer.singleShot(1000, lambda: print(THERE, flush=True))
    qt.exec()


if __name__ == "__main__":
    go(Path(sys.argv[1]), CallStep(sys.argv[2]))
