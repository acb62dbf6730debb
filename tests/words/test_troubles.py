"""Every trouble has a sentence, and none of them blames or leaves a hole."""

import pytest

from followup_desktop.domain.call_flow import NoGo
from followup_desktop.domain.checks import FieldProblem, Why
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.wrap_up import Missing
from followup_desktop.words.troubles import field_problem, trouble, why


@pytest.mark.parametrize("where", ["", "/shop/followup.db"])
@pytest.mark.parametrize("code", Trouble)
def test_every_trouble_says_what_happened_and_what_to_do(code: Trouble, where: str) -> None:
    said = trouble(WorldError(code, where=where, field="name", why=Why.MISSING))
    assert said.endswith((".", "?"))
    assert "{" not in said
    assert "!" not in said
    assert "_" not in said.replace(where, "")


def test_a_trouble_with_a_place_names_it() -> None:
    said = trouble(WorldError(Trouble.NEWER, where="/shop/followup.db"))
    assert "/shop/followup.db" in said


def test_a_bad_value_is_said_for_its_field() -> None:
    missing = WorldError(Trouble.BAD_VALUE, field="name", why=Why.MISSING)
    assert trouble(missing) == "A name is needed."


@pytest.mark.parametrize("code", Why)
def test_every_reason_has_a_sentence(code: Why) -> None:
    said = field_problem(FieldProblem("anything", code.value))
    assert said.endswith((".", "?"))
    assert said != why("anything", "no such code")


@pytest.mark.parametrize("code", NoGo)
def test_every_step_that_cannot_be_gone_to_says_why(code: NoGo) -> None:
    said = trouble(WorldError(Trouble.BAD_VALUE, field="step", why=code))
    assert said.endswith((".", "?"))
    assert said != why("step", "no such code")


@pytest.mark.parametrize("code", Missing)
def test_everything_the_wrap_up_asks_for_has_a_sentence_of_its_own(code: Missing) -> None:
    assert why(code, Why.MISSING) != why("anything", Why.MISSING)


def test_a_reason_of_a_newer_program_is_still_answered() -> None:
    assert why("name", "no such code").startswith("This cannot be kept")
