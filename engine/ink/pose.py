"""A drawing somewhere else, turned, larger or smaller, or with a shaking hand: to see what that does to the answer."""

from dataclasses import dataclass

import numpy as np

from engine.ink.strokes import Drawing, Stroke, bounds, curve

# The hand shakes once in so many canvas units.
_SHAKING = 1.5
_SEED = 0


@dataclass(frozen=True)
class Pose:
    """Attributes:
    right, down: how far it is shifted, in canvas units.
    turn: how far it is turned clockwise, in degrees.
    scale: how many times as large it is.
    noise: how far the hand shakes, in canvas units (the standard deviation).
    """

    right: float = 0.0
    down: float = 0.0
    turn: float = 0.0
    scale: float = 1.0
    noise: float = 0.0


def posed(drawing: Drawing, pose: Pose) -> list[Stroke]:
    """The drawing moved about the middle of its box. Without any change the very same points come back.

    The hand shakes the same way each time: with ``noise`` twice as far, twice as far.
    """
    box = bounds(drawing)
    if box is None or pose == Pose():
        return list(drawing)
    left, top, right, bottom = box
    middle = np.array([(left + right) / 2, (top + bottom) / 2])
    angle = np.deg2rad(pose.turn)
    turn = pose.scale * np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    rng = np.random.default_rng(_SEED)
    found = []
    for stroke in drawing:
        if pose.noise:
            stroke = _shaken(stroke, pose.noise, rng)
        moved = (np.asarray(stroke, np.float64) - middle) @ turn + middle + (pose.right, pose.down)
        found.append(moved.astype(np.float32))
    return found


def _shaken(stroke: Stroke, noise: float, rng: "np.random.Generator") -> Stroke:
    """Along the line, a new random place every few units, and a smooth way between them."""
    line = curve(stroke)
    along = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T)))) if len(line) > 1 else np.zeros(1)
    knots = np.arange(0, along[-1] + 2 * _SHAKING, _SHAKING)
    shaking = rng.normal(0, noise, (len(knots), 2))
    return np.column_stack([line[:, i] + np.interp(along, knots, shaking[:, i]) for i in (0, 1)])
