"""Skipping a follow-up, with the reason that stays in the story."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from followup_desktop.ui.kit.choices import Choices
from followup_desktop.ui.kit.fields import Field, LineField
from followup_desktop.ui.kit.labels import Muted
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.words import _
from followup_desktop.words.today import SKIP_REASONS


class SkipSheet(Sheet):
    skipped = Signal(str)
    """Why."""

    def __init__(self, window: QWidget, name: str) -> None:
        title = _("Skip the call to {name}?").format(name=name)
        super().__init__(window, title, name="skip_follow_up", width=560)
        self.body.addWidget(
            Muted(_("The reason stays in the story. You can take it back."), wrap=True)
        )
        reasons = [(words, words) for words in map(_, SKIP_REASONS)]
        self.reasons = Choices(reasons, name="skip_reason", label=_("Why"), optional=True)
        self.own_words = LineField("", name="skip_own_words")
        self.body.addWidget(self.reasons)
        self.body.addWidget(Field(_("Or in your own words"), self.own_words))
        self.add_cancel(_("Cancel"))
        self.skip = self.add_primary(_("Skip it"), name="skip_confirm")
        self.reasons.chosen.connect(self._update)
        self.own_words.textChanged.connect(self._update)
        self.skip.clicked.connect(self._on_skip_clicked)
        self.own_words.returnPressed.connect(self.skip.click)
        self._update()

    def why(self) -> str:
        return self.own_words.text().strip() or str(self.reasons.value() or "")

    def _update(self) -> None:
        self.skip.setEnabled(bool(self.why()))

    def _on_skip_clicked(self) -> None:
        self.skipped.emit(self.why())
        self.dismiss()
