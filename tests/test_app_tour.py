"""The tour: the day's walk through the real window, which leaves a picture of every screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from followup_desktop.app.tour import SIZE

SCREENS = (
    "welcome",
    "today",
    "record-a-visit",
    "next-day",
    "call-purpose",
    "call-script",
    "call-bridge",
    "call-live",
    "call-wrap-up",
    "card",
    "customers",
    "orders",
    "promises-problems",
    "ahead-book",
    "insights-short",
    "insights-said",
    "insights-concerns",
    "playbook-rehearsal",
    "print",
    "settings-shop",
    "today-dark",
    "today-150",
)


@pytest.mark.slow
def test_it_walks_the_whole_day_and_leaves_a_picture_of_every_screen(tmp_path: Path) -> None:
    target = tmp_path / "pictures"
    done = subprocess.run(
        [sys.executable, "-m", "followup_desktop", "tour", str(target)],
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    pictures = sorted(target.glob("*.png"))
    numbers = [int(path.name[:2]) for path in pictures]
    assert numbers == list(range(1, len(pictures) + 1))
    names = {path.stem[3:] for path in pictures}
    assert names >= set(SCREENS)
    for path in pictures:
        image = QImage(str(path))
        assert (image.width(), image.height()) == SIZE
        assert len(_colours(image)) > 20, path.name
    # Nothing of it is left but the pictures.
    assert list(tmp_path.iterdir()) == [target]


def _colours(image: QImage) -> set[int]:
    return {
        image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)
    }
