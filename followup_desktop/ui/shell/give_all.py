"""A clerk is away, or has too much: theirs go to a colleague in one step (M-49)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from followup_desktop.domain.shop import Clerk
from followup_desktop.ui.kit.choices import Choices
from followup_desktop.ui.kit.fields import Field
from followup_desktop.ui.kit.labels import Body
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _, ngettext

ANYBODY = 0


class GiveAllSheet(Sheet):
    whose_chosen = Signal(int)
    """Answer with `show_numbers`."""
    confirmed = Signal(int, object, bool)
    """From whom, to whom (an id, or None for anybody), and whether only what is due by today."""

    def __init__(self, window: QWidget, me: Clerk, clerks: Sequence[Clerk]) -> None:
        """`clerks` are those who work here; a manager hands over for others too."""
        super().__init__(window, _("Hand over follow-ups"), name="give_all", width=520)
        self._clerks = tuple(clerks)
        self._numbers = {True: 0, False: 0}
        whose = self._clerks if me.is_manager else (me,)
        self.whose = Picker([(one.id, one.name) for one in whose], name="give_all_from")
        self.whose.choose(me.id)
        self.to = Picker([], name="give_all_to")
        self.what = Choices([(True, ""), (False, "")], name="give_all_what", label=_("Which ones?"))
        self.body.setSpacing(Space.MEDIUM)
        if me.is_manager:
            self.body.addWidget(Field(_("Whose?"), self.whose))
        self.body.addWidget(Field(_("Which ones?"), self.what))
        self.body.addWidget(Field(_("Who takes them?"), self.to))
        self.body.addWidget(
            Body(_("The history goes with them. Whom they look after stays theirs."), wrap=True)
        )
        self.add_cancel(_("Cancel"))
        self.confirm = self.add_primary(_("Hand over"), name="give_all_confirm")
        self.whose.chosen.connect(lambda _who: self._on_whose_chosen())
        self.what.chosen.connect(lambda _what: self._update())
        self.confirm.clicked.connect(self._on_confirm_clicked)
        self.dismissed.connect(self.deleteLater)
        self._offer_others()

    def show_numbers(self, due: int, in_all: int) -> None:
        self._numbers = {True: due, False: in_all}
        today = ngettext("{count} due by today", "{count} due by today", due)
        everything = ngettext("{count} in all", "All {count}", in_all)
        self.what.set_options(
            [(True, today.format(count=due)), (False, everything.format(count=in_all))]
        )
        self.what.choose(bool(due) or not in_all)
        self._update()

    def from_id(self) -> int:
        who = self.whose.value()
        assert isinstance(who, int)
        return who

    def _on_whose_chosen(self) -> None:
        self._offer_others()
        self.whose_chosen.emit(self.from_id())

    def _offer_others(self) -> None:
        others = [(one.id, one.name) for one in self._clerks if one.id != self.from_id()]
        self.to.set_options([*others, (ANYBODY, _("Whoever has time"))])
        if self.to.value() is None:
            self.to.choose(others[0][0] if others else ANYBODY)

    def _update(self) -> None:
        self.confirm.setEnabled(self._numbers[bool(self.what.value())] > 0)

    def _on_confirm_clicked(self) -> None:
        to = self.to.value()
        self.confirmed.emit(self.from_id(), None if to == ANYBODY else to, bool(self.what.value()))
        self.dismiss()
