"""What is said instead when a fact isn't known: one wording below the other, best first (M-6)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from followup_desktop.domain.playbook_table import WORDINGS_LIMIT
from followup_desktop.ui.kit.buttons import LinkButton
from followup_desktop.ui.kit.fields import FieldLabel
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.playbook.fact_field import FactField
from followup_desktop.words import _


class InsteadFields(QWidget):
    """The last wording is the one without any fact; a further one is put in front of it."""

    left = Signal()
    """A wording that was left empty went."""

    def __init__(
        self, label: str, make_field: Callable[[str, str], FactField], parent: QWidget, *, name: str
    ) -> None:
        """`make_field` gets the field's objectName and its label."""
        super().__init__(parent)
        self._label, self._name = label, name
        self._make_field = make_field
        self._made: list[tuple[FieldLabel, FactField]] = []
        self._count = 0
        self.add = LinkButton(
            _("Add another wording"), self, name=f"{name}_add", icon="plus", muted=True
        )
        self.add.clicked.connect(self._on_add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.HAIR)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.HAIR)
        layout.addLayout(self._rows)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def fields(self) -> list[FactField]:
        """Those in use, best first; in sight when this is."""
        return [field for _label, field in self._made[: self._count]]

    def last(self) -> FactField | None:
        return self.fields()[-1] if self._count else None

    def wordings(self) -> tuple[str, ...]:
        return tuple(said for field in self.fields() if (said := field.sentence()))

    def show_wordings(self, wordings: Sequence[str]) -> None:
        self._use(len(wordings))
        for field, wording in zip(self.fields(), wordings, strict=True):
            field.show_sentence(wording)

    def need_one(self) -> None:
        """There is at least one to type into."""
        if not self._count:
            self._use(1)

    def has_keyboard(self) -> bool:
        return any(field.hasFocus() for field in self.fields())

    def _on_add(self) -> None:
        sentences = [field.sentence() for field in self.fields()]
        place = max(0, len(sentences) - 1)
        self.show_wordings([*sentences[:place], "", *sentences[place:]])
        self.fields()[place].setFocus()

    def _on_kept(self, field: FactField) -> None:
        """One that got no words goes once the keyboard has left it; the last one stays."""
        fields = self.fields()
        if field.hasFocus() or field.sentence() or field not in fields[:-1]:
            return
        self.show_wordings([one.sentence() for one in fields if one is not field])
        self.left.emit()

    def _use(self, count: int) -> None:
        while len(self._made) < count:
            self._made.append(self._make())
        self._count = count
        for place, row in enumerate(self._made):
            for widget in row:
                widget.setVisible(place < count)
        self.add.setVisible(count < WORDINGS_LIMIT)

    def _make(self) -> tuple[FieldLabel, FactField]:
        words = _("And when that isn’t known either") if self._made else self._label
        field = self._make_field(f"{self._name}_{len(self._made) + 1}", words)
        field.kept.connect(lambda: self._on_kept(field))
        label = FieldLabel(words)
        label.setBuddy(field)
        label.setAccessibleName(words)
        self._rows.addWidget(label)
        self._rows.addWidget(field)
        return label, field
