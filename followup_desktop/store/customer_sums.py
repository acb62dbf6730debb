"""What a customer's row keeps about its purchases, calls and follow-ups, for lists and filters."""

from typing import Any

from followup_desktop.domain import settings
from followup_desktop.domain.kinds import CallStep, FollowUpStatus, Outcome
from followup_desktop.domain.stages import stage_after
from followup_desktop.store.database import FollowupDatabase

_REACHED = ", ".join(f"'{outcome.value}'" for outcome in Outcome if outcome.reached)

# Each is answered by an index.
_PURCHASES = 'SELECT COUNT(*) FROM "purchase" WHERE "customer_id" = "customer"."id"'
_LAST_CONTACT = f"""
SELECT MAX(COALESCE("started_at", "finished_at")) FROM "call" WHERE "customer_id" = "customer"."id"
AND "step" = '{CallStep.DONE.value}' AND "outcome" IN ({_REACHED})"""
_NEXT_ON = f"""
SELECT MIN("due_on") FROM "follow_up"
WHERE "customer_id" = "customer"."id" AND "status" = '{FollowUpStatus.OPEN.value}'"""

_SUMS = f"""
SELECT ({_PURCHASES}), ({_LAST_CONTACT}), ({_NEXT_ON}),
"purchases", "last_contact_at", "next_on", "stage" FROM "customer" WHERE "id" = ?"""
_OUT_OF_STEP = f"""
SELECT "id" FROM "customer" WHERE "purchases" <> ({_PURCHASES})
OR "last_contact_at" IS NOT ({_LAST_CONTACT}) OR "next_on" IS NOT ({_NEXT_ON})"""


def follow(database: FollowupDatabase, customer_id: int, loyal_after: int) -> None:
    """Bring a customer's row in step with theirs."""
    found = database.execute_sql(_SUMS, (customer_id,)).fetchone()
    purchases, last_contact_at, next_on, *kept = found
    sums = [purchases, last_contact_at, next_on, stage_after(purchases, loyal_after).value]
    if sums != kept:
        database.execute_sql(
            'UPDATE "customer" SET "purchases" = ?, "last_contact_at" = ?, "next_on" = ?,'
            ' "stage" = ? WHERE "id" = ?',
            (*sums, customer_id),
        )


def out_of_step(database: FollowupDatabase) -> list[int]:
    """The customers whose counts or days aren't what their own rows say."""
    return [customer_id for (customer_id,) in database.execute_sql(_OUT_OF_STEP).fetchall()]


def loyal_after(database: FollowupDatabase) -> int:
    """How many purchases make a customer loyal, as the shop has set it."""
    rows: Any = database.execute_sql(
        'SELECT "name", "value" FROM "setting" WHERE "name" = ?', ("loyal_after",)
    )
    return settings.from_texts(dict(rows.fetchall())).loyal_after


def restage(database: FollowupDatabase) -> None:
    """Every customer's stage by a new rule: one statement for each number of purchases."""
    number = loyal_after(database)
    counts = database.execute_sql('SELECT DISTINCT "purchases" FROM "customer"').fetchall()
    for (purchases,) in counts:
        stage = stage_after(purchases, number).value
        database.execute_sql(
            'UPDATE "customer" SET "stage" = ? WHERE "purchases" = ? AND "stage" <> ?',
            (stage, purchases, stage),
        )
