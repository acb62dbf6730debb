"""Who might hear of it: the list that the clerk confirms before anything is planned (M-41)."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.updates import Candidate, Candidates, Update
from followup_desktop.ui.kit.buttons import LinkButton, PrimaryButton
from followup_desktop.ui.kit.labels import Muted, Small, Subheading
from followup_desktop.ui.kit.lines import Line, LineKind
from followup_desktop.ui.kit.lines_view import LinesView
from followup_desktop.ui.kit.surfaces import Card, Divider
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _
from followup_desktop.words import updates as words
from followup_desktop.words.customers import full_name


class CandidatesCard(Card):
    """A box for each who may be told; why not, for those who are left out."""

    ticked = Signal(int, bool)
    """The customer."""
    card_requested = Signal(int)
    all_requested = Signal(bool)
    """Tick everybody who isn't left out, or nobody."""
    plan_requested = Signal()
    change_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=0)
        self.name = Subheading("", self, wrap=True)
        self.detail = Small("", self, wrap=True)
        self.change = LinkButton(_("Change"), self, name="change_news", muted=True)
        self.list = LinesView(
            self, name="candidates", label=_("Who might hear of it"), two_lines=True
        )
        self.nobody = Muted("", self, wrap=True)
        self.spread = Muted("", self, wrap=True)
        self.all = LinkButton("", self, name="tick_all", muted=True)
        self._any = False
        self.plan = PrimaryButton("", self, name="plan_updates", large=True)
        self._build_ui()
        self.list.ticked.connect(lambda key, on: self.ticked.emit(key, on))
        self.list.opened.connect(lambda line: self.card_requested.emit(line.key))
        self.all.clicked.connect(lambda: self.all_requested.emit(not self._any))
        self.plan.clicked.connect(lambda: self.plan_requested.emit())
        self.change.clicked.connect(lambda: self.change_requested.emit())

    def _build_ui(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(Space.MEDIUM)
        title.addWidget(self.name, 1)
        title.addWidget(self.change)
        head, foot = QVBoxLayout(), QVBoxLayout()
        for part in (head, foot):
            part.setContentsMargins(Space.CARD + 2, Space.CARD, Space.CARD + 2, Space.CARD)
            part.setSpacing(Space.SMALL)
        head.addLayout(title)
        head.addWidget(self.detail)
        head.addWidget(self.nobody)
        below = QHBoxLayout()
        below.setSpacing(Space.MEDIUM)
        below.addWidget(self.spread, 1)
        below.addWidget(self.all)
        foot.addLayout(below)
        foot.addWidget(self.plan)
        self.body.setSpacing(0)
        self.body.setContentsMargins(1, 0, 1, 0)
        self.body.addLayout(head)
        self.body.addWidget(Divider(self))
        self.body.addWidget(self.list, 1)
        self.body.addWidget(Divider(self))
        self.body.addLayout(foot)

    def show_candidates(
        self, update: Update, candidates: Candidates, ticked: set[int], today: date
    ) -> None:
        self.name.setText(words.title(update))
        self.detail.setText(
            _("{about} · {owners}").format(
                about=words.detail(update, today), owners=words.owners(update)
            )
        )
        self.change.setVisible(update.kind is Kind.SOMETHING_NEW)
        self.nobody.setText("" if candidates.lines else _("Nobody owns an older one yet."))
        self.nobody.setVisible(not candidates.lines)
        may_be_told = any(one.left_out is None for one in candidates.lines)
        self.all.setVisible(may_be_told)
        self.list.show_lines(_lines(candidates, ticked, today))

    def show_plan(self, count: int, on: Sequence[date], today: date) -> None:
        """How many are ticked, and on which days they would be."""
        self.plan.set_label(words.plan(count))
        self.plan.setEnabled(count > 0)
        self._any = count > 0
        self.all.set_label(_("Tick nobody") if self._any else _("Tick them all"))
        self.spread.setText(words.spread(on, today))


def _lines(candidates: Candidates, ticked: set[int], today: date) -> list[Line]:
    parts: dict[str, Callable[[Candidate], bool]] = {
        _("May be glad to hear of it"): lambda one: one.left_out is None,
        _("Left out, unless you tick them"): lambda one: (
            one.left_out is not None and one.may_be_chosen
        ),
        _("Not called about this"): lambda one: not one.may_be_chosen,
    }
    lines: list[Line] = []
    for heading, belongs in parts.items():
        part = [one for one in candidates.lines if belongs(one)]
        if part:
            lines.append(Line(LineKind.HEADING, heading))
        lines += [_line(one, ticked, today) for one in part]
    if candidates.more:
        lines.append(Line(LineKind.NOTE, words.more(candidates.more)))
    return lines


def _line(one: Candidate, ticked: set[int], today: date) -> Line:
    owner = one.owner
    return Line(
        LineKind.ENTRY,
        full_name(owner.name, owner.title),
        detail=words.owned(owner, today),
        second=words.why(one, today),
        key=owner.customer_id,
        ticked=owner.customer_id in ticked if one.may_be_chosen else None,
    )
