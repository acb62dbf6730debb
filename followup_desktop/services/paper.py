"""What is printed, gathered without changing anything: nothing is planned or logged by it."""

from collections.abc import Iterable

from followup_desktop.domain.call import GuidedCall
from followup_desktop.domain.call_basis import FactWriter
from followup_desktop.domain.dialling import own_numbers
from followup_desktop.domain.kinds import Kind, LinePart
from followup_desktop.domain.paper import CallSheet, DaySheet, DaySheetRow, SheetCue
from followup_desktop.domain.phrase import say
from followup_desktop.domain.script import plan_script, worth_asking
from followup_desktop.domain.shop import Shop
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.call_base import gone
from followup_desktop.services.call_facts import comes_first, known_of, offers_of
from followup_desktop.services.calls import Calls
from followup_desktop.services.playbooks import Playbooks
from followup_desktop.services.shop import ShopService
from followup_desktop.services.today import TodayService
from followup_desktop.store.reads.call_basis import call_basis
from followup_desktop.store.reads.call_follow_ups import due_one, follow_up, open_ones
from followup_desktop.store.reads.calls import last_declined_at, saved_call
from followup_desktop.store.reads.card import unfinished_call
from followup_desktop.store.reads.card_people import phones_of


class Paper:
    def __init__(
        self,
        shop: ShopService,
        today: TodayService,
        calls: Calls,
        playbooks: Playbooks,
        write: FactWriter,
    ) -> None:
        self._shop = shop
        self._today = today
        self._calls = calls
        self._playbooks = playbooks
        self._write = write

    def day(self, now: Now, clerk_id: int | None) -> DaySheet:
        """The list as it stands on the screen; with None everybody's."""
        shop, today = self._shop.shop(), self._today.today(now, clerk_id)
        return DaySheet(
            shop=shop.name,
            clerk=_clerk(shop, clerk_id),
            country=shop.country,
            day=now.day,
            rows=tuple(
                DaySheetRow(row, _number(row.due.customer_id, is_discreet=row.due.discreet))
                for row in today.rows
            ),
            more=today.more,
            minutes=today.minutes,
        )

    def call(self, now: Now, call_id: int) -> CallSheet:
        """A call as it was planned."""
        shop, call = self._shop.shop(), self._calls.call(now, call_id)
        saved = saved_call(call_id)
        return CallSheet(
            shop=shop.name,
            clerk=_clerk(shop, saved.clerk_id if saved else None),
            country=shop.country,
            day=now.day,
            kind=call.kind,
            name=call.name,
            greeting=call.greeting,
            say_it_like=call.say_it_like,
            pinned_note=call.pinned_note,
            discreet=call.discreet,
            phones=call.phones,
            why_now=call.why_now,
            purpose=call.purpose,
            desired=call.desired,
            second_purpose=call.second_purpose,
            what=_planned_cues(call, LinePart.WHAT),
            how=_planned_cues(call, LinePart.HOW),
            knows=call.knows,
            worth_asking=call.worth_asking,
        )

    def customer(self, now: Now, clerk_id: int | None, customer_id: int) -> CallSheet:
        """The call that was planned already; else what a plan of the next one would begin with."""
        call_id = unfinished_call(customer_id)
        if call_id is not None:
            return self.call(now, call_id)
        due_id = due_one(customer_id, now.day)
        source = follow_up(due_id) or next(iter(open_ones(customer_id)), None)
        kind = source.kind if source is not None else Kind.CHECK_IN
        basis = call_basis(kind, customer_id, source.id if source else None, clerk_id)
        if basis is None:
            raise gone("customer", customer_id)
        shop, facts = self._shop.shop(), self._write.facts(basis, now)
        playbook = self._playbooks.get(kind)
        declined_at = last_declined_at(customer_id)
        declined_on = None if declined_at is None else now.day_of(declined_at)
        first = comes_first(basis, source.rule if source else "", now)
        offer = offers_of(playbook, facts, declined_on, now.day, first)[0]
        script = plan_script(playbook, offer.purpose, facts)
        return CallSheet(
            shop=shop.name,
            clerk=_clerk(shop, clerk_id),
            country=shop.country,
            day=now.day,
            kind=kind,
            name=basis.name,
            greeting=facts.greeting,
            say_it_like=basis.say_it_like,
            pinned_note=basis.pinned_note,
            discreet=basis.is_discreet,
            phones=own_numbers(phones_of(customer_id), is_discreet=basis.is_discreet),
            why_now=say(playbook.why, facts),
            purpose=offer.purpose,
            desired=offer.desired,
            second_purpose=None,
            what=_cues(
                (one.cue, one.only_after_need) for one in script if one.part is LinePart.WHAT
            ),
            how=_cues((one.cue, one.only_after_need) for one in script if one.part is LinePart.HOW),
            knows=known_of(basis, now),
            worth_asking=worth_asking(script),
        )


def _clerk(shop: Shop, clerk_id: int | None) -> str:
    return next((one.name for one in shop.clerks if one.id == clerk_id), "")


def _number(customer_id: int, *, is_discreet: bool) -> str:
    numbers = own_numbers(phones_of(customer_id), is_discreet=is_discreet)
    return next((one.shown for one in numbers), "")


def _planned_cues(call: GuidedCall, part: LinePart) -> tuple[SheetCue, ...]:
    return _cues((line.cue, line.only_after_need) for line in call.lines if line.part is part)


def _cues(cues: Iterable[tuple[str, bool]]) -> tuple[SheetCue, ...]:
    return tuple(SheetCue(words, only_after_need) for words, only_after_need in cues)
