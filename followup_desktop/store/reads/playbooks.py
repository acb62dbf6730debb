"""The playbooks that a shop has made its own."""

from followup_desktop.domain.kinds import Kind
from followup_desktop.store.reads.prepared import Prepared, slot
from followup_desktop.store.rows import PlaybookRow


def own_text(kind: Kind, language: str) -> str | None:
    """As TOML; None where the shop uses the one that came with the program."""
    return next(iter(_OWN_TEXT(kind=kind.value, language=language)), None)


_OWN_TEXT = Prepared(
    lambda: PlaybookRow.select(PlaybookRow.text).where(
        PlaybookRow.kind == slot("kind"), PlaybookRow.language == slot("language")
    ),
    str,
    {},
)
