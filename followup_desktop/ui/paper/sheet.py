"""Before anything is printed: a word of caution, and where it is to go."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from followup_desktop.ui.kit.labels import Muted
from followup_desktop.ui.kit.notices import Notice
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _
from followup_desktop.words import paper as words


class PaperSheet(Sheet):
    pdf_requested = Signal()
    print_requested = Signal()

    def __init__(self, window: QWidget, title: str, said: str) -> None:
        super().__init__(window, title, name="paper_sheet", width=560)
        self.body.setSpacing(Space.MEDIUM)
        self.said = Muted(said, wrap=True)
        self.caution = Notice(words.caution())
        self.body.addWidget(self.said)
        self.body.addWidget(self.caution)
        self.add_cancel(_("Cancel"))
        self.pdf = self.add_cancel(_("Save as PDF…"))
        self.pdf.setObjectName("paper_pdf")
        self.pdf.clicked.disconnect()
        self.print = self.add_primary(_("Print…"), name="paper_print")
        self.pdf.clicked.connect(lambda: self.pdf_requested.emit())
        self.print.clicked.connect(lambda: self.print_requested.emit())
        self.dismissed.connect(self.deleteLater)
