"""A promise for the evening, kept outside the hours with a reason, by hand in the window (M-47)."""

from datetime import date, time
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from followup_desktop.domain.kinds import Kind
from followup_desktop.ui.today.page import TodayPage
from tests.whole.day import a_shop

FRIDAY = "2026-11-20 10:42"


def test_kept_with_a_reason_that_stays_beside_it(data_dir: Path, qtbot: QtBot) -> None:
    with a_shop(data_dir, FRIDAY, qtbot) as shop:
        today, customers = shop.services.today, shop.services.customers
        now = shop.clock()
        jun = customers.add(now, 1, "Jun Hayashi", "212 555 0143").customer_id or 0
        today.plan(now, 1, jun, Kind.PROMISE, date(2026, 11, 20), time(20, 30), "Ring back")
        shop.next_day(FRIDAY)
        page = shop.page("today_page")
        assert isinstance(page, TodayPage)
        qtbot.waitUntil(lambda: page.preview.keep.isVisible())
        shop.click("keep_anyway")
        (sheet,) = shop.open_sheets()
        keep = sheet.findChild(QAbstractButton, "keep_confirm")
        assert keep is not None and not keep.isEnabled()
        sheet.reasons.pill("They asked for that time").click()  # type: ignore[attr-defined]
        shop.click("keep_confirm")
        said = "Kept whatever the hours: They asked for that time."
        qtbot.waitUntil(lambda: said in page.preview.fine.text())
        assert not page.preview.keep.isVisible()
        shop.desk.undo_last()
        qtbot.waitUntil(lambda: said not in page.preview.fine.text())
