"""The first thing somebody sees: four things to say, and two ways to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from followup_desktop.domain.errors import WorldError
from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.buttons import PrimaryButton, QuietButton
from followup_desktop.ui.kit.fields import Field, LineField
from followup_desktop.ui.kit.labels import Heading, Mantra, Muted, Small
from followup_desktop.ui.kit.notices import Notice
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.kit.scroller import Scroller
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.settings.countries import countries, guess
from followup_desktop.ui.settings.hours_editor import USUAL_WEEK, HoursEditor
from followup_desktop.ui.shell.logo import Logo
from followup_desktop.ui.welcome.answers import Answers
from followup_desktop.words import _, troubles
from followup_desktop.words.today import MANTRA

_WIDTH = 1080


class WelcomePage(QWidget):
    start_requested = Signal(object)
    """Answers, complete: start with the shop's own customers."""
    look_requested = Signal(object)
    """Answers, complete or not: look around with sample data first."""

    def __init__(self, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.shop = LineField("", self, name="shop_name")
        self.clerk = LineField("", self, name="clerk_name")
        self.country = Picker(countries(), self, name="country", label=_("Country"))
        self.hours = HoursEditor(self)
        self.at_login = Tick(_("Start together with this PC"), self, name="starts_at_login")
        self.notice = Notice("", self)
        self.start = PrimaryButton(
            _("Start with our customers"), self, name="start_own", large=True
        )
        self.look = QuietButton(
            _("Look around with sample data"), self, name="start_sample", large=True
        )
        self._fields = {
            "name": Field(_("The shop’s name"), self.shop),
            "clerk_name": Field(_("Your name"), self.clerk),
            "country": Field(
                _("Country"), self.country, hint=_("For phone numbers, holidays and calling hours.")
            ),
        }
        self._build_ui()
        self._connect()
        self.show_answers(answers)

    def _build_ui(self) -> None:
        column = QWidget(self)
        column.setMaximumWidth(theme.current().px(_WIDTH))
        layout = QVBoxLayout(column)
        layout.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.PAGE)
        layout.setSpacing(Space.CARD)
        layout.addStretch(2)
        layout.addLayout(self._make_head())
        layout.addLayout(self._make_cards())
        layout.addWidget(self.notice)
        layout.addLayout(self._make_foot())
        layout.addStretch(3)
        centred = QWidget(self)
        around = QHBoxLayout(centred)
        around.setContentsMargins(0, 0, 0, 0)
        around.addStretch(1)
        around.addWidget(column, 1000)
        around.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroller(centred, self))

    def _make_head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(Space.HAIR)
        words.addWidget(Heading(_("Welcome to Followup")))
        words.addWidget(
            Muted(_("Four things about your shop, and you can begin. All of it can be changed."))
        )
        head = QHBoxLayout()
        head.setSpacing(Space.LARGE)
        head.addWidget(Logo(side=56), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        return head

    def _make_cards(self) -> QHBoxLayout:
        shop = Card(_("Your shop"))
        shop.body.setSpacing(Space.LARGE)
        for field in self._fields.values():
            shop.add(field)
        shop.add(self.at_login)
        shop.body.addStretch(1)
        shop.add(Mantra(_("“{sentence}”").format(sentence=_(MANTRA)), wrap=True))
        hours = Card(_("Opening hours"))
        hours.add(self.hours)
        hours.body.addStretch(1)
        cards = QHBoxLayout()
        cards.setSpacing(Space.LARGE)
        cards.addWidget(shop, 5)
        cards.addWidget(hours, 8)
        return cards

    def _make_foot(self) -> QHBoxLayout:
        words = Small(
            _("Everything stays on this PC. Sample data is kept apart and left with one click."),
            wrap=True,
        )
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        foot = QHBoxLayout()
        foot.setSpacing(Space.MEDIUM)
        foot.addWidget(words, 1)
        foot.addWidget(self.look)
        foot.addWidget(self.start)
        return foot

    def _connect(self) -> None:
        self.start.clicked.connect(self._on_start_clicked)
        self.look.clicked.connect(lambda: self.look_requested.emit(self.answers()))
        for field in (self.shop, self.clerk):
            field.returnPressed.connect(self.focusNextChild)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.start.click)

    def show_answers(self, answers: Answers) -> None:
        self.shop.setText(answers.shop_name)
        self.clerk.setText(answers.clerk_name)
        self.country.choose(answers.country or guess())
        self.at_login.setChecked(answers.starts_at_login)
        self.hours.show_hours(USUAL_WEEK if answers.hours is None else answers.hours)

    def answers(self) -> Answers:
        return Answers(
            shop_name=self.shop.text().strip(),
            clerk_name=self.clerk.text().strip(),
            country=str(self.country.value() or ""),
            hours=self.hours.hours(),
            starts_at_login=self.at_login.isChecked(),
        )

    def show_trouble(self, error: WorldError) -> None:
        """Why it could not be saved; everything typed is still there."""
        field = self._fields.get(error.field)
        if field is None:
            self.notice.show_problem(troubles.trouble(error))
            return
        field.set_problem(troubles.trouble(error))
        field.control.setFocus()

    def field_problems(self) -> dict[str, str]:
        """What stands under the fields, by the field's name."""
        problems = {name: field.problem() for name, field in self._fields.items()}
        return {name: words for name, words in problems.items() if words}

    def _on_start_clicked(self) -> None:
        """Say what is missing at its field, and go there."""
        self.notice.show_problem(self.hours.problem())
        missing = {
            "name": (self.shop, _("How is the shop called?")),
            "clerk_name": (self.clerk, _("Who are you? The first name is enough.")),
        }
        empty = [key for key, (field, _words) in missing.items() if not field.text().strip()]
        for key in empty:
            self._fields[key].set_problem(missing[key][1])
        if empty:
            missing[empty[0]][0].setFocus()
        elif not self.hours.problem():
            self.start_requested.emit(self.answers())

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shop.setFocus()
