"""The people of the past half year, so that there is something to count in Insights.

They are written as rows, all at once, with what the program keeps of a visit and a call: told scene
by scene, sixty of them would take longer than everybody else together. Nothing of theirs is due in
the next weeks, so that the day's list belongs to the others.
"""

from datetime import time, timedelta
from random import Random
from typing import Any

from followup_desktop.domain.keeping import LATELY_DAYS
from followup_desktop.domain.kinds import (
    KINDS,
    CallStep,
    Direction,
    Kind,
    Outcome,
    Purpose,
    PurposeReached,
    ReferralState,
    Way,
)
from followup_desktop.services.sample.corner import Corner
from followup_desktop.services.sample.day_work import SAID
from followup_desktop.store.rows import (
    CallRow,
    CustomerRow,
    FollowUpRow,
    ItemRow,
    PermissionRow,
    PhoneRow,
    PromiseRow,
    PurchaseRow,
    ReferralRow,
    VisitRow,
)
from followup_desktop.store.store import Store
from followup_desktop.store.unit import Unit

NAMES = (
    "Agnes Tull", "Ahmed Rahimi", "Alma Brandt", "Amara Diallo", "Anton Weiss", "Arthur Penn",
    "Bao Nguyen", "Bettina Hahn", "Callum Reid", "Celeste Moreau", "Chidi Obi", "Clara Winter",
    "Dario Conti", "Della Young", "Dmitri Orlov", "Edith Lund", "Elif Aydin", "Emil Strand",
    "Esther Cohen", "Farah Nasser", "Felix Baum", "Flora Greene", "Gabriel Costa", "Greta Holm",
    "Hana Sato", "Harold Pike", "Henrike Vos", "Imani Brooks", "Ines Carvalho", "Isaac Stern",
    "Jasper Quill", "Joan Fairweather", "Kamal Aziz", "Karin Dahl", "Kofi Mensah", "Lena Fischer",
    "Linus Ek", "Lucia Romero", "Mabel Thorne", "Mateo Lima", "Mira Patel", "Nadia Petrova",
    "Nils Lindqvist", "Odette Blanc", "Olga Marin", "Oscar Lamb", "Pablo Prado", "Pearl Summers",
    "Quentin Shaw", "Rafael Pinto", "Renate Vogel", "Rowan Ellis", "Sanna Virtanen", "Selma Khan",
    "Theo Laurent", "Ursula Beck", "Vera Kovac", "Wendell Price",
)  # fmt: skip
SENT = ("Yara Saleh", "Zoltan Kiss")
"""They came because a customer had thought of them."""
ITEMS = (
    "Lambswool scarf", "Leather gloves", "Umbrella with a cherry handle", "Navy cardigan",
    "Woven belt", "Canvas satchel", "Corduroy waistcoat", "Pleated skirt", "Silk tie",
    "Striped pullover",
)  # fmt: skip
FREE_NUMBERS = tuple(
    f"+121255501{ending:02}"
    for ending in range(100)
    if ending not in (4, 9, 13, 17, 21, 28, 32, 36, 39, 43, 47, 50, 55, 58, 61, 64, 65, 66, 72, 75,
                      84, 90, 94)
)  # fmt: skip
"""Of those kept for fiction, nobody else's in the sample."""

EARLIEST, LATEST = 170, 93
"""Days ago: everybody's first ninety days are over."""
HOURS = ("10:20", "11:40", "12:15", "14:30", "15:10", "16:05", "16:40", "17:15", "17:30", "18:10")
WELL = ("16", "17")
"""The hours at which most are in, as in a real town when work is over."""
MOST_TRIES = 3
SEED = 11


def regulars(corner: Corner, store: Store) -> None:
    with store.quiet(corner.now, corner.ed) as unit:
        past = _Past(corner, unit)
        for place in range(len(NAMES)):
            past.somebody(place)
        for place in range(len(SENT)):
            past.somebody_sent(place)


