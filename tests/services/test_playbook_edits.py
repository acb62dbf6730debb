"""Playbooks edited in the program, taken into use, and shared as a file (M-76)."""

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from followup_desktop.domain.changes import Changed, Did
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.facts import Facts
from followup_desktop.domain.kinds import CallStep, Kind, LinePart, Outcome, Purpose
from followup_desktop.domain.phrase import Phrase
from followup_desktop.domain.playbook import PlaybookError, PlaybookFault, parse_playbook
from followup_desktop.domain.playbook_data import data_of, draft_of
from followup_desktop.domain.playbook_draft import (
    PlaybookDraft,
    add_line,
    add_purpose,
    change_line,
    remove_line,
    remove_purpose,
)
from followup_desktop.domain.playbook_faults import faults_of
from followup_desktop.domain.playbook_parts import Line
from followup_desktop.domain.playbook_preview import preview
from followup_desktop.services import Services
from followup_desktop.services.playbook_edits import PlaybookEdits
from followup_desktop.services.playbook_files import playbook_text, read_draft, shared_text
from followup_desktop.services.playbooks import read_playbook
from followup_desktop.store.store import Store
from tests.services.call_world import ED, SUIT, Talk
from tests.services.world import at, everything

NOW = at("2026-11-21 10:42")
SAID = Phrase("Did you sleep well in it?")


@pytest.fixture
def edits(services: Services) -> PlaybookEdits:
    return services.playbook_edits


def with_said(draft: PlaybookDraft) -> PlaybookDraft:
    """Its first line says something of this shop's own."""
    return change_line(draft, 0, replace(draft.lines[0], words=SAID))


def said_now(services: Services, kind: Kind = Kind.DAY_AFTER) -> str:
    return services.playbooks.get(kind).lines[0].words.words


@pytest.mark.parametrize("kind", Kind)
def test_every_shipped_playbook_comes_back_whole_from_the_editor_and_from_its_file(
    edits: PlaybookEdits, services: Services, kind: Kind
) -> None:
    shown = edits.edit(kind)
    assert (shown.faults, shown.is_own, shown.has_draft) == ((), False, False)
    text = playbook_text(shown.draft)
    assert read_draft(text) == shown.draft
    assert read_playbook(text, kind) == services.playbooks.shipped(kind)


def test_the_list_says_of_each_kind_what_it_is(edits: PlaybookEdits) -> None:
    """M-77: contact type, minutes, service or marketing; and whose it is."""
    entries = {entry.kind: entry for entry in edits.entries()}
    assert set(entries) == set(Kind)
    entry = entries[Kind.TWO_MONTHS]
    assert (entry.title, entry.minutes, entry.contact_type) == ("Two months on", 5, "service")
    assert (entry.is_marketing, entry.is_own, entry.has_draft) == (True, False, False)


# The draft --------------------------------------------------------------------------------------


def test_what_is_typed_is_there_after_a_kill_and_no_call_uses_it(
    edits: PlaybookEdits, services: Services
) -> None:
    half_typed = with_said(edits.edit(Kind.DAY_AFTER).draft)
    half_typed = replace(half_typed, title="", why=Phrase("They {"))
    edits.keep_typed(NOW, half_typed)

    shown = edits.edit(Kind.DAY_AFTER)
    assert shown.draft == half_typed
    assert {fault.where for fault in shown.faults} == {"title", "why"}
    assert said_now(services) != SAID.words
    assert [one.kind for one in edits.entries() if one.has_draft] == [Kind.DAY_AFTER]


def test_a_draft_that_cannot_be_read_any_more_is_left_aside(
    edits: PlaybookEdits, store: Store
) -> None:
    edits.keep_typed(NOW, edits.edit(Kind.DATE).draft)
    for text in ("", "[]", "{}", '{"kind": "promise"}', '{"kind": 7}', "{"):
        store.database.execute_sql('UPDATE "draft" SET "text" = ?', (text,))
        assert edits.edit(Kind.DATE).draft == edits.shipped(Kind.DATE)


def test_a_change_leads_back_to_before_it_whatever_was_kept_while_it_was_typed(
    edits: PlaybookEdits, store: Store
) -> None:
    before = edits.edit(Kind.DAY_AFTER).draft
    edits.keep_typed(NOW, replace(before, title="The d"))
    after = replace(before, title="The day after it")
    changed = edits.change(NOW, ED, before, after)
    assert (changed.did, changed.what) == (Did.PLAYBOOK_EDITED, Changed.PLAYBOOKS)
    removed = edits.change(NOW, ED, after, remove_line(after, 3))

    assert removed.action_id is not None and changed.action_id is not None
    assert store.undo(removed.action_id, NOW).what & Changed.PLAYBOOKS
    assert edits.edit(Kind.DAY_AFTER).draft == after
    store.undo(changed.action_id, NOW)
    assert edits.edit(Kind.DAY_AFTER).draft == before


