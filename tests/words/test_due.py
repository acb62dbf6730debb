"""The day's list for the command line."""

import json
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from followup_desktop.domain.kinds import Kind, Rank
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.today import Group, Today, Waits
from followup_desktop.words import due
from tests.words.test_why import BARE, FULL, NOW, SATURDAY, row

AT = Now(utc=NOW.replace(tzinfo=UTC), local=NOW)
PROMISE = replace(
    FULL, kind=Kind.PROMISE, rank=Rank.PROMISES, about="the hem", due_time=time(11), is_timed=True
)
TODAY = Today(
    day=SATURDAY,
    rows=(
        row(PROMISE, Group.PROMISED),
        replace(row(BARE), waits=Waits.GOOD_TIME, waits_until=NOW + timedelta(hours=3)),
        row(replace(FULL, kind=Kind.THANK_YOU), Group.WHEN_THERES_TIME),
    ),
    more=2,
    minutes=10,
    promises=1,
    done=0,
    no_next_step=0,
    customers=3,
    thanked=0,
)


def test_the_list_under_its_captions() -> None:
    lines = due.as_text(TODAY, AT).splitlines()
    assert [line for line in lines if line and not line.startswith(" ")] == [
        "Promised",
        "Now",
        "When there’s time",
        "2 more.",
    ]
    assert "by 11:00" in lines[1] and "You promised: the hem" in lines[1]
    assert lines[4].endswith("Waits until 13:42: their good time.")


def test_rows_of_one_group_share_its_caption() -> None:
    both = replace(TODAY, rows=(row(BARE), row(FULL)), more=0)
    assert len(due.as_text(both, AT).splitlines()) == 3


def test_an_empty_day() -> None:
    assert due.as_text(replace(TODAY, rows=(), more=0), AT) == "Nothing is waiting for a call."


def test_for_programs_it_is_codes_and_plain_times() -> None:
    written = json.loads(due.as_json(TODAY, AT))
    promise, waiting, _thanks = written["rows"]
    assert written["more"] == 2
    assert (promise["group"], promise["due_time"], promise["is_timed"]) == (
        "promised",
        "11:00",
        True,
    )
    assert waiting["waits"] == "good_time"
    assert datetime.fromisoformat(waiting["waits_until"]) == NOW + timedelta(hours=3)
