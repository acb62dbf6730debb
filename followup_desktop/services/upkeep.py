"""Looking after the data: backups, and whether everything is sound."""

from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.upkeep import BackupReason, CheckReport
from followup_desktop.store import backups
from followup_desktop.store.backup_watch import BackupCancelled, BackupWatch
from followup_desktop.store.backups import BackupFile
from followup_desktop.store.store import Store

__all__ = ["BackupCancelled", "BackupFile", "BackupWatch", "Upkeep"]


class Upkeep:
    """Backups may be asked for from another thread than the window's: they use a connection of
    their own."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._folder = store.folder

    def backup(self, now: Now, watch: BackupWatch | None = None) -> BackupFile:
        """A verified backup, now. Raises BACKUP_FAILED, or `BackupCancelled` when `watch` called it
        off; the data is as it was."""
        return backups.make(self._folder, now, BackupReason.BY_HAND, watch)

    def backup_if_due(self, now: Now) -> BackupFile | None:
        """The daily one, unless there is one already."""
        return backups.make_if_due(self._folder, now)

    def backups(self) -> tuple[BackupFile, ...]:
        """The newest first."""
        return backups.listing(self._folder)

    def check(self) -> CheckReport:
        """Whether everything hangs together. Reads all there is, in the window's own thread."""
        return self._store.check()