def test_a_draft_that_is_given_up_can_be_brought_back(edits: PlaybookEdits, store: Store) -> None:
    draft = with_said(edits.edit(Kind.DAY_AFTER).draft)
    edits.keep_typed(NOW, draft)
    dropped = edits.drop_draft(NOW, ED, Kind.DAY_AFTER)
    assert not edits.edit(Kind.DAY_AFTER).has_draft
    assert dropped.action_id is not None
    store.undo(dropped.action_id, NOW)
    assert edits.edit(Kind.DAY_AFTER).draft == draft


# In use -----------------------------------------------------------------------------------------


def test_a_changed_playbook_is_used_until_the_shipped_one_is_wanted_back(
    edits: PlaybookEdits, services: Services, store: Store
) -> None:
    untouched = everything(store)
    draft = with_said(edits.edit(Kind.DAY_AFTER).draft)
    edits.keep_typed(NOW, draft)
    used = edits.use(NOW, ED, draft)
    assert (used.did, said_now(services)) == (Did.PLAYBOOK_USED, SAID.words)
    shown = edits.edit(Kind.DAY_AFTER)
    assert (shown.is_own, shown.has_draft, shown.changed_by) == (True, False, "Ed Marsh")

    newer = replace(draft, minutes=9)
    edits.use(NOW, ED, newer)
    assert services.playbooks.minutes(Kind.DAY_AFTER) == 9
    back = edits.back_to_shipped(NOW, ED, Kind.DAY_AFTER)
    assert not edits.edit(Kind.DAY_AFTER).is_own
    assert everything(store) == untouched

    assert back.action_id is not None
    store.undo(back.action_id, NOW)
    assert services.playbooks.minutes(Kind.DAY_AFTER) == 9


def test_undo_of_taking_it_into_use_gives_the_draft_back(
    edits: PlaybookEdits, services: Services, store: Store
) -> None:
    draft = with_said(edits.edit(Kind.DAY_AFTER).draft)
    edits.keep_typed(NOW, draft)
    used = edits.use(NOW, ED, draft)
    assert used.action_id is not None
    store.undo(used.action_id, NOW)
    shown = edits.edit(Kind.DAY_AFTER)
    assert (shown.draft, shown.is_own) == (draft, False)


def test_nothing_comes_into_use_with_a_fault_in_it(edits: PlaybookEdits, store: Store) -> None:
    untouched = everything(store)
    draft = edits.edit(Kind.DAY_AFTER).draft
    with pytest.raises(PlaybookError):
        edits.use(NOW, ED, replace(draft, title=" "))
    with pytest.raises(PlaybookError):
        edits.take(NOW, ED, [with_said(draft), replace(edits.shipped(Kind.DATE), lines=())])
    huge = Line(LinePart.HOW, Phrase("🌻" * 300, ("🌻" * 300,) * 6), Phrase("{item}" * 50, ("So",)))
    with pytest.raises(WorldError) as caught:
        edits.use(NOW, ED, replace(draft, lines=(huge,) * 40))
    assert caught.value.trouble is Trouble.BAD_VALUE
    assert everything(store) == untouched


def test_a_call_that_is_planned_stays_with_its_playbook_and_the_next_one_takes_the_new(
    edits: PlaybookEdits, services: Services, store: Store
) -> None:
    made = services.visits.record(NOW, ED, SUIT)
    assert made.customer_id is not None
    tomorrow = at("2026-11-23 10:42")
    planned = Talk(services, tomorrow, made.customer_id)
    planned.begin()
    assert planned.shown.kind is Kind.DAY_AFTER

    def relaid() -> set[str]:
        services.calls.choose_purpose(tomorrow, planned.call_id, Purpose.LEARN)
        services.calls.choose_purpose(tomorrow, planned.call_id, Purpose.REFERRAL)
        return {line.words for line in planned.shown.lines}

    before = relaid()
    edits.use(tomorrow, ED, with_said(edits.edit(Kind.DAY_AFTER).draft))
    edits.use(tomorrow, ED, replace(edits.edit(Kind.DAY_AFTER).draft, minutes=9))
    assert relaid() == before

    other = services.visits.record(NOW, ED, replace(SUIT, name="Ada Lind", phone="212 555 0145"))
    assert other.customer_id is not None
    fresh = Talk(services, tomorrow, other.customer_id)
    assert SAID.words in {line.words for line in fresh.begin().lines}
    edits.back_to_shipped(tomorrow, ED, Kind.DAY_AFTER)
    assert SAID.words in {line.words for line in fresh.shown.lines}
    assert relaid() == before

    planned.call()
    planned.answer(Outcome.NO_ANSWER)
    services.calls.finish(tomorrow, ED, planned.call_id)
    assert planned.shown.step is CallStep.DONE
    left = store.database.execute_sql('SELECT "name" FROM "draft"').fetchall()
    assert left == [(f"call {fresh.call_id} playbook",)]


