"""What customers gained, what works well and what could be better, in their words (M-71)."""

from collections.abc import Iterator

from followup_desktop.domain import names
from followup_desktop.domain.insights.asked import Asked, Scope
from followup_desktop.domain.insights.said import (
    Group,
    Mark,
    Said,
    SaidPage,
    SaidSummary,
    SaidWanted,
    summary,
)
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.insights.base import InsightsBase
from followup_desktop.store.reads import said as reads

AT_ONCE = 60


class SaidVerbs(InsightsBase):
    def said_summary(self, now: Now, clerk_id: int | None, asked: Asked) -> SaidSummary:
        """How much was said, by product group and kind."""
        return summary(reads.counts(self.scope(now, clerk_id, asked)))

    def said(
        self,
        now: Now,
        clerk_id: int | None,
        asked: Asked,
        wanted: SaidWanted,
        before: Mark | None = None,
        limit: int = AT_ONCE,
    ) -> SaidPage:
        """The newest first; the next page begins `before` the last one's mark."""
        scope = self.scope(now, clerk_id, asked)
        found: list[Said] = []
        for one in _matching(scope, wanted, before, limit + 1):
            found.append(one)
            if len(found) > limit:
                break
        return SaidPage(tuple(found[:limit]), has_more=len(found) > limit)


def _matching(scope: Scope, wanted: SaidWanted, before: Mark | None, limit: int) -> Iterator[Said]:
    """What is looked for is compared folded, word by word as it is read."""
    words = names.fold(wanted.text).split()
    for row in reads.said(scope, wanted, before, None if words else limit):
        text = names.fold(row.text) if words else ""
        if all(word in text for word in words):
            yield _said(row, scope)


def _said(row: reads.Row, scope: Scope) -> Said:
    """Of a gift, or of somebody who asked to be discreet, neither name nor thing (M-34)."""
    return Said(
        kind=row.kind,
        row_id=row.row_id,
        at=row.at,
        on=scope.clock.local_of(row.at).date(),
        text=row.text,
        customer_id=row.customer_id,
        name="" if row.is_discreet else row.name,
        title="" if row.is_discreet else row.title,
        group=Group(row.group_id, row.group),
        item="" if row.is_discreet else row.item,
    )
