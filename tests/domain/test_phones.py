"""Phone numbers, all from ranges that are kept for fiction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import SUPPORTED_REGIONS

from followup_desktop.domain import phones
from followup_desktop.domain.phones import PhoneProblem

FICTION = {
    "US": ("212 555 01{:02}", "+1 646 555 01{:02}", "(212) 555-01{:02}", "1-212-555-01{:02}"),
    "GB": ("020 7946 0{:03}", "07700 900{:03}", "+44 20 7946 0{:03}", "0044 7700 900{:03}"),
    "FR": ("01 99 00 {:04}", "06 39 98 {:04}", "+33 1 99 00 {:04}"),
    "DE": ("030 23125 {:03}", "+49 30 23125 {:03}"),
}


ARABIC = "".join(chr(0x660 + int(digit)) for digit in "2125550143")


@st.composite
def numbers(draw: st.DrawFn) -> tuple[str, str]:
    country = draw(st.sampled_from(sorted(FICTION)))
    return country, draw(st.sampled_from(FICTION[country])).format(draw(st.integers(0, 99)))


@pytest.mark.parametrize(
    ("typed", "country", "e164", "shown"),
    [
        ("(212) 555-0143", "US", "+12125550143", "+1 212 555 0143"),
        ("12125550143", "US", "+12125550143", "+1 212 555 0143"),
        ("+1 646 555 0188", "FR", "+16465550188", "+1 646 555 0188"),
        ("01 99 00 12 34", "FR", "+33199001234", "+33 1 99 00 12 34"),
        ("0033199001234", "FR", "+33199001234", "+33 1 99 00 12 34"),
        (ARABIC, "US", "+12125550143", "+1 212 555 0143"),
    ],
)
def test_parse(typed: str, country: str, e164: str, shown: str) -> None:
    phone = phones.parse(typed, country)
    assert (phone.e164, phone.shown, phone.problem) == (e164, shown, None)
    assert phone.is_valid


def test_a_number_that_is_only_unlikely_is_kept_with_a_hint() -> None:
    phone = phones.parse("07700 900123", "GB")
    assert (phone.e164, phone.problem) == ("+447700900123", PhoneProblem.UNLIKELY)
    assert not PhoneProblem.UNLIKELY.blocks


def test_an_extension_is_not_lost() -> None:
    phone = phones.parse("212 555 0143 ext. 12", "US")
    assert (phone.shown, phone.extension) == ("+1 212 555 0143", "12")


@pytest.mark.parametrize(
    ("typed", "country", "problem"),
    [
        ("", "US", PhoneProblem.NOT_A_NUMBER),
        ("ask his wife", "US", PhoneProblem.NOT_A_NUMBER),
        ("+999 555 0143", "US", PhoneProblem.NOT_A_NUMBER),
        ("212 55", "US", PhoneProblem.TOO_SHORT),
        ("011", "US", PhoneProblem.TOO_SHORT),
        ("555 0143", "US", PhoneProblem.NO_AREA_CODE),
        ("212 555 0143 99", "US", PhoneProblem.TOO_LONG),
        ("9" * 10_000, "US", PhoneProblem.TOO_LONG),
        ("212 555 0143", "", PhoneProblem.NO_COUNTRY),
        ("+800 1234 5678 9", "US", PhoneProblem.TOO_LONG),
    ],
)
def test_what_is_not_a_number(typed: str, country: str, problem: PhoneProblem) -> None:
    phone = phones.parse(typed, country)
    assert phone.problem is problem
    assert problem.blocks
    assert not phone.is_valid
    assert (phone.e164, phone.shown) == ("", "")


def test_without_a_country_a_whole_number_is_read() -> None:
    assert phones.parse("+44 20 7946 0123", "").e164 == "+442079460123"


@given(numbers())
def test_a_number_survives_being_shown_and_typed_again(number: tuple[str, str]) -> None:
    country, typed = number
    phone = phones.parse(typed, country)
    assert phone.e164
    for again in (phone.e164, phone.shown, phones.as_typed(typed, country)):
        assert phones.parse(again, country) == phone
    assert phones.shown(phone.e164) == phone.shown
    assert phones.digits(phone.shown) == phone.e164[1:]


def test_what_is_kept_but_no_number_is_shown_as_it_is() -> None:
    assert phones.shown("front desk") == "front desk"


# While it is typed


def test_groups_grow_while_a_number_is_typed() -> None:
    seen = [phones.as_typed("2125550143"[:count], "US") for count in (3, 4, 6, 8, 10)]
    assert seen == ["212", "212 5", "212 555", "212 555 01", "212 555 0143"]
    assert phones.as_typed("+33199001234", "US") == "+33 1 99 00 12 34"
    assert phones.as_typed("(212) 555-0143", "US") == "212 555 0143"


@pytest.mark.parametrize("text", ["", " ", "+", "ask his wife", "212 555 0143 ext 5", "+1+2"])
def test_what_is_no_number_stays_as_it_is(text: str) -> None:
    assert phones.as_typed(text, "US") == text


@given(
    st.text(st.sampled_from("+0123456789 ()-./"), max_size=24),
    st.sampled_from(["", *sorted(SUPPORTED_REGIONS)]),
)
def test_no_digit_is_lost_and_typing_it_again_changes_nothing(text: str, country: str) -> None:
    once = phones.as_typed(text, country)
    assert phones.digits(once) == phones.digits(text)
    assert once.startswith("+") == text.startswith("+")
    assert phones.as_typed(once, country) == once


def test_digits() -> None:
    assert phones.digits("+1 (212) \u0665\u0665\u0665-x") == "1212555"
