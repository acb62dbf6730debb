"""The head of the card: who it is, how to say it, and the call."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from followup_desktop.domain.customer import CustomerCard
from followup_desktop.domain.kinds import Direction
from followup_desktop.domain.names import initials
from followup_desktop.ui import tones
from followup_desktop.ui.kit.buttons import IconButton, PrimaryButton, QuietButton
from followup_desktop.ui.kit.chips import Avatar, Badge
from followup_desktop.ui.kit.labels import ElidedLabel
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tokens import Space, TextRole, ToneName
from followup_desktop.words import _, codes
from followup_desktop.words import card as words

_AVATAR = 60


class CardHeader(Card):
    call_requested = Signal()
    edit_requested = Signal()
    visit_requested = Signal()
    pin_requested = Signal()
    print_requested = Signal()
    settle_requested = Signal()
    log_requested = Signal(object)
    """Direction of the contact that took place."""
    dont_call_requested = Signal()
    may_call_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=Space.CARD)
        self.setObjectName("card_header")
        self._card: CustomerCard | None = None
        self._build_ui()
        self._connect()

    def show_card(self, card: CustomerCard) -> None:
        self._card = card
        tone = tones.of_stage(card.stage)
        self.avatar.set_avatar(initials(card.name), tone)
        self.name.setText(words.full_name(card))
        self.stage.set_badge(codes.stage_with_purchases(card.stage, card.purchases), tone)
        self.discreet.setVisible(card.discreet)
        for badge in (self.stage, self.discreet):
            # A long name gives way, not what stands beside it.
            badge.setMinimumWidth(badge.sizeHint().width())
        self.detail.setText(words.header(card))
        going_on = card.call_id is not None
        self.call.set_label(_("Go on with the call") if going_on else _("Start a call"))
        self.call.setEnabled(going_on or any(not phone.is_wrong for phone in card.phones))

    def menu(self) -> QMenu:
        """Everything that is done now and then."""
        menu = QMenu(self)
        menu.addAction(_("Record a visit"), self.visit_requested.emit)
        menu.addSeparator()
        for words_, direction in (
            (_("They called…"), Direction.INBOUND),
            (_("We wrote to each other…"), Direction.TEXT),
            (_("We talked in the shop…"), Direction.IN_SHOP),
        ):
            action = menu.addAction(words_)
            action.triggered.connect(lambda _=False, how=direction: self.log_requested.emit(how))
        menu.addSeparator()
        has_note = self._card is not None and self._card.pinned_note
        pin = _("Change the pinned note…") if has_note else _("Pin a note…")
        menu.addAction(pin, self.pin_requested.emit)
        menu.addAction(_("Print a call sheet…"), self.print_requested.emit)
        if self._card is not None and not self._card.coming_up:
            menu.addAction(_("Nothing more is needed…"), self.settle_requested.emit)
        if self._card is not None and self._card.dont_call_at is not None:
            menu.addAction(_("They may be called again"), self.may_call_requested.emit)
        else:
            menu.addAction(_("They asked: please don’t call"), self.dont_call_requested.emit)
        return menu

    def show_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _build_ui(self) -> None:
        self.avatar = Avatar("", size=_AVATAR)
        self.name = ElidedLabel(role=TextRole.HEADING)
        self.stage = Badge("")
        self.discreet = Badge(_("Be discreet"), ToneName.THANKS)
        self.detail = ElidedLabel(role=TextRole.MUTED)
        self.more = IconButton(_("More"), name="card_more", icon="more")
        self.edit = QuietButton(_("Edit"), name="card_edit")
        self.call = PrimaryButton(_("Start a call"), name="card_call", icon="phone", large=True)
        line = QHBoxLayout()
        line.setSpacing(Space.MEDIUM)
        line.addWidget(self.name)
        for badge in (self.stage, self.discreet):
            line.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        names = QVBoxLayout()
        names.setSpacing(Space.HAIR)
        names.addLayout(line)
        names.addWidget(self.detail)
        row = QHBoxLayout()
        row.setSpacing(Space.MEDIUM - 2)
        row.addWidget(self.avatar)
        row.addSpacing(Space.SMALL)
        row.addLayout(names, 1)
        for button in (self.more, self.edit, self.call):
            row.addWidget(button)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self.call.clicked.connect(self.call_requested)
        self.edit.clicked.connect(self.edit_requested)
        self.more.clicked.connect(self.show_menu)
