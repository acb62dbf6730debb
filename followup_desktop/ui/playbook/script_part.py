"""The lines: the opening, what you want to say, and how you will say it (M-5)."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from followup_desktop.domain.kinds import LinePart, Purpose
from followup_desktop.domain.phrase import Phrase
from followup_desktop.domain.playbook_draft import add_line, change_line, move_line, remove_line
from followup_desktop.domain.playbook_parts import Line
from followup_desktop.ui.kit.buttons import QuietButton
from followup_desktop.ui.kit.labels import Caps
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.playbook.draft_part import DraftPart, Shown, take_away
from followup_desktop.ui.playbook.line_row import LineRow
from followup_desktop.words import _
from followup_desktop.words import playbooks as words

_LEFT = Qt.AlignmentFlag.AlignLeft
_OPENING = -1


class ScriptPart(DraftPart):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[int, LineRow] = {}
        """By their place in the draft; the opening's is -1."""
        self._built_for: tuple[tuple[Purpose, ...], Purpose | None] = ((), None)
        self._open_next: int | None = None
        self._build_ui()

    def show_draft(self, shown: Shown) -> None:
        self.shown = shown
        built_for = (tuple(plan.purpose for plan in shown.draft.purposes), shown.purpose)
        places = [_OPENING, *self._places(shown)]
        if places != list(self.lines) or built_for != self._built_for or self._parts_moved():
            self._built_for = built_for
            self._make_rows(places)
        for place, row in self.lines.items():
            where = "opening" if place == _OPENING else f"lines.{place + 1}"
            row.show_line(self._line(place), shown.faults_at(where))
        for button in self.add.values():
            button.setEnabled(not shown.draft.is_full)
        if self._open_next is not None and self._open_next in self.lines:
            self.lines[self._open_next].open_up()
        self._open_next = None

    def go_to(self, where: str) -> bool:
        key, _dot, rest = where.partition(".")
        number = rest.partition(".")[0]
        place = _OPENING if key == "opening" else int(number) - 1 if number.isdigit() else None
        if key not in ("opening", "lines") or place not in self.lines:
            return key == "lines" and not number
        self.lines[place].open_up()
        return True

    def _line(self, place: int) -> Line:
        return self.draft.opening if place == _OPENING else self.draft.lines[place]

    def _places(self, shown: Shown) -> list[int]:
        """As on the screen: all of what, then all of how."""
        return [
            place
            for part in LinePart
            for place, line in enumerate(shown.draft.lines)
            if line.part is part and (shown.purpose is None or line.serves(shown.purpose))
        ]

    def _parts_moved(self) -> bool:
        return any(
            row.line.part is not self._line(place).part
            for place, row in self.lines.items()
            if place != _OPENING
        )

    def _make_rows(self, places: list[int]) -> None:
        take_away(list(self.lines.values()))
        self.lines = {place: self._make_row(place) for place in places}
        for place, row in self.lines.items():
            part = LinePart.WHAT if place == _OPENING else self._line(place).part
            (self._opening if place == _OPENING else self._parts[part]).addWidget(row)
            row.show()  # at once, or it couldn't take the keyboard yet

    def _make_row(self, place: int) -> LineRow:
        row = LineRow(
            self._line(place),
            self._built_for[0],
            self,
            name="playbook_opening" if place == _OPENING else f"playbook_line_{place + 1}",
            is_opening=place == _OPENING,
            names_purposes=self.shown is not None and self.shown.purpose is None,
        )
        row.line_edited.connect(lambda line: self.edited.emit(self._with(place, line)))
        row.line_changed.connect(lambda line: self.changed.emit(self._with(place, line)))
        row.kept.connect(self.kept)
        row.opened.connect(lambda: self._on_opened(place, row))
        row.moved.connect(lambda by: self._move(place, by))
        row.removed.connect(lambda: self._remove(place))
        return row

    def _with(self, place: int, line: Line) -> object:
        if place == _OPENING:
            return replace(self.draft, opening=line)
        return change_line(self.draft, place, line)

    def _on_opened(self, place: int, row: LineRow) -> None:
        """One is open at a time; the rest stays calm."""
        self.looked_at.emit(place)
        for other in self.lines.values():
            if other is not row:
                other.fold()

    def _move(self, place: int, by: int) -> None:
        """Past its neighbour in sight, within its part."""
        part = self._line(place).part
        order = [at for at in self.lines if at != _OPENING and self._line(at).part is part]
        to = order.index(place) + by
        if not 0 <= to < len(order):
            return
        target, was_open = order[to], self.lines[place].is_open
        self._open_next = target if was_open else None
        self.changed.emit(move_line(self.draft, place, target))
        if not was_open and target in self.lines:
            self.lines[target].setFocus()

    def _remove(self, place: int) -> None:
        near = [at for at in self.lines if at != place]
        after = next((at for at in near if at > place), near[-1] if near else None)
        self.changed.emit(remove_line(self.draft, place))
        if after is not None:
            row = self.lines.get(after - 1 if after > place else after)
            (row or next(iter(self.lines.values()))).setFocus()

    def _add(self, part: LinePart) -> None:
        """After those of its part in sight, for the purpose in sight, open to be typed in."""
        assert self.shown is not None
        purpose = self.shown.purpose
        line = Line(
            part, Phrase(""), Phrase(""), frozenset() if purpose is None else frozenset({purpose})
        )
        same = [at for at in self.lines if at != _OPENING and self._line(at).part is part]
        at = max(same) + 1 if same else len(self.draft.lines)
        self._open_next = at
        self.changed.emit(add_line(self.draft, at, line))

    def _build_ui(self) -> None:
        self._captions = {part: Caps(words.part(part)) for part in LinePart}
        self._parts: dict[LinePart, QVBoxLayout] = {}
        self.add: dict[LinePart, QuietButton] = {}
        self._opening = _rows()
        self.rows.addWidget(Caps(_("The opening")))
        self.rows.addLayout(self._opening)
        for part, caption in self._captions.items():
            self._parts[part] = _rows()
            self.add[part] = QuietButton(_("Add a line"), name=f"add_{part}", icon="plus")
            self.add[part].clicked.connect(lambda _=False, part=part: self._add(part))
            self.rows.addSpacing(Space.SMALL)
            self.rows.addWidget(caption)
            self.rows.addLayout(self._parts[part])
            self.rows.addWidget(self.add[part], 0, _LEFT)
        self.rows.addStretch(1)


def _rows() -> QVBoxLayout:
    rows = QVBoxLayout()
    rows.setSpacing(Space.SMALL)
    return rows
