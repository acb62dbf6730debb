"""The tables. A row never leaves the store: reads turn them into the snapshots of `domain`.

Moments that happened are UTC (`…_at`, MomentField); due times are the shop's own date and time
(`…_on`, `…_time`). A birthday is a plain day and month, its year optional. Codes are those of
`domain/kinds.py`.

After a change here: `python -m tests.tools.freeze_first_migration` until the first release, and
from then on a migration of its own (docs/store.md).
"""

from typing import Any

from peewee import (
    AutoField,
    BooleanField,
    DatabaseProxy,
    DateField,
    DateTimeField,
    DeferredForeignKey,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
    TimeField,
)

from followup_desktop.domain.kinds import (
    CallStep,
    ContactType,
    Detour,
    Direction,
    FactKind,
    Feeling,
    FollowUpStatus,
    Fulfilment,
    Kind,
    LinePart,
    OrderChoice,
    Outcome,
    PhoneKind,
    ProblemStep,
    Purpose,
    PurposeReached,
    ReferralState,
    Stage,
    Step,
    Way,
)
from followup_desktop.domain.notice import Notice
from followup_desktop.store.fields import CodeField, MomentField

database = DatabaseProxy()


class Row(Model):
    id = AutoField()

    class Meta:
        database = database
        legacy_table_names = False


# The shop ---------------------------------------------------------------------------------------


class ShopRow(Row):
    """One row: the shop itself."""

    name = TextField()
    country = TextField()
    """ISO 3166 alpha-2: numbers as typed, holidays, calling rules."""
    language = TextField(default="en")

    class Meta:
        table_name = "shop"


class OpeningHoursRow(Row):
    """One stretch of open hours; a lunch break makes two rows for a weekday."""

    weekday = IntegerField()
    """Monday is 0, as in Python."""
    opens = TimeField()
    closes = TimeField()

    class Meta:
        table_name = "opening_hours"


class ClosingDayRow(Row):
    first_on = DateField()
    last_on = DateField()
    note = TextField(default="")

    class Meta:
        table_name = "closing_day"


class SettingRow(Row):
    """A setting by name; the value is JSON. Names and defaults are in `domain/settings.py`."""

    name = TextField(unique=True)
    value = TextField()

    class Meta:
        table_name = "setting"


class ClerkRow(Row):
    name = TextField()
    is_manager = BooleanField(default=False)
    left_on = DateField(null=True)
    mantra = TextField(null=True)

    class Meta:
        table_name = "clerk"


class ContactTypeRow(Row):
    code = CodeField(ContactType, unique=True)

    class Meta:
        table_name = "contact_type"


class KindRow(Row):
    """The shop's own adjustments of a kind; what is fixed about it stands in `domain/kinds.py`."""

    code = CodeField(Kind, unique=True)
    contact_type = ForeignKeyField(ContactTypeRow, on_delete="RESTRICT", index=False)
    minutes = IntegerField(null=True)
    """Null: as many as the playbook says."""
    paused = BooleanField(default=False)

    class Meta:
        table_name = "kind"


class CadenceRow(Row):
    """A cadence rule that the shop switched off or moved; no row means the default of
    `domain/cadence.py`."""

    rule = TextField(unique=True)
    is_on = BooleanField(default=True)
    days = IntegerField(null=True)

    class Meta:
        table_name = "cadence"


class PlaybookRow(Row):
    """A playbook as this shop edited it, whole; no row means the shipped one."""

    kind = CodeField(Kind)
    language = TextField()
    text = TextField()
    changed_at = MomentField()
    changed_by = ForeignKeyField(ClerkRow, null=True, on_delete="SET NULL", index=False)

    class Meta:
        table_name = "playbook"
        indexes = ((("kind", "language"), True),)


class ProductGroupRow(Row):
    name = TextField(unique=True)
    renew_months = IntegerField(null=True)
    is_valuable = BooleanField(default=False)
    care_tip = TextField(default="")

    class Meta:
        table_name = "product_group"


class WhatsNewRow(Row):
    product_group = ForeignKeyField(ProductGroupRow, on_delete="CASCADE")
    text = TextField()
    noted_on = DateField()

    class Meta:
        table_name = "whats_new"


