"""Where the shop's data lies, and its backups."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from followup_desktop.domain.shop import Shop
from followup_desktop.ui.kit.buttons import QuietButton
from followup_desktop.ui.kit.labels import Body, Muted, Small
from followup_desktop.ui.kit.notices import Notice
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.settings.section import Section
from followup_desktop.words import _, days, ngettext


class DataSection(Section):
    folder_requested = Signal()
    backup_requested = Signal()
    backup_cancelled = Signal()
    sample_requested = Signal()

    def __init__(self, folder: Path | None, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = Body(str(folder or ""), self, wrap=True)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open = QuietButton(_("Open the folder"), self, name="open_folder")
        self.back_up = QuietButton(_("Back up now"), self, name="back_up")
        self.cancel = QuietButton(_("Cancel the backup"), self, name="cancel_backup")
        self.cancel.hide()
        self.backups = Muted("", self, wrap=True)
        self.result = Notice("", self)
        self.sample = QuietButton(_("Look around with sample data"), self, name="open_sample")
        self.version = Small(_("Followup {version}").format(version=version), self)
        self._build_ui()
        self.open.clicked.connect(lambda: self.folder_requested.emit())
        self.back_up.clicked.connect(lambda: self.backup_requested.emit())
        self.cancel.clicked.connect(self._on_cancel)
        self.sample.clicked.connect(lambda: self.sample_requested.emit())

    def _build_ui(self) -> None:
        where = self.add_card(_("Where the data lies"))
        where.add(self.folder)
        where.add(Small(_("Everything stays on this PC, in this folder."), wrap=True))
        where.body.addLayout(_row(self.open))
        backups = self.add_card(_("Backups"))
        backups.add(self.backups)
        backups.add(self.result)
        backups.body.addLayout(_row(self.back_up, self.cancel))
        self.sample_card = self.add_card(_("Sample data"))
        self.sample_card.add(
            Small(
                _("An invented shop to try things out in, kept apart from your customers."),
                wrap=True,
            )
        )
        self.sample_card.body.addLayout(_row(self.sample))
        self._column.addWidget(self.version)
        self.close_column()

    def show_shop(self, shop: Shop) -> None:
        """Nothing here is the shop's."""

    def show_backups(self, count: int, newest: datetime | None, now: datetime) -> None:
        """`newest` and `now` in the shop's local time."""
        if newest is None:
            self.backups.setText(_("None yet. One is made every day by itself."))
            return
        when = _("{day}, {time}").format(
            day=days.near_day(newest.date(), now.date()), time=days.writer().time(newest.time())
        )
        self.backups.setText(
            ngettext(
                "One is made every day by itself. There is {count}, from {when}.",
                "One is made every day by itself. There are {count}, the newest from {when}.",
                count,
            ).format(count=count, when=when)
        )

    def show_backing_up(self) -> None:
        """Nobody has to wait for it."""
        self.back_up.setEnabled(False)
        self.result.show_note(_("A backup is being made and checked. You can go on working."))

    def show_progress(self, copied: float, is_checking: bool) -> None:
        """How far one is that takes its time."""
        if self.cancel.isHidden():
            self.cancel.setEnabled(True)
            self.cancel.show()
        if is_checking:
            said = _("All is copied, and is being checked. You can go on working.")
        else:
            said = _("{percent} % is copied. You can go on working.").format(
                percent=int(copied * 100)
            )
        self.result.show_note(said)

    def show_result(self, sentence: str) -> None:
        """What came of it; empty where that is told elsewhere."""
        if self.cancel.hasFocus():
            self.back_up.setFocus()
        self.cancel.hide()
        self.back_up.setEnabled(True)
        self.result.show_note(sentence)

    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.backup_cancelled.emit()


def _row(*buttons: QuietButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.SMALL)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
