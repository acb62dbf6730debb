"""What Windows is told of the running program: that it runs, and whose windows these are.

Setup and uninstaller look for the mutex, and wait until it is gone: files of a running program
cannot be exchanged. It lasts exactly as long as the process, however that ends. The id ties windows
and notices to the Start menu's entry, which carries the same one; without it they have no name.
"""

import sys

MUTEX = r"Local\Followup.Running"
"""Of this login alone: another user's Followup is another program, with files of its own."""
APP_USER_MODEL_ID = "Followup.Desktop"


def announce() -> None:
    """Before the first window. Says nothing where there is no Windows, or no such thing in it."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.CreateMutexW(None, False, MUTEX)  # never closed: the end does that
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_USER_MODEL_ID)
