"""What customers gained, what works well and what could be better, by product group (M-71)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from followup_desktop.domain.caught import FactForm, ProblemForm
from followup_desktop.domain.changes import Changes
from followup_desktop.domain.insights.asked import Asked, Period, Whose
from followup_desktop.domain.insights.said import Group, Said, SaidKind, SaidWanted
from followup_desktop.domain.kinds import Direction, FactKind, Kind, Outcome, PurposeReached
from followup_desktop.domain.product_group import ItemGroup
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.store import Store
from tests.services.call_world import ED, Talk
from tests.services.world import at, statements

NOW = at("2026-11-21 10:42")
SOLD = at("2026-11-02 11:00")
NEXT_DAY = at("2026-11-03 11:00")
LATELY = Asked()


@pytest.fixture
def suits(services: Services) -> Group:
    return group(services, "Suits")


def group(services: Services, name: str) -> Group:
    return Group(made(services.product_groups.add(SOLD, ED, name)), name)


def made(changes: Changes) -> int:
    assert changes.made_id is not None
    return changes.made_id


def sold(
    services: Services,
    item: str,
    of: Group | None,
    now: Now = SOLD,
    customer_id: int | None = None,
    **visit: object,
) -> int:
    """The customer's id."""
    groups = (ItemGroup(item, of.id),) if of is not None else ()
    given: dict[str, object] = {
        "items": (item,),
        "item_groups": groups,
        "customer_id": customer_id,
    }
    if customer_id is None:
        given |= {"name": "Jun Hayashi", "phone": "212 555 0143"}
    recorded = services.visits.record(now, ED, NewVisit(**given | visit))  # type: ignore[arg-type]
    assert recorded.customer_id is not None
    return recorded.customer_id


def talk(
    services: Services,
    whom: int,
    now: Now = NEXT_DAY,
    about: Kind | None = None,
    caught: tuple[FactForm | ProblemForm, ...] = (),
    **answers: str,
) -> None:
    due = [one.id for one in open_of(customer=whom) if one.kind is about]
    talk = Talk(services, now, whom)
    talk.begin(due[0] if due else None)
    for form in caught:
        talk.catch(form)
    talk.call()
    reached = PurposeReached.REACHED
    talk.answer(Outcome.TALKED, purpose_reached=reached, nothing_more="All is well", **answers)
    talk.finish()


def words(services: Services, asked: Asked = LATELY, **wanted: object) -> list[Said]:
    given = SaidWanted(**wanted)  # type: ignore[arg-type]
    return list(services.insights.said(NOW, ED, asked, given).words)


def counts(services: Services, asked: Asked = LATELY, clerk_id: int = ED) -> dict[str, str]:
    """By the group's name."""
    groups = services.insights.said_summary(NOW, clerk_id, asked).groups
    return {
        one.group.name: ", ".join(f"{count} {kind}" for kind, count in one.counts) for one in groups
    }


def test_a_new_shop_has_heard_nothing_yet(services: Services) -> None:
    assert words(services) == []
    assert services.insights.said_summary(NOW, ED, Asked()).groups == ()


def test_the_answers_of_a_talk_stand_under_what_it_was_about(
    services: Services, suits: Group
) -> None:
    whom = sold(services, "Navy suit", suits)
    gained, works, better = "Felt at ease on the stage", "The pockets", "Left sleeve is long"
    talk(
        services,
        whom,
        about=Kind.DAY_AFTER,
        gained=gained,
        works_well=works,
        could_be_better=better,
    )
    told = [(one.kind, one.text, one.group, one.item, one.name, one.on) for one in words(services)]
    day = date(2026, 11, 3)
    assert told == [
        (SaidKind.GAINED, gained, suits, "Navy suit", "Jun Hayashi", day),
        (SaidKind.WORKS_WELL, works, suits, "Navy suit", "Jun Hayashi", day),
        (
            SaidKind.COULD_BE_BETTER,
            better,
            suits,
            "Navy suit",
            "Jun Hayashi",
            day,
        ),
    ]
    assert counts(services) == {"Suits": "1 gained, 1 works_well, 1 could_be_better"}


def test_needs_their_words_and_what_went_wrong_are_heard_too(
    services: Services, suits: Group
) -> None:
    whom = sold(services, "Navy suit", suits)
    caught = (
        FactForm("A coat for the train", FactKind.NEED),
        FactForm("Something lighter", FactKind.WANT),
        FactForm("“It makes me stand straight”", FactKind.THEIR_WORDS),
        FactForm("Chest 52", FactKind.SIZE),
        ProblemForm("A button came off"),
    )
    talk(services, whom, about=Kind.DAY_AFTER, caught=caught)
    services.customers.add_fact(NEXT_DAY, ED, whom, FactKind.WANT, "A scarf, in the shop")
    told = sorted((one.kind, one.text) for one in words(services))
    assert told == [
        (SaidKind.THEIR_WORDS, "“It makes me stand straight”"),
        (SaidKind.WENT_WRONG, "A button came off"),
        (SaidKind.WISH, "A coat for the train"),
        (SaidKind.WISH, "A scarf, in the shop"),
        (SaidKind.WISH, "Something lighter"),
    ]
    assert counts(services) == {"Suits": "1 went_wrong, 3 wish, 1 their_words"}


