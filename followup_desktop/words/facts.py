"""What the shop knows, worded so that it fits into a sentence said to the customer.

How each fact must read stands beside its field in `domain/facts.py`.
"""

from collections.abc import Iterator
from datetime import date

from followup_desktop.domain.call_basis import CallBasis, OrderedBefore
from followup_desktop.domain.cues import fits
from followup_desktop.domain.facts import Facts, MoreTip
from followup_desktop.domain.kinds import FactKind, Fulfilment, ReferralState, Step
from followup_desktop.domain.names import first_name, greeting
from followup_desktop.domain.shop_time import Now
from followup_desktop.words import N_, _, days, ngettext
from followup_desktop.words.second_person import item, lower_first, yours


class WordedFacts:
    """The `FactWriter` of the language that `words.use` has set."""

    def facts(self, basis: CallBasis, now: Now) -> Facts:
        return Facts(
            greeting=greeting(basis.name, basis.title, basis.address_as) or basis.name,
            clerk=basis.clerk or _("your contact here"),
            shop=basis.shop,
            first_name=first_name(basis.name) or None,
            say_it_like=basis.say_it_like or None,
            person=_person(basis),
            last_words=_last_words(basis),
            service_person=basis.service_person or None,
            manager=basis.manager if basis.manager != basis.clerk else None,
            **_of_purchase(basis, now.day),
            more_tips=tuple(_more_tips(basis)),
            **_of_visit(basis),
            **_of_order(basis, now.day),
            **_of_others(basis),
            problem=basis.problem or None,
            months=_months(basis, now.day),
            tries=_tries(basis.tries),
        )


def _of_purchase(basis: CallBasis, today: date) -> dict[str, str | None]:
    bought = basis.bought
    if bought is None:
        return {"item": item(basis.ordered.what) if basis.ordered else None}
    items = [item(one) for one in bought.items if one.strip()]
    return {
        "item": items[0] if items else None,
        "items": _all_of(items),
        "product_group": lower_first(bought.product_group) or None,
        "bought_when": _when(bought.on, today),
        "occasion": yours(bought.occasion) or None,
        "occasion_date": spoken_day(bought.occasion_on) if bought.occasion_on else None,
        "for_whom": yours(bought.for_whom) or None,
        "tip": lower_first(bought.care_tip) or None,
    }


def _more_tips(basis: CallBasis) -> Iterator[MoreTip]:
    """What stands on paper may be read by the one whom it is to surprise: then the cue names
    nothing (M-34)."""
    bought = basis.bought
    if bought is None:
        return
    for noted, told in bought.other_tips:
        thing, tip = item(noted), lower_first(told).rstrip(".")
        cue = _("Care: {item}").format(item=thing)
        is_secret = bought.is_gift or basis.is_discreet
        yield MoreTip(
            thing,
            tip,
            _("To make the {item} last: {tip}.").format(item=thing, tip=tip),
            _("How to make it last") if is_secret or not fits(cue) else cue,
        )


def _of_visit(basis: CallBasis) -> dict[str, str | None]:
    looked = basis.looked
    return {
        "looked_at": item(looked.looked_at) or None if looked else None,
        "held_back": looked.held_back or None if looked else None,
    }


def _of_order(basis: CallBasis, today: date) -> dict[str, str | None]:
    """A promise has its own date; otherwise the order's stands. A new day that has passed too is
    no news to give (M-37)."""
    ordered, promised = basis.ordered, basis.promised
    on = promised.on if promised else ordered and ordered.promised_on
    at = promised.time if promised else ordered and ordered.promised_time
    moved_to = ordered.promised_on if ordered and ordered.is_moved else None
    is_news = moved_to is not None and moved_to >= today
    return {
        "promised": promised.what or None if promised else None,
        "promised_date": spoken_day(on) if on else None,
        "promised_time": days.writer().time(at) if at else None,
        "order_state": _order_state(ordered) if ordered else None,
        "still_with_us": _still_with_us(basis),
        "new_date": spoken_day(moved_to) if moved_to and is_news else None,
    }


def _of_others(basis: CallBasis) -> dict[str, str | None]:
    has_sent, date_ = basis.has_sent, basis.date
    came = has_sent is not None and has_sent.state in _CAME_OF_IT
    return {
        "referrer": basis.sent_by.name if basis.sent_by else None,
        "referred": has_sent.name if has_sent else None,
        "came_of_it": _("came in to see us") if came else None,
        "new_thing": basis.about or None,
        "date_name": _date_name(date_.name, date_.person) if date_ else None,
    }


