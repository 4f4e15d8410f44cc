"""The curves of a training and of the one before, with the gap between the training and the test images."""

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from engine.i18n import tr
from engine.types import FloatArray
from gui.learn.chapter6.small_training import EPOCHS, Run
from gui.learn.parts.curve_legend import CurveLegend, LegendEntry
from gui.learn.parts.plane import Plane
from gui.theme import Theme
from gui.widgets.cards import column

_ACCURACIES, _LOSSES = (0.0, 102.0), (0.0, 2.6)
# Of the colour of the test images: the area of the gap.
_AREA = 0.16
# Up to this epoch there is no room for words on the left.
_LEFT = 60


class RunCurves(QWidget):
    """Attributes:
    plane: with the curves.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        title = tr("Curves of the training and the test images")
        self.plane = Plane(theme, "run-curves", title, tr("epoch"), "", (0, EPOCHS), _ACCURACIES)
        self._area = _Area(self.plane)
        self.plane.addItem(self._area, ignoreBounds=True)
        self._before = [self.plane.add_line(colour, 0.7, dashed=True) for colour in ("train", "test")]
        self._now = [self.plane.add_line(colour) for colour in ("train", "test")]
        self._edge = self.plane.add_line("text", 0.7)
        self._words = self.plane.add_text("", 0, 0)
        self.plane.restyled.connect(self._restyle)
        self._restyle()
        legend = CurveLegend(theme, "run-curves-legend")
        names = (
            (tr("training images"), "train", False),
            (tr("test images"), "test", False),
            (tr("before"), "muted", True),
        )
        legend.show_entries([LegendEntry(*each) for each in names])
        self.setLayout(column(legend, (self.plane, 1), spacing=2))

    @Slot()
    def _restyle(self) -> None:
        # The words can be read over curves.
        colour = self._theme.colour("surface")
        colour.setAlphaF(0.8)
        self._words.item.fill = pg.mkBrush(colour)

    def show_runs(self, run: Run | None, before: Run | None, losses: bool) -> None:
        """Show the accuracies or the losses of two runs."""
        self.plane.set_ranges((0, EPOCHS), _LOSSES if losses else _ACCURACIES)
        x, ys = _curves(run, losses)
        for lines, (epochs, pair) in ((self._now, (x, ys)), (self._before, _curves(before, losses))):
            for line, y in zip(lines, pair, strict=True):
                line.set_points(epochs, y)
        self._area.show_between(x, ys)
        if not len(x):
            self._edge.set_points(x, x)
            self._words.set_text("" if run is not None else tr("Press Train."))
            self._words.item.setAnchor((0.5, 0.5))
            view = self.plane.seen
            self._words.move_to(view.center().x(), view.center().y())
            return
        train, test = ys[0][-1], ys[1][-1]
        self._edge.set_points(x[[-1, -1]], np.array([train, test]))
        gap = tr("gap {0}", f"{test - train:.2f}") if losses else tr("gap {0} points", f"{train - test:.1f}")
        self._words.set_text(gap)
        self._words.item.setAnchor((1.05 if x[-1] > _LEFT else -0.05, 0.5))
        self._words.move_to(x[-1], (train + test) / 2)


def _curves(run: Run | None, losses: bool) -> tuple[FloatArray, tuple[FloatArray, FloatArray]]:
    points = run.points if run is not None else []
    if losses:
        pairs = [(each.train_loss, each.test_loss) for each in points]
    else:
        pairs = [(100 * each.train_accuracy, 100 * (each.test_accuracy or 0.0)) for each in points]
    values = np.array(pairs, np.float64).reshape(-1, 2)
    return np.array([each.epoch for each in points]), (values[:, 0], values[:, 1])


class _Area(pg.GraphicsObject):
    """The area between two curves."""

    def __init__(self, plane: Plane) -> None:
        super().__init__()
        self.setZValue(-20)
        self._plane = plane
        self._polygon = QPolygonF()

    def show_between(self, x: FloatArray, ys: tuple[FloatArray, FloatArray]) -> None:
        """Fill the area between (n,) and (n,) over x (n,)."""
        self.prepareGeometryChange()
        there, back = (np.stack([x, y], axis=1).tolist() for y in ys)
        self._polygon = QPolygonF([QPointF(*each) for each in (*there, *reversed(back))])
        self.update()

    def boundingRect(self) -> QRectF:
        return self._polygon.boundingRect()

    def paint(self, painter: QPainter, *args: Any) -> None:
        colour = self._plane.theme.colour("test")
        colour.setAlphaF(_AREA)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(self._polygon)
