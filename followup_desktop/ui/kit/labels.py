"""Words on a page: one class for each way a text is set.

Plain text always, so a customer's words stay words.
"""

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.tokens import TextRole, ToneName

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLayout

_NARROWEST_EM = 6
"""A wrapping label can shrink to about this many letters, whatever it says."""


class Label(QLabel):
    """A label of one `TextRole`.

    `wrap` breaks long words too, so nothing a customer is called bursts a page.
    """

    role = TextRole.BODY

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, wrap: bool = False
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", self.role.value)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if wrap:
            self.setWordWrap(True)
            self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_tone(self, tone: ToneName) -> None:
        """Write it in the ink of `tone`."""
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)

    def set_emphasis(self, sentence: str, part: str) -> None:
        """Show `sentence` with the first `part` in it set bold; both are plain text."""
        # Late: it brings all of HTML's entities, which the first paint doesn't need.
        from html import escape

        before, found, after = sentence.partition(part)
        self.setTextFormat(Qt.TextFormat.RichText)
        bold = f'<span style="font-weight:600">{escape(found)}</span>' if found else ""
        self.setText(f"{escape(before)}{bold}{escape(after)}".replace("\n", "<br>"))
        self.setAccessibleName(sentence)

    def _breaks_words(self, width: int) -> bool:
        if not self.wordWrap() or self.textFormat() is not Qt.TextFormat.PlainText:
            return False
        metrics = self.fontMetrics()
        # Only a word that could be wider than the label is measured: pages are full of short ones.
        limit = max(1, width // max(1, metrics.maxWidth()))
        return any(
            len(word) > limit and metrics.horizontalAdvance(word) > width
            for word in self.text().split()
        )

    # Qt's own

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if self.wordWrap():
            narrow = self.fontMetrics().averageCharWidth() * _NARROWEST_EM
            return QSize(min(narrow, hint.width()), self.fontMetrics().height())
        return hint

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self.wordWrap():
            widest = self.fontMetrics().averageCharWidth() * 60
            if hint.width() > widest:
                return QSize(widest, self.heightForWidth(widest))
        return hint

    def heightForWidth(self, width: int) -> int:
        if not self._breaks_words(width):
            return super().heightForWidth(width)
        return ceil(broken_text(self.text(), self.font(), width).boundingRect().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        rect = self.contentsRect()
        if not self._breaks_words(rect.width()):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        broken_text(self.text(), self.font(), rect.width()).draw(painter, rect.topLeft())
        painter.end()


def broken_text(text: str, font: QFont, width: int) -> "QTextLayout":
    """`text` in lines of at most `width`: between words, or within one that is wider than that."""
    from PySide6.QtGui import QTextLayout, QTextOption

    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, y))
        y += ceil(line.height())
    layout.endLayout()
    return layout


class Heading(Label):
    """The name of a page or sheet, in the serif."""

    role = TextRole.HEADING


class Subheading(Label):
    """A person's name, in the serif."""

    role = TextRole.SUBHEADING


class Serif(Label):
    """A sentence to say, or a purpose."""

    role = TextRole.SERIF


class Cue(Label):
    role = TextRole.CUE


class Mantra(Label):
    """A quiet line in italics."""

    role = TextRole.MANTRA


class Number(Label):
    """A phone number or a clock, large."""

    role = TextRole.NUMBER


class Strong(Label):
    role = TextRole.STRONG


class Body(Label):
    role = TextRole.BODY


class Muted(Label):
    role = TextRole.MUTED


class Faint(Label):
    role = TextRole.FAINT


class Small(Label):
    role = TextRole.SMALL


class Caps(Label):
    """The small title of a card. Write it as a sentence; it is only shown in capitals."""

    role = TextRole.CAPS


class ElidedLabel(Label):
    """One line that ends in … when there's no room; the whole text is its tooltip then."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: TextRole = TextRole.BODY,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        self.role = role
        self._mode = mode
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def shown_text(self) -> str:
        """What there is room for."""
        line = " ".join(self.text().split())
        return self.fontMetrics().elidedText(line, self._mode, self.contentsRect().width())

    # Qt's own

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        narrow = metrics.averageCharWidth() * _NARROWEST_EM
        return QSize(min(narrow, super().sizeHint().width()), metrics.height())

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        widest = metrics.averageCharWidth() * 60
        line = " ".join(self.text()[:400].split())
        return QSize(min(widest, metrics.horizontalAdvance(line) + 1), metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.shown_text()
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        flags = self.alignment() | Qt.TextFlag.TextSingleLine
        painter.drawText(self.contentsRect(), flags, shown)
        painter.end()
        whole = " ".join(self.text().split())
        tip = "" if shown == whole else self.text()[:2000]
        if self.toolTip() != tip:
            self.setToolTip(tip)


def line_height(role: TextRole = TextRole.BODY) -> int:
    """The height of a line of `role`, in logical pixels, at the text size in force."""
    return theme.metrics(role).height()
