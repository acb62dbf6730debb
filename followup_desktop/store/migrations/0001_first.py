"""Every table of the first version, its lookup rows, and the tables of the search.

Frozen: written by tests/tools/freeze_first_migration.py until the first release, unchanged for ever
after. Nothing here comes from the program.
"""

from typing import Any

from peewee import (
    SQL,
    AutoField,
    BooleanField,
    DateField,
    DateTimeField,
    DeferredForeignKey,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
    TimeField,
)


class Shop(Model):
    id = AutoField()
    name = TextField()
    country = TextField()
    language = TextField()

    class Meta:
        table_name = "shop"
        legacy_table_names = False


class OpeningHours(Model):
    id = AutoField()
    weekday = IntegerField()
    opens = TimeField()
    closes = TimeField()

    class Meta:
        table_name = "opening_hours"
        legacy_table_names = False


class ClosingDay(Model):
    id = AutoField()
    first_on = DateField()
    last_on = DateField()
    note = TextField()

    class Meta:
        table_name = "closing_day"
        legacy_table_names = False


class Setting(Model):
    id = AutoField()
    name = TextField(unique=True)
    value = TextField()

    class Meta:
        table_name = "setting"
        legacy_table_names = False


class Clerk(Model):
    id = AutoField()
    name = TextField()
    is_manager = BooleanField()
    left_on = DateField(null=True)
    mantra = TextField(null=True)

    class Meta:
        table_name = "clerk"
        legacy_table_names = False


class ContactType(Model):
    id = AutoField()
    code = TextField(unique=True)

    class Meta:
        table_name = "contact_type"
        legacy_table_names = False


class Kind(Model):
    id = AutoField()
    code = TextField(unique=True)
    contact_type = ForeignKeyField(ContactType, backref="+", on_delete="RESTRICT", index=False)
    minutes = IntegerField(null=True)
    paused = BooleanField()

    class Meta:
        table_name = "kind"
        legacy_table_names = False


class Cadence(Model):
    id = AutoField()
    rule = TextField(unique=True)
    is_on = BooleanField()
    days = IntegerField(null=True)

    class Meta:
        table_name = "cadence"
        legacy_table_names = False


class Playbook(Model):
    id = AutoField()
    kind = TextField()
    language = TextField()
    text = TextField()
    changed_at = TextField()
    changed_by = ForeignKeyField(Clerk, backref="+", on_delete="SET NULL", index=False, null=True)

    class Meta:
        table_name = "playbook"
        legacy_table_names = False
        indexes = ((("kind", "language"), True),)


class ProductGroup(Model):
    id = AutoField()
    name = TextField(unique=True)
    renew_months = IntegerField(null=True)
    is_valuable = BooleanField()
    care_tip = TextField()

    class Meta:
        table_name = "product_group"
        legacy_table_names = False


class WhatsNew(Model):
    id = AutoField()
    product_group = ForeignKeyField(ProductGroup, backref="+", on_delete="CASCADE")
    text = TextField()
    noted_on = DateField()

    class Meta:
        table_name = "whats_new"
        legacy_table_names = False


class Customer(Model):
    id = AutoField()
    name = TextField()
    sort_key = TextField()
    search_key = TextField()
    title = TextField()
    address_as = TextField()
    say_it_like = TextField()
    language = TextField()
    preferred_way = TextField(null=True)
    stage = TextField()
    purchases = IntegerField()
    works_as = TextField()
    service_person = TextField()
    pinned_note = TextField()
    discreet = BooleanField()
    owner = ForeignKeyField(Clerk, backref="+", on_delete="SET NULL", index=False, null=True)
    first_n_sales = IntegerField(null=True)
    dont_call_at = TextField(null=True)
    dont_call_by = ForeignKeyField(Clerk, backref="+", on_delete="SET NULL", index=False, null=True)
    rest_until = DateField(null=True)
    nothing_more = TextField(null=True)
    created_at = TextField()
    last_contact_at = TextField(null=True)
    next_on = DateField(null=True)
    last_thanked_at = TextField(null=True)
    erased_at = TextField(null=True)

    class Meta:
        table_name = "customer"
        legacy_table_names = False


