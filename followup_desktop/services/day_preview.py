"""The person behind one row of the day's list. By itself: the rows are seen before it is asked."""

from collections.abc import Callable

from followup_desktop.domain.dialling import own_numbers
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.preview import Preview
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.today import TodayRow
from followup_desktop.store.reads import preview as reads
from followup_desktop.store.reads import queue
from followup_desktop.store.reads.card_people import phones_of
from followup_desktop.store.reads.purchases import last_purchase


def preview(
    now: Now, follow_up_id: int, row_of: Callable[[Now, DueFollowUp], tuple[TodayRow, bool]]
) -> Preview:
    """`row_of` makes the list's row, and says whether its time is outside the hours."""
    due = queue.one(follow_up_id)
    in_sight = None if due is None else reads.in_sight(due.customer_id)
    if due is None or in_sight is None:
        raise WorldError(Trouble.GONE, where=f"follow-up {follow_up_id}")
    bought = last_purchase(due.customer_id)
    numbers = own_numbers(phones_of(due.customer_id), is_discreet=due.discreet)
    phone = next(iter(numbers), None)
    talk = reads.last_talk(due.customer_id)
    row, is_outside = row_of(now, due)
    return Preview(
        row=row,
        pinned_note=in_sight.pinned_note,
        say_it_like=in_sight.say_it_like,
        last_purchase=bought["last_item"],
        last_purchase_on=bought["last_purchase_on"],
        bought_for=bought["occasion"],
        bought_for_on=bought["occasion_on"],
        people=reads.people_lines(due.customer_id),
        phone=phone.shown if phone else "",
        phone_kind=phone.kind if phone else "",
        last_talk=talk.notes if talk else "",
        last_talk_on=now.day_of(talk.at) if talk else None,
        last_outcome=talk.outcome if talk else None,
        is_outside=is_outside,
    )
