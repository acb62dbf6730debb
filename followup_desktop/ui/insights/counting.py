"""Counting while the window stays alive."""

from collections.abc import Callable
from threading import Lock, Thread
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from followup_desktop.domain.errors import WorldError
from followup_desktop.ui.uncollected import uncollected

PATIENCE = 0.05
"""Seconds that the window waits for an answer: most come sooner, and a page that is empty for the
twentieth of a second flickers."""
LOOKS_EVERY_MS = 30


class _Question:
    """What the thread works on. It knows nothing of Qt, so that whatever is thrown away with it can
    be thrown away in the thread too."""

    def __init__(self, count: Callable[[], Any], turn: Lock) -> None:
        self._count, self._turn = count, turn
        self.is_wanted = True
        self.is_over = False
        self.answer: Any = None
        self.trouble: WorldError | None = None

    def run(self) -> None:
        try:
            with self._turn, uncollected:
                if self.is_wanted:
                    self.answer = self._count()
        except WorldError as trouble:
            self.trouble = trouble
        except Exception:
            # Of a shop that was closed meanwhile nobody wants to know anything.
            if self.is_wanted:
                raise
        finally:
            self.is_over = True


class Counting(QObject):
    """One question at a time, each in a thread; the newest one counts."""

    failed = Signal(object)
    """WorldError."""
    waits = Signal(bool)
    """Patience is over, or the answer has come."""
    answered = Signal()
    """It was shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: _Question | None = None
        self._show: Callable[[Any], None] | None = None
        self._turn = Lock()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self, count: Callable[[], Any], show: Callable[[Any], None]) -> None:
        """`count` is called in a thread, and must not hold on to anything of Qt."""
        self._forget()
        question = self._asked = _Question(count, self._turn)
        self._show = show
        thread = Thread(target=question.run, name="insights", daemon=True)
        thread.start()
        thread.join(PATIENCE)
        if question.is_over:
            self._look()
        else:
            self._timer.start()
            self.waits.emit(True)

    def drop(self) -> None:
        """The answer isn't wanted any more."""
        self._forget()
        self.waits.emit(False)

    def _forget(self) -> None:
        self._timer.stop()
        if self._asked is not None:
            self._asked.is_wanted = False
        self._asked = None

    def _look(self) -> None:
        """Whether the answer has come. A thread that called a window that is closing could find it
        half gone; a window that looks by itself looks no more once it is."""
        question, show = self._asked, self._show
        if question is None or show is None or not question.is_over:
            return
        self._forget()
        self.waits.emit(False)
        if question.trouble is not None:
            self.failed.emit(question.trouble)
        elif question.answer is not None:
            show(question.answer)
            self.answered.emit()
