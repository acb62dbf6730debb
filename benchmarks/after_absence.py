"""Followup itself with a heart that beats: `python -m benchmarks.after_absence FOLDER BEGUN` starts
it after an absence and prints what `bench_reminders.Seen` holds, as a line of JSON."""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QListView

from benchmarks.bench_reminders import Seen, clock_at
from followup_desktop.app.app import App
from followup_desktop.domain.later import Later
from followup_desktop.ui.kit.qt_style import QT_STYLE, STYLED

_BEAT_MS = 2
_ASK_MS = 50
_CALM_MS = 500
"""After something ended: what follows from it may stall too."""


class Heart(QObject):
    """Beats as long as the window is alive, and notices when it isn't."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        """Milliseconds between two beats, but for the one that has to be."""
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self.longest = 0.0
        self._since.start()
        self._timer.start(_BEAT_MS)

    def _beat(self) -> None:
        self.longest = max(self.longest, self._since.nsecsElapsed() / 1e6 - _BEAT_MS)
        self._since.start()


class Eye(QObject):
    """Sees the first paint of the list with rows in it, and each time the reminder comes up."""

    def __init__(self, app: App, heart: Heart) -> None:
        super().__init__(app)
        self._app = app
        self._heart = heart
        self.rows_at = 0.0
        self.shown_at = 0.0
        self.titles: list[str] = []
        app.window.moved.connect(self._on_moved)

    def _on_moved(self, _place: object) -> None:
        rows = self._app.window.findChild(QListView, "today_list")
        assert rows is not None and rows.model().rowCount() > 0
        rows.viewport().installEventFilter(self)

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self.rows_at:
            self.rows_at = time.monotonic()
            self._heart.start()
        elif event.type() is QEvent.Type.Show and watched.objectName() == "reminder_window":
            self.shown_at = self.shown_at or time.monotonic()
            self.titles.append(watched.title.text())  # type: ignore[attr-defined]
        return False


def watch(qt: QApplication, folder: Path, begun: float) -> Seen:
    app = App(folder, lambda: clock_at(timedelta(seconds=time.monotonic() - begun)))
    assert app.instance.claim()
    heart = Heart()
    eye = Eye(app, heart)
    app.start()
    _wait_for(qt, lambda: app.reminding is not None)
    assert app.reminding is not None
    corner = app.reminding.window
    corner.installEventFilter(eye)
    _wait_for(qt, lambda: bool(eye.shown_at))
    _wait_for(qt, _all_is_announced)
    _live(qt, _CALM_MS)
    stall = heart.longest
    heart.start()
    corner.foot.spans[Later.TEN_MINUTES].click()
    _wait_for(qt, lambda: not corner.isVisible())
    _live(qt, _CALM_MS)
    answer = heart.longest
    app.end()
    return Seen(
        list_ms=(eye.rows_at - begun) * 1000,
        due_ms=(eye.shown_at - eye.rows_at) * 1000,
        stall_ms=stall,
        answer_ms=answer,
        titles=eye.titles,
    )


def _all_is_announced() -> bool:
    from followup_desktop.store.rows import AnnouncementRow, FollowUpRow

    return AnnouncementRow.select().count() == FollowUpRow.select().count()


def _wait_for(qt: QApplication, what: Callable[[], bool]) -> None:
    while not what():
        _live(qt, _ASK_MS)


def _live(qt: QApplication, ms: int) -> None:
    end = time.monotonic() + ms / 1000
    while time.monotonic() < end:
        qt.processEvents()
        time.sleep(0.0005)


def main() -> None:
    qt = QApplication(["followup", "-style", QT_STYLE])
    qt.setProperty(STYLED, True)
    print(json.dumps(asdict(watch(qt, Path(sys.argv[1]), float(sys.argv[2])))))


if __name__ == "__main__":
    main()
