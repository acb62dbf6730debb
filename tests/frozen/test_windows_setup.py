"""The setup for Windows, installed, used, upgraded and removed in Wine as a shop would."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from followup_desktop import __version__
from followup_desktop.app import presence
from followup_desktop.services import Services
from followup_desktop.store.schema import newest_version
from followup_desktop.store.store import Store
from tests.frozen import a_shop
from tests.frozen.shop_pc import RUN_KEY, RUNS, SETUP_KEY, UNINSTALL_KEY, ShopPc, wait_for

ROOT = Path(__file__).parent.parent.parent

NEXT = """
def up(migrator, db):
    db.execute_sql("CREATE TABLE next_version (id INTEGER PRIMARY KEY)")
"""

# In every Windows 10, without exception; without the runtime of Visual C++, which isn't.
OF_WINDOWS = {
    *("advapi32.dll", "authz.dll", "bcrypt.dll", "comctl32.dll", "comdlg32.dll", "crypt32.dll"),
    *("d3d11.dll", "d3d12.dll", "d3d9.dll", "dnsapi.dll", "dwmapi.dll", "dwrite.dll", "dxgi.dll"),
    *("gdi32.dll", "imm32.dll", "iphlpapi.dll", "kernel32.dll", "mpr.dll", "netapi32.dll"),
    *("ole32.dll", "oleaut32.dll", "rpcrt4.dll", "secur32.dll", "setupapi.dll", "shell32.dll"),
    *("shlwapi.dll", "uiautomationcore.dll", "user32.dll", "userenv.dll", "uxtheme.dll"),
    *("version.dll", "winhttp.dll", "winmm.dll", "winspool.drv", "ws2_32.dll", "wtsapi32.dll"),
}


@pytest.fixture(scope="module")
def setup(installers: Path) -> Path:
    file = installers / f"Followup-Setup-{__version__}.exe"
    assert file.is_file(), "`make installers` builds it"
    return file


@pytest.fixture(params=["clerk", "Jürgen Müller", "王小明"])
def pc(request: pytest.FixtureRequest, tmp_path: Path, setup: Path) -> Iterator[ShopPc]:
    """By the name of the account."""
    pc = ShopPc(tmp_path, setup, request.param)
    yield pc
    pc.wine.stop()
    shutil.rmtree(pc.wine.prefix)  # 700 MB each


def export(pc: ShopPc, name: str) -> dict[str, object]:
    """Everything that the installed program finds in the shop's data."""
    file = pc.wine.home / name
    code, said = pc.ask("export", pc.as_windows_says(file))
    assert code == 0, said
    return json.loads(file.read_text(encoding="utf-8"))["tables"]


def lacking(program: Path) -> list[Path]:
    """What the program reads, and isn't in it as the source tree has it."""
    trees = [ROOT / "resources", ROOT / "followup_desktop" / "store" / "migrations"]
    wanted = [path for tree in trees for path in tree.rglob("*") if path.is_file()]
    wanted = [path for path in wanted if path.suffix in (".py", ".toml", ".png", ".mo")]
    assert len(wanted) > 20
    inside = {path: program / "_internal" / path.relative_to(ROOT) for path in wanted}
    return [
        path.relative_to(ROOT)
        for path, file in inside.items()
        if not file.is_file() or file.read_bytes() != path.read_bytes()
    ]


def test_a_life_on_a_shop_s_pc(pc: ShopPc) -> None:
    # installed: the program, its entries, and nothing of the shop's yet
    assert pc.install("/DESKTOP=1", "/STARTATLOGIN=1") == 0
    assert pc.ask("--version") == (0, f"Followup {__version__}\n")
    assert pc.start_menu.is_file() and pc.desktop_icon.is_file()
    registry = pc.registry()
    starts = pc.as_windows_says(pc.program / "Followup.exe").replace("\\", "\\\\")
    assert registry[RUN_KEY]["Followup"] == rf'"\"{starts}\" --minimised"'
    assert registry[UNINSTALL_KEY]["DisplayVersion"] == f'"{__version__}"'
    assert not pc.data.exists()

    # a day in it, drawn, with all that it reads
    code, said = pc.ask("tour", pc.as_windows_says(pc.wine.home / "tour"))
    assert code == 0, said
    assert len(list((pc.wine.home / "tour").glob("*.png"))) > 30
    assert lacking(pc.program) == []

    # the shop's own data, which the program finds at its usual place
    a_shop.fill(pc.data)
    code, said = pc.ask("check")
    assert code == 0, said
    shop = export(pc, "before.json")
    assert shop

    # upgraded: what an older version left behind goes, the data stays
    (pc.program / "_internal" / "of-an-older-version.dll").touch()
    assert pc.install() == 0
    assert not (pc.program / "_internal" / "of-an-older-version.dll").exists()
    assert pc.desktop_icon.is_file() and "Followup" in pc.registry()[RUN_KEY]
    assert export(pc, "after.json") == shop

    # while it runs, nothing is exchanged or removed
    with pc.open_window():
        program = sorted(path.name for path in pc.program.iterdir())
        assert pc.install() == RUNS
        assert pc.uninstall_in_place() == RUNS
        assert sorted(path.name for path in pc.program.iterdir()) == program
    assert pc.ask("check")[0] == 0

    # removed: the data stays
    pc.uninstall()
    assert not pc.program.exists()
    assert not pc.start_menu.exists() and not pc.desktop_icon.exists()
    registry = pc.registry()
    assert "Followup" not in registry[RUN_KEY]
    assert not {UNINSTALL_KEY, SETUP_KEY} & registry.keys()
    assert pc.install() == 0
    assert export(pc, "again.json") == shop

    # purged: nothing is left
    pc.uninstall("/PURGE")
    assert list(pc.traces()) == []


