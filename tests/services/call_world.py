"""A customer with a follow-up that is due, and the verbs of a call as a clerk would use them."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from followup_desktop.domain.call import GuidedCall, WrapUp
from followup_desktop.domain.caught import CaughtForm
from followup_desktop.domain.changes import Changes
from followup_desktop.domain.customer import CustomerCard
from followup_desktop.domain.kinds import CallStep, Outcome, PurposeReached
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.store.store import Store
from tests.services.world import at

ED = 1

SUIT = NewVisit(
    name="Jun Hayashi",
    phone="212 555 0143",
    items=("Navy suit, two-button",),
    occasion="Sister’s wedding",
    occasion_on=date(2026, 11, 28),
    may_call=True,
)
COAT = NewVisit(
    name="Marguerite Beaulieu",
    phone="212 555 0144",
    bought=False,
    looked_at="Camel coat",
    held_back="The sleeves",
    may_call=True,
)


@dataclass
class Talk:
    """One call, spoken in a test; `now` moves on as the test says."""

    services: Services
    now: Now
    customer_id: int
    call_id: int = 0

    @property
    def shown(self) -> GuidedCall:
        return self.services.calls.call(self.now, self.call_id)

    @property
    def card(self) -> CustomerCard:
        return self.services.customers.card(self.now, self.customer_id)

    def begin(self, follow_up_id: int | None = None) -> GuidedCall:
        made = self.services.calls.begin(self.now, ED, self.customer_id, follow_up_id)
        assert made.made_id is not None
        self.call_id = made.made_id
        return self.shown

    def go(self, step: CallStep) -> GuidedCall:
        self.services.calls.go(self.now, self.call_id, step)
        return self.shown

    def call(self) -> GuidedCall:
        """Straight to the call, and to its end."""
        if not self.call_id:
            self.begin()
        self.go(CallStep.CALL)
        return self.go(CallStep.WRAP_UP)

    def catch(self, form: CaughtForm) -> int:
        made = self.services.calls.catch(self.now, ED, self.call_id, form)
        assert made.made_id is not None
        return made.made_id

    def answer(self, outcome: Outcome, **answers: Any) -> GuidedCall:
        wrap_up = replace(WrapUp(outcome=outcome), **answers)
        self.services.calls.answer(self.now, self.call_id, wrap_up)
        return self.shown

    def finish(self) -> Changes:
        return self.services.calls.finish(self.now, ED, self.call_id)

    def end(self, outcome: Outcome, **answers: Any) -> Changes:
        """A whole call that ended so."""
        self.call()
        if outcome is Outcome.TALKED:
            answers.setdefault("purpose_reached", PurposeReached.REACHED)
        self.answer(outcome, **answers)
        return self.finish()


def visited(store: Store, visit: NewVisit, moment: str = "2026-11-20 15:00") -> Talk:
    """Somebody came in; it is the next morning now."""
    services = Services(store)
    customer_id = services.visits.record(at(moment), ED, visit).customer_id
    assert customer_id is not None
    return Talk(services, at("2026-11-21 10:42"), customer_id)
