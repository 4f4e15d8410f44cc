"""Round numbers, at which an axis ends and its numbers are."""

import math


def nice_above(value: float, steps: tuple[float, ...] = (1, 1.5, 2, 3, 4, 5, 6, 8, 10)) -> float:
    """The next round number from ``value`` > 0 on: an axis that ends there need not change at every point."""
    scale = 10.0 ** math.floor(math.log10(value))
    return next((step * scale for step in steps if step * scale >= value * (1 - 1e-9)), 10 * scale)
