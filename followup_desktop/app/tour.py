"""A shop's day on sample data, walked through the real window off screen, with a picture of each
screen. It uses the program as a clerk does, so that it fails when something can't be used."""

import os
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from followup_desktop.app.app import App
from followup_desktop.app.bugs import noticing
from followup_desktop.app.hand import Hand
from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.shop_time import Now
from followup_desktop.ui.ahead.page import Part as AheadPart
from followup_desktop.ui.days import LocaleDays
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.insights.parts import Part as InsightsPart
from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.qt_style import QT_STYLE, STYLED
from followup_desktop.ui.promises.entries import Part as PromisesPart
from followup_desktop.ui.room import Place, RoomName
from followup_desktop.ui.settings.page import Part as SettingsPart
from followup_desktop.words import days

SIZE = (1366, 768)
MORNING = datetime.fromisoformat("2026-11-20T09:40")
"""A Friday: the shop is open the next day too."""


class TourClock:
    """Stands still until the tour says that time has passed."""

    def __init__(self) -> None:
        self.local = MORNING

    def now(self) -> Now:
        return Now(utc=self.local.replace(tzinfo=UTC), local=self.local)

    def pass_by(self, **span: float) -> None:
        self.local += timedelta(**span)


def run(target: Path) -> int:
    """Leave the pictures in `target`, numbered in the order of the day; the exit code."""
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        qt = QApplication(["followup-desktop", "-style", QT_STYLE])
        qt.setProperty(STYLED, True)
    target.mkdir(parents=True, exist_ok=True)
    with noticing() as bugs, tempfile.TemporaryDirectory() as folder:
        taken = _first_start(Path(folder) / "new", target)
        shop = Path(folder) / "shop"
        _fill(shop, TourClock())
        taken = _day(shop, target, taken)
    print(f"{taken} pictures in {target}")
    if bugs:
        print(f"On the tour something did not work: {bugs[0]!r}", file=sys.stderr)
    return 1 if bugs else 0


def _open(folder: Path, clock: TourClock) -> App:
    app = App(folder, clock.now)
    app.get_ready()
    # The pictures are the same on every PC.
    days.use(LocaleDays(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)))
    app.start()
    app.window.setWindowState(Qt.WindowState.WindowNoState)
    app.window.resize(*SIZE)
    return app


def _desk(app: App) -> Desk:
    assert app.session is not None and app.session.desk is not None, "the shop is open"
    return app.session.desk


def _fill(folder: Path, clock: TourClock) -> None:
    from followup_desktop.services import sample
    from followup_desktop.store.store import Store

    store = Store.open(folder, now=clock.now())
    sample.fill(store, clock.now())
    store.close()


def _first_start(folder: Path, target: Path) -> int:
    app = _open(folder, TourClock())
    hand = Hand(app.window, target)
    hand.picture("welcome")
    hand.write("shop_name", "Marsh & Daughter")
    hand.write("clerk_name", "Ed Marsh")
    hand.press("break_0")
    hand.picture("welcome-answered")
    hand.press("start_own")
    hand.picture("today-nothing-yet")
    hand.press("nav_settings")
    hand.press("settings_tabs_data")
    hand.press("open_sample")
    hand.wait("sample_banner")
    hand.picture("sample-data-banner")
    _close(app)
    return hand.count


def _close(app: App) -> None:
    app.window.close()
    app.window.deleteLater()


def _day(folder: Path, target: Path, taken: int) -> int:
    clock = TourClock()
    app = _open(folder, clock)
    hand = Hand(app.window, target, taken)
    for part in (_morning, _visit, _next_day, _call, _pages, _settings, _looks):
        part(hand, app, clock)
    _close(app)
    return hand.count


def _morning(hand: Hand, app: App, clock: TourClock) -> None:
    hand.picture("today")
    hand.press("skip")
    hand.picture("today-skip")
    hand.press("skip_follow_up_cancel")
    hand.key(Qt.Key.Key_K, control=True)
    hand.type("lib")
    hand.picture("search")
    hand.key(Qt.Key.Key_Return)
    hand.picture("card")


def _visit(hand: Hand, app: App, clock: TourClock) -> None:
    """In the afternoon somebody new comes in."""
    clock.pass_by(hours=6)
    hand.press("record_visit")
    hand.write("visit_who", "Tom Ashdown")
    hand.write("visit_phone", "2125550164")
    hand.write("visit_items_line", "Grey flannel jacket, Wool tie")
    hand.write("visit_occasion", "a talk at his old school")
    hand.write("visit_occasion_on", "4 dec")
    hand.press("visit_fulfilment_alteration")
    hand.write("visit_ready_on", "wed")
    hand.write("visit_learned", "Walks everywhere. Likes pockets.")
    hand.press("visit_may_call")
    hand.picture("record-a-visit")
    hand.press("visit_save")
    hand.picture("visit-saved", with_bar=True)
    hand.press("record_visit")
    hand.press("visit_bought_False")
    hand.write("visit_who", "Ingrid Vale")
    hand.write("visit_phone", "2125550165")
    hand.write("visit_looked_at", "the camel coat")
    hand.write("visit_held_back", "time to think")
    hand.picture("record-a-visit-left")
    hand.press("visit_save")


