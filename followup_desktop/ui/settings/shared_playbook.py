"""One playbook of a shared file, whole, with what it would change (M-76)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.domain.playbook_rows import Compared, Mark
from followup_desktop.ui.fact_text import plain_names, with_names
from followup_desktop.ui.kit.chips import Badge
from followup_desktop.ui.kit.labels import Body, Caps, Small
from followup_desktop.ui.kit.tokens import Space, ToneName
from followup_desktop.words import N_, _

_BADGES = {
    Mark.NEW: (N_("New"), ToneName.PURCHASE),
    Mark.CHANGED: (N_("Changed"), ToneName.WARNING),
    Mark.GONE: (N_("Left out"), ToneName.PROMISE),
}


class SharedPlaybook(QWidget):
    """To read: every row of it below its section's title."""

    def __init__(self, compared: Sequence[Compared], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.SMALL)
        section = ""
        for one in compared:
            if one.row.section != section:
                section = one.row.section
                layout.addSpacing(Space.SMALL)
                layout.addWidget(Caps(section))
            layout.addWidget(_RowView(one))


class _RowView(QWidget):
    def __init__(self, compared: Compared) -> None:
        super().__init__()
        row, was = compared.row, compared.was
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(_sentence(Body(wrap=True), row.said))
        for beside in row.beside:
            texts.addWidget(_sentence(Small(wrap=True), beside))
        if was is not None:
            for before in _no_longer_said(compared):
                until_now = _("Until now: {words}").format(words=before)
                texts.addWidget(_sentence(Small(wrap=True), until_now, ToneName.WARNING))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.MEDIUM)
        line.addLayout(texts, 1)
        if compared.mark in _BADGES:
            words, tone = _BADGES[compared.mark]
            line.addWidget(Badge(_(words), tone), 0, Qt.AlignmentFlag.AlignTop)


def _no_longer_said(compared: Compared) -> list[str]:
    """What stood there and doesn't any more, the sentence first."""
    was, row = compared.was, compared.row
    assert was is not None
    before = [was.said] if was.said != row.said else []
    return before + [one for one in was.beside if one not in row.beside]


def _sentence(label: Body | Small, wording: str, tone: ToneName | None = None) -> Body | Small:
    """Facts stand in it by their names."""
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText(with_names(wording))
    label.setAccessibleName(plain_names(wording))
    if tone is not None:
        label.set_tone(tone)
    return label
