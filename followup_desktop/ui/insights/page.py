"""The page: its parts behind tabs, and beside them which time and whose numbers are meant."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from followup_desktop.domain.insights.asked import Period, Whose
from followup_desktop.ui.insights.parts import PARTS, Part
from followup_desktop.ui.kit.labels import Faint, Heading, Muted
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.kit.tabs import Tabs
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _
from followup_desktop.words import insights as words


class InsightsPage(QWidget):
    part_chosen = Signal()
    asked_anew = Signal()
    """Another time, or somebody else's numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("insights_page")
        self.tabs = Tabs(
            [(entry.name, _(entry.title)) for entry in PARTS],
            self,
            name="insights_tabs",
            label=_("Insights"),
        )
        self.subtitle = Muted("", self)
        self.counting = Faint(_("Counting…"), self)
        self.counting.setObjectName("insights_counting")
        self.counting.hide()
        self.period = Picker(
            [(period, words.period(period)) for period in Period],
            self,
            name="insights_period",
            label=_("Which time"),
        )
        self.whose = Picker([], self, name="insights_whose", label=_("Whose numbers"))
        self._stack = QStackedWidget(self)
        self._blank = QWidget(self)
        self._stack.addWidget(self._blank)
        self._build_ui()
        self.tabs.chosen.connect(lambda _part: self.part_chosen.emit())
        for picker in (self.period, self.whose):
            picker.chosen.connect(lambda _value: self.asked_anew.emit())

    def _build_ui(self) -> None:
        title = QVBoxLayout()
        title.setSpacing(2)
        title.addWidget(Heading(_("What following up brings"), self, wrap=True))
        below = QHBoxLayout()
        below.setSpacing(Space.MEDIUM)
        below.addWidget(self.subtitle)
        below.addWidget(self.counting)
        below.addStretch()
        title.addLayout(below)
        head = QHBoxLayout()
        head.setSpacing(Space.SMALL)
        head.addLayout(title, 1)
        head.addWidget(self.period)
        head.addWidget(self.whose)
        bar = self.tabs.layout()
        assert bar is not None
        bar.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.PAGE, Space.PAGE - 4, Space.PAGE, Space.PAGE)
        layout.setSpacing(Space.MEDIUM)
        layout.addLayout(head)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)

    @property
    def part(self) -> Part:
        return Part(str(self.tabs.value()))

    def show_part(self, part: Part) -> None:
        self.tabs.choose(part)

    def show_blank(self) -> None:
        """Nothing, for what could be shown is somebody else's."""
        self._stack.setCurrentWidget(self._blank)

    def show_view(self, view: QWidget) -> None:
        if self._stack.indexOf(view) < 0:
            self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)

    def show_counting(self, is_counting: bool) -> None:
        """The figures below are those of before, until the new ones are counted."""
        self.counting.setVisible(is_counting)

    def show_choice(
        self, period: Period, whose: Whose, choices: Sequence[Whose], clerk: str
    ) -> None:
        """`choices`: whose numbers there are to choose from; of one alone nothing is asked."""
        self.period.choose(period)
        self.whose.set_options([(one, words.whose(one)) for one in choices])
        self.whose.choose(whose)
        self.whose.setVisible(len(choices) > 1)
        self.subtitle.setText(words.subtitle(period, whose, clerk))
