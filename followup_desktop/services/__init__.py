"""The middle floor: verbs a clerk would understand. One transaction each, `now` handed in.

Each answers with `Changes`. `Services` has one of each, made on first use: what the first page
doesn't need is imported when somebody goes where it is needed.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from followup_desktop.store.store import Store

if TYPE_CHECKING:
    from followup_desktop.services.book import BookService
    from followup_desktop.services.calls import Calls
    from followup_desktop.services.customers import Customers
    from followup_desktop.services.export import Export
    from followup_desktop.services.insights import Insights
    from followup_desktop.services.keeping import Keeping
    from followup_desktop.services.orders import Orders
    from followup_desktop.services.paper import Paper
    from followup_desktop.services.playbook_edits import PlaybookEdits
    from followup_desktop.services.playbooks import Playbooks
    from followup_desktop.services.product_groups import ProductGroups
    from followup_desktop.services.reminders import Reminders
    from followup_desktop.services.rule_book import RuleService
    from followup_desktop.services.shop import ShopService
    from followup_desktop.services.staff import Staff
    from followup_desktop.services.today import TodayService
    from followup_desktop.services.updates import Updates
    from followup_desktop.services.upkeep import Upkeep
    from followup_desktop.services.visits import Visits


class Services:
    """Everything that can be done with an open store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def shop(self) -> "ShopService":
        from followup_desktop.services.shop import ShopService

        return ShopService(self._store)

    @cached_property
    def visits(self) -> "Visits":
        from followup_desktop.services.visits import Visits

        return Visits(self._store, self.shop)

    @cached_property
    def product_groups(self) -> "ProductGroups":
        from followup_desktop.services.product_groups import ProductGroups

        return ProductGroups(self._store, self.shop)

    @cached_property
    def paper(self) -> "Paper":
        from followup_desktop.services.paper import Paper
        from followup_desktop.words.facts import WordedFacts

        return Paper(self.shop, self.today, self.calls, self.playbooks, WordedFacts())

    @cached_property
    def staff(self) -> "Staff":
        from followup_desktop.services.staff import Staff

        return Staff(self._store)

    @cached_property
    def updates(self) -> "Updates":
        from followup_desktop.services.updates import Updates

        return Updates(self._store, self.shop, self.playbooks)

    @cached_property
    def book(self) -> "BookService":
        from followup_desktop.services.book import BookService

        return BookService(self.shop, self.playbooks)

    @cached_property
    def insights(self) -> "Insights":
        from followup_desktop.services.insights import Insights

        return Insights(self._store, self.customers)

    @cached_property
    def today(self) -> "TodayService":
        from followup_desktop.services.today import TodayService

        return TodayService(self._store, self.shop, self.playbooks)

    @cached_property
    def customers(self) -> "Customers":
        from followup_desktop.services.customers import Customers

        return Customers(self._store, self.shop)

    @cached_property
    def orders(self) -> "Orders":
        from followup_desktop.services.orders import Orders

        return Orders(self._store, self.shop)

    @cached_property
    def keeping(self) -> "Keeping":
        from followup_desktop.services.keeping import Keeping

        return Keeping(self._store, self.shop)

    @cached_property
    def calls(self) -> "Calls":
        from followup_desktop.services.calls import Calls
        from followup_desktop.words.facts import WordedFacts

        return Calls(self._store, self.shop, self.playbooks, WordedFacts(), self.today)

    @cached_property
    def playbooks(self) -> "Playbooks":
        from followup_desktop import paths
        from followup_desktop.services.playbooks import Playbooks
        from followup_desktop.store.reads.playbooks import own_text

        language = self._language
        return Playbooks(
            paths.resources() / "playbooks", language, lambda kind: own_text(kind, language)
        )

    @cached_property
    def playbook_edits(self) -> "PlaybookEdits":
        from followup_desktop.services.playbook_edits import PlaybookEdits
        from followup_desktop.words.facts import WordedFacts

        return PlaybookEdits(self._store, self.playbooks, WordedFacts(), self._language)

    @cached_property
    def _language(self) -> str:
        """The one that the playbooks are in."""
        from followup_desktop.services.playbooks import FALLBACK_LANGUAGE

        return self.shop.shop().preferences.language or FALLBACK_LANGUAGE

    @cached_property
    def reminders(self) -> "Reminders":
        from followup_desktop.services.reminders import Reminders

        return Reminders(self._store, self.shop, self.playbooks)

    @cached_property
    def rules(self) -> "RuleService":
        from followup_desktop.services.rule_book import RuleService

        return RuleService(self._store, self.shop, self.playbooks)

    @cached_property
    def upkeep(self) -> "Upkeep":
        from followup_desktop.services.upkeep import Upkeep

        return Upkeep(self._store)

    @cached_property
    def export(self) -> "Export":
        from followup_desktop.services.export import Export

        return Export(self._store)
