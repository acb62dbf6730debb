"""Icons by name: glyphs of the Phosphor font that comes with qtawesome, as outlines, so sharp at
every scale.

qtawesome itself stays out: importing it costs some 50 ms and patches Qt's classes through qtpy.
Only its font file is read, on the first icon painted. Code points are fixed for a released Phosphor
version; a test compares them with the package's own list.
"""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.packaged import folder

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPainterPath

FONT_FILE = "phosphor-1.3.0.ttf"
CHARMAP_FILE = "phosphor-charmap-1.3.0.json"
_EM = 256.0
"""Outlines are read at this size and scaled while painting."""

GLYPHS: dict[str, tuple[str, int]] = {
    "today": ("calendar-check", 0xF0AE),
    "customers": ("users", 0xF351),
    "orders": ("package", 0xF251),
    "promises": ("handshake", 0xF1C0),
    "ahead": ("book-open", 0xF097),
    "insights": ("chart-line-up", 0xF0D5),
    "settings": ("gear-six", 0xF19C),
    "search": ("magnifying-glass", 0xF20A),
    "plus": ("plus", 0xF27F),
    "close": ("x", 0xF36D),
    "phone": ("phone", 0xF26E),
    "phone_call": ("phone-call", 0xF26F),
    "copy": ("copy", 0xF114),
    "clock": ("clock", 0xF0F9),
    "undo": ("arrow-counter-clockwise", 0xF021),
    "down": ("caret-down", 0xF0C2),
    "up": ("caret-up", 0xF0C5),
    "left": ("caret-left", 0xF0C3),
    "right": ("caret-right", 0xF0C4),
    "arrow_left": ("arrow-left", 0xF03B),
    "arrow_right": ("arrow-right", 0xF044),
    "arrow_up": ("arrow-up", 0xF061),
    "arrow_down": ("arrow-down", 0xF022),
    "check": ("check", 0xF0E7),
    "pin": ("push-pin", 0xF28D),
    "gift": ("gift", 0xF1A5),
    "bell": ("bell", 0xF082),
    "bell_ringing": ("bell-ringing", 0xF083),
    "quiet": ("moon", 0xF21F),
    "edit": ("pencil-simple", 0xF266),
    "remove": ("trash", 0xF334),
    "more": ("dots-three-vertical", 0xF14A),
    "handle": ("dots-six-vertical", 0xF144),
    "calendar": ("calendar-blank", 0xF0AD),
    "problem": ("warning-circle", 0xF35D),
    "note": ("info", 0xF1E0),
    "person": ("user", 0xF346),
    "talk": ("chat-circle", 0xF0DC),
    "text": ("chat-text", 0xF0E6),
    "mail": ("envelope-simple", 0xF156),
    "heart": ("heart", 0xF1CA),
    "scissors": ("scissors", 0xF2AB),
    "delivery": ("truck", 0xF33E),
    "shop": ("storefront", 0xF2F9),
    "scan": ("qr-code", 0xF292),
    "filter": ("funnel", 0xF196),
    "lock": ("lock", 0xF1FF),
    "day": ("sun", 0xF2FE),
    "birthday": ("cake", 0xF0AA),
    "print": ("printer", 0xF288),
    "rest": ("coffee", 0xF10C),
}
"""Our name → Phosphor's name and its code point."""

_held = False


def hold() -> None:
    """Until `release()`, icons leave their place empty.

    The font is then read after the first paint.
    """
    global _held
    _held = True


def release() -> None:
    """Read the font and paint every icon that was held back."""
    global _held
    if not _held:
        return
    _held = False
    _outlines()
    for widget in QApplication.allWidgets():
        # By its base class: item views have an update() of their own that takes an index.
        QWidget.update(widget)


@cache
def _outlines() -> "dict[str, QPainterPath]":
    """Every icon's outline; all at once, so that the font of 1.4 MB needn't stay in memory."""
    # Late: Qt's classes cost time too, and the first paint shows no icon.
    from PySide6.QtGui import QFont, QRawFont

    try:
        path = folder("qtawesome") / "fonts" / FONT_FILE
    except FileNotFoundError:
        return {}
    raw = QRawFont(str(path), _EM, QFont.HintingPreference.PreferNoHinting)
    if not raw.isValid():
        return {}
    return {
        name: raw.pathForGlyph(raw.glyphIndexesForString(chr(point))[0])
        for name, (_, point) in GLYPHS.items()
    }


def paint(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Paint icon `name` into the square `rect`; `colour` is a token's value.

    Unknown names raise KeyError.
    """
    if name not in GLYPHS:
        raise KeyError(name)
    if _held:
        return
    outline = _outlines().get(name)
    if outline is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # Phosphor's glyphs stand on the base line and reach one em above it.
    painter.translate(rect.bottomLeft())
    painter.scale(rect.width() / _EM, rect.height() / _EM)
    painter.fillPath(outline, theme.colour(colour))
    painter.restore()


def icon(name: str, colour: str = "muted") -> "QIcon":
    """A QIcon for menus and actions; `colour` is a field of `Palette`. Follows the theme."""
    if name not in GLYPHS:
        raise KeyError(name)
    from PySide6.QtGui import QIcon

    from followup_desktop.ui.kit.icon_engine import IconEngine

    return QIcon(IconEngine(name, colour))
