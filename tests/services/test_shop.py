"""First start, settings and staff."""

from dataclasses import replace
from datetime import date, time

import pytest

from followup_desktop.domain.changes import Changed, Did
from followup_desktop.domain.checks import Why
from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.shop import Clerk, ClosingDays, Look, OpenHours, Preferences
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.shop import ShopService
from followup_desktop.store.rows import CustomerRow, FollowUpRow, ProblemRow, SettingRow
from followup_desktop.store.store import Store
from tests.services.world import HOURS, everything


@pytest.fixture
def shop(store: Store) -> ShopService:
    return ShopService(store)


def test_first_start_makes_the_shop_and_its_first_manager(empty: Store, now: Now) -> None:
    shop = ShopService(empty)
    assert not shop.is_set_up()
    with pytest.raises(LookupError):
        shop.shop()
    changes = shop.set_up(now, "  Marsh &  Daughter ", "us", HOURS, " Ed Marsh")
    assert shop.is_set_up()
    assert changes.did is Did.SHOP_SET_UP
    assert changes.action_id is None
    made = shop.shop()
    assert (made.name, made.country, made.hours) == ("Marsh & Daughter", "US", HOURS)
    assert made.clerks == (Clerk(changes.made_id or 0, "Ed Marsh", is_manager=True),)
    assert made.preferences == replace(Preferences(), calling_region="us")


@pytest.mark.parametrize(
    ("values", "field", "why"),
    [
        ({"name": " \u200b "}, "name", Why.MISSING),
        ({"name": "x" * 10_000}, "name", Why.TOO_LONG),
        ({"clerk_name": ""}, "clerk_name", Why.MISSING),
        ({"country": "Utopia"}, "country", Why.UNKNOWN),
        ({"country": ""}, "country", Why.UNKNOWN),
        ({"hours": (OpenHours(0, time(12), time(9)),)}, "hours", Why.ENDS_BEFORE),
        (
            {"hours": (OpenHours(0, time(9), time(13)), OpenHours(0, time(12), time(18)))},
            "hours",
            Why.OVERLAPS,
        ),
        (
            {"hours": (OpenHours(0, time(9), time(0)), OpenHours(0, time(12), time(18)))},
            "hours",
            Why.OVERLAPS,
        ),
    ],
)
def test_first_start_refuses_and_keeps_nothing(
    empty: Store, now: Now, values: dict[str, object], field: str, why: Why
) -> None:
    before = everything(empty)
    good = {"name": "Marsh", "country": "US", "hours": HOURS, "clerk_name": "Ed"}
    with pytest.raises(WorldError) as refused:
        ShopService(empty).set_up(now, **{**good, **values})  # type: ignore[arg-type]
    assert (refused.value.field, refused.value.why) == (field, why)
    assert everything(empty) == before


def test_it_is_set_up_only_once(shop: ShopService, now: Now) -> None:
    with pytest.raises(RuntimeError):
        shop.set_up(now, "Another", "US", HOURS, "Ada")
    assert shop.shop().name == "Marsh & Daughter"


def test_a_closing_time_of_midnight_is_the_end_of_the_day(shop: ShopService, now: Now) -> None:
    late = (OpenHours(4, time(10), time(0)),)
    shop.change_shop(now, 1, hours=late)
    assert shop.calendar().open_hours(date(2026, 11, 20))[0][1] == time.max


def test_hours_and_closing_days_are_in_the_calendar_at_once(shop: ShopService, now: Now) -> None:
    stocktaking = ClosingDays(date(2026, 11, 23), date(2026, 11, 24), "Stocktaking")
    changes = shop.change_shop(now, 1, name="Marsh", country="DE", closing_days=[stocktaking])
    assert changes.what & Changed.SHOP
    made = shop.shop()
    assert (made.name, made.country, made.closing_days) == ("Marsh", "DE", (stocktaking,))
    assert shop.calendar().next_open_day(now.day) == date(2026, 11, 25)
    shop.change_shop(now, 1, closing_days=[])
    assert shop.calendar().next_open_day(now.day) == date(2026, 11, 23)
    with pytest.raises(WorldError) as refused:
        shop.change_shop(now, 1, closing_days=[ClosingDays(now.day, date(2026, 11, 1))])
    assert refused.value.why == Why.ENDS_BEFORE


def test_public_holidays_are_closing_days_unless_the_shop_is_open_then(
    shop: ShopService, now: Now
) -> None:
    thanksgiving = date(2026, 11, 26)
    assert not shop.calendar().is_open_day(thanksgiving)
    shop.prefer(now, 1, holidays=False)
    assert shop.calendar().is_open_day(thanksgiving)


