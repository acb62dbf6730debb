"""The back door, without a screen: due, export, backup, check (docs/command-line.md)."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from followup_desktop import __version__, paths
from followup_desktop.words import _

if TYPE_CHECKING:
    # Late: the window is started through this file too, and doesn't need them to be painted.
    from followup_desktop.domain.shop_time import Now
    from followup_desktop.services import Services

PROGRAM = "followup-desktop"


class Exit(IntEnum):
    OK = 0
    TROUBLE = 1
    BAD_ARGUMENTS = 2
    FOUND_SOMETHING = 3
    """`check` found that something isn't as it should be."""


class Command(NamedTuple):
    """What stands on the command line. Without a name: the window."""

    name: str = ""
    data_dir: Path | None = None
    target: Path | None = None
    """The file of `export`, the folder of `tour`."""
    as_json: bool = False
    minimised: bool = False
    """At login: the window stays out of the way."""


def parse(argv: Sequence[str]) -> Command:
    """Raises SystemExit, with a sentence on stderr, for what can't be understood."""
    said = _parser().parse_args(argv)
    return Command(
        name=said.command or "",
        data_dir=getattr(said, "data_dir", None),
        target=getattr(said, "target", None),
        as_json=getattr(said, "as_json", False),
        minimised=said.minimised,
    )


def run(command: Command) -> int:
    """One of `SCREENLESS`; answers the exit code."""
    from followup_desktop.domain.errors import Trouble, WorldError
    from followup_desktop.words import troubles

    try:
        code = SCREENLESS[command.name](command)
        _flush()
    except WorldError as error:
        _complain(troubles.trouble(error))
        found = command.name == "check" and error.trouble is Trouble.DAMAGED
        return Exit.FOUND_SOMETHING if found else Exit.TROUBLE
    except BrokenPipeError:
        _hang_up()  # whoever reads us has heard enough
        return Exit.OK
    except OSError:
        _hang_up()
        _complain(_("The answer could not be written."))
        return Exit.TROUBLE
    except KeyboardInterrupt:
        _complain(_("Stopped."))
        return Exit.TROUBLE
    return code


def made_folder(folder: Path) -> bool:
    """Whether pictures can be put there; says so if not."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        _complain(_("Nothing can be written here: {folder}").format(folder=folder))
        return False
    return True


def incomplete(part: str) -> Exit:
    """Say that an installed program lacks something of its own."""
    _complain(
        _(
            "A part of Followup is missing: {part}. Your data was not touched. "
            "Please install Followup again."
        ).format(part=part)
    )
    return Exit.TROUBLE


# The commands -----------------------------------------------------------------------------------


def _due(command: Command) -> Exit:
    now = _now()
    with _services(command, now) as services:
        from followup_desktop.words import due as words

        today = services.today.today(now, None)
        _say(words.as_json(today, now) if command.as_json else words.as_text(today, now))
    return Exit.OK


def _export(command: Command) -> Exit:
    assert command.target is not None  # the parser wants one
    now, target = _now(), command.target.expanduser()
    with _services(command, now) as services:
        counts = services.export.export(target, now)
    _say(
        _("Everything is in {file}: {count} entries.").format(
            file=target, count=sum(counts.values())
        )
    )
    return Exit.OK


def _backup(command: Command) -> Exit:
    now = _now()
    with _services(command, now) as services:
        made = services.upkeep.backup(now)
    _say(_("Backed up and checked: {file}").format(file=made.path))
    return Exit.OK


def _check(command: Command) -> Exit:
    if missing := paths.missing_parts():
        return incomplete(missing[0])
    from followup_desktop.services.playbooks import not_shipped  # it needs the parts
    from followup_desktop.words import checks

    # A build that forgot one forgot it in the list of parts too.
    if kinds := not_shipped(paths.resources() / "playbooks"):
        return incomplete(f"{kinds[0]}.toml")
    with _services(command, _now()) as services:
        report = services.upkeep.check()
    _say("\n".join(checks.findings(report)) if not report.is_sound else checks.sound())
    return Exit.OK if report.is_sound else Exit.FOUND_SOMETHING


SCREENLESS: dict[str, Callable[[Command], Exit]] = {
    "due": _due,
    "export": _export,
    "backup": _backup,
    "check": _check,
}
"""What needs no window; everything else is the wiring room's."""


