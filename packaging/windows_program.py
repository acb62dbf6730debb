"""Icon and version information of the Windows programs, written while they are built."""

import struct
from pathlib import Path
from typing import Any

from followup_desktop import __version__

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"


def look(folder: Path) -> dict[str, Any]:
    """For PyInstaller's EXE. The files that it wants are written into `folder`."""
    return {"icon": str(write_icon(folder / "followup.ico")), "version": version_information()}


def write_icon(target: Path) -> Path:
    """An .ico is a list of pictures; PNG ones are as good as any since Windows Vista."""
    pictures = sorted((int(path.stem.split("-")[1]), path) for path in ICONS.glob("followup-*.png"))
    at = 6 + 16 * len(pictures)
    head, body = [struct.pack("<HHH", 0, 1, len(pictures))], []
    for side, path in pictures:
        data = path.read_bytes()
        # A side of 256 is written as 0: it has one byte.
        head.append(struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(data), at))
        body.append(data)
        at += len(data)
    target.write_bytes(b"".join(head + body))
    return target


def version_information() -> Any:
    """What Windows shows of the file, in its properties and in the list of what runs."""
    from PyInstaller.utils.win32 import versioninfo as info

    numbers = (*(int(part) for part in __version__.split(".")), 0)
    words = {
        "CompanyName": "The Followup authors",
        "FileDescription": "Followup",
        "FileVersion": __version__,
        "InternalName": "followup-desktop",
        "LegalCopyright": "The Followup authors. MIT licence.",
        "ProductName": "Followup",
        "ProductVersion": __version__,
    }
    table = info.StringTable("040904B0", [info.StringStruct(*pair) for pair in words.items()])
    return info.VSVersionInfo(
        ffi=info.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            info.StringFileInfo([table]),
            info.VarFileInfo([info.VarStruct("Translation", [0x0409, 1200])]),
        ],
    )
