"""Random choices in a window, for the simulated user."""

from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

import numpy as np
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget

from gui.main_window import MainWindow

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)
# How often each action is chosen.
Actions: TypeAlias = list[tuple[int, Callable[[], object]]]

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def wait(milliseconds: int) -> None:
    """Run the event loop."""
    loop = QEventLoop()
    # With the loop as context: without it PySide keeps an object of each call.
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()


class RandomChoices:
    """What the actions are made of."""

    def __init__(self, window: MainWindow, rng: np.random.Generator) -> None:
        self.window, self.rng = window, rng

    def one_of(self, found: Sequence[T]) -> T:
        """One of them, at least one."""
        return found[int(self.rng.integers(len(found)))]

    def visible(self, kind: type[W], within: QWidget) -> list[W]:
        """The widgets of a class that can be used."""
        return [each for each in within.findChildren(kind) if each.isVisible() and each.isEnabled()]

    def pick(self, box: QComboBox) -> None:
        """Choose an entry."""
        if box.isEnabled() and box.count():
            index = int(self.rng.integers(box.count()))
            box.setCurrentIndex(index)
            box.activated.emit(index)

    def point_in(self, widget: QWidget) -> QPoint:
        """A random point of a widget."""
        return QPoint(*(int(self.rng.integers(max(side, 1))) for side in (widget.width(), widget.height())))

    def use(self, view: QWidget, *keys: Qt.Key) -> None:
        """Point at something in a view, perhaps click it, and press some keys."""
        if not view.isVisible():
            return
        place = self.point_in(view)
        QTest.mouseMove(view, place)
        if self.rng.random() < 0.5:
            QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
        for _ in range(int(self.rng.integers(4))):
            QTest.keyClick(view, self.one_of(keys))
