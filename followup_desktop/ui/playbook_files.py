"""Playbooks saved as a file, and what is told about it."""

from collections.abc import Iterable
from pathlib import Path

from followup_desktop.domain.kinds import Kind
from followup_desktop.ui.desk import Desk
from followup_desktop.words import _


def share(desk: Desk, chosen: str, kinds: Iterable[Kind]) -> None:
    """Write those in use into one file; what the world refuses is told."""
    path = Path(chosen)
    if not path.suffix:
        path = path.with_suffix(".toml")
    try:
        desk.services.playbook_edits.share(path, kinds)
    except OSError:
        desk.say(_("The file could not be written there. Choose another place."))
    else:
        desk.say(_("Saved as {name}.").format(name=path.name))
