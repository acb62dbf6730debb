"""Starting with the session: an entry of the system's own, written anew whenever it differs.

Linux: a file in the autostart folder of the XDG specification. Windows: a value of the user's own
Run key. Neither needs an administrator, and both can be seen and switched off by the system's own
settings too.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from followup_desktop.domain.shop_time import Now
    from followup_desktop.services.shop import ShopService

NAME = "followup-desktop"
WINDOW_PROGRAM = "Followup.exe"
"""As build.spec names it. On Windows the program of the command line would bring its console."""
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_SETUP_KEY, _CHOSEN = r"Software\Followup", "StartsAtLogin"
"""Where the Windows setup leaves what was ticked in it (packaging/windows/setup.nsi)."""
_ENTRY = """[Desktop Entry]
Type=Application
Name=Followup
TryExec={program}
Exec={command}
X-GNOME-Autostart-enabled=true
"""


def command() -> list[str]:
    """What starts this very program, minimised."""
    if getattr(sys, "frozen", False):
        program = sys.executable
        if sys.platform == "win32":
            program = str(PureWindowsPath(program).with_name(WINDOW_PROGRAM))
        return [program, "--minimised"]
    return [sys.executable, "-m", "followup_desktop", "--minimised"]


def follow(shop: "ShopService", now: "Now") -> None:
    """Do as the shop wants it. What was ticked in the setup since is what it wants now."""
    chosen = chosen_in_setup()
    if chosen is None:
        keep(shop.shop().preferences.starts_at_login)
    else:
        keep(chosen)
        shop.prefer(now, None, starts_at_login=chosen)
        forget_choice()


def chosen_in_setup() -> bool | None:
    """What was ticked; None where nobody was asked since the program took it over."""
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _SETUP_KEY) as key:
            return bool(winreg.QueryValueEx(key, _CHOSEN)[0])
    return None


def forget_choice() -> None:
    """The shop has it now."""
    if sys.platform == "win32":
        import winreg

        user, access = winreg.HKEY_CURRENT_USER, winreg.KEY_SET_VALUE
        with suppress(OSError), winreg.OpenKey(user, _SETUP_KEY, access=access) as key:
            winreg.DeleteValue(key, _CHOSEN)


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
    text = _ENTRY.format(
        command=" ".join(_quoted(part) for part in what),
        # Where it is gone, removed with its package, the session says nothing of it.
        program=what[0].replace("\\", "\\\\"),
    )
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
