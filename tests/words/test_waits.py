"""Why a call waits, in two or three words, and whole (M-47, M-48)."""

from dataclasses import replace
from datetime import datetime, time

import pytest

from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.quiet import Wait
from followup_desktop.domain.today import Group, TodayRow, Waits
from followup_desktop.words import reminders, waits, why
from tests.domain.follow_ups import TODAY, follow_up

NOW = datetime.combine(TODAY, time(11))
TOMORROW = NOW.replace(day=24, hour=10)


def row(reason: Waits, until: datetime | None) -> TodayRow:
    return TodayRow(follow_up(), Group.NOW, 5, 0, waits=reason, waits_until=until)


@pytest.mark.parametrize("until", [None, TOMORROW, NOW.replace(hour=15)])
@pytest.mark.parametrize("reason", list(Waits))
def test_every_reason_has_its_words(reason: Waits, until: datetime | None) -> None:
    short = waits.short(reason, until, TODAY)
    whole = why.waits(row(reason, until), NOW)
    assert short and "{" not in short
    assert whole.endswith(".") and "{" not in whole


@pytest.mark.parametrize(
    ("reason", "until", "said"),
    [
        (Waits.SHOP_CLOSED, TOMORROW, "waits until tomorrow"),
        (Waits.CALLING_HOURS, NOW.replace(hour=14), "waits until 14:00"),
        (Waits.TRIED_TODAY, TOMORROW, "tried today"),
        (Waits.RESTS, TOMORROW, "in peace until tomorrow"),
        (Waits.NO_PERMISSION, None, "no permission yet"),
        (Waits.DONT_CALL, None, "please don’t call"),
        (Waits.PAUSED, None, "put aside"),
    ],
)
def test_in_a_few_words(reason: Waits, until: datetime | None, said: str) -> None:
    assert waits.short(reason, until, TODAY) == said


def test_why_a_plan_holds_nothing_but_service() -> None:
    assert waits.withheld(None) == ""
    assert waits.withheld(Waits.NO_PERMISSION).endswith("Ask them.")
    assert "not to be called" in waits.withheld(Waits.DONT_CALL)


def test_a_row_of_the_reminder_window_says_why_it_is_not_the_moment() -> None:
    """What was announced stands, though a try has reached nobody since."""
    thanks = follow_up(Kind.THANK_YOU)
    said = reminders.reason(thanks, TODAY)
    assert reminders.reason(thanks, TODAY, Wait(Waits.TRIED_TODAY, TOMORROW)) == (
        f"Tried today · {said}"
    )
    assert reminders.reason(thanks, TODAY, Wait(Waits.LATER_TODAY, NOW)) == said


def test_a_window_that_comes_up_by_itself_tells_no_surprise() -> None:
    """M-34: the one whom it is for may stand beside the screen."""
    ring = follow_up(Kind.DAY_AFTER, item="Emerald ring")
    assert "Emerald ring" in reminders.names([ring], TODAY)
    discreet = replace(ring, discreet=True)
    said = reminders.names([discreet], TODAY)
    assert "Emerald" not in said
    assert said.startswith("Jun Hayashi: After purchase. Be discreet")
