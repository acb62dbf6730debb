"""The words around the customers' list."""

from dataclasses import replace
from datetime import date

from followup_desktop.domain.customer_list import CustomerFilter, CustomerLine, CustomerOrder
from followup_desktop.words import _, codes, days, ngettext


def full_name(name: str, title: str) -> str:
    return _("{title} {name}").format(title=title, name=name) if title else name


def count(total: int, everybody: int, number: str, of: str) -> str:
    """ "12 customers", or "12 of 1,204" where a filter leaves some out.

    `number` and `of` are the same two as this PC's language writes them.
    """
    if total == everybody:
        return ngettext("{count} customer", "{count} customers", total).format(count=number)
    return _("{count} of {all}").format(count=number, all=of)


def last_contact(line: CustomerLine, today: date) -> str:
    if line.last_contact_at is None:
        return _("never")
    return days.near_day(days.local_day(line.last_contact_at), today)


def next_step(line: CustomerLine, today: date) -> tuple[str, str]:
    """The day, and the kind: "tomorrow", "Promise"."""
    if line.next_on is None:
        return "", ""
    kind = codes.kind(line.next_kind) if line.next_kind is not None else ""
    return days.near_day(line.next_on, today), kind


def spoken(line: CustomerLine, today: date) -> str:
    """The row, read aloud."""
    day, kind = next_step(line, today)
    return _("{name}, {stage}, {phone}, last contact {last}, next: {next}").format(
        name=full_name(line.name, line.title),
        stage=codes.stage(line.stage),
        phone=line.phone or _("no phone number"),
        last=last_contact(line, today),
        next=_("{day}, {kind}").format(day=day, kind=kind) if day else _("no next step"),
    )


def empty(wanted: CustomerFilter, everybody: int) -> tuple[str, str, str]:
    """Title, sentence and what to do next, when there is nobody to show."""
    if not everybody:
        return (
            _("Nobody here yet"),
            _("Record who came in, bought or not. A name and a phone number are enough."),
            _("Record a visit"),
        )
    title, sentence = _nobody(replace(wanted, order=CustomerOrder.NAME, descending=False))
    return title, sentence, _("Show all customers")


def _nobody(wanted: CustomerFilter) -> tuple[str, str]:
    """One filter alone says something good of the whole shop; several only that nobody fits."""
    if wanted == CustomerFilter(no_next_step=True):
        return _("Everybody has a next step"), _("That is how it should be at the end of a day.")
    if wanted == CustomerFilter(never_contacted=True):
        return _("Everybody has heard from the shop"), _("Nobody was left without a word.")
    if wanted == CustomerFilter(silent=wanted.silent):
        return _("Nobody was silent for long"), _("You are in touch with everybody.")
    if wanted.text:
        return (
            _("Nobody like that"),
            _("Try a part of the name, or a few digits from the middle of the number."),
        )
    return _("Nobody like that"), _("Nobody fits all that is chosen above.")
