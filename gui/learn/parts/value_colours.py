"""Numbers as the colours of cells and neurons."""

import math

from PySide6.QtGui import QColor

from gui.theme import Theme, mixed

# The strongest colour, as a share of the named one: the text on it can still be read.
_STRONGEST = 0.5


def signed_colour(theme: Theme, value: float, limit: float) -> QColor:
    """Blue for negative numbers, the surface for 0, orange for positive ones; from ``limit`` on it stays the same."""
    ground = theme.colour("surface")
    if math.isnan(value) or limit <= 0:
        return ground
    share = min(abs(value) / limit, 1.0) if math.isfinite(limit) else 0.0
    return mixed(theme.colour("above" if value > 0 else "below"), ground, _STRONGEST * share)
