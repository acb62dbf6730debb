"""What rows are painted with looks as if it were painted piece by piece."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from followup_desktop.ui.kit import chips, painting, row_text, theme
from followup_desktop.ui.kit.row_plan import Pen, RowPlan
from followup_desktop.ui.kit.tokens import TextRole, ToneName

BOX = QRectF(10.25, 6.5, 150, 40)
INK, FILL = "#1c2b26", "#cfe3db"
LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
IN_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute

Paint = Callable[[QPainter], None]


def painted(paint: Paint, direction: Qt.LayoutDirection = LEFT) -> QImage:
    image = QImage(200, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(direction)
    paint(painter)
    painter.end()
    return image


def a_row(painter: Pen) -> None:
    chips.paint_avatar(painter, QRectF(2.5, 4, 32, 32), "RL", ToneName.PURCHASE)
    chips.paint_badge(painter, QRectF(40.2, 8.5, 60, 20), "Promise", ToneName.PROMISE)
    row_text.draw(painter, QRectF(104, 0, 60, 40), TextRole.BODY, INK, "Richard Libin")


@pytest.mark.parametrize("at", [QPointF(0, 0), QPointF(3.4, 7.5)])
def test_a_planned_row_is_the_row(at: QPointF) -> None:
    def piece_by_piece(painter: QPainter) -> None:
        painter.translate(at)
        a_row(painter)

    plan = RowPlan(LEFT)
    a_row(plan)
    assert painted(lambda painter: painting.planned(painter, plan, QPointF(50, 9))) != painted(
        piece_by_piece
    )
    assert painted(lambda painter: painting.planned(painter, plan, at)) == painted(piece_by_piece)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Richard Libin", LEFT),
        ("Richard Libin", RIGHT),
        ("נועה +33 6", LEFT),
        ("נועה +33 6", RIGHT),
        ("A name that has no room at all", LEFT),
    ],
)
@pytest.mark.parametrize("role", [TextRole.BODY, TextRole.SMALL, TextRole.SMALL_STRONG])
def test_a_line_stands_where_qt_would_set_it(
    text: str, role: TextRole, direction: Qt.LayoutDirection
) -> None:
    from_right = direction is RIGHT
    side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft

    def by_qt(painter: QPainter) -> None:
        metrics = theme.metrics(role)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(BOX.width()))
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour(INK))
        painter.drawText(BOX, IN_LINE | side | Qt.TextFlag.TextSingleLine, shown)

    def by_us(painter: QPainter) -> None:
        row_text.draw(painter, BOX, role, INK, text, from_right=from_right)

    assert painted(by_us, direction) == painted(by_qt, direction)


def test_a_copied_shape_differs_by_no_more_than_rounding() -> None:
    copied = painted(lambda painter: painting.flat(painter, BOX, 1000, FILL))
    drawn = painted(lambda painter: painting.rounded(painter, BOX, 1000, FILL))
    pairs = zip(bytes(copied.constBits()), bytes(drawn.constBits()), strict=True)
    assert max(abs(one - other) for one, other in pairs) <= 2
    assert copied != painted(lambda painter: None)


def test_another_text_size_sets_the_lines_anew(qapp: QApplication) -> None:
    before = row_text.line(TextRole.BODY, "Richard Libin", 500, LEFT).width
    theme.apply(qapp, theme.Appearance.LIGHT, 150)
    assert row_text.line(TextRole.BODY, "Richard Libin", 500, LEFT).width > before * 1.3
