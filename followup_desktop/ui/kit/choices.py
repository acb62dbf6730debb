"""Answers side by side as pills: one of them, or several.

By mouse, or with one Tab stop and the arrow keys.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from followup_desktop.ui.kit.chips import Chip
from followup_desktop.ui.kit.flow import FlowLayout
from followup_desktop.ui.kit.tab_order import TabPlace

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)


class Choices(QWidget):
    """`options` are (value, words) pairs. `chosen` is emitted for what a person does, never for
    `choose()`.

    One answer: emits its value, or None when an `optional` one was taken back. With `several`:
    emits the tuple of chosen values in the order of the options.
    """

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]],
        parent: QWidget | None = None,
        *,
        name: str,
        label: str = "",
        several: bool = False,
        optional: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._several = several
        self._optional = optional
        self._chosen: list[object] = []
        self._pills: dict[object, _Pill] = {}
        self._flow = FlowLayout(self)
        self._place = TabPlace(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Replace the options; what was chosen stays chosen where its value is still there."""
        if [(value, pill.label()) for value, pill in self._pills.items()] == list(options):
            return
        for pill in self._pills.values():
            self._flow.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self._pills = {}
        for value, words in options:
            radio = not self._several and not self._optional
            pill = _Pill(words, self, name=f"{self.objectName()}_{value}", radio=radio)
            pill.clicked.connect(lambda _=False, v=value: self._on_pill_clicked(v))
            pill.step_requested.connect(lambda by, v=value: self._step(v, by))
            self._flow.addWidget(pill)
            pill.show()  # at once, or it couldn't take the keyboard yet
            self._pills[value] = pill
        self._place.lead_through(*self._pills.values())
        self._show_chosen([value for value in self._chosen if value in self._pills])

    def value(self) -> object:
        """The chosen value, or None; the first one with `several`."""
        return self._chosen[0] if self._chosen else None

    def values(self) -> tuple[object, ...]:
        return tuple(self._chosen)

    def choose(self, *values: object) -> None:
        """Show these as chosen; nothing, or None, clears."""
        self._show_chosen([value for value in self._pills if value in values])

    def pill(self, value: object) -> Chip:
        """The button of one option, to disable it or to give it a tooltip."""
        return self._pills[value]

    def _on_pill_clicked(self, value: object) -> None:
        before = list(self._chosen)
        taken = value in before
        if self._several:
            after = [v for v in self._pills if (v in before) != (v == value)]
        elif taken and self._optional:
            after = []
        else:
            after = [value]
        self._show_chosen(after, at=value)
        if after != before:
            self.chosen.emit(self.values() if self._several else self.value())

    def _show_chosen(self, chosen: list[object], at: object = None) -> None:
        self._chosen = chosen
        for value, pill in self._pills.items():
            pill.show_checked(value in chosen)
        self._settle_tab_stop(at if at is not None else self.value())

    def _settle_tab_stop(self, at: object) -> None:
        """Only one pill takes part in the Tab order: the last used, the chosen, or the first."""
        stop = self._pills.get(at) or next(iter(self._pills.values()), None)
        for pill in self._pills.values():
            on = pill is stop
            pill.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
        if stop is not None:
            self.setFocusProxy(stop)

    def _step(self, value: object, by: int) -> None:
        usable = [v for v, pill in self._pills.items() if pill.isEnabled()]
        target = usable[(usable.index(value) + by) % len(usable)]
        self._settle_tab_stop(target)
        self._pills[target].setFocus(Qt.FocusReason.TabFocusReason)
        if not self._several and target not in self._chosen:
            self._on_pill_clicked(target)


class _Pill(Chip):
    """One option. `radio` makes it known as a radio button to assistive technology."""

    step_requested = Signal(int)

    def __init__(self, text: str, parent: QWidget, *, name: str, radio: bool) -> None:
        super().__init__(text, parent, name=name, checkable=True)
        self._radio = radio
        self.setAutoExclusive(radio)

    def show_checked(self, checked: bool) -> None:
        # An exclusive button can't be unchecked by itself; `Choices` keeps them exclusive anyway.
        self.setAutoExclusive(False)
        self.setChecked(checked)
        self.setAutoExclusive(self._radio)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _BACK or event.key() in _ON:
            self._ring = True
            self.step_requested.emit(-1 if event.key() in _BACK else 1)
            return
        super().keyPressEvent(event)
