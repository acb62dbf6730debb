"""The guided call's codes in words."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum

import pytest

from followup_desktop.domain.call import CaughtKind, Known, KnownCode
from followup_desktop.domain.facts import ASKABLE
from followup_desktop.domain.kinds import (
    CallStep,
    Detour,
    Direction,
    Feeling,
    Outcome,
    PhoneKind,
    Purpose,
    PurposeReached,
    ReferralState,
)
from followup_desktop.words import call as words

TODAY = date(2026, 11, 21)

LISTS = [
    (Purpose, words.purpose),
    (Purpose, words.purpose_line),
    (Detour, words.detour),
    (Outcome, words.outcome),
    (PurposeReached, words.reached),
    (Feeling, words.feeling),
    (CallStep, words.step),
    (CaughtKind, words.caught),
    (Direction, words.direction),
    (PhoneKind, words.phone_kind),
    (ReferralState, words.referral_state),
]


@pytest.mark.parametrize(("codes", "word"), LISTS, ids=[word.__name__ for _, word in LISTS])
def test_every_code_has_a_word_of_its_own(
    codes: type[StrEnum], word: Callable[[StrEnum], str]
) -> None:
    said = [word(code) for code in codes]
    assert all(said)
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("code", KnownCode)
@pytest.mark.parametrize("on", [None, date(2026, 11, 20)])
def test_everything_known_is_a_line(code: KnownCode, on: date | None) -> None:
    said = words.known(Known(code, text="navy suit", other="Dana", on=on), TODAY)
    assert said[0].isupper()
    assert "{" not in said


def test_what_is_known_reads_like_the_design() -> None:
    bought = Known(KnownCode.BOUGHT, text="navy suit", on=date(2026, 11, 20))
    assert words.known(bought, TODAY) == "Navy suit, bought yesterday"
    both = Known(KnownCode.BOUGHT, text="Grey jacket, Wool tie", on=date(2026, 11, 20))
    assert words.known(both, TODAY) == "Grey jacket, wool tie, bought yesterday"
    occasion = Known(KnownCode.OCCASION, text="Sister’s wedding", on=date(2026, 11, 28))
    assert words.known(occasion, TODAY) == "For sister’s wedding, 28 Nov"
    assert words.known(Known(KnownCode.MET, "Aldo"), TODAY) == "Met Aldo"
    assert words.known(Known(KnownCode.PERSON, "wife", "Dana"), TODAY) == "Wife Dana"
    assert words.known(Known(KnownCode.PERSON, "wife"), TODAY) == "Wife"


@pytest.mark.parametrize("fact", sorted(ASKABLE))
def test_every_missing_fact_is_worth_a_sentence(fact: str) -> None:
    assert words.worth_asking(fact).endswith(".")
