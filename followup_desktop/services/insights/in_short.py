"""What following up brings, on one page (M-67 … M-70)."""

from dataclasses import replace

from followup_desktop.domain.customer_list import CustomerFilter
from followup_desktop.domain.insights.asked import Asked, Scope
from followup_desktop.domain.insights.calls import bars, when_reached
from followup_desktop.domain.insights.coming_back import ComingBack, begins_on, coming_back
from followup_desktop.domain.insights.in_short import InShort, Leak
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.insights.base import InsightsBase
from followup_desktop.store.reads import insights_calls, insights_sales, insights_word


class InShortVerbs(InsightsBase):
    def in_short(self, now: Now, clerk_id: int | None, asked: Asked) -> InShort:
        """Always the same number of statements, however large the shop."""
        scope = self.scope(now, clerk_id, asked)
        tallies = insights_calls.tallies(scope)
        return InShort(
            scope=scope,
            promises=insights_word.promises(scope, now),
            coming_back=_coming_back(scope),
            referrals=insights_word.referrals(scope),
            calls=bars(tallies, scope),
            reached=when_reached(tallies, scope),
            sales=insights_sales.sales(scope),
            told=insights_word.told(scope),
            problems=insights_word.problems(scope),
            leak=self._leak(scope),
        )

    def _leak(self, scope: Scope) -> Leak:
        whose = CustomerFilter(owner_id=scope.clerk_id)
        return Leak(
            never_contacted=self._how_many(replace(whose, never_contacted=True)),
            no_next_step=self._how_many(replace(whose, no_next_step=True)),
        )

    def _how_many(self, wanted: CustomerFilter) -> int:
        """As the list itself says, to which the figure leads."""
        return self._customers.total(wanted)


def _coming_back(scope: Scope) -> ComingBack:
    counted = coming_back(insights_sales.first_buyers(scope), scope)
    first_on = insights_sales.first_purchase(scope)
    if first_on is None or counted.total.of or begins_on(first_on) <= scope.last_on:
        return counted
    return replace(counted, begins_on=begins_on(first_on))
