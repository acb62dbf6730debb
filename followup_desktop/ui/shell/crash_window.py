"""What a clerk sees when the program itself made a mistake, or lost a part of itself."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.ui.kit.buttons import LinkButton, PrimaryButton, QuietButton
from followup_desktop.ui.kit.labels import Body, Heading, Small
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _

_WIDTH = 560


class CrashWindow(QDialog):
    """Accepted: go on. Rejected by the button: close the program."""

    def __init__(
        self, report: Path | None, parent: QWidget | None = None, *, missing: str = ""
    ) -> None:
        """`missing`: the part that an installed program lost, which is nobody's mistake here."""
        super().__init__(parent)
        self.setObjectName("crash_window")
        self.setWindowTitle("Followup")
        self.setMinimumWidth(_WIDTH)
        self._report = report
        self._missing = missing
        self.go_on = PrimaryButton(_("Go on"), self, name="crash_go_on", large=True)
        self.close_all = QuietButton(_("Close Followup"), self, name="crash_close", large=True)
        self.wants_to_close = False
        self._build_ui()
        self.go_on.clicked.connect(self.accept)
        self.close_all.clicked.connect(self._on_close_all_clicked)

    def _build_ui(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.PAGE)
        layout.setSpacing(Space.MEDIUM)
        self._add_words(layout)
        layout.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(Space.SMALL)
        foot.addStretch(1)
        foot.addWidget(self.close_all)
        foot.addWidget(self.go_on)
        layout.addLayout(foot)

    def _add_words(self, layout: QVBoxLayout) -> None:
        if self._missing:
            self._add_missing(layout)
            return
        layout.addWidget(Heading(_("That didn’t work, and it is our mistake"), wrap=True))
        layout.addWidget(
            Body(
                _(
                    "Nothing that was saved is lost. You can go on working. If something looks "
                    "odd, close Followup and open it again."
                ),
                wrap=True,
            )
        )
        if self._report is not None:
            self._add_report(layout)

    def _add_missing(self, layout: QVBoxLayout) -> None:
        layout.addWidget(Heading(_("A part of Followup is missing on this PC"), wrap=True))
        layout.addWidget(
            Body(
                _(
                    "Nothing that was saved is lost. Please close Followup and install it again: "
                    "that puts the part back, and your customers stay as they are."
                ),
                wrap=True,
            )
        )
        layout.addWidget(Small(_("Missing: {part}").format(part=self._missing), wrap=True))

    def _add_report(self, layout: QVBoxLayout) -> None:
        layout.addWidget(
            Small(
                _(
                    "A report for whoever looks after Followup was kept on this PC. It says "
                    "where in the program it happened, and nothing about your customers."
                ),
                wrap=True,
            )
        )
        show = LinkButton(_("Look at the report"), self, name="crash_report")
        show.clicked.connect(self._on_report_clicked)
        layout.addWidget(show)

    def _on_close_all_clicked(self) -> None:
        self.wants_to_close = True
        self.reject()

    def _on_report_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._report)))
