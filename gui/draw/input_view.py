"""A small picture as the network is shown it, pixel by pixel."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from engine.types import FloatArray
from gui.i18n import tr
from gui.theme import Theme


class PixelView(QWidget):
    """Shows (n, n) values in 0..1, white on black, in a square of a fixed size; the pointer reads them."""

    def __init__(self, theme: Theme, name: str, side: int, n: int, parent: QWidget | None = None) -> None:
        """Args:
        name: of the object.
        side: of the square, in the window's units.
        n: pixels a side to begin with.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setMouseTracking(True)
        self._side, self._theme = side, theme
        self.setFixedSize(self.sizeHint())
        self._pixels: FloatArray = np.zeros((n, n), np.float32)
        self._box: tuple[float, float, float, float] | None = None
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def set_side(self, side: int) -> None:
        """Make the square another size."""
        if side != self._side:
            self._side = side
            self.setFixedSize(self.sizeHint())
            self.update()

    @property
    def pixels(self) -> FloatArray:
        """What is shown."""
        return self._pixels

    @property
    def box(self) -> tuple[float, float, float, float] | None:
        """The frame that is drawn around a part of it: left, top, right, bottom, in pixels."""
        return self._box

    def show_pixels(self, pixels: FloatArray, box: tuple[float, float, float, float] | None = None) -> None:
        """(h, w) float32 in 0..1. What is not square stands in the middle.

        Args:
            box: left, top, right, bottom of a frame, in pixels.
        """
        self._pixels, self._box = pixels, box
        self.update()

    def pixel_at(self, position: QPointF) -> tuple[int, int] | None:
        """(row, column) under a position, or None beside the picture."""
        place = self._place()
        height, width = self._pixels.shape
        row = int((position.y() - place.y()) // (place.height() / height))
        column = int((position.x() - place.x()) // (place.width() / width))
        return (row, column) if 0 <= row < height and 0 <= column < width else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.pixel_at(event.position())
        if place is not None:
            text = tr("row {0}, column {1}: {2}", place[0], place[1], f"{self._pixels[place]:.2f}")
            QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        values = np.ascontiguousarray((np.clip(self._pixels, 0, 1) * 255).astype(np.uint8))
        height, width = values.shape
        image = QImage(values.data, width, height, width, QImage.Format.Format_Grayscale8)
        # Few pixels are shown as what they are.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, max(height, width) > self._side / 2)
        place = self._place()
        painter.drawImage(place, image)
        if self._box is not None:
            left, top, right, bottom = self._box
            scale = place.width() / width
            painter.setPen(QPen(self._theme.colour("compared"), 1.5))
            frame = QRectF(left * scale, top * scale, (right - left) * scale, (bottom - top) * scale)
            painter.drawRect(frame.translated(place.topLeft()))

    def _place(self) -> QRectF:
        height, width = self._pixels.shape
        scale = self._side / max(height, width)
        place = QRectF(0, 0, width * scale, height * scale)
        place.moveCenter(QRectF(self.rect()).center())
        return place
