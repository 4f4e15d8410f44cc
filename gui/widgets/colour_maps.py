"""Numbers as colours.

Blue and orange are distinguishable with every common kind of colour blindness (Okabe and Ito 2008).
"""

import math

import numpy as np
from PySide6.QtGui import QColor

from engine.types import ByteArray, FloatArray

_NEGATIVE, _ZERO, _POSITIVE = (np.array(rgb, np.float32) for rgb in ((0, 114, 178), (247, 247, 247), (213, 94, 0)))
# From this share of a digit's images on, an error has the strongest colour. Fixed, so that networks can be compared.
_STRONGEST = 0.05
_STEPS = 64


def coloured(values: FloatArray, limit: float, signed: bool) -> ByteArray:
    """Numbers of any shape -> colours (*shape, 3) uint8.

    Args:
        limit: numbers from here on have the strongest colour.
        signed: whether numbers may be negative: blue over white to orange. Otherwise black to white.
    """
    share = np.clip(values / limit if limit > 0 else np.zeros_like(values), -1 if signed else 0, 1)[..., None]
    if not signed:
        return np.repeat((255 * share).astype(np.uint8), 3, axis=-1)
    positive, negative = np.maximum(share, 0), np.maximum(-share, 0)
    colours: FloatArray = _ZERO + positive * (_POSITIVE - _ZERO) + negative * (_NEGATIVE - _ZERO)
    return colours.astype(np.uint8)


def ramp(weakest: QColor, strongest: QColor) -> list[QColor]:
    """Colours from one to another, in steps that look equally large (in CIELAB)."""
    # Imported here: it would delay the start.
    from pyqtgraph.functions import CIELabColor, colorCIELab

    first, last = colorCIELab(weakest), colorCIELab(strongest)
    return [CIELabColor(*(first + (last - first) * i / (_STEPS - 1))) for i in range(_STEPS)]


def shade(colours: list[QColor], share: float) -> QColor:
    """The colour, on a ``ramp``, of an error that happens to this share of a digit's images.

    With the root, one image in a thousand looks different from three, and three from ten.
    """
    return colours[round(math.sqrt(min(share / _STRONGEST, 1.0)) * (len(colours) - 1))]
