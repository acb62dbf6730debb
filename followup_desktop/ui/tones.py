"""Which colours stand for what: kinds of follow-up, stages."""

from followup_desktop.domain.kinds import KINDS as KIND_FACTS
from followup_desktop.domain.kinds import Kind, Rank, Stage
from followup_desktop.ui.kit.tokens import ToneName

_RANKS = {
    Rank.PROMISES: ToneName.PROMISE,
    Rank.PROBLEMS: ToneName.WARNING,
    Rank.ORDERS: ToneName.PURCHASE,
    Rank.AFTER_PURCHASE: ToneName.PURCHASE,
    Rank.NOT_BOUGHT_YET: ToneName.NOT_BOUGHT,
    Rank.DATES: ToneName.THANKS,
    Rank.UPDATES: ToneName.REFERRAL,
    Rank.THANKS: ToneName.THANKS,
}

_STAGES = {
    Stage.PROSPECT: ToneName.NOT_BOUGHT,
    Stage.FIRST_PURCHASE: ToneName.PURCHASE,
    Stage.CUSTOMER: ToneName.PURCHASE,
    Stage.LOYAL: ToneName.THANKS,
}


def of_kind(kind: Kind) -> ToneName:
    """The badge of a follow-up, and the avatar beside it."""
    if kind is Kind.REFERRAL:
        return ToneName.REFERRAL
    return _RANKS[KIND_FACTS[kind].rank]


def of_stage(stage: Stage) -> ToneName:
    return _STAGES[stage]
