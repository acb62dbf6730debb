"""What the page says: each share of how many, and nothing that isn't known."""

from datetime import date, timedelta

import pytest

from followup_desktop.domain.insights.calls import Bar, BestHours, Hour, Step, WhenReached
from followup_desktop.domain.insights.coming_back import ComingBack
from followup_desktop.domain.insights.in_short import Problems, Referrals, Told, Took
from followup_desktop.domain.insights.share import Share
from followup_desktop.words import in_short as words
from followup_desktop.words.in_short import Figure

JUNE, AUGUST = date(2026, 6, 1), date(2026, 8, 21)
TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("kept", "figure"),
    [
        (Share(48, 50), Figure("96 %", "48 of 50")),
        (Share(3, 4), Figure("3 of 4")),
        (Share(0, 0), Figure("–", note="No promise came due in this time.")),
    ],
)
def test_promises(kept: Share, figure: Figure) -> None:
    assert words.promises(kept) == figure


def test_a_figure_is_read_aloud_whole() -> None:
    assert Figure("96 %", "48 of 50").spoken("Promises kept on time") == (
        "Promises kept on time: 96 %, 48 of 50"
    )


@pytest.mark.parametrize(
    ("found", "figure"),
    [
        (
            ComingBack(JUNE, AUGUST, Share(61, 118), Share(23, 86)),
            Figure("41 %", "84 of 204 first buyers", "Within 90 days"),
        ),
        (
            ComingBack(JUNE, AUGUST, Share(1, 1), Share(0, 0)),
            Figure("1 of 1", "first buyer", "Within 90 days"),
        ),
        (
            ComingBack(JUNE, AUGUST),
            Figure("–", note="Nobody’s first 90 days ended in this time."),
        ),
        (
            ComingBack(JUNE, AUGUST, begins_on=date(2026, 12, 10)),
            Figure("–", note="The first one is counted from 10 Dec on, after 90 days."),
        ),
    ],
)
def test_came_back(found: ComingBack, figure: Figure) -> None:
    assert words.came_back(found) == figure


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (
            ComingBack(JUNE, AUGUST, Share(61, 118), Share(23, 86)),
            "First bought from 1 Jun 2026 to 21 Aug 2026; came back within 90 days. Clerks chose"
            " whom to call, so this shows a link, not a cause.",
        ),
        (
            ComingBack(JUNE, AUGUST, Share(6, 118), Share(2, 19)),
            "Too few to compare: it takes 20 in each group. First bought from 1 Jun 2026 to"
            " 21 Aug 2026; came back within 90 days.",
        ),
        (
            ComingBack(JUNE, TODAY, begins_on=date(2026, 12, 10)),
            "Nobody’s first 90 days are over yet. The first one is counted from 10 Dec on, after"
            " 90 days.",
        ),
        (ComingBack(JUNE, TODAY), "Nobody’s first 90 days ended in this time."),
    ],
)
def test_called_and_not_called(found: ComingBack, sentence: str) -> None:
    """M-67: a link is not a cause."""
    assert words.compared(found) == sentence


def test_referrals() -> None:
    assert words.referrals(Referrals(19, 7)) == Figure("19", "7 bought")
    assert words.referrals(Referrals(0, 0)).note == "Nobody was named on a call in this time."


def hours(reached: int, calls: int, best: BestHours | None = None) -> WhenReached:
    return WhenReached((Hour(1, 16, Share(reached, calls)),), best)


@pytest.mark.parametrize(
    ("found", "figure"),
    [
        (
            hours(151, 240, BestHours(16, 18, Share(50, 60))),
            Figure("63 %", "151 of 240 calls", "Best from 16:00 to 18:00"),
        ),
        (hours(60, 100), Figure("60 %", "60 of 100 calls", "No hours stand out so far")),
        (
            hours(1, 1),
            Figure("1 of 1", "call", "Not enough calls yet to say which hours are best: 1 of 100"),
        ),
        (WhenReached(), Figure("–", note="Nobody was called in this time.")),
    ],
)
def test_reached(found: WhenReached, figure: Figure) -> None:
    """M-69: the best hours, once there is enough of it."""
    assert words.reached(found) == figure


def test_the_last_hour_of_a_day_ends_at_midnight() -> None:
    said = words.hour_words(Hour(6, 23, Share(1, 12)))
    assert said == "Sunday, 23:00 to 00:00: 12 calls, 1 talked"


@pytest.mark.parametrize(
    ("step", "label", "sentence"),
    [
        (Step.WEEK, "2 Nov", "2 Nov to 8 Nov: 1 call, 0 talked"),
        (Step.MONTH, "Nov", "November 2026: 1 call, 0 talked"),
        (Step.QUARTER, "Nov 2026", "2 Nov to 8 Nov: 1 call, 0 talked"),
        (Step.YEAR, "2026", "2026: 1 call, 0 talked"),
    ],
)
def test_a_bar(step: Step, label: str, sentence: str) -> None:
    bar = Bar(date(2026, 11, 2), date(2026, 11, 8), Share(0, 1))
    assert words.bar_label(bar, step) == label
    assert words.bar_words(bar, step, TODAY) == sentence


HOURS, DAYS = timedelta(hours=3), timedelta(days=2, hours=4)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Told(Took(), 0), "None in this time"),
        (Told(Took(1, HOURS), 0), "1, after 3 hours"),
        (Told(Took(1, timedelta(minutes=1)), 1), "1, at once; 1 doesn’t know yet"),
        (Told(Took(12, HOURS), 2), "12, half of them within 3 hours; 2 don’t know yet"),
        (Told(Took(), 2), "2 don’t know yet"),
    ],
)
def test_late_orders(found: Told, said: str) -> None:
    """M-68."""
    assert words.told(found) == said


def test_problems() -> None:
    """M-68."""
    found = Problems(Took(9, timedelta()), Took(7, DAYS), 2)
    assert words.acknowledged(found) == "9, half of them at once"
    assert words.solved(found) == "7, half of them within 2 days; 2 are still open"
    assert words.solved(Problems(Took(), Took(), 0)) == "None in this time"