# Customers --------------------------------------------------------------------------------------


class CustomerRow(Row):
    name = TextField()
    """As the clerk typed it, given name first."""
    sort_key = TextField(default="")
    """The folded name, last word first, for lists in alphabetical order; kept by the store."""
    search_key = TextField(default="")
    """The folded words that search finds the customer by; kept by the store."""
    title = TextField(default="")
    """Form of address before the last name: "Mr.", "Mme", "Dr."; empty means by first name."""
    address_as = TextField(default="")
    """What they like to be called, when it isn't title and last name: "Mr. Libin", "Jun"."""
    say_it_like = TextField(default="")
    language = TextField(default="")
    preferred_way = CodeField(Way, null=True)
    stage = CodeField(Stage, default=Stage.PROSPECT)
    purchases = IntegerField(default=0)
    works_as = TextField(default="")
    service_person = TextField(default="")
    """The person they met, e.g. the tailor."""
    pinned_note = TextField(default="")
    discreet = BooleanField(default=False)
    owner = ForeignKeyField(ClerkRow, null=True, on_delete="SET NULL", index=False)
    first_n_sales = IntegerField(null=True)
    """How many first sales get the full cadence; null: as the shop has it (M-35)."""
    dont_call_at = MomentField(null=True)
    dont_call_by = ForeignKeyField(
        ClerkRow, null=True, on_delete="SET NULL", backref="+", index=False
    )
    rest_until = DateField(null=True)
    """Left in peace until then: after the last try that reached nobody (M-25), or as they wish."""
    nothing_more = TextField(null=True)
    """Why nothing more is planned for them, as a clerk said (M-24); null: nobody said so."""
    created_at = MomentField()
    last_contact_at = MomentField(null=True)
    """The last *reached* contact; kept in step by the store for sorting and filters."""
    next_on = DateField(null=True)
    """When the next open follow-up is due; null is "no next step" (M-55). Kept in step too."""
    last_thanked_at = MomentField(null=True)
    erased_at = MomentField(null=True)

    class Meta:
        table_name = "customer"


class PhoneRow(Row):
    customer = ForeignKeyField(CustomerRow, backref="phones", on_delete="CASCADE")
    number = TextField(index=True)
    """E.164. Not unique: families share a phone (M-57)."""
    kind = CodeField(PhoneKind, default=PhoneKind.MOBILE)
    good_from = TimeField(null=True)
    good_to = TimeField(null=True)
    note = TextField(default="")
    zones = TextField(default="")
    """The time zones a number from abroad may ring in, by their IANA names; kept by the store."""
    wrong_at = MomentField(null=True)
    """A call found somebody else there; it is not offered again, and not forgotten either."""

    class Meta:
        table_name = "phone"


class MailRow(Row):
    customer = ForeignKeyField(CustomerRow, backref="mails", on_delete="CASCADE")
    address = TextField(index=True)

    class Meta:
        table_name = "mail"


class PermissionRow(Row):
    """What a customer agreed to or refused, one row for each time; the newest counts."""

    customer = ForeignKeyField(CustomerRow, backref="permissions", on_delete="CASCADE", index=False)
    way = CodeField(Way)
    allowed = BooleanField()
    given_at = MomentField()
    source = TextField(default="")
    wording = TextField(default="")
    clerk = ForeignKeyField(ClerkRow, null=True, on_delete="SET NULL", index=False)

    class Meta:
        table_name = "permission"
        indexes = ((("customer", "way", "given_at"), False),)


class SuppressionRow(Row):
    """A keyed hash of a number or address of somebody who was erased (calling-rules.md)."""

    keyed_hash = TextField(unique=True)
    added_at = MomentField()

    class Meta:
        table_name = "suppression"


class PersonRow(Row):
    """Somebody around the customer."""

    customer = ForeignKeyField(CustomerRow, backref="people", on_delete="CASCADE")
    name = TextField(default="")
    relation = TextField()
    note = TextField(default="")

    class Meta:
        table_name = "person"


