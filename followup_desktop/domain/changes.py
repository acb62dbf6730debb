"""What a write changed, so that the pages that show such things ask again (house.md rule 2)."""

from dataclasses import dataclass
from enum import Flag, StrEnum, auto


class Changed(Flag):
    """Kinds of thing that a page may show."""

    NOTHING = 0
    CUSTOMERS = auto()
    FOLLOW_UPS = auto()
    CALLS = auto()
    ORDERS = auto()
    SHOP = auto()
    CLERKS = auto()
    PLAYBOOKS = auto()


class Did(StrEnum):
    """A clerk's actions by name; kept with the action and worded in the bar that offers undo."""

    SHOP_SET_UP = "shop_set_up"
    SHOP_CHANGED = "shop_changed"
    RULES_CHANGED = "rules_changed"
    PRODUCT_GROUP_CHANGED = "product_group_changed"
    NEWS_CHANGED = "news_changed"
    UPDATES_PLANNED = "updates_planned"
    CLERK_ADDED = "clerk_added"
    CLERK_CHANGED = "clerk_changed"
    VISIT_RECORDED = "visit_recorded"
    CUSTOMER_ADDED = "customer_added"
    CUSTOMER_CHANGED = "customer_changed"
    FOLLOW_UP_PLANNED = "follow_up_planned"
    FOLLOW_UP_MOVED = "follow_up_moved"
    FOLLOW_UP_SKIPPED = "follow_up_skipped"
    FOLLOW_UP_DONE = "follow_up_done"
    FOLLOW_UP_GIVEN = "follow_up_given"
    FOLLOW_UPS_GIVEN = "follow_ups_given"
    FOLLOW_UP_OVERRULED = "follow_up_overruled"
    ORDER_CHANGED = "order_changed"
    PROMISE_CHANGED = "promise_changed"
    PROBLEM_CHANGED = "problem_changed"
    REFERRAL_CHANGED = "referral_changed"
    CALL_PLANNED = "call_planned"
    CALL_FINISHED = "call_finished"
    CAUGHT = "caught"
    PLAYBOOK_EDITED = "playbook_edited"
    PLAYBOOK_USED = "playbook_used"
    PLAYBOOK_SHIPPED = "playbook_shipped"
    PLAYBOOKS_TAKEN = "playbooks_taken"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Changes:
    """The answer of every verb that writes."""

    what: Changed
    did: Did | None = None
    action_id: int | None = None
    """For `undo`; None where there is nothing to take back (a draft, a tick)."""
    customer_id: int | None = None
    made_id: int | None = None
    """The row that was made, where there is one: the call, the promise, the clerk."""
