"""The page: two lists behind tabs, what is coming and what is new."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from followup_desktop.ui.ahead.book_view import BookView
from followup_desktop.ui.ahead.news_view import NewsView
from followup_desktop.ui.kit.labels import Heading
from followup_desktop.ui.kit.tabs import Tabs
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import N_, _


class Part(StrEnum):
    BOOK = "book"
    NEWS = "news"


_TABS = {Part.BOOK: N_("The book"), Part.NEWS: N_("What’s new")}


class AheadPage(QWidget):
    part_chosen = Signal(object)
    """Part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ahead_page")
        self.tabs = Tabs(
            [(part, _(words)) for part, words in _TABS.items()],
            self,
            name="ahead_tabs",
            label=_("Ahead"),
        )
        self.book, self.news = BookView(self), NewsView(self)
        self._stack = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.PAGE, Space.PAGE - 4, Space.PAGE, Space.PAGE)
        layout.setSpacing(Space.MEDIUM)
        layout.addWidget(Heading(_("Ahead"), self))
        bar = self.tabs.layout()
        assert bar is not None
        bar.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        for view in (self.book, self.news):
            self._stack.addWidget(view)
        self.tabs.chosen.connect(self._on_tab_chosen)

    @property
    def part(self) -> Part:
        return Part(str(self.tabs.value()))

    def show_part(self, part: Part) -> None:
        self.tabs.choose(part)
        self._stack.setCurrentIndex(list(Part).index(part))

    def focus_list(self) -> None:
        (self.book if self.part is Part.BOOK else self.news).focus_list()

    def _on_tab_chosen(self, part: Part) -> None:
        self.show_part(part)
        self.part_chosen.emit(part)
