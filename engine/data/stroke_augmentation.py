"""Pen strokes varied as other hands would have written them: on the strokes, before they are inked."""

from collections.abc import Sequence

import numpy as np

from engine.data.synthetic.distortion import Distortion
from engine.ink.strokes import Drawing, Stroke, bounds, curve, joined
from engine.types import CANVAS

# How often points are left out, at full strength, as a fast mouse leaves them out: up to so many that every 4th is
# kept, and never so many that fewer than 6 points tell a stroke.
_FAST_CHANCE, _FASTEST, _FEWEST = 0.8, 4, 6


def varied(drawings: Sequence[Drawing], rng: np.random.Generator, strength: float = 0.5) -> list[list[Stroke]]:
    """Each drawing slanted, turned, squeezed and bent by a hand of its own, some seen by a faster mouse.

    Args:
        drawings: strokes in canvas units; an empty drawing stays empty.
        strength: how far, from 0 (not at all) to 1 (as far as people's hands go, see ``Distortion``).

    Returns:
        Drawings as large as the canvas, around (0, 0), of points so close that nothing need be smoothed.
    """
    return [_varied(drawing, rng, strength) for drawing in drawings]


def _varied(drawing: Drawing, rng: np.random.Generator, strength: float) -> list[Stroke]:
    hand = Distortion(1, rng, slant=0.0, strength=strength)
    every = int(rng.integers(2, _FASTEST + 1)) if rng.random() < _FAST_CHANCE * strength else 1
    box = bounds(drawing)
    if box is None:
        return []
    left, top, right, bottom = box
    scale = 1 / max(right - left, bottom - top, 1e-6)
    # As the hand has it: 1 high, and the middle at (0.3, 0.5).
    middle = np.array([(left + right) / 2, (top + bottom) / 2])
    written = [curve(_thinned(stroke, every)) for stroke in joined(drawing)]
    return [CANVAS * hand(((stroke - middle) * scale + [0.3, 0.5])[None])[0] for stroke in written]


def _thinned(stroke: Stroke, every: int) -> Stroke:
    """Every so-manieth point and the last one; all of them where too few would be left to tell a curve by."""
    if len(stroke) < _FEWEST * every:
        return stroke
    return np.concatenate((stroke[:-1:every], stroke[-1:]))
