"""A small picture as the network is shown it, pixel by pixel."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from engine.types import FloatArray
from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.keyboard_navigation import Announcer, paint_focus, paint_mark, step, walked


class PixelView(QWidget):
    """Shows (n, n) values in 0..1, white on black, in a square of a fixed size; the pointer reads them, and so do
    the arrow keys."""

    def __init__(self, theme: Theme, name: str, side: int, n: int, parent: QWidget | None = None) -> None:
        """Args:
        name: of the object.
        side: of the square, in the window's units.
        n: pixels a side to begin with.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._side, self._theme = side, theme
        self.setFixedSize(self.sizeHint())
        self._pixels: FloatArray = np.zeros((n, n), np.float32)
        self._box: tuple[float, float, float, float] | None = None
        self._current = (n // 2, n // 2)
        self._voice = Announcer(self)
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
            QToolTip.showText(event.globalPosition().toPoint(), self._sentence(place), self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The keys go on from here."""
        self._current = self.pixel_at(event.position()) or self._current
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = step(event)
        if by is None:
            super().keyPressEvent(event)
            return
        self._current = walked(self._current, by, *self._pixels.shape)
        self.update()
        text = self._sentence(self._current)
        QToolTip.showText(self.mapToGlobal(self._pixel(*self._current).bottomRight().toPoint()), text, self)
        self._voice.say(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._voice.rest()

    def _sentence(self, pixel: tuple[int, int]) -> str:
        return tr("row {0}, column {1}: {2}", pixel[0], pixel[1], f"{self._pixels[pixel]:.2f}")

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
        if self.hasFocus():
            paint_mark(painter, self._pixel(*self._current), self._theme)
            paint_focus(painter, QRectF(self.rect()), self._theme)

    def _pixel(self, row: int, column: int) -> QRectF:
        """Where a pixel stands."""
        place, (height, width) = self._place(), self._pixels.shape
        across, down = place.width() / width, place.height() / height
        return QRectF(place.x() + column * across, place.y() + row * down, across, down)

    def _place(self) -> QRectF:
        height, width = self._pixels.shape
        scale = self._side / max(height, width)
        place = QRectF(0, 0, width * scale, height * scale)
        place.moveCenter(QRectF(self.rect()).center())
        return place