def test_the_preview_can_stand_on_a_real_customer(edits: PlaybookEdits, services: Services) -> None:
    made = services.visits.record(NOW, ED, SUIT)
    assert made.customer_id is not None
    facts = edits.facts_of(NOW, ED, Kind.DAY_AFTER, made.customer_id)
    assert (facts.item, facts.occasion, facts.clerk) == (
        "navy suit",
        "your sister’s wedding",
        "Ed Marsh",
    )
    with pytest.raises(WorldError) as caught:
        edits.facts_of(NOW, ED, Kind.DAY_AFTER, 99)
    assert caught.value.trouble is Trouble.GONE


def test_where_nothing_was_changed_there_is_nothing_to_go_back_from(
    edits: PlaybookEdits, store: Store
) -> None:
    untouched = everything(store)
    assert edits.back_to_shipped(NOW, ED, Kind.DATE).action_id is None
    assert edits.drop_draft(NOW, ED, Kind.DATE).action_id is None
    assert everything(store) == untouched


# As a file --------------------------------------------------------------------------------------


def test_one_is_shared_as_a_file_and_taken_in_another_shop(
    edits: PlaybookEdits, services: Services, tmp_path: Path
) -> None:
    file = tmp_path / "ours.toml"
    draft = with_said(edits.edit(Kind.DAY_AFTER).draft)
    edits.use(NOW, ED, draft)
    edits.share(file, [Kind.DAY_AFTER])
    edits.back_to_shipped(NOW, ED, Kind.DAY_AFTER)

    seen = edits.look_at(file)
    assert (seen.name, seen.drafts) == ("ours.toml", (draft,))
    assert said_now(services) != SAID.words, "looking takes nothing"
    taken = edits.take(NOW, ED, seen.drafts)
    assert (taken.did, said_now(services)) == (Did.PLAYBOOKS_TAKEN, SAID.words)


def test_several_go_into_one_file_and_are_taken_or_left_together(
    edits: PlaybookEdits, store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "all.toml"
    for kind in (Kind.DAY_AFTER, Kind.DATE):
        edits.use(NOW, ED, replace(edits.edit(kind).draft, minutes=11))
    assert edits.own_kinds() == (Kind.DAY_AFTER, Kind.DATE)
    edits.share(file, edits.own_kinds())
    for kind in edits.own_kinds():
        edits.back_to_shipped(NOW, ED, kind)
    untouched = everything(store)
    taken = edits.take(NOW, ED, edits.look_at(file).drafts)
    assert edits.own_kinds() == (Kind.DAY_AFTER, Kind.DATE)
    assert taken.action_id is not None
    store.undo(taken.action_id, NOW)
    assert everything(store) == untouched


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ("playbooks = []", PlaybookFault.MISSING, "playbooks"),
        ("playbooks = 7", PlaybookFault.WRONG_TYPE, "playbooks"),
        ("playbooks = [7]", PlaybookFault.WRONG_TYPE, "playbooks.1"),
        ("playbooks = [{}]", PlaybookFault.MISSING, "playbooks.1.kind"),
        ("playbooks = []\nmore = 1", PlaybookFault.UNKNOWN_KEY, "more"),
        ("", PlaybookFault.MISSING, "kind"),
    ],
)
def test_a_shared_file_is_refused_with_the_place(
    edits: PlaybookEdits, tmp_path: Path, text: str, code: PlaybookFault, where: str
) -> None:
    file = tmp_path / "shared.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PlaybookError) as caught:
        edits.look_at(file)
    assert (caught.value.code, caught.value.where) == (code, where)


def test_the_same_kind_twice_in_one_file_is_refused(edits: PlaybookEdits, tmp_path: Path) -> None:
    file = tmp_path / "shared.toml"
    file.write_text(shared_text([edits.shipped(Kind.DATE)] * 2), encoding="utf-8")
    with pytest.raises(PlaybookError) as caught:
        edits.look_at(file)
    assert (caught.value.code, caught.value.where) == (PlaybookFault.DUPLICATE, "playbooks.2.kind")


# Hostile ones -----------------------------------------------------------------------------------

MUTATIONS = 3_000
NONSENSE: tuple[Any, ...] = (
    None,
    "",
    "{",
    "{item",
    "{nobody}",
    "x" * 400,
    0,
    -1,
    1e9,
    True,
    [],
    {},
)


