"""Which parts there are, in the order of the tabs; each is imported when it is first looked at."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from followup_desktop.ui.desk import Desk
from followup_desktop.ui.insights.part import PartController
from followup_desktop.words import N_


class Part(StrEnum):
    SHORT = "short"
    SAID = "said"
    CONCERNS = "concerns"


@dataclass(frozen=True, slots=True)
class PartEntry:
    name: Part
    title: str
    make: Callable[[Desk, QWidget], PartController]


def _short(desk: Desk, parent: QWidget) -> PartController:
    from followup_desktop.ui.insights.short_controller import ShortController
    from followup_desktop.ui.insights.short_view import ShortView

    return ShortController(desk, ShortView(parent))


def _said(desk: Desk, parent: QWidget) -> PartController:
    from followup_desktop.ui.insights.said_controller import SaidController
    from followup_desktop.ui.insights.said_view import SaidView

    return SaidController(desk, SaidView(parent))


def _concerns(desk: Desk, parent: QWidget) -> PartController:
    from followup_desktop.ui.insights.concerns_controller import ConcernsController
    from followup_desktop.ui.insights.concerns_view import ConcernsView

    return ConcernsController(desk, ConcernsView(parent))


PARTS = (
    PartEntry(Part.SHORT, N_("In short"), _short),
    PartEntry(Part.SAID, N_("What customers say"), _said),
    PartEntry(Part.CONCERNS, N_("Ten concerns"), _concerns),
)
