"""A customer's card, as it comes from the store, written out."""

from datetime import UTC, date, datetime, time

from followup_desktop.domain.customer import (
    Checkpoint,
    ComingUp,
    CustomerCard,
    Fact,
    Mail,
    OpenProblem,
    OpenPromise,
    OrderOnCard,
    Permission,
    Person,
    Phone,
    ReferralLink,
    SpecialDate,
)
from followup_desktop.domain.kinds import (
    Direction,
    FactKind,
    FollowUpStatus,
    Fulfilment,
    Kind,
    Outcome,
    PhoneKind,
    ReferralState,
    Stage,
    Step,
    Way,
)
from followup_desktop.domain.story import EventKind, StoryEvent
from followup_desktop.ui.card.page import CardSnapshot
from tests.services.world import at

NOW = at("2026-11-21 09:30")


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


ENTERED_AT = moment("2026-11-14 12:00")

CARD = CustomerCard(
    id=11,
    name="Richard Libin",
    title="Mr.",
    address_as="Mr. Libin",
    say_it_like="LIB-in",
    language="English",
    preferred_way=Way.CALL,
    stage=Stage.CUSTOMER,
    purchases=3,
    works_as="architect, own studio",
    service_person="Aldo",
    pinned_note="",
    discreet=False,
    owner_id=1,
    owner_name="Ed Marsh",
    first_n_sales=None,
    dont_call_at=None,
    dont_call_by="",
    last_contact_at=moment("2026-11-16 15:00"),
    last_thanked_at=None,
    phones=(
        Phone(1, "+12125550143", "+1 212-555-0143", PhoneKind.MOBILE, time(9), time(11, 30), ""),
        Phone(2, "+12125550199", "+1 212-555-0199", PhoneKind.WORK, None, None, "", is_wrong=True),
    ),
    mails=(Mail(1, "libin@example.com"),),
    permissions=(Permission(Way.CALL, True, moment("2026-05-11 15:00"), "visit", "Ed Marsh"),),
    people=(Person(1, "wife", "Dana", ""), Person(2, "son", "Eli", "17, tall")),
    dates=(
        SpecialDate(1, "first board meeting", 24, 11, 2026, False, None, date(2026, 11, 24)),
        SpecialDate(2, "birthday", 29, 2, None, True, None, date(2027, 2, 28)),
    ),
    facts=(
        Fact(1, FactKind.SIZE, "42 L, shoe 11"),
        Fact(2, FactKind.LIKE, "charcoal"),
        Fact(3, FactKind.LIKE, "no pleats"),
        Fact(4, FactKind.NOT_RIGHT, "slim trousers"),
        Fact(5, FactKind.THEIR_WORDS, "I want to look at ease"),
        Fact(6, FactKind.NOTE, "a note stands in the story"),
    ),
    referred_by=(ReferralLink(1, 21, "Anna Berg", "", "", ReferralState.BOUGHT),),
    has_referred=(
        ReferralLink(2, 22, "Tom Kessler", "friend", "dinner jacket", ReferralState.CAME_IN),
        ReferralLink(3, None, "Lena", "cousin", "", ReferralState.NAMED),
    ),
    orders=(
        OrderOnCard(
            1,
            "charcoal suit",
            Fulfilment.ALTERATION,
            date(2026, 11, 20),
            None,
            tuple(
                Checkpoint(10 + number, step, None, None if number else ENTERED_AT, "Ed")
                for number, step in enumerate(Step)
            ),
            closed=False,
            cancelled=False,
        ),
    ),
    promises=(
        OpenPromise(1, "call when the trousers are ready", date(2026, 11, 21), time(11), "Ed"),
    ),
    problems=(
        OpenProblem(1, "sleeves too long", "Ed Marsh", "Aldo shortens them", date(2026, 11, 23),
                    moment("2026-11-19 12:00")),
    ),
    coming_up=(
        ComingUp(1, Kind.PROMISE, "call when the trousers are ready", date(2026, 11, 21),
                 time(11), True, FollowUpStatus.OPEN, 1, promise_id=1),
        ComingUp(2, Kind.AFTER_OCCASION, "board meeting", date(2026, 11, 25), None, False,
                 FollowUpStatus.OPEN, 1),
    ),
    last_purchase_id=7,
    last_item="charcoal suit",
    last_purchase_on=date(2026, 11, 14),
    occasion="board meeting",
    occasion_on=date(2026, 11, 24),
    for_whom="",
    is_gift=False,
    call_id=None,
)  # fmt: skip

CALL = StoryEvent(
    EventKind.CALL,
    31,
    moment("2026-11-16 15:00"),
    "",
    text="Dana loved it.",
    clerk_name="Ed Marsh",
    call_kind=Kind.DAY_AFTER,
    direction=Direction.OUTBOUND,
    outcome=Outcome.TALKED,
    minutes=6,
    works_well="the lapels",
    could_be_better="sleeves a touch long",
)
PROMISE = StoryEvent(
    EventKind.PROMISE,
    1,
    moment("2026-11-16 15:00"),
    "call when the trousers are ready",
    clerk_name="Ed Marsh",
    due_on=date(2026, 11, 21),
    due_time=time(11),
)
BOUGHT = StoryEvent(
    EventKind.PURCHASE,
    7,
    moment("2026-11-14 12:00"),
    "charcoal suit",
    text="board meeting",
    clerk_name="Ed Marsh",
    fulfilment=Fulfilment.ALTERATION,
    due_on=date(2026, 11, 20),
    occasion_on=date(2026, 11, 24),
)
NOTE = StoryEvent(
    EventKind.NOTE, 6, moment("2026-08-30 12:00"), "", text="Found his umbrella.",
    clerk_name="Anna Berg",
)  # fmt: skip
LEFT = StoryEvent(
    EventKind.VISIT,
    3,
    moment("2026-05-11 15:00"),
    "linen blazers",
    text="wanted to think",
    also_looking_at="Hart & Sons",
)
STORY = (CALL, PROMISE, BOUGHT, NOTE, LEFT)


def snapshot(
    card: CustomerCard = CARD, story: tuple[StoryEvent, ...] = STORY, *, has_more: bool = False
) -> CardSnapshot:
    return CardSnapshot(card, story, has_more, NOW, "Ed Marsh")
