"""The keys, as a small sheet."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from followup_desktop.ui.kit.chips import KeyHint
from followup_desktop.ui.kit.labels import Body, Caps
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.room import RoomName
from followup_desktop.ui.shell.keys import (
    CALL_KEYS,
    KEYS,
    PLAYBOOK_KEYS,
    TODAY_KEYS,
    Key,
    help_lines,
)
from followup_desktop.words import _


class HelpSheet(Sheet):
    """Those that work everywhere, and beside them those of `room`."""

    def __init__(self, window: QWidget, room: RoomName | None = None) -> None:
        super().__init__(window, _("Keys"), name="help", width=780)
        columns = QHBoxLayout()
        columns.setSpacing(Space.PAGE * 2)
        if room is RoomName.CALL:
            columns.addLayout(_column(_("Everywhere"), [key for key in KEYS if key.in_call]), 2)
            columns.addLayout(_column(_("In a call"), CALL_KEYS), 3)
        else:
            is_editor = room is RoomName.PLAYBOOK
            title = _("In a playbook") if is_editor else _("On a follow-up of today")
            columns.addLayout(_column(_("Everywhere"), KEYS), 1)
            columns.addLayout(_column(title, PLAYBOOK_KEYS if is_editor else TODAY_KEYS), 1)
        self.body.addLayout(columns)
        self.dismissed.connect(self.deleteLater)


def _column(title: str, keys: Sequence[Key]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(Space.SMALL)
    grid.setColumnStretch(0, 1)
    grid.addWidget(Caps(title), 0, 0, 1, 2)
    for row, (words, key) in enumerate(help_lines(keys), start=1):
        grid.addWidget(Body(words), row, 0)
        grid.addWidget(KeyHint(key), row, 1, Qt.AlignmentFlag.AlignRight)
    grid.setRowStretch(len(keys) + 1, 1)
    return grid
