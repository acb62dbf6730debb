"""Follow-ups to test with."""

from dataclasses import replace
from datetime import date
from typing import Any

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.kinds import KINDS, Kind, Stage

TODAY = date(2026, 11, 23)
"""A Monday."""

_PLAIN = DueFollowUp(
    id=1,
    customer_id=1,
    kind=Kind.DAY_AFTER,
    rank=KINDS[Kind.DAY_AFTER].rank,
    about="",
    due_on=TODAY,
    due_time=None,
    is_timed=False,
    tries=0,
    version=1,
    clerk_id=1,
    clerk_name="Ed Marsh",
    name="Jun Hayashi",
    title="",
    address_as="",
    stage=Stage.FIRST_PURCHASE,
    purchases=1,
    discreet=False,
    item="Navy suit",
    happened_on=None,
    occasion="",
    occasion_on=None,
    sent_by="",
    promised_on=None,
    last_contact_at=None,
    dont_call=False,
    may_call=None,
    good_from=None,
    good_to=None,
)


def follow_up(kind: Kind = Kind.DAY_AFTER, number: int = 1, **facts: Any) -> DueFollowUp:
    return replace(_PLAIN, id=number, kind=kind, rank=KINDS[kind].rank, **facts)
