"""The screen of a call: its bar, and the step it is at."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from followup_desktop.domain.call import GuidedCall
from followup_desktop.domain.kinds import CallStep
from followup_desktop.ui.call.bridge_step import BridgeStep
from followup_desktop.ui.call.call_bar import CallBar
from followup_desktop.ui.call.live_step import LiveStep
from followup_desktop.ui.call.purpose_step import PurposeStep
from followup_desktop.ui.call.script_step import ScriptStep
from followup_desktop.ui.call.wrap_step import WrapStep
from followup_desktop.words import _

PLANNING = (CallStep.PURPOSE, CallStep.SCRIPT, CallStep.BRIDGE)

Panel = PurposeStep | ScriptStep | BridgeStep | LiveStep | WrapStep


class CallPage(QWidget):
    step_requested = Signal(object)
    """CallStep."""
    close_requested = Signal()
    rehearsal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("call_page")
        self.bar = CallBar()
        self.purpose, self.script, self.bridge = PurposeStep(), ScriptStep(), BridgeStep()
        self.live, self.wrap = LiveStep(), WrapStep()
        self.panels: dict[CallStep, Panel] = {
            CallStep.PURPOSE: self.purpose,
            CallStep.SCRIPT: self.script,
            CallStep.BRIDGE: self.bridge,
            CallStep.CALL: self.live,
            CallStep.WRAP_UP: self.wrap,
        }
        self._way_on = {
            CallStep.PURPOSE: self.purpose.next,
            CallStep.SCRIPT: self.script.next,
            CallStep.BRIDGE: self.bridge.next,
            CallStep.CALL: self.bar.end,
            CallStep.WRAP_UP: self.wrap.save_next,
        }
        """What leads on from each step; Ctrl+Enter presses it, whatever has the keyboard."""
        self._step: CallStep | None = None
        self._build_ui()
        self._connect()

    def show_call(self, call: GuidedCall, today: date) -> None:
        """Show the call at its step; a step that is new gets the keyboard."""
        panel = self.panels[call.step]
        panel.show_call(call, today)
        self.bar.show_step(call.step, _shown_name(call), was_on_call=call.started_at is not None)
        self._stack.setCurrentWidget(panel)
        if call.step is not self._step:
            self._step = call.step
            panel.first_field().setFocus()

    def take_keyboard(self) -> None:
        """To where the step in sight begins."""
        if self._step is not None:
            self.panels[self._step].first_field().setFocus()

    def forget_step(self) -> None:
        """The next call that is shown is another one."""
        self._step = None
        self.live.bridges.fold()

    def _build_ui(self) -> None:
        self._stack = QStackedWidget()
        for panel in self.panels.values():
            self._stack.addWidget(panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.bar.close_requested.connect(self.close_requested)
        self.purpose.close_requested.connect(self.close_requested)
        self.bar.step_requested.connect(self.step_requested)
        for panel in self.panels.values():
            panel.step_requested.connect(self.step_requested)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._go_on)
        for button in self._way_on.values():
            button.setToolTip(_("Ctrl+Enter"))
        self.script.rehearsal_requested.connect(self.rehearsal_requested)
        self.bridge.rehearsal_requested.connect(self.rehearsal_requested)
        aloud = QShortcut(QKeySequence("Alt+A"), self)
        aloud.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        aloud.activated.connect(self._rehearse)

    def _rehearse(self) -> None:
        """Beforehand only: on the call itself there is nothing to read."""
        if self._step in PLANNING:
            self.rehearsal_requested.emit()

    def _go_on(self) -> None:
        if self._step is not None:
            self._way_on[self._step].click()

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves a plan for now, and leads from the wrap-up back to the call. It leaves no
        call: there it would be a slip of the hand."""
        if event.key() == Qt.Key.Key_Escape:
            if self._step in PLANNING:
                self.close_requested.emit()
            elif self._step is CallStep.WRAP_UP:
                self.step_requested.emit(CallStep.CALL)
            return
        super().keyPressEvent(event)


def _shown_name(call: GuidedCall) -> str:
    """As they are addressed where that is formal: "Mr. Libin"; else whole."""
    return call.name if call.greeting in call.name else call.greeting
