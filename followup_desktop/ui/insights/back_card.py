"""Whether those who were called come back, beside those who weren't (M-67)."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.domain.insights.coming_back import ComingBack
from followup_desktop.domain.insights.share import Share
from followup_desktop.ui.kit.bars import ProgressLine
from followup_desktop.ui.kit.labels import Body, Small, Strong
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _
from followup_desktop.words import in_short as words


class BackCard(Card):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Do followed-up customers come back?"), parent)
        self.called = _Group(_("Called after the first purchase"), self)
        self.not_called = _Group(_("Not called"), self, quiet=True)
        self.sentence = Small("", self, wrap=True)
        self.body.setSpacing(Space.MEDIUM)
        for part in (self.called, self.not_called, self.sentence):
            self.add(part)
        self.body.addStretch()

    def show_groups(self, found: ComingBack) -> None:
        for group, share in ((self.called, found.called), (self.not_called, found.not_called)):
            group.setVisible(found.total.of > 0)
            group.show_share(share, with_bar=found.can_compare)
        self.sentence.setText(words.compared(found))


class _Group(QWidget):
    """Its bar only where it may be compared: a bar looks like proof."""

    def __init__(self, label: str, parent: QWidget, *, quiet: bool = False) -> None:
        super().__init__(parent)
        self._label = label
        self.number, self.of = Strong("", self), Small("", self)
        self.bar = ProgressLine(parent=self, thick=True, quiet=quiet)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        line.addWidget(Body(label, self, wrap=True), 1)
        line.addWidget(self.of)
        line.addWidget(self.number)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.HAIR)
        layout.addLayout(line)
        layout.addWidget(self.bar)

    def show_share(self, share: Share, *, with_bar: bool) -> None:
        said = words.of(share)
        self.of.setText(said if with_bar else "")
        self.of.setVisible(with_bar)
        self.number.setText(words.share(share) if with_bar else said)
        self.bar.set_progress(share.part, share.of)
        self.bar.setVisible(with_bar)
        self.setAccessibleName(words.Figure(self.number.text(), self.of.text()).spoken(self._label))
