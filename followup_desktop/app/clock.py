"""The only clock of the windows; everything below is handed its `Now`."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup_desktop.domain.shop_time import Now


def wall_clock() -> "Now":
    # Late: it is named before the first paint, and asked after it.
    from datetime import UTC, datetime

    from followup_desktop.domain.shop_time import Now

    utc = datetime.now(UTC)
    return Now(utc=utc, local=utc.astimezone().replace(tzinfo=None))
