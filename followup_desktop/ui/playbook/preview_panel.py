"""What the draft would say to somebody: an invented customer, or a real one (M-76)."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from followup_desktop.domain.customer_list import CustomerHit
from followup_desktop.domain.kinds import Purpose
from followup_desktop.domain.playbook_preview import Known, PlaybookPreview, PreviewLine
from followup_desktop.ui.fact_text import with_spans
from followup_desktop.ui.kit import metrics, theme
from followup_desktop.ui.kit.choices import Choices
from followup_desktop.ui.kit.labels import Caps, Serif, Small
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.kit.scroller import Scroller
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.playbook.customer_field import CustomerField
from followup_desktop.words import _
from followup_desktop.words import call as call_words
from followup_desktop.words import playbooks as words


class Face(Enum):
    """What of the call is in sight: that which the part beside it is about."""

    SCRIPT = auto()
    PURPOSES = auto()
    BRIDGES = auto()
    AROUND = auto()


class PreviewPanel(Card):
    purpose_chosen = Signal(object)
    """Purpose, or None for all."""
    known_chosen = Signal(object)
    """Known: the invented customer."""
    customer_asked = Signal(str)
    """Somebody types a name; answer with `customer.show_hits`."""
    customer_chosen = Signal(object)
    """CustomerHit, or None: back to the invented one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("How it sounds"), parent)
        self.setMinimumWidth(metrics.chars(38))
        self.purpose = Picker([], self, name="preview_purpose", label=_("Purpose"))
        self.known = Choices(
            [(one, words.known(one)) for one in Known],
            self,
            name="preview_known",
            label=_("An invented customer"),
        )
        self.customer = CustomerField(self)
        self.lines = _Sentences()
        self._places: list[int | None] = []
        self._build_ui()
        self._connect()
        self.known.choose(Known.MUCH)

    def show_purposes(self, purposes: Sequence[Purpose], chosen: Purpose | None) -> None:
        named: list[tuple[object, str]] = [(None, _("Every purpose"))]
        named += [(one, words.purpose(one)) for one in purposes]
        self.purpose.set_options(named)
        self.purpose.choose(chosen)

    def show_preview(self, preview: PlaybookPreview, face: Face) -> None:
        self._places = [line.at for line in preview.lines] if face is Face.SCRIPT else []
        self.lines.show_rows(_ROWS[face](preview))

    def back_to_top(self) -> None:
        self._scroller.verticalScrollBar().setValue(0)

    def reveal(self, place: int) -> None:
        """Bring a line of the script into sight, where it is said to this customer."""
        at = None if place < 0 else place
        row = self._places.index(at) if at in self._places else -1
        label = self.lines.label(row)
        if label is not None:
            self._scroller.ensureWidgetVisible(label, 0, label.height() + Space.PAGE)

    def show_customer(self, hit: CustomerHit | None) -> None:
        """A real one, or none: then the invented one is chosen again."""
        if hit is None:
            self.customer.clear()
        else:
            self.known.choose(None)

    def _build_ui(self) -> None:
        self.body.setSpacing(Space.MEDIUM)
        self.add(self.purpose)
        self.add(self.known)
        self.add(self.customer)
        self._scroller = Scroller(self.lines)
        self.add(self._scroller, 1)

    def _connect(self) -> None:
        self.purpose.chosen.connect(self.purpose_chosen)
        self.known.chosen.connect(self.known_chosen)
        self.customer.asked.connect(self.customer_asked)
        self.customer.customer_chosen.connect(self.customer_chosen)


Row = tuple[str, str, str]
"""A small caption, rich text, and a small line below; empty ones take no room."""


def _script(preview: PlaybookPreview) -> list[Row]:
    rows: list[Row] = []
    part = None
    for line in preview.lines:
        caption = words.part(line.filled.part) if line.filled.part is not part else ""
        if line.at is None:
            caption = _("The opening")
        else:
            part = line.filled.part
        rows.append((caption, with_spans(line.filled.text, line.filled.spans), _below(line)))
    return rows


def _below(line: PreviewLine) -> str:
    """The cue, and why it doesn't say its first words."""
    missing = words.not_known(line.filled.missing)
    cue = _("Cue: {cue}").format(cue=line.filled.cue)
    return _("{cue} · {missing}").format(cue=cue, missing=missing) if missing else cue


def _purposes(preview: PlaybookPreview) -> list[Row]:
    return [
        (_("Under its name"), with_spans(preview.hint, ()), ""),
        (_("The desired outcome"), with_spans(preview.desired, ()), ""),
        (_("The way back to it"), with_spans(preview.back, ()), ""),
    ]


def _bridges(preview: PlaybookPreview) -> list[Row]:
    return [(call_words.detour(one), with_spans(text, ()), "") for one, text in preview.bridges]


def _around(preview: PlaybookPreview) -> list[Row]:
    rows = [
        (_("Why call now"), with_spans(preview.why, ()), ""),
        (_("If a machine answers"), with_spans(preview.voicemail, ()), ""),
    ]
    for they_say, way_out in preview.fears:
        heard = _("“{they_say}”").format(they_say=they_say)
        rows.append((heard, with_spans(way_out, ()), ""))
    return rows


_ROWS = {
    Face.SCRIPT: _script,
    Face.PURPOSES: _purposes,
    Face.BRIDGES: _bridges,
    Face.AROUND: _around,
}


class _Sentences(QWidget):
    """Sentences under one another. Its labels are used again, so that typing stays quick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Caps, Serif, Small]] = []
        self._shown: list[Row] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.HAIR)
        self._layout.addStretch(1)
        theme.changed.connect(self._on_theme_changed)

    def texts(self) -> list[str]:
        """What is in sight, as plain text."""
        return [said.accessibleName() for _caps, said, _small in self._rows if not said.isHidden()]

    def label(self, row: int) -> QWidget | None:
        return self._rows[row][1] if 0 <= row < len(self._shown) else None

    def show_rows(self, rows: list[Row]) -> None:
        if rows == self._shown:
            return
        self._shown = rows
        while len(self._rows) < len(rows):
            self._add_row()
        for labels, row in zip(self._rows, rows, strict=False):
            self._show_row(labels, row)
        for labels in self._rows[len(rows) :]:
            self._show_row(labels, ("", "", ""))

    def _show_row(self, labels: tuple[Caps, Serif, Small], row: Row) -> None:
        for label, text in zip(labels, row, strict=True):
            if label.text() != text:
                label.setText(text)
            label.setVisible(bool(text))
        labels[1].setAccessibleName(_plain(row[1]))

    def _add_row(self) -> None:
        labels = (Caps(wrap=True), Serif(wrap=True), Small(wrap=True))
        labels[1].setTextFormat(Qt.TextFormat.RichText)
        place = self._layout.count() - 1
        for number, label in enumerate(labels):
            self._layout.insertWidget(place + number, label)
        labels[2].setContentsMargins(0, 0, 0, Space.SMALL)
        self._rows.append(labels)

    def _on_theme_changed(self) -> None:
        """The tint under the facts is another one; whoever shows them does it again."""
        self._shown = []


def _plain(rich: str) -> str:
    from html import unescape
    from re import sub

    return unescape(sub(r"<[^>]*>", "", rich)).replace("\xa0", "")
