"""What a start loads, and when: each part of it is waited for by whoever opens the shop."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from followup_desktop.services import Services
from followup_desktop.store.store import Store
from tests.services.world import HOURS, at

NOW = at("2026-11-20 09:00")

# Says what is loaded at the first paint and at the paint of today's rows. Each enum of Qt that
# PySide makes is one of its own, so they are counted too.
_STARTED = """
import enum, json, sys
made = []
plain = enum.EnumType.__new__
def counted(meta, name, *rest, **more):
    made.append(name)
    return plain(meta, name, *rest, **more)
enum.EnumType.__new__ = counted

from followup_desktop.__main__ import main
from followup_desktop.app import app

class Watched(app.App):
    def start(self, **how):
        self.window.painted.connect(self.say)
        super().start(**how)
    def say(self):
        print(json.dumps([sorted(sys.modules), made]), flush=True)
    def _on_rows_painted(self):
        self.say()
        self.end()

app.App = Watched
sys.exit(main())
"""


@pytest.fixture(scope="module")
def moments(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[set[str], set[str]]]:
    """The modules and the enums there are at the first paint, and when the rows are painted."""
    folder: Path = tmp_path_factory.mktemp("shop")
    store = Store.open(folder, now=NOW)
    Services(store).shop.set_up(NOW, "Marsh & Daughter", "US", HOURS, "Ed Marsh")
    store.close()
    _start(folder)  # once before, which leaves the window's place and its ground
    found = [json.loads(line) for line in _start(folder).splitlines()]
    return [(set(modules), set(enums)) for modules, enums in found]


def _start(folder: Path) -> str:
    return subprocess.run(
        [sys.executable, "-c", _STARTED, "--data-dir", str(folder)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=60,
        cwd=Path(__file__).parents[1],
    ).stdout


def test_the_ground_is_painted_with_hardly_anything_loaded(
    moments: list[tuple[set[str], set[str]]],
) -> None:
    modules, enums = moments[0]
    rooms = {".".join(name.split(".")[:2]) for name in modules if name.startswith("followup")}
    assert not rooms & {f"followup_desktop.{room}" for room in ("store", "services", "domain")}
    assert not {"followup_desktop.ui.kit.theme", "followup_desktop.ui.room"} & modules
    assert not {"peewee", "dataclasses"} & modules
    assert "AlignmentFlag" not in enums  # PySide makes all of Qt's at the first mention


def test_the_rows_are_painted_without_what_only_writes_or_reads_a_card(
    moments: list[tuple[set[str], set[str]]],
) -> None:
    modules, enums = moments[1]
    assert "followup_desktop.ui.today.page" in modules
    assert not {"phonenumbers", "holidays", "PySide6.QtNetwork"} & modules
    assert "followup_desktop.store.unit" not in modules
    assert "followup_desktop.domain.customer" not in modules
    assert "SubWindowOption" not in enums  # of a kind of widget that nobody here uses
