"""A shop's data, as files: made from outside, for the installed program to find."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from followup_desktop.domain.shop_time import Now
from followup_desktop.services import Services, sample
from followup_desktop.store.store import Store

_LOCAL = datetime.fromisoformat("2026-11-20T09:40")
MORNING = Now(utc=_LOCAL.replace(tzinfo=UTC), local=_LOCAL)


def fill(data: Path, **preferences: Any) -> None:
    store = Store.open(data, now=MORNING)
    sample.fill(store, MORNING)
    Services(store).shop.prefer(MORNING, None, **preferences)
    store.close()


def files(data: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in data.iterdir() if path.is_file()}
