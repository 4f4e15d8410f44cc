"""Arrays of pixels as Qt images, and small images drawn sharply."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from engine.types import CANVAS, ByteArray, FloatArray


def to_image(pixels: ByteArray) -> QImage:
    """(h, w) grey values or (h, w, 3) RGB, uint8 -> an image with a copy of them."""
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape[:2]
    kind = QImage.Format.Format_Grayscale8 if pixels.ndim == 2 else QImage.Format.Format_RGB888
    return QImage(pixels.data, width, height, pixels.strides[0], kind).copy()


def grey_image(values: FloatArray) -> QImage:
    """(h, w) float32 in 0..1, white on black -> an image."""
    return to_image((np.clip(values, 0, 1) * 255).astype(np.uint8))


def blank_pixmap(widget: QWidget, colour: QColor) -> QPixmap:
    """As large as a widget, in the pixels of its screen."""
    ratio = widget.devicePixelRatioF()
    pixmap = QPixmap(widget.size() * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(colour)
    return pixmap


def side(scale: int, ratio: float) -> float:
    """How long, in units of the window, an image's side is at most at ``scale``, on a screen of this pixel ratio.

    Where the screen has 1.5 pixels a unit, twice as large would be uneven: the next smaller whole number is taken.
    """
    return CANVAS * max(int(scale * ratio), 1) / ratio


def paint_pixels(painter: QPainter, image: ByteArray, centre: QPointF, scale: int) -> None:
    """Paint (28, 28) uint8, white ink on black, around a point: each pixel is a square of the screen's pixels."""
    length = side(scale, painter.device().devicePixelRatio())
    # The corner goes to a corner of the screen's pixels, wherever the widget is; halves are always rounded up.
    to_screen = painter.deviceTransform()
    corner = to_screen.map(centre - QPointF(length / 2, length / 2))
    corner = to_screen.inverted()[0].map(QPointF(math.floor(corner.x() + 0.5), math.floor(corner.y() + 0.5)))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(QRectF(corner.x(), corner.y(), length, length), to_image(image))
