"""Connects the call's screen with the desk. Every answer is written as it is given (M-10, M-16)."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QTimer

from followup_desktop.domain.call import GuidedCall
from followup_desktop.domain.changes import Changed, Changes
from followup_desktop.domain.delay import OrderOnCall
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import CallStep, Detour, LinePart, Purpose
from followup_desktop.ui.autosave import Autosave
from followup_desktop.ui.call.catching import Catching
from followup_desktop.ui.call.next_sheet import NextSheet
from followup_desktop.ui.call.page import CallPage
from followup_desktop.ui.call.readings import readings_of
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.rehearsal import Rehearsal
from followup_desktop.ui.room import Place, RoomController
from followup_desktop.words import _, troubles

_SECOND_MS = 1000


class CallController(RoomController):
    shows = Changed.CALLS | Changed.CUSTOMERS | Changed.FOLLOW_UPS | Changed.ORDERS

    def __init__(self, desk: Desk, page: CallPage) -> None:
        super().__init__(desk, page)
        self.screen = page
        self.calls = desk.services.calls
        self.call: GuidedCall | None = None
        self._call_id = 0
        self._next_sheet: NextSheet | None = None
        self.autosave = Autosave(self)
        self.autosave.saved.connect(lambda: page.bar.show_saved(_("Saved")))
        self._seconds = QTimer(self)
        self._seconds.setInterval(_SECOND_MS)
        self._seconds.timeout.connect(self._show_seconds)
        self.catching = Catching(self)
        self._connect_plan()
        self._connect_live()
        self._connect_wrap_up()

    # Coming and going

    def enter(self, place: Place) -> None:
        if place.row_id is not None and place.row_id != self._call_id:
            self._call_id = place.row_id
            self.screen.forget_step()
            self.screen.bar.show_saved("")
        self.refresh()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        self.screen.take_keyboard()

    def leave(self) -> None:
        self.screen.script.keep()
        self.autosave.flush()
        self._seconds.stop()

    def print_out(self) -> bool:
        """What is being typed is printed too."""
        from followup_desktop.ui.paper.printing import print_call

        self.screen.script.keep()
        self.autosave.flush()
        print_call(self.desk, self.page.window(), self._call_id)
        return True

    def refresh(self) -> None:
        call = self.desk.ask(self.calls.call, self._call_id)
        if call is None:
            return
        if call.step in (CallStep.DONE, CallStep.DROPPED):
            self._seconds.stop()
            self.desk.go_back()
            return
        self.call = call
        self.screen.show_call(call, self.desk.now().day)
        if self._next_sheet is not None:
            self._next_sheet.show_call(call, self.desk.now().day)
        self._run_timer(call)

    def write(self, verb: Callable[..., Changes], *args: object) -> bool:
        """Write at once; what is being typed goes first, so that nothing is overtaken."""
        self.autosave.flush()
        return self.desk.do(verb, *args) is not None

    def write_soon(self, field: object, verb: Callable[..., Changes], *args: object) -> None:
        self.screen.bar.show_saved("")
        self.autosave.soon(field, lambda: self.desk.do(verb, *args) is not None)

    def _run_timer(self, call: GuidedCall) -> None:
        if call.step is CallStep.CALL:
            self._show_seconds()
            self._seconds.start()
        else:
            self._seconds.stop()
        if call.step is CallStep.WRAP_UP and call.started_at and call.ended_at:
            lasted = int((call.ended_at - call.started_at).total_seconds())
            minutes, seconds = divmod(max(0, lasted), 60)
            said = _("{minutes} min {seconds} s · saved").format(minutes=minutes, seconds=seconds)
            self.screen.bar.show_saved(said)

    def _show_seconds(self) -> None:
        if self.call is not None and self.call.started_at is not None:
            lasted = self.desk.now().utc - self.call.started_at
            self.screen.bar.show_seconds(int(lasted.total_seconds()))

    # The plan

    def _connect_plan(self) -> None:
        page, purpose, script = self.screen, self.screen.purpose, self.screen.script
        page.step_requested.connect(self._on_step)
        page.close_requested.connect(self._on_close)
        page.bar.print_requested.connect(self.print_out)
        page.rehearsal_requested.connect(self._on_rehearsal)
        purpose.purpose_chosen.connect(self._on_purpose)
        purpose.second_chosen.connect(self._on_second)
        purpose.desired_edited.connect(
            lambda text: self.write_soon("desired", self.calls.set_desired, self._call_id, text)
        )
        script.line_changed.connect(self._on_line_changed)
        script.line_added.connect(
            lambda words, cue: self.write(
                self.calls.add_line, self._call_id, LinePart.HOW, words, cue or None
            )
        )
        script.line_removed.connect(
            lambda line: self.write(self.calls.remove_line, self._call_id, line)
        )
        script.line_moved.connect(self._on_line_moved)
        self.screen.bridge.bridge_edited.connect(self._on_bridge_edited)

    def _on_step(self, step: CallStep) -> None:
        self.screen.script.keep()
        self.screen.bar.show_saved("")
        self.write(self.calls.go, self._call_id, step)

    def _on_close(self) -> None:
        self.leave()
        self.desk.go_back()

    def _on_rehearsal(self) -> None:
        """As it stands, with what is being typed; nothing more is written by it (M-9)."""
        self.screen.script.keep()
        if self.autosave.flush() and self.call is not None:
            Rehearsal(self.page.window(), self.call.desired, readings_of(self.call)).open()

    def _on_purpose(self, purpose: Purpose) -> None:
        self.write(self.calls.choose_purpose, self._call_id, purpose)

    def _on_second(self, purpose: Purpose | None) -> None:
        self.write(self.calls.choose_second, self._call_id, purpose)

    def _on_line_changed(self, line_id: int, words: str, cue: str) -> None:
        self.write(self.calls.change_line, self._call_id, line_id, words, cue or None)

    def _on_line_moved(self, line_id: int, by: int) -> None:
        order = [line.id for line in self.call.lines] if self.call else []
        if line_id in order and 0 <= (to := order.index(line_id) + by) < len(order):
            self.write(self.calls.move_line, self._call_id, line_id, to)

    def _on_bridge_edited(self, detour: Detour, words: str) -> None:
        if words.strip():
            field = ("bridge", detour)
            self.write_soon(field, self.calls.change_bridge, self._call_id, detour, words)

    # On the call

    def _connect_live(self) -> None:
        live = self.screen.live
        live.notes_edited.connect(
            lambda text: self.write_soon("notes", self.calls.write_notes, self._call_id, text)
        )
        live.cues.ticked.connect(lambda line, on: self.write(self.calls.tick, line, on))
        live.bridges.detour_taken.connect(
            lambda detour: self.write(self.calls.take_detour, self._call_id, detour)
        )
        live.number.phone_chosen.connect(
            lambda phone: self.write(self.calls.choose_phone, self._call_id, phone)
        )
        live.number.copied.connect(lambda: self.desk.say(_("Number copied.")))
        live.number.dial_failed.connect(
            lambda: self.desk.say(_("No program on this PC dials. Scan the code, or dial by hand."))
        )
        live.catch_requested.connect(self.catching.begin)
        live.bridges.problem_requested.connect(self.catching.begin_problem)
        live.order.chosen.connect(
            lambda order, choice: self.write(self.desk.services.orders.choose, order, choice)
        )
        live.order.new_day_requested.connect(self._on_new_day)

    def _on_new_day(self, order: OrderOnCall) -> None:
        from followup_desktop.ui.order_forms import move_order  # late: few calls are about one

        self.autosave.flush()
        move_order(self.desk, self.page.window(), order, they_know=True)

    # Afterwards

    def _connect_wrap_up(self) -> None:
        wrap = self.screen.wrap
        wrap.answered.connect(lambda: self.write(self.calls.answer, self._call_id, wrap.answers()))
        wrap.edited.connect(
            lambda: self.write_soon("answers", self.calls.answer, self._call_id, wrap.answers())
        )
        wrap.caught.change_requested.connect(self.catching.change)
        wrap.caught.drop_requested.connect(self.catching.drop)
        wrap.change_next_requested.connect(self._on_change_next)
        wrap.finish_requested.connect(self._on_finish)

    def _on_change_next(self) -> None:
        if self.call is None:
            return
        sheet = NextSheet(self.page.window(), self.call, self.desk.now().day)
        sheet.plan_changed.connect(
            lambda changes: self.write(self.calls.change_next, self._call_id, changes)
        )
        sheet.nothing_more.connect(self._on_nothing_more)
        sheet.own_added.connect(
            lambda on, at, about: self.write(self.calls.add_next, self._call_id, on, at, about)
        )
        sheet.dismissed.connect(self._on_next_dismissed)
        self._next_sheet = sheet
        sheet.open()

    def _on_next_dismissed(self) -> None:
        if self._next_sheet is not None:
            self._next_sheet.deleteLater()
            self._next_sheet = None

    def _on_nothing_more(self, reason: str) -> None:
        answers = replace(self.screen.wrap.answers(), nothing_more=reason)
        self.write(self.calls.answer, self._call_id, answers)

    def _on_finish(self, goes_on: bool) -> None:
        if not self.autosave.flush() or self.call is None:
            return
        following = self.call.next_due_id if goes_on else None
        answer = self.desk.attempt(self.calls.finish, self._call_id)
        if isinstance(answer, WorldError):
            if answer.trouble is Trouble.BAD_VALUE:
                self.screen.wrap.show_missing(troubles.why(answer.field, answer.why))
            return
        self._seconds.stop()
        # The change itself has led away already where it reached this page.
        if self.page.isVisible():
            self.desk.go_back()
        if following is not None:
            preview = self.desk.ask(self.desk.services.today.preview, following)
            if preview is not None:
                self.desk.start_call(preview.row.due.customer_id, following)
