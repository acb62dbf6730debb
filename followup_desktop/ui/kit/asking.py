"""One question with two answers, in the look of the program."""

from PySide6.QtCore import QEventLoop, Signal
from PySide6.QtWidgets import QWidget

from followup_desktop.ui.kit.labels import Body
from followup_desktop.ui.kit.sheet import Sheet


class Question(Sheet):
    """`answered` carries True for `yes`; Escape, the cross and `no` are False. Enter is `yes`."""

    answered = Signal(bool)

    def __init__(self, window: QWidget, title: str, text: str, yes: str, no: str) -> None:
        super().__init__(window, title, name="question", width=460)
        self._answer = False
        self.body.addWidget(Body(text, wrap=True))
        self.add_cancel(no)
        self.yes = self.add_primary(yes, name="question_yes")
        self.yes.clicked.connect(self._on_yes_clicked)
        self.dismissed.connect(lambda: self.answered.emit(self._answer))

    def first_field(self) -> QWidget | None:
        return self.yes

    def _on_yes_clicked(self) -> None:
        self._answer = True
        self.dismiss()


def ask(window: QWidget, title: str, text: str, yes: str, no: str) -> bool:
    """Wait for the answer; the window goes on living meanwhile."""
    question = Question(window, title, text, yes, no)
    loop = QEventLoop()
    question.answered.connect(loop.quit)
    # A window that is closed under the question has answered it too.
    question.destroyed.connect(loop.quit)
    answers: list[bool] = []
    question.answered.connect(answers.append)
    question.open()
    loop.exec()
    if answers:
        question.deleteLater()
    return bool(answers and answers[0])
