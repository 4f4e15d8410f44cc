"""Small images: sharp on every screen."""

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from gui.widgets.pixel_painting import paint_pixels


def test_every_pixel_is_a_square_of_the_screens_pixels() -> None:
    rng = np.random.default_rng(0)
    image = rng.integers(0, 256, (28, 28)).astype(np.uint8)
    for ratio, size in ((1.0, 2), (1.5, 3), (2.0, 4), (1.25, 2), (3.0, 6)):
        side = int(70 * ratio)
        screen = QImage(side, side, QImage.Format.Format_Grayscale8)
        screen.setDevicePixelRatio(ratio)
        painter = QPainter(screen)
        painter.translate(3.3, 1.7)
        paint_pixels(painter, image, QPointF(32, 33), 2)
        painter.end()
        shown = np.frombuffer(screen.constBits(), np.uint8).reshape(side, screen.bytesPerLine())[:, :side]
        left = round((32 + 3.3) * ratio - 14 * size)
        top = round((33 + 1.7) * ratio - 14 * size)
        found = shown[top : top + 28 * size, left : left + 28 * size]
        np.testing.assert_array_equal(found, np.kron(image, np.ones((size, size), np.uint8)))
