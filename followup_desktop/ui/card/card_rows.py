"""What is known, as the rows of the side cards."""

from datetime import date

from followup_desktop.domain.customer import ComingUp, CustomerCard, Fact, OpenPromise
from followup_desktop.domain.kinds import FactKind
from followup_desktop.ui import tones
from followup_desktop.ui.card.rows import Row
from followup_desktop.ui.kit.tokens import ToneName
from followup_desktop.words import _, codes
from followup_desktop.words import card as words
from followup_desktop.words.call import phone_kind
from followup_desktop.words.letters import upper_first

CUSTOMER, OWNER = "customer", "owner"
PURCHASE, FACT, PERSON, DATE = "purchase", "fact", "person", "date"
REFERRAL, PROMISE, PROBLEM, FOLLOW_UP = "referral", "promise", "problem", "follow_up"
PHONE, MAIL, PERMISSION = "phone", "mail", "permission"


def before_you_talk(card: CustomerCard, today: date) -> list[Row]:
    """Who they are and what matters to them; only what is known, and the one thing to ask."""
    rows: list[Row] = []
    if card.last_purchase_id is not None:
        key = (PURCHASE, card.last_purchase_id)
        why = words.bought_for(card, today)
        rows.append(Row(key, words.last_purchase(card, today), _("Last bought")))
        rows.append(Row(key, why or _(words.ASK_WHY), _("Bought for"), is_missing=not why))
    if card.works_as:
        rows.append(Row((CUSTOMER, 0), upper_first(card.works_as), _("Works as")))
    rows += [row for kind in words.SHOWN_FACTS for row in _facts(card.facts, kind)]
    if card.service_person:
        rows.append(Row((CUSTOMER, 0), card.service_person, _("Met")))
    return rows


def _facts(facts: tuple[Fact, ...], kind: FactKind) -> list[Row]:
    """The label stands before the first of its kind only."""
    rows: list[Row] = []
    for fact in facts:
        if fact.kind is kind:
            label = words.fact_label(fact.kind) if not rows else " "
            text = words.fact_text(fact.kind, fact.text)
            rows.append(Row((FACT, fact.id), text, label, is_avoided=kind is FactKind.NOT_RIGHT))
    return rows


def people(card: CustomerCard) -> list[Row]:
    return [
        Row((PERSON, person.id), words.person(person), upper_first(person.relation))
        for person in card.people
    ]


def dates(card: CustomerCard, today: date) -> list[Row]:
    return [
        Row(
            (DATE, day.id),
            upper_first(day.name),
            words.special_day(day, today),
            detail=upper_first(words.special_detail(day, today)),
        )
        for day in card.dates
    ]


def referrals(card: CustomerCard, today: date) -> list[Row]:
    """Both ways (M-54)."""
    found = []
    for label, links, is_badged in (
        (_("Sent by"), card.referred_by, False),
        (_("Has sent"), card.has_referred, True),
    ):
        for place, link in enumerate(links):
            found.append(
                Row(
                    (REFERRAL, link.id),
                    link.name,
                    label if place == 0 else " ",
                    detail=words.referral_detail(link, today, with_state=not is_badged),
                    badge=words.referral(link) if is_badged else "",
                    tone=ToneName.REFERRAL,
                    is_link=link.customer_id is not None,
                )
            )
    return found


def open_things(card: CustomerCard, today: date) -> list[Row]:
    """Problems, and promises that no follow-up reminds of, wait for us."""
    reminded = {_promise_of(card, one) for one in card.coming_up}
    rows = [
        Row(
            (PROMISE, promise.id),
            words.promise_when(promise, today),
            detail=upper_first(promise.what),
            badge=_("Promise"),
            tone=ToneName.PROMISE,
        )
        for promise in card.promises
        if promise not in reminded
    ]
    return rows + [
        Row(
            (PROBLEM, problem.id),
            upper_first(problem.what),
            detail=words.problem_detail(problem, today),
            badge=_("Problem"),
            tone=ToneName.WARNING,
        )
        for problem in card.problems
    ]


MORE = ("more", 0)
_SHOWN_AT_FIRST = 4


def coming_up(card: CustomerCard, today: date, *, whole: bool) -> list[Row]:
    """The next ones; all of them when `whole`."""
    rows = [_coming(card, one, today) for one in card.coming_up]
    if whole or len(rows) <= _SHOWN_AT_FIRST + 1:
        return rows
    more = words.more_coming(len(rows) - _SHOWN_AT_FIRST)
    return [*rows[:_SHOWN_AT_FIRST], Row(MORE, more, is_small=True)]


def _coming(card: CustomerCard, one: ComingUp, today: date) -> Row:
    promise = _promise_of(card, one)
    return Row(
        (FOLLOW_UP, one.id) if promise is None else (PROMISE, promise.id),
        words.coming_when(one, today),
        detail=words.coming_what(one, today, promise),
        badge=codes.kind(one.kind),
        tone=tones.of_kind(one.kind),
    )


def _promise_of(card: CustomerCard, one: ComingUp) -> OpenPromise | None:
    """The promise that a follow-up reminds of: what is done is done to the promise."""
    return next((found for found in card.promises if found.id == one.promise_id), None)


def reaching(card: CustomerCard, today: date) -> list[Row]:
    """Numbers and addresses, what is allowed, and when we last did."""
    rows = [
        Row(
            (PHONE, phone.id),
            phone.shown,
            phone_kind(phone.kind),
            detail=words.phone_detail(phone),
            is_avoided=phone.is_wrong,
        )
        for phone in card.phones
    ]
    rows += [Row((MAIL, mail.id), mail.address, _("E-mail")) for mail in card.mails]
    for given in card.permissions:
        said = words.permission(given, today)
        text = _("{permission} · {since}").format(permission=said.what, since=said.since)
        rows.append(Row((PERMISSION, 0), text, is_small=True))
    if not card.permissions:
        rows.append(Row((PERMISSION, 0), _("Ask whether we may call"), is_missing=True))
    never = _("never")
    about = [
        words.preferred(card),
        words.rests(card, today),
        _("Last contact: {day}").format(day=words.since(card.last_contact_at, today, never)),
        _("Last thanked: {day}").format(day=words.since(card.last_thanked_at, today, never)),
    ]
    rows += [Row((CUSTOMER, 0), text, is_small=True) for text in about if text]
    return [*rows, Row((OWNER, 0), words.owner(card), is_small=True)]
