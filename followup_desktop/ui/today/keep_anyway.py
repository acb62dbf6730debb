"""A promise that is to be kept outside the hours too, with the reason that is shown (M-47)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from followup_desktop.ui.kit.choices import Choices
from followup_desktop.ui.kit.fields import Field, LineField
from followup_desktop.ui.kit.labels import Muted
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.words import _
from followup_desktop.words.today import KEEP_REASONS


class KeepAnywaySheet(Sheet):
    kept = Signal(str)
    """Why."""

    def __init__(self, window: QWidget, name: str) -> None:
        title = _("Keep it for {name}, whatever the hours?").format(name=name)
        super().__init__(window, title, name="keep_anyway_sheet", width=560)
        said = _("You are reminded at the time you promised. The reason stays beside it.")
        self.body.addWidget(Muted(said, wrap=True))
        reasons = [(words, words) for words in map(_, KEEP_REASONS)]
        self.reasons = Choices(reasons, name="keep_reason", label=_("Why"), optional=True)
        self.own_words = LineField("", name="keep_own_words")
        self.body.addWidget(self.reasons)
        self.body.addWidget(Field(_("Or in your own words"), self.own_words))
        self.add_cancel(_("Cancel"))
        self.keep = self.add_primary(_("Keep it"), name="keep_confirm")
        self.reasons.chosen.connect(self._update)
        self.own_words.textChanged.connect(self._update)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.own_words.returnPressed.connect(self.keep.click)
        self.dismissed.connect(self.deleteLater)
        self._update()

    def why(self) -> str:
        return self.own_words.text().strip() or str(self.reasons.value() or "")

    def _update(self) -> None:
        self.keep.setEnabled(bool(self.why()))

    def _on_keep_clicked(self) -> None:
        self.kept.emit(self.why())
        self.dismiss()