class SpecialDateRow(Row):
    """A birthday, an anniversary, the customer's own event (M-43)."""

    customer = ForeignKeyField(CustomerRow, backref="special_dates", on_delete="CASCADE")
    name = TextField()
    day = IntegerField()
    month = IntegerField()
    year = IntegerField(null=True)
    yearly = BooleanField(default=True)
    person = ForeignKeyField(PersonRow, null=True, on_delete="SET NULL", index=False)
    call = DeferredForeignKey(
        "CallRow", null=True, backref="special_dates", on_delete="SET NULL", index=False
    )
    """The call it was caught on."""

    class Meta:
        table_name = "special_date"
        indexes = ((("month", "day"), False),)


# Visits, purchases, orders ----------------------------------------------------------------------


class VisitRow(Row):
    customer = ForeignKeyField(CustomerRow, backref="visits", on_delete="CASCADE")
    clerk = ForeignKeyField(ClerkRow, null=True, on_delete="SET NULL", index=False)
    visited_at = MomentField()
    visited_on = DateField()
    bought = BooleanField()
    looked_at = TextField(default="")
    held_back = TextField(default="")
    also_looking_at = TextField(default="")
    learned = TextField(default="")

    class Meta:
        table_name = "visit"


class PurchaseRow(Row):
    visit = ForeignKeyField(VisitRow, backref="purchases", on_delete="CASCADE")
    customer = ForeignKeyField(CustomerRow, backref="purchased", on_delete="CASCADE", index=False)
    purchased_on = DateField()
    occasion = TextField(default="")
    """What it is for; empty means nobody asked yet ("ask why", M-33)."""
    occasion_on = DateField(null=True)
    for_whom = TextField(default="")
    is_gift = BooleanField(default=False)
    fulfilment = CodeField(Fulfilment, default=Fulfilment.TAKEN)

    class Meta:
        table_name = "purchase"
        indexes = ((("customer", "purchased_on"), False),)


class ItemRow(Row):
    purchase = ForeignKeyField(PurchaseRow, backref="items", on_delete="CASCADE")
    name = TextField()
    product_group = ForeignKeyField(ProductGroupRow, null=True, on_delete="SET NULL", index=False)

    class Meta:
        table_name = "item"


class OrderRow(Row):
    """The fulfilment of a purchase that isn't simply carried out."""

    purchase = ForeignKeyField(PurchaseRow, backref="orders", on_delete="CASCADE")
    customer = ForeignKeyField(CustomerRow, backref="orders", on_delete="CASCADE")
    what = TextField()
    fulfilment = CodeField(Fulfilment)
    promised_on = DateField(null=True)
    promised_time = TimeField(null=True)
    opened_at = MomentField()
    closed_at = MomentField(null=True)
    cancelled = BooleanField(default=False)

    class Meta:
        table_name = "order"


class CheckpointRow(Row):
    order = ForeignKeyField(OrderRow, backref="checkpoints", on_delete="CASCADE", index=False)
    step = CodeField(Step)
    due_on = DateField(null=True)
    done_at = MomentField(null=True)
    done_by = ForeignKeyField(ClerkRow, null=True, on_delete="SET NULL", index=False)
    note = TextField(default="")

    class Meta:
        table_name = "checkpoint"
        indexes = ((("order", "step"), True),)


# Calls ------------------------------------------------------------------------------------------


