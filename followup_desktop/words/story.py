"""The story of a customer, each event in two lines (M-52)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from followup_desktop.domain.kinds import Direction, FollowUpStatus, Fulfilment, Kind, Outcome
from followup_desktop.domain.story import EventKind, StoryEvent
from followup_desktop.words import N_, _, codes, days, orders
from followup_desktop.words.call import referral_state
from followup_desktop.words.letters import upper_first


@dataclass(frozen=True, slots=True)
class StoryWords:
    day: str
    title: str
    text: str


def story(event: StoryEvent, today: date, reader: str = "") -> StoryWords:
    """`reader` is the name of the clerk who reads it: what they did themselves is "you"."""
    title, text = _TOLD[event.kind](event, today, reader)
    return StoryWords(days.day(days.local_day(event.at), today), title, text)


def spoken(words: StoryWords) -> str:
    """The same, read aloud."""
    return _("{day}: {title}. {text}").format(day=words.day, title=words.title, text=words.text)


# Calls ------------------------------------------------------------------------------------------

_OUTCOMES = {
    Outcome.TALKED: N_("reached"),
    Outcome.NO_ANSWER: N_("no answer"),
    Outcome.LEFT_MESSAGE: N_("left a message"),
    Outcome.CALL_BACK_LATER: N_("asked to call back"),
    Outcome.BOUGHT_ELSEWHERE: N_("bought elsewhere"),
    Outcome.WRONG_NUMBER: N_("wrong number"),
    Outcome.DONT_CALL: N_("asked not to be called"),
}


def _call(event: StoryEvent, today: date, reader: str) -> tuple[str, str]:
    parts = [_who_called(event, reader)]
    if event.minutes:
        parts.append(_("{count} min").format(count=event.minutes))
    if event.outcome is not None and event.direction in (None, Direction.OUTBOUND):
        parts.append(_(_OUTCOMES[event.outcome]))
    said = [
        upper_first(event.title),
        _("“{text}”").format(text=event.text.strip()) if event.text.strip() else "",
        _("Gained: {text}").format(text=event.gained) if event.gained else "",
        _("Works well: {text}").format(text=event.works_well) if event.works_well else "",
        _("Better: {text}").format(text=event.could_be_better) if event.could_be_better else "",
    ]
    return " · ".join(parts), _sentences(said)


def _who_called(event: StoryEvent, reader: str) -> str:
    match event.direction:
        case Direction.INBOUND:
            return _("They called")
        case Direction.TEXT:
            return _("Text message")
        case Direction.IN_SHOP:
            return _("Talk in the shop")
    if event.call_kind is Kind.THANK_YOU:
        return _("Thank-you call")
    if event.clerk_name and event.clerk_name != reader:
        return _("{clerk} called").format(clerk=event.clerk_name)
    return _("You called") if event.clerk_name else _("We called")


# Visits and orders ------------------------------------------------------------------------------

_REACHES = {
    Fulfilment.ALTERATION: N_("To be altered"),
    Fulfilment.ORDER: N_("On order"),
    Fulfilment.DELIVERY: N_("To be delivered"),
}


def _purchase(event: StoryEvent, today: date, reader: str) -> tuple[str, str]:
    said = [
        _occasion(event, today),
        _("A gift") if event.is_gift else "",
        _("For {person}").format(person=event.for_whom) if event.for_whom else "",
        _(_REACHES[event.fulfilment]) if event.fulfilment in _REACHES else "",
    ]
    if event.due_on is not None:
        day = _moment(event.due_on, event.due_time, today)
        said.append(_("Promised for {day}").format(day=day))
    title = _("Bought: {items}").format(items=event.title) if event.title else _("Bought something")
    return title, _sentences(said)


def _occasion(event: StoryEvent, today: date) -> str:
    if not event.text:
        return ""
    if event.occasion_on is None:
        return _("For {occasion}").format(occasion=event.text)
    day = days.day(event.occasion_on, today)
    return _("For {occasion}, {day}").format(occasion=event.text, day=day)


def _visit(event: StoryEvent, today: date, reader: str) -> tuple[str, str]:
    said = [
        _("Looked at {items}").format(items=event.title) if event.title else "",
        _("Held back by: {text}").format(text=event.text) if event.text else "",
        _("Also looking at {text}").format(text=event.also_looking_at)
        if event.also_looking_at
        else "",
    ]
    return _("Visit · left to think"), _sentences(said)


def _order(event: StoryEvent, today: date, reader: str) -> tuple[str, str]:
    if event.cancelled:
        title = _("Order cancelled: {what}")
    elif event.done_at is not None:
        title = _("Order complete: {what}")
    else:
        title = _("Order moved: {what}")
    said = []
    if event.due_on is not None and event.done_at is None:
        said.append(_("Now promised for {day}").format(day=days.day(event.due_on, today)))
    return title.format(what=event.title), _sentences([*said, event.text])


def _delay(event: StoryEvent, today: date, reader: str) -> tuple[str, str]:
    said = [upper_first(event.text)]
    if event.done_at is None:
        said.append(_("They haven’t heard it from us yet"))
    else:
        said.append(orders.told_after(event.done_at - event.at))
    if event.choice is not None:
        said.append(orders.chose(event.choice, event.choice_note))
    return _("Late: {what}").format(what=event.title), _sentences(said)


# Promises, problems, referrals, notes -----------------------------------------------------------


def _promise(event: StoryEvent, today: date, reader: str) -> tuple[str, str]:
    if event.is_moved and event.due_on is not None:
        day = _("Now by {day}").format(day=days.day(event.due_on, today))
        title = _("Promise moved: {what}").format(what=event.title)
        return title, _sentences([day, upper_first(event.text)])
    if event.done_at is not None:
        state = _("kept {day}").format(day=days.day(days.local_day(event.done_at), today))
    else:
        state = _("no longer wanted") if event.is_withdrawn else _("open")
    by = ""
    if event.due_on is not None:
        by = _("By {day}").format(day=_moment(event.due_on, event.due_time, today))
    return _("Promise: {what}").format(what=event.title), _joined(by, state)


def _problem(event: StoryEvent, today: date, reader: str) -> tuple[str, str]:
    if event.done_at is not None:
        state = _("solved {day}").format(day=days.day(days.local_day(event.done_at), today))
    elif event.due_on is not None:
        day = _moment(event.due_on, event.due_time, today)
        state = _("to be right by {day}").format(day=day)
    else:
        state = _("open")
    return _("Problem: {what}").format(what=event.title), _joined(event.text, state)


def _referral(event: StoryEvent, today: date, reader: str) -> tuple[str, str]:
    title = _("Sent us {name}") if event.sent_by_them else _("Sent by {name}")
    state = referral_state(event.referral_state) if event.referral_state is not None else ""
    return title.format(name=event.title), _joined(upper_first(event.text), state)


_WITHOUT_A_CALL = {
    FollowUpStatus.DONE: N_("{kind}: done without a call"),
    FollowUpStatus.SKIPPED: N_("{kind}: skipped"),
}


def _note(event: StoryEvent, today: date, reader: str) -> tuple[str, str]:
    if event.status is None or event.call_kind is None:
        by = event.clerk_name if event.clerk_name != reader else ""
        title = _("Note by {clerk}").format(clerk=by) if by else _("Note")
        return title, event.text
    title = _(_WITHOUT_A_CALL[event.status]).format(kind=codes.kind(event.call_kind))
    return title, _sentences([upper_first(event.title), event.text])


_TOLD: dict[EventKind, Callable[[StoryEvent, date, str], tuple[str, str]]] = {
    EventKind.CALL: _call,
    EventKind.PURCHASE: _purchase,
    EventKind.VISIT: _visit,
    EventKind.ORDER: _order,
    EventKind.DELAY: _delay,
    EventKind.PROMISE: _promise,
    EventKind.PROBLEM: _problem,
    EventKind.REFERRAL: _referral,
    EventKind.NOTE: _note,
}


def _moment(on: date, at: time | None, today: date) -> str:
    day = days.day(on, today)
    if at is None:
        return day
    return _("{day}, {time}").format(day=day, time=days.writer().time(at))


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _sentences(said: list[str]) -> str:
    """Each with its stop, where it has none of its own."""
    return " ".join(
        part if part[-1] in ".!?…”" else _("{text}.").format(text=part) for part in said if part
    )
