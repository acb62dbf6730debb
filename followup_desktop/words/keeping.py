"""Promises, problems and referrals in words (M-38 … M-40)."""

from datetime import date, datetime, time

from followup_desktop.domain.keeping import ProblemLine, PromiseLine, ReferralLine, StepTaken
from followup_desktop.domain.kinds import ProblemStep, ReferralState
from followup_desktop.domain.shop_time import Now
from followup_desktop.words import N_, _, days, ngettext
from followup_desktop.words.call import referral_state
from followup_desktop.words.letters import upper_first


def moment(on: date, at: time | None, today: date) -> str:
    """ "today by 11:00", "25 Nov"."""
    day = days.near_day(on, today)
    if at is None:
        return day
    return _("{day} by {time}").format(day=day, time=days.writer().time(at))


def _day_of(at: datetime, today: date) -> str:
    return days.near_day(days.local_day(at), today)


# Promises ---------------------------------------------------------------------------------------


def promise_count(waiting: int, missed: int) -> str:
    if not waiting:
        return ""
    said = ngettext("{count} promise waits for us", "{count} promises wait for us", waiting).format(
        count=waiting
    )
    if not missed:
        return said
    return _("{promises}, {count} missed").format(promises=said, count=missed)


def promise_when(promise: PromiseLine, now: Now) -> str:
    if promise.kept_at is not None:
        return _("kept {day}").format(day=_day_of(promise.kept_at, now.day))
    return moment(promise.due_on, promise.due_time, now.day)


def given_by(promise: PromiseLine, today: date) -> str:
    """Who gave their word, and when."""
    day = _day_of(promise.made_at, today)
    if not promise.clerk_name:
        return _("Promised {day}").format(day=day)
    return _("{clerk} promised it {day}").format(clerk=promise.clerk_name, day=day)


def promise_notes(promise: PromiseLine, now: Now) -> list[str]:
    """What has happened to it since."""
    notes = []
    if promise.moved_from is not None:
        before = days.day(promise.moved_from, now.day)
        if promise.moved_why:
            notes.append(_("Moved from {day}: {why}").format(day=before, why=promise.moved_why))
        else:
            notes.append(_("Moved from {day}").format(day=before))
    if promise.is_missed(now):
        notes.append(_("Call to say sorry, and give them a day that holds."))
    if promise.kept_at is not None and promise.missed_at is not None:
        notes.append(_("Kept, but late."))
    return [*notes, *filter(None, (put_off(promise, now.day),))]


def put_off(promise: PromiseLine, today: date) -> str:
    """ "Later" moves the call, and never what they were told."""
    if promise.kept_at is not None or promise.call_on is None or promise.call_on <= promise.due_on:
        return ""
    return _("Your call is put off to {day}. What you promised isn’t.").format(
        day=days.near_day(promise.call_on, today)
    )


# Problems ---------------------------------------------------------------------------------------


def problem_count(going_on: int, late: int) -> str:
    if not going_on:
        return ""
    said = ngettext("{count} problem is open", "{count} problems are open", going_on).format(
        count=going_on
    )
    if not late:
        return said
    return _("{problems}, {count} past the day we gave").format(problems=said, count=late)


def problem_when(problem: ProblemLine, now: Now) -> str:
    if problem.stayed_so_at is not None:
        return _("stayed right")
    if problem.solved_at is not None:
        if problem.call_on is None:
            return _("solved {day}").format(day=_day_of(problem.solved_at, now.day))
        return _("look again {day}").format(day=days.near_day(problem.call_on, now.day))
    if problem.put_right_by is not None:
        return moment(problem.put_right_by, problem.put_right_time, now.day)
    return _("since {day}").format(day=_day_of(problem.opened_at, now.day))


def owner(problem: ProblemLine) -> str:
    if not problem.owner_name:
        return _("Nobody sees to it yet")
    if problem.for_manager:
        return _("{clerk} calls them, as they wished").format(clerk=problem.owner_name)
    return _("{clerk} sees to it").format(clerk=problem.owner_name)