@pytest.fixture(scope="module")
def one_pc(tmp_path_factory: pytest.TempPathFactory, setup: Path) -> Iterator[ShopPc]:
    """Installed, with data. What no test here may begin without: the program finds itself whole."""
    pc = ShopPc(tmp_path_factory.mktemp("pc"), setup, "clerk")
    try:
        assert pc.install("/STARTATLOGIN=0") == 0
        a_shop.fill(pc.data)
        code, said = pc.ask("check")
        assert code == 0, said
        yield pc
    finally:
        pc.wine.stop()
        shutil.rmtree(pc.wine.prefix)


def test_what_was_ticked_in_the_setup_is_what_the_shop_wants_from_then_on(one_pc: ShopPc) -> None:
    assert "Followup" not in one_pc.registry().get(RUN_KEY, {})
    with one_pc.open_window():
        wait_for(lambda: "StartsAtLogin" not in one_pc.registry()[SETUP_KEY])
    assert "Followup" not in one_pc.registry().get(RUN_KEY, {})
    store = Store.open(one_pc.data, now=a_shop.MORNING)
    try:
        assert not Services(store).shop.shop().preferences.starts_at_login
    finally:
        store.close()


def test_a_newer_version_upgrades_the_data_and_the_older_one_refuses_it(one_pc: ShopPc) -> None:
    number = newest_version() + 1
    migrations = one_pc.program / "_internal" / "followup_desktop" / "store" / "migrations"
    (migrations / f"{number:04}_next.py").write_text(NEXT, encoding="utf-8")
    code, said = one_pc.ask("check")
    assert code == 0, said
    assert list((one_pc.data / "backups").glob("*-migration-*.db"))

    assert one_pc.install() == 0  # the older one again
    before = {path: path.read_bytes() for path in one_pc.data.rglob("*.db*")}
    code, said = one_pc.ask("check")
    assert code == 1 and "newer Followup" in said
    assert before == {path: path.read_bytes() for path in one_pc.data.rglob("*.db*")}


def test_no_library_is_asked_for_that_windows_10_lacks(one_pc: ShopPc) -> None:
    """Wine has more of its own than a fresh Windows, which has no runtime of Visual C++."""
    files = [path for path in one_pc.program.rglob("*") if path.suffix in (".exe", ".dll", ".pyd")]
    inside = {path.name.lower() for path in files}
    told = subprocess.run(["objdump", "-p", *files], capture_output=True, text=True, check=True)
    asked = {name.lower() for name in re.findall(r"DLL Name: (.+)", told.stdout)}
    assert len(asked) > 20
    lacking = {name for name in asked - inside if not name.startswith("api-ms-win-")}
    assert lacking - OF_WINDOWS == set()


def test_its_entry_in_the_start_menu_leads_to_it(one_pc: ShopPc) -> None:
    link = one_pc.start_menu.read_bytes()
    assert one_pc.as_windows_says(one_pc.program / "Followup.exe").encode("ascii") in link
    texts = link.decode("utf-16-le", "replace") + link[1:].decode("utf-16-le", "replace")
    assert "Whom to call and why now" in texts
    # And begins in the clerk's own folder, none below it.
    home = one_pc.as_windows_says(one_pc.wine.home)
    assert home in texts and f"{home}\\" not in texts


def test_the_entry_s_id_is_written_as_windows_reads_it(one_pc: ShopPc, tmp_path: Path) -> None:
    """By the setup's own lines. That a link keeps what is written so can't be seen in Wine, whose
    links have no place for it (docs/windows-checklist.md)."""
    trial = tmp_path / "app_id.nsi"
    shutil.copy(Path(__file__).with_name(trial.name), trial)
    values = (
        f"-DAPP_ID={presence.APP_USER_MODEL_ID}",
        f"-DPACKAGING={ROOT / 'packaging' / 'windows'}",
    )
    subprocess.run(["makensis", "-V2", "-WX", *values, trial], check=True)
    assert one_pc.wine.run([tmp_path / "app-id.exe"]).returncode == 0
    of_a_text = 31  # VT_LPWSTR
    kept = (tmp_path / "app-id.txt").read_text(encoding="ascii")
    assert kept == f"{of_a_text} {presence.APP_USER_MODEL_ID}"


def test_windows_is_told_what_each_program_is_and_of_which_version(one_pc: ShopPc) -> None:
    for program in (one_pc.setup, *one_pc.program.glob("[Ff]ollowup*.exe")):
        inside = program.read_bytes()
        for name, value in {
            "ProductName": "Followup",
            "ProductVersion": __version__,
            "CompanyName": "The Followup authors",
        }.items():
            # Each word ends with a zero, and begins at a multiple of four bytes.
            word, meaning = name.encode("utf-16-le"), re.escape(value.encode("utf-16-le"))
            assert re.search(word + b"(?:\0\0){1,2}" + meaning + b"\0\0", inside), program.name


def test_licences_and_qt_s_own_words_lie_in_it(one_pc: ShopPc) -> None:
    inside = one_pc.program / "_internal"
    assert "exchange" in (inside / "licences" / "README.txt").read_text(encoding="utf-8")
    assert (inside / "licences" / "LGPL-3").is_file()
    spoken = {path.stem for path in inside.rglob("qtbase_*.qm")}
    assert {"qtbase_de", "qtbase_fr"} <= spoken


def test_the_setup_is_small_and_yet_whole(one_pc: ShopPc) -> None:
    assert one_pc.setup.stat().st_size < 35_000_000
