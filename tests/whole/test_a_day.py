"""A shop's day from end to end, through the window a clerk uses (issue: a shop's day)."""

from datetime import date, time
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from followup_desktop.domain.kinds import Kind, Outcome, PurposeReached, Stage
from followup_desktop.store.rows import CustomerRow, FollowUpRow, ReferralRow
from followup_desktop.ui.call.page import CallPage
from followup_desktop.ui.today.page import TodayPage
from tests.whole.day import Shop, a_shop


def record_jun(shop: Shop) -> None:
    """A new customer with one purchase, by keyboard alone."""
    shop.press(Qt.Key.Key_N, control=True)
    shop.write("Jun Hayashi")
    shop.press(Qt.Key.Key_Tab)
    shop.write("6465550188")
    shop.press(Qt.Key.Key_Tab)
    shop.write("Navy suit")
    shop.press(Qt.Key.Key_Return, control=True)


def today_page(shop: Shop) -> TodayPage:
    page = shop.page("today_page")
    assert isinstance(page, TodayPage)
    return page


def call_page(shop: Shop) -> CallPage:
    page = shop.page("call_page")
    assert isinstance(page, CallPage)
    return page


def open_follow_ups(name: str) -> list[tuple[Kind, date]]:
    rows = (
        FollowUpRow.select(FollowUpRow.kind, FollowUpRow.due_on)
        .join(CustomerRow)
        .where(CustomerRow.name == name, FollowUpRow.status == "open")
        .order_by(FollowUpRow.due_on)
    )
    return [(row.kind, row.due_on) for row in rows]


def test_from_the_visit_to_the_next_step(data_dir: Path, qtbot: QtBot) -> None:
    with a_shop(data_dir, "2026-11-20T15:00", qtbot) as shop:
        record_jun(shop)
        assert not shop.open_sheets()
        assert open_follow_ups("Jun Hayashi") == [
            (Kind.DAY_AFTER, date(2026, 11, 21)),
            (Kind.TWO_WEEKS, date(2026, 12, 4)),
            (Kind.TWO_MONTHS, date(2027, 1, 19)),
        ]
        shop.next_day("2026-11-21T10:40")
        today = today_page(shop)
        line = today.list.entry()
        assert line is not None and line.row.due.name == "Jun Hayashi"
        assert line.words.why == "Navy suit, yesterday. How does it feel?"

        shop.click("start_call")
        call = call_page(shop)
        assert call.purpose.isVisible()
        shop.click("call_now")
        assert call.live.notes.hasFocus()
        shop.write("Sister cried. Felt taller.")

        shop.click("catch_referral")
        shop.type("referral_name", "Kenji Mori")
        shop.type("referral_relation", "cousin")
        shop.type("referral_phone", "2125550171")
        shop.type("referral_what_for", "a suit in spring")
        shop.click("referral_may_call")
        shop.click("catch_referral_keep")
        assert not shop.open_sheets()

        shop.click("catch_promise")
        shop.type("promise_what", "send the name of the dry cleaner")
        shop.type("promise_day", "mon")
        shop.type("promise_time", "10")
        shop.click("catch_promise_keep")
        assert not shop.open_sheets()

        shop.clock.set("2026-11-21T10:47")
        shop.click("end_call")
        assert call.wrap.isVisible()
        call.wrap.outcome.pill(Outcome.TALKED).click()
        call.wrap.reached.pill(PurposeReached.REACHED).click()
        shop.click("wrap_save_next")
        assert today_page(shop).isVisible()

        jun = open_follow_ups("Jun Hayashi")
        assert (Kind.PROMISE, date(2026, 11, 23)) in jun
        assert (Kind.DAY_AFTER, date(2026, 11, 21)) not in jun
        assert (Kind.TWO_WEEKS, date(2026, 12, 4)) in jun
        assert open_follow_ups("Kenji Mori") == [(Kind.REFERRAL, date(2026, 11, 23))]
        promise = FollowUpRow.get(FollowUpRow.kind == Kind.PROMISE)
        assert (promise.due_time, promise.is_timed) == (time(10), True)
        referred = CustomerRow.get(CustomerRow.name == "Kenji Mori")
        assert referred.stage is Stage.PROSPECT
        assert ReferralRow.get().referred_id == referred.id

        shop.next_day("2026-11-23T09:50")
        rows = today_page(shop).list.lines()
        spoken = [rows.index(at).data() for at in range(rows.rowCount())]
        assert spoken[0] == "Promised"
        assert spoken[1].startswith("Jun Hayashi, Promise, by 10:00")
        assert any(one.startswith("Kenji Mori, Referral") for one in spoken)


def test_a_call_goes_on_where_it_was_killed(data_dir: Path, qtbot: QtBot) -> None:
    shop = Shop(data_dir, _clock("2026-11-20T15:00"), qtbot)
    record_jun(shop)
    shop.next_day("2026-11-21T10:40")
    shop.click("start_call")
    shop.click("call_now")
    shop.write("She laughed")
    qtbot.waitUntil(lambda: call_page(shop).bar.saved.text() == "Saved", timeout=2000)
    shop.kill()

    with a_shop(data_dir, "2026-11-21T10:45", qtbot) as again:
        start = again.page("start_call")
        qtbot.waitUntil(lambda: start.accessibleName() == "Go on with the call")
        again.click("start_call")
        live = call_page(again).live
        assert live.isVisible()
        assert live.notes.text() == "She laughed"


def test_a_half_filled_visit_is_still_there_after_a_kill(data_dir: Path, qtbot: QtBot) -> None:
    shop = Shop(data_dir, _clock("2026-11-20T15:00"), qtbot)
    shop.press(Qt.Key.Key_N, control=True)
    shop.write("Jun Haya")
    qtbot.waitUntil(lambda: shop.services.visits.draft() is not None, timeout=2000)
    shop.kill()

    with a_shop(data_dir, "2026-11-20T15:05", qtbot) as again:
        again.press(Qt.Key.Key_N, control=True)
        who = again.page("visit_who")
        assert who.text() == "Jun Haya"  # type: ignore[attr-defined]


def test_undo_takes_the_visit_back(data_dir: Path, qtbot: QtBot) -> None:
    with a_shop(data_dir, "2026-11-20T15:00", qtbot) as shop:
        record_jun(shop)
        shop.press(Qt.Key.Key_Z, control=True)
        assert CustomerRow.select().count() == 0
        assert FollowUpRow.select().count() == 0


def _clock(moment: str):  # type: ignore[no-untyped-def]
    from tests.whole.day import Clock

    return Clock(moment)
