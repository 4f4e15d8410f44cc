"""Layouts that follow the room there is: a row that is wrapped, and two widgets side by side or one above the other."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QWidget

from gui.widgets.cards import row

# From this ratio of width to height on, two panes are side by side.
_BESIDE = 1.15


class WrappedRow(QLayout):
    """Widgets side by side, each in its own size, in as many rows as they need; as Qt's example of a flow layout."""

    def __init__(self, *widgets: QWidget, across: int = 14, down: int = 8) -> None:
        """Args:
        across, down: distances between two widgets, and between two rows.
        """
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._across, self._down = across, down
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _place(self, rect: QRect, really: bool) -> int:
        """Place the widgets in rows, or only measure; returns the height."""
        rows: list[list[QLayoutItem]] = []
        left = rect.width() + 1
        for item in self._items:
            if item.isEmpty():
                continue
            width = item.sizeHint().width()
            if left + width > rect.width():
                rows.append([])
                left = 0
            rows[-1].append(item)
            left += width + self._across
        top = rect.top()
        for items in rows:
            height = max(item.sizeHint().height() for item in items)
            at = rect.left()
            for item in items:
                size = item.sizeHint()
                if really:
                    item.setGeometry(QRect(QPoint(at, top + (height - size.height()) // 2), size))
                at += size.width() + self._across
            top += height + self._down
        return max(top - self._down - rect.top(), 0)


class TwoPanes(QWidget):
    """Two widgets side by side where there is more width than height, and else one above the other."""

    def __init__(self, first: QWidget, second: QWidget, spacing: int = 12) -> None:
        super().__init__()
        self._parts = row((first, 1), (second, 1), spacing=spacing)
        self.setLayout(self._parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(beside if self.width() > _BESIDE * self.height() else below)
