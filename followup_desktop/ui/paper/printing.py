"""From the window to paper, or into a PDF. What is printed leaves no file behind; what is saved is
made whole in memory and written where the clerk says, and nowhere else."""

import errno
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QBuffer, QStandardPaths
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.paper.pages import Document, page_layout, render
from followup_desktop.ui.paper.sheet import PaperSheet
from followup_desktop.ui.paper.sheets import call_document, day_document
from followup_desktop.words import _
from followup_desktop.words import paper as words

_DPI = 300


def print_day(desk: Desk, window: QWidget, *, everybody: bool = False) -> PaperSheet | None:
    """The day's list as it stands on the screen."""
    clerk_id = None if everybody else desk.clerk_id
    sheet = desk.ask(lambda now: desk.services.paper.day(now, clerk_id))
    if sheet is None:
        return None
    if not sheet.rows:
        desk.say(_("Nothing is waiting for a call, so there is nothing to print."))
        return None
    document = day_document(sheet, desk.clerk_id)
    return _offer(desk, window, _("Print today’s list"), words.day_count(sheet), document)


def print_call(desk: Desk, window: QWidget, call_id: int) -> PaperSheet | None:
    """The call that is being planned: cues, not the script."""
    sheet = desk.ask(desk.services.paper.call, call_id)
    if sheet is None:
        return None
    return _offer(desk, window, _("Print the call sheet"), sheet.name, call_document(sheet))


def print_customer(desk: Desk, window: QWidget, customer_id: int) -> PaperSheet | None:
    """The next call to a customer, planned or not."""
    sheet = desk.ask(desk.services.paper.customer, customer_id)
    if sheet is None:
        return None
    return _offer(desk, window, _("Print the call sheet"), sheet.name, call_document(sheet))


def pdf_of(document: Document) -> bytes:
    """The whole file, in memory."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageLayout(page_layout(document.country))
    writer.setTitle(document.name)
    writer.setCreator("Followup")
    render(document, writer)
    return bytes(buffer.data().data())


def save(desk: Desk, document: Document, path: Path) -> bool:
    """Raises nothing: what stands in the way is told, and half a file isn't left."""
    data = pdf_of(document)
    was_there = path.exists()
    try:
        path.write_bytes(data)
    except OSError as error:
        if not was_there:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        full = error.errno == errno.ENOSPC
        trouble = Trouble.DISK_FULL if full else Trouble.CANNOT_WRITE
        desk.troubled.emit(WorldError(trouble, where=str(path.parent)))
        return False
    desk.say(_("Saved: {name}").format(name=path.name))
    return True


def _offer(desk: Desk, window: QWidget, title: str, said: str, document: Document) -> PaperSheet:
    sheet = PaperSheet(window, title, said)

    def as_pdf() -> None:
        path = ask_where(window, document)
        if path is not None and save(desk, document, path):
            sheet.dismiss()

    def on_paper() -> None:
        if send_to_printer(window, document):
            sheet.dismiss()

    sheet.pdf_requested.connect(as_pdf)
    sheet.print_requested.connect(on_paper)
    sheet.open()
    return sheet


def ask_where(window: QWidget, document: Document) -> Path | None:
    """Where to save it; None: not at all."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    proposed = str(Path(documents) / f"{document.name}.pdf")
    chosen, _kind = QFileDialog.getSaveFileName(
        window, _("Save as PDF"), proposed, _("PDF files (*.pdf)")
    )
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(".pdf")


def send_to_printer(window: QWidget, document: Document) -> bool:
    """The system's own dialog; False when nothing was printed."""
    # Late: it brings a library of its own.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(page_layout(document.country))
    printer.setDocName(document.name)
    dialog = QPrintDialog(printer, window)
    try:
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return False
        render(document, printer)
    finally:
        dialog.deleteLater()
    return True
