"""An X screen that nobody sits at, and what is to be seen on it."""

import os
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QImage

SIZE = (1366, 768)


class Screen:
    """Xvfb keeps its picture in a file, as xwd would write it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.name = ""
        """As DISPLAY wants it, while it is shown."""

    @contextmanager
    def shown(self) -> "Iterator[Screen]":
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-ac", "-nolisten", "tcp"]
        command += ["-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-fbdir", str(self._folder)]
        with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
            os.close(write)
            with os.fdopen(read) as answer:
                self.name = f":{answer.readline().strip()}"
            try:
                yield self
            finally:
                server.terminate()

    def picture(self) -> QImage:
        data = (self._folder / "Xvfb_screen0").read_bytes()
        head = struct.unpack(">25I", data[:100])
        start, width, height, line, colours = head[0], head[4], head[5], head[12], head[19]
        pixels = data[start + 12 * colours :]
        return QImage(pixels, width, height, line, QImage.Format.Format_RGB32).copy()


def colours(picture: QImage) -> dict[int, int]:
    """How often each is there, looked at in a grid."""
    found: dict[int, int] = {}
    for x in range(0, picture.width(), 3):
        for y in range(0, picture.height(), 3):
            colour = picture.pixel(x, y) & 0xFFFFFF
            found[colour] = found.get(colour, 0) + 1
    return found