def test_otherwise_it_is_about_what_they_had_bought_last(services: Services, suits: Group) -> None:
    boots = group(services, "Boots")
    whom = sold(services, "Navy suit", suits)
    services.customers.add_fact(at("2026-11-04 11:00"), ED, whom, FactKind.WANT, "Boots to it")
    sold(services, "Brown boots", boots, at("2026-11-05 11:00"), whom)
    services.customers.add_fact(at("2026-11-06 11:00"), ED, whom, FactKind.WANT, "A belt to them")
    talk(services, whom, at("2026-11-16 11:00"), Kind.TWO_WEEKS, works_well="The cut")
    assert [(one.text, one.group.name) for one in words(services)] == [
        ("The cut", "Suits"),
        ("A belt to them", "Boots"),
        ("Boots to it", "Suits"),
    ]


@pytest.mark.parametrize("hours_from_utc", [11, -10])
def test_what_was_bought_by_then_goes_by_the_shops_own_clock(
    services: Services, suits: Group, hours_from_utc: int
) -> None:
    """Sydney's morning is still yesterday by UTC, and Honolulu's afternoon is tomorrow already."""

    def there(local: str) -> Now:
        moment = datetime.fromisoformat(local)
        return Now(utc=(moment - timedelta(hours=hours_from_utc)).replace(tzinfo=UTC), local=moment)

    who = sold(services, "Navy suit", suits, there("2026-11-04 09:15"))
    note = FactForm("Something for the rain", FactKind.WANT)
    talk(services, who, there("2026-11-04 17:30"), caught=(note,))
    sold(services, "Raincoat", group(services, "Coats"), there("2026-11-05 09:15"), who)
    talk(services, who, there("2026-11-05 09:20"), caught=(FactForm("It fits", FactKind.WANT),))
    assert [(one.text, one.item) for one in words(services)] == [
        ("It fits", "Raincoat"),
        ("Something for the rain", "Navy suit"),
    ]


def test_whoever_looked_and_left_talked_about_nothing_they_own(
    services: Services, suits: Group
) -> None:
    whom = sold(services, "Navy suit", suits)
    left = NewVisit(customer_id=whom, bought=False, looked_at="Camel coat", held_back="Sleeves")
    services.visits.record(at("2026-11-10 11:00"), ED, left)
    later = at("2026-11-11 11:00")
    talk(services, whom, later, Kind.LEFT_FIRST, could_be_better="Shorter sleeves")
    services.visits.record(
        later, ED, NewVisit(name="Ingrid Vale", phone="212 555 0165", bought=False, looked_at="Hat")
    )
    services.customers.add_fact(later, ED, 2, FactKind.NEED, "A hat that packs flat")
    assert counts(services) == {"": "1 could_be_better, 1 wish"}
    assert [one.group for one in words(services)] == [Group(None), Group(None)]


def test_of_several_things_the_one_that_the_call_names(services: Services, suits: Group) -> None:
    boots = group(services, "Boots")
    groups = (ItemGroup("Navy suit", suits.id), ItemGroup("Brown boots", boots.id))
    items = ("Wool tie", "Navy suit", "Brown boots")
    whom = sold(services, "", None, items=items, item_groups=groups)
    talk(services, whom, about=Kind.DAY_AFTER, works_well="All of it")
    assert [one.group for one in words(services)] == [suits]


def test_a_gift_and_a_discreet_customer_are_heard_without_their_name(
    services: Services, suits: Group
) -> None:
    """M-34."""
    earrings = group(services, "Earrings")
    giver = sold(services, "Pearl earrings", earrings, is_gift=True, for_whom="his wife")
    talk(services, giver, about=Kind.DAY_AFTER, gained="She suspects nothing")
    services.customers.change(NEXT_DAY, ED, giver, discreet=False)
    later = sold(services, "Navy suit", suits, at("2026-11-09 11:00"), name="Ada Quinn")
    services.customers.change(NOW, ED, later, discreet=True, title="Dr.")
    talk(services, later, at("2026-11-10 11:00"), Kind.DAY_AFTER, gained="Nobody has to know")
    told = [(one.text, one.is_discreet, one.name, one.title, one.item) for one in words(services)]
    assert told == [
        ("Nobody has to know", True, "", "", ""),
        ("She suspects nothing", True, "", "", ""),
    ]
    assert counts(services) == {"Earrings": "1 gained", "Suits": "1 gained"}
    assert [one.name for one in words(services, text="suspects")] == [""]