class CallRow(Row):
    """A contact that took place, was tried, or is being planned."""

    customer = ForeignKeyField(CustomerRow, backref="calls", on_delete="CASCADE", index=False)
    clerk = ForeignKeyField(ClerkRow, null=True, on_delete="SET NULL", index=False)
    follow_up = DeferredForeignKey(
        "FollowUpRow", null=True, backref="calls", on_delete="SET NULL", index=False
    )
    """The follow-up it takes up; deferred because the two tables point at each other."""
    kind = CodeField(Kind)
    direction = CodeField(Direction, default=Direction.OUTBOUND)
    step = CodeField(CallStep, default=CallStep.PURPOSE)
    purpose = CodeField(Purpose, null=True)
    desired = TextField(default="")
    """The desired outcome in one sentence (M-4)."""
    second_purpose = CodeField(Purpose, null=True)
    phone = ForeignKeyField(PhoneRow, null=True, on_delete="SET NULL", index=False)
    planned_at = MomentField()
    started_at = MomentField(null=True)
    ended_at = MomentField(null=True)
    finished_at = MomentField(null=True)
    notes = TextField(default="")
    outcome = CodeField(Outcome, null=True)
    purpose_reached = CodeField(PurposeReached, null=True)
    gained = TextField(default="")
    works_well = TextField(default="")
    could_be_better = TextField(default="")
    feeling = CodeField(Feeling, null=True)
    thanked_us = BooleanField(default=False)
    declined = BooleanField(default=False)
    """Asked for a referral or a next purchase, and they would rather not (M-50)."""
    elsewhere_where = TextField(default="")
    elsewhere_why = TextField(default="")
    call_back_on = DateField(null=True)
    call_back_time = TimeField(null=True)
    nothing_more = TextField(default="")
    """The reason why no next step is needed (M-24); empty means there is one."""

    class Meta:
        table_name = "call"
        indexes = ((("step", "clerk"), False), (("customer", "planned_at"), False))


class CallLineRow(Row):
    """A line of the plan with its cue, and whether it was ticked on the call."""

    call = ForeignKeyField(CallRow, backref="lines", on_delete="CASCADE")
    position = IntegerField()
    part = CodeField(LinePart)
    words = TextField()
    cue = TextField()
    only_after_need = BooleanField(default=False)
    hears_need = BooleanField(default=False)
    tip = BooleanField(default=False)
    """It says how to make a thing last (M-79)."""
    filled = TextField(default="")
    """Where facts from the card stand in `words`: "9-18,30-41"."""
    is_own = BooleanField(default=False)
    """The clerk wrote or changed it, so another purpose leaves it alone."""
    is_removed = BooleanField(default=False)
    """The clerk took it out, so another purpose doesn't bring it back."""
    ticked_at = MomentField(null=True)

    class Meta:
        table_name = "call_line"


class CallBridgeRow(Row):
    """A bridge of this call's plan, as the clerk left it."""

    call = ForeignKeyField(CallRow, backref="bridges", on_delete="CASCADE", index=False)
    detour = CodeField(Detour)
    words = TextField()
    is_own = BooleanField(default=False)
    """As in `CallLineRow`."""

    class Meta:
        table_name = "call_bridge"
        indexes = ((("call", "detour"), True),)


class DetourRow(Row):
    """A detour the customer took, when it was taken."""

    call = ForeignKeyField(CallRow, backref="detours", on_delete="CASCADE")
    detour = CodeField(Detour)
    taken_at = MomentField()

    class Meta:
        table_name = "detour"


class FactRow(Row):
    customer = ForeignKeyField(CustomerRow, backref="facts", on_delete="CASCADE")
    kind = CodeField(FactKind)
    text = TextField()
    learned_at = MomentField()
    clerk = ForeignKeyField(ClerkRow, null=True, on_delete="SET NULL", index=False)
    call = ForeignKeyField(CallRow, null=True, backref="facts", on_delete="SET NULL", index=False)

    class Meta:
        table_name = "fact"


class PromiseRow(Row):
    customer = ForeignKeyField(CustomerRow, backref="promises", on_delete="CASCADE")
    call = ForeignKeyField(
        CallRow, null=True, backref="promises", on_delete="SET NULL", index=False
    )
    order = ForeignKeyField(OrderRow, null=True, on_delete="SET NULL", index=False)
    what = TextField()
    due_on = DateField()
    due_time = TimeField(null=True)
    clerk = ForeignKeyField(ClerkRow, null=True, on_delete="SET NULL", index=False)
    made_at = MomentField()
    kept_at = MomentField(null=True)
    missed_at = MomentField(null=True)
    withdrawn_at = MomentField(null=True)

    class Meta:
        table_name = "promise"


class DateChangeRow(Row):
    """A promised date that was moved, and why: an order's (M-37), or a promise's (M-38)."""

    order = ForeignKeyField(OrderRow, null=True, backref="date_changes", on_delete="CASCADE")
    promise = ForeignKeyField(PromiseRow, null=True, backref="date_changes", on_delete="CASCADE")
    was_on = DateField(null=True)
    now_on = DateField(null=True)
    """Null: the order was cancelled."""
    reason = TextField()
    changed_at = MomentField()
    clerk = ForeignKeyField(ClerkRow, null=True, on_delete="SET NULL", index=False)

    class Meta:
        table_name = "date_change"


