"""How a customer may be reached: phones, mails, permission, and "please don't call"."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from followup_desktop.domain import names
from followup_desktop.domain.cadence.needless import after_refusal
from followup_desktop.domain.changes import Changes, Did
from followup_desktop.domain.checks import Why, checked_mail, refuse
from followup_desktop.domain.kinds import PhoneKind, Way
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.customer_action import EDITED, CustomerAction, line, require
from followup_desktop.services.planning import close_needless
from followup_desktop.store.reads import follow_ups
from followup_desktop.store.rows import CustomerRow, MailRow, PermissionRow, PhoneRow
from followup_desktop.store.unit import Unit

DONT_CALL = "dont_call"
MAY_CALL_AGAIN = "may_call_again"
"""Sources of the permissions that the two verbs leave behind."""


class WayEdits(CustomerAction):
    # Phones

    def add_phone(
        self,
        now: Now,
        clerk_id: int | None,
        customer_id: int,
        number: str,
        kind: PhoneKind = PhoneKind.MOBILE,
        good_from: time | None = None,
        good_to: time | None = None,
        note: str = "",
    ) -> Changes:
        """A number that others have too is fine: families share one (M-57)."""
        typed = {
            "number": number,
            "kind": kind,
            "good_from": good_from,
            "good_to": good_to,
            "note": note,
        }
        return self._add(PhoneRow, now, clerk_id, customer_id, **self._phone(typed))

    def change_phone(self, now: Now, clerk_id: int | None, phone_id: int, **fields: Any) -> Changes:
        """`fields` as in `add_phone`; and `is_wrong=False` for one that is right after all.

        A good time needs both its ends.
        """
        return self._change(PhoneRow, now, clerk_id, phone_id, **self._phone(fields))

    def remove_phone(self, now: Now, clerk_id: int | None, phone_id: int) -> Changes:
        return self._remove(PhoneRow, now, clerk_id, phone_id)

    def _phone(self, typed: Mapping[str, Any]) -> dict[str, Any]:
        values = dict(typed)
        if "number" in values:
            values["number"] = self._number("number", values["number"])
            values["wrong_at"] = None
        if "note" in values:
            values["note"] = line("note", values["note"])
        if "is_wrong" in values and not values.pop("is_wrong"):
            values["wrong_at"] = None
        if "good_from" in values or "good_to" in values:
            _require_span(values.get("good_from"), values.get("good_to"))
        return values

    # Mails

    def add_mail(self, now: Now, clerk_id: int | None, customer_id: int, address: str) -> Changes:
        kept = checked_mail("address", names.clean(address))
        return self._add(MailRow, now, clerk_id, customer_id, address=kept)

    def change_mail(self, now: Now, clerk_id: int | None, mail_id: int, address: str) -> Changes:
        kept = checked_mail("address", names.clean(address))
        return self._change(MailRow, now, clerk_id, mail_id, address=kept)

    def remove_mail(self, now: Now, clerk_id: int | None, mail_id: int) -> Changes:
        return self._remove(MailRow, now, clerk_id, mail_id)

    # Permission

    def permit(
        self,
        now: Now,
        clerk_id: int | None,
        customer_id: int,
        way: Way,
        allowed: bool,
        source: str = "",
    ) -> Changes:
        """A yes or a no to one way. A no to calls closes what is planned for advertising."""
        require(customer_id)
        said_where = line("source", source)
        with self._store.action(Did.CUSTOMER_CHANGED, now, clerk_id) as unit:
            _permission(unit, customer_id, way, allowed, said_where)
            if way is Way.CALL and not allowed:
                close_needless(unit, after_refusal(follow_ups.for_cadence(customer_id)))
        return unit.changes(EDITED, customer_id=customer_id)

    def dont_call(self, now: Now, clerk_id: int | None, customer_id: int) -> Changes:
        """Stamped with who and when; advertising ends at once, service stays (M-28)."""
        require(customer_id)
        with self._store.action(Did.CUSTOMER_CHANGED, now, clerk_id) as unit:
            stop_calling(unit, customer_id)
        return unit.changes(EDITED, customer_id=customer_id)

    def may_call_again(self, now: Now, clerk_id: int | None, customer_id: int) -> Changes:
        """The customer's own word lifts it, and nothing else does."""
        require(customer_id)
        with self._store.action(Did.CUSTOMER_CHANGED, now, clerk_id) as unit:
            unit.update(CustomerRow, customer_id, dont_call_at=None, dont_call_by=None)
            _permission(unit, customer_id, Way.CALL, True, MAY_CALL_AGAIN)
        return unit.changes(EDITED, customer_id=customer_id)


def stop_calling(unit: Unit, customer_id: int) -> None:
    """ "Please don't call", said on a call or typed on the card."""
    unit.update(CustomerRow, customer_id, dont_call_at=unit.now.utc, dont_call_by=unit.clerk_id)
    _permission(unit, customer_id, Way.CALL, False, DONT_CALL)
    close_needless(unit, after_refusal(follow_ups.for_cadence(customer_id)))


def _permission(unit: Unit, customer_id: int, way: Way, allowed: bool, source: str) -> None:
    unit.insert(
        PermissionRow,
        customer=customer_id,
        way=way,
        allowed=allowed,
        given_at=unit.now.utc,
        source=source,
        clerk=unit.clerk_id,
    )


def _require_span(good_from: time | None, good_to: time | None) -> None:
    if (good_from is None) != (good_to is None):
        raise refuse("good_to" if good_to is None else "good_from", Why.MISSING)
    if good_from is not None and good_to is not None and good_to <= good_from:
        raise refuse("good_to", Why.ENDS_BEFORE)
