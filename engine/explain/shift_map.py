"""The predictions for an image shifted in every direction."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from ..nn.losses import even_where_not_finite, overflowing
from ..nn.network import Network
from ..types import CANVAS, CLASSES, ByteArray, FloatArray


@dataclass(frozen=True, eq=False)
class ShiftMap:
    """Attributes:
    digits: (2 reach + 1, 2 reach + 1) uint8, the predicted digit. [reach + down, reach + right] is that of the image
        shifted by (down, right) pixels, negative for up and left; the middle is that of the image as it is.
    probabilities: of these digits, in the same order, float32.
    """

    digits: ByteArray
    probabilities: FloatArray


@overflowing
def shift_map(
    network: Network, image: FloatArray, reach: int = 8, keep_going: Callable[[], bool] = lambda: True
) -> ShiftMap | None:
    """Predict an image (28, 28) with every shift up to ``reach`` pixels; black pixels fill the border.

    Returns:
        None where ``keep_going`` returned False.
    """
    side = 2 * reach + 1
    # The uppermost window of the padded image has it shifted down the farthest, so the order is reversed.
    windows = sliding_window_view(np.pad(image, reach), (CANVAS, CANVAS))[::-1, ::-1]
    shifted = windows.reshape(side * side, CANVAS * CANVAS)
    found = np.empty((len(shifted), CLASSES), np.float32)
    for start in range(0, len(shifted), network.max_batch):
        if not keep_going():
            return None
        batch = slice(start, start + network.max_batch)
        found[batch] = even_where_not_finite(network.predict(shifted[batch]))
    digits = found.argmax(axis=1).astype(np.uint8)
    return ShiftMap(digits.reshape(side, side), found.max(axis=1).reshape(side, side))
