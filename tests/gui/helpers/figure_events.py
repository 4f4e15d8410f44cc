"""Mouse and key events on the figure of a lesson."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from gui.learn.parts.draggable_bars import DraggableBars
from gui.learn.parts.plane import Plane

if TYPE_CHECKING:
    from opened_lesson import OpenedLesson

_LEFT = Qt.MouseButton.LeftButton


def click(opened: "OpenedLesson", name: str) -> None:
    """Click a button."""
    QTest.mouseClick(opened.find(QPushButton, name), _LEFT)


def type_number(opened: "OpenedLesson", name: str, text: str) -> None:
    """Type into the field of a DraggableNumber, then Return."""
    field = opened.find(QLineEdit, f"{name}-field")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def drag(plane: Plane, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drag with the mouse from a place of the plane to another one."""
    QTest.mousePress(plane.viewport(), _LEFT, pos=plane.pixel(*start).toPoint())
    QTest.mouseMove(plane.viewport(), plane.pixel(*end).toPoint())
    QTest.mouseRelease(plane.viewport(), _LEFT, pos=plane.pixel(*end).toPoint())


def type_bar(bars: DraggableBars, index: int, text: str) -> None:
    """Click the number below a bar, and type another one."""
    x = round(bars.cell_rect(index).center().x())
    QTest.mouseClick(bars, _LEFT, pos=QPoint(x, bars.height() - bars.fontMetrics().height() * 2))
    editor = bars.findChild(QLineEdit)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