class Phone(Model):
    id = AutoField()
    customer = ForeignKeyField(Customer, backref="+", on_delete="CASCADE")
    number = TextField(index=True)
    kind = TextField()
    good_from = TimeField(null=True)
    good_to = TimeField(null=True)
    note = TextField()
    zones = TextField()
    wrong_at = TextField(null=True)

    class Meta:
        table_name = "phone"
        legacy_table_names = False


class Mail(Model):
    id = AutoField()
    customer = ForeignKeyField(Customer, backref="+", on_delete="CASCADE")
    address = TextField(index=True)

    class Meta:
        table_name = "mail"
        legacy_table_names = False


class Permission(Model):
    id = AutoField()
    customer = ForeignKeyField(Customer, backref="+", on_delete="CASCADE", index=False)
    way = TextField()
    allowed = BooleanField()
    given_at = TextField()
    source = TextField()
    wording = TextField()
    clerk = ForeignKeyField(Clerk, backref="+", on_delete="SET NULL", index=False, null=True)

    class Meta:
        table_name = "permission"
        legacy_table_names = False
        indexes = ((("customer", "way", "given_at"), False),)


class Suppression(Model):
    id = AutoField()
    keyed_hash = TextField(unique=True)
    added_at = TextField()

    class Meta:
        table_name = "suppression"
        legacy_table_names = False


class Person(Model):
    id = AutoField()
    customer = ForeignKeyField(Customer, backref="+", on_delete="CASCADE")
    name = TextField()
    relation = TextField()
    note = TextField()

    class Meta:
        table_name = "person"
        legacy_table_names = False


class SpecialDate(Model):
    id = AutoField()
    customer = ForeignKeyField(Customer, backref="+", on_delete="CASCADE")
    name = TextField()
    day = IntegerField()
    month = IntegerField()
    year = IntegerField(null=True)
    yearly = BooleanField()
    person = ForeignKeyField(Person, backref="+", on_delete="SET NULL", index=False, null=True)
    call = DeferredForeignKey("Call", backref="+", on_delete="SET NULL", index=False, null=True)

    class Meta:
        table_name = "special_date"
        legacy_table_names = False
        indexes = ((("month", "day"), False),)


class Visit(Model):
    id = AutoField()
    customer = ForeignKeyField(Customer, backref="+", on_delete="CASCADE")
    clerk = ForeignKeyField(Clerk, backref="+", on_delete="SET NULL", index=False, null=True)
    visited_at = TextField()
    visited_on = DateField()
    bought = BooleanField()
    looked_at = TextField()
    held_back = TextField()
    also_looking_at = TextField()
    learned = TextField()

    class Meta:
        table_name = "visit"
        legacy_table_names = False


class Purchase(Model):
    id = AutoField()
    visit = ForeignKeyField(Visit, backref="+", on_delete="CASCADE")
    customer = ForeignKeyField(Customer, backref="+", on_delete="CASCADE", index=False)
    purchased_on = DateField()
    occasion = TextField()
    occasion_on = DateField(null=True)
    for_whom = TextField()
    is_gift = BooleanField()
    fulfilment = TextField()

    class Meta:
        table_name = "purchase"
        legacy_table_names = False
        indexes = ((("customer", "purchased_on"), False),)


class Item(Model):
    id = AutoField()
    purchase = ForeignKeyField(Purchase, backref="+", on_delete="CASCADE")
    name = TextField()
    product_group = ForeignKeyField(
        ProductGroup, backref="+", on_delete="SET NULL", index=False, null=True
    )

    class Meta:
        table_name = "item"
        legacy_table_names = False


