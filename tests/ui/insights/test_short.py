"""In short: what the view shows of a snapshot, from nothing to too much (M-67 … M-70)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from followup_desktop.domain.insights.asked import Asked, Scope, ShopClock
from followup_desktop.domain.insights.calls import Bar, Bars, Hour, Step, WhenReached
from followup_desktop.domain.insights.coming_back import ComingBack
from followup_desktop.domain.insights.in_short import (
    InShort,
    Leak,
    Problems,
    Referrals,
    Sales,
    Told,
    Took,
)
from followup_desktop.domain.insights.share import Share
from followup_desktop.ui.insights.short_view import ShortView
from followup_desktop.ui.kit import theme

TODAY = date(2026, 11, 20)
SCOPE = Scope(
    asked=Asked(),
    first_on=date(2026, 8, 31),
    last_on=TODAY,
    since=datetime(2026, 8, 31, tzinfo=UTC),
    until=datetime(2026, 11, 20, 18, tzinfo=UTC),
    clerk_id=None,
    clock=ShopClock(lambda moment: moment.replace(tzinfo=None)),
)
NOTHING = InShort(
    scope=SCOPE,
    promises=Share(0, 0),
    coming_back=ComingBack(None, date(2026, 8, 21)),
    referrals=Referrals(0, 0),
    calls=Bars(Step.WEEK, ()),
    reached=WhenReached(),
    sales=Sales(0, 0, 0),
    told=Told(Took(), 0),
    problems=Problems(Took(), Took(), 0),
    leak=Leak(0, 0),
)
MUCH = replace(
    NOTHING,
    promises=Share(48, 50),
    coming_back=ComingBack(
        date(2026, 6, 1), date(2026, 8, 21), called=Share(61, 118), not_called=Share(23, 86)
    ),
    referrals=Referrals(19, 7),
    calls=Bars(
        Step.WEEK,
        (
            Bar(date(2026, 11, 9), date(2026, 11, 15), Share(14, 21)),
            Bar(date(2026, 11, 16), TODAY, Share(2, 2)),
        ),
    ),
    reached=WhenReached((Hour(0, 10, Share(14, 21)), Hour(6, 16, Share(2, 2)))),
    sales=Sales(first=48, referred=7, again=72),
    told=Told(Took(12, timedelta(hours=3)), 1),
    leak=Leak(never_contacted=12, no_next_step=3),
)


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> ShortView:
    theme.apply(qapp, theme.Appearance.LIGHT, theme.TextSize.NORMAL)
    view = ShortView()
    qtbot.addWidget(view)
    view.resize(1230, 540)
    view.show()
    return view


def test_a_new_shop_is_told_what_will_stand_here_and_when(view: ShortView) -> None:
    asked: list[bool] = []
    view.visit_requested.connect(lambda: asked.append(True))
    view.show_snapshot(NOTHING)
    assert view.empty.isVisible()
    assert "after 90 days" in view.empty.sentence.text()
    assert not view.promises.isVisible()
    view.focus_first()
    view.empty.action.click()
    assert asked == [True]


def test_the_figures_say_of_how_many(view: ShortView) -> None:
    view.show_snapshot(MUCH)
    shown = [
        (card.number.text(), card.detail.text())
        for card in (view.promises, view.came_back, view.referrals, view.reached)
    ]
    assert shown == [
        ("96 %", "48 of 50"),
        ("41 %", "84 of 204 first buyers"),
        ("19", "7 bought"),
        ("70 %", "16 of 23 calls"),
    ]
    assert view.promises.accessibleName() == "Promises kept on time: 96 %, 48 of 50"


def test_the_two_groups_have_their_bars_and_the_honest_sentence(view: ShortView) -> None:
    """M-67."""
    view.show_snapshot(MUCH)
    back = view.back
    assert (back.called.number.text(), back.called.of.text()) == ("52 %", "61 of 118")
    assert (back.not_called.number.text(), back.not_called.of.text()) == ("27 %", "23 of 86")
    assert back.called.bar.isVisible()
    assert "a link, not a cause" in back.sentence.text()


def test_too_few_have_no_bars_and_no_per_cent(view: ShortView) -> None:
    few = ComingBack(
        date(2026, 6, 1), date(2026, 8, 21), called=Share(12, 19), not_called=Share(23, 86)
    )
    view.show_snapshot(replace(MUCH, coming_back=few))
    back = view.back
    assert (back.called.number.text(), back.not_called.number.text()) == ("12 of 19", "23 of 86")
    assert not back.called.bar.isVisible()
    assert back.sentence.text().startswith("Too few to compare")


def test_nobody_yet_has_no_group_at_all(view: ShortView) -> None:
    young = ComingBack(None, date(2026, 8, 21), begins_on=date(2026, 12, 10))
    view.show_snapshot(replace(MUCH, coming_back=young))
    assert not view.back.called.isVisible()
    assert "10 Dec" in view.back.sentence.text()


def test_the_week_that_is_pointed_at_is_said_below(view: ShortView) -> None:
    view.show_snapshot(MUCH)
    assert view.calls.title.text() == "Calls a week"
    assert view.calls.said.text() == "In all 23 calls, 16 talked"
    view.calls.columns.point(0)
    assert view.calls.said.text() == "9 Nov to 15 Nov: 21 calls, 14 talked"
    view.calls.columns.point(-1)
    assert view.calls.said.text() == "In all 23 calls, 16 talked"


def test_a_week_begins_where_the_shop_lets_it_begin(view: ShortView) -> None:
    sundays = replace(SCOPE, asked=Asked(first_weekday=6))
    view.show_snapshot(replace(MUCH, scope=sundays))
    assert view.hours.squares.words() == (
        "Sunday, 16:00 to 17:00: 2 calls, 2 talked",
        "Monday, 10:00 to 11:00: 21 calls, 14 talked",
    )


def test_a_time_without_a_call_says_so(view: ShortView) -> None:
    quiet = Bars(Step.WEEK, (Bar(date(2026, 11, 16), TODAY, Share(0, 0)),))
    view.show_snapshot(replace(MUCH, calls=quiet, reached=WhenReached()))
    assert view.calls.nothing.isVisible()
    assert not view.calls.columns.isVisible()
    assert not view.hours.isVisible()


def test_nobody_slips_through_or_these_do(view: ShortView) -> None:
    """M-70."""
    view.show_snapshot(MUCH)
    labels = (view.leak.never.accessibleName(), view.leak.without.accessibleName())
    assert labels == ("12 never contacted", "3 without a next step")
    view.show_snapshot(replace(MUCH, leak=Leak(0, 0)))
    assert not view.leak.never.isVisible()
    assert view.leak.none.isVisible()


@pytest.mark.parametrize("size", list(theme.TextSize))
def test_nothing_is_cut_at_any_size_of_text(
    view: ShortView, qapp: QApplication, size: theme.TextSize
) -> None:
    """Besides what says by its … that there is more."""
    theme.apply(qapp, theme.Appearance.LIGHT, size)
    view.show_snapshot(MUCH)
    view.resize(1230, 540)
    qapp.processEvents()
    page = view.scroller.widget()
    assert page.width() <= view.scroller.viewport().width()
    for card in (view.promises, view.came_back, view.referrals, view.reached):
        assert card.number.shown_text() == card.number.text()
        assert card.detail.height() >= card.detail.heightForWidth(card.detail.width())
