"""Recording who came in: the form's preview, and the one action that keeps it (M-32 … M-37)."""

from dataclasses import dataclass, replace

from followup_desktop.domain import phones, visit_draft
from followup_desktop.domain.cadence.after_visit import Bought, after_leaving, after_purchase
from followup_desktop.domain.cadence.planning import Cadence, Planned, with_changes
from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.checks import FieldProblem, Why, refuse
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import KINDS
from followup_desktop.domain.phones import ParsedPhone
from followup_desktop.domain.product_group import ItemGroup
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.today import Waits
from followup_desktop.domain.visit import NewVisit, VisitPreview
from followup_desktop.services import visit_checks
from followup_desktop.services.product_groups import ProductGroups
from followup_desktop.services.rules import cadence_of
from followup_desktop.services.shop import ShopService
from followup_desktop.services.visit_writing import write_visit
from followup_desktop.store import drafts
from followup_desktop.store.reads import visits as reads
from followup_desktop.store.reads.visits import Visitor
from followup_desktop.store.store import Store

DRAFT = "visit"
NEWCOMER = Visitor(purchases=0, first_n_sales=None, dont_call=False, may_call=None)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A form as it would be kept."""

    visit: NewVisit
    phone: ParsedPhone
    planned: Planned
    problems: tuple[FieldProblem, ...]
    cadence: Cadence
    groups: tuple[ItemGroup, ...]
    visitor: Visitor


class Visits:
    def __init__(self, store: Store, shop: ShopService) -> None:
        self._store = store
        self._shop = shop
        self._groups = ProductGroups(store, shop)

    def preview(self, now: Now, visit: NewVisit) -> VisitPreview:
        """What saving the form as it stands would plan. Asked at every key; writes nothing."""
        weighed = self._weigh(now, visit)
        return VisitPreview(
            weighed.planned,
            weighed.problems,
            weighed.phone.shown,
            weighed.groups,
            owner_id=weighed.visitor.owner_id,
            owner_name=weighed.visitor.owner_name,
            withheld=_withheld(weighed.visit, weighed.visitor, weighed.cadence),
        )

    def record(self, now: Now, clerk_id: int | None, visit: NewVisit) -> Changes:
        """Keep it, with everything that follows. The form's draft goes with it."""
        weighed = self._weigh(now, visit)
        for problem in weighed.problems:
            if problem.blocks:
                raise refuse(problem.field, Why(problem.why))
        with self._store.action(Did.VISIT_RECORDED, now, clerk_id) as unit:
            visit_id, customer_id = write_visit(
                unit,
                replace(weighed.visit, item_groups=weighed.groups),
                weighed.phone.e164,
                weighed.planned,
                weighed.cadence,
                whose=weighed.visitor.owner_id or clerk_id,
            )
            drafts.drop(DRAFT)
        return unit.changes(
            Changed.CUSTOMERS | Changed.FOLLOW_UPS | Changed.ORDERS,
            customer_id=customer_id,
            made_id=visit_id,
        )

    def _weigh(self, now: Now, typed: NewVisit) -> _Weighed:
        shop = self._shop.shop()
        visit = visit_checks.cleaned(typed)
        phone = phones.parse(visit.phone, shop.country) if visit.phone else ParsedPhone()
        cadence = cadence_of(shop)
        groups = self._groups.of_visit(visit)
        is_valuable = self._groups.holds_valuables(groups)
        visitor = _visitor(visit.customer_id)
        planned = _planned(visit, visitor, now, cadence, is_valuable)
        planned = with_changes(planned, visit.changes)
        problems = visit_checks.problems(visit, phone, now, cadence.calendar)
        return _Weighed(visit, phone, planned, problems, cadence, groups, visitor)

    # Completion

    def known_items(self, text: str) -> tuple[str, ...]:
        return reads.known_items(text)

    def known_occasions(self, text: str) -> tuple[str, ...]:
        return reads.known_occasions(text)

    # The draft

    def draft(self) -> NewVisit | None:
        """The form as it was left; None when none was, or when it cannot be read any more."""
        text = drafts.text(DRAFT)
        return None if text is None else visit_draft.from_text(text)

    def keep_draft(self, now: Now, visit: NewVisit) -> Changes:
        """Within a second of typing."""
        with self._store.quiet(now) as unit:
            drafts.keep(DRAFT, visit_draft.to_text(visit), now)
        return unit.changes(Changed.NOTHING)

    def lay_draft_aside(self, now: Now) -> Changes:
        """Another form is filled in first; saving or dropping that one brings this one back."""
        with self._store.quiet(now) as unit:
            drafts.lay_aside(DRAFT)
        return unit.changes(Changed.NOTHING)

    def drop_draft(self, now: Now) -> Changes:
        with self._store.quiet(now) as unit:
            drafts.drop(DRAFT)
        return unit.changes(Changed.NOTHING)


def _visitor(customer_id: int | None) -> Visitor:
    if customer_id is None:
        return NEWCOMER
    visitor = reads.visitor(customer_id)
    if visitor is None:
        raise WorldError(Trouble.GONE, where=f"customer {customer_id}")
    return visitor


def _planned(
    visit: NewVisit, visitor: Visitor, now: Now, cadence: Cadence, is_valuable: bool
) -> Planned:
    """Somebody who may not be called gets what serves their purchase, and nothing else (M-28)."""
    what = ", ".join(visit.items)
    if visit.bought:
        bought = Bought(
            on=now.day,
            sale=visitor.purchases + 1,
            item=what,
            occasion=visit.occasion,
            occasion_on=visit.occasion_on,
            fulfilment=visit.fulfilment,
            promised_on=visit.promised_on,
            is_valuable=is_valuable,
            first_n_sales=visitor.first_n_sales,
        )
        planned = after_purchase(bought, cadence)
    else:
        planned = after_leaving(now.day, visit.looked_at, cadence)
    if _withheld(visit, visitor, cadence) is not None:
        planned = tuple(one for one in planned if not KINDS[one.kind].marketing)
    return planned


def _withheld(visit: NewVisit, visitor: Visitor, cadence: Cadence) -> Waits | None:
    """Why only service is planned; None: nothing stands against the rest."""
    may_call = visitor.may_call if visit.may_call is None else visit.may_call
    if visitor.dont_call:
        return Waits.DONT_CALL
    is_allowed = cadence.settings.may_advertise(may_call, dont_call=False)
    return None if is_allowed else Waits.NO_PERMISSION