def _next_day(hand: Hand, app: App, clock: TourClock) -> None:
    clock.pass_by(hours=18, minutes=10)
    desk = _desk(app)
    desk.day_changed.emit()
    hand.press("nav_today")
    hand.picture("next-day")
    customer = desk.services.customers.hits("Tom Ashdown")[0]
    coming = desk.services.customers.card(desk.now(), customer.id).coming_up
    desk.start_call(customer.id, coming[0].id)


def _call(hand: Hand, app: App, clock: TourClock) -> None:
    hand.picture("call-purpose")
    hand.press("purpose_referral")
    hand.press("call_next_script")
    hand.picture("call-script")
    hand.press("call_next_bridge")
    hand.picture("call-bridge")
    hand.press("call_start")
    clock.pass_by(minutes=4, seconds=12)
    hand.press_some("cue_", 2)
    hand.press("detour_something_wrong")
    hand.write(
        "call_notes", "Loved it. The left sleeve is a touch long. A colleague asked about it."
    )
    hand.picture("call-live")
    hand.press("catch_referral")
    hand.write("referral_name", "Kenji Mori")
    hand.write("referral_relation", "colleague")
    hand.write("referral_phone", "2125550166")
    hand.write("referral_what_for", "a suit for the spring")
    hand.press("referral_may_call")
    hand.picture("call-catch-referral")
    hand.press("catch_referral_keep")
    hand.press("catch_promise")
    hand.write("promise_what", "Send the name of the dry cleaner")
    hand.write("promise_day", "mon")
    hand.write("promise_time", "10")
    hand.picture("call-catch-promise")
    hand.press("catch_promise_keep")
    _wrap_up(hand, clock)


def _wrap_up(hand: Hand, clock: TourClock) -> None:
    clock.pass_by(minutes=2, seconds=28)
    hand.press("end_call")
    hand.picture("call-wrap-up")
    hand.press("wrap_outcome_talked")
    hand.write("wrap_gained", "Felt at ease in front of two hundred people.")
    hand.write("wrap_works_well", "Pockets, colour")
    hand.write("wrap_could_be_better", "Left sleeve a touch long")
    hand.press("wrap_reached_reached")
    hand.press("wrap_feeling_delighted")
    hand.press("wrap_thanked")
    hand.picture("call-wrap-up-answered")
    hand.press_first("wrap_save_close", "wrap_save_next")
    hand.picture("after-the-call", with_bar=True)


def _pages(hand: Hand, app: App, clock: TourClock) -> None:
    desk = _desk(app)
    desk.open_card(desk.services.customers.hits("Tom Ashdown")[0].id)
    hand.picture("card-after-the-call")
    hand.press("nav_customers")
    hand.picture("customers")
    hand.press("filter_no_next_step")
    hand.picture("customers-no-next-step")
    hand.press("nav_orders")
    hand.picture("orders")
    hand.press("nav_promises")
    for promises in PromisesPart:
        hand.press(f"promises_tabs_{promises}")
        hand.picture(f"promises-{promises}")
    hand.press("nav_ahead")
    for ahead in AheadPart:
        hand.press(f"ahead_tabs_{ahead}")
        hand.picture(f"ahead-{ahead}")
    hand.press("nav_insights")
    for insights in InsightsPart:
        hand.press(f"insights_tabs_{insights}")
        hand.wait_gone("insights_counting")
        hand.picture(f"insights-{insights}")
    hand.shortcut("key_help")
    hand.wait("help")
    hand.picture("keys")
    hand.press("help_close")


def _settings(hand: Hand, app: App, clock: TourClock) -> None:
    hand.press("nav_settings")
    for part in SettingsPart:
        hand.press(f"settings_tabs_{part}")
        hand.picture(f"settings-{part}")
    _desk(app).go(Place(RoomName.PLAYBOOK, given=Kind.DAY_AFTER))
    hand.picture("playbook")
    hand.press("playbook_rehearse")
    hand.picture("playbook-rehearsal")
    hand.press("rehearsal_close")
    hand.press("nav_today")
    hand.shortcut("key_print")
    hand.picture("print")
    hand.press("paper_sheet_close")


def _looks(hand: Hand, app: App, clock: TourClock) -> None:
    """The same in the dark, and large."""
    desk = _desk(app)
    libin = desk.services.customers.hits("Libin")[0].id
    places = [
        ("today", Place(RoomName.TODAY)),
        ("customers", Place(RoomName.CUSTOMERS)),
        ("card", Place(RoomName.CARD, libin)),
        ("orders", Place(RoomName.ORDERS)),
        ("promises", Place(RoomName.PROMISES)),
        ("ahead", Place(RoomName.AHEAD)),
        ("insights", Place(RoomName.INSIGHTS)),
        ("playbook", Place(RoomName.PLAYBOOK, given=Kind.DAY_AFTER)),
        ("settings", Place(RoomName.SETTINGS)),
    ]
    for look, size in ((theme.Appearance.DARK, 100), (theme.Appearance.LIGHT, 150)):
        desk.services.shop.prefer(desk.now(), None, look=look.value, text_size=size)
        app.follow_preferences()
        for name, place in places:
            desk.go(place)
            hand.wait_gone("insights_counting")
            hand.picture(f"{name}-dark" if look is theme.Appearance.DARK else f"{name}-{size}")
