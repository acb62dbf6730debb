"""What narrows the list down: a few letters, and who is meant."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from followup_desktop.domain.customer_list import CustomerFilter, CustomerOrder
from followup_desktop.domain.kinds import Stage
from followup_desktop.domain.shop import Clerk
from followup_desktop.ui.kit.buttons import LinkButton
from followup_desktop.ui.kit.chips import Chip
from followup_desktop.ui.kit.flow import FlowLayout
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.kit.search_field import SearchField
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _, codes


class FilterBar(QWidget):
    changed = Signal()
    """`wanted()` says what is looked for now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base = CustomerFilter()
        self._silence: tuple[tuple[Stage, datetime], ...] = ()
        self._clerks: list[tuple[int | None, str]] = []
        self._build_ui()
        self._connect()

    def wanted(self) -> CustomerFilter:
        stage, owner = self.stage.value(), self.owner.value()
        base = self._base
        if self.long_silence.isChecked() and not base.silent:
            # The oldest first, until somebody wants another order.
            base = replace(base, order=CustomerOrder.LAST_CONTACT, descending=False)
        return replace(
            base,
            text=self.text.text().strip(),
            no_next_step=self.no_next_step.isChecked(),
            never_contacted=self.never_contacted.isChecked(),
            silent=self._silence if self.long_silence.isChecked() else (),
            stage=stage if isinstance(stage, Stage) else None,
            owner_id=owner if isinstance(owner, int) else None,
        )

    def know_silence(self, since: tuple[tuple[Stage, datetime], ...]) -> None:
        """From when on a silence is long; empty where the shop doesn't want to know."""
        self._silence = since
        self.long_silence.setVisible(bool(since))

    def show_filter(self, wanted: CustomerFilter, clerks: Sequence[Clerk]) -> None:
        self._base = wanted
        here = [(one.id, one.name) for one in clerks if one.left_on is None]
        self._show_clerks([(None, _("Every clerk")), *here])
        if self.text.text().strip() != wanted.text:
            self.text.setText(wanted.text)
        self.no_next_step.setChecked(wanted.no_next_step)
        self.never_contacted.setChecked(wanted.never_contacted)
        self.long_silence.setChecked(bool(wanted.silent))
        self.stage.choose(wanted.stage)
        self.owner.choose(wanted.owner_id)
        self._show_clear()

    def _show_clerks(self, clerks: list[tuple[int | None, str]]) -> None:
        if clerks != self._clerks:
            self._clerks = clerks
            self.owner.set_options(clerks)

    def _show_clear(self) -> None:
        everybody = CustomerFilter(order=self._base.order, descending=self._base.descending)
        self.clear.setVisible(self.wanted() != everybody)

    def _on_cleared(self) -> None:
        self.text.clear()
        for chip in (self.no_next_step, self.never_contacted, self.long_silence):
            chip.setChecked(False)
        self.stage.choose(None)
        self.owner.choose(None)
        self._tell()
        self.text.setFocus()

    def _tell(self) -> None:
        self._show_clear()
        self.changed.emit()

    def _build_ui(self) -> None:
        self.text = _FilterText(_("Name or phone"), name="filter_text", chars=25)
        self.no_next_step = Chip(_("No next step"), name="filter_no_next_step", checkable=True)
        self.never_contacted = Chip(
            _("Never contacted"), name="filter_never_contacted", checkable=True
        )
        self.long_silence = Chip(_("Long silence"), name="filter_long_silence", checkable=True)
        stages = [(stage, codes.stage(stage)) for stage in Stage]
        self.stage = Picker(
            [(None, _("Every stage")), *stages], name="filter_stage", label=_("Stage")
        )
        self.owner = Picker([(None, _("Every clerk"))], name="filter_owner", label=_("Whose"))
        self.clear = LinkButton(_("Clear filters"), name="filter_clear", muted=True)
        # With large text not all of them stand in one line.
        row = FlowLayout(self, gap=Space.SMALL + 2)
        for widget in (
            self.text, self.no_next_step, self.never_contacted, self.long_silence,
            self.stage, self.owner, self.clear,
        ):  # fmt: skip
            row.addWidget(widget)

    def _connect(self) -> None:
        self.text.textEdited.connect(self._tell)
        for chip in (self.no_next_step, self.never_contacted, self.long_silence):
            chip.clicked.connect(self._tell)
        for picker in (self.stage, self.owner):
            picker.chosen.connect(self._tell)
        self.clear.clicked.connect(self._on_cleared)


class _FilterText(SearchField):
    def type_on(self, text: str) -> None:
        """Letters that were typed while the list had the keyboard."""
        self.setFocus()
        self.setText(self.text() + text)
        self.textEdited.emit(self.text())
