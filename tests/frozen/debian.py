"""A bare Debian in a folder: what every Debian has, and what is installed into it.

Only root can make one. The first takes a minute or two and is kept in build/, to be copied.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Its own processes and mounts end with the command. $0 is the root, $1 the folder of X's sockets.
_INSIDE = """
mount -t proc proc "$0/proc"
mkdir -p "$0/tmp/.X11-unix" && mount --bind "$1" "$0/tmp/.X11-unix"
shift && exec chroot "$0" "$@"
"""
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_X_SOCKETS = Path("/tmp/.X11-unix")

_Process = subprocess.Popen[str]

CLERK = "clerk"
"""The account of the shop's PC."""


def provide(folder: Path) -> Path:
    """A bare Debian of the release that this machine has, kept in `folder`."""
    release = _release()
    kept = folder / release
    if not kept.is_dir():
        shutil.rmtree(folder / "unfinished", ignore_errors=True)
        (folder / "unfinished").mkdir(parents=True)
        command = ["debootstrap", "--variant=minbase", release, str(folder / "unfinished")]
        done = subprocess.run([*command, *_mirror(release)], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        (folder / "unfinished").rename(kept)
    return kept


def _release() -> str:
    lines = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)["VERSION_CODENAME"]


def _mirror(release: str) -> list[str]:
    """Where this machine gets its packages; debootstrap knows a place where apt says nothing."""
    which = (f"Codename: {release}", "Component: main", "Created-By: Packages")
    command = ["apt-get", "indextargets", "--format=$(REPO_URI)", *which]
    asked = subprocess.run(command, capture_output=True, text=True)
    return asked.stdout.split()[:1]


class Debian:
    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    def copy(cls, kept: Path, root: Path) -> "Debian":
        subprocess.run(["cp", "-a", kept, root], check=True)
        debian = cls(root)
        debian.run("useradd", "--create-home", CLERK).check_returncode()
        return debian

    @property
    def home(self) -> Path:
        return self.root / "home" / CLERK

    @property
    def data(self) -> Path:
        """Where the program keeps the clerk's shop."""
        return self.home / ".local/share/Followup"

    # As root

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """With the network, for apt."""
        names = ("http_proxy", "https_proxy", "no_proxy")
        proxies = {name: os.environ[name] for name in names if name in os.environ}
        return _finished(self._inside(command, {"DEBIAN_FRONTEND": "noninteractive", **proxies}))

    def install(self, package: Path) -> subprocess.CompletedProcess[str]:
        """With what it depends on and nothing else. An older version takes a newer one's place."""
        shutil.copy(package, self.root / "root")
        options = ("--yes", "--no-install-recommends", "--allow-downgrades", "--quiet")
        return self.run("apt-get", *options, "install", f"/root/{package.name}")

    def files_named(self, word: str) -> Iterator[Path]:
        """Outside of homes, and of what apt and dpkg remember of everything they did."""
        memory = ("home", "proc", "root", "tmp", "var/log", "var/cache", "var/lib/apt")
        for path in self.root.rglob(f"*{word}*"):
            inside = path.relative_to(self.root)
            if not any(inside.is_relative_to(one) for one in memory):
                yield inside

    # As the clerk, without any network

    def ask(self, *command: str, **environment: str) -> tuple[int, str, str]:
        """Exit code, stdout and stderr."""
        done = _finished(self._as_clerk(command, environment))
        return done.returncode, done.stdout, done.stderr

    @contextmanager
    def running(self, *command: str, **environment: str) -> Iterator[_Process]:
        """At the end it is killed, with all that it started."""
        with self._as_clerk(command, environment) as process:
            try:
                yield process
            finally:
                # unshare's child is the first process in there: with it all others end.
                children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
                for child in children.read_text(encoding="ascii").split():
                    os.kill(int(child), signal.SIGKILL)
                process.communicate()

    def give_to_clerk(self, path: Path) -> None:
        """What was written from outside becomes theirs."""
        owner = self.home.stat()
        for one in [path, *path.rglob("*")]:
            os.chown(one, owner.st_uid, owner.st_gid)

    def _as_clerk(self, command: tuple[str, ...], environment: dict[str, str]) -> _Process:
        who = ("setpriv", f"--reuid={CLERK}", f"--regid={CLERK}", "--init-groups")
        words = (*who, "--reset-env", "env", "LC_ALL=C.UTF-8", *_pairs(environment), *command)
        return self._inside(words, {}, "--net")

    def _inside(
        self, command: tuple[str, ...], environment: dict[str, str], *apart: str
    ) -> _Process:
        _X_SOCKETS.mkdir(mode=0o1777, exist_ok=True)
        line = ["unshare", "--mount", "--pid", "--fork", "--kill-child", *apart]
        line += ["sh", "-e", "-c", _INSIDE, str(self.root), str(_X_SOCKETS)]
        line += ["env", "-i", f"PATH={_PATH}", *_pairs(environment)]
        return subprocess.Popen(
            [*line, *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd="/",
        )


def _pairs(environment: dict[str, str]) -> list[str]:
    return [f"{name}={value}" for name, value in environment.items()]


def _finished(process: _Process) -> subprocess.CompletedProcess[str]:
    with process:
        out, err = process.communicate(timeout=600)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)
