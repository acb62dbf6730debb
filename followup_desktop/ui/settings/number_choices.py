"""A few usual numbers as pills; another one that is kept stands among them."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from followup_desktop.ui.kit.choices import Choices


class NumberChoices(Choices):
    def __init__(
        self,
        usual: Sequence[int],
        words: Callable[[int], str],
        parent: QWidget | None = None,
        *,
        name: str,
    ) -> None:
        self._usual = tuple(usual)
        self._words = words
        self._shown: tuple[int, ...] = ()
        super().__init__([], parent, name=name)
        self.show_number(self._usual[0])

    def show_number(self, number: int) -> None:
        shown = tuple(sorted({*self._usual, number}))
        if shown != self._shown:
            self._shown = shown
            self.set_options([(one, self._words(one)) for one in shown])
        self.choose(number)
