"""Step 1: what do you want from this call? (M-2 … M-4)"""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from followup_desktop.domain.call import GuidedCall, PurposeOffer
from followup_desktop.domain.kinds import CallStep, Purpose
from followup_desktop.ui.call.purpose_tile import PurposeTile
from followup_desktop.ui.call.side_cards import KnownCard, PinnedCard, WhyNowCard
from followup_desktop.ui.call.step_panel import StepPanel
from followup_desktop.ui.kit.buttons import PrimaryButton, QuietButton
from followup_desktop.ui.kit.choices import Choices
from followup_desktop.ui.kit.fields import Field, LineField
from followup_desktop.ui.kit.tab_order import TabPlace
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _
from followup_desktop.words import call as words

_COLUMNS = 3


class PurposeStep(StepPanel):
    purpose_chosen = Signal(object)
    second_chosen = Signal(object)
    """Purpose, or None."""
    desired_edited = Signal(str)
    step_requested = Signal(object)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("What do you want from this call?"),
            _("One purpose you can come back to, whatever the customer says."),
            parent,
        )
        self._offers: tuple[PurposeOffer, ...] = ()
        self.tiles: dict[Purpose, PurposeTile] = {}
        self._build_work()
        self._build_footer()

    def show_call(self, call: GuidedCall, today: date) -> None:
        if call.offers != self._offers:
            self._lay_out(call.offers)
        for purpose, tile in self.tiles.items():
            tile.setChecked(purpose is call.purpose)
        if self.desired.text() != call.desired:
            self.desired.setText(call.desired)
        taken = (call.purpose, Purpose.OWN_WORDS)
        others = [one.purpose for one in call.offers if one.purpose not in taken]
        self.second.set_options([(purpose, words.purpose(purpose)) for purpose in others])
        self.second.choose(call.second_purpose)
        self.second_field.setVisible(bool(others))
        self.next.setEnabled(call.purpose is not None)
        self.why_now.show_call(call)
        self.pinned.show_call(call)
        self.known.show_known(call.knows, today)

    def first_field(self) -> QWidget:
        chosen = next((tile for tile in self.tiles.values() if tile.isChecked()), None)
        return chosen or next(iter(self.tiles.values()), self.desired)

    def _lay_out(self, offers: tuple[PurposeOffer, ...]) -> None:
        self._offers = offers
        for tile in self.tiles.values():
            tile.hide()
            tile.deleteLater()
        self.tiles = {}
        hints = {one.purpose: one.hint for one in offers}
        hints.setdefault(Purpose.OWN_WORDS, _("In your own words"))
        for place, (purpose, hint) in enumerate(hints.items()):
            tile = PurposeTile(words.purpose(purpose), hint, name=f"purpose_{purpose}")
            tile.clicked.connect(lambda _=False, chosen=purpose: self._on_tile(chosen))
            self._group.addButton(tile)
            self._grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
            tile.show()  # at once, or it couldn't take the keyboard yet
            self.tiles[purpose] = tile
        self._place.lead_through(*self.tiles.values())

    def _on_tile(self, purpose: Purpose) -> None:
        self.purpose_chosen.emit(purpose)
        if purpose is Purpose.OWN_WORDS:
            self.desired.setFocus()
            self.desired.selectAll()

    def _build_work(self) -> None:
        self._group = QButtonGroup(self)
        self._place = TabPlace(self)
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.MEDIUM)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self.desired = LineField(name="call_desired", serif=True)
        self.desired.textEdited.connect(self.desired_edited)
        self.second = Choices(
            [], name="call_second", label=_("And if that doesn’t come up"), optional=True
        )
        self.second.chosen.connect(self.second_chosen)
        self.second_field = Field(_("And if that doesn’t come up"), self.second)
        self.work.addLayout(self._grid)
        self.work.addSpacing(Space.SMALL)
        self.work.addWidget(Field(_("In one sentence"), self.desired))
        self.work.addWidget(self.second_field)
        self.why_now, self.pinned = WhyNowCard(), PinnedCard()
        self.known = KnownCard(_("What you know"))
        for card in (self.pinned, self.why_now, self.known):
            self.side.addWidget(card)

    def _build_footer(self) -> None:
        self.not_now = QuietButton(_("Not now"), name="call_not_now")
        self.next = PrimaryButton(
            _("Next: script"), name="call_next_script", large=True, onward=True
        )
        self.not_now.clicked.connect(self.close_requested)
        self.next.clicked.connect(lambda: self.step_requested.emit(CallStep.SCRIPT))
        self.footer.addWidget(self.not_now)
        self.footer.addStretch()
        self.footer.addWidget(self.next)
