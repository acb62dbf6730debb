"""The playbooks that a shop has made its own."""

from followup_desktop.domain.kinds import Kind
from followup_desktop.store.rows import PlaybookRow


def own_text(kind: Kind, language: str) -> str | None:
    """As TOML; None where the shop uses the one that came with the program."""
    row = PlaybookRow
    text: str | None = (
        row.select(row.text).where(row.kind == kind, row.language == language).scalar()
    )
    return text
