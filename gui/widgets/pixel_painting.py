"""A small picture, drawn so that each of its pixels is a square of the screen's own pixels."""

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from engine.types import CANVAS, ByteArray


def side(scale: int, ratio: float) -> float:
    """How long, in units of the window, a picture's side is at most at ``scale``, on a screen of this pixel ratio.

    Where the screen has 1.5 pixels a unit, twice as large would be uneven: the next smaller whole number is taken.
    """
    return CANVAS * max(int(scale * ratio), 1) / ratio


def paint_pixels(painter: QPainter, picture: ByteArray, centre: QPointF, scale: int) -> None:
    """Paint (28, 28) uint8, white ink on black, around a point."""
    device = painter.device()
    length = side(scale, device.devicePixelRatio())
    # The corner goes to a corner of the screen's pixels, wherever the widget lies; halves all to the same side.
    to_screen = painter.deviceTransform()
    corner = to_screen.map(centre - QPointF(length / 2, length / 2))
    corner = to_screen.inverted()[0].map(QPointF(math.floor(corner.x() + 0.5), math.floor(corner.y() + 0.5)))
    values = picture.tobytes()
    image = QImage(values, CANVAS, CANVAS, CANVAS, QImage.Format.Format_Grayscale8)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(QRectF(corner.x(), corner.y(), length, length), image)
