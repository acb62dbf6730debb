"""The ten concerns, month by month (M-72)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cache

from followup_desktop.domain.insights.asked import Asked, Period
from followup_desktop.domain.insights.concerns import (
    Concern,
    Scorecard,
    scorecard,
    told_promptly,
)
from followup_desktop.domain.insights.months import Shares, Stretch, by_month, last_months
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.insights.base import InsightsBase
from followup_desktop.services.shop import ShopService
from followup_desktop.store.reads import concerns as reads
from followup_desktop.store.reads import concerns_wrong as wrong


class ConcernVerbs(InsightsBase):
    def concerns(self, now: Now, clerk_id: int | None, asked: Asked) -> Scorecard:
        """The last twelve months, whatever time is asked for: fewer are no course of things."""
        scope = self.scope(now, clerk_id, replace(asked, period=Period.YEAR))
        stretch = Stretch(last_months(now.day), now.day, scope.clock, scope.clerk_id)
        return scorecard(stretch.months, self._counted(stretch))

    def _counted(self, stretch: Stretch) -> Mapping[Concern, Shares]:
        def day_of(moment: datetime) -> date:
            return stretch.clock.local_of(moment).date()

        next_open_day = cache(ShopService(self._store).calendar().next_open_day)
        late = told_promptly(wrong.late_orders(stretch), stretch.today, day_of, next_open_day)
        return {
            Concern.PROMISED_CALLS: reads.promised_calls(stretch),
            Concern.NUMBERS_AND_TIMES: reads.numbers_and_times(stretch),
            Concern.AUTHORITY: wrong.authority(stretch),
            Concern.APPRECIATION: reads.appreciation(stretch),
            Concern.NO_WAITING: wrong.no_waiting(stretch),
            Concern.CARE: reads.care(stretch),
            Concern.TOLD_PROMPTLY: by_month(late, stretch.months),
            Concern.OWNED_UP: wrong.owned_up(stretch),
            Concern.PERSONALLY: reads.personally(stretch),
            Concern.HONEST_DATES: wrong.honest_dates(stretch),
        }
