"""The only clock of the windows; everything below is handed its `Now`."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup_desktop.domain.shop_time import Now


def wall_clock() -> "Now":
    from followup_desktop.domain.shop_time import Now

    utc = datetime.now(UTC)
    return Now(utc=utc, local=utc.astimezone().replace(tzinfo=None))
