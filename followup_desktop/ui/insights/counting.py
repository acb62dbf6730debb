"""Counting while the window stays alive."""

from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

from followup_desktop.domain.errors import WorldError

PATIENCE = 0.05
"""Seconds that the window waits for an answer: most come sooner, and a page that is empty for the
twentieth of a second flickers."""


class _Question:
    """Answered at most once, by whoever comes first: the patient window, or the thread's signal."""

    def __init__(self, show: Callable[[Any], None]) -> None:
        self.show = show
        self.answer: Any = None
        self.trouble: WorldError | None = None
        self.is_answered = False


class Counting(QObject):
    """One question at a time, each in a thread; the newest one counts."""

    failed = Signal(object)
    """WorldError."""
    waits = Signal(bool)
    """Patience is over, or the answer has come."""
    _counted = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: _Question | None = None
        self._turn = Lock()
        self._counted.connect(self._on_counted)

    def start(self, count: Callable[[], Any], show: Callable[[Any], None]) -> None:
        question = self._asked = _Question(show)
        thread = Thread(target=self._run, args=(question, count), name="insights", daemon=True)
        thread.start()
        thread.join(PATIENCE)
        if thread.is_alive():
            self.waits.emit(True)
        else:
            self._on_counted(question)

    def drop(self) -> None:
        """The answer isn't wanted any more."""
        self._asked = None
        self.waits.emit(False)

    def _run(self, question: _Question, count: Callable[[], Any]) -> None:
        with self._turn:
            if question is not self._asked:
                return
            try:
                question.answer = count()
            except WorldError as trouble:
                question.trouble = trouble
            except Exception:
                # Of a shop that was closed meanwhile nobody wants to know anything.
                if question is not self._asked:
                    return
                raise
            question.is_answered = True
        with suppress(RuntimeError):  # the window was closed meanwhile, and this with it
            self._counted.emit(question)

    def _on_counted(self, question: _Question) -> None:
        if question is not self._asked or not question.is_answered:
            return
        self._asked = None
        self.waits.emit(False)
        if question.trouble is not None:
            self.failed.emit(question.trouble)
        else:
            question.show(question.answer)
