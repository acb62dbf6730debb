"""What a change of the rules would move, shown before it is made (M-47)."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from followup_desktop.domain.rule_book import RuleEffect
from followup_desktop.ui.kit.labels import Body, ElidedLabel, Muted, Small
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _
from followup_desktop.words import rules as words

SHOWN = 8
"""The first of them; a number says how many more there are."""


class EffectSheet(Sheet):
    """Anything but "Change it" leaves everything as it was."""

    applied = Signal()

    def __init__(self, window: QWidget, title: str, effect: RuleEffect, today: date) -> None:
        super().__init__(window, title, name="rule_effect", width=620)
        self.said = Body(words.effect(effect), wrap=True)
        self.body.addWidget(self.said)
        self.body.addLayout(_grid(effect, today))
        if len(effect.moved) > SHOWN:
            self.body.addWidget(Muted(words.more(len(effect.moved) - SHOWN)))
        self.body.addWidget(
            Small(
                _("What somebody moved by hand, and what was promised, stays as it is."), wrap=True
            )
        )
        self.leave = self.add_cancel(_("Leave it as it was"))
        self.apply = self.add_primary(_("Change it"), name="rule_effect_apply")
        self.apply.clicked.connect(self._on_apply_clicked)
        self.dismissed.connect(self.deleteLater)

    def first_field(self) -> QWidget | None:
        return self.apply

    def _on_apply_clicked(self) -> None:
        self.applied.emit()
        self.dismiss()


def _grid(effect: RuleEffect, today: date) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.LARGE)
    grid.setVerticalSpacing(Space.SMALL)
    grid.setColumnStretch(0, 1)
    for row, one in enumerate(effect.moved[:SHOWN]):
        grid.addWidget(ElidedLabel(words.moved_who(one)), row, 0)
        grid.addWidget(Muted(words.moved_when(one, today)), row, 1, Qt.AlignmentFlag.AlignRight)
    return grid
