"""Many small pictures of numbers side by side, as large as there is room for."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.types import ByteArray, FloatArray
from gui.draw.colour_scale import coloured
from gui.theme import Theme

_GAP = 3
_LARGEST_PIXEL, _EVEN_PIXEL = 12.0, 3.0


class Tiles(QWidget):
    """Shows (n, h, w) numbers as n tiles.

    Signals:
        pointed: (tile, row, column) under the pointer, or None.
        clicked: a tile.
    """

    pointed = Signal(object)
    clicked = Signal(int)

    def __init__(self, theme: Theme, largest: float = _LARGEST_PIXEL, parent: QWidget | None = None) -> None:
        """Args:
        largest: how large a pixel of a tile becomes at most.
        """
        super().__init__(parent)
        self._largest = largest
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._values: FloatArray = np.zeros((0, 1, 1), np.float32)
        self._colours: ByteArray = np.zeros((0, 1, 1, 3), np.uint8)
        self._chosen: int | None = None
        self._placed: tuple[int, float] | None = None
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(240, 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 60)

    @property
    def values(self) -> FloatArray:
        """(n, h, w): what is shown."""
        return self._values

    def show_values(self, values: FloatArray, limit: float, signed: bool, chosen: int | None = None) -> None:
        """(n, h, w) numbers.

        Args:
            limit, signed: see ``coloured``.
            chosen: a tile to frame.
        """
        if values.shape != self._values.shape:
            self._placed = None
        self._values, self._chosen = values, chosen
        self._colours = np.ascontiguousarray(coloured(values, limit, signed))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._placed = None

    def _grid(self) -> tuple[int, float]:
        """As ``_best_grid`` says, found once for these tiles and this room."""
        if self._placed is None:
            self._placed = self._best_grid()
        return self._placed

    def _best_grid(self) -> tuple[int, float]:
        """How many tiles stand in a row, and how large one of their pixels is: the largest that fits."""
        n, height, width = self._values.shape
        best = (1, 0.0)
        for columns in range(1, n + 1):
            rows = math.ceil(n / columns)
            across = (self.width() - (columns - 1) * _GAP) / (columns * width)
            down = (self.height() - (rows - 1) * _GAP) / (rows * height)
            pixel = min(across, down, self._largest)
            if pixel > best[1]:
                best = (columns, pixel)
        columns, pixel = best
        # Whole pixels are even; of small ones too much room would be left.
        return columns, float(math.floor(pixel)) if pixel >= _EVEN_PIXEL else pixel

    def place(self, tile: int) -> QRectF:
        """Where a tile stands."""
        _, height, width = self._values.shape
        columns, pixel = self._grid()
        row, column = divmod(tile, columns)
        left, top = column * (width * pixel + _GAP), row * (height * pixel + _GAP)
        return QRectF(left, top, width * pixel, height * pixel)

    def at(self, position: QPointF) -> tuple[int, int, int] | None:
        """(tile, row, column) at a position, None beside them."""
        n, height, width = self._values.shape
        columns, pixel = self._grid()
        if not n or pixel <= 0:
            return None
        column, row = int(position.x() // (width * pixel + _GAP)), int(position.y() // (height * pixel + _GAP))
        tile = row * columns + column
        if not (0 <= column < columns and 0 <= tile < n):
            return None
        inside = position - self.place(tile).topLeft()
        y, x = int(inside.y() // pixel), int(inside.x() // pixel)
        return (tile, y, x) if 0 <= y < height and 0 <= x < width else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self.at(event.position()))

    def leaveEvent(self, event: object) -> None:
        self.pointed.emit(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self.clicked.emit(place[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._grid()[1] < _EVEN_PIXEL)
        _, height, width = self._values.shape
        for tile, colours in enumerate(self._colours):
            image = QImage(colours.data, width, height, 3 * width, QImage.Format.Format_RGB888)
            painter.drawImage(self.place(tile), image)
        if self._chosen is not None and self._chosen < len(self._values):
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(self.place(self._chosen).adjusted(-1, -1, 1, 1))
