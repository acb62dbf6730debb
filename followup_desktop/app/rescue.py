"""The data cannot be opened: say why, and where it is damaged offer the newest good backup."""

from pathlib import Path
from typing import TYPE_CHECKING

from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.store import backups, restoring
from followup_desktop.store.backups import BackupFile
from followup_desktop.ui.shell.start_trouble import StartTroublePage
from followup_desktop.words import _, days, troubles

if TYPE_CHECKING:
    from followup_desktop.app.app import App


class Rescue:
    """The page of one trouble, shown in the window. Bringing a backup back takes one click."""

    def __init__(self, error: WorldError, folder: Path, app: "App") -> None:
        self._folder = folder
        self._app = app
        self._page = page = StartTroublePage(troubles.trouble(error), app.window)
        page.again_requested.connect(app.try_again)
        page.folder_requested.connect(app.show_folder)
        page.close_requested.connect(app.window.close)
        if error.trouble is Trouble.DAMAGED:
            page.show_backups([(one, _when(one)) for one in _offered(folder)])
            page.restore_requested.connect(self._on_restore_requested)
        app.show_alone(page)

    def _on_restore_requested(self, backup: BackupFile) -> None:
        try:
            restoring.restore(self._folder, backup.path, self._app.clock())
        except WorldError as error:
            self._page.show_problem(troubles.trouble(error))
        else:
            self._app.try_again()


def _offered(folder: Path) -> list[BackupFile]:
    """The newest that was looked through and is good, and the older ones as they are."""
    try:
        newest = backups.newest_good(folder)
        older = [one for one in backups.listing(folder) if newest and one.made_at < newest.made_at]
    except WorldError:
        return []
    return [newest, *older] if newest is not None else []


def _when(backup: BackupFile) -> str:
    made_at = backup.made_at
    write = days.writer()
    return _("{weekday}, {day}, {time}").format(
        weekday=write.weekday_long(made_at.date()),
        day=write.day_year(made_at.date()),
        time=write.time(made_at.time()),
    )