class Order(Model):
    id = AutoField()
    purchase = ForeignKeyField(Purchase, backref="+", on_delete="CASCADE")
    customer = ForeignKeyField(Customer, backref="+", on_delete="CASCADE")
    what = TextField()
    fulfilment = TextField()
    promised_on = DateField(null=True)
    promised_time = TimeField(null=True)
    opened_at = TextField()
    closed_at = TextField(null=True)
    cancelled = BooleanField()

    class Meta:
        table_name = "order"
        legacy_table_names = False


class Checkpoint(Model):
    id = AutoField()
    order = ForeignKeyField(Order, backref="+", on_delete="CASCADE", index=False)
    step = TextField()
    due_on = DateField(null=True)
    done_at = TextField(null=True)
    done_by = ForeignKeyField(Clerk, backref="+", on_delete="SET NULL", index=False, null=True)
    note = TextField()

    class Meta:
        table_name = "checkpoint"
        legacy_table_names = False
        indexes = ((("order", "step"), True),)


class Call(Model):
    id = AutoField()
    customer = ForeignKeyField(Customer, backref="+", on_delete="CASCADE", index=False)
    clerk = ForeignKeyField(Clerk, backref="+", on_delete="SET NULL", index=False, null=True)
    kind = TextField()
    direction = TextField()
    step = TextField()
    purpose = TextField(null=True)
    desired = TextField()
    second_purpose = TextField(null=True)
    phone = ForeignKeyField(Phone, backref="+", on_delete="SET NULL", index=False, null=True)
    planned_at = TextField()
    started_at = TextField(null=True)
    ended_at = TextField(null=True)
    finished_at = TextField(null=True)
    notes = TextField()
    outcome = TextField(null=True)
    purpose_reached = TextField(null=True)
    gained = TextField()
    works_well = TextField()
    could_be_better = TextField()
    feeling = TextField(null=True)
    thanked_us = BooleanField()
    declined = BooleanField()
    elsewhere_where = TextField()
    elsewhere_why = TextField()
    call_back_on = DateField(null=True)
    call_back_time = TimeField(null=True)
    nothing_more = TextField()
    follow_up = DeferredForeignKey(
        "FollowUp", backref="+", on_delete="SET NULL", index=False, null=True
    )

    class Meta:
        table_name = "call"
        legacy_table_names = False
        indexes = ((("step", "clerk"), False), (("customer", "planned_at"), False))


class CallLine(Model):
    id = AutoField()
    call = ForeignKeyField(Call, backref="+", on_delete="CASCADE")
    position = IntegerField()
    part = TextField()
    words = TextField()
    cue = TextField()
    only_after_need = BooleanField()
    hears_need = BooleanField()
    tip = BooleanField()
    filled = TextField()
    is_own = BooleanField()
    is_removed = BooleanField()
    ticked_at = TextField(null=True)

    class Meta:
        table_name = "call_line"
        legacy_table_names = False


class CallBridge(Model):
    id = AutoField()
    call = ForeignKeyField(Call, backref="+", on_delete="CASCADE", index=False)
    detour = TextField()
    words = TextField()
    is_own = BooleanField()

    class Meta:
        table_name = "call_bridge"
        legacy_table_names = False
        indexes = ((("call", "detour"), True),)


class Detour(Model):
    id = AutoField()
    call = ForeignKeyField(Call, backref="+", on_delete="CASCADE")
    detour = TextField()
    taken_at = TextField()

    class Meta:
        table_name = "detour"
        legacy_table_names = False


class Fact(Model):
    id = AutoField()
    customer = ForeignKeyField(Customer, backref="+", on_delete="CASCADE")
    kind = TextField()
    text = TextField()
    learned_at = TextField()
    clerk = ForeignKeyField(Clerk, backref="+", on_delete="SET NULL", index=False, null=True)
    call = ForeignKeyField(Call, backref="+", on_delete="SET NULL", index=False, null=True)

    class Meta:
        table_name = "fact"
        legacy_table_names = False


