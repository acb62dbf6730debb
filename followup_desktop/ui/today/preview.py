"""Beside the list: the person behind the selected row, why this call, and what can be done."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.later import Later
from followup_desktop.domain.names import initials
from followup_desktop.domain.shop import Clerk
from followup_desktop.ui import tones
from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.buttons import (
    IconButton,
    LinkButton,
    MenuButton,
    PrimaryButton,
    QuietButton,
)
from followup_desktop.ui.kit.chips import Avatar
from followup_desktop.ui.kit.facts import FactGrid
from followup_desktop.ui.kit.labels import Body, Mantra, Small, Subheading
from followup_desktop.ui.kit.scroller import Scroller
from followup_desktop.ui.kit.surfaces import Card, TintedCard
from followup_desktop.ui.kit.tokens import Space, TextRole, ToneName
from followup_desktop.ui.today.later import fill_later, fill_promise
from followup_desktop.words import _, days, today, why, why_lines

if TYPE_CHECKING:
    from followup_desktop.domain.preview import Preview

_ROOMY_LINES = 28


class PreviewPanel(Card):
    start_requested = Signal()
    later_requested = Signal(object)
    """Later: how long."""
    date_requested = Signal()
    move_promise_requested = Signal()
    """What they were told is to move, and not only the call."""
    skip_requested = Signal()
    done_requested = Signal()
    give_requested = Signal(int)
    """The colleague."""
    card_requested = Signal()
    keep_requested = Signal()
    """A promise, whatever the hours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=Space.PAGE)
        self.setObjectName("preview")
        self._build_ui()
        self._connect()

    def show_preview(self, preview: "Preview", now: datetime, clerk_id: int | None) -> None:
        row, day = preview.row, now.date()
        self.avatar.show()
        self.why_card.show()
        self._fill_later(today.promise_stays(row.due, day))
        self.avatar.set_avatar(initials(row.due.name), tones.of_kind(row.due.kind))
        self.name.setText(why.headline(row.due))
        self.detail.setText(today.preview_detail(preview))
        self.pinned.setVisible(bool(preview.pinned_note))
        self.pinned_note.setText(preview.pinned_note)
        self._show_why(preview, now, clerk_id)
        self.facts.set_facts(today.preview_facts(preview, day, clerk_id))
        label = _("Go on with the call") if row.call_id is not None else _("Start the call")
        self.start.set_label(label)
        self.start.setEnabled(bool(preview.phone) or row.call_id is not None)
        self.phone.setText(preview.phone or _("No phone number yet. Add one on the card."))

    def show_courage(self, mantra: str, thanked: int) -> None:
        self.mantra.setText(_("“{mantra}”").format(mantra=mantra) if mantra else "")
        self.thanked.setText(today.thanked(thanked))
        self._make_room()

    def _fill_later(self, promise_said: str) -> None:
        menu = self.later.menu_shown
        menu.clear()
        fill_later(menu, self._on_span_chosen, self.date_requested.emit)
        if promise_said:
            fill_promise(menu, promise_said, self.move_promise_requested.emit)

    def show_colleagues(self, colleagues: Sequence[Clerk]) -> None:
        menu = self.more.menu()
        menu.clear()
        menu.addAction(_("Done without a call"), self.done_requested.emit)
        for clerk in colleagues:
            action = menu.addAction(_("Give to {name}").format(name=clerk.name.replace("&", "&&")))
            action.triggered.connect(lambda _=False, who=clerk.id: self.give_requested.emit(who))

    def _show_why(self, preview: "Preview", now: datetime, clerk_id: int | None) -> None:
        due = preview.row.due
        self.why.setText(why_lines.ended(why.why(due, now.date(), clerk_id)))
        promised = ""
        if due.kind is Kind.PROMISE and due.promised_on and due.promised_on < due.due_on:
            when = days.near_day(due.promised_on, now.date())
            promised = _("Promised for {day}; only the call was put off.").format(day=when)
            self.promised.set_emphasis(promised, when)
        elif due.kind in (Kind.PROMISE, Kind.CALL_BACK) and due.due_time is not None:
            when = _("{time} {day}").format(
                time=days.writer().time(due.due_time), day=days.near_day(due.due_on, now.date())
            )
            promised = _("Promised by {when}.").format(when=when)
            self.promised.set_emphasis(promised, when)
        self.promised.setVisible(bool(promised))
        self.fine.setText(why.fine_to_call(preview.row, now))
        self.keep.setVisible(preview.is_outside)

    def _make_room(self) -> None:
        """Where there's little height, the person comes before the mantra."""
        roomy = self.height() >= _ROOMY_LINES * theme.metrics(TextRole.BODY).height()
        for label in (self.mantra, self.thanked):
            label.setVisible(roomy and bool(label.text()))

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    # Building

    def _build_ui(self) -> None:
        self.avatar = Avatar("", size=52)
        self.name = Subheading(wrap=True)
        self.detail = Small(wrap=True)
        self.pinned_note = Body(wrap=True)
        self.pinned = TintedCard(tone=ToneName.WARNING)
        self.pinned.add(self.pinned_note)
        self.why, self.promised = Body(wrap=True), Body(wrap=True)
        self.fine = Small(wrap=True)
        self.why_card = TintedCard(_("Why this call"))
        for label in (self.why, self.promised, self.fine):
            self.why_card.add(label)
        self.keep = LinkButton(_("Keep it outside the hours too…"), name="keep_anyway")
        self.why_card.body.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        self.facts = FactGrid()
        self.body.setSpacing(Space.MEDIUM)
        self.body.addLayout(self._head())
        self.body.addSpacing(Space.HAIR)
        about = QWidget()
        column = QVBoxLayout(about)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.LARGE)
        for widget in (self.pinned, self.why_card, self.facts):
            column.addWidget(widget)
        column.addStretch()
        for part in (self.avatar, self.pinned, self.why_card):
            part.hide()  # until there is somebody to show
        self.body.addWidget(Scroller(about), 1)
        self._build_actions()

    def _head(self) -> QHBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(Space.HAIR)
        names.addWidget(self.name)
        names.addWidget(self.detail)
        head = QHBoxLayout()
        head.setSpacing(Space.MEDIUM)
        head.addWidget(self.avatar)
        head.addLayout(names, 1)
        return head

    def _build_actions(self) -> None:
        self.phone = Small()
        self.start = PrimaryButton(_("Start the call"), name="start_call", icon="phone", large=True)
        self.later = MenuButton(_("Later"), name="later")
        self.skip = QuietButton(_("Skip…"), name="skip")
        self.open_card = QuietButton(_("Open card"), name="open_card")
        self.more = IconButton(_("More"), name="more", icon="more")
        self.more.setMenu(QMenu(self.more))
        row = QHBoxLayout()
        row.setSpacing(Space.SMALL)
        for button in (self.later, self.skip, self.open_card):
            row.addWidget(button, 1)
        row.addWidget(self.more)
        self.mantra, self.thanked = Mantra(wrap=True), Small(wrap=True)
        for label in (self.mantra, self.thanked):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self.phone)
        self.body.addWidget(self.start)
        self.body.addLayout(row)
        self.body.addWidget(self.mantra)
        self.body.addWidget(self.thanked)

    def _connect(self) -> None:
        self.start.clicked.connect(self.start_requested)
        self.skip.clicked.connect(self.skip_requested)
        self.open_card.clicked.connect(self.card_requested)
        self.keep.clicked.connect(self.keep_requested)
        self._fill_later("")

    def _on_span_chosen(self, span: Later) -> None:
        self.later_requested.emit(span)
