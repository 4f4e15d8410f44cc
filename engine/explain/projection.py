"""The nearest picture beyond a plane: the step of which a small change of the answer is made."""

import numpy as np

from engine.types import FloatArray


def nearest_beyond(x: FloatArray, gradient: FloatArray, need: float) -> FloatArray:
    """The y nearest to ``x``, all of it in 0..1, with gradient · (y - x) >= need.

    It is x + s gradient, cut off at 0 and 1, with the smallest s that is enough: as s grows pixel after pixel
    comes to its bound, and from one to the next the gain grows evenly. (The same projection as in Croce and Hein 2020.)

    Args:
        x, gradient: (n,) float64, ``x`` in 0..1.
        need: 0 or less is no need: then y is x.

    Returns:
        (n,), new. Where no y is enough, the one that gains the most.
    """
    if need <= 0:
        return x.copy()
    slope = np.abs(gradient)
    room = np.where(gradient > 0, 1 - x, x)
    moving = np.flatnonzero((slope > 0) & (room > 0))
    # The s at which a pixel comes to its bound; from there on its gain is slope times room.
    bound_at = room[moving] / slope[moving]
    order = np.argsort(bound_at, kind="stable")
    moving, bound_at = moving[order], bound_at[order]
    fixed = np.concatenate(([0.0], np.cumsum(slope[moving] * room[moving])))
    # What is left, summed from the end: less what has come to its bound it would not come to 0 exactly.
    rate = np.concatenate((np.cumsum((slope[moving] ** 2)[::-1])[::-1], [0.0]))
    gain = fixed + rate * np.concatenate(([0.0], bound_at))
    if need >= gain[-1]:
        return np.where(gradient > 0, 1.0, np.where(gradient < 0, 0.0, x))
    first = int(np.searchsorted(gain, need)) - 1
    y: FloatArray = np.clip(x + (need - fixed[first]) / rate[first] * gradient, 0, 1)
    return y
