"""A line w1 x + w2 y + b = 0 in a plane that the user moves and turns."""

import math
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.i18n import tr
from engine.types import FloatArray
from gui.learn.parts.plane import Plane

# How far the two outer handles are from the middle one, and how long the arrow is to the side where the sum is above 0.
_HANDLE, _ARROW = 0.55, 0.17
# The parts of the arrow's head.
_HEAD = 0.05
# Where the name is, along the line and across it, from the middle.
_NAME = 0.35, 0.12
_FAR = 100.0
# Handles that are closer together than this give no direction.
_LEAST_LENGTH = 0.01


class MovableLine(QObject):
    """The middle handle moves the line, the outer ones turn it; an arrow points to the side where the sum is above 0.

    Attributes:
        weights: w1, w2 and b; only to be read.

    Signals:
        moved: by the user; ``set_weights`` emits nothing.
    """

    moved = Signal()

    def __init__(self, plane: Plane, name: str, colour: str, decimals: int = 2) -> None:
        """Args:
        name: is written beside the middle handle.
        decimals: the weights are rounded to so many.
        """
        super().__init__(plane)
        self._plane, self._decimals = plane, decimals
        self.weights = (0.0, 0.0, 0.0)
        self._movable = True
        self._line, self._arrow = plane.add_line(colour, 1.3), plane.add_line(colour, 1.3)
        # Its name is read out with its place.
        self._middle = plane.add_point(tr("{0}: move the line", name), 0, 0, name, colour)
        self._ends = [
            plane.add_point(tr("{0}: turn the line at one end", name), 0, 0, "", colour),
            plane.add_point(tr("{0}: turn the line at the other end", name), 0, 0, "", colour),
        ]
        # In place of the handles where the line cannot be moved.
        self._name = plane.add_text(name, 0, 0, colour)
        self._middle.moved.connect(self._move)
        for index, end in enumerate(self._ends):
            end.moved.connect(partial(self._turn, index))

    def set_weights(self, w1: float, w2: float, b: float) -> None:
        """Show another line; none where both weights are 0."""
        self.weights = w1, w2, b
        length = math.hypot(w1, w2)
        if length == 0 or not math.isfinite(length + b):
            self._place(np.full(2, math.nan), np.zeros(2))
            return
        normal = np.array([w1, w2]) / length
        centre = np.array([self._plane.seen.center().x(), self._plane.seen.center().y()])
        # The point of the line that is closest to the centre of the view.
        self._place(centre - (normal @ centre + b / length) * normal, normal)

    def set_movable(self, movable: bool) -> None:
        """Show or hide the handles."""
        self._movable = movable
        self.set_weights(*self.weights)

    def _place(self, middle: FloatArray, normal: FloatArray) -> None:
        along = np.array([normal[1], -normal[0]])
        shown = self._movable and bool(np.isfinite(middle).all())
        for share, handle in zip((-1, 0, 1), (self._ends[0], self._middle, self._ends[1]), strict=True):
            handle.move_to(*(middle + share * _HANDLE * along if shown else np.full(2, math.nan)))
        self._draw(middle, normal)

    def _draw(self, middle: FloatArray, normal: FloatArray) -> None:
        along = np.array([normal[1], -normal[0]])
        ends = np.stack([middle - _FAR * along, middle + _FAR * along])
        self._line.set_points(ends[:, 0], ends[:, 1])
        tip = middle + _ARROW * normal
        back = tip - _HEAD * normal
        arrow = np.stack([middle, tip, back + _HEAD * 0.7 * along, tip, back - _HEAD * 0.7 * along])
        self._arrow.set_points(arrow[:, 0], arrow[:, 1])
        self._name.set_visible(not self._movable and bool(np.isfinite(tip).all()))
        if np.isfinite(tip).all():
            self._name.move_to(*(middle + _NAME[0] * along + _NAME[1] * normal))

    def _move(self, x: float, y: float) -> None:
        ends = [np.array(end.position) for end in self._ends]
        by = np.array([x, y]) - (ends[0] + ends[1]) / 2
        for end, position in zip(self._ends, ends, strict=True):
            end.move_to(*(position + by))
        self._follow()

    def _turn(self, index: int, x: float, y: float) -> None:
        other = np.array(self._ends[1 - index].position)
        if math.dist((x, y), other) > _LEAST_LENGTH:
            self._middle.move_to(*((other + np.array([x, y])) / 2))
            self._follow()

    def _follow(self) -> None:
        """The weights are perpendicular to the line, and as long as before."""
        first, second = (np.array(end.position) for end in self._ends)
        along = (second - first) / math.dist(first, second)
        w = np.array([-along[1], along[0]]) * math.hypot(*self.weights[:2])
        numbers = (float(w[0]), float(w[1]), -float(w @ first))
        self.weights = tuple(round(each, self._decimals) for each in numbers)  # type: ignore[assignment]
        length = math.hypot(*self.weights[:2])
        self._draw((first + second) / 2, np.array(self.weights[:2]) / (length or 1))
        self.moved.emit()
