"""Where the first layer moves the points of the plane to, with the line of the second layer."""

import numpy as np
from PySide6.QtCore import QVariantAnimation, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from engine.i18n import tr
from engine.types import FloatArray
from gui.learn.chapter2.movable_line import MovableLine
from gui.learn.parts.plane import Plane
from gui.theme import Theme
from gui.widgets.cards import button, column, label, row, slider

VIEW = (-0.4, 1.4)
_MIDDLE = 0.5
_SECONDS = 1.4
# The slider's steps; the number of dots in each direction.
_STEPS, _DOTS = 100, 17
# Names of points that are closer than this, across and up, are written side by side.
_NEAR = np.array([0.36, 0.2])
# Where the name of a point is: above the upper ones, below the lower ones.
_ABOVE, _BELOW = (0.5, 1.45), (0.5, -0.45)


class InputPoints:
    """The four rows of the truth table in a plane: those that XOR wants to be 1 are filled, the others are rings."""

    def __init__(self, plane: Plane, rows: tuple[tuple[int, int], ...], wanted: tuple[int, ...]) -> None:
        self._rows, self._ones = rows, np.array(wanted) == 1
        self._filled = plane.add_marks("above", size=14)
        self._rings = plane.add_marks("below", size=14, hollow=True)
        for each in (self._filled, self._rings):
            each.item.setZValue(40)
        self._names = [plane.add_text("", 0, 0, anchor=_ABOVE) for _ in rows]
        # The text of each name, and whether it is above its point: to set them takes time.
        self._shown: list[tuple[str, bool]] = [("", True)] * len(rows)

    def show_at(self, places: FloatArray) -> None:
        """Put them at places (4, 2)."""
        for marks, chosen in ((self._filled, self._ones), (self._rings, ~self._ones)):
            marks.set_points(*places[chosen].T)
        for index, place in enumerate(places):
            together = [i for i in range(len(places)) if (np.abs(places[i] - place) < _NEAR).all()]
            text = " ".join(f"({a},{b})" for a, b in (self._rows[i] for i in together)) if index == together[0] else ""
            upper = place[1] >= _MIDDLE
            if (text, upper) != self._shown[index]:
                self._shown[index] = (text, upper)
                self._names[index].set_text(text)
                self._names[index].item.setAnchor(_ABOVE if upper else _BELOW)
            self._names[index].move_to(*place)


class FoldedPlane(QWidget):
    """A slider moves dots and points from where they are in the first plane to where the first layer puts them.

    Attributes:
        heading: the title above the plane.
        controls: the slider with its button, to be put elsewhere.
        output: the line of the second layer.
        lattice: (n, 2): where the dots are in the first plane.
    """

    def __init__(self, theme: Theme, rows: tuple[tuple[int, int], ...], wanted: tuple[int, ...]) -> None:
        super().__init__()
        title = tr("After the first layer")
        self.plane = Plane(theme, "folded-plane", title, "s1", "s2", VIEW, VIEW, equal=True)
        places = np.linspace(*VIEW, _DOTS)
        self.lattice: FloatArray = np.stack(np.meshgrid(places, places), axis=-1).reshape(-1, 2)
        self._dots = self.plane.add_marks("muted", size=3)
        self._points = InputPoints(self.plane, rows, wanted)
        self._start = np.array(rows, np.float64)
        self._ends: tuple[FloatArray, FloatArray] = (self.lattice, self._start)
        self.output = MovableLine(self.plane, "y", "text")
        self._slider = slider("fold", tr("How far the plane is folded, in percent"), most=_STEPS)
        self._slider.setValue(_STEPS)
        self._slider.valueChanged.connect(self._show)
        self._animation = QVariantAnimation(self, duration=round(1000 * _SECONDS))
        self._animation.setStartValue(0)
        self._animation.setEndValue(_STEPS)
        self._animation.valueChanged.connect(self._slider.setValue)
        fold = button(tr("Fold"), "fold-play", self._animation.start)
        fold.setToolTip(tr("Show how the first layer moves the points of the plane"))
        self.controls = row(fold, (self._slider, 1), spacing=6)
        self.heading = label(title, "muted")
        self.setLayout(column(self.heading, (self.plane, 1), spacing=2))

    def show_map(self, lattice: FloatArray, points: FloatArray) -> None:
        """Where the first layer moves the dots (n, 2) and the four points (4, 2) to."""
        self._ends = lattice, points
        self._show()

    def fold(self) -> None:
        """Show where they are moved to."""
        self._animation.stop()
        self._slider.setValue(_STEPS)

    @Slot()
    def _show(self) -> None:
        share = self._slider.value() / _STEPS
        self._dots.set_points(*((1 - share) * self.lattice + share * self._ends[0]).T)
        self._points.show_at((1 - share) * self._start + share * self._ends[1])

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.fold()
