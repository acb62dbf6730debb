"""The number, large, with three ways to dial it."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from followup_desktop.domain.call import GuidedCall
from followup_desktop.domain.customer import Phone
from followup_desktop.ui.call.qr import DialCode
from followup_desktop.ui.kit.buttons import QuietButton
from followup_desktop.ui.kit.labels import Number, Small
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _
from followup_desktop.words import call as words


class NumberCard(Card):
    phone_chosen = Signal(object)
    """The id of another number."""
    copied = Signal()
    dial_failed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._phone: Phone | None = None
        self._build_ui()
        self.dial.clicked.connect(self._on_dial)
        self.copy.clicked.connect(self._on_copy)
        self.others.chosen.connect(self.phone_chosen)

    def show_call(self, call: GuidedCall) -> None:
        phone = next((one for one in call.phones if one.id == call.phone_id), None)
        self._phone = phone
        self.kind.setText(words.phone_kind(phone.kind) if phone else _("No number yet"))
        self.number.setText(phone.shown if phone else "–")
        self.code.show_number(phone.number if phone else "")
        self.scan.setVisible(phone is not None)
        self.dial.setEnabled(phone is not None)
        self.copy.setEnabled(phone is not None)
        self.others.set_options([(one.id, one.shown) for one in call.phones])
        self.others.choose(call.phone_id)
        self.others.setVisible(len(call.phones) > 1)

    def _on_dial(self) -> None:
        if self._phone and not QDesktopServices.openUrl(QUrl(f"tel:{self._phone.number}")):
            self.dial_failed.emit()

    def _on_copy(self) -> None:
        if self._phone:
            QGuiApplication.clipboard().setText(self._phone.shown)
            self.copied.emit()

    def _build_ui(self) -> None:
        self.kind, self.number = Small(), Number(wrap=True)
        self.code = DialCode()
        self.scan = Small(_("Scan with the shop phone to dial, or"), wrap=True)
        self.others = Picker([], name="call_phone")
        self.others.setAccessibleName(_("Which number"))
        self.dial = QuietButton(_("Dial"), name="call_dial")
        self.copy = QuietButton(_("Copy"), name="call_copy")
        scan_row, button_row = QHBoxLayout(), QHBoxLayout()
        scan_row.setSpacing(Space.MEDIUM)
        scan_row.addWidget(self.code)
        scan_row.addWidget(self.scan, 1)
        button_row.setSpacing(Space.SMALL)
        for button in (self.dial, self.copy):
            button_row.addWidget(button, 1)
        self.body.setSpacing(Space.HAIR + 2)
        for widget in (self.kind, self.number, self.others):
            self.add(widget)
        self.body.addSpacing(Space.HAIR)
        self.body.addLayout(scan_row)
        self.body.addSpacing(Space.HAIR)
        self.body.addLayout(button_row)
