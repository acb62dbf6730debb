"""One data folder, open: its store, the services, the desk, and what stands on every page."""

from collections.abc import Callable, Generator
from pathlib import Path

from followup_desktop.domain.shop_time import Now
from followup_desktop.services import Services, kept_holidays
from followup_desktop.store.store import Store
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.main_window import MainWindow
from followup_desktop.ui.shell.controller import ShellController


class Session:
    """Opened after the first paint, closed before another folder is opened."""

    def __init__(self, folder: Path, clock: Callable[[], Now], *, is_sample: bool) -> None:
        """Raises `WorldError`; nothing is open then."""
        self._clock = clock
        self.folder = folder
        self.is_sample = is_sample
        self.store = Store.open(folder, now=clock())
        kept_holidays.keep_in(folder)
        self.services = Services(self.store)
        self.desk: Desk | None = None
        self._window: MainWindow | None = None
        self._shell: ShellController | None = None

    @property
    def is_set_up(self) -> bool:
        return self.services.shop.is_set_up()

    def making_sample(self) -> Generator[float]:
        """A shop to look around in, step by step; how much of it is made, 0 to 1."""
        from followup_desktop.services import sample

        return sample.making(self.store, self._clock())

    def show_in(self, window: MainWindow, clerk_id: int | None) -> Desk:
        """Seat `clerk_id` at a new desk; or whoever was here first, if that one has left."""
        here = [clerk.id for clerk in self.services.shop.clerks() if clerk.left_on is None]
        desk = Desk(
            self.services,
            self._clock,
            self.store.undo,
            clerk_id=clerk_id if clerk_id in here else min(here, default=None),
            folder=self.folder,
            is_sample=self.is_sample,
            parent=window,
        )
        self._window = window
        self._shell = ShellController(desk, window)
        window.attach(desk)
        self.desk = desk
        return desk

    def close(self) -> None:
        if self._window is not None and self._shell is not None and self.desk is not None:
            self._shell.close()
            self._window.detach()
            self.desk.deleteLater()
        self.store.close()
