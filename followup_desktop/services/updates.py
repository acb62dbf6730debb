"""What is new and time to renew: noted, looked through by the clerk, only then planned (M-41)."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from followup_desktop.domain import names
from followup_desktop.domain.cadence.needless import ClosedWhy
from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.checks import checked
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.planned import PlannedFollowUp
from followup_desktop.domain.product_group import names_group
from followup_desktop.domain.shop_time import Now, days_after
from followup_desktop.domain.updates import (
    Candidate,
    Candidates,
    Owner,
    Update,
    UpdateKey,
    in_order,
    months_after,
    spread,
    weigh,
)
from followup_desktop.services.planning import close_all, plan
from followup_desktop.services.playbooks import Playbooks
from followup_desktop.services.rules import Minutes, calendar_of, region_of
from followup_desktop.services.shop import ShopService
from followup_desktop.store.reads import product_groups
from followup_desktop.store.reads import updates as reads
from followup_desktop.store.reads.rules import own_minutes
from followup_desktop.store.rows import FollowUpRow, WhatsNewRow
from followup_desktop.store.store import Store

LIMIT = 200
"""Of one list: more calls about one thing nobody looks through, let alone makes."""
NOTED = Changed.SHOP | Changed.FOLLOW_UPS
PLANNED = Changed.FOLLOW_UPS | Changed.CUSTOMERS


class Updates:
    def __init__(self, store: Store, shop: ShopService, playbooks: Playbooks) -> None:
        self._store = store
        self._shop = shop
        self._playbooks = playbooks

    def updates(self, now: Now) -> tuple[Update, ...]:
        """What is new, the newest first; then the groups of which something is due to renew."""
        news = [
            _counted(
                Update(UpdateKey(one.group_id, one.id), one.group, one.text, one.noted_on),
                days_after(one.noted_on, -1),
            )
            for one in reads.notes()
        ]
        renewals = [
            _counted(
                Update(UpdateKey(group.id), group.name, renew_months=group.renew_months),
                months_after(now.day, -group.renew_months),
            )
            for group in product_groups.names_only()
            if group.renew_months is not None
        ]
        return (*news, *(one for one in renewals if one.owners))

    def candidates(self, now: Now, key: UpdateKey) -> Candidates:
        """Everybody it may be for, with why not where there is a reason; at most `LIMIT`."""
        group, until, _about = _reason(key, now)
        owned = reads.owned(key, until, LIMIT)
        about = reads.about([one.customer_id for one in owned])
        not_right = reads.not_right(about)
        asks = region_of(self._shop.shop()).asks_permission
        lines = []
        for one in owned:
            who = about[one.customer_id]
            owner = Owner(
                customer_id=who.customer_id,
                name=who.name,
                title=who.title,
                item=one.item,
                purchase_id=one.purchase_id,
                bought_on=one.bought_on,
                is_gift=one.is_gift,
                dont_call=who.dont_call,
                may_call=who.may_call,
                has_number=who.has_number,
                last_contact_at=who.last_contact_at,
                rest_until=who.rest_until,
                declined_at=who.declined_at,
                planned_on=who.planned_on,
                is_told=one.is_told,
                not_right=any(
                    names_group(text, group) for text in not_right.get(one.customer_id, ())
                ),
                owner_id=who.owner_id,
            )
            lines.append(weigh(owner, now, asks_permission=asks))
        owners, _told = reads.counts(key, until)
        return Candidates(in_order(lines), more=owners - len(lines))

    def days(
        self, now: Now, clerk_id: int | None, key: UpdateKey, customer_ids: Collection[int]
    ) -> tuple[date, ...]:
        """On which days the calls would be, one for each of the chosen; in the list's order."""
        chosen = self._chosen(now, key, customer_ids)
        return tuple(self._days(now, clerk_id, key, chosen))

    def plan(
        self, now: Now, clerk_id: int | None, key: UpdateKey, customer_ids: Collection[int]
    ) -> Changes:
        """A follow-up for each of the chosen who may be called about it, spread over the coming
        days within what each has time for. Who was told before is left out, whoever chose them."""
        _group, _until, about = _reason(key, now)
        chosen = self._chosen(now, key, customer_ids)
        days = self._days(now, clerk_id, key, chosen)
        kind = _kind(key)
        with self._store.action(Did.UPDATES_PLANNED, now, clerk_id) as unit:
            for one, day in zip(chosen, days, strict=True):
                planned = PlannedFollowUp(
                    rule="", kind=kind, due_on=day, about=about or one.owner.item
                )
                plan(
                    unit,
                    (planned,),
                    one.owner.customer_id,
                    one.owner.owner_id or clerk_id,
                    purchase=one.owner.purchase_id,
                    whats_new=key.note_id,
                )
        return unit.changes(PLANNED)

    def _chosen(self, now: Now, key: UpdateKey, customer_ids: Collection[int]) -> list[Candidate]:
        lines = self.candidates(now, key).lines
        wanted = set(customer_ids)
        return [one for one in lines if one.may_be_chosen and one.owner.customer_id in wanted]

    def _days(
        self, now: Now, clerk_id: int | None, key: UpdateKey, chosen: Sequence[Candidate]
    ) -> list[date]:
        """Each clerk's list by itself: what is nobody's counts for everybody."""
        shop = self._shop.shop()
        minutes = Minutes(own_minutes(), self._playbooks)
        whose = [one.owner.owner_id or clerk_id for one in chosen]
        planned = reads.planned_after(now.day)
        days: dict[int | None, list[date]] = {}
        for who in set(whose):
            spent: dict[date, int] = {}
            for clerk, day, kind, count in planned:
                if who is None or clerk in (None, who):
                    spent[day] = spent.get(day, 0) + count * minutes[kind]
            days[who] = list(
                spread(
                    whose.count(who),
                    minutes[_kind(key)],
                    now.day,
                    calendar_of(shop),
                    spent,
                    shop.preferences.budget_minutes,
                )
            )
        return [days[who].pop(0) for who in whose]

    # The notes

    def note(self, now: Now, clerk_id: int | None, group_id: int, text: str) -> Changes:
        """Something new has come in. Nobody is called by that alone."""
        said = checked("text", names.clean(text), needed=True)
        if not product_groups.is_there(group_id):
            raise WorldError(Trouble.GONE, where=f"product group {group_id}")
        with self._store.action(Did.NEWS_CHANGED, now, clerk_id) as unit:
            made_id = unit.insert(WhatsNewRow, product_group=group_id, text=said, noted_on=now.day)
        return unit.changes(NOTED, made_id=made_id)

    def change_note(self, now: Now, clerk_id: int | None, note_id: int, text: str) -> Changes:
        """The calls that are planned for it tell it in the new words."""
        _require(note_id)
        said = checked("text", names.clean(text), needed=True)
        with self._store.action(Did.NEWS_CHANGED, now, clerk_id) as unit:
            unit.update(WhatsNewRow, note_id, text=said)
            for follow_up_id in reads.open_of(note_id):
                unit.update(FollowUpRow, follow_up_id, about=said)
        return unit.changes(NOTED, made_id=note_id)

    def remove_note(self, now: Now, clerk_id: int | None, note_id: int) -> Changes:
        """It isn't new any more: calls that nobody made yet go with it."""
        _require(note_id)
        with self._store.action(Did.NEWS_CHANGED, now, clerk_id) as unit:
            close_all(unit, reads.open_of(note_id), ClosedWhy.CANCELLED)
            unit.delete(WhatsNewRow, note_id)
        return unit.changes(NOTED | PLANNED)


def _require(note_id: int) -> None:
    if reads.note(note_id) is None:
        raise WorldError(Trouble.GONE, where=f"note {note_id}")


def _kind(key: UpdateKey) -> Kind:
    return Kind.TIME_TO_RENEW if key.note_id is None else Kind.SOMETHING_NEW


def _counted(update: Update, until: date) -> Update:
    owners, told = reads.counts(update.key, until)
    return replace(update, owners=owners, told=told)


def _reason(key: UpdateKey, now: Now) -> tuple[str, date, str]:
    """The group's name, until when one has to have bought to own the older one, and what the call
    is about; empty: about what they own."""
    if key.note_id is not None:
        note = reads.note(key.note_id)
        if note is None:
            raise WorldError(Trouble.GONE, where=f"note {key.note_id}")
        return note.group, days_after(note.noted_on, -1), note.text
    group = next((one for one in product_groups.names_only() if one.id == key.group_id), None)
    if group is None or group.renew_months is None:
        raise WorldError(Trouble.GONE, where=f"product group {key.group_id}")
    return group.name, months_after(now.day, -group.renew_months), ""
