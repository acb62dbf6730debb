"""The bar along the top of a call: who, how far, and the way on."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from followup_desktop.domain.call_flow import STEPS
from followup_desktop.domain.kinds import CallStep
from followup_desktop.ui.kit import metrics, painting, theme
from followup_desktop.ui.kit.buttons import IconButton, PrimaryButton, QuietButton
from followup_desktop.ui.kit.labels import ElidedLabel, Number, Small
from followup_desktop.ui.kit.steps import StepBar
from followup_desktop.ui.kit.tokens import Space, TextRole
from followup_desktop.words import _
from followup_desktop.words import call as words


class CallBar(QFrame):
    close_requested = Signal()
    print_requested = Signal()
    step_requested = Signal(object)
    """CallStep."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("call_bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.cross = IconButton(_("Leave the call for now"), name="call_close", icon="close")
        self.name = ElidedLabel(role=TextRole.SERIF)
        self.steps = StepBar([words.step(step) for step in STEPS], name="call_steps")
        self.saved = Small()
        self.timer = Number()
        self.print = IconButton(_("Print the call sheet"), name="call_print", icon="print")
        self.call_now = QuietButton(_("Call now, I’m ready"), name="call_now")
        self.end = PrimaryButton(_("End the call"), name="end_call")
        self._build_ui()
        self._connect()

    def show_step(self, step: CallStep, name: str, *, was_on_call: bool) -> None:
        place = STEPS.index(step)
        self.name.setText(name)
        closed = () if was_on_call else (STEPS.index(CallStep.WRAP_UP),)
        self.steps.show_step(place, closed=closed)
        on_call = step is CallStep.CALL
        self.print.setVisible(place < STEPS.index(CallStep.CALL))
        self.call_now.setVisible(place < STEPS.index(CallStep.CALL))
        self.end.setVisible(on_call)
        self.timer.setVisible(on_call)
        self.saved.setVisible(not on_call)

    def show_seconds(self, seconds: int) -> None:
        """The timer counts up, quietly (M-21)."""
        minutes, rest = divmod(max(0, seconds), 60)
        self.timer.setText(f"{minutes:02}:{rest:02}")
        self.timer.setAccessibleName(
            _("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
        )

    def show_saved(self, sentence: str) -> None:
        self.saved.setText(sentence)

    def _build_ui(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.LARGE, 0, Space.PAGE, 1)
        layout.setSpacing(Space.MEDIUM)
        layout.addWidget(self.cross)
        layout.addWidget(self.name)
        layout.addSpacing(Space.PAGE)
        layout.addWidget(self.steps)
        layout.addStretch(1)
        for widget in (self.saved, self.timer, self.print, self.call_now, self.end):
            layout.addWidget(widget)

    def _connect(self) -> None:
        self.cross.clicked.connect(self.close_requested)
        self.print.clicked.connect(self.print_requested)
        self.call_now.clicked.connect(lambda: self.step_requested.emit(CallStep.CALL))
        self.end.clicked.connect(lambda: self.step_requested.emit(CallStep.WRAP_UP))
        self.steps.step_requested.connect(lambda place: self.step_requested.emit(STEPS[place]))

    # Qt's own

    def sizeHint(self) -> QSize:
        height = metrics.control_height() + 2 * (Space.SMALL + 3)
        return QSize(super().sizeHint().width(), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        with painting.painter_on(self) as painter:
            rect, width = QRectF(self.rect()), painting.hairline(self)
            painter.fillRect(rect, theme.colour(palette.rail))
            edge = QRectF(0, rect.bottom() - width, rect.width(), width)
            painter.fillRect(edge, theme.colour(palette.line))
