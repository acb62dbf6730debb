"""A phrase to edit: what is said, what instead when a fact isn't known, and when it is a gift."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from followup_desktop.domain.facts import ALWAYS_KNOWN, FACT_NAMES
from followup_desktop.domain.phrase import Phrase, facts_in
from followup_desktop.ui.kit.buttons import LinkButton
from followup_desktop.ui.kit.fields import FieldLabel, HintLine, mark_problem
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.playbook.fact_field import FactField, fill_menu
from followup_desktop.ui.playbook.instead_fields import InsteadFields
from followup_desktop.words import _


@dataclass(frozen=True, slots=True)
class PhraseLook:
    """How a phrase is asked for."""

    label: str
    instead: str = ""
    """Above the wordings for when a fact isn't known; empty: the usual words."""
    allowed: frozenset[str] = FACT_NAMES
    serif: bool = False
    optional: bool = False
    """Left empty it is none at all."""
    placeholder: str = ""


class PhraseField(QWidget):
    """`edited` is for what somebody types; `kept` when they have done with a field."""

    edited = Signal(object)
    """Phrase, or None for an optional one that is empty."""
    kept = Signal()

    def __init__(self, look: PhraseLook, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._look = look
        self._name = name
        self._shown: Phrase | None = None
        self.words = self._field(name, look.label)
        self.words.setPlaceholderText(look.placeholder)
        self.instead = InsteadFields(
            look.instead or _("Instead, when a fact isn’t known"),
            lambda name, label: self._field(name, label),
            self,
            name=f"{name}_instead",
        )
        self.for_whom = self._field(f"{name}_for_whom", _("Instead, when it is for somebody else"))
        self._last_used = self.words
        self._build_ui()
        self.setFocusProxy(self.words)

    @property
    def fallbacks(self) -> list[FactField]:
        return self.instead.fields()

    def phrase(self) -> Phrase | None:
        said = self.words.sentence()
        others = self.instead.wordings()
        for_whom = self.for_whom.sentence() or None
        if self._look.optional and not (said or others or for_whom):
            return None
        return Phrase(said, others, for_whom)

    def show_phrase(self, phrase: Phrase | None) -> None:
        """What is being typed stays as it is while it says the same."""
        shown = phrase or Phrase("")
        if self._shown is not None and self.phrase() == phrase:
            return
        self._shown = shown
        self.words.show_sentence(shown.words)
        self.instead.show_wordings(shown.fallbacks)
        self.for_whom.show_sentence(shown.for_whom or "")
        self._show_parts()

    def show_problem(self, sentence: str) -> None:
        self.problem.show_problem(sentence)
        mark_problem(self.words, bool(sentence))
        self.words.setAccessibleDescription(sentence)

    def show_placeholder(self, text: str) -> None:
        self.words.setPlaceholderText(text)

    def fields(self) -> tuple[FactField, ...]:
        return (self.words, *self.fallbacks, self.for_whom)

    # Building

    def _build_ui(self) -> None:
        self.facts = LinkButton(
            _("Insert a fact"), self, name=f"{self._name}_facts", icon="plus", muted=True
        )
        self.facts.clicked.connect(self._open_menu)
        self.problem = HintLine(self)
        self.whom = LinkButton(
            _("When it is for somebody else…"), self, name=f"{self._name}_whom", muted=True
        )
        self.whom.clicked.connect(self._add_for_whom)
        head = QHBoxLayout()
        head.addWidget(_label(self._look.label, self.words))
        head.addStretch(1)
        head.addWidget(self.facts)
        self._whom_label = _label(_("Instead, when it is for somebody else"), self.for_whom)
        links = QHBoxLayout()
        links.setSpacing(Space.LARGE)
        links.addWidget(self.whom)
        links.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.HAIR)
        layout.addLayout(head)
        layout.addWidget(self.words)
        layout.addWidget(self.problem)
        layout.addWidget(self.instead)
        layout.addWidget(self._whom_label)
        layout.addWidget(self.for_whom)
        layout.addLayout(links)
        self._show_parts()

    def _field(self, name: str, label: str) -> FactField:
        field = FactField(self, name=name, serif=self._look.serif)
        field.setAccessibleName(label)
        field.edited.connect(self._on_edited)
        field.entered.connect(lambda: self._on_entered(field))
        field.kept.connect(self.kept)
        field.facts_requested.connect(self._open_menu)
        return field

    # What is in sight

    def _show_parts(self) -> None:
        """Whoever puts in a fact that may miss is asked at once what to say without it."""
        needs = bool(facts_in(self.words.sentence()) - ALWAYS_KNOWN)
        if needs:
            self.instead.need_one()
        self.instead.setVisible(needs or self.instead.has_keyboard())
        may_be_gift = "for_whom" in self._look.allowed
        gift = may_be_gift and bool(self.for_whom.sentence() or self.for_whom.hasFocus())
        self.for_whom.setVisible(gift)
        self._whom_label.setVisible(gift)
        self.whom.setVisible(may_be_gift and not gift)

    def _add_for_whom(self) -> None:
        self.for_whom.show()
        self.for_whom.setFocus()
        self._show_parts()

    # What is done

    def _on_edited(self) -> None:
        self._show_parts()
        self.edited.emit(self.phrase())

    def _on_entered(self, field: FactField) -> None:
        self._last_used = field

    def _allowed(self) -> frozenset[str]:
        """What may be put into the field that was used last."""
        allowed = self._look.allowed
        if self._last_used is self.for_whom:
            return allowed & (ALWAYS_KNOWN | {"for_whom"})
        if self._last_used is self.instead.last():
            return allowed & ALWAYS_KNOWN
        return allowed

    def _open_menu(self) -> None:
        field, menu = self._last_used, QMenu(self)
        fill_menu(menu, self._allowed(), field.put_fact)
        menu.aboutToHide.connect(menu.deleteLater)
        at = field.cursorRect().bottomLeft() if field.hasFocus() else QPoint(0, field.height())
        menu.popup(field.mapToGlobal(at))


def _label(text: str, buddy: QWidget) -> FieldLabel:
    label = FieldLabel(text)
    label.setBuddy(buddy)
    label.setAccessibleName(text)
    return label
