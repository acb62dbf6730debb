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


def show_trouble(error: WorldError, folder: Path, app: "App") -> StartTroublePage:
    """The page, connected with the program. Bringing a backup back takes one click."""
    page = StartTroublePage(troubles.trouble(error), app.window)
    page.again_requested.connect(app.try_again)
    page.folder_requested.connect(app.show_folder)
    page.close_requested.connect(app.window.close)
    if error.trouble is Trouble.DAMAGED:
        page.show_backups([(one, _when(one)) for one in _offered(folder)])
        page.restore_requested.connect(lambda backup: _bring_back(backup, folder, page, app))
    return page


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


def _bring_back(backup: BackupFile, folder: Path, page: StartTroublePage, app: "App") -> None:
    try:
        restoring.restore(folder, backup.path, app.clock())
    except WorldError as error:
        page.show_problem(troubles.trouble(error))
    else:
        app.try_again()
