"""WCAG AA: 4.5:1 for what is read, 3:1 for the borders and rings that say where one is."""

import pytest
from PySide6.QtGui import QColor

from followup_desktop.ui.kit.tokens import DARK, LIGHT, Palette, Tone, ToneName

PALETTES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]

READ = [
    (ink, ground)
    for ink in ("ink", "muted", "faint", "primary_ink")
    for ground in ("window", "surface", "rail", "primary_wash")
] + [
    ("ink", "sunken"),
    ("muted", "sunken"),
    ("ink", "primary_tint"),
    ("muted", "primary_tint"),
    ("primary_ink", "primary_tint"),
    ("muted", "track"),
    ("on_primary", "primary"),
    ("on_primary", "primary_hover"),
    ("on_primary", "primary_pressed"),
]

SEEN = [
    (line, ground)
    for line in ("control_line", "focus", "primary", "primary_ink")
    for ground in ("window", "surface", "rail")
] + [
    ("focus", "primary_tint"),
    ("focus", "sunken"),
    ("primary_ink", "track"),
]


def luminance(code: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    colour = QColor(code)
    red, green, blue = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_the_one_of_wcag() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("ink", "ground"), READ)
def test_text_can_be_read(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("line", "ground"), SEEN)
def test_borders_and_rings_can_be_seen(palette: Palette, line: str, ground: str) -> None:
    assert contrast(getattr(palette, line), getattr(palette, ground)) >= 3


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("name", ToneName)
def test_tones_can_be_read(palette: Palette, name: ToneName) -> None:
    tone: Tone = palette.tone(name)
    for ground in (tone.tint, palette.surface, palette.window):
        assert contrast(tone.ink, ground) >= 4.5
    assert contrast(palette.ink, tone.tint) >= 4.5


@pytest.mark.parametrize("palette", PALETTES)
def test_the_gap_sets_a_ring_off_from_a_filled_button(palette: Palette) -> None:
    assert contrast(palette.focus, palette.surface) >= 3
    assert contrast(palette.primary, palette.surface) >= 3
