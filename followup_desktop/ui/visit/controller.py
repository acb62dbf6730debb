"""Connects the form with the desk: the live plan, the draft that loses no word, saving."""

from PySide6.QtCore import QTimer

from followup_desktop.domain.checks import FieldProblem
from followup_desktop.domain.customer_list import CustomerHit
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.visit import NewVisit
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.room import Place, RoomController
from followup_desktop.ui.visit.page import EMPTY, VisitPage
from followup_desktop.words import codes, troubles

_PREVIEW_MS = 120
_DRAFT_MS = 500
"""A word that was typed is in the database within a second (reliability.md)."""


class VisitController(RoomController):
    def __init__(self, desk: Desk, page: VisitPage) -> None:
        super().__init__(desk, page)
        self.form = page
        self._blank = EMPTY
        """The form as it was opened, before anything was typed."""
        self._preview_soon = self._timer(_PREVIEW_MS, self._show_preview)
        self._draft_soon = self._timer(_DRAFT_MS, self._keep_draft)
        self._connect()

    def enter(self, place: Place) -> None:
        if self.form.isVisible():
            return
        shop = self.desk.ask(self.desk.services.shop.shop)
        if shop is not None:
            self.form.set_shop(self.desk.now().day, shop.country)
        groups = self.desk.ask(self.desk.services.product_groups.names)
        self.form.bought_part.items.group.set_groups(groups or ())
        given = place.given if isinstance(place.given, NewVisit) else None
        draft = self.desk.ask(self.desk.services.visits.draft)
        self._blank = given or EMPTY
        if draft is not None and given is not None and not _is_same(draft, given):
            self.desk.do(self.desk.services.visits.lay_draft_aside)
            draft = None
        self._fill(draft or self._blank)
        self.form.show_resumed(draft is not None)
        self.form.open()
        if given is not None and given.customer_id is not None:
            self.form.bought_part.items.setFocus()
        self._show_preview()

    def leave(self) -> None:
        if self.form.isVisible():
            self._put_away()

    def _connect(self) -> None:
        form = self.form
        form.edited.connect(self._on_edited)
        form.who.asked.connect(self._on_asked)
        form.who.customer_chosen.connect(self._on_customer_chosen)
        form.bought_part.items.typed.connect(self._on_item_typed)
        form.bought_part.occasion.textEdited.connect(self._on_occasion_typed)
        form.save_requested.connect(self._on_save)
        form.afresh_requested.connect(self._on_afresh)
        form.close_requested.connect(self._on_close)

    def _timer(self, milliseconds: int, does: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(does)
        return timer

    # While it is filled in

    def _fill(self, visit: NewVisit) -> None:
        known_as = ""
        if visit.customer_id is not None:
            card = self.desk.ask(self.desk.services.customers.card, visit.customer_id)
            known_as = codes.stage(card.stage) if card is not None else ""
        self.form.show_visit(visit, known_as)

    def _on_edited(self) -> None:
        self._preview_soon.start()
        self._draft_soon.start()

    def _show_preview(self) -> None:
        preview = self.desk.ask(self.desk.services.visits.preview, self.form.visit())
        if preview is not None:
            self.form.show_preview(preview, self.desk.now().day)
            is_mine = preview.owner_id in (None, self.desk.clerk_id)
            self.form.show_reminded("" if is_mine else preview.owner_name)

    def _keep_draft(self) -> None:
        self._draft_soon.stop()
        self.desk.do(self.desk.services.visits.keep_draft, self.form.visit())

    def _put_away(self) -> None:
        """What was typed stays for the next time; nothing is lost by closing."""
        if self.form.visit() == self._blank:
            self._draft_soon.stop()
            self.desk.do(self.desk.services.visits.drop_draft)
        else:
            self._keep_draft()

    def _on_asked(self, text: str) -> None:
        hits = self.desk.ask(self.desk.services.customers.hits, text) if text else ()
        self.form.who.show_hits(hits or ())

    def _on_customer_chosen(self, hit: CustomerHit | None) -> None:
        if hit is not None:
            self.form.show_hit(hit)
        self._on_edited()

    def _on_item_typed(self, text: str) -> None:
        known = self.desk.ask(self.desk.services.visits.known_items, text) if text else ()
        self.form.bought_part.items.offer(list(known or ()))

    def _on_occasion_typed(self, text: str) -> None:
        known = self.desk.ask(self.desk.services.visits.known_occasions, text) if text else ()
        self.form.bought_part.occasions.offer(list(known or ()))

    # The end

    def _on_save(self) -> None:
        answer = self.desk.attempt(self.desk.services.visits.record, self.form.visit())
        if not isinstance(answer, WorldError):
            self._forget()
            self.form.dismiss()
        elif answer.trouble is Trouble.BAD_VALUE:
            self.form.show_problems(self._problems(answer))
        else:
            self.form.show_trouble(troubles.trouble(answer))

    def _problems(self, refused: WorldError) -> tuple[FieldProblem, ...]:
        """Everything that stands in the way, said at once instead of one after the other."""
        preview = self.desk.ask(self.desk.services.visits.preview, self.form.visit())
        blocking = tuple(one for one in preview.problems if one.blocks) if preview else ()
        return blocking or (FieldProblem(refused.field, refused.why),)

    def _on_close(self) -> None:
        self._put_away()
        self._preview_soon.stop()
        self.form.dismiss()

    def _on_afresh(self) -> None:
        self.desk.do(self.desk.services.visits.drop_draft)
        # One that was laid aside isn't written over; it comes after this one.
        self.desk.do(self.desk.services.visits.lay_draft_aside)
        self._blank = EMPTY
        self._fill(EMPTY)
        self.form.show_resumed(False)
        self._show_preview()
        self.form.who.setFocus()

    def _forget(self) -> None:
        self._draft_soon.stop()
        self._preview_soon.stop()
        self.form.show_visit(EMPTY)


def _is_same(draft: NewVisit, given: NewVisit) -> bool:
    """The half-filled form is about the customer it is opened for now."""
    return given.customer_id is not None and draft.customer_id == given.customer_id
