"""A plain window to type into. What it gets stands in the file that is its one argument."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPlainTextEdit

app = QApplication(sys.argv)
paper = QPlainTextEdit()
paper.setWindowTitle("Typewriter")
paper.resize(500, 300)
paper.move(40, 40)
paper.textChanged.connect(
    lambda: Path(sys.argv[1]).write_text(paper.toPlainText(), encoding="utf-8")
)
paper.show()
app.exec()
