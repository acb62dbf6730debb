"""Short words for the closed lists, as badges, filters and choices show them."""

from followup_desktop.domain.changes import Did
from followup_desktop.domain.kinds import FactKind, Fulfilment, Kind, Stage, Step, Way
from followup_desktop.domain.shop import Look
from followup_desktop.domain.today import Group
from followup_desktop.words import N_, _, ngettext

_KINDS = {
    Kind.PROMISE: N_("Promise"),
    Kind.PROBLEM: N_("Problem"),
    Kind.LATE_ORDER: N_("Late order"),
    Kind.ORDER_CHECK: N_("Order"),
    Kind.DAY_AFTER: N_("After purchase"),
    Kind.TWO_WEEKS: N_("After purchase"),
    Kind.TWO_MONTHS: N_("After purchase"),
    Kind.AFTER_OCCASION: N_("After the day"),
    Kind.LEFT_FIRST: N_("Not bought yet"),
    Kind.LEFT_SECOND: N_("Not bought yet"),
    Kind.LEFT_LATER: N_("Not bought yet"),
    Kind.REFERRAL: N_("Referral"),
    Kind.THANK_REFERRER: N_("Thank you"),
    Kind.HARD_TO_REACH: N_("Hard to reach"),
    Kind.SOMETHING_NEW: N_("New arrival"),
    Kind.TIME_TO_RENEW: N_("Time to renew"),
    Kind.THANK_YOU: N_("Thank you"),
    Kind.DATE: N_("A special day"),
    Kind.LONG_SILENCE: N_("Long silence"),
    Kind.CALL_BACK: N_("Call back"),
    Kind.CHECK_IN: N_("Check-in"),
}

_STAGES = {
    Stage.PROSPECT: N_("Not bought yet"),
    Stage.FIRST_PURCHASE: N_("First purchase"),
    Stage.CUSTOMER: N_("Repeat customer"),
    Stage.LOYAL: N_("Loyal customer"),
}

_DID = {
    Did.SHOP_SET_UP: N_("The shop is set up."),
    Did.SHOP_CHANGED: N_("Settings changed."),
    Did.PRODUCT_GROUP_CHANGED: N_("Product groups changed."),
    Did.NEWS_CHANGED: N_("What’s new changed."),
    Did.UPDATES_PLANNED: N_("Follow-ups planned."),
    Did.RULES_CHANGED: N_("Rule changed."),
    Did.CLERK_ADDED: N_("Clerk added."),
    Did.CLERK_CHANGED: N_("Clerk changed."),
    Did.VISIT_RECORDED: N_("Visit saved."),
    Did.CUSTOMER_ADDED: N_("Customer added."),
    Did.CUSTOMER_CHANGED: N_("Changed."),
    Did.FOLLOW_UP_PLANNED: N_("Follow-up planned."),
    Did.FOLLOW_UP_MOVED: N_("Follow-up moved."),
    Did.FOLLOW_UP_SKIPPED: N_("Follow-up skipped."),
    Did.FOLLOW_UP_DONE: N_("Follow-up done."),
    Did.FOLLOW_UP_GIVEN: N_("Follow-up handed over."),
    Did.FOLLOW_UPS_GIVEN: N_("Follow-ups handed over."),
    Did.FOLLOW_UP_OVERRULED: N_("It will be kept, whatever the hours."),
    Did.ORDER_CHANGED: N_("Order changed."),
    Did.PROMISE_CHANGED: N_("Promise changed."),
    Did.PROBLEM_CHANGED: N_("Problem changed."),
    Did.REFERRAL_CHANGED: N_("Referral changed."),
    Did.CALL_PLANNED: N_("Call planned."),
    Did.CALL_FINISHED: N_("Call saved."),
    Did.CAUGHT: N_("Noted."),
    Did.PLAYBOOK_EDITED: N_("Draft changed."),
    Did.PLAYBOOK_USED: N_("The next calls will use it."),
    Did.PLAYBOOK_SHIPPED: N_("Back to the one that came with Followup."),
    Did.PLAYBOOKS_TAKEN: N_("Taken in. The next calls will use it."),
    Did.UNDONE: N_("Taken back."),
}

_LOOKS = {
    Look.SYSTEM: N_("As the system"),
    Look.LIGHT: N_("Light"),
    Look.DARK: N_("Dark"),
}

_WAYS = {Way.CALL: N_("Call"), Way.TEXT: N_("Text message"), Way.MAIL: N_("E-mail")}

_FULFILMENTS = {
    Fulfilment.TAKEN: N_("Takes it now"),
    Fulfilment.ALTERATION: N_("Alteration"),
    Fulfilment.ORDER: N_("Order"),
    Fulfilment.DELIVERY: N_("Delivery"),
}

_STEPS = {
    Step.ENTERED: N_("Entered"),
    Step.READY: N_("Ready"),
    Step.COMPLETE: N_("Complete"),
    Step.RECEIVED: N_("Received"),
    Step.INTACT: N_("Intact"),
    Step.QUESTIONS: N_("No questions left"),
}

_FACTS = {
    FactKind.SIZE: N_("Sizes"),
    FactKind.LIKE: N_("Likes"),
    FactKind.NOT_RIGHT: N_("Not right for them"),
    FactKind.NEED: N_("Needs"),
    FactKind.WANT: N_("Wants"),
    FactKind.THEIR_WORDS: N_("In their words"),
    FactKind.NOTE: N_("Good to know"),
}

_GROUPS = {
    Group.PROMISED: N_("Promised"),
    Group.NOW: N_("Now"),
    Group.WHEN_THERES_TIME: N_("When there’s time"),
}


def kind(kind: Kind) -> str:
    """The badge of a follow-up: "Promise", "After purchase"."""
    return _(_KINDS[kind])


def stage(stage: Stage) -> str:
    return _(_STAGES[stage])


def stage_with_purchases(stage: Stage, purchases: int) -> str:
    """ "Repeat customer · 3 purchases", on the card; the count only where it says more."""
    if stage in (Stage.PROSPECT, Stage.FIRST_PURCHASE):
        return _(_STAGES[stage])
    return ngettext("{stage} · {count} purchase", "{stage} · {count} purchases", purchases).format(
        stage=_(_STAGES[stage]), count=purchases
    )


def did(did: Did) -> str:
    """What was just done, in the bar that offers to take it back."""
    return _(_DID[did])


def look(look: Look) -> str:
    return _(_LOOKS[look])


def way(way: Way) -> str:
    return _(_WAYS[way])


def fulfilment(fulfilment: Fulfilment) -> str:
    return _(_FULFILMENTS[fulfilment])


def order_step(step: Step) -> str:
    return _(_STEPS[step])


def fact(kind: FactKind) -> str:
    return _(_FACTS[kind])


def group(group: Group) -> str:
    """The caption of a group in Today's list."""
    return _(_GROUPS[group])