class DelayRow(Row):
    """An order won't be complete on its day: since when the shop knows, and the customer (M-37)."""

    order = ForeignKeyField(OrderRow, backref="delays", on_delete="CASCADE")
    what = TextField(default="")
    """What is missing, or why."""
    known_at = MomentField()
    known_by = ForeignKeyField(ClerkRow, null=True, on_delete="SET NULL", index=False)
    told_at = MomentField(null=True)
    told_by = ForeignKeyField(ClerkRow, null=True, on_delete="SET NULL", backref="+", index=False)
    choice = CodeField(OrderChoice, null=True)
    choice_note = TextField(default="")
    chosen_at = MomentField(null=True)

    class Meta:
        table_name = "delay"


class ProblemRow(Row):
    customer = ForeignKeyField(CustomerRow, backref="problems", on_delete="CASCADE")
    call = ForeignKeyField(
        CallRow, null=True, backref="problems", on_delete="SET NULL", index=False
    )
    what = TextField()
    owner = ForeignKeyField(ClerkRow, null=True, on_delete="SET NULL", index=False)
    for_manager = BooleanField(default=False)
    opened_at = MomentField()
    acknowledged_at = MomentField(null=True)
    put_right_how = TextField(default="")
    put_right_by = DateField(null=True)
    put_right_time = TimeField(null=True)
    solved_at = MomentField(null=True)
    stayed_so_at = MomentField(null=True)

    class Meta:
        table_name = "problem"


class ProblemStepRow(Row):
    """What was done about a problem; the problem itself keeps how it stands now."""

    problem = ForeignKeyField(ProblemRow, backref="steps", on_delete="CASCADE")
    step = CodeField(ProblemStep)
    taken_at = MomentField()
    clerk = ForeignKeyField(ClerkRow, null=True, on_delete="SET NULL", index=False)
    note = TextField(default="")

    class Meta:
        table_name = "problem_step"


class ReferralRow(Row):
    referrer = ForeignKeyField(CustomerRow, backref="referrals", on_delete="CASCADE")
    referred = ForeignKeyField(
        CustomerRow, null=True, backref="referred_by", on_delete="SET NULL", index=False
    )
    call = ForeignKeyField(
        CallRow, null=True, backref="referrals", on_delete="SET NULL", index=False
    )
    name = TextField()
    number = TextField(default="")
    relation = TextField(default="")
    what_for = TextField(default="")
    may_call = BooleanField(default=False)
    state = CodeField(ReferralState, default=ReferralState.NAMED)
    made_at = MomentField()
    thanked_at = MomentField(null=True)

    class Meta:
        table_name = "referral"


class ReferralStepRow(Row):
    """How far a referral has come, by whom and when; the referral itself keeps how it stands."""

    referral = ForeignKeyField(ReferralRow, backref="steps", on_delete="CASCADE")
    state = CodeField(ReferralState)
    taken_at = MomentField()
    clerk = ForeignKeyField(ClerkRow, null=True, on_delete="SET NULL", index=False)

    class Meta:
        table_name = "referral_step"


# Follow-ups -------------------------------------------------------------------------------------