_STEPS = {
    ProblemStep.ACKNOWLEDGED: N_("They know we are on it"),
    ProblemStep.OWNED: N_("Owned"),
    ProblemStep.HANDED_OVER: N_("Handed over"),
    ProblemStep.TOLD: N_("Told how and by when"),
    ProblemStep.SOLVED: N_("Solved"),
    ProblemStep.CAME_BACK: N_("It came back"),
    ProblemStep.STAYED_SO: N_("It stayed so"),
}


def step_taken(step: StepTaken, today: date) -> tuple[str, str]:
    """What was done, and by whom and when."""
    what = _(_STEPS[step.step])
    if step.note:
        what = _("{step}: {note}").format(step=what, note=step.note)
    return what, reached_by(step.at, step.clerk_name, today)


def steps_to_come(problem: ProblemLine) -> list[str]:
    """What is still to be done, in its order (M-39)."""
    done = {
        ProblemStep.ACKNOWLEDGED: problem.acknowledged_at is not None,
        ProblemStep.OWNED: problem.owner_id is not None,
        ProblemStep.TOLD: problem.put_right_by is not None or not problem.is_open,
        ProblemStep.SOLVED: not problem.is_open,
        ProblemStep.STAYED_SO: problem.stayed_so_at is not None,
    }
    return [_(_STEPS[step]) for step, is_done in done.items() if not is_done]


def by_when(problem: ProblemLine, today: date) -> str:
    if problem.put_right_by is None:
        return ""
    return _("To be right {when}").format(
        when=moment(problem.put_right_by, problem.put_right_time, today)
    )


# Referrals --------------------------------------------------------------------------------------

_WAY = (
    ReferralState.NAMED,
    ReferralState.MAY_CALL,
    ReferralState.CALLED,
    ReferralState.CAME_IN,
    ReferralState.BOUGHT,
)
_WAY_ROUND = (
    ReferralState.NAMED,
    ReferralState.ASKED_TO_RING,
    ReferralState.CALLED,
    ReferralState.CAME_IN,
    ReferralState.BOUGHT,
)


def referral_count(going_on: int) -> str:
    if not going_on:
        return ""
    return ngettext("{count} referral goes on", "{count} referrals go on", going_on).format(
        count=going_on
    )


def referral_title(referral: ReferralLine) -> str:
    return _("{referrer} sent {referred}").format(
        referrer=referral.name, referred=referral.referred_name
    )


def referral_detail(referral: ReferralLine) -> str:
    return upper_first(" · ".join(filter(None, (referral.relation, referral.what_for))))


def referral_when(referral: ReferralLine, today: date) -> str:
    if referral.is_done and referral.thanked_at is not None:
        return _("thanked {day}").format(day=_day_of(referral.thanked_at, today))
    if referral.hello_on is not None:
        return _("first hello {day}").format(day=days.near_day(referral.hello_on, today))
    if referral.thanks_on is not None:
        return _("thank them {day}").format(day=days.near_day(referral.thanks_on, today))
    return _("since {day}").format(day=_day_of(referral.made_at, today))


def referral_way(referral: ReferralLine, today: date) -> list[tuple[str, str, bool]]:
    """The states in their order, by whom and when, and whether it has come so far."""
    way = _WAY if referral.may_call else _WAY_ROUND
    here = way.index(referral.state) if referral.state in way else 0
    reached = {step.state: reached_by(step.at, step.clerk_name, today) for step in referral.steps}
    return [
        (
            upper_first(referral_state(state)),
            reached.get(state, "") if place <= here else "",
            place <= here,
        )
        for place, state in enumerate(way)
    ]


def reached_by(at: datetime, clerk: str, today: date) -> str:
    """ "Ed Marsh, yesterday"."""
    day = _day_of(at, today)
    return _("{clerk}, {day}").format(clerk=clerk, day=day) if clerk else day


def referral_notes(referral: ReferralLine) -> list[str]:
    notes = []
    if not referral.may_call and referral.state in (
        ReferralState.NAMED,
        ReferralState.ASKED_TO_RING,
    ):
        notes.append(
            _("We have no leave to call. Ask {name} to pass on our number.").format(
                name=referral.name
            )
        )
    if referral.same_number_id is not None:
        notes.append(
            _("{name} has the same number or name. Is it them?").format(
                name=referral.same_number_name
            )
        )
    return notes
