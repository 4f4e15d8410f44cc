"""The pixels of an image of Qt, as an array."""

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor, QImage


def pixels(image: QImage) -> npt.NDArray[np.uint32]:
    """(height, width) of 0xRRGGBB. A copy: ``constBits`` of an image that nobody holds any more is memory that may
    already be gone, and reading it ends the process."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB32)
    # Its lines have no bytes at their ends: each pixel takes four.
    return np.frombuffer(rgb.constBits(), np.uint32).reshape(rgb.height(), rgb.width()) & 0xFFFFFF


def of(colour: QColor) -> int:
    """The value of a pixel of this colour."""
    return colour.rgb() & 0xFFFFFF
