"""A drawing moved, rotated, scaled or jittered, to see how that changes the prediction."""

from dataclasses import dataclass

import numpy as np

from .strokes import Drawing, Stroke, bounds, curve

# Canvas units between the random offsets of the jitter.
_JITTER_STEP = 1.5
_SEED = 0


@dataclass(frozen=True)
class Pose:
    """Attributes:
    right, down: the shift, in canvas units.
    turn: the rotation clockwise, in degrees.
    scale: the factor of the size.
    noise: the jitter's standard deviation, in canvas units.
    """

    right: float = 0.0
    down: float = 0.0
    turn: float = 0.0
    scale: float = 1.0
    noise: float = 0.0


def apply_pose(drawing: Drawing, pose: Pose) -> list[Stroke]:
    """The drawing transformed about the middle of its box; the default pose returns the same points.

    The jitter is the same each time, in proportion to ``noise``.
    """
    box = bounds(drawing)
    if box is None or pose == Pose():
        return list(drawing)
    left, top, right, bottom = box
    middle = np.array([(left + right) / 2, (top + bottom) / 2])
    angle = np.deg2rad(pose.turn)
    matrix = pose.scale * np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    rng = np.random.default_rng(_SEED)
    result = []
    for stroke in drawing:
        if pose.noise:
            stroke = _jittered(stroke, pose.noise, rng)
        moved = (np.asarray(stroke, np.float64) - middle) @ matrix + middle + (pose.right, pose.down)
        result.append(moved.astype(np.float32))
    return result


def _jittered(stroke: Stroke, noise: float, rng: np.random.Generator) -> Stroke:
    """With a random offset every few units along the line, interpolated in between."""
    line = curve(stroke)
    along = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T)))) if len(line) > 1 else np.zeros(1)
    knots = np.arange(0, along[-1] + 2 * _JITTER_STEP, _JITTER_STEP)
    offsets = rng.normal(0, noise, (len(knots), 2))
    return np.column_stack([line[:, i] + np.interp(along, knots, offsets[:, i]) for i in (0, 1)])