def test_whoever_asked_not_to_be_called_is_heard_all_the_same(
    services: Services, suits: Group
) -> None:
    """M-28 is about our calls, not about what they said."""
    whom = sold(services, "Navy suit", suits)
    talk(services, whom, about=Kind.DAY_AFTER, gained="Stood straight")
    services.customers.dont_call(NOW, ED, whom)
    assert counts(services) == {"Suits": "1 gained"}


def test_a_call_that_is_not_finished_says_nothing_yet(services: Services, suits: Group) -> None:
    live = Talk(services, NEXT_DAY, sold(services, "Navy suit", suits))
    live.call()
    live.answer(Outcome.TALKED, gained="Stood straight")
    assert words(services) == []


def test_the_period_ends_where_it_was_said(services: Services, suits: Group) -> None:
    spring = at("2026-04-02 11:00")
    whom = sold(services, "Navy suit", suits, spring)
    talk(services, whom, at("2026-04-03 11:00"), Kind.DAY_AFTER, gained="In spring")
    talk(services, whom, NEXT_DAY, gained="In autumn")
    assert counts(services) == {"Suits": "1 gained"}
    assert counts(services, Asked(Period.YEAR)) == {"Suits": "2 gained"}
    assert [one.text for one in words(services, Asked(Period.ALL))] == ["In autumn", "In spring"]


def test_kind_group_and_words_narrow_it(services: Services, suits: Group) -> None:
    boots = group(services, "Boots")
    walker = sold(services, "Brown boots", boots)
    talk(services, walker, about=Kind.DAY_AFTER, gained="Dry feet", works_well="The café visit")
    sold(services, "Navy suit", suits, NEXT_DAY, walker)
    talk(services, walker, at("2026-11-04 11:00"), Kind.DAY_AFTER, gained="Stood straight")
    assert [one.text for one in words(services, kind=SaidKind.GAINED)] == [
        "Stood straight",
        "Dry feet",
    ]
    assert [one.text for one in words(services, group=boots)] == ["Dry feet", "The café visit"]
    assert words(services, group=Group(None)) == []
    assert [one.text for one in words(services, text="CAFE visit")] == ["The café visit"]
    assert words(services, text="suit") == []


def test_many_come_page_by_page_each_once(services: Services, suits: Group) -> None:
    whom = sold(services, "Navy suit", suits)
    for number in range(7):
        services.customers.add_fact(NEXT_DAY, ED, whom, FactKind.NEED, f"Need {number}")
    talk(services, whom, about=Kind.DAY_AFTER, gained="Gained", works_well="Works")
    read: list[str] = []
    before = None
    for size in (4, 4, 1):
        page = services.insights.said(NOW, ED, Asked(), SaidWanted(), before, limit=4)
        assert (len(page.words), page.has_more) == (size, size == 4)
        read += [one.text for one in page.words]
        before = page.words[-1].mark
    found = services.insights.said(NOW, ED, Asked(), SaidWanted(text="need"), None, limit=4)
    again = services.insights.said(
        NOW, ED, Asked(), SaidWanted(text="need"), found.words[-1].mark, limit=4
    )
    assert (found.has_more, again.has_more) == (True, False)
    assert len({one.text for one in (*found.words, *again.words)}) == 7
    assert sorted(read) == ["Gained", *(f"Need {number}" for number in range(7)), "Works"]


def test_only_mine_is_what_was_said_to_me(services: Services, suits: Group) -> None:
    """M-74."""
    anna = made(services.shop.add_clerk(SOLD, ED, "Anna Berg"))
    whom = sold(services, "Navy suit", suits)
    services.customers.add_fact(NEXT_DAY, anna, whom, FactKind.NEED, "Told Anna")
    services.customers.add_fact(NEXT_DAY, ED, whom, FactKind.NEED, "Told Ed")
    services.calls.log(NEXT_DAY, anna, whom, Direction.IN_SHOP, "Nothing of this is asked")
    assert counts(services) == {"Suits": "2 wish"}
    assert counts(services, Asked(whose=Whose.MINE), anna) == {"Suits": "1 wish"}


def test_it_takes_the_same_statements_however_much_was_said(
    services: Services, store: Store, suits: Group
) -> None:
    def ask() -> list[str]:
        with statements(store) as sent:
            services.insights.said_summary(NOW, ED, Asked())
            services.insights.said(NOW, ED, Asked(), SaidWanted())
        return sent

    few = ask()
    whom = sold(services, "Navy suit", suits)
    for number in range(40):
        services.customers.add_fact(NEXT_DAY, ED, whom, FactKind.NEED, f"Need {number}")
    assert len(ask()) == len(few) < 10