class _Past:
    def __init__(self, corner: Corner, unit: Unit) -> None:
        self.corner, self.unit = corner, unit
        self.random = Random(SEED)
        self.clerks = (corner.ed, corner.anna, corner.noor)
        self.spoken: list[tuple[int, int, int]] = []
        """Of those who named somebody: the customer, the clerk, the call."""

    def somebody(self, place: int) -> None:
        """Three of five were called, and more of them came back. The others were talked to when
        they came by."""
        first = EARLIEST - place * (EARLIEST - LATEST) // len(NAMES)
        clerk_id, is_called = self.clerks[place % 3], place % 5 in (0, 1, 3)
        who = self._customer(NAMES[place], FREE_NUMBERS[place], first, clerk_id)
        self._buys(who, clerk_id, first)
        if place % 2 == 0 if is_called else place % 4 == 0:
            self._buys(who, clerk_id, first - 20 - place)
        if is_called:
            self._followed_up(who, clerk_id, first, place)
        else:
            self._talk(
                who, clerk_id, first - 30, Kind.CHECK_IN, "15:20", Outcome.TALKED, in_shop=True
            )
        self._next_step(who, clerk_id, place)

    def _followed_up(self, who: int, clerk_id: int, first: int, place: int) -> None:
        for days, kind in ((1, Kind.DAY_AFTER), (14, Kind.TWO_WEEKS), (60, Kind.TWO_MONTHS)):
            self._calls(who, clerk_id, first - days, kind)
        lately = 2 * MOST_TRIES + place
        call_id = self._calls(who, clerk_id, lately, Kind.SOMETHING_NEW)
        if place % 5 != 1 and lately > LATELY_DAYS:
            self._promise(who, clerk_id, lately, call_id, is_late=place == 30)
        self.spoken.append((who, clerk_id, call_id))

    def somebody_sent(self, place: int) -> None:
        bought, number = 50 - 12 * place, FREE_NUMBERS[len(NAMES) + place]
        referrer, clerk_id, call_id = self.spoken[-1 - place]
        who = self._customer(SENT[place], number, bought + 8, clerk_id)
        self.unit.insert(
            ReferralRow,
            referrer=referrer,
            referred=who,
            call=call_id,
            name=SENT[place],
            number=number,
            relation="colleague",
            may_call=True,
            state=ReferralState.BOUGHT,
            made_at=self._at(bought + 8, "16:10"),
            thanked_at=self._at(bought - 10, "11:00"),
        )
        self._calls(who, clerk_id, bought + 6, Kind.REFERRAL)
        self._buys(who, clerk_id, bought)
        self._calls(who, clerk_id, bought - 1, Kind.DAY_AFTER)
        self._next_step(who, clerk_id, place)

    # Rows ---------------------------------------------------------------------------------------

    def _at(self, days: int, at: str) -> Any:
        return self.corner.ago(days, at).utc

    def _customer(self, name: str, number: str, days: int, clerk_id: int) -> int:
        created = self._at(days, "13:00")
        who = self.unit.insert(
            CustomerRow,
            name=name,
            owner=clerk_id,
            created_at=created,
        )
        suits = self.random.choice((time(9), time(16), None))
        self.unit.insert(
            PhoneRow,
            customer=who,
            number=number,
            good_from=suits,
            good_to=suits and suits.replace(hour=suits.hour + 2),
        )
        self.unit.insert(
            PermissionRow,
            customer=who,
            way=Way.CALL,
            allowed=True,
            given_at=created,
            source="visit",
            clerk=clerk_id,
        )
        return who

    def _buys(self, who: int, clerk_id: int, days: int) -> None:
        now = self.corner.ago(days, "13:00")
        visit = self.unit.insert(
            VisitRow,
            customer=who,
            clerk=clerk_id,
            visited_at=now.utc,
            visited_on=now.day,
            bought=True,
        )
        purchase = self.unit.insert(PurchaseRow, customer=who, visit=visit, purchased_on=now.day)
        self.unit.insert(ItemRow, purchase=purchase, name=self.random.choice(ITEMS))

    def _calls(self, who: int, clerk_id: int, days: int, kind: Kind) -> int:
        """Until they are reached, every other day; the last call."""
        call_id = 0
        for tried in range(MOST_TRIES):
            hour = self.random.choice(HOURS)
            is_in = self.random.random() < (0.95 if hour[:2] in WELL else 0.4)
            outcome = Outcome.TALKED if is_in else Outcome.NO_ANSWER
            call_id = self._talk(who, clerk_id, days - 2 * tried, kind, hour, outcome)
            if is_in:
                break
        return call_id

    def _talk(
        self,
        who: int,
        clerk_id: int,
        days: int,
        kind: Kind,
        hour: str,
        outcome: Outcome,
        in_shop: bool = False,
    ) -> int:
        began = self._at(days, hour)
        ended = began + timedelta(minutes=4 if outcome.reached else 1)
        return self.unit.insert(
            CallRow,
            customer=who,
            clerk=clerk_id,
            kind=kind,
            direction=Direction.IN_SHOP if in_shop else Direction.OUTBOUND,
            step=CallStep.DONE,
            purpose=Purpose.RELATIONSHIP,
            planned_at=began,
            started_at=began,
            ended_at=ended,
            finished_at=ended,
            notes=SAID.get(kind, "") if outcome.reached else "",
            outcome=outcome,
            purpose_reached=PurposeReached.REACHED if outcome.reached else None,
        )

    def _promise(self, who: int, clerk_id: int, days: int, call_id: int, is_late: bool) -> None:
        """To look something up, by two days later."""
        kept = self._at(days - 3 if is_late else days - 1, "17:40")
        self.unit.insert(
            PromiseRow,
            customer=who,
            call=call_id,
            what="find out when the new colours come",
            due_on=self.corner.ago(days - 2, "12:00").day,
            clerk=clerk_id,
            made_at=self._at(days, "12:00"),
            kept_at=kept,
            missed_at=kept if is_late else None,
        )

    def _next_step(self, who: int, clerk_id: int, place: int) -> None:
        """Far enough ahead."""
        kind = Kind.CHECK_IN
        self.unit.insert(
            FollowUpRow,
            customer=who,
            kind=kind,
            rank=KINDS[kind].rank,
            due_on=self.corner.ahead(60 + place),
            clerk=clerk_id,
            created_at=self.corner.ago(15, "12:00").utc,
        )
