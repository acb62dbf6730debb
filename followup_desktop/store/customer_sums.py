"""What a customer's row keeps about its purchases, calls and follow-ups, for lists and filters."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from followup_desktop.domain import settings
from followup_desktop.domain.kinds import CallStep, FollowUpStatus, Outcome, ReferralState, Stage
from followup_desktop.domain.stages import Loyalty, Record, loyalty, stage_of
from followup_desktop.store.database import FollowupDatabase
from followup_desktop.store.rows import CustomerRow
from followup_desktop.store.tables import table_of

_REACHED = ", ".join(f"'{outcome.value}'" for outcome in Outcome if outcome.reached)

# Each is answered by an index.
_PURCHASES = 'SELECT COUNT(*) FROM "purchase" WHERE "customer_id" = "customer"."id"'
_FIRST_BOUGHT = 'SELECT MIN("purchased_on") FROM "purchase" WHERE "customer_id" = "customer"."id"'
_SENT = f"""
SELECT COUNT(*) FROM "referral" WHERE "referrer_id" = "customer"."id"
AND "state" = '{ReferralState.BOUGHT.value}'"""
_LAST_CONTACT = f"""
SELECT MAX(COALESCE("started_at", "finished_at")) FROM "call" WHERE "customer_id" = "customer"."id"
AND "step" = '{CallStep.DONE.value}' AND "outcome" IN ({_REACHED})"""
_NEXT_ON = f"""
SELECT MIN("due_on") FROM "follow_up"
WHERE "customer_id" = "customer"."id" AND "status" = '{FollowUpStatus.OPEN.value}'"""

_KEPT = ("purchases", "last_contact_at", "next_on", "stage")
_SUMS = f"""
SELECT ({_FIRST_BOUGHT}), ({_SENT}), ({_PURCHASES}), ({_LAST_CONTACT}), ({_NEXT_ON}),
"purchases", "last_contact_at", "next_on", "stage" FROM "customer" WHERE "id" = ?"""
_FOLLOW_NEXT = f"""
UPDATE "customer" SET "next_on" = ({_NEXT_ON}) WHERE "id" = ? AND "next_on" IS NOT ({_NEXT_ON})"""
_OUT_OF_STEP = f"""
SELECT "id" FROM "customer" WHERE "purchases" <> ({_PURCHASES})
OR "last_contact_at" IS NOT ({_LAST_CONTACT}) OR "next_on" IS NOT ({_NEXT_ON})"""
_RECORDS = f"""
SELECT "id", "stage", "purchases", ({_FIRST_BOUGHT}), ({_SENT}) FROM "customer\""""
# Time makes customers loyal, and so do those whom they sent: nobody else comes into question. The
# plus keeps to the index of the stages, which leaves most out before their rows are looked at.
_HAVE_SENT = f"""
SELECT "referrer_id" FROM "referral" WHERE "state" = '{ReferralState.BOUGHT.value}'"""
_MAY_RIPEN = f"""
{_RECORDS} WHERE "stage" IN ('{Stage.FIRST_PURCHASE.value}', '{Stage.CUSTOMER.value}')
AND "erased_at" IS NULL
AND +"id" IN (SELECT "customer_id" FROM "purchase" WHERE "purchased_on" <= ? UNION {_HAVE_SENT})
AND ("purchases" > 1 OR "id" IN ({_HAVE_SENT}))"""

_BEFORE_ALL = date(1000, 1, 1)
"""Nobody had bought by then; some years more can still be taken from it."""


def follow(database: FollowupDatabase, customer_id: int, by: Loyalty) -> None:
    """Bring a customer's row in step with theirs. Only what differs is written: each of these
    columns stands in an index of the list, too."""
    found = database.execute_sql(_SUMS, (customer_id,)).fetchone()
    first_bought, sent, purchases, last_contact_at, next_on, *kept = found
    stage = stage_of(_record(purchases, first_bought, sent), by)
    sums = (purchases, last_contact_at, next_on, stage.value)
    changed = {
        name: value for name, value, was in zip(_KEPT, sums, kept, strict=True) if value != was
    }
    if changed:
        update = table_of(CustomerRow).update(tuple(changed))
        database.execute_sql(update, (*changed.values(), customer_id))


def follow_next(database: FollowupDatabase, customer_id: int) -> None:
    """The same when nothing but their follow-ups has changed."""
    database.execute_sql(_FOLLOW_NEXT, (customer_id,))


def out_of_step(database: FollowupDatabase) -> list[int]:
    """The customers whose counts or days aren't what their own rows say."""
    return [customer_id for (customer_id,) in database.execute_sql(_OUT_OF_STEP).fetchall()]


def loyal_by(database: FollowupDatabase, today: date) -> Loyalty:
    """What makes a customer loyal, as the shop has set it."""
    rows: Any = database.execute_sql(
        'SELECT "name", "value" FROM "setting" WHERE "name" LIKE \'loyal%\''
    )
    return loyalty(settings.from_texts(dict(rows.fetchall())), today)


def restage(database: FollowupDatabase, today: date) -> None:
    """Every customer's stage by new rules."""
    _stage(database, _RECORDS, (), loyal_by(database, today))


def ripen(database: FollowupDatabase, today: date) -> int:
    """Who has become loyal as time went by. Nobody writes to a row for that, so somebody has to
    look once a day. Answers how many."""
    by = loyal_by(database, today)
    return _stage(database, _MAY_RIPEN, (str(by.first_bought_by),), by)


def wrong_stages(database: FollowupDatabase) -> list[int]:
    """The customers whose stage isn't what their rows say. Whether enough years have gone by for
    somebody is looked at once a day, so both answers are right in between."""
    ripe, unripe = loyal_by(database, date.max), loyal_by(database, _BEFORE_ALL)
    return [
        customer_id
        for customer_id, stage, *record in database.execute_sql(_RECORDS).fetchall()
        if stage not in (stage_of(_record(*record), ripe), stage_of(_record(*record), unripe))
    ]


def _stage(database: FollowupDatabase, sql: str, given: Iterable[Any], by: Loyalty) -> int:
    changed = [
        (now.value, customer_id)
        for customer_id, stage, *record in database.execute_sql(sql, tuple(given)).fetchall()
        if (now := stage_of(_record(*record), by)) != stage
    ]
    for one in changed:
        database.execute_sql('UPDATE "customer" SET "stage" = ? WHERE "id" = ?', one)
    return len(changed)


def _record(purchases: int, first_bought: str | None, sent: int) -> Record:
    first_on = None if first_bought is None else date.fromisoformat(first_bought)
    return Record(purchases, first_on, sent)
