"""How to make it last: a product group's care tip in the call about one of its things (M-79)."""

from dataclasses import replace

from followup_desktop.domain.call import Known, KnownCode
from followup_desktop.domain.kinds import Purpose
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.store.rows import CallLineRow
from tests.services.call_world import ED, SUIT, Talk
from tests.services.world import at

NOW = at("2026-11-21 10:42")
DAY_AFTER = at("2026-11-23 10:42")
TIP = "Give it a day’s rest between two wearings."


def the_day_after(services: Services, visit: NewVisit = SUIT) -> Talk:
    made = services.visits.record(NOW, ED, visit)
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


def tips(talk: Talk) -> list[tuple[str, str]]:
    return [(line.cue, line.words) for line in talk.shown.lines if "last" in line.words]


def test_each_thing_has_its_tip_and_no_tip_comes_twice(services: Services) -> None:
    """M-79: the main thing's first, three in a call at most."""
    for group, tip in (
        ("Suits", TIP),
        ("Ties", "Roll it, never hang it."),
        ("Shirts", "Wash them cold"),
        ("Boots", "Put trees in them."),
    ):
        services.product_groups.add(NOW, ED, group, care_tip=tip)
    things = ("Navy suit, two-button", "Silk tie", "Knitted tie", "White shirt", "Black boots")
    talk = the_day_after(services, replace(SUIT, items=things))
    assert tips(talk) == [
        (
            "How to make it last",
            "One thing that helps it last: give it a day’s rest between two wearings.",
        ),
        ("Care: silk tie", "To make the silk tie last: roll it, never hang it."),
        ("Care: white shirt", "To make the white shirt last: wash them cold."),
    ]
    knows = [one for one in talk.shown.knows if one.code is KnownCode.CARE_TIP]
    assert [one.other for one in knows] == ["", "Silk tie", "White shirt"]
    assert CallLineRow.select().where(CallLineRow.tip).count() == 3


def test_where_only_another_thing_has_a_tip_that_one_is_said(services: Services) -> None:
    services.product_groups.add(NOW, ED, "Ties", care_tip="Roll it.")
    talk = the_day_after(services, replace(SUIT, items=("Navy suit", "Silk tie")))
    assert tips(talk) == [("Care: silk tie", "To make the silk tie last: roll it.")]


def test_what_is_said_of_the_other_things_stands_beside_the_call_as_well(
    services: Services,
) -> None:
    """Three of them, where the main thing has no tip of its own."""
    for group, tip in (("Ties", "Roll it."), ("Shirts", "Wash it cold."), ("Boots", "Use trees.")):
        services.product_groups.add(NOW, ED, group, care_tip=tip)
    things = ("Navy suit", "Silk tie", "White shirt", "Black boots")
    talk = the_day_after(services, replace(SUIT, items=things))
    assert [cue for cue, _words in tips(talk)] == [
        "Care: silk tie",
        "Care: white shirt",
        "Care: black boots",
    ]
    knows = [one for one in talk.shown.knows if one.code is KnownCode.CARE_TIP]
    assert [one.other for one in knows if one.text] == ["Silk tie", "White shirt", "Black boots"]


def test_the_cue_of_a_surprise_names_nothing(services: Services) -> None:
    """M-34: cues are printed."""
    services.product_groups.add(NOW, ED, "Ties", care_tip="Roll it.")
    gift = replace(SUIT, items=("Navy suit", "Silk tie"), is_gift=True, for_whom="Eli")
    talk = the_day_after(services, gift)
    assert [cue for cue, _words in tips(talk)] == ["How to make it last"]


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
