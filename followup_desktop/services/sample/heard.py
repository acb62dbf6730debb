"""What the regulars have said, and how they were served, so that Insights has something to tell.

Written onto the calls that `regulars` made, as rows and all at once.
"""

from typing import Any

from followup_desktop.domain.keeping import LATELY_DAYS
from followup_desktop.domain.kinds import (
    Direction,
    FactKind,
    LinePart,
    Outcome,
    ProblemStep,
)
from followup_desktop.domain.shop_time import days_after
from followup_desktop.services.sample.corner import Corner
from followup_desktop.services.sample.regulars import NAMES
from followup_desktop.store.rows import (
    CallLineRow,
    CallRow,
    CustomerRow,
    FactRow,
    ItemRow,
    ProblemRow,
    ProblemStepRow,
    PurchaseRow,
)
from followup_desktop.store.store import Store
from followup_desktop.store.unit import Unit

GROUPS = (
    ("Cardigans", "Wash it by hand in cool water, and dry it lying down."),
    ("Umbrellas", "Let it dry open, and keep it away from the heater."),
    ("Gloves", "Let them dry slowly, away from the heater, and pull them into shape."),
    ("Skirts", "Hang it by its waistband, and steam it now and then."),
)
ANSWERS = {
    "Lambswool scarf": (
        ("Warm on the platform at last.", "It goes round twice.", ""),
        ("", "The colour, next to everything else.", ""),
    ),
    "Leather gloves": (
        ("", "They fit under the cuff.", "A loop to hang them by."),
        ("Warm hands on the bicycle.", "", "They take a week to soften."),
    ),
    "Umbrella with a cherry handle": (
        ("Dry shoulders at the tram stop.", "The handle.", ""),
        ("", "", "A cover would be nice."),
    ),
    "Navy cardigan": (
        ("Left the house without thinking about it.", "It holds its shape.", ""),
        ("", "Light enough for the office.", ""),
    ),
    "Woven belt": (("", "No holes to look for.", ""),),
    "Canvas satchel": (
        ("Both hands free.", "Room for a book.", "A pocket on the inside."),
        ("", "It stands by itself.", ""),
    ),
    "Corduroy waistcoat": (("Was asked where it is from.", "The lining.", ""),),
    "Pleated skirt": (
        ("Danced in it until two.", "The pleats stay in.", ""),
        ("", "", "A touch longer."),
    ),
    "Silk tie": (("A compliment from a stranger.", "", ""), ("", "", "It slips a little.")),
    "Striped pullover": (("", "It still looks new.", "The label scratches."),),
}
"""Gained, works well, could be better, of what they bought last."""
SAID = (
    (FactKind.WANT, "The same in a dark green"),
    (FactKind.NEED, "Something for the bicycle that keeps the rain off"),
    (FactKind.THEIR_WORDS, "“You are the only shop that asks afterwards.”"),
    (FactKind.WANT, "Gloves that work with the telephone"),
)
DISCREET = "Marcus Bell", "A box that doesn’t say where it is from"
"""His gift is a secret; his wish is heard without his name."""
TIP = "One thing that helps it last: give it a day’s rest between two wearings."
ANSWERED = 18
"""Talks, of the newest every second."""
EVERY = 3
"""Of their talks, so many had a care tip ready; it was given in all but each fifth of these."""
WRONG = (
    ("a seam came open", "Aldo sews it while they wait", 80),
    ("the colour ran in the rain", "A new one, and the old one to the maker", 45),
)
"""What, how it was put right, days ago. The second wanted the manager."""


def heard(corner: Corner, store: Store) -> None:
    for name, tip in GROUPS:
        corner.services.product_groups.add(corner.ago(200, "09:30"), corner.ed, name, care_tip=tip)
    with store.quiet(corner.now, corner.ed) as unit:
        talks = _talks()
        _answered(unit, talks)
        _in_secret(corner, unit)
        _care(unit, talks)
        for place, (what, how, days) in enumerate(WRONG):
            _went_wrong(corner, unit, talks[place], what, how, days, for_manager=place == 1)


def _talks() -> list[Any]:
    """The regulars' talks that we called for, the newest first."""
    row = CallRow
    query = (
        row.select()
        .join(CustomerRow)
        .where(
            CustomerRow.name.in_(NAMES),
            row.direction == Direction.OUTBOUND,
            row.outcome == Outcome.TALKED,
        )
    )
    return list(query.order_by(row.finished_at.desc(), row.id))


def _answered(unit: Unit, talks: list[Any]) -> None:
    for place, call in enumerate(talks[: 2 * ANSWERED : 2]):
        answers = ANSWERS[_bought_last(call)]
        gained, works, better = answers[place % len(answers)]
        unit.update(CallRow, call.id, gained=gained, works_well=works, could_be_better=better)
    for call, (kind, text) in zip(talks[1::5], SAID, strict=False):
        unit.insert(
            FactRow,
            customer=call.customer_id,
            kind=kind,
            text=text,
            learned_at=call.finished_at,
            clerk=call.clerk_id,
            call=call.id,
        )


def _in_secret(corner: Corner, unit: Unit) -> None:
    name, text = DISCREET
    unit.insert(
        FactRow,
        customer=CustomerRow.get(CustomerRow.name == name).id,
        kind=FactKind.WANT,
        text=text,
        learned_at=corner.ago(1, "18:15").utc,
        clerk=corner.noor,
    )


def _bought_last(call: Any) -> str:
    row = ItemRow
    query = (
        row.select(row.name)
        .join(PurchaseRow)
        .where(
            PurchaseRow.customer == call.customer_id,
            PurchaseRow.purchased_on <= call.finished_at.date(),
        )
    )
    name: str = query.order_by(PurchaseRow.purchased_on.desc(), row.id.desc()).scalar()
    return name


def _care(unit: Unit, talks: list[Any]) -> None:
    for place, call in enumerate(talks[::EVERY]):
        unit.insert(
            CallLineRow,
            call=call.id,
            position=0,
            part=LinePart.HOW,
            words=TIP,
            cue="How to make it last",
            tip=True,
            ticked_at=call.finished_at if place % 5 else None,
        )


def _went_wrong(
    corner: Corner, unit: Unit, call: Any, what: str, how: str, days: int, *, for_manager: bool
) -> None:
    """Noted in the shop, put right by the day they were told, and asked about again."""
    noted, solved, again = (corner.ago(days - after, "12:40") for after in (0, 3, 10))
    assert days - 10 > LATELY_DAYS
    problem = unit.insert(
        ProblemRow,
        customer=call.customer_id,
        what=what,
        owner=corner.ed,
        for_manager=for_manager,
        opened_at=noted.utc,
        acknowledged_at=noted.utc,
        put_right_how=how,
        put_right_by=days_after(noted.day, 4),
        solved_at=solved.utc,
        stayed_so_at=again.utc,
    )
    for step, then in (
        (ProblemStep.ACKNOWLEDGED, noted),
        (ProblemStep.TOLD, noted),
        (ProblemStep.SOLVED, solved),
        (ProblemStep.STAYED_SO, again),
    ):
        unit.insert(ProblemStepRow, problem=problem, step=step, taken_at=then.utc, clerk=corner.ed)
