"""The digits that are drawn in the pictures."""

import itertools

import numpy as np

from engine.ink.strokes import Stroke

# Strokes of points x,y on the canvas of 28 x 28; the line between them is smooth, with a corner at "x,y!".
_DIGITS = {
    2: ("8.5,9.5 10,6 14,4.5 18,6 19,10 16,15 11.5,20 8,23.5! 14,23.2 20.5,22.8",),
    3: (
        "8,8 10.5,5.3 14.5,4.4 18.5,6 19,9.6 16.5,12.6 13,13.6! 17,14.2 20,17.6 19.5,21.8 15.5,24.4 10.5,23.8 7.5,21.2",
    ),
    4: ("11.5,5 10,10 8,15.8! 14,15.9 20.5,15.3", "17.5,8.5 16.9,16 16.3,24"),
    7: ("8,6 13.5,5.6 19.5,5.3! 16.8,11 14.4,17 13,23.8",),
    8: (
        "18.2,8 15.5,5 11.5,5.2 9.6,8.6 12.5,12.6 17,15.6 18.8,19.6 16.5,23.4 12,23.8 9.2,20.8 10.8,16.8 14.6,13.2 "
        "17.8,10.2 18.6,7.6",
    ),
}
_POINTS = 8


def strokes_of(digit: int, scale: float = 1.0, right: float = 0.0, down: float = 0.0) -> list[Stroke]:
    """The strokes of a digit, perhaps smaller, moved from the middle of the canvas."""
    move = np.array([14 + right, 14 + down])
    return [((_smooth(text) - 14) * scale + move).astype(np.float32) for text in _DIGITS[digit]]


def _smooth(text: str) -> np.ndarray:
    """(n, 2) points of Catmull-Rom curves."""
    words = text.split()
    points = np.array([[float(each) for each in word.rstrip("!").split(",")] for word in words])
    corners = [0, *(i for i, word in enumerate(words) if word.endswith("!")), len(words) - 1]
    parts = [points[:1]]
    for first, last in itertools.pairwise(corners):
        part = points[first : last + 1]
        p = np.concatenate([part[:1], part, part[-1:]])
        for i in range(len(part) - 1):
            t = np.linspace(0, 1, _POINTS + 1)[1:, None]
            a, b, c, d = p[i : i + 4]
            parts.append(
                0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
            )
    return np.concatenate(parts)
