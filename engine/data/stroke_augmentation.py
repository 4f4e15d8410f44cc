"""Random distortion of pen strokes, before they are rendered, as if other people had written them."""

from collections.abc import Sequence

import numpy as np

from engine.data.synthetic.distortion import Distortion
from engine.ink.strokes import Drawing, Stroke, bounds, curve, join_strokes
from engine.types import CANVAS

# The chance, at full strength, that points are left out as a fast mouse leaves them out: then every 2nd to 4th is kept,
# but only of strokes that keep at least 6 points.
_FAST_CHANCE, _FASTEST, _MIN_POINTS = 0.8, 4, 6


def distort_drawings(
    drawings: Sequence[Drawing], rng: np.random.Generator, strength: float = 0.5
) -> list[list[Stroke]]:
    """Each drawing randomly slanted, rotated, squeezed and bent, some with fewer points.

    Args:
        drawings: strokes in canvas units; an empty drawing stays empty.
        strength: from 0 (not at all) to 1 (as varied as people write, see ``Distortion``).

    Returns:
        Drawings as large as the canvas, around (0, 0), with points so close that they need no smoothing.
    """
    return [_distort(drawing, rng, strength) for drawing in drawings]


def _distort(drawing: Drawing, rng: np.random.Generator, strength: float) -> list[Stroke]:
    distort = Distortion(1, rng, slant=0.0, strength=strength)
    every = int(rng.integers(2, _FASTEST + 1)) if rng.random() < _FAST_CHANCE * strength else 1
    box = bounds(drawing)
    if box is None:
        return []
    left, top, right, bottom = box
    scale = 1 / max(right - left, bottom - top, 1e-6)
    # ``Distortion`` expects shapes 1 high with the middle at (0.3, 0.5).
    middle = np.array([(left + right) / 2, (top + bottom) / 2])
    curves = [curve(_thinned(stroke, every)) for stroke in join_strokes(drawing)]
    return [CANVAS * distort(((stroke - middle) * scale + [0.3, 0.5])[None])[0] for stroke in curves]


def _thinned(stroke: Stroke, every: int) -> Stroke:
    """Every so many points and the last one; all points of a stroke that would keep too few."""
    if len(stroke) < _MIN_POINTS * every:
        return stroke
    return np.concatenate((stroke[:-1:every], stroke[-1:]))
