"""One call, written out, for the tests of its screen."""

from datetime import UTC, date, datetime, timedelta

import pytest

from followup_desktop.domain.call import (
    CallBridge,
    CallLine,
    Caught,
    CaughtKind,
    GuidedCall,
    Known,
    KnownCode,
    NextForOther,
    PurposeOffer,
    WrapUp,
)
from followup_desktop.domain.customer import Phone
from followup_desktop.domain.kinds import (
    CallStep,
    Detour,
    Direction,
    Kind,
    LinePart,
    PhoneKind,
    Purpose,
)
from followup_desktop.domain.planned import PlannedFollowUp

DAY = date(2026, 11, 21)
AT = datetime(2026, 11, 21, 9, tzinfo=UTC)


def line(id_: int, words: str, cue: str, part: LinePart = LinePart.HOW) -> CallLine:
    return CallLine(
        id_, part, words, (), cue, only_after_need=False, hears_need=False, ticked=False
    )


@pytest.fixture
def call() -> GuidedCall:
    return GuidedCall(
        id=1,
        customer_id=11,
        follow_up_id=2,
        step=CallStep.PURPOSE,
        kind=Kind.DAY_AFTER,
        direction=Direction.OUTBOUND,
        name="Jun Hayashi",
        greeting="Jun",
        say_it_like="",
        pinned_note="Speaks softly",
        discreet=False,
        purpose=Purpose.REFERRAL,
        desired="A referral, and a good feeling about the suit",
        second_purpose=Purpose.LEARN,
        offers=(
            PurposeOffer(Purpose.REFERRAL, "Someone who noticed", "A referral"),
            PurposeOffer(Purpose.RELATIONSHIP, "Let them enjoy it again", "A good feeling"),
            PurposeOffer(Purpose.LEARN, "What could be better", "To learn"),
        ),
        why_now="Bought yesterday.",
        voicemail="Hello, this is Ed from the shop.",
        knows=(Known(KnownCode.BOUGHT, "navy suit", on=date(2026, 11, 20)),),
        worth_asking=("person",),
        lines=(
            CallLine(
                1,
                LinePart.WHAT,
                "Did your family like the navy suit?",
                ((25, 34),),
                "Family liked it?",
                only_after_need=False,
                hears_need=True,
                ticked=False,
            ),
            line(2, "What did people say about it?", "What did they say?"),
            CallLine(
                3,
                LinePart.HOW,
                "Would a belt go with it?",
                (),
                "A belt?",
                only_after_need=True,
                hears_need=False,
                ticked=False,
            ),
        ),
        bridges=tuple(CallBridge(one, f"Back by way of {one}", taken=False) for one in Detour),
        phones=(
            Phone(1, "+12125550143", "+1 212 555 0143", PhoneKind.MOBILE, None, None, ""),
            Phone(2, "+12125550144", "+1 212 555 0144", PhoneKind.HOME, None, None, ""),
        ),
        phone_id=1,
        notes="Dana wants the grey",
        planned_at=AT,
        started_at=AT,
        ended_at=AT + timedelta(minutes=6),
        caught=(
            Caught(
                CaughtKind.REFERRAL, 5, "Kenji Mori", "cousin", "+81 90 5550 1234", may_call=True
            ),
        ),
        wrap_up=WrapUp(),
        next_steps=(PlannedFollowUp("two_weeks", Kind.TWO_WEEKS, date(2026, 12, 5)),),
        next_for_others=(
            NextForOther(
                "Kenji Mori",
                PlannedFollowUp("referral_next_day", Kind.REFERRAL, date(2026, 11, 23)),
            ),
        ),
        tries=0,
        next_due_id=4,
        next_due_name="Mme Beaulieu",
    )
