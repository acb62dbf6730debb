"""The blocks that the sheets are made of."""

from dataclasses import dataclass

from followup_desktop.ui.paper.ink import Face, Ink, Laid

_BOX_MM = 3.6
_INDENT_MM = 7.0
_GAP_MM = 3.0


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, with room below it."""

    text: str
    face: Face = Face.BODY
    below_mm: float = 1.0
    keeps_with_next: bool = False

    def height(self, ink: Ink) -> float:
        return ink.lay(self.text, self.face, ink.width).height + ink.mm(self.below_mm)

    def paint(self, ink: Ink, y: float) -> None:
        ink.draw(ink.lay(self.text, self.face, ink.width), 0, y)


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    keeps_with_next: bool = True

    def height(self, ink: Ink) -> float:
        return ink.lay(self.text, Face.HEAD, ink.width).height + ink.mm(6)

    def paint(self, ink: Ink, y: float) -> None:
        ink.draw(ink.lay(self.text, Face.HEAD, ink.width), 0, y + ink.mm(4))


@dataclass(frozen=True, slots=True)
class TickLine:
    """A box to tick with a pen, and what it is for."""

    text: str
    face: Face = Face.CUE
    quiet: bool = False
    keeps_with_next: bool = False

    def _laid_face(self) -> Face:
        return Face.BODY if self.quiet else self.face

    def height(self, ink: Ink) -> float:
        width = ink.width - ink.mm(_INDENT_MM)
        return ink.lay(self.text, self._laid_face(), width).height + ink.mm(1.8)

    def paint(self, ink: Ink, y: float) -> None:
        left = ink.mm(_INDENT_MM)
        laid = ink.lay(self.text, self._laid_face(), ink.width - left)
        side = ink.mm(_BOX_MM)
        ink.box(0, y + (laid.line_height() - side) / 2, side)
        ink.draw(laid, left, y)


@dataclass(frozen=True, slots=True)
class TickRow:
    """Several boxes beside each other, in as many lines as they need."""

    texts: tuple[str, ...]
    keeps_with_next: bool = False

    @property
    def text(self) -> str:
        return " · ".join(self.texts)

    def height(self, ink: Ink) -> float:
        lines = max((line for line, _x, _laid in self._placed(ink)), default=-1) + 1
        return lines * self._line(ink)

    def paint(self, ink: Ink, y: float) -> None:
        side = ink.mm(_BOX_MM)
        for line, x, laid in self._placed(ink):
            top = y + line * self._line(ink)
            ink.box(x, top + (laid.line_height() - side) / 2, side)
            ink.draw(laid, x + ink.mm(_INDENT_MM), top)

    def _line(self, ink: Ink) -> float:
        return ink.lay("X", Face.BODY, ink.width).height + ink.mm(1.8)

    def _placed(self, ink: Ink) -> list[tuple[int, float, Laid]]:
        """The line of each, where it begins, and its text."""
        placed: list[tuple[int, float, Laid]] = []
        line, x = 0, 0.0
        for text in self.texts:
            laid = ink.lay(text, Face.BODY, ink.width)
            width = ink.mm(_INDENT_MM) + laid.layout.maximumWidth()
            if x and x + width > ink.width:
                line, x = line + 1, 0.0
            placed.append((line, x, laid))
            x += width + ink.mm(_INDENT_MM)
        return placed


@dataclass(frozen=True, slots=True)
class NoteLines:
    """Room to write by hand."""

    lines: int
    text: str = ""
    keeps_with_next: bool = False

    def height(self, ink: Ink) -> float:
        return ink.mm(9) * self.lines

    def paint(self, ink: Ink, y: float) -> None:
        for line in range(1, self.lines + 1):
            ink.rule(y + ink.mm(9) * line)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A line of the day: a box, who and why, and the number to dial."""

    name: str
    detail: str
    why: str
    phone: str
    when: str
    keeps_with_next: bool = False

    @property
    def text(self) -> str:
        said = (self.name, self.detail, self.why, self.phone, self.when)
        return " · ".join(part for part in said if part)

    def height(self, ink: Ink) -> float:
        width = self.words_width(ink)
        lines = (
            ink.lay(self.name, Face.STRONG, width).height,
            ink.lay(self.detail, Face.SMALL, width).height if self.detail else 0.0,
            ink.lay(self.why, Face.BODY, width).height,
        )
        return max(sum(lines), self._right_height(ink)) + ink.mm(_GAP_MM)

    def paint(self, ink: Ink, y: float) -> None:
        left, width = ink.mm(_INDENT_MM), self.words_width(ink)
        name = ink.lay(self.name, Face.STRONG, width)
        side = ink.mm(_BOX_MM)
        ink.box(0, y + (name.line_height() - side) / 2, side)
        ink.draw(name, left, y)
        below = y + name.height
        if self.detail:
            detail = ink.lay(self.detail, Face.SMALL, width)
            ink.draw(detail, left, below)
            below += detail.height
        ink.draw(ink.lay(self.why, Face.BODY, width), left, below)
        ink.draw_at_end(self.phone, Face.STRONG, ink.width, y)
        ink.draw_at_end(self.when, Face.SMALL, ink.width, y + name.line_height())
        ink.rule(y + self.height(ink) - ink.mm(_GAP_MM) / 2)

    def words_width(self, ink: Ink) -> float:
        """Beside the number, which is never broken."""
        words = ((self.phone, Face.STRONG), (self.when, Face.SMALL))
        right = max(
            (ink.lay(text, face, ink.width).layout.maximumWidth() for text, face in words if text),
            default=0.0,
        )
        return ink.width - ink.mm(_INDENT_MM) - min(right + ink.mm(4), ink.width / 2)

    def _right_height(self, ink: Ink) -> float:
        return (
            ink.lay("X", Face.STRONG, ink.width).height + ink.lay("X", Face.SMALL, ink.width).height
        )
