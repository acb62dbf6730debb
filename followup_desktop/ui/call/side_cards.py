"""What stands beside the plan: why now, the purpose, what is known, what is worth asking."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from followup_desktop.domain.call import GuidedCall, Known
from followup_desktop.ui.kit.labels import Body, Serif, Strong
from followup_desktop.ui.kit.surfaces import Card, TintedCard
from followup_desktop.ui.kit.tokens import Space, ToneName
from followup_desktop.words import _
from followup_desktop.words import call as words


class Bullets(QWidget):
    """Short lines, each behind a dot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.SMALL)
        self._grid.setVerticalSpacing(Space.HAIR)
        self._grid.setColumnStretch(1, 1)
        self._labels: list[Body] = []

    def show_lines(self, lines: Sequence[str]) -> None:
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        for row, line in enumerate(lines):
            dot, words = Body("•", self), Body(line, self, wrap=True)
            self._grid.addWidget(dot, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, row, 1)
            self._labels += [dot, words]


class WhyNowCard(Card):
    def __init__(self) -> None:
        super().__init__(_("Why now"))
        self.words = Body(wrap=True)
        self.add(self.words)

    def show_call(self, call: GuidedCall) -> None:
        self.words.setText(call.why_now)
        self.setVisible(bool(call.why_now))


class PurposeCard(Card):
    def __init__(self) -> None:
        super().__init__(_("Purpose"))
        self.words = Serif(wrap=True)
        self.add(self.words)

    def show_call(self, call: GuidedCall) -> None:
        self.words.setText(call.desired)
        self.setVisible(bool(call.desired))


class PinnedCard(TintedCard):
    """The pinned note, whenever the call opens (M-53)."""

    def __init__(self) -> None:
        super().__init__(_("Pinned"), tone=ToneName.WARNING)
        self.words = Body(wrap=True)
        self.add(self.words)

    def show_call(self, call: GuidedCall) -> None:
        self.words.setText(call.pinned_note)
        self.setVisible(bool(call.pinned_note))


class FearsCard(Card):
    """What a clerk dreads to hear, each with an easy way out, so that nobody has to (M-80)."""

    def __init__(self) -> None:
        super().__init__(_("What you may fear to hear"))
        self.answers = QWidget(self)
        self._grid = QGridLayout(self.answers)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(0)
        self._labels: list[Body | Strong] = []
        self.add(self.answers)

    def show_call(self, call: GuidedCall) -> None:
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        for row, fear in enumerate(call.fears):
            they_say = Strong(_("“{sentence}”").format(sentence=fear.they_say), wrap=True)
            way_out = Body(fear.way_out, wrap=True)
            way_out.setContentsMargins(0, 0, 0, Space.MEDIUM)
            self._grid.addWidget(they_say, 2 * row, 0)
            self._grid.addWidget(way_out, 2 * row + 1, 0)
            self._labels += [they_say, way_out]
        self.setVisible(bool(call.fears))


class KnownCard(Card):
    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.bullets = Bullets()
        self.add(self.bullets)

    def show_known(self, known: Sequence[Known], today: date) -> None:
        self.bullets.show_lines([words.known(one, today) for one in known])
        self.setVisible(bool(known))


class WorthAskingCard(TintedCard):
    def __init__(self) -> None:
        super().__init__(_("Worth asking"), tone=ToneName.WARNING)
        self.words = Body(wrap=True)
        self.add(self.words)

    def show_call(self, call: GuidedCall) -> None:
        self.words.setText("\n".join(words.worth_asking(fact) for fact in call.worth_asking))
        self.setVisible(bool(call.worth_asking))
