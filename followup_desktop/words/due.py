"""The day's list for the command line: as lines to read, and as JSON for other programs."""

import json
from datetime import datetime
from typing import Any

from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.today import Today, TodayRow
from followup_desktop.words import _, codes, ngettext, why


def as_text(today: Today, now: Now) -> str:
    """One line for each row, under the caption of its group."""
    if not today.rows:
        return _("Nothing is waiting for a call.")
    lines: list[str] = []
    group = None
    for row in today.rows:
        if row.group is not group:
            lines += ["", codes.group(row.group)] if lines else [codes.group(row.group)]
            group = row.group
        lines.append(_line(row, now))
    if today.more:
        more = ngettext("{count} more.", "{count} more.", today.more).format(count=today.more)
        lines += ["", more]
    return "\n".join(lines)


def _line(row: TodayRow, now: Now) -> str:
    words = why.row(row, now.day)
    said = [words.why, why.waits(row, now.local), why.put_off(row, now.local)]
    sentences = " · ".join(sentence for sentence in said if sentence)
    return f"  {words.name:<24} {words.badge:<15} {words.when:<16} {sentences}".rstrip()


def as_json(today: Today, now: Now) -> str:
    """In letters that every terminal has; the names of the fields are stable."""
    rows = [_fields(row, now) for row in today.rows]
    return json.dumps({"day": today.day.isoformat(), "rows": rows, "more": today.more}, indent=2)


def _fields(row: TodayRow, now: Now) -> dict[str, Any]:
    due = row.due
    return {
        "follow_up_id": due.id,
        "customer_id": due.customer_id,
        "name": due.name,
        "kind": due.kind.value,
        "about": due.about,
        "why": why.why(due, now.day),
        "group": row.group.value,
        "due_on": due.due_on.isoformat(),
        "due_time": due.due_time.isoformat(timespec="minutes") if due.due_time else None,
        "is_timed": due.is_timed,
        "overdue_days": row.overdue_days,
        "minutes": row.minutes,
        "tries": due.tries,
        "clerk": due.clerk_name,
        "waits": row.waits.value if row.waits else None,
        "waits_until": _minutes(row.waits_until),
        "put_off_until": _minutes(row.put_off_until),
    }


def _minutes(local: datetime | None) -> str | None:
    return local.isoformat(timespec="minutes") if local else None
