"""Keeps what is changed in the rules: shown first where it would move something."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from followup_desktop.domain.changes import Changes
from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.rule_book import RuleChange, RuleEffect
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.settings.effect_sheet import EffectSheet
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
        self._section = section
        self._tell = tell
        self._again = again
        section.rule_edited.connect(self._on_rule_edited)
        section.minutes_edited.connect(self._on_minutes_edited)
        section.pause_edited.connect(self._on_pause_edited)

    def show(self) -> None:
        book = self._desk.ask(self._desk.services.rules.book)
        if book is not None:
            self._section.show_book(book)

    def _on_rule_edited(self, change: RuleChange) -> None:
        rules = self._desk.services.rules
        effect = self._desk.ask(rules.preview, change)
        self._first_shown(
            words.rule(change.rule), effect, lambda: self._desk.attempt(rules.change, change)
        )

    def _on_pause_edited(self, kind: Kind, paused: bool) -> None:
        rules = self._desk.services.rules
        effect = self._desk.ask(rules.preview_pause, kind, paused)
        self._first_shown(
            words.kind(kind), effect, lambda: self._desk.attempt(rules.pause, kind, paused)
        )

    def _on_minutes_edited(self, kind: Kind, minutes: int) -> None:
        self._tell(self._desk.attempt(self._desk.services.rules.take_minutes, kind, minutes))

    def days_edited(self, values: dict[str, object]) -> None:
        """The days on which the shop is open, with all that is planned for those that go."""
        desk = self._desk
        effect = desk.ask(desk.services.rules.preview_days, **values)
        self._first_shown(
            _("When the shop is open"),
            effect,
            lambda: desk.attempt(desk.services.shop.change_shop, **values),
        )

    def _first_shown(
        self,
        title: str,
        effect: RuleEffect | None,
        keep: Callable[[], Changes | WorldError],
    ) -> None:
        """At once where nothing would move."""
        if effect is None:
            return
        if effect.is_nothing:
            self._tell(keep())
            return
        window: QWidget = self._section.window()
        sheet = EffectSheet(window, title, effect, self._desk.now().day)
        sheet.applied.connect(lambda: self._tell(keep()))
        sheet.dismissed.connect(self._again)
        sheet.open()
