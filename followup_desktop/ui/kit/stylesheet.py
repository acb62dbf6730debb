"""The one stylesheet, from tokens. Few rules: what a kit widget paints itself needs none."""

from followup_desktop.ui.kit.fonts import SANS, SERIF
from followup_desktop.ui.kit.tokens import TYPE, Palette, Radius, TextRole, ToneName


def build(palette: Palette, factor: float) -> str:
    """The stylesheet of the whole program; `factor` is the text size, 1.0 for 100 %."""
    return "\n".join(
        (
            *(_label(role, palette, factor) for role in TextRole),
            *(_toned_label(tone, palette) for tone in ToneName),
            _fields(palette, factor),
            _menus(palette),
            _scroll_bars(palette),
            _tables(palette),
        )
    )


def _label(role: TextRole, palette: Palette, factor: float) -> str:
    kind = TYPE[role]
    family = SERIF if kind.serif else SANS
    weight = 600 if kind.semibold else 400
    style = "italic" if kind.italic else "normal"
    caps = "text-transform: uppercase; letter-spacing: 0.4px;" if kind.caps else ""
    return (
        f'QLabel[role="{role.value}"] {{ font: {style} {weight} {round(kind.size * factor)}px'
        f' "{family}"; color: {getattr(palette, kind.colour)}; {caps} }}'
    )


def _toned_label(tone: ToneName, palette: Palette) -> str:
    return f'QLabel[tone="{tone.value}"] {{ color: {palette.tone(tone).ink}; }}'


def _fields(palette: Palette, factor: float) -> str:
    serif = round(TYPE[TextRole.SERIF].size * factor)
    return f"""
QLineEdit, QPlainTextEdit {{
  background: {palette.surface}; color: {palette.ink}; border: 1px solid {palette.control_line};
  border-radius: {Radius.CONTROL}px; padding: 7px 12px; placeholder-text-color: {palette.faint};
  selection-background-color: {palette.primary}; selection-color: {palette.on_primary};
}}
QPlainTextEdit {{ padding: 5px 10px; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {palette.focus}; padding: 6px 11px; }}
QPlainTextEdit:focus {{ padding: 4px 9px; }}
QLineEdit[problem="true"], QPlainTextEdit[problem="true"] {{ border-color: {palette.promise.ink}; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{
  background: {palette.window}; color: {palette.faint}; border-color: {palette.line}; }}
QLineEdit[serif="true"], QPlainTextEdit[serif="true"] {{ font: {serif}px "{SERIF}"; }}
"""


def _menus(palette: Palette) -> str:
    return f"""
QMenu {{ background: {palette.surface}; color: {palette.ink}; border: 1px solid {palette.line};
  padding: 6px 0; }}
QMenu::item {{ padding: 7px 24px 7px 16px; }}
QMenu::item:selected {{ background: {palette.primary_tint}; color: {palette.ink}; }}
QMenu::item:disabled {{ color: {palette.faint}; }}
QMenu::separator {{ height: 1px; background: {palette.line}; margin: 6px 0; }}
QToolTip {{ background: {palette.surface}; color: {palette.ink}; border: 1px solid {palette.line};
  padding: 4px 6px; }}
"""


def _scroll_bars(palette: Palette) -> str:
    return f"""
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {palette.control_line}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _tables(palette: Palette) -> str:
    return f"""
QListView#completions {{ border: 1px solid {palette.control_line}; padding: 4px 0; }}
QListView#completions::item {{ padding: 6px 12px; }}
QListView#completions::item:selected {{ background: {palette.primary_tint};
  color: {palette.ink}; }}
QAbstractItemView {{ background: {palette.surface}; color: {palette.ink}; border: none;
  selection-background-color: {palette.primary_tint}; selection-color: {palette.ink}; outline: 0; }}
QHeaderView {{ background: {palette.surface}; }}
QHeaderView::section {{ background: {palette.surface}; color: {palette.muted}; border: none;
  border-bottom: 1px solid {palette.line}; padding: 6px 8px; }}
"""