@contextmanager
def _services(command: Command, now: "Now") -> "Iterator[Services]":
    """The data that is there: these commands make no shop."""
    from followup_desktop.domain.errors import Trouble, WorldError
    from followup_desktop.services import Services
    from followup_desktop.store.database import FILE_NAME
    from followup_desktop.store.store import Store
    from followup_desktop.store.troubles import told

    folder = paths.data_dir(command.data_dir)
    with told(str(folder)):
        is_there = (folder / FILE_NAME).exists()
    if not is_there:
        raise WorldError(Trouble.NO_SHOP, where=str(folder))
    store = Store.open(folder, now=now)
    try:
        services = Services(store)
        if command.name == "due" and not services.shop.is_set_up():
            raise WorldError(Trouble.NO_SHOP, where=str(folder))
        yield services
    finally:
        store.close()


def _now() -> "Now":
    from datetime import UTC, datetime

    from followup_desktop.domain.shop_time import Now

    utc = datetime.now(UTC)
    return Now(utc=utc, local=utc.astimezone().replace(tzinfo=None))


# Speaking ---------------------------------------------------------------------------------------


def speak_any_locale() -> None:
    """A name that the terminal has no letters for becomes question marks, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _say(text: str) -> None:
    print(text)


def _complain(sentence: str) -> None:
    if sys.stderr is not None:
        print(sentence, file=sys.stderr)
    elif sys.platform == "win32":
        # The program of the window has no console to speak to, and Qt may be what it lacks.
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, sentence, paths.APP, 0x40)  # MB_ICONINFORMATION


def _flush() -> None:
    if sys.stdout is not None:  # closed from the start: `>&-`
        sys.stdout.flush()


def _hang_up() -> None:
    """So that Python, when it ends, doesn't try to say the rest and complain."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return


# The command line -------------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        _complain(
            _("This can’t be understood: {problem}. Try: {program} --help").format(
                problem=message, program=PROGRAM
            )
        )
        self.exit(Exit.BAD_ARGUMENTS)


def _parser() -> argparse.ArgumentParser:
    everywhere = _Parser(add_help=False, allow_abbrev=False)
    everywhere.add_argument(
        "--data-dir",
        type=_folder,
        metavar="D",
        default=argparse.SUPPRESS,
        help=_("the folder of the shop’s data, instead of the usual one"),
    )
    parser = _Parser(
        prog=PROGRAM,
        parents=[everywhere],
        allow_abbrev=False,
        description=_("Without a command the window opens."),
        epilog=_(
            "Exit codes: 0 all is well, 1 something is in the way, 2 the command can’t be "
            "understood, 3 check found something."
        ),
    )
    parser.add_argument(
        "--minimised", action="store_true", help=_("without showing the window, as at login")
    )
    parser.add_argument("--version", action="version", version=f"{paths.APP} {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, what: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name, help=what, description=what, parents=[everywhere], allow_abbrev=False
        )

    due = command("due", _("whom to call today, and why now"))
    due.add_argument("--json", dest="as_json", action="store_true", help=_("for programs"))
    export = command("export", _("write everything into one JSON file"))
    export.add_argument("target", type=_path, metavar="FILE.json")
    command("backup", _("make a backup and check it"))
    command("check", _("see whether the data is sound"))
    tour = command("tour", _("draw a day in an invented shop, as pictures"))
    tour.add_argument("target", type=_path, metavar="DIR")
    return parser


def _folder(text: str) -> Path:
    return _path(text)


def _path(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError(_("a name is missing"))
    return Path(text)