_CAME_OF_IT = frozenset({ReferralState.CAME_IN, ReferralState.BOUGHT})


# People and dates -------------------------------------------------------------------------------


def _person(basis: CallBasis) -> str | None:
    for person in basis.people:
        if person.name:
            return person.name
    return next((yours(person.relation) for person in basis.people if person.relation), None)


def _last_words(basis: CallBasis) -> str | None:
    said = [fact.text for fact in basis.facts if fact.kind is FactKind.THEIR_WORDS]
    return said[-1].strip("“”\"' .") or None if said else None


def _date_name(name: str, person: str) -> str:
    if person:
        return _("{person}’s {date_name}").format(person=person, date_name=lower_first(name))
    return yours(name)


_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def spoken_day(day: date) -> str:
    """ "Saturday 28 November": never relative, for it may be read on another day."""
    return _("{weekday} {day} {month}").format(
        weekday=days.writer().weekday_long(day), day=day.day, month=_(_MONTHS[day.month - 1])
    )


# How long ago, how often ------------------------------------------------------------------------

_NUMBERS = (
    N_("two"),
    N_("three"),
    N_("four"),
    N_("five"),
    N_("six"),
    N_("seven"),
    N_("eight"),
    N_("nine"),
    N_("ten"),
    N_("eleven"),
    N_("twelve"),
)


def _number(count: int) -> str:
    """In words from two to twelve; above, and for one, as a figure."""
    return _(_NUMBERS[count - 2]) if 2 <= count <= 12 else str(count)


def _when(day: date, today: date) -> str:
    ago = (today - day).days
    if ago < 7:
        return days.near_day(day, today)
    if ago < 60:
        weeks = round(ago / 7)
        return ngettext("a week ago", "{number} weeks ago", weeks).format(number=_number(weeks))
    months = round(ago / 30.44)
    if months <= 12:
        return _("{number} months ago").format(number=_number(months))
    years = round(months / 12)
    return ngettext("a year ago", "{number} years ago", years).format(number=_number(years))


def _months(basis: CallBasis, today: date) -> str | None:
    """Since the last talk, or else since they last bought or came in."""
    since = days.local_day(basis.last_contact_at) if basis.last_contact_at else None
    if since is None and (before := basis.bought or basis.looked):
        since = before.on
    if since is None:
        return None
    months = round((today - since).days / 30.44)
    if months < 2:
        return None
    if months <= 18:
        return _("about {number} months").format(number=_number(months))
    years = round(months / 12)
    return ngettext("about a year", "about {number} years", years).format(number=_number(years))


def _tries(count: int) -> str | None:
    match count:
        case 0:
            return None
        case 1:
            return _("once")
        case 2:
            return _("twice")
        case _:
            return _("{number} times").format(number=_number(count))


# Things -----------------------------------------------------------------------------------------


def _all_of(items: list[str]) -> str | None:
    """ "navy suit and two white shirts"."""
    if len(items) < 2:
        return items[0] if items else None
    before = items[0]
    for one in items[1:-1]:
        before = _("{items}, {item}").format(items=before, item=one)
    return _("{items} and {item}").format(items=before, item=items[-1])


_STATES = {
    (Fulfilment.ALTERATION, Step.ENTERED): N_("in the workroom"),
    (Fulfilment.ORDER, Step.ENTERED): N_("ordered"),
    (Fulfilment.DELIVERY, Step.ENTERED): N_("being packed"),
    (Fulfilment.ALTERATION, Step.READY): N_("ready"),
    (Fulfilment.ORDER, Step.READY): N_("here in the shop"),
    (Fulfilment.DELIVERY, Step.READY): N_("on its way"),
}

_LATER_STATES = {
    Step.COMPLETE: N_("complete and ready"),
    Step.RECEIVED: N_("delivered"),
    Step.INTACT: N_("delivered"),
    Step.QUESTIONS: N_("delivered"),
}


def _still_with_us(basis: CallBasis) -> str | None:
    if basis.bought is None or not basis.bought.is_waited_for:
        return None
    return (_order_state(basis.ordered) if basis.ordered else None) or _("still with us")


def _order_state(ordered: OrderedBefore) -> str | None:
    if ordered.last_step is None:
        return None
    state = _LATER_STATES.get(ordered.last_step) or _STATES.get(
        (ordered.fulfilment, ordered.last_step)
    )
    return _(state) if state else None
