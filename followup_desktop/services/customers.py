"""Finding customers, their list, their card and story, and who is new."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from followup_desktop.domain import names
from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.checks import Why, checked, checked_mail, refuse
from followup_desktop.domain.customer import ComingUp, CustomerCard
from followup_desktop.domain.customer_list import (
    CustomerFilter,
    CustomerHit,
    CustomerLine,
    CustomerPage,
)
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.quiet import Wait
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.story import EventKind, StoryEvent
from followup_desktop.services.customer_edits import CustomerEdits
from followup_desktop.services.customer_facts import FactEdits
from followup_desktop.services.customer_ways import WayEdits
from followup_desktop.services.quiet_rules import quiet_rules
from followup_desktop.store import search
from followup_desktop.store.reads import card as card_reads
from followup_desktop.store.reads import customer_list, queue
from followup_desktop.store.reads import customers as reads
from followup_desktop.store.reads.story import story
from followup_desktop.store.rows import CustomerRow, MailRow, PhoneRow


class Customers(CustomerEdits, WayEdits, FactEdits):
    def hits(self, text: str, limit: int = 8) -> tuple[CustomerHit, ...]:
        """For the search box, while typing."""
        with self._store.one_reading():
            return reads.hits(search.find(text, limit))

    def page(self, wanted: CustomerFilter, offset: int, limit: int) -> CustomerPage:
        """A stretch of the list, and how long it is."""
        return customer_list.page(wanted, offset, limit)

    def stretch(self, wanted: CustomerFilter, offset: int, limit: int) -> tuple[CustomerLine, ...]:
        """Some rows of the list, without its length."""
        return customer_list.stretch(wanted, offset, limit)

    def total(self, wanted: CustomerFilter) -> int:
        """How long the list is; of a long one that is more work than some of its rows."""
        return customer_list.total(wanted)

    def card(self, now: Now, customer_id: int) -> CustomerCard:
        with self._store.one_reading():
            card = card_reads.card(customer_id, now.day)
            if card is None:
                raise WorldError(Trouble.GONE, where=f"customer {customer_id}")
            return replace(card, coming_up=self._with_waits(now, customer_id, card.coming_up))

    def _with_waits(
        self, now: Now, customer_id: int, coming_up: tuple[ComingUp, ...]
    ) -> tuple[ComingUp, ...]:
        """What is due and waits, and what will still wait when its day comes (M-47)."""
        rules = quiet_rules(self._shop.shop(), now, (customer_id,))
        waits = {due.id: rules.wait(due, now) for due in queue.of_customer(customer_id)}
        return tuple(
            replace(one, waits=wait.why, waits_until=wait.until)
            if (wait := waits.get(one.id)) and _is_told(wait, one, now)
            else one
            for one in coming_up
        )

    def story(
        self,
        customer_id: int,
        text: str = "",
        kinds: Collection[EventKind] = (),
        before: datetime | None = None,
        limit: int = 100,
    ) -> tuple[StoryEvent, ...]:
        """Newest first. The next stretch begins with `before` = the last event's `at`."""
        with self._store.one_reading():
            return story(customer_id, text, kinds, before, limit)

    def add(
        self, now: Now, clerk_id: int | None, name: str, phone: str = "", mail: str = ""
    ) -> Changes:
        """A name and one way to reach them."""
        title, kept = names.split_title(checked("name", names.clean(name), needed=True))
        number = self._number("phone", phone) if phone.strip() else ""
        address = checked_mail("mail", names.clean(mail)) if mail.strip() else ""
        if not (number or address):
            raise refuse("phone", Why.MISSING)
        with self._store.action(Did.CUSTOMER_ADDED, now, clerk_id) as unit:
            made_id = unit.insert(
                CustomerRow, name=kept, title=title, owner=clerk_id, created_at=now.utc
            )
            if number:
                unit.insert(PhoneRow, customer=made_id, number=number)
            if address:
                unit.insert(MailRow, customer=made_id, address=address)
        return unit.changes(Changed.CUSTOMERS, customer_id=made_id, made_id=made_id)


def _is_told(wait: Wait, one: ComingUp, now: Now) -> bool:
    return wait.until is None or one.due_on <= now.day or wait.until.date() > one.due_on
