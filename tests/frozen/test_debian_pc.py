"""The Debian package on a PC with a bare Debian: installed, used, upgraded, removed."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from followup_desktop import __version__
from followup_desktop.store.schema import newest_version
from followup_desktop.ui.kit.tokens import LIGHT
from tests.frozen import a_shop, debian, packages
from tests.frozen.screen import SIZE, Screen, colours

ROOT = Path(__file__).parent.parent.parent
PICTURE = ROOT / "build/installers/debian-window.png"
"""For a person to look at."""
PROGRAM = "/usr/lib/followup-desktop"
PATIENCE = 60.0
"""Seconds in which a window comes on a busy PC."""

NEXT = """
def up(migrator, db):
    db.execute_sql("CREATE TABLE next_version (id INTEGER PRIMARY KEY)")
"""

# Named as the list of parts names them.
PARTS = {
    "a migration": "followup_desktop/store/migrations/0001_first.py",
    "a playbook": "resources/playbooks/en/two_weeks.toml",
    "SQLite": "sqlcipher3/_sqlite3.*.so",
}


@pytest.fixture(scope="module")
def package(installers: Path) -> Path:
    file = installers / f"followup-desktop_{__version__}_amd64.deb"
    assert file.is_file(), "`make installers` builds it"
    return file


@pytest.fixture(scope="module")
def pc(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[debian.Debian]:
    """With the program installed, and a shop's data. What no test here may begin without: the
    program finds itself whole."""
    if os.geteuid() != 0:
        pytest.skip("Only root can make a bare Debian: sudo make test-installers tries this too.")
    kept = debian.provide(ROOT / "build/installers/debian")
    pc = debian.Debian.copy(kept, tmp_path_factory.mktemp("pc") / "root")
    try:
        done = pc.install(package)
        assert done.returncode == 0, done.stdout + done.stderr
        make_shop(pc)
        code, said, wrong = pc.ask("followup-desktop", "check")
        assert code == 0, said + wrong
        yield pc
    finally:
        shutil.rmtree(pc.root)


def make_shop(pc: debian.Debian) -> None:
    a_shop.fill(pc.data, starts_at_login=True)
    pc.give_to_clerk(pc.home / ".local")


def test_every_library_finds_what_it_needs(pc: debian.Debian) -> None:
    """Also those that no test loads, such as Wayland's."""
    find = f"find {PROGRAM} -name '*.so*' -type f | xargs ldd"
    done = pc.run("sh", "-c", find)
    assert done.returncode == 0, done.stderr
    missing = [line for line in done.stdout.splitlines() if "not found" in line]
    assert missing == []


def test_check_answers(pc: debian.Debian) -> None:
    code, said, _ = pc.ask("followup-desktop", "check")
    assert (code, said.startswith("Everything is in order")) == (0, True), said
    assert pc.ask("followup-desktop", "--version")[1] == f"Followup {__version__}\n"


def test_the_tour_walks_through_a_day_off_screen(pc: debian.Debian) -> None:
    code, _, wrong = pc.ask("followup-desktop", "tour", "/tmp/tour")
    assert code == 0, wrong
    assert "Traceback" not in wrong
    assert len(list((pc.root / "tmp/tour").glob("*.png"))) > 30


def test_its_window_opens_on_a_screen(pc: debian.Debian, tmp_path: Path) -> None:
    with (
        Screen(tmp_path).shown() as screen,
        pc.running("followup-desktop", DISPLAY=screen.name) as program,
    ):
        until = time.monotonic() + PATIENCE
        while len(colours(screen.picture())) < 100:
            assert program.poll() is None, "it ended"
            assert time.monotonic() < until, "no window came"
            time.sleep(0.5)
        time.sleep(2)  # until it has settled: for the picture alone
        picture = screen.picture()
    picture.save(str(PICTURE))
    found = colours(picture)
    looked_at = sum(found.values())
    assert (picture.width(), picture.height()) == SIZE
    # The window all over, and the button that is to be seen first.
    assert found.get(int(LIGHT.window[1:], 16), 0) > looked_at / 8
    assert found.get(int(LIGHT.primary[1:], 16), 0) > looked_at / 200
    # The shop wants it to start at login, and that is for this one user alone.
    entry = (pc.home / ".config/autostart/followup-desktop.desktop").read_text(encoding="utf-8")
    assert f"\nExec={PROGRAM}/followup-desktop --minimised\n" in entry


@pytest.fixture
def copy(pc: debian.Debian) -> Iterator[Path]:
    """A second one of the installed program, to be broken."""
    copy = pc.root / "opt/copy"
    subprocess.run(["cp", "-a", f"{pc.root}{PROGRAM}", copy], check=True)
    yield copy
    shutil.rmtree(copy)


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_a_program_that_lost_a_part_says_so_and_leaves_the_data_alone(
    pc: debian.Debian, copy: Path, part: str
) -> None:
    (file,) = (copy / "_internal").glob(part)
    file.unlink()
    before = a_shop.files(pc.data)
    for words in (["check"], ["tour", "/tmp/broken"]):
        code, _, wrong = pc.ask("/opt/copy/followup-desktop", *words)
        assert code == 1
        assert file.name in wrong and "install Followup again" in wrong
    assert a_shop.files(pc.data) == before


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_the_tour_notices_a_part_that_the_build_forgot(
    pc: debian.Debian, copy: Path, part: str
) -> None:
    """And so didn't list either."""
    packages.forget(copy / "_internal", part)
    code, _, wrong = pc.ask("/opt/copy/followup-desktop", "tour", "/tmp/broken")
    assert code != 0
    assert wrong.strip()


def test_a_newer_version_upgrades_the_data_and_the_older_one_refuses_it(
    pc: debian.Debian, package: Path, tmp_path: Path
) -> None:
    newer = packages.newer(
        package,
        tmp_path / "newer.deb",
        version=f"{__version__}+next",
        migration=NEXT,
        number=newest_version() + 1,
    )
    assert pc.install(newer).returncode == 0
    code, said, wrong = pc.ask("followup-desktop", "check")
    assert code == 0, said + wrong
    backups = [path.name for path in (pc.data / "backups").iterdir()]
    assert any("migration" in name for name in backups), backups

    assert pc.install(package).returncode == 0
    before = a_shop.files(pc.data)
    code, _, wrong = pc.ask("followup-desktop", "check")
    assert code == 1 and "newer Followup" in wrong
    assert a_shop.files(pc.data) == before

    shutil.rmtree(pc.data)
    make_shop(pc)


@pytest.mark.parametrize("how", ["remove", "purge"])
def test_removed_it_leaves_the_data_and_nothing_else(
    pc: debian.Debian, package: Path, how: str
) -> None:
    before = a_shop.files(pc.data)
    assert pc.run("apt-get", "--yes", how, "followup-desktop").returncode == 0
    assert a_shop.files(pc.data) == before
    assert list(pc.files_named("followup")) == []
    # And comes back to it.
    assert pc.install(package).returncode == 0
    assert pc.ask("followup-desktop", "check")[0] == 0
