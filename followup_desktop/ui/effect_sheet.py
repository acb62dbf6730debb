"""What a change of the rules would do to what is planned, shown before it is made (M-47)."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.rule_book import RuleEffect
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.kit.labels import Body, ElidedLabel, Muted, Small
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _
from followup_desktop.words import rules as words

SHOWN = 8
"""The first of them; a number says how many more there are."""


def first_shown(
    desk: Desk,
    window: QWidget,
    title: str,
    weigh: Callable[[], RuleEffect],
    keep: Callable[[], object],
    leave: Callable[[], object] = lambda: None,
) -> None:
    """`keep` at once where nothing would move, else when the clerk has seen what would; `leave`
    however the sheet closes. What cannot be weighed cannot be kept either: `keep` says why."""
    try:
        effect = weigh()
    except WorldError:
        effect = RuleEffect()
    if effect.is_nothing:
        keep()
        return
    sheet = EffectSheet(window, title, effect, desk.now().day)
    sheet.applied.connect(keep)
    sheet.dismissed.connect(leave)
    sheet.open()


class EffectSheet(Sheet):
    """Anything but "Change it" leaves everything as it was."""

    applied = Signal()

    def __init__(self, window: QWidget, title: str, effect: RuleEffect, today: date) -> None:
        super().__init__(window, title, name="rule_effect", width=620)
        lines = words.lines(effect, today)
        self.said = Body(words.effect(effect), wrap=True)
        self.body.addWidget(self.said)
        self.body.addLayout(_grid(lines[:SHOWN]))
        if len(lines) > SHOWN:
            self.body.addWidget(Muted(words.more(len(lines) - SHOWN)))
        if note := words.note(effect):
            self.body.addWidget(Small(note, wrap=True))
        self.leave = self.add_cancel(_("Leave it as it was"))
        self.apply = self.add_primary(_("Change it"), name="rule_effect_apply")
        self.apply.clicked.connect(self._on_apply_clicked)
        self.dismissed.connect(self.deleteLater)

    def first_field(self) -> QWidget | None:
        return self.apply

    def _on_apply_clicked(self) -> None:
        self.applied.emit()
        self.dismiss()


def _grid(lines: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.LARGE)
    grid.setVerticalSpacing(Space.SMALL)
    grid.setColumnStretch(0, 1)
    for row, (who, when) in enumerate(lines):
        grid.addWidget(ElidedLabel(who), row, 0)
        grid.addWidget(Muted(when), row, 1, Qt.AlignmentFlag.AlignRight)
    return grid
