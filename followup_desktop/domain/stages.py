"""Where a customer stands with the shop, by what they bought (method.md, "Words")."""

from followup_desktop.domain.kinds import Stage


def stage_after(purchases: int, loyal_after: int) -> Stage:
    """`loyal_after`: how many purchases make a customer loyal; at least two."""
    if purchases <= 0:
        return Stage.PROSPECT
    if purchases == 1:
        return Stage.FIRST_PURCHASE
    return Stage.LOYAL if purchases >= loyal_after else Stage.CUSTOMER
