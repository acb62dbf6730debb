"""What is wrong with a playbook is said plainly, with its place (M-76)."""

import re

import pytest

from followup_desktop.domain.facts import FACT_NAMES
from followup_desktop.domain.kinds import Purpose
from followup_desktop.domain.playbook_error import PlaybookError, PlaybookFault
from followup_desktop.domain.playbook_preview import Known
from followup_desktop.words import playbook_faults as faults
from followup_desktop.words import playbooks as words

PIECES = {PlaybookFault.BRIDGE_MISSING: "price", PlaybookFault.NO_NEED_ASKED: "next_purchase"}
PLACES = [
    "",
    "title",
    "minutes",
    "voicemail",
    "lines.3.cue",
    "purposes.1.hint",
    "bridges.8.back.learn",
    "playbooks.2.lines.3.words",
]


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("code", PlaybookFault)
def test_every_fault_is_a_plain_sentence_wherever_it_stands(
    code: PlaybookFault, where: str
) -> None:
    error = PlaybookError(code, where, PIECES.get(code, "item"))
    for sentence in (faults.fault(error), faults.placed(error)):
        assert sentence[0].isupper() or sentence[0] in "“i", sentence
        assert sentence.endswith((".", "?")), sentence
        assert not re.search(r"[{}!_]", sentence), sentence


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            PlaybookError(
                PlaybookFault.OUT_OF_RANGE, "lines.3.cue", "Did they like it, all of it?"
            ),
            "Line 3, its cue: “Did they like it, all of it?” is too long to be read at a glance.",
        ),
        (
            PlaybookError(PlaybookFault.NO_FALLBACK, "lines.2.words", "occasion"),
            "Line 2: What is said when this isn’t known: occasion? Add a wording without it.",
        ),
        (
            PlaybookError(PlaybookFault.UNKNOWN_FACT, "playbooks.4.purposes.1.back", "itm"),
            "Playbook 4 · Purpose 1, its way back: There is no fact called “itm”. "
            "Is it a slip of the pen?",
        ),
        (
            PlaybookError(
                PlaybookFault.NOT_TOML, what="Expected '=' after a key (at line 12, column 9)"
            ),
            "This isn’t written the way a playbook is, from line 12 on.",
        ),
        (
            PlaybookError(PlaybookFault.OUT_OF_RANGE, "title", " "),
            "The title: Something has to stand here.",
        ),
        (
            PlaybookError(PlaybookFault.MISSING, "fears", "fears"),
            "What you may fear to hear: "
            "It needs at least one answer you may fear, and an easy way out of it.",
        ),
        (PlaybookError(PlaybookFault.MISSING, "playbooks.2", ""), "Playbook 2: “” is missing."),
        (
            PlaybookError(PlaybookFault.UNKNOWN_KEY, "colour", "colour"),
            "colour: “colour” isn’t known in a playbook. Is it a slip of the pen?",
        ),
        (
            PlaybookError(PlaybookFault.OUT_OF_RANGE, "lines", 41),
            "The lines: These are too many: 41.",
        ),
    ],
)
def test_a_fault_is_told_with_its_place(error: PlaybookError, said: str) -> None:
    assert faults.placed(error) == said


def test_every_fact_has_a_name_in_the_menu() -> None:
    assert set(words.FACTS) == FACT_NAMES


IN_HAND = FACT_NAMES - {"still_with_us"}
"""All but one of the invented customers have what they bought."""


@pytest.mark.parametrize("known", Known)
def test_the_invented_customers_differ_in_what_is_known(known: Known) -> None:
    facts = words.sample("", "", known)
    there = {name for name in FACT_NAMES if getattr(facts, name) is not None}
    assert (
        there
        == {
            Known.MUCH: IN_HAND - {"for_whom"},
            Known.GIFT: IN_HAND,
            Known.WAITING: FACT_NAMES - {"for_whom"},
            Known.LITTLE: {"greeting", "clerk", "shop"},
        }[known]
    )
    assert words.known(known)


def test_small_words() -> None:
    assert words.minutes(1) == "1 minute"
    assert words.purposes(frozenset()) == "For every purpose"
    assert words.purposes(frozenset({Purpose.LEARN, Purpose.REFERRAL})) == "A referral · Learn"
    assert words.not_known(frozenset({"item", "greeting"})) == "Not known: item"
    assert words.not_known(frozenset()) == ""