class Promise(Model):
    id = AutoField()
    customer = ForeignKeyField(Customer, backref="+", on_delete="CASCADE")
    call = ForeignKeyField(Call, backref="+", on_delete="SET NULL", index=False, null=True)
    order = ForeignKeyField(Order, backref="+", on_delete="SET NULL", index=False, null=True)
    what = TextField()
    due_on = DateField()
    due_time = TimeField(null=True)
    clerk = ForeignKeyField(Clerk, backref="+", on_delete="SET NULL", index=False, null=True)
    made_at = TextField()
    kept_at = TextField(null=True)
    missed_at = TextField(null=True)
    withdrawn_at = TextField(null=True)

    class Meta:
        table_name = "promise"
        legacy_table_names = False


class DateChange(Model):
    id = AutoField()
    order = ForeignKeyField(Order, backref="+", on_delete="CASCADE", null=True)
    promise = ForeignKeyField(Promise, backref="+", on_delete="CASCADE", null=True)
    was_on = DateField(null=True)
    now_on = DateField(null=True)
    reason = TextField()
    changed_at = TextField()
    clerk = ForeignKeyField(Clerk, backref="+", on_delete="SET NULL", index=False, null=True)

    class Meta:
        table_name = "date_change"
        legacy_table_names = False


class Delay(Model):
    id = AutoField()
    order = ForeignKeyField(Order, backref="+", on_delete="CASCADE")
    what = TextField()
    known_at = TextField()
    known_by = ForeignKeyField(Clerk, backref="+", on_delete="SET NULL", index=False, null=True)
    told_at = TextField(null=True)
    told_by = ForeignKeyField(Clerk, backref="+", on_delete="SET NULL", index=False, null=True)
    choice = TextField(null=True)
    choice_note = TextField()
    chosen_at = TextField(null=True)

    class Meta:
        table_name = "delay"
        legacy_table_names = False


class Problem(Model):
    id = AutoField()
    customer = ForeignKeyField(Customer, backref="+", on_delete="CASCADE")
    call = ForeignKeyField(Call, backref="+", on_delete="SET NULL", index=False, null=True)
    what = TextField()
    owner = ForeignKeyField(Clerk, backref="+", on_delete="SET NULL", index=False, null=True)
    for_manager = BooleanField()
    opened_at = TextField()
    acknowledged_at = TextField(null=True)
    put_right_how = TextField()
    put_right_by = DateField(null=True)
    put_right_time = TimeField(null=True)
    solved_at = TextField(null=True)
    stayed_so_at = TextField(null=True)

    class Meta:
        table_name = "problem"
        legacy_table_names = False


class ProblemStep(Model):
    id = AutoField()
    problem = ForeignKeyField(Problem, backref="+", on_delete="CASCADE")
    step = TextField()
    taken_at = TextField()
    clerk = ForeignKeyField(Clerk, backref="+", on_delete="SET NULL", index=False, null=True)
    note = TextField()

    class Meta:
        table_name = "problem_step"
        legacy_table_names = False


class Referral(Model):
    id = AutoField()
    referrer = ForeignKeyField(Customer, backref="+", on_delete="CASCADE")
    referred = ForeignKeyField(Customer, backref="+", on_delete="SET NULL", index=False, null=True)
    call = ForeignKeyField(Call, backref="+", on_delete="SET NULL", index=False, null=True)
    name = TextField()
    number = TextField()
    relation = TextField()
    what_for = TextField()
    may_call = BooleanField()
    state = TextField()
    made_at = TextField()
    thanked_at = TextField(null=True)

    class Meta:
        table_name = "referral"
        legacy_table_names = False


class ReferralStep(Model):
    id = AutoField()
    referral = ForeignKeyField(Referral, backref="+", on_delete="CASCADE")
    state = TextField()
    taken_at = TextField()
    clerk = ForeignKeyField(Clerk, backref="+", on_delete="SET NULL", index=False, null=True)

    class Meta:
        table_name = "referral_step"
        legacy_table_names = False


