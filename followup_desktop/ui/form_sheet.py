"""A small form over the page: a few fields, saved by one verb of a service."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from followup_desktop.domain.changes import Changes
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.kit.buttons import LinkButton
from followup_desktop.ui.kit.choices import Choices
from followup_desktop.ui.kit.dates import AnnualField, DateField, TimeField
from followup_desktop.ui.kit.fields import Field, LineField, TextField
from followup_desktop.ui.kit.notices import Notice
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _, troubles

if TYPE_CHECKING:
    from followup_desktop.domain.rule_book import RuleEffect

_TYPED = (DateField, TimeField, AnnualField)


class FormSheet(Sheet):
    """Fields by the names that the service's verb takes; `values()` is what stands in them.

    Whoever listens to `saved` calls `dismiss()` or `show_refused()`; `keep` does both.
    """

    saved = Signal()
    removed = Signal()

    def __init__(
        self,
        window: QWidget,
        title: str,
        *,
        name: str,
        save: str = "",
        remove: str = "",
        width: int = 560,
    ) -> None:
        super().__init__(window, title, name=name, width=width)
        self.fields: dict[str, Field | Tick] = {}
        self._controls: dict[str, QWidget] = {}
        self._needed: set[str] = set()
        self.body.setSpacing(Space.MEDIUM)
        self.notice = Notice()
        self.body.addWidget(self.notice)
        if remove:
            self.remove = LinkButton(remove, self.panel, name=f"{name}_remove", icon="remove")
            self.remove.clicked.connect(lambda: self.removed.emit())
            self.footer.insertWidget(0, self.remove)
        self.add_cancel(_("Cancel"))
        self.save = self.add_primary(save or _("Save"), name=f"{name}_save")
        self.save.clicked.connect(lambda: self.saved.emit())
        self.dismissed.connect(self.deleteLater)

    def add(self, name: str, label: str, control: QWidget, *, needed: bool = False) -> QWidget:
        """A field on a line of its own."""
        self.body.addWidget(self._field(name, label, control, needed=needed))
        return control

    def add_row(self, *fields: tuple[str, str, QWidget, int]) -> None:
        """Several in one line: (name, label, control, share of the width)."""
        row = QHBoxLayout()
        row.setSpacing(Space.MEDIUM)
        for name, label, control, share in fields:
            row.addWidget(self._field(name, label, control), share)
        self.body.addLayout(row)

    def need(self, *names: str) -> None:
        """Nothing is saved before these are filled in."""
        self._needed |= set(names)
        self._update()

    def values(self) -> dict[str, object]:
        return {name: _value(control) for name, control in self._controls.items()}

    def show_refused(self, error: WorldError) -> None:
        """At the field that cannot be kept; the text stays."""
        for field in self.fields.values():
            if isinstance(field, Field):
                field.set_problem("")
        refused = self.fields.get(error.field)
        if error.trouble is Trouble.BAD_VALUE and isinstance(refused, Field):
            refused.set_problem(troubles.why(error.field, error.why))
            refused.setFocus()
        else:
            self.notice.show_problem(troubles.trouble(error))

    def _field(self, name: str, label: str, control: QWidget, *, needed: bool = False) -> QWidget:
        self._controls[name] = control
        field = control if isinstance(control, Tick) else Field(label, control)
        self.fields[name] = field
        if needed:
            self._needed.add(name)
        if isinstance(control, LineField):
            control.textChanged.connect(self._update)
            control.returnPressed.connect(self.save.click)
        elif isinstance(control, TextField):
            control.textChanged.connect(self._update)
        elif isinstance(control, Choices | Picker):
            control.chosen.connect(self._update)
        if isinstance(control, _TYPED):
            control.changed.connect(self._update)
            control.problem_changed.connect(self._update)
        self._update()
        return field

    def _update(self) -> None:
        values = self.values()
        filled = all(values.get(name) not in (None, "") for name in self._needed)
        understood = all(
            control.understood()
            for control in self._controls.values()
            if isinstance(control, _TYPED)
        )
        self.save.setEnabled(filled and understood)


def keep(
    desk: Desk,
    sheet: FormSheet,
    verb: Callable[..., Changes],
    *args: object,
    read: Callable[[dict[str, object]], dict[str, object]] = dict,
    weigh: Callable[..., "RuleEffect"] | None = None,
) -> None:
    """Save what stands in `sheet` with `verb(…, *args, **values)`, and close it when that is done.

    `read` turns the form's values into the verb's; `weigh(now, *args, **values)` says what it would
    do to what is planned, which is shown first.
    """

    def save() -> None:
        answer = desk.attempt(verb, *args, **read(sheet.values()))
        if isinstance(answer, WorldError):
            sheet.show_refused(answer)
        else:
            sheet.dismiss()

    def weigh_first() -> None:
        from followup_desktop.ui.effect_sheet import first_shown  # late: few forms need it

        values = read(sheet.values())
        assert weigh is not None
        effect = partial(weigh, desk.now(), *args, **values)
        first_shown(desk, sheet.window(), sheet.title.text(), effect, save)

    sheet.saved.connect(save if weigh is None else weigh_first)


def _value(control: QWidget) -> object:
    if isinstance(control, (*_TYPED, Picker, Choices)):
        return control.value()
    if isinstance(control, Tick):
        return control.isChecked()
    assert isinstance(control, LineField | TextField)
    return control.text().strip()
