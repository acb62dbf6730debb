"""What stands around a call when it ends: the answers, and the follow-ups that are open."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from followup_desktop.domain.cadence import needless as rules
from followup_desktop.domain.cadence.needless import ClosedWhy, Needless, OpenFollowUp
from followup_desktop.domain.cadence.planning import Cadence, Planned, with_changes
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.call import WrapUp
from followup_desktop.domain.planned import PlanChange, PlannedFollowUp
from followup_desktop.domain.saved_call import SavedCall
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.wrap_up import EFFECTS, Closes
from followup_desktop.services.call_changes import Key, key_of
from followup_desktop.store.reads.call_follow_ups import AroundCall
from followup_desktop.store.reads.orders import Order


@dataclass(frozen=True, slots=True)
class Situation:
    """`changes` are the clerk's, by the step that each is about."""

    call: SavedCall
    wrap_up: WrapUp
    """Without answers to what wasn't asked."""
    taken: AroundCall | None
    """The open follow-up that the call took up."""
    others: tuple[AroundCall, ...]
    changes: Mapping[Key, PlanChange]
    own: Planned
    """Steps that the clerk added."""
    given_up: tuple[Order, ...]
    """Orders that they said on this call they would rather cancel."""
    now: Now
    cadence: Cadence

    @property
    def is_second_look(self) -> bool:
        """The call asks whether a solved problem stayed so."""
        return self.taken is not None and self.taken.rule == Rule.PROBLEM_STAYED_SO

    def changed(self, planned: PlannedFollowUp) -> PlannedFollowUp:
        """As the clerk wants it."""
        change = self.changes.get(key_of(planned))
        if change is None:
            return planned
        (changed,) = with_changes((planned,), (replace(change, rule=planned.rule),))
        return changed

    def open_follow_ups(self) -> tuple[OpenFollowUp, ...]:
        """A talk that took up no follow-up was about whatever there was to talk about."""
        return tuple(
            OpenFollowUp(
                id=one.id,
                kind=one.kind,
                rule=one.rule,
                due_on=one.due_on,
                same_event=self.taken is None or one.shares_event(self.taken),
            )
            for one in self.others
        )

    def needless(self) -> tuple[Needless, ...]:
        """What this outcome closes or moves beside the follow-up that was taken up."""
        return (*self._of_given_up(), *self._by_outcome())

    def _of_given_up(self) -> tuple[Needless, ...]:
        """Nobody asks after an order that they cancelled (M-37)."""
        orders = {order.id for order in self.given_up}
        purchases = {order.purchase_id for order in self.given_up}
        return tuple(
            Needless(one.id, ClosedWhy.CANCELLED)
            for one in self.others
            if one.order_id in orders or one.purchase_id in purchases
        )

    def _by_outcome(self) -> tuple[Needless, ...]:
        outcome, day = self.wrap_up.outcome, self.now.day
        match EFFECTS[outcome].closes if outcome else Closes.NOTHING:
            case Closes.TALKED_ABOUT:
                return rules.after_talking(self.open_follow_ups(), day, self.cadence)
            case Closes.NOT_BOUGHT_YET:
                return rules.after_buying_elsewhere(self.open_follow_ups())
            case Closes.MARKETING:
                return rules.after_refusal(self.open_follow_ups())
            case _:
                return ()

    def standing(self, needless: tuple[Needless, ...]) -> Planned:
        """What stays open whatever is planned now, as the clerk moved it."""
        weighed = {one.id: one for one in needless}
        return tuple(
            self.changed(as_it_stands(one, weighed.get(one.id)))
            for one in self.others
            if one.id not in weighed or weighed[one.id].move_to is not None
        )


def as_it_stands(one: AroundCall, moved: Needless | None = None) -> PlannedFollowUp:
    """An open follow-up as a proposal shows it."""
    standing = PlannedFollowUp(
        rule=one.rule,
        kind=one.kind,
        due_on=one.due_on,
        due_time=one.due_time,
        is_timed=one.is_timed,
        about=one.about,
        follow_up_id=one.id,
        item=one.item,
    )
    if moved is None or moved.move_to is None:
        return standing
    return replace(standing, due_on=moved.move_to, due_time=None, is_timed=False)
