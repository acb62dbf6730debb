"""The Debian package itself: what Debian's own tools say of it, and that nothing was left out."""

import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from followup_desktop import __version__
from tests.frozen import a_shop

ROOT = Path(__file__).parent.parent.parent
# What the program reads beside its code: each file of the source tree has to lie in the package.
READ = {
    "resources": {".toml", ".png", ".mo"},
    "followup_desktop/store/migrations": {".py"},
}


@pytest.fixture(scope="module")
def package(installers: Path) -> Path:
    file = installers / f"followup-desktop_{__version__}_amd64.deb"
    assert file.is_file(), "`make installers` builds it"
    return file


@pytest.fixture(scope="module")
def tree(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its files. The form of a package says something only where the program in it is whole."""
    folder = tmp_path_factory.mktemp("package")
    subprocess.run(["dpkg-deb", "--extract", package, folder], check=True)
    shop = tmp_path_factory.mktemp("shop")
    a_shop.fill(shop)
    program = folder / "usr/lib/followup-desktop/followup-desktop"
    done = subprocess.run([program, "check", "--data-dir", shop], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def inside(tree: Path) -> Path:
    return tree / "usr/lib/followup-desktop/_internal"


def test_lintian_finds_nothing(tree: Path, package: Path) -> None:
    command = ["lintian", "--allow-root", "--fail-on", "error,warning", package]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_desktop_understands_its_entry_and_its_page_in_the_shop_of_programs(
    tree: Path,
) -> None:
    entry = tree / "usr/share/applications/followup-desktop.desktop"
    done = subprocess.run(["desktop-file-validate", entry], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")
    command = ["appstreamcli", "validate-tree", "--no-net", "--strict", tree]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    for side in (16, 32, 48, 64, 128, 256):
        folder = tree / f"usr/share/icons/hicolor/{side}x{side}/apps"
        assert (folder / "followup-desktop.png").is_file()


def test_the_pictures_of_its_page_are_those_of_the_docs(tree: Path) -> None:
    """So that they are there once the docs lie at the project's address."""
    page = ElementTree.parse(tree / "usr/share/metainfo/org.example.followup.metainfo.xml")
    home = page.findtext("url[@type='homepage']")
    pictures = [image.text or "" for image in page.iterfind("screenshots/screenshot/image")]
    assert len(pictures) == 3
    for picture in pictures:
        shown = QImage(str(ROOT / "docs" / picture.removeprefix(f"{home}/")))
        assert shown.width() > 1200, picture


def test_no_resource_and_no_migration_was_left_out(inside: Path) -> None:
    wanted = [
        path
        for folder, kinds in READ.items()
        for path in (ROOT / folder).rglob("*")
        if path.suffix in kinds and "__pycache__" not in path.parts
    ]
    assert len(wanted) > 20
    differing = [
        str(path.relative_to(ROOT))
        for path in wanted
        if not (copy := inside / path.relative_to(ROOT)).is_file()
        or copy.read_bytes() != path.read_bytes()
    ]
    assert differing == []


def test_licences_and_qt_s_own_words_lie_in_it(inside: Path) -> None:
    readme = (inside / "licences/README.txt").read_text(encoding="utf-8")
    assert "exchange" in readme and "PySide6" in readme
    assert (inside / "licences/LGPL-3").is_file()
    spoken = {path.stem for path in (inside / "PySide6/Qt/translations").glob("*.qm")}
    assert {"qtbase_de", "qtbase_fr"} <= spoken


def test_it_is_small(tree: Path, package: Path) -> None:
    assert package.stat().st_size < 40_000_000


def test_it_runs_nothing_as_root_when_it_comes_or_goes(tree: Path, package: Path) -> None:
    """So that no data can be touched by it."""
    said = subprocess.run(
        ["dpkg-deb", "--ctrl-tarfile", package], capture_output=True, check=True
    ).stdout
    names = subprocess.run(["tar", "--list"], input=said, capture_output=True, check=True).stdout
    assert set(names.decode().split()) == {"./", "./control", "./md5sums"}
