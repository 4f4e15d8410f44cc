"""The answer wherever the picture is pushed: what the network makes of the digit is not where it stands."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from engine.nn.network import Network
from engine.types import CANVAS, CLASSES, ByteArray, FloatArray


@dataclass(frozen=True, eq=False)
class ShiftMap:
    """Attributes:
    reach: how many pixels the picture was pushed at most, up, down, left and right.
    digits: (2 reach + 1, 2 reach + 1) uint8, the likeliest digit. [reach + down, reach + right] is the answer to
        the picture pushed by (down, right) pixels, up and left below 0; the middle is the picture as it is.
    probabilities: of these digits, in the same order, float32.
    """

    reach: int
    digits: ByteArray
    probabilities: FloatArray


def shift_map(
    network: Network, picture: FloatArray, reach: int = 8, keep_going: Callable[[], bool] = lambda: True
) -> ShiftMap | None:
    """Read a picture (28, 28) at every place at most ``reach`` pixels from its own.

    What leaves the picture is lost, and black comes in.

    Returns:
        None where ``keep_going`` said no: it is asked before each batch.
    """
    side = 2 * reach + 1
    # The 28 x 28 window that begins highest in the padded picture sees it pushed down the farthest.
    windows = sliding_window_view(np.pad(picture, reach), (CANVAS, CANVAS))[::-1, ::-1]
    shifted = windows.reshape(side * side, CANVAS * CANVAS)
    found = np.empty((len(shifted), CLASSES), np.float32)
    for start in range(0, len(shifted), network.max_batch):
        if not keep_going():
            return None
        part = slice(start, start + network.max_batch)
        found[part] = network.predict(shifted[part])
    digits = found.argmax(axis=1).astype(np.uint8)
    return ShiftMap(reach, digits.reshape(side, side), found.max(axis=1).reshape(side, side))
