"""Followup as it is, but for its clock, which stands in a file, and a ticker that doesn't let a
test wait for half a minute.

program.py FOLDER [--fill | --prefer SWITCH… | --minimised] [--plain]
"""

import os
import sys
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from followup_desktop.domain.shop_time import Now


def clock() -> Now:
    text = Path(os.environ["FOLLOWUP_TEST_CLOCK"]).read_text(encoding="utf-8")
    local = datetime.fromisoformat(text)
    return Now(utc=local.replace(tzinfo=UTC), local=local)


def fill(folder: Path) -> None:
    from followup_desktop.domain.kinds import KINDS, Kind
    from followup_desktop.domain.shop import OpenHours
    from followup_desktop.services import Services
    from followup_desktop.store.rows import CustomerRow, FollowUpRow, PhoneRow
    from followup_desktop.store.store import Store

    now = clock()
    earlier = Now(now.utc - timedelta(days=7), now.local - timedelta(days=7))
    store = Store.open(folder, now=earlier)
    hours = tuple(OpenHours(weekday, time(10), time(19)) for weekday in range(7))
    Services(store).shop.set_up(earlier, "Marsh & Daughter", "US", hours, "Ed Marsh")
    with store.quiet(earlier) as unit:
        for number, (kind, name, at) in enumerate(
            [
                (Kind.PROMISE, "Richard Libin", time(11)),
                (Kind.DAY_AFTER, "Jun Hayashi", None),
                (Kind.DAY_AFTER, "Tom Kessler", None),
            ]
        ):
            who = unit.insert(CustomerRow, name=name, created_at=earlier.utc)
            unit.insert(PhoneRow, customer=who, number=f"+1212555014{number}")
            unit.insert(
                FollowUpRow,
                customer=who,
                kind=kind,
                rank=KINDS[kind].rank,
                about="the trouser hem" if at else "navy suit",
                due_on=now.day,
                due_time=at,
                is_timed=at is not None,
                created_at=earlier.utc,
            )
    store.close()


def prefer(folder: Path, switches: list[str]) -> None:
    from followup_desktop.services import Services
    from followup_desktop.store.store import Store

    store = Store.open(folder, now=clock())
    Services(store).shop.prefer(clock(), None, **dict.fromkeys(switches, True))
    store.close()


def be_plain() -> None:
    """An ordinary window in the corner, to show that the tests notice."""
    from PySide6.QtCore import Qt

    from followup_desktop.tray import corner

    corner._flags = lambda: Qt.WindowType.Window
    appear = corner.CornerWindow.appear

    def appear_and_take(self: corner.CornerWindow) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)
        appear(self)
        self.activateWindow()

    corner.CornerWindow.appear = appear_and_take  # type: ignore[method-assign]


def main() -> int:
    folder = Path(sys.argv[1])
    if "--fill" in sys.argv:
        fill(folder)
        return 0
    if "--prefer" in sys.argv:
        prefer(folder, sys.argv[sys.argv.index("--prefer") + 1 :])
        return 0
    from PySide6.QtWidgets import QApplication

    from followup_desktop.app.app import App
    from followup_desktop.tray import ticker
    from followup_desktop.ui.instance import Joined
    from followup_desktop.ui.kit.qt_style import QT_STYLE, STYLED

    ticker.EVERY = 1_000
    if "--plain" in sys.argv:
        be_plain()
    qt = QApplication([*sys.argv[:1], "-style", QT_STYLE])
    qt.setProperty(STYLED, True)
    qt.setQuitOnLastWindowClosed(False)
    app = App(folder, clock)
    joined = app.instance.join()
    if joined is not Joined.AS_THE_ONE:
        return 0 if joined is Joined.HEARD else 1
    app.ended.connect(qt.exit)
    app.start(minimised="--minimised" in sys.argv)
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main())
