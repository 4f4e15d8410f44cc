"""Many small images of numbers side by side, as large as there is room for."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

from engine.i18n import tr
from engine.types import ByteArray, FloatArray
from gui.theme import Theme
from gui.widgets.array_view import ArrayView, Cell, moved
from gui.widgets.colour_maps import coloured
from gui.widgets.pixel_painting import to_image

_GAP = 3
_LARGEST_PIXEL, _EVEN_PIXEL = 12.0, 3.0


class Tiles(ArrayView):
    """Shows (n, h, w) numbers, ``values``, as n tiles: a cell is (tile, row, column).

    The arrow keys go from tile to tile, to its largest number whatever the sign; with Shift, or where there is only one
    tile, from number to number.
    """

    def __init__(self, theme: Theme, name: str = "", largest: float = _LARGEST_PIXEL) -> None:
        """Args:
        name: of the object.
        largest: how large a pixel of a tile becomes at most.
        """
        super().__init__(theme, name)
        self._largest = largest
        self.values: FloatArray = np.zeros((0, 1, 1), np.float32)
        self._colours: ByteArray = np.zeros((0, 1, 1, 3), np.uint8)
        self._placed: tuple[int, float] | None = None

    def cell_text(self, cell: Cell) -> str:
        return tr("image {0}, row {1}, column {2}: {3}", *cell, f"{self.values[cell]:.3g}")

    def show_values(self, values: FloatArray, limit: float, signed: bool, colours: ByteArray | None = None) -> None:
        """(n, h, w) numbers.

        Args:
            limit, signed: see ``coloured``.
            colours: (n, h, w, 3) to show them in, instead.
        """
        if values.shape != self.values.shape:
            self._placed = self.pointed_at = self.current = None
        self.values, self._colours = values, coloured(values, limit, signed) if colours is None else colours
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._placed = None

    def grid(self) -> tuple[int, float]:
        """How many tiles are in a row, and how large one of their pixels is: the largest that fits."""
        if self._placed is None:
            n, height, width = self.values.shape
            best = (1, 0.0)
            for columns in range(1, n + 1):
                rows = math.ceil(n / columns)
                across = (self.width() - (columns - 1) * _GAP) / (columns * width)
                down = (self.height() - (rows - 1) * _GAP) / (rows * height)
                pixel = min(across, down, self._largest)
                # Where several fit, in as few rows as possible.
                if pixel >= best[1]:
                    best = (columns, pixel)
            columns, pixel = best
            # Whole pixels are even; small ones would leave too much room.
            self._placed = columns, float(math.floor(pixel)) if pixel >= _EVEN_PIXEL else pixel
        return self._placed

    def tile_rect(self, tile: int) -> QRectF:
        """Where a tile is."""
        _, height, width = self.values.shape
        columns, pixel = self.grid()
        row, column = divmod(tile, columns)
        left, top = column * (width * pixel + _GAP), row * (height * pixel + _GAP)
        return QRectF(left, top, width * pixel, height * pixel)

    def cell_rect(self, cell: Cell) -> QRectF:
        (tile, row, column), pixel = cell, self.grid()[1]
        return QRectF(column * pixel, row * pixel, pixel, pixel).translated(self.tile_rect(tile).topLeft())

    def cell_at(self, position: QPointF) -> Cell | None:
        n, height, width = self.values.shape
        columns, pixel = self.grid()
        if not n or pixel <= 0:
            return None
        column, row = int(position.x() // (width * pixel + _GAP)), int(position.y() // (height * pixel + _GAP))
        tile = row * columns + column
        if not (0 <= column < columns and 0 <= tile < n):
            return None
        inside = position - self.tile_rect(tile).topLeft()
        y, x = int(inside.y() // pixel), int(inside.x() // pixel)
        return (tile, y, x) if 0 <= y < height and 0 <= x < width else None

    def _first_cell(self) -> Cell | None:
        return self._largest_of(0) if len(self.values) else None

    def _next_cell(self, by: tuple[int, int], shift: bool) -> Cell | None:
        if self.current is None:
            return self._first_cell()
        tile, row, column = self.current
        if shift or len(self.values) == 1:
            return (tile, *moved((row, column), by, *self.values.shape[1:]))
        tile += by[0] * self.grid()[0] + by[1]
        return self._largest_of(tile) if 0 <= tile < len(self.values) else self.current

    def _largest_of(self, tile: int) -> Cell:
        row, column = np.unravel_index(np.abs(self.values[tile]).argmax(), self.values.shape[1:])
        return tile, int(row), int(column)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.grid()[1] < _EVEN_PIXEL)
        for tile, colours in enumerate(self._colours):
            painter.drawImage(self.tile_rect(tile), to_image(colours))
        marks = []
        if self.current is not None:
            marks = [self.cell_rect(self.current)]
            if len(self.values) > 1:
                marks.insert(0, self.tile_rect(self.current[0]))
        self._paint_focus(painter, QRectF(self.rect()), *marks)
