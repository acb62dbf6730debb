"""The door: to the window, or to the back door that needs no screen."""

import sys

from followup_desktop import cli, paths


def main() -> int:
    cli.speak_any_locale()
    command = cli.parse(sys.argv[1:])
    if sys.platform == "win32":
        from followup_desktop.app import presence

        presence.announce()
    try:
        return _go(command)
    except ImportError as error:
        if paths.installed() is None:
            raise  # a developer wants to see where
        return cli.incomplete(error.name or str(error))


def _go(command: cli.Command) -> int:
    if command.name in cli.SCREENLESS:
        return cli.run(command)
    if command.name == "tour":
        return _tour(command)
    from followup_desktop.app.run import run

    return run(command.data_dir, minimised=command.minimised)


def _tour(command: cli.Command) -> int:
    assert command.target is not None  # the parser wants one
    if missing := paths.missing_parts():
        return cli.incomplete(missing[0])
    if not cli.made_folder(command.target):
        return cli.Exit.TROUBLE
    from followup_desktop.app import tour

    return tour.run(command.target)


if __name__ == "__main__":
    sys.exit(main())