class FollowUpRow(Row):
    customer = ForeignKeyField(CustomerRow, backref="follow_ups", on_delete="CASCADE")
    kind = CodeField(Kind)
    rank = IntegerField()
    """`KINDS[kind].rank`, kept here for the index of the queue."""
    about = TextField(default="")
    """What it continues from, in the shop's words: the item, the promise, the occasion."""
    due_on = DateField()
    due_time = TimeField(null=True)
    is_timed = BooleanField(default=False)
    """True: at that minute. False: `due_time` only says from when on it suits ("after 14:00")."""
    status = CodeField(FollowUpStatus, default=FollowUpStatus.OPEN)
    closed_at = MomentField(null=True)
    closed_by = ForeignKeyField(ClerkRow, null=True, on_delete="SET NULL", backref="+", index=False)
    closed_why = TextField(default="")
    clerk = ForeignKeyField(
        ClerkRow, null=True, on_delete="SET NULL", backref="follow_ups", index=False
    )
    rule = TextField(default="")
    """The cadence rule that planned it; empty means a clerk did."""
    tries = IntegerField(default=0)
    despite = TextField(default="")
    """Why it is kept although a quiet rule would have it wait (M-47); empty: it waits."""
    version = IntegerField(default=1)
    """Goes up with every new due time; a version is announced once (M-62)."""
    created_at = MomentField()
    purchase = ForeignKeyField(PurchaseRow, null=True, on_delete="CASCADE", index=False)
    visit = ForeignKeyField(VisitRow, null=True, on_delete="CASCADE", index=False)
    order = ForeignKeyField(OrderRow, null=True, on_delete="CASCADE", index=False)
    promise = ForeignKeyField(PromiseRow, null=True, on_delete="CASCADE", index=False)
    problem = ForeignKeyField(ProblemRow, null=True, on_delete="CASCADE", index=False)
    referral = ForeignKeyField(ReferralRow, null=True, on_delete="CASCADE", index=False)
    special_date = ForeignKeyField(SpecialDateRow, null=True, on_delete="CASCADE", index=False)
    whats_new = ForeignKeyField(WhatsNewRow, null=True, on_delete="SET NULL", index=False)
    """The news it tells of; nobody is told twice (M-41)."""
    call = ForeignKeyField(CallRow, null=True, on_delete="SET NULL", backref="planned", index=False)
    """The call that planned it."""

    class Meta:
        table_name = "follow_up"


class AnnouncementRow(Row):
    """A due version that was announced, snoozed or dismissed (M-62)."""

    follow_up = ForeignKeyField(
        FollowUpRow, backref="announcements", on_delete="CASCADE", index=False
    )
    version = IntegerField()
    notice = CodeField(Notice)
    """The last that was said of it."""
    announced_at = MomentField()
    snoozed_until = DateTimeField(null=True)
    """The shop's own date and time."""
    dismissed_at = MomentField(null=True)

    class Meta:
        table_name = "announcement"
        indexes = ((("follow_up", "version"), True),)


# The desk ---------------------------------------------------------------------------------------


class DraftRow(Row):
    """A form that is being filled in, as JSON, so that closing the program loses no word."""

    name = TextField(unique=True)
    text = TextField()
    saved_at = MomentField()

    class Meta:
        table_name = "draft"


class ActionRow(Row):
    """One clerk's action, for undo."""

    name = TextField()
    clerk = ForeignKeyField(ClerkRow, null=True, on_delete="SET NULL", index=False)
    happened_at = MomentField()
    undone_at = MomentField(null=True)
    undoes = ForeignKeyField("self", null=True, on_delete="CASCADE", index=False, backref="+")
    """The action that this one took back."""
    changes = TextField()
    """What it did to which rows, one after the other, as JSON: table, row, and its values before
    and after (null: it wasn't there). Of a row that was changed only the columns that were."""

    class Meta:
        table_name = "action"


# Indexes that hold only the rows they are asked for. A foreign key without any index is one that
# nothing asks for: an index that serves nobody makes every save slower.


def _index(*fields: Any, where: Any) -> None:
    row = fields[0].model
    row.add_index(row.index(*fields, where=where))


# Each order and filter of the customers' list is one of these from end to end, so that a page of
# 100,000 costs the same anywhere (M-56); an erased customer is in none of them.
for _columns in (
    (CustomerRow.sort_key,),
    (CustomerRow.last_contact_at, CustomerRow.sort_key),
    (CustomerRow.next_on, CustomerRow.sort_key),
    (CustomerRow.stage, CustomerRow.sort_key),
    (CustomerRow.owner, CustomerRow.sort_key),
):
    _index(*_columns, where=CustomerRow.erased_at.is_null())

