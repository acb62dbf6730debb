"""The ten concerns, month by month (M-72)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from followup_desktop.domain.insights.asked import Asked, Period
from followup_desktop.domain.insights.concerns import (
    Concern,
    Scorecard,
    honest_dates,
    no_waiting,
    scorecard,
    told_promptly,
)
from followup_desktop.domain.insights.months import Stretch, Tallies, last_months, tallied
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

    def _counted(self, stretch: Stretch) -> Mapping[Concern, Tallies]:
        months, today = stretch.months, stretch.today
        next_open_day = ShopService(self._store).calendar().next_open_day

        def day_of(moment: datetime) -> date:
            return stretch.clock.local_of(moment).date()

        awaited = (*wrong.call_backs(stretch), *wrong.problems_awaited(stretch))
        late = told_promptly(wrong.late_orders(stretch), today, day_of, next_open_day)
        dated = honest_dates(wrong.dated_orders(stretch), today, day_of)
        return {
            Concern.PROMISED_CALLS: reads.promised_calls(stretch),
            Concern.NUMBERS_AND_TIMES: reads.numbers_and_times(stretch),
            Concern.AUTHORITY: wrong.authority(stretch),
            Concern.APPRECIATION: reads.appreciation(stretch),
            Concern.NO_WAITING: tallied(no_waiting(awaited, day_of), months),
            Concern.CARE: reads.care(stretch),
            Concern.TOLD_PROMPTLY: tallied(late, months),
            Concern.OWNED_UP: wrong.owned_up(stretch),
            Concern.PERSONALLY: reads.personally(stretch),
            Concern.HONEST_DATES: tallied(dated, months),
        }
