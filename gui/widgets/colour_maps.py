"""Numbers as colours.

Blue and orange can be told apart with every common kind of colour blindness (Okabe and Ito 2008).
"""

import math

import numpy as np
from PySide6.QtGui import QColor

from engine.types import ByteArray, FloatArray

_NEGATIVE, _ZERO, _POSITIVE = (np.array(rgb, np.float32) for rgb in ((0, 114, 178), (247, 247, 247), (213, 94, 0)))
# From this share of a digit's images on, an error has the strongest colour. Fixed, so that networks can be compared.
_STRONGEST = 0.05
_STEPS = 64

# Linear sRGB to the responses of the eye's cones, and their cube roots to lightness and two opponent colours: OKLab,
# by B. Ottosson, "A perceptual color space for image processing" (2020).
_TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


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
    """Colours from one to another, in steps that look equally large."""
    first, last = _lab(weakest), _lab(strongest)
    return [_colour(first + (last - first) * i / (_STEPS - 1)) for i in range(_STEPS)]


def strength(share: float) -> float:
    """How strongly, 0 to 1, an error is coloured that happens to this share of a digit's images.

    With the root, one image in a thousand looks different from three, and three from ten.
    """
    return math.sqrt(min(share / _STRONGEST, 1.0))


def shade(colours: list[QColor], share: float) -> QColor:
    """The colour of such an error on a ``ramp``."""
    return colours[round(strength(share) * (len(colours) - 1))]


def _lab(colour: QColor) -> FloatArray:
    encoded = np.array([colour.redF(), colour.greenF(), colour.blueF()])
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    lab: FloatArray = _TO_LAB @ np.cbrt(_TO_CONES @ linear)
    return lab


def _colour(lab: FloatArray) -> QColor:
    linear = np.linalg.solve(_TO_CONES, np.linalg.solve(_TO_LAB, lab) ** 3).clip(0, 1)
    encoded = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return QColor(*(int(part) for part in np.rint(255 * encoded)))
