"""How to make it last: a product group's care tip in the call about one of its things (M-79)."""

from followup_desktop.domain.call import Known, KnownCode
from followup_desktop.domain.kinds import Purpose
from followup_desktop.services import Services
from followup_desktop.store.rows import CallLineRow
from tests.services.call_world import ED, SUIT, Talk
from tests.services.world import at

NOW = at("2026-11-21 10:42")
DAY_AFTER = at("2026-11-23 10:42")
TIP = "Give it a day’s rest between two wearings."


def the_day_after(services: Services) -> Talk:
    made = services.visits.record(NOW, ED, SUIT)
    assert made.customer_id is not None
    talk = Talk(services, DAY_AFTER, made.customer_id)
    talk.begin()
    services.calls.choose_purpose(DAY_AFTER, talk.call_id, Purpose.ARRIVED)
    return talk


def test_the_tip_of_its_group_is_said_and_stands_beside_the_call(services: Services) -> None:
    services.product_groups.add(NOW, ED, "Suits", care_tip=TIP)
    call = the_day_after(services).shown
    line = next(line for line in call.lines if line.cue == "How to make it last")
    assert line.words == (
        "One thing that helps it last: give it a day’s rest between two wearings."
    )
    assert Known(KnownCode.CARE_TIP, TIP) in call.knows


def test_without_a_tip_the_line_offers_one(services: Services) -> None:
    call = the_day_after(services).shown
    line = next(line for line in call.lines if line.cue == "How to make it last")
    assert line.words == "Would you like to know how to make it last?"
    assert KnownCode.CARE_TIP not in {one.code for one in call.knows}


def test_a_tip_that_was_said_is_known_as_one(services: Services) -> None:
    """M-72: the scorecard asks how often; a line stays a tip in the clerk's own words."""
    talk = the_day_after(services)
    line = next(line for line in talk.shown.lines if line.cue == "How to make it last")
    services.calls.change_line(DAY_AFTER, talk.call_id, line.id, "Let it rest for a day.")
    services.calls.tick(DAY_AFTER, line.id)
    tips = CallLineRow.select().where(CallLineRow.call == talk.call_id, CallLineRow.tip)
    assert [(one.words, one.ticked_at) for one in tips] == [
        ("Let it rest for a day.", DAY_AFTER.utc)
    ]
