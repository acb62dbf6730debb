"""One playbook in the list of all."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from followup_desktop.domain.playbook_edit import PlaybookEntry
from followup_desktop.ui.kit.button_base import Coat, KitButton
from followup_desktop.ui.kit.chips import Badge, badge_size
from followup_desktop.ui.kit.labels import ElidedLabel, Small
from followup_desktop.ui.kit.tokens import Palette, Space, TextRole, ToneName
from followup_desktop.words import _
from followup_desktop.words import playbook_faults as faults
from followup_desktop.words import playbooks as words

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class PlaybookLine(KitButton):
    """A click or Enter opens it in the editor."""

    edit_requested = Signal(object)
    step_requested = Signal(object, int)

    def __init__(self, entry: PlaybookEntry, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name=f"playbook_{entry.kind}")
        self.title = ElidedLabel(role=TextRole.STRONG)
        self.state = Badge("")
        self.minutes = Small()
        self.marketing = Badge("")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.SMALL, Space.HAIR, Space.SMALL, Space.HAIR)
        layout.setSpacing(Space.MEDIUM)
        layout.addWidget(self.title)
        layout.addWidget(self.state)
        layout.addStretch(1)
        layout.addWidget(self.minutes)
        layout.addWidget(self.marketing)
        for child in (self.title, self.state, self.minutes, self.marketing):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._kind = entry.kind
        self.clicked.connect(lambda: self.edit_requested.emit(self._kind))
        self.show_entry(entry)

    def show_entry(self, entry: PlaybookEntry) -> None:
        self.title.setText(entry.title)
        self.minutes.setText(words.minutes(entry.minutes))
        tone = ToneName.REFERRAL if entry.is_marketing else ToneName.PURCHASE
        sort = words.service_or_marketing(entry.is_marketing)
        self.marketing.set_badge(sort, tone)
        # One below the other, so that the minutes stand below each other too.
        sorts = map(words.service_or_marketing, (False, True))
        self.marketing.setMinimumWidth(max(badge_size(each).width() for each in sorts))
        state = _state(entry)
        self.state.setVisible(state is not None)
        if state is not None:
            self.state.set_badge(*state)
        said = (entry.title, words.minutes(entry.minutes), sort, state[0] if state else "")
        self.setAccessibleName(", ".join(part for part in said if part))
        self.setToolTip(faults.placed(entry.fault) if entry.fault is not None else "")

    def _coat(self, palette: Palette) -> Coat:
        return Coat(palette.window if self.underMouse() or self.isDown() else "", "", palette.ink)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._ring = True
            self.step_requested.emit(self._kind, step)
            return
        super().keyPressEvent(event)


def _state(entry: PlaybookEntry) -> tuple[str, ToneName] | None:
    """Whose words it has."""
    if entry.fault is not None:
        return _("Can’t be read"), ToneName.PROMISE
    if entry.has_draft:
        return _("Draft"), ToneName.WARNING
    return (_("Changed by you"), ToneName.THANKS) if entry.is_own else None
