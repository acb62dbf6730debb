"""Where the columns stand, for the header above the list and for the delegate alike."""

from enum import IntEnum

from PySide6.QtCore import QRectF

from followup_desktop.ui.kit.tokens import Space


class Column(IntEnum):
    NAME = 0
    STAGE = 1
    PHONE = 2
    LAST_CONTACT = 3
    NEXT = 4
    WHOSE = 5


_SHARES = (28, 15, 16, 12, 20, 9)
"""Of the width, in the order of the columns."""
EDGE = Space.CARD


def boxes(row: QRectF, *, from_right: bool = False) -> tuple[QRectF, ...]:
    """The box of each column in `row`; with `from_right` the first stands at the right."""
    width = max(0.0, row.width() - 2 * EDGE)
    found, left = [], row.left() + EDGE
    for share in _SHARES:
        part = width * share / 100
        box = QRectF(left, row.top(), max(0.0, part - Space.MEDIUM), row.height())
        found.append(mirrored(box, row) if from_right else box)
        left += part
    return tuple(found)


def mirrored(box: QRectF, row: QRectF) -> QRectF:
    return QRectF(row.left() + row.right() - box.right(), box.top(), box.width(), box.height())
