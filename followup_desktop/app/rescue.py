"""The data cannot be opened: say why, and where it is damaged offer the newest good backup."""

from typing import TYPE_CHECKING

from followup_desktop.domain.errors import WorldError
from followup_desktop.ui.shell.start_trouble import StartTroublePage
from followup_desktop.words import troubles

if TYPE_CHECKING:
    from followup_desktop.app.app import App


def show_trouble(error: WorldError, app: "App") -> StartTroublePage:
    """The page, connected with the program."""
    page = StartTroublePage(troubles.trouble(error), app.window)
    page.again_requested.connect(app.try_again)
    page.folder_requested.connect(app.show_folder)
    page.close_requested.connect(app.window.close)
    return page
