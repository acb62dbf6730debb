"""What stands in the window when the data cannot be opened: why, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.buttons import MenuButton, PrimaryButton, QuietButton
from followup_desktop.ui.kit.labels import Body, Heading, Muted
from followup_desktop.ui.kit.notices import Notice
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _

_WIDTH = 640


class StartTroublePage(QWidget):
    again_requested = Signal()
    folder_requested = Signal()
    close_requested = Signal()
    restore_requested = Signal(object)
    """One of the values of `show_backups`."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start_trouble")
        self.sentence = Body(sentence, self, wrap=True)
        self.again = QuietButton(_("Try again"), self, name="try_again", large=True)
        self.folder = QuietButton(_("Open the folder"), self, name="open_folder", large=True)
        self.close_all = QuietButton(_("Close Followup"), self, name="close_program", large=True)
        self.newest_words = Muted("", self, wrap=True)
        self.newest = PrimaryButton(_("Bring it back"), self, name="restore_newest", large=True)
        self.others = MenuButton(_("An older one"), self, name="restore_older", large=True)
        self.backups_card = Card(_("The newest good backup"), self)
        self.notice = Notice("", self)
        self._build_ui()
        self.again.clicked.connect(lambda: self.again_requested.emit())
        self.folder.clicked.connect(lambda: self.folder_requested.emit())
        self.close_all.clicked.connect(lambda: self.close_requested.emit())

    def _build_ui(self) -> None:
        column = QWidget(self)
        column.setMaximumWidth(theme.current().px(_WIDTH))
        layout = QVBoxLayout(column)
        layout.setSpacing(Space.LARGE)
        layout.addWidget(Heading(_("Followup can’t open your data"), wrap=True))
        layout.addWidget(self.sentence)
        layout.addWidget(self._fill_backups_card())
        layout.addWidget(self.notice)
        layout.addLayout(_row(self.close_all, self.folder, self.again))
        around = QHBoxLayout()
        around.addStretch(1)
        around.addWidget(column, 100)
        around.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.PAGE)
        whole.addStretch(2)
        whole.addLayout(around)
        whole.addStretch(3)

    def _fill_backups_card(self) -> Card:
        self.backups_card.add(self.newest_words)
        self.backups_card.body.addLayout(_row(self.others, self.newest))
        self.backups_card.hide()
        return self.backups_card

    def show_backups(self, backups: list[tuple[object, str]]) -> None:
        """(what is given back, when it is from), the newest first; none hides the offer."""
        self.backups_card.setVisible(bool(backups))
        if not backups:
            return
        newest, words = backups[0]
        self.newest_words.setText(
            _(
                "It is from {when}. What was recorded after that is missing in it. "
                "The damaged file is kept beside it."
            ).format(when=words)
        )
        self.newest.clicked.connect(lambda: self.restore_requested.emit(newest))
        self.others.setVisible(len(backups) > 1)
        for backup, when in backups[1:]:
            action = self.others.menu_shown.addAction(when)
            action.triggered.connect(
                lambda _on=False, chosen=backup: self.restore_requested.emit(chosen)
            )

    def show_problem(self, sentence: str) -> None:
        """What went wrong while a backup was brought back."""
        self.notice.show_problem(sentence)


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.SMALL)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
    return row