# "No next step" (M-55): as short as the list that has to be empty in the evening. The columns that
# are always null stand first, so that SQLite prefers it to the one of all customers.
_index(
    CustomerRow.next_on,
    CustomerRow.dont_call_at,
    CustomerRow.last_contact_at,
    CustomerRow.sort_key,
    where=CustomerRow.erased_at.is_null()
    & CustomerRow.next_on.is_null()
    & CustomerRow.dont_call_at.is_null()
    & CustomerRow.nothing_more.is_null(),
)

# The few who were erased, to leave them out.
_index(CustomerRow.id, where=CustomerRow.erased_at.is_null(False))
# Who owns something of a group, and who was asked already whether to renew it (M-41).
_index(ItemRow.product_group, ItemRow.purchase, where=ItemRow.product_group.is_null(False))
_index(FollowUpRow.purchase, FollowUpRow.customer, where=FollowUpRow.kind == Kind.TIME_TO_RENEW)

_open = FollowUpRow.status == FollowUpStatus.OPEN
# The day's queue in its order (M-46).
_index(FollowUpRow.rank, FollowUpRow.due_on, FollowUpRow.due_time, FollowUpRow.id, where=_open)
_index(FollowUpRow.customer, FollowUpRow.due_on, where=_open)
# Whose they are, and how many of theirs are due.
_index(FollowUpRow.clerk, FollowUpRow.due_on, where=_open)
_index(FollowUpRow.closed_at, where=FollowUpRow.closed_at.is_null(False))
# What is open and has a day, for the book (M-73).
_index(OrderRow.promised_on, where=OrderRow.closed_at.is_null())
_index(PromiseRow.due_on, where=PromiseRow.kept_at.is_null() & PromiseRow.withdrawn_at.is_null())
_index(ProblemRow.put_right_by, where=ProblemRow.solved_at.is_null())
_index(CallRow.finished_at, where=CallRow.thanked_us)
# What is counted of the calls (M-69, M-72), and the few of them in which customers say more (M-71).
_index(
    CallRow.finished_at,
    CallRow.direction,
    CallRow.outcome,
    CallRow.clerk,
    CallRow.customer,
    where=CallRow.finished_at.is_null(False),
)
CUSTOMER_SAYS = (
    (CallRow.gained != "") | (CallRow.works_well != "") | (CallRow.could_be_better != "")
)
_index(CallRow.finished_at, CallRow.customer, where=CUSTOMER_SAYS)

for _seldom in (
    FollowUpRow.purchase,
    FollowUpRow.visit,
    FollowUpRow.order,
    FollowUpRow.promise,
    FollowUpRow.problem,
    FollowUpRow.referral,
    FollowUpRow.special_date,
    FollowUpRow.whats_new,
    FollowUpRow.call,
    CallRow.follow_up,
    CallRow.call_back_on,
    FactRow.call,
    PromiseRow.call,
    PromiseRow.order,
    ProblemRow.call,
    ReferralRow.referred,
    ReferralRow.call,
    SpecialDateRow.call,
    PurchaseRow.occasion_on,
    ActionRow.undoes,
):
    _index(_seldom, where=_seldom.is_null(False))

# SQLite takes a constraint on a table that comes later; left deferred, peewee would not make one.
_late: tuple[Any, ...] = (CallRow.follow_up, SpecialDateRow.call)
for _field in _late:
    _field.deferred = False

ALL_ROWS: tuple[type[Row], ...] = (
    ShopRow,
    OpeningHoursRow,
    ClosingDayRow,
    SettingRow,
    ClerkRow,
    ContactTypeRow,
    KindRow,
    CadenceRow,
    PlaybookRow,
    ProductGroupRow,
    WhatsNewRow,
    CustomerRow,
    PhoneRow,
    MailRow,
    PermissionRow,
    SuppressionRow,
    PersonRow,
    SpecialDateRow,
    VisitRow,
    PurchaseRow,
    ItemRow,
    OrderRow,
    CheckpointRow,
    CallRow,
    CallLineRow,
    CallBridgeRow,
    DetourRow,
    FactRow,
    PromiseRow,
    DateChangeRow,
    DelayRow,
    ProblemRow,
    ProblemStepRow,
    ReferralRow,
    ReferralStepRow,
    FollowUpRow,
    AnnouncementRow,
    DraftRow,
    ActionRow,
)
