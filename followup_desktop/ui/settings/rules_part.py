"""Keeps what is changed in the rules: shown first where it would move something."""

from collections.abc import Callable

from followup_desktop.domain.changes import Changes
from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.rule_book import RuleChange, RuleEffect
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.effect_sheet import first_shown
from followup_desktop.ui.settings.rules_section import RulesSection
from followup_desktop.words import _
from followup_desktop.words import rules as words


class RulesPart:
    def __init__(
        self,
        desk: Desk,
        section: RulesSection,
        tell: Callable[[Changes | WorldError], bool],
        again: Callable[[], None],
    ) -> None:
        """`again` shows what is kept, where a change was looked at and left."""
        self._desk = desk
        self._rules = desk.services.rules
        self._section = section
        self._tell = tell
        self._again = again
        section.rule_edited.connect(self._on_rule_edited)
        section.minutes_edited.connect(self._on_minutes_edited)
        section.pause_edited.connect(self._on_pause_edited)

    def show(self) -> None:
        book = self._desk.ask(self._rules.book)
        if book is not None:
            self._section.show_book(book)

    def _on_rule_edited(self, change: RuleChange) -> None:
        rules = self._rules
        self._first_shown(
            words.rule(change.rule),
            lambda: rules.preview(self._desk.now(), change),
            lambda: self._desk.attempt(rules.change, change),
        )

    def _on_pause_edited(self, kind: Kind, paused: bool) -> None:
        rules = self._rules
        self._first_shown(
            words.kind(kind),
            lambda: rules.preview_pause(self._desk.now(), kind, paused),
            lambda: self._desk.attempt(rules.pause, kind, paused),
        )

    def _on_minutes_edited(self, kind: Kind, minutes: int) -> None:
        self._tell(self._desk.attempt(self._rules.take_minutes, kind, minutes))

    def shop_edited(self, values: dict[str, object]) -> None:
        """Its name, its country, and the days on which it is open, with all that is planned for
        those that go."""
        change = self._desk.services.shop.change_shop
        self._first_shown(
            _("Where the shop is") if "country" in values else _("When the shop is open"),
            lambda: self._rules.preview_shop(self._desk.now(), **values),
            lambda: self._desk.attempt(change, **values),
        )

    def preferences_edited(self, values: dict[str, object]) -> None:
        prefer = self._desk.services.shop.prefer
        self._first_shown(
            words.preference(next(iter(values))),
            lambda: self._rules.preview_preferences(self._desk.now(), **values),
            lambda: self._desk.attempt(prefer, **values),
        )

    def _first_shown(
        self,
        title: str,
        weigh: Callable[[], RuleEffect],
        keep: Callable[[], Changes | WorldError],
    ) -> None:
        window = self._section.window()
        first_shown(self._desk, window, title, weigh, lambda: self._tell(keep()), self._again)
