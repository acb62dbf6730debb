"""What the clerks do with follow-ups that no story tells of, so that nothing is left overdue."""

from datetime import date

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.shop_time import Now, days_after
from followup_desktop.services.sample.corner import LONG_AGO, Corner
from followup_desktop.services.sample.telling import Story
from followup_desktop.store.reads import queue
from followup_desktop.store.reads.follow_ups import open_of

CLOSING = "18:30"
LOOK_AHEAD_EVERY = 28
AT_ONCE = 50

SAID = {
    Kind.DAY_AFTER: "Happy with it, and wore it the same evening.",
    Kind.TWO_WEEKS: "Nothing to adjust. Gets asked where it is from.",
    Kind.TWO_MONTHS: "Wears it every week. It has kept its shape.",
    Kind.AFTER_OCCASION: "It went well. There will be a picture for our wall.",
    Kind.LEFT_FIRST: "Glad that we asked. Wants to sleep on it.",
    Kind.LEFT_SECOND: "Still thinking, and in no hurry. Neither are we.",
    Kind.LEFT_LATER: "Decided against it for now, and thanked us for the patience.",
    Kind.THANK_YOU: "Sent a card written by hand.",
    Kind.THANK_REFERRER: "Said thank you, and meant it.",
    Kind.DATE: "Sent a card with a line from all of us.",
    Kind.ORDER_CHECK: "Everything is in order.",
    Kind.PROBLEM: "Looked at it again together. It is right.",
    Kind.CHECK_IN: "All is well. Likes that we remember.",
}
OTHERWISE = "A few kind words in the shop."


def day_work(corner: Corner) -> Story:
    """At the end of every open day. On the last one, today's as well, so that today is left to the
    stories."""
    for days in range(LONG_AGO - 1, 0, -1):
        day = days_after(corner.today, -days)
        if not corner.calendar.is_open_day(day):
            continue
        now = yield corner.ago(days, CLOSING)
        if days % LOOK_AHEAD_EVERY == 0:
            corner.services.today.look_ahead(now)
        is_last = corner.calendar.next_open_day(day) >= corner.today
        _work_through(corner, now, corner.today if is_last else day)


def _work_through(corner: Corner, now: Now, until: date) -> None:
    for due in queue.due(until, AT_ONCE):
        if due.customer_id not in corner.told:
            _do(corner, now, due)


def _do(corner: Corner, now: Now, due: DueFollowUp) -> None:
    """By a call when nothing else is planned for them: that leaves a next step behind."""
    said = SAID.get(due.kind, OTHERWISE)
    clerk_id = due.clerk_id or corner.ed
    if len(open_of(customer=due.customer_id)) > 1:
        corner.services.today.done(now, clerk_id, due.id, said)
    else:
        corner.talk(now, clerk_id, due.customer_id, due.kind, said)