def mutated(data: Any, chance: random.Random) -> Any:
    """The same with one thing in it lost, doubled, renamed or turned into nonsense."""
    if isinstance(data, dict) and data:
        key = chance.choice(sorted(data))
        match chance.randrange(8):
            case 0:
                return {name: value for name, value in data.items() if name != key}
            case 1:
                return {**data, f"{key}s": data[key]}
            case 2:
                return {**data, key: chance.choice(NONSENSE[1:])}
            case _:
                return {**data, key: mutated(data[key], chance)}
    if isinstance(data, list) and data:
        place = chance.randrange(len(data))
        match chance.randrange(5):
            case 0:
                return [*data[:place], *data[place + 1 :]]
            case 1:
                return [*data, data[place]]
            case _:
                return [*data[:place], mutated(data[place], chance), *data[place + 1 :]]
    if isinstance(data, str) and data and chance.random() < 0.7:
        place = chance.randrange(len(data))
        return data[:place] + chance.choice(("{", "}", "  ", "\n", "{x}", "\0", "")) + data[place:]
    return chance.choice(NONSENSE[1:])


@pytest.mark.slow
def test_thousands_of_mutated_files_never_crash_and_never_get_in_half(
    edits: PlaybookEdits, store: Store, tmp_path: Path
) -> None:
    """Whatever stands in a file: it is refused with a place, or it is a playbook that says the same
    after it was taken in and shared again."""
    chance = random.Random(20261120)
    file = tmp_path / "shared.toml"
    kinds, untouched = list(Kind), everything(store)
    refused = read = 0
    whole = {kind: data_of(edits.shipped(kind)) for kind in kinds}
    for number in range(MUTATIONS):
        kind = kinds[number % len(kinds)]
        values = mutated(whole[kind], chance)
        if number % 3 == 0:
            values = {"playbooks": [whole[kinds[(number + 1) % len(kinds)]], values]}
        raw = tomli_w.dumps(values).encode(errors="ignore")
        if number % 10 == 0:
            place = chance.randrange(len(raw))
            raw = raw[:place] + bytes([chance.randrange(256)]) + raw[place + 1 :]
        file.write_bytes(raw)
        try:
            seen = edits.look_at(file)
        except PlaybookError:
            refused += 1
            continue
        read += 1
        for draft in seen.drafts:
            assert read_draft(playbook_text(draft)) == draft
    assert everything(store) == untouched
    assert refused > MUTATIONS / 2
    assert read > MUTATIONS / 50


def test_a_half_typed_draft_never_crashes_the_check_of_it(edits: PlaybookEdits) -> None:
    """What the editor holds while somebody types may be anything, and reads as a playbook exactly
    when nothing is said to be wrong."""
    chance = random.Random(7)
    known = (
        Facts(greeting="Jun", clerk="Maya", shop="The Corner"),
        Facts(greeting="Jun", clerk="Maya", shop="The Corner", item="suit", for_whom="Eli"),
    )
    kinds, seen = list(Kind), {True: 0, False: 0}
    for number in range(1_000):
        data: Any = data_of(edits.shipped(kinds[number % len(kinds)]))
        for _ in range(chance.randrange(1, 4)):
            data = mutated(data, chance)
        try:
            draft = draft_of(data)
        except (ValueError, TypeError, KeyError, AttributeError):
            continue
        faults = faults_of(draft)
        seen[bool(faults)] += 1
        for facts in known:
            for plan in draft.purposes:
                preview(draft, plan.purpose, facts)
        try:
            parse_playbook(data_of(draft))
        except PlaybookError:
            assert faults
        else:
            assert not faults
    assert min(seen.values()) > 20


# Changing what there is -------------------------------------------------------------------------


def test_a_purpose_goes_with_its_lines_and_comes_back_with_room_for_its_words(
    edits: PlaybookEdits,
) -> None:
    draft = edits.shipped(Kind.PROBLEM)
    gone = remove_purpose(draft, Purpose.LEARN)
    assert all(Purpose.LEARN not in line.purposes for line in gone.lines)
    assert len(gone.lines) < len(draft.lines)
    back = add_purpose(gone, draft.purposes[2])
    assert [plan.purpose for plan in back.purposes] == [plan.purpose for plan in draft.purposes]
    edits.use(NOW, ED, back)


def test_a_playbook_holds_only_so_many_lines(edits: PlaybookEdits) -> None:
    draft = edits.shipped(Kind.DATE)
    while not draft.is_full:
        draft = add_line(draft, 0, Line(LinePart.HOW, Phrase("How?"), Phrase("How?")))
    edits.use(NOW, ED, draft)
    too_many = add_line(draft, 0, draft.lines[0])
    (fault,) = faults_of(too_many)
    assert (fault.code, fault.where) == (PlaybookFault.OUT_OF_RANGE, "lines")
    with pytest.raises(PlaybookError):
        edits.use(NOW, ED, too_many)
