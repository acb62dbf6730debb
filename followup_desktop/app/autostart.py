"""Starting with the session: an entry of the system's own, written anew whenever it differs.

Linux: a file in the autostart folder of the XDG specification. Windows: a value of the user's own
Run key. Neither needs an administrator, and both can be seen and switched off by the system's own
settings too.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

NAME = "followup-desktop"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_ENTRY = """[Desktop Entry]
Type=Application
Name=Followup
Exec={command}
X-GNOME-Autostart-enabled=true
"""


def command() -> list[str]:
    """What starts this very program, minimised."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--minimised"]
    return [sys.executable, "-m", "followup_desktop", "--minimised"]


def keep(is_on: bool, what: Sequence[str] | None = None) -> None:
    """Make the entry, or take it away. Where it can't be written there is none: no trouble."""
    with suppress(OSError):
        if sys.platform == "win32":
            _keep_in_registry(is_on, what or command())
        else:
            _keep_in_folder(is_on, what or command())


def entry() -> Path:
    """The file on Linux."""
    config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(config) / "autostart" / f"{NAME}.desktop"


def _keep_in_folder(is_on: bool, what: Sequence[str]) -> None:
    path = entry()
    if not is_on:
        path.unlink(missing_ok=True)
        return
    text = _ENTRY.format(command=" ".join(_quoted(part) for part in what))
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _quoted(part: str) -> str:
    """As the Desktop Entry specification wants an argument with anything special in it."""
    if part and all(letter.isalnum() or letter in "-_./+:,@" for letter in part):
        return part
    inner = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in part)
    # The value itself is unescaped once more before it is read as a command; % begins a field.
    return f'"{inner}"'.replace("\\", "\\\\").replace("%", "%%")


def _keep_in_registry(is_on: bool, what: Sequence[str]) -> None:
    if sys.platform == "win32":
        import winreg
        from subprocess import list2cmdline

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
            if is_on:
                winreg.SetValueEx(key, "Followup", 0, winreg.REG_SZ, list2cmdline(what))
            else:
                with suppress(FileNotFoundError):
                    winreg.DeleteValue(key, "Followup")