class FollowUp(Model):
    id = AutoField()
    customer = ForeignKeyField(Customer, backref="+", on_delete="CASCADE")
    kind = TextField()
    rank = IntegerField()
    about = TextField()
    due_on = DateField()
    due_time = TimeField(null=True)
    is_timed = BooleanField()
    status = TextField()
    closed_at = TextField(null=True)
    closed_by = ForeignKeyField(Clerk, backref="+", on_delete="SET NULL", index=False, null=True)
    closed_why = TextField()
    clerk = ForeignKeyField(Clerk, backref="+", on_delete="SET NULL", index=False, null=True)
    rule = TextField()
    tries = IntegerField()
    despite = TextField()
    version = IntegerField()
    created_at = TextField()
    purchase = ForeignKeyField(Purchase, backref="+", on_delete="CASCADE", index=False, null=True)
    visit = ForeignKeyField(Visit, backref="+", on_delete="CASCADE", index=False, null=True)
    order = ForeignKeyField(Order, backref="+", on_delete="CASCADE", index=False, null=True)
    promise = ForeignKeyField(Promise, backref="+", on_delete="CASCADE", index=False, null=True)
    problem = ForeignKeyField(Problem, backref="+", on_delete="CASCADE", index=False, null=True)
    referral = ForeignKeyField(Referral, backref="+", on_delete="CASCADE", index=False, null=True)
    special_date = ForeignKeyField(
        SpecialDate, backref="+", on_delete="CASCADE", index=False, null=True
    )
    whats_new = ForeignKeyField(WhatsNew, backref="+", on_delete="SET NULL", index=False, null=True)
    call = ForeignKeyField(Call, backref="+", on_delete="SET NULL", index=False, null=True)

    class Meta:
        table_name = "follow_up"
        legacy_table_names = False


class Announcement(Model):
    id = AutoField()
    follow_up = ForeignKeyField(FollowUp, backref="+", on_delete="CASCADE", index=False)
    version = IntegerField()
    notice = TextField()
    announced_at = TextField()
    snoozed_until = DateTimeField(null=True)
    dismissed_at = TextField(null=True)

    class Meta:
        table_name = "announcement"
        legacy_table_names = False
        indexes = ((("follow_up", "version"), True),)


class Draft(Model):
    id = AutoField()
    name = TextField(unique=True)
    text = TextField()
    saved_at = TextField()

    class Meta:
        table_name = "draft"
        legacy_table_names = False


class Action(Model):
    id = AutoField()
    name = TextField()
    clerk = ForeignKeyField(Clerk, backref="+", on_delete="SET NULL", index=False, null=True)
    happened_at = TextField()
    undone_at = TextField(null=True)
    undoes = ForeignKeyField("self", backref="+", on_delete="CASCADE", index=False, null=True)
    changes = TextField()

    class Meta:
        table_name = "action"
        legacy_table_names = False


