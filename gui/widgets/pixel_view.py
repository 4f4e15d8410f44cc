"""One small image, pixel by pixel."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from engine.i18n import tr
from engine.types import CANVAS, ByteArray, FloatArray
from gui.theme import Theme
from gui.widgets.array_view import Cell, GridView
from gui.widgets.pixel_painting import grey_image, to_image

Box = tuple[float, float, float, float]


class PixelView(GridView):
    """Shows (h, w) numbers, ``pixels``, in the largest square that there is room for, and perhaps a frame, ``box``."""

    SIZE, LEAST_SIZE = (168, 168), (112, 112)

    def __init__(self, theme: Theme, name: str, n: int = CANVAS) -> None:
        """Args:
        name: of the object.
        n: pixels a side to begin with.
        """
        super().__init__(theme, name)
        self.box: Box | None = None
        self.show_pixels(np.zeros((n, n), np.float32))
        self.current = self._first_cell()

    def show_pixels(self, pixels: FloatArray, box: Box | None = None, colours: ByteArray | None = None) -> None:
        """(h, w) float32. What is not square is centred.

        Args:
            box: left, top, right, bottom of a frame, in pixels.
            colours: (h, w, 3) uint8 that the numbers are shown in. By default 0 is black and 1 is white.
        """
        self.pixels, self.box = pixels, box
        self._image = grey_image(pixels) if colours is None else to_image(colours)
        self.update()

    def cell_text(self, cell: Cell) -> str:
        return tr("row {0}, column {1}: {2}", *cell, f"{self.pixels[cell]:.2f}")

    def _square(self) -> QRectF:
        side = min(self.width(), self.height())
        return QRectF(0, 0, side, side)

    def _grid(self) -> tuple[QRectF, int, int]:
        (rows, columns), square = self.pixels.shape, self._square()
        scale = square.width() / max(rows, columns)
        area = QRectF(0, 0, columns * scale, rows * scale)
        area.moveCenter(square.center())
        return area, rows, columns

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, square = QPainter(self), self._square()
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.fillRect(square, Qt.GlobalColor.black)
        area, rows, columns = self._grid()
        # Few pixels are shown as what they are.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, max(rows, columns) > square.width() / 2)
        painter.drawImage(area, self._image)
        if self.box is not None:
            left, top, right, bottom = (each * area.width() / columns for each in self.box)
            painter.setPen(QPen(self._theme.colour("compared"), 1.5))
            painter.drawRect(QRectF(left, top, right - left, bottom - top).translated(area.topLeft()))
        self._paint_focus(painter, square, self.cell_rect(self.current))
