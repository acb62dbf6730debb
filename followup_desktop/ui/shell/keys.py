"""The keys that work on every page. One list, from which the help is written too."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from followup_desktop.words import N_, _


@dataclass(frozen=True, slots=True)
class Key:
    name: str
    sequence: str
    words: str
    in_call: bool = False
    """Works on the guided call too, which has no rail and no top bar."""


KEYS = (
    Key("find", "Ctrl+K", N_("Find a customer")),
    Key("visit", "Ctrl+N", N_("Record a visit"), in_call=True),
    Key("today", "Ctrl+1", N_("Today")),
    Key("customers", "Ctrl+2", N_("Customers")),
    Key("orders", "Ctrl+3", N_("Orders")),
    Key("promises", "Ctrl+4", N_("Promises")),
    Key("ahead", "Ctrl+5", N_("Ahead")),
    Key("insights", "Ctrl+6", N_("Insights")),
    Key("settings", "Ctrl+,", N_("Settings")),
    Key("reminders", "Ctrl+R", N_("Answer reminders, or bring one back")),
    Key("clerk", "Ctrl+Shift+C", N_("Change over to another clerk")),
    Key("print", "Ctrl+P", N_("Print, or save as PDF"), in_call=True),
    Key("back", "Alt+Left", N_("Back to the page before")),
    Key("undo", "Ctrl+Z", N_("Take back the last change"), in_call=True),
    Key("help", "F1", N_("These keys"), in_call=True),
)


TODAY_KEYS = (
    Key("start", "Return", N_("Start the call")),
    Key("later", "L", N_("Later")),
    Key("skip", "S", N_("Skip, with a reason")),
    Key("done", "D", N_("Done without a call")),
    Key("menu", "G", N_("Give to a colleague")),
    Key("card", "O", N_("Open card")),
)
"""On the selected follow-up of the day's list, which listens to them itself."""


CALL_KEYS = (
    Key("step_on", "Ctrl+Return", N_("On to the next step")),
    Key("leave", "Esc", N_("Leave the plan for now; from the wrap-up, back to the call")),
    Key("aloud", "Alt+A", N_("Read the plan aloud beforehand")),
    Key("cue", "Alt+1", N_("Tick the first cue; Alt+2 the next")),
    Key("bridge", "Ctrl+1", N_("Show the first bridge; Ctrl+2 the next")),
    Key("promise", "Alt+P", N_("Catch a promise")),
    Key("referral", "Alt+R", N_("Catch a referral")),
    Key("problem", "Alt+O", N_("Catch a problem")),
    Key("date", "Alt+D", N_("Catch a date")),
    Key("fact", "Alt+G", N_("Catch something good to know")),
)
"""During a call, whose steps listen to them themselves."""


PLAYBOOK_KEYS = (
    Key("open", "Return", N_("Open what is chosen; F2 does too")),
    Key("close", "Esc", N_("Close it again")),
    Key("move", "Ctrl+Up", N_("Move it up; Ctrl+Down moves it down")),
    Key("remove", "Del", N_("Remove it")),
    Key("fact", "{", N_("Insert a fact where you type")),
    Key("aloud", "Alt+A", N_("Read it aloud")),
    Key("use", "Ctrl+Return", N_("Use it from now on")),
)
"""In the editor of a playbook, whose rows and page listen to them themselves."""


class Keys:
    """The shortcuts of a window; `actions` has one for each of `KEYS`."""

    def __init__(self, window: QWidget, actions: dict[str, Callable[[], object]]) -> None:
        self._shortcuts = {key: QShortcut(QKeySequence(key.sequence), window) for key in KEYS}
        for key, shortcut in self._shortcuts.items():
            shortcut.setObjectName(f"key_{key.name}")
            shortcut.activated.connect(actions[key.name])

    def show_place(self, *, in_call: bool) -> None:
        """Let those work that make sense there."""
        for key, shortcut in self._shortcuts.items():
            shortcut.setEnabled(key.in_call or not in_call)

    def close(self) -> None:
        for shortcut in self._shortcuts.values():
            shortcut.setEnabled(False)
            shortcut.deleteLater()


def help_lines(keys: Sequence[Key]) -> list[tuple[str, str]]:
    """What each key does, and the key as this system writes it."""
    native = QKeySequence.SequenceFormat.NativeText
    return [(_(key.words), QKeySequence(key.sequence).toString(native)) for key in keys]
