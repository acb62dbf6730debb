"""A follow-up in words: who, why now, when, and why it is fine to call, or not yet (M-46, M-48)."""

from dataclasses import dataclass
from datetime import date, datetime, time

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.kinds import NOT_BOUGHT_YET, Kind, Stage
from followup_desktop.domain.names import greeting, last_name
from followup_desktop.domain.today import Group, TodayRow, Waits
from followup_desktop.words import N_, _, codes, days, ngettext, why_lines
from followup_desktop.words import waits as waiting


@dataclass(frozen=True, slots=True)
class RowWords:
    """Everything a row of the day's list says."""

    name: str
    detail: str
    why: str
    badge: str
    when: str
    rests: str = ""
    """Until when its reminder stays away."""

    @property
    def below(self) -> str:
        """What stands under the badge."""
        return " · ".join(part for part in (self.when, self.rests) if part)


def row(
    row: TodayRow,
    today: date,
    clerk_id: int | None = None,
    opens_at: datetime | None = None,
) -> RowWords:
    """`clerk_id` is the clerk who reads it; `opens_at`, when the list has said it already."""
    return RowWords(
        name=headline(row.due),
        detail=detail(row.due, today),
        why=why(row.due, today, clerk_id),
        badge=codes.kind(row.due.kind),
        when=" · ".join(part for part in (when(row, today), _begun(row)) if part),
        rests=_rests(row, today, opens_at),
    )


def _rests(row: TodayRow, today: date, opens_at: datetime | None) -> str:
    """Until when its reminder stays away: put off, or for a reason of its own (M-47, M-62)."""
    if row.put_off_until is not None:
        return _("put off until {time}").format(time=waiting.moment(row.put_off_until, today))
    if row.waits is None:
        return ""
    until = row.waits_until
    if until and until == datetime.combine(today, row.due.due_time or time.max):
        return ""  # `when` says so
    if until and until == opens_at:
        return ""
    return waiting.short(row.waits, until, today)


def _begun(row: TodayRow) -> str:
    """A call that was left and goes on where it was (M-11)."""
    return _("call begun") if row.call_id is not None else ""


# Who --------------------------------------------------------------------------------------------


def headline(due: DueFollowUp) -> str:
    """The name in bold: as they are addressed when that is formal, else whole."""
    return greeting(due.name, due.title, "") if due.title else due.name


def detail(due: DueFollowUp, today: date) -> str:
    """What stands muted behind the name: "Richard · bought Saturday"."""
    first = due.name.removesuffix(last_name(due.name)).strip() if due.title else ""
    known = _detail(due, today)
    if first and known:
        return _("{first_name} · {detail}").format(first_name=first, detail=known)
    return first or known


def _detail(due: DueFollowUp, today: date) -> str:
    if due.kind is Kind.REFERRAL and due.sent_by:
        return _("sent by {name}").format(name=due.sent_by)
    if due.stage is Stage.LOYAL:
        return ngettext(
            "loyal, {count} purchase", "loyal, {count} purchases", due.purchases
        ).format(count=due.purchases)
    if due.stage is Stage.FIRST_PURCHASE and due.kind in _FIRST_DAYS:
        return _("first purchase")
    if due.kind in NOT_BOUGHT_YET:
        return ""
    if due.item and due.purchases and due.happened_on is not None:
        if 0 <= (today - due.happened_on).days < 7:
            return _("bought {day}").format(day=days.near_day(due.happened_on, today))
        return _("{item}, {day}").format(item=due.item, day=days.day(due.happened_on, today))
    return ""


_FIRST_DAYS = frozenset({Kind.DAY_AFTER, Kind.TWO_WEEKS})


# Why now ----------------------------------------------------------------------------------------


def why(due: DueFollowUp, today: date, clerk_id: int | None = None) -> str:
    """One line that says why this call, and why now."""
    line = why_lines.line(due, today)
    is_another_clerks = clerk_id is not None and due.clerk_id not in (None, clerk_id)
    if due.kind is Kind.PROMISE and is_another_clerks and due.about:
        line = _("{clerk} promised: {about}").format(clerk=due.clerk_name, about=due.about)
    if due.tries and due.kind is not Kind.HARD_TO_REACH:
        return _("{why} {try_number}").format(why=why_lines.ended(line), try_number=_next_try(due))
    return line


def _next_try(due: DueFollowUp) -> str:
    number = due.tries + 1
    if due.due_time is None or due.is_timed:
        return _("Try {count}.").format(count=number)
    if due.due_time < time(12):
        return _("Try {count}, in the morning this time.").format(count=number)
    if due.due_time < time(17):
        return _("Try {count}, in the afternoon this time.").format(count=number)
    return _("Try {count}, in the evening this time.").format(count=number)


# When -------------------------------------------------------------------------------------------


