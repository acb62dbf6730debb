"""Somebody leaves the shop: who takes over, in one step (M-49)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from followup_desktop.domain.shop import Clerk
from followup_desktop.ui.kit.fields import Field
from followup_desktop.ui.kit.labels import Body
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.words import _, ngettext

ANYBODY = 0


class HandoverSheet(Sheet):
    confirmed = Signal(int, object)
    """Who leaves, and who takes over: an id, or None for anybody."""

    def __init__(self, window: QWidget, clerk: Clerk, others: tuple[Clerk, ...]) -> None:
        title = _("{name} has left").format(name=clerk.name)
        super().__init__(window, title, name="handover", width=520)
        self._clerk = clerk
        self.body.addWidget(Body(_promise(clerk), wrap=True))
        options = [(other.id, other.name) for other in others]
        self.heir = Picker([*options, (ANYBODY, _("Whoever has time"))], name="heir")
        self.heir.choose(options[0][0] if options else ANYBODY)
        self.body.addWidget(Field(_("Who takes over?"), self.heir))
        self.add_cancel(_("Cancel"))
        confirm = self.add_primary(_("Hand over"), name="handover_confirm")
        confirm.clicked.connect(self._on_confirm_clicked)
        self.dismissed.connect(self.deleteLater)

    def _on_confirm_clicked(self) -> None:
        heir = self.heir.value()
        self.confirmed.emit(self._clerk.id, None if heir == ANYBODY else heir)
        self.dismiss()


def _promise(clerk: Clerk) -> str:
    if not clerk.open_follow_ups:
        return _("Their customers and everything still open go to a colleague. The history stays.")
    return ngettext(
        "Their customers and {count} open follow-up go to a colleague. The history stays.",
        "Their customers and {count} open follow-ups go to a colleague. The history stays.",
        clerk.open_follow_ups,
    ).format(count=clerk.open_follow_ups)
