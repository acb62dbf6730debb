"""A QR code that the shop's phone scans to dial (M-14)."""

import io

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from followup_desktop.ui.kit import painting, theme
from followup_desktop.ui.kit.tokens import Radius
from followup_desktop.words import _

_QUIET_ZONE = 4
"""Modules of white around the code, as ISO/IEC 18004 asks for."""
_SIDE = 3 * (25 + 2 * _QUIET_ZONE)
"""Three pixels for each module of a phone number's code."""


class DialCode(QWidget):
    """Black on white in dark mode too: many phones don't read it the other way round."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dial_code")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._uri = ""
        self._image = QImage()

    def uri(self) -> str:
        return self._uri

    def show_number(self, e164: str) -> None:
        """Show the code for this number; nothing for an empty one."""
        uri = f"tel:{e164}" if e164 else ""
        self.setVisible(bool(uri))
        if uri == self._uri:
            return
        self._uri = uri
        self.setAccessibleName(_("Code to scan with the shop’s phone"))
        self._image = _drawn(uri) if uri else QImage()
        self.update()

    # Qt's own

    def sizeHint(self) -> QSize:
        side = theme.current().px(_SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting.painter_on(self) as painter:
            rect = QRectF(self.rect())
            painting.rounded(painter, rect, Radius.SMALL, "#ffffff")
            painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform, on=False)
            painter.drawImage(self._square(rect), self._image)

    def _square(self, rect: QRectF) -> QRectF:
        """As large as a whole number of pixels for each module allows: uneven ones read badly."""
        ratio, modules = self.devicePixelRatioF(), self._image.width()
        side = max(1, int(rect.width() * ratio / modules)) * modules / ratio if modules else 0.0
        start = int((rect.width() - side) / 2 * ratio) / ratio
        return QRectF(rect.x() + start, rect.y() + start, side, side)


def _drawn(uri: str) -> QImage:
    # Imported here: only a call needs it.
    import segno

    out = io.BytesIO()
    segno.make(uri, error="m", micro=False).save(out, kind="png", scale=1, border=_QUIET_ZONE)
    image = QImage.fromData(out.getvalue())
    if image.isNull():
        image = QImage(1, 1, QImage.Format.Format_RGB32)
        image.fill(QColor("#ffffff"))
    return image
