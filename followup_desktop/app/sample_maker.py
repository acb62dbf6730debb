"""The invented shop is made between two moments of the window, which stays alive meanwhile."""

from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer, Signal

from followup_desktop.domain.errors import WorldError


class SampleMaker(QObject):
    """A thread would be no simpler: the store belongs to one, and each step is short."""

    progressed = Signal(float)
    """0 to 1."""
    made = Signal()
    failed = Signal(object)
    """WorldError."""

    def __init__(self, steps: Generator[float], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._on_turn)
        self._turn.start(0)

    def stop(self) -> None:
        """Leave it half made. The store may be closed then."""
        self._turn.stop()
        self._steps.close()
        self.deleteLater()

    def _on_turn(self) -> None:
        try:
            share = next(self._steps, None)
        except WorldError as error:
            self._turn.stop()
            self.failed.emit(error)
            return
        if share is not None:
            self.progressed.emit(share)
            return
        self._turn.stop()
        self.made.emit()