Customer.add_index(Customer.index(Customer.sort_key, where=SQL('("erased_at" IS NULL)')))
Customer.add_index(
    Customer.index(Customer.last_contact_at, Customer.sort_key, where=SQL('("erased_at" IS NULL)'))
)
Customer.add_index(
    Customer.index(Customer.next_on, Customer.sort_key, where=SQL('("erased_at" IS NULL)'))
)
Customer.add_index(
    Customer.index(Customer.stage, Customer.sort_key, where=SQL('("erased_at" IS NULL)'))
)
Customer.add_index(
    Customer.index(Customer.owner, Customer.sort_key, where=SQL('("erased_at" IS NULL)'))
)
Customer.add_index(
    Customer.index(
        Customer.next_on,
        Customer.dont_call_at,
        Customer.last_contact_at,
        Customer.sort_key,
        where=SQL(
            '(((("erased_at" IS NULL) AND '
            '("next_on" IS NULL)) AND '
            '("dont_call_at" IS NULL)) AND '
            '("nothing_more" IS NULL))'
        ),
    )
)
Customer.add_index(Customer.index(Customer.id, where=SQL('("erased_at" IS NOT NULL)')))
SpecialDate.add_index(SpecialDate.index(SpecialDate.call, where=SQL('("call_id" IS NOT NULL)')))
Purchase.add_index(Purchase.index(Purchase.occasion_on, where=SQL('("occasion_on" IS NOT NULL)')))
Item.add_index(
    Item.index(Item.product_group, Item.purchase, where=SQL('("product_group_id" IS NOT NULL)'))
)
Order.add_index(Order.index(Order.promised_on, where=SQL('("closed_at" IS NULL)')))
Call.add_index(Call.index(Call.finished_at, where=SQL('"thanked_us"')))
Call.add_index(
    Call.index(
        Call.finished_at,
        Call.direction,
        Call.outcome,
        Call.clerk,
        Call.customer,
        where=SQL('("finished_at" IS NOT NULL)'),
    )
)
Call.add_index(
    Call.index(
        Call.finished_at,
        Call.customer,
        where=SQL(
            "(((\"gained\" != '') OR (\"works_well\" != '')) OR (\"could_be_better\" != ''))"
        ),
    )
)
Call.add_index(Call.index(Call.follow_up, where=SQL('("follow_up_id" IS NOT NULL)')))
Call.add_index(Call.index(Call.call_back_on, where=SQL('("call_back_on" IS NOT NULL)')))
Fact.add_index(Fact.index(Fact.call, where=SQL('("call_id" IS NOT NULL)')))
Promise.add_index(
    Promise.index(Promise.due_on, where=SQL('(("kept_at" IS NULL) AND ("withdrawn_at" IS NULL))'))
)
Promise.add_index(Promise.index(Promise.call, where=SQL('("call_id" IS NOT NULL)')))
Promise.add_index(Promise.index(Promise.order, where=SQL('("order_id" IS NOT NULL)')))
Problem.add_index(Problem.index(Problem.put_right_by, where=SQL('("solved_at" IS NULL)')))
Problem.add_index(Problem.index(Problem.call, where=SQL('("call_id" IS NOT NULL)')))
Referral.add_index(Referral.index(Referral.referred, where=SQL('("referred_id" IS NOT NULL)')))
Referral.add_index(Referral.index(Referral.call, where=SQL('("call_id" IS NOT NULL)')))
FollowUp.add_index(
    FollowUp.index(FollowUp.purchase, FollowUp.customer, where=SQL("(\"kind\" = 'time_to_renew')"))
)
FollowUp.add_index(
    FollowUp.index(
        FollowUp.rank,
        FollowUp.due_on,
        FollowUp.due_time,
        FollowUp.id,
        where=SQL("(\"status\" = 'open')"),
    )
)
FollowUp.add_index(
    FollowUp.index(FollowUp.customer, FollowUp.due_on, where=SQL("(\"status\" = 'open')"))
)
FollowUp.add_index(
    FollowUp.index(FollowUp.clerk, FollowUp.due_on, where=SQL("(\"status\" = 'open')"))
)
FollowUp.add_index(FollowUp.index(FollowUp.closed_at, where=SQL('("closed_at" IS NOT NULL)')))
FollowUp.add_index(FollowUp.index(FollowUp.purchase, where=SQL('("purchase_id" IS NOT NULL)')))
FollowUp.add_index(FollowUp.index(FollowUp.visit, where=SQL('("visit_id" IS NOT NULL)')))
FollowUp.add_index(FollowUp.index(FollowUp.order, where=SQL('("order_id" IS NOT NULL)')))
FollowUp.add_index(FollowUp.index(FollowUp.promise, where=SQL('("promise_id" IS NOT NULL)')))
FollowUp.add_index(FollowUp.index(FollowUp.problem, where=SQL('("problem_id" IS NOT NULL)')))
FollowUp.add_index(FollowUp.index(FollowUp.referral, where=SQL('("referral_id" IS NOT NULL)')))
FollowUp.add_index(
    FollowUp.index(FollowUp.special_date, where=SQL('("special_date_id" IS NOT NULL)'))
)
FollowUp.add_index(FollowUp.index(FollowUp.whats_new, where=SQL('("whats_new_id" IS NOT NULL)')))
FollowUp.add_index(FollowUp.index(FollowUp.call, where=SQL('("call_id" IS NOT NULL)')))
Action.add_index(Action.index(Action.undoes, where=SQL('("undoes_id" IS NOT NULL)')))


