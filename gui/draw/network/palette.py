"""The colours of activations: 0 is close to the background, negative numbers are blue and positive ones orange."""

import numpy as np
from PySide6.QtGui import QColor, QImage

from engine.types import ByteArray, FloatArray
from gui.theme import Theme, mixed

# Smaller shares are shown stronger than they are, so that differences between small numbers can be seen.
_EXPONENT = 0.8
# Of the text's colour in that of 0; and how far the strongest colours are from "above" and "below".
_ZERO, _EXTREME = 0.09, 0.4
_TURN = 0.62
_STEPS = 255
# Larger numbers come from a training that has failed; their sums might not be finite.
_MOST, _LEAST = 1e30, 1e-30


class Palette:
    """Colours as 0xffrrggbb, uint32: for the numbers from -limit over 0 to limit, and from 0 to 1 for the input."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.follow_theme()

    def follow_theme(self) -> None:
        """Make the colours of the current theme."""
        colour = self._theme.colour
        self.zero = mixed(colour("text"), colour("surface"), _ZERO)
        dark = colour("surface").lightness() < 128
        end = QColor(255, 250, 235) if dark else QColor(20, 15, 25)
        shares = np.abs(np.linspace(-1, 1, _STEPS)) ** _EXPONENT
        signed = []
        for i, share in enumerate(shares.tolist()):
            middle = colour("below" if i < _STEPS // 2 else "above")
            if share < _TURN:
                signed.append(mixed(middle, self.zero, share / _TURN))
            else:
                signed.append(mixed(end, middle, _EXTREME * (share - _TURN) / (1 - _TURN)))
        self.signed = _as_numbers(signed)
        ink, paper = colour("ink"), colour("canvas")
        self.grey = _as_numbers([mixed(ink, paper, i / (_STEPS - 1)) for i in range(_STEPS)])

    def of(self, values: FloatArray, limit: float) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint32]]":
        """Numbers -> colours; from -limit and limit on they do not change any more."""
        values, limit = finite(values, limit)
        scaled = values * np.float32((_STEPS // 2) / limit if limit > _LEAST else 0.0)
        scaled += np.float32(_STEPS // 2 + 0.5)
        np.clip(scaled, 0, _STEPS - 1, out=scaled)
        return self.signed[scaled.astype(np.uint8)]

    def of_ink(self, values: FloatArray) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint32]]":
        """Pixels in 0..1 -> colours."""
        return self.grey[(np.clip(values, 0, 1) * (_STEPS - 1) + 0.5).astype(np.uint8)]

    @staticmethod
    def as_bytes(colours: "np.ndarray[tuple[int, ...], np.dtype[np.uint32]]") -> ByteArray:
        """Colours of any shape -> (*shape, 3) red, green and blue."""
        shifts = np.array([16, 8, 0], np.uint32)
        return (colours[..., None] >> shifts & 255).astype(np.uint8)


def _as_numbers(colours: list[QColor]) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint32]]":
    return np.array([each.rgba() for each in colours], np.uint32)


def finite(values: FloatArray, limit: float) -> tuple[FloatArray, float]:
    """Numbers that colours can be calculated from, and their limit: after a training that failed, only their signs."""
    if limit < _MOST:
        return values, limit
    return np.clip(np.nan_to_num(values, nan=0.0), -1, 1), 1.0


def image_of(colours: "np.ndarray[tuple[int, ...], np.dtype[np.uint32]]") -> QImage:
    """(h, w) colours, premultiplied -> an image that shares their memory: keep the array."""
    height, width = colours.shape
    return QImage(colours.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
