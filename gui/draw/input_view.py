"""The 28 x 28 picture that the network is shown, pixel by pixel."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from engine.types import CANVAS, FloatArray
from gui.i18n import tr
from gui.theme import Theme

_PIXEL = 6


class InputView(QWidget):
    """Shows (28, 28) values in 0..1, each as a square; the pointer reads them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("input-view")
        self.setAccessibleName(tr("The network's input"))
        self.setAccessibleDescription(tr("The drawing as the network gets it: 28 by 28 pixels, centred."))
        self.setMouseTracking(True)
        self.setFixedSize(self.sizeHint())
        self._theme = theme
        self._pixels: FloatArray = np.zeros((CANVAS, CANVAS), np.float32)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(_PIXEL * CANVAS, _PIXEL * CANVAS)

    @property
    def pixels(self) -> FloatArray:
        """What is shown."""
        return self._pixels

    def show_pixels(self, pixels: FloatArray) -> None:
        """(28, 28) float32 in 0..1."""
        self._pixels = pixels
        self.update()

    def pixel_at(self, position: QPointF) -> tuple[int, int] | None:
        """(row, column) under a position, or None beside the picture."""
        row, column = int(position.y() // _PIXEL), int(position.x() // _PIXEL)
        return (row, column) if 0 <= row < CANVAS and 0 <= column < CANVAS else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.pixel_at(event.position())
        if place is not None:
            text = tr("row {0}, column {1}: {2}", place[0], place[1], f"{self._pixels[place]:.2f}")
            QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        values = np.ascontiguousarray((self._pixels * 255).astype(np.uint8))
        image = QImage(values.data, CANVAS, CANVAS, CANVAS, QImage.Format.Format_Grayscale8)
        painter = QPainter(self)
        painter.drawImage(QRectF(self.rect()), image)
