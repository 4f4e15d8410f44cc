"""A layout that follows the room there is: two widgets side by side, or one above the other."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from gui.widgets.cards import row

# From this ratio of width to height on, two panes are side by side.
_BESIDE = 1.15


class TwoPanes(QWidget):
    """Two widgets side by side where there is more width than height, and else one above the other."""

    def __init__(self, first: QWidget, second: QWidget, spacing: int = 12) -> None:
        super().__init__()
        self._parts = row((first, 1), (second, 1), spacing=spacing)
        self.setLayout(self._parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(beside if self.width() > _BESIDE * self.height() else below)
