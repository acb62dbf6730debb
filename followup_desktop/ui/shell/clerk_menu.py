"""Who is at the desk: initials and name at the right of the top bar, with a menu to change over."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from followup_desktop.ui.kit import metrics, painting, theme
from followup_desktop.ui.kit.button_base import plain
from followup_desktop.ui.kit.buttons import MenuButton
from followup_desktop.ui.kit.chips import paint_avatar
from followup_desktop.ui.kit.tokens import Radius, Space, TextRole, ToneName
from followup_desktop.words import _

if TYPE_CHECKING:
    from followup_desktop.domain.shop import Clerk

_AVATAR = 34


_DIGITS = 9


def _numbered(place: int, name: str) -> str:
    """The first nine are chosen by their digit, once the menu is open."""
    return f"&{place}  {plain(name)}" if place <= _DIGITS else plain(name)


class ClerkMenu(MenuButton):
    clerk_chosen = Signal(int)
    give_requested = Signal()
    """Their follow-ups, to a colleague."""
    clerks_requested = Signal()
    """Settings, where clerks are added."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="clerk_menu")
        self._initials = ""
        self.hide()

    def show_clerks(self, clerks: "tuple[Clerk, ...]", clerk_id: int | None) -> None:
        """Those who still work here; the active one is ticked."""
        from followup_desktop.domain.names import initials

        here = [clerk for clerk in clerks if clerk.left_on is None]
        active = next((clerk for clerk in here if clerk.id == clerk_id), None)
        self._initials = initials(active.name) if active else ""
        self.set_label(active.name if active else _("Who is here?"))
        self.setAccessibleName(
            _("Clerk: {name}").format(name=active.name) if active else _("Who is here?")
        )
        self.menu_shown.clear()
        for place, clerk in enumerate(here, start=1):
            action = self.menu_shown.addAction(_numbered(place, clerk.name))
            action.setCheckable(True)
            action.setChecked(clerk is active)
            action.triggered.connect(lambda _on=False, who=clerk.id: self.clerk_chosen.emit(who))
        self.menu_shown.addSeparator()
        if active is not None and len(here) > 1:
            give = self.menu_shown.addAction(_("Hand over follow-ups…"))
            give.triggered.connect(self.give_requested)
        self.menu_shown.addAction(_("Clerks…")).triggered.connect(self.clerks_requested)
        self.show()

    # Qt's own

    def sizeHint(self) -> QSize:
        fm = theme.metrics(TextRole.MUTED)
        name = min(fm.horizontalAdvance(self.label()), metrics.chars(20)) + 2
        side = theme.current().px(_AVATAR)
        width = side + name + self._trailing_width() + 3 * Space.SMALL
        return QSize(width, max(side + Space.SMALL, self._height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        with painting.painter_on(self) as painter:
            rect = QRectF(self.rect())
            if self.underMouse() or self.isDown():
                painting.rounded(painter, rect, Radius.CONTROL, palette.sunken)
            self._paint_clerk(painter)
            if self.hasFocus() and self._ring:
                painting.focus_ring(painter, rect, Radius.CONTROL)

    def _paint_clerk(self, painter: QPainter) -> None:
        palette = theme.current().palette
        side = theme.current().px(_AVATAR)
        box = QRectF(Space.HAIR, (self.height() - side) / 2, side, side)
        paint_avatar(painter, box, self._initials, ToneName.PURCHASE)
        fm = theme.metrics(TextRole.MUTED)
        left = box.right() + Space.SMALL
        room = self.width() - left - self._trailing_width() - Space.SMALL
        shown = fm.elidedText(self.label(), Qt.TextElideMode.ElideRight, int(room))
        painter.setFont(theme.font(TextRole.MUTED))
        painter.setPen(theme.colour(palette.muted))
        line = QRectF(left, 0, room, self.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
        size = self._trailing_width() * 0.42
        x = min(left + fm.horizontalAdvance(shown), line.right()) + Space.HAIR + size
        centre = QPointF(x, self.height() / 2 + 1)
        painting.chevron(painter, centre, size, palette.muted)
