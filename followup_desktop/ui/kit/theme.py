"""The look in force: one palette, one text size, one stylesheet; every window follows at once.

`apply()` at start and after a change in the settings; `current()` while painting; `changed` for
what keeps colours of its own (delegates, pixmaps). With `Appearance.SYSTEM` the look follows the
system's, live.
"""

from enum import IntEnum, StrEnum
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from followup_desktop.ui.kit import fonts
from followup_desktop.ui.kit.qt_style import QT_STYLE, STYLED
from followup_desktop.ui.kit.stylesheet import build
from followup_desktop.ui.kit.tokens import DARK, LIGHT, Palette, TextRole


class Appearance(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class TextSize(IntEnum):
    """Per cent of the normal size."""

    NORMAL = 100
    LARGER = 115
    LARGE = 130
    LARGEST = 150


class Look(NamedTuple):
    palette: Palette
    text_size: int

    @property
    def factor(self) -> float:
        return self.text_size / 100

    def px(self, size: float) -> int:
        """A length that grows with the text, such as an avatar's."""
        return round(size * self.factor)


class _Keeper(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.look = Look(LIGHT, TextSize.NORMAL)
        self.appearance = Appearance.LIGHT
        self.followed: QApplication | None = None

    def follow(self, app: QApplication) -> None:
        if self.followed is not app:
            app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
            self.followed = app

    def _on_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        if self.appearance is Appearance.SYSTEM and self.followed is not None:
            _dress(self.followed, scheme is Qt.ColorScheme.Dark, self.look.text_size)


_keeper = _Keeper()
changed = _keeper.changed


def current() -> Look:
    return _keeper.look


def appearance() -> Appearance:
    """What was asked for; `current().palette.dark` says what came of it."""
    return _keeper.appearance


def apply(
    app: QApplication,
    appearance: Appearance = Appearance.SYSTEM,
    text_size: int = TextSize.NORMAL,
) -> None:
    """Dress the whole program. Cheap enough to run before the first window.

    A second time restyles everything.
    """
    fonts.load()
    _keeper.follow(app)
    _keeper.appearance = appearance
    hints = app.styleHints()
    # Title bars and native dialogs follow this where the platform can do it.
    hints.setColorScheme(_SCHEMES[appearance])
    dark = appearance is Appearance.DARK
    if appearance is Appearance.SYSTEM:
        dark = hints.colorScheme() is Qt.ColorScheme.Dark
    _dress(app, dark, text_size)


_SCHEMES = {
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
    Appearance.SYSTEM: Qt.ColorScheme.Unknown,
}


def _dress(app: QApplication, dark: bool, text_size: int) -> None:
    look = Look(DARK if dark else LIGHT, text_size)
    if app.property("followup_look") == _key(look):
        return
    _keeper.look = look
    font.cache_clear()
    metrics.cache_clear()
    # Asking for the style would bring all of QStyle's enums, 10 ms of the first paint; `app.run`
    # starts Qt with it and says so.
    if not app.property(STYLED):
        app.setStyle(QT_STYLE)
        app.setProperty(STYLED, True)
    app.setPalette(_qt_palette(look.palette))
    app.setFont(font(TextRole.BODY))
    app.setStyleSheet(build(look.palette, look.factor))
    app.setProperty("followup_look", _key(look))
    _keeper.changed.emit()


def _key(look: Look) -> str:
    return f"{'dark' if look.palette.dark else 'light'} {look.text_size}"


@cache
def font(role: TextRole) -> QFont:
    """The font of `role` at the text size in force."""
    return fonts.make(role, _keeper.look.factor)


@cache
def metrics(role: TextRole) -> QFontMetrics:
    return QFontMetrics(font(role))


@cache
def colour(code: str) -> QColor:
    """A QColor for a token; shared, so don't change it."""
    return QColor(code)


def _qt_palette(tokens: Palette) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for key, code in {
        role.Window: tokens.window,
        role.WindowText: tokens.ink,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.window,
        role.Text: tokens.ink,
        role.PlaceholderText: tokens.faint,
        role.Button: tokens.surface,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.promise.ink,
        role.Highlight: tokens.primary,
        role.HighlightedText: tokens.on_primary,
        role.Accent: tokens.primary,
        role.Link: tokens.primary_ink,
        role.LinkVisited: tokens.primary_ink,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.ink,
        role.Light: tokens.surface,
        role.Midlight: tokens.rail,
        role.Mid: tokens.line,
        role.Dark: tokens.control_line,
        role.Shadow: tokens.dim,
    }.items():
        palette.setColor(key, QColor(code))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(tokens.faint))
    return palette