TABLES: tuple[Any, ...] = (
    Shop,
    OpeningHours,
    ClosingDay,
    Setting,
    Clerk,
    ContactType,
    Kind,
    Cadence,
    Playbook,
    ProductGroup,
    WhatsNew,
    Customer,
    Phone,
    Mail,
    Permission,
    Suppression,
    Person,
    SpecialDate,
    Visit,
    Purchase,
    Item,
    Order,
    Checkpoint,
    Call,
    CallLine,
    CallBridge,
    Detour,
    Fact,
    Promise,
    DateChange,
    Delay,
    Problem,
    ProblemStep,
    Referral,
    ReferralStep,
    FollowUp,
    Announcement,
    Draft,
    Action,
)

LATE: tuple[Any, ...] = (
    SpecialDate.call,
    Call.follow_up,
)

CONTACT_TYPES: tuple[Any, ...] = (
    "referral",
    "service",
    "update",
    "hard_to_reach",
    "thanks",
)

KINDS: tuple[Any, ...] = (
    ("promise", "service"),
    ("call_back", "service"),
    ("problem", "service"),
    ("late_order", "service"),
    ("order_check", "service"),
    ("day_after", "service"),
    ("two_weeks", "service"),
    ("two_months", "service"),
    ("after_occasion", "service"),
    ("left_first", "update"),
    ("left_second", "update"),
    ("left_later", "update"),
    ("referral", "referral"),
    ("thank_referrer", "thanks"),
    ("hard_to_reach", "hard_to_reach"),
    ("something_new", "update"),
    ("time_to_renew", "update"),
    ("thank_you", "thanks"),
    ("date", "thanks"),
    ("long_silence", "update"),
    ("check_in", "service"),
)

SEARCH: tuple[Any, ...] = (
    """CREATE VIRTUAL TABLE "customer_words" USING fts5(search_key, content='customer',
    content_rowid='id', tokenize='ascii tokenchars ''$+<=>^`|~''', prefix='1 2 3 4 5',
    detail='none', columnsize=0)""",
    """CREATE TABLE "customer_word" ("id" INTEGER NOT NULL PRIMARY KEY,
    "word" TEXT NOT NULL UNIQUE, "customers" INTEGER NOT NULL)""",
    """CREATE VIRTUAL TABLE "word_parts" USING fts5(word, content='customer_word',
    content_rowid='id', tokenize='trigram case_sensitive 1', detail='none', columnsize=0)""",
    """CREATE VIRTUAL TABLE "phone_parts" USING fts5(number, content='phone',
    content_rowid='id', tokenize='trigram case_sensitive 1', detail='none', columnsize=0)""",
    """CREATE TABLE "word_cut" ("cut" TEXT NOT NULL, "word_id" INTEGER NOT NULL,
    PRIMARY KEY ("cut", "word_id")) WITHOUT ROWID""",
)


def up(migrator: Any, db: Any) -> None:
    for table in LATE:
        table.deferred = False
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES, safe=False)
        for code in CONTACT_TYPES:
            ContactType.create(code=code)
        for code, contact_type in KINDS:
            Kind.create(code=code, contact_type=ContactType.get(code=contact_type), paused=False)
    for statement in SEARCH:
        db.execute_sql(statement)
