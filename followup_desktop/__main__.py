"""The door: to the window, or to the back door that needs no screen."""

import sys

from followup_desktop import cli


def main() -> int:
    command = cli.parse(sys.argv[1:])
    if sys.platform == "win32":
        from followup_desktop.app import presence

        presence.announce()
    if command.name in cli.SCREENLESS:
        return cli.run(command)
    if command.name == "tour":
        return _tour(command)
    from followup_desktop.app.run import run

    return run(command.data_dir, minimised=command.minimised)


def _tour(command: cli.Command) -> int:
    assert command.target is not None  # the parser wants one
    if not cli.made_folder(command.target):
        return cli.Exit.TROUBLE
    from followup_desktop.app import tour

    return tour.run(command.target)


if __name__ == "__main__":
    sys.exit(main())
