"""Source Sans Pro and Source Serif Pro: only the four files that the screens are set in."""

from PySide6.QtGui import QFont, QFontDatabase

from followup_desktop.ui.kit.packaged import folder
from followup_desktop.ui.kit.tokens import TYPE, TextRole

SANS = "Source Sans Pro"
SERIF = "Source Serif Pro"

_FILES = (
    ("font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    ("font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
    ("font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
    ("font_source_serif_pro", "SourceSerifPro-It.ttf"),
)
_loaded = False


def load() -> None:
    """Register the files with Qt, once. A missing file isn't fatal: the system's fonts stand in."""
    global _loaded
    if _loaded:
        return
    for package, name in _FILES:
        try:
            QFontDatabase.addApplicationFont(str(folder(package) / "files" / name))
        except FileNotFoundError:
            continue
    _loaded = True


def make(role: TextRole, factor: float) -> QFont:
    kind = TYPE[role]
    font = QFont([SERIF if kind.serif else SANS])
    font.setStyleHint(QFont.StyleHint.Serif if kind.serif else QFont.StyleHint.SansSerif)
    font.setPixelSize(round(kind.size * factor))
    if kind.semibold:
        font.setWeight(QFont.Weight.DemiBold)
    font.setItalic(kind.italic)
    if kind.caps:
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 103)
    return font
