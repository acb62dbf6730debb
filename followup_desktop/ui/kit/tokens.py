"""Colours, spacing, radii and type sizes: the only place where a look is decided.

The light colours are those of the drawn screens, darkened where a text or a control's border fell
short of WCAG AA (4.5:1 for text, 3:1 for borders and focus rings); the dark ones keep the same calm
and the same order.

NamedTuples, not dataclasses: they are defined before the first paint, at a tenth of the cost.
"""

from enum import StrEnum
from typing import NamedTuple


class ToneName(StrEnum):
    """What a badge, an avatar or a notice is about; each has its colours in both palettes."""

    PROMISE = "promise"
    PURCHASE = "purchase"
    NOT_BOUGHT = "not_bought"
    REFERRAL = "referral"
    THANKS = "thanks"
    NEUTRAL = "neutral"
    WARNING = "warning"


class Tone(NamedTuple):
    ink: str
    """Text on the tint, or on a card; also the dot on a time line."""
    tint: str
    line: str
    """A decorative border around the tint."""


class Palette(NamedTuple):
    dark: bool
    window: str
    surface: str
    """Cards, fields and quiet buttons."""
    rail: str
    """The bars along the top and the left."""
    sunken: str
    """Something pressed in, or not reached yet."""
    track: str
    """The unfilled part of a bar."""
    line: str
    """Decorative: borders of cards and lines between rows."""
    control_line: str
    """Borders that tell where one can type or tick."""
    button_line: str
    """Borders of buttons and pills: their words say what they are, so these may be quieter."""
    ink: str
    muted: str
    faint: str
    primary: str
    primary_hover: str
    primary_pressed: str
    on_primary: str
    primary_ink: str
    """Primary as text, as an icon, or as a thin line."""
    primary_tint: str
    primary_wash: str
    """The chosen row or card."""
    under_way: str
    """The stage of an order that is being worked on."""
    focus: str
    dim: str
    """Laid over the window behind a sheet, as #aarrggbb."""
    promise: Tone
    purchase: Tone
    not_bought: Tone
    referral: Tone
    thanks: Tone
    neutral: Tone
    warning: Tone

    def tone(self, name: ToneName) -> Tone:
        tone: Tone = getattr(self, name.value)
        return tone


LIGHT = Palette(
    dark=False,
    window="#f6f4ef",
    surface="#ffffff",
    rail="#fbfaf7",
    sunken="#efece5",
    track="#e9e4da",
    line="#e4dfd5",
    control_line="#8f897e",
    button_line="#d3cdc1",
    ink="#1e2328",
    muted="#5e656d",
    faint="#686e75",
    primary="#1f5a4c",
    primary_hover="#276858",
    primary_pressed="#174a3e",
    on_primary="#ffffff",
    primary_ink="#1f5a4c",
    primary_tint="#e3eeea",
    primary_wash="#f3f7f5",
    under_way="#d99a4e",
    focus="#2f6fa8",
    dim="#801e2328",
    promise=Tone("#a8322d", "#f8e4e2", "#eac5c1"),
    purchase=Tone("#1f5a4c", "#e3eeea", "#c3dbd3"),
    not_bought=Tone("#95540f", "#fbeedc", "#ebcfa6"),
    referral=Tone("#2f5d8c", "#e4edf6", "#c3d5e8"),
    thanks=Tone("#6b4377", "#f0e7f2", "#dccbe0"),
    neutral=Tone("#565d65", "#efece5", "#dad5c9"),
    warning=Tone("#95540f", "#fbeedc", "#ebcfa6"),
)

DARK = Palette(
    dark=True,
    window="#1a1d1c",
    surface="#232726",
    rail="#1f2322",
    sunken="#2d3230",
    track="#363c39",
    line="#343a37",
    control_line="#7b827e",
    button_line="#4a514d",
    ink="#ece9e2",
    muted="#b4b8b3",
    faint="#9ea39e",
    primary="#2f7d6b",
    primary_hover="#2b7362",
    primary_pressed="#256555",
    on_primary="#ffffff",
    primary_ink="#8ccdb9",
    primary_tint="#23362f",
    primary_wash="#24302c",
    under_way="#d99a4e",
    focus="#7fb4e6",
    dim="#a0000000",
    promise=Tone("#f2a29b", "#43272a", "#5d3639"),
    purchase=Tone("#8ccdb9", "#23362f", "#325044"),
    not_bought=Tone("#e8b878", "#3f3020", "#5b462d"),
    referral=Tone("#9dc1e8", "#243242", "#36495f"),
    thanks=Tone("#d0aedb", "#382b3e", "#513e59"),
    neutral=Tone("#b4b8b3", "#2f3432", "#434946"),
    warning=Tone("#e8b878", "#3f3020", "#5b462d"),
)


class Space:
    """Distances in logical pixels; they stay the same when the text grows."""

    HAIR = 4
    SMALL = 8
    MEDIUM = 12
    LARGE = 16
    CARD = 18
    PAGE = 24


class Radius:
    SMALL = 6
    CONTROL = 10
    CARD = 14


class TextRole(StrEnum):
    """What a text is for. `TYPE` says how it is set; the stylesheet and `theme.font` follow it."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    SERIF = "serif"
    SERIF_SMALL = "serif_small"
    CUE = "cue"
    MANTRA = "mantra"
    NUMBER = "number"
    STRONG = "strong"
    BODY = "body"
    MUTED = "muted"
    FAINT = "faint"
    SMALL = "small"
    SMALL_STRONG = "small_strong"
    CAPS = "caps"
    BUTTON = "button"
    NAV = "nav"


class Type(NamedTuple):
    size: int
    """Logical pixels at 100 %."""
    serif: bool = False
    semibold: bool = False
    italic: bool = False
    caps: bool = False
    colour: str = "ink"
    """The field of `Palette` it is written in."""


TYPE: dict[TextRole, Type] = {
    TextRole.HEADING: Type(28, serif=True),
    TextRole.SUBHEADING: Type(22, serif=True),
    TextRole.SERIF: Type(18, serif=True),
    TextRole.SERIF_SMALL: Type(15, serif=True),
    TextRole.CUE: Type(22, serif=True),
    TextRole.MANTRA: Type(16, serif=True, italic=True, colour="faint"),
    TextRole.NUMBER: Type(24, semibold=True),
    TextRole.STRONG: Type(16, semibold=True),
    TextRole.BODY: Type(16),
    TextRole.MUTED: Type(16, colour="muted"),
    TextRole.FAINT: Type(16, colour="faint"),
    TextRole.SMALL: Type(14, colour="muted"),
    TextRole.SMALL_STRONG: Type(13, semibold=True),
    TextRole.CAPS: Type(14, semibold=True, caps=True, colour="muted"),
    TextRole.BUTTON: Type(16, semibold=True),
    TextRole.NAV: Type(13, colour="muted"),
}