def test_preferences_are_kept_one_by_one(shop: ShopService, now: Now) -> None:
    shop.prefer(now, 1, look=Look.DARK, follow_up_times=(time(17), time(9, 30)))
    shop.prefer(now, 1, look=Look.LIGHT)
    kept = shop.shop().preferences
    assert (kept.look, kept.follow_up_times) == (Look.LIGHT, (time(9, 30), time(17)))
    assert kept.budget_minutes == Preferences().budget_minutes
    assert shop.calendar().follow_up_times == (time(9, 30), time(17))


def test_a_setting_that_cannot_be_read_doesnt_close_the_shop(
    shop: ShopService, store: Store, now: Now
) -> None:
    with store.quiet(now) as unit:
        unit.insert(SettingRow, name="look", value="{")
        unit.insert(SettingRow, name="of_a_newer_program", value="1")
    assert shop.shop().preferences == replace(Preferences(), calling_region="us")
    shop.prefer(now, 1, look=Look.DARK)
    assert shop.shop().preferences.look is Look.DARK


def test_a_preference_that_cannot_be_is_refused_whole(shop: ShopService, now: Now) -> None:
    with pytest.raises(WorldError) as refused:
        shop.prefer(now, 1, text_size=150, budget_minutes=100_000)
    assert refused.value.field == "budget_minutes"
    assert shop.shop().preferences.text_size == 100


def test_two_clerks_of_one_name_are_two_and_it_is_said(shop: ShopService, now: Now) -> None:
    assert shop.clerk_hint("Ada") is None
    hint = shop.clerk_hint("ed MARSH")
    assert hint is not None
    assert (hint.why, hint.blocks) == (Why.SAME_NAME, False)
    second = shop.add_clerk(now, 1, "Ed Marsh").made_id
    assert second not in (None, 1)
    assert [clerk.name for clerk in shop.clerks()] == ["Ed Marsh", "Ed Marsh"]
    shop.rename_clerk(now, 1, second or 0, "Edwina Marsh")
    assert shop.clerk_hint("Edwina Marsh", who_id=second) is None
    assert {clerk.name for clerk in shop.clerks()} == {"Ed Marsh", "Edwina Marsh"}


@pytest.mark.parametrize(
    ("name", "why"), [("", Why.MISSING), ("\u200b", Why.MISSING), ("x" * 10_000, Why.TOO_LONG)]
)
def test_a_clerk_needs_a_name(shop: ShopService, now: Now, name: str, why: Why) -> None:
    with pytest.raises(WorldError) as refused:
        shop.add_clerk(now, 1, name)
    assert (refused.value.field, refused.value.why) == ("name", why)


@pytest.mark.parametrize("name", ["José", "李小龙", "محمد علي", "👩🏽‍🎤", "Zoë" * 60])
def test_any_name_is_kept_as_it_is(shop: ShopService, now: Now, name: str) -> None:
    made = shop.add_clerk(now, 1, name).made_id
    assert {clerk.id: clerk.name for clerk in shop.clerks()}[made or 0] == name


def test_the_shop_is_never_without_a_manager(shop: ShopService, now: Now) -> None:
    ada = shop.add_clerk(now, 1, "Ada").made_id or 0
    for verb in (
        lambda: shop.set_manager(now, 1, 1, False),
        lambda: shop.clerk_left(now, 1, 1, ada),
    ):
        with pytest.raises(WorldError) as refused:
            verb()
        assert refused.value.why == Why.LAST_MANAGER
    shop.set_manager(now, 1, ada, True)
    shop.set_manager(now, 1, 1, False)
    assert [clerk.is_manager for clerk in shop.clerks()] == [True, False]


def test_who_leaves_hands_everything_over(shop: ShopService, store: Store, now: Now) -> None:
    ada = shop.add_clerk(now, 1, "Ada", is_manager=True).made_id or 0
    with store.quiet(now) as unit:
        customer = unit.insert(CustomerRow, name="Jun", owner=1, created_at=now.utc)
        unit.insert(
            FollowUpRow,
            customer=customer,
            kind=Kind.CHECK_IN,
            rank=7,
            due_on=now.day,
            clerk=1,
            created_at=now.utc,
        )
        problem = unit.insert(
            ProblemRow, customer=customer, what="Too long", owner=1, opened_at=now.utc
        )
    with pytest.raises(WorldError):
        shop.clerk_left(now, ada, 1, 99)
    shop.clerk_left(now, ada, 1, ada)
    heir, left = shop.clerks()
    assert (heir.name, heir.open_follow_ups) == ("Ada", 1)
    assert (left.name, left.left_on, left.open_follow_ups) == ("Ed Marsh", now.day, 0)
    assert CustomerRow.get_by_id(customer).owner_id == ada
    assert ProblemRow.get_by_id(problem).owner_id == ada