def when(row: TodayRow, today: date) -> str:
    """The small line under the badge. What is overdue says since when, and nothing more."""
    due = row.due
    if row.overdue_days:
        return _("since {day}").format(day=days.near_day(due.due_on, today))
    if due.due_time is not None:
        at = days.writer().time(due.due_time)
        return _("by {time}").format(time=at) if due.is_timed else _("after {time}").format(time=at)
    if due.kind is Kind.DAY_AFTER and due.happened_on is not None:
        return _("day {count}").format(count=(today - due.happened_on).days)
    is_any_time = row.waits is None and row.put_off_until is None
    return _("any time") if is_any_time and row.group is not Group.WHEN_THERES_TIME else ""


# Fine to call now, or not yet -------------------------------------------------------------------


def fine_to_call(row: TodayRow, now: datetime) -> str:
    """ "Last talked Saturday. Fine to call now." (M-48). `now` is the shop's local time."""
    said = [
        _last_talk(row.due, now),
        _tries(row.due),
        _despite(row.due),
        waits(row, now) or _("Fine to call now."),
        put_off(row, now),
    ]
    return " ".join(sentence for sentence in said if sentence)


def _despite(due: DueFollowUp) -> str:
    if not due.despite:
        return ""
    return _("Kept whatever the hours: {reason}.").format(reason=due.despite.rstrip("."))


def _last_talk(due: DueFollowUp, now: datetime) -> str:
    if due.last_contact_at is None:
        return _("You haven’t talked since they came in.") if due.purchases else ""
    day = days.near_day(days.local_day(due.last_contact_at), now.date())
    return _("Last talked {day}.").format(day=day)


def _tries(due: DueFollowUp) -> str:
    if not due.tries:
        return ""
    return ngettext("Tried {count} time.", "Tried {count} times.", due.tries).format(
        count=due.tries
    )


def put_off(row: TodayRow, now: datetime) -> str:
    if row.put_off_until is None:
        return ""
    until = row.put_off_until
    time = days.writer().time(until.time())
    if until.date() == now.date():
        return _("The reminder is put off until {time}.").format(time=time)
    day = days.near_day(until.date(), now.date())
    return _("The reminder is put off until {day}, {time}.").format(day=day, time=time)


def waits(row: TodayRow, now: datetime) -> str:
    """Why it isn't the moment yet; empty when it is."""
    if row.waits is None:
        return ""
    if row.waits_until is None:
        return _(_WAITS[row.waits])
    return _(_WAITS_UNTIL[row.waits]).format(time=waiting.moment(row.waits_until, now.date()))


_WAITS = {
    Waits.SHOP_CLOSED: N_("Waits until the shop opens."),
    Waits.CALLING_HOURS: N_("Waits for the hours in which one may call."),
    Waits.GOOD_TIME: N_("Waits for a time that suits them."),
    Waits.LATER_TODAY: N_("Waits until later today."),
    Waits.THEIR_NIGHT: N_("It is outside the calling hours where they are."),
    Waits.TALKED_LATELY: N_("You talked only lately. Leave a little room."),
    Waits.TRIED_TODAY: N_("Tried today already. Once a day is enough."),
    Waits.TRIED_OFTEN: N_("Tried as often as the region allows."),
    Waits.RESTS: N_("They are left in peace for a while."),
    Waits.DECLINED: N_("They said no only lately. Leave them in peace for a while."),
    Waits.PAUSED: N_("Put aside for now, in the settings under Rules."),
    Waits.DONT_CALL: N_("They asked not to be called. Please keep to it."),
    Waits.NO_PERMISSION: N_("They haven’t said that we may call. Ask when they are next in."),
}

_WAITS_UNTIL = {
    Waits.SHOP_CLOSED: N_("Waits until {time}, when the shop is open."),
    Waits.CALLING_HOURS: N_("Waits until {time}, when one may call again."),
    Waits.GOOD_TIME: N_("Waits until {time}: their good time."),
    Waits.LATER_TODAY: N_("Waits until {time}."),
    Waits.THEIR_NIGHT: N_("Waits until {time}: the calling hours are over where they are."),
    Waits.TALKED_LATELY: N_("You talked only lately. Waits until {time}, to leave a little room."),
    Waits.TRIED_TODAY: N_("Tried today already. Waits until {time}."),
    Waits.TRIED_OFTEN: N_("Tried as often as the region allows. Waits until {time}."),
    Waits.RESTS: N_("Left in peace until {time}."),
    Waits.DECLINED: N_("They said no only lately. Waits until {time}."),
    Waits.PAUSED: N_("Put aside for now, in the settings under Rules."),
    Waits.DONT_CALL: N_("They asked not to be called. Please keep to it."),
    Waits.NO_PERMISSION: N_("They haven’t said that we may call. Ask when they are next in."),
}
