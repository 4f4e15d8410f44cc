"""The axes of a plot and their view, which mouse and keys move and zoom."""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QGraphicsRectItem

from engine.i18n import tr
from gui.theme import Theme
from gui.widgets.keyboard_navigation import OwnKeys, by_keys, plain, step
from gui.widgets.plots.elided_axis import ElidedAxis

# From here on numbers are written as 1.0e4.
_LARGE = 10_000
# A key moves by this part of the view, or zooms by this factor.
_STEP, _CLOSER = 0.1, 0.8
# A rectangle that is smaller than this in one direction, in pixels, takes all of that direction; in both it is a click.
_SMALLEST = 10
# Beside the numbers of the vertical axis and its title, and between two numbers of an axis, at least: in text heights.
_BESIDE, _APART = 0.8, 2.2
# The mark of a cut axis: where it begins above the axis' end, beside no number, and the width of its teeth.
_ABOVE, _TOOTH = 10, 6
# From so many lines of text in height on, the axes have titles.
_TITLED = 11

_Key = Qt.Key
# By how much a key scales the epochs and the values in view.
_ZOOMS: dict[int, tuple[float, float]] = {
    _Key.Key_Plus: (_CLOSER, 1),
    _Key.Key_Equal: (_CLOSER, 1),
    _Key.Key_Minus: (1 / _CLOSER, 1),
    _Key.Key_PageUp: (1, _CLOSER),
    _Key.Key_PageDown: (1, 1 / _CLOSER),
}


class _Axis(ElidedAxis):
    """Round numbers, as many as there is room for; large ones are written short, or they would fill the plot.

    There are no small ticks and no grid: drawing these takes longer than drawing all curves.
    """

    def __init__(self, side: str, title: str) -> None:
        super().__init__(side)
        self._title = title
        self._cut = False
        self._zoom, self._behind = 1.0, QColor()
        self.enableAutoSIPrefix(False)

    def restyle(self, theme: Theme, font: QFont) -> None:
        """Apply the theme's colours and its zoom."""
        metrics = QFontMetrics(font)
        self._zoom, self._behind = theme.scale, theme.colour("surface")
        self.setTickFont(font)
        self.setPen(theme.colour("line"))
        self.setTextPen(theme.colour("muted"))
        if self.orientation == "left":
            self.setWidth(round((1 + _BESIDE) * metrics.height() + metrics.horizontalAdvance("0.005")))
        self._show_title(font)

    def set_cut(self, cut: bool) -> None:
        """Whether it does not begin at 0: small differences look large then, so it is marked."""
        if cut != self._cut:
            self._cut = cut
            self._show_title(self.style["tickFont"])
            self.picture = None
            self.update()

    def _show_title(self, font: QFont) -> None:
        title = tr("{0}, not from 0", self._title) if self._cut else self._title
        # Without its colour it would be black.
        self.setLabel(title, **{"font-size": f"{font.pointSizeF():.1f}pt", "color": self.textPen().color().name()})

    def drawPicture(self, p: QPainter, axisSpec: Any, tickSpecs: Any, textSpecs: Any) -> None:
        super().drawPicture(p, axisSpec, tickSpecs, textSpecs)
        if not self._cut:
            return
        _, _, end = axisSpec
        tooth, start = _TOOTH * self._zoom, end.y() - _ABOVE * self._zoom
        teeth = [QPointF(end.x() - (i % 2) * tooth, start - i * tooth * 0.6) for i in range(6)]
        p.setPen(pg.mkPen(self._behind, width=3 * self._zoom))
        p.drawLine(teeth[0], teeth[-1])
        p.setPen(pg.mkPen(self.textPen().color(), width=2 * self._zoom))
        p.drawPolyline(QPolygonF(teeth))

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        return [(self.round_spacing(low, high, size, _APART), 0.0)]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        if max(map(abs, values), default=0.0) < _LARGE:
            return list(super().tickStrings(values, scale, spacing))
        return [f"{value:.1e}".replace("e+0", "e").replace("e+", "e") if value else "0" for value in values]


class _View(pg.ViewBox):
    """Dragging marks a rectangle to zoom to; with Shift, with the middle button or on an axis it moves the view."""

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self.rectangle = QGraphicsRectItem()
        self.rectangle.setZValue(1e9)
        self.rectangle.hide()
        self.addItem(self.rectangle, ignoreBounds=True)

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if axis is not None or shift or event.button() is not Qt.MouseButton.LeftButton:
            # The right button would zoom, which is unexpected.
            if event.button() is not Qt.MouseButton.RightButton:
                super().mouseDragEvent(event, axis)
            return
        event.accept()
        area = self.boundingRect()
        marked = QRectF(QPointF(event.buttonDownPos()), QPointF(event.pos())).normalized() & area
        wide, high = marked.width() >= _SMALLEST, marked.height() >= _SMALLEST
        if not wide:
            marked.setLeft(area.left())
            marked.setRight(area.right())
        if not high:
            marked.setTop(area.top())
            marked.setBottom(area.bottom())
        marked = self.childGroup.mapRectFromParent(marked)
        self.rectangle.setRect(marked)
        self.rectangle.setVisible((wide or high) and not event.isFinish())
        if (wide or high) and event.isFinish():
            x = (marked.left(), marked.right()) if wide else None
            y = (marked.top(), marked.bottom()) if high else None
            self.setRange(xRange=x, yRange=y, padding=0)
            self.sigRangeChangedManually.emit([wide, high])


class Surface(OwnKeys, pg.PlotWidget):
    """Axes and view of a plot.

    Signals:
        hovered: the x under the mouse, or None once the mouse has left.
        back, reset: the user wants the previous view, or the whole training.

    Attributes:
        following: whether it shows the range of ``set_whole``, and not a view that the user has chosen.
    """

    hovered = Signal(object)
    back = Signal()
    reset = Signal()

    def __init__(self, *titles: str) -> None:
        """Args:
        titles: of the horizontal and the vertical axis.
        """
        pg.setConfigOption("antialias", True)
        self._view = _View()
        self._axes = {side: _Axis(side, title) for side, title in zip(("bottom", "left"), titles, strict=True)}
        self.following = True
        # The arguments of the last ``set_whole``. The next line already calls ``resizeEvent``.
        self._asked: tuple[float, ...] = ()
        super().__init__(viewBox=self._view, axisItems=self._axes)
        self._whole: tuple[float, ...] = ()
        self._x: float | None = None
        self._accent = QColor()
        self._view.disableAutoRange()
        self.hideButtons()
        self._view.sigYRangeChanged.connect(self._mark_cut)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def recolour(self, theme: Theme) -> None:
        """Apply the theme's colours and its zoom."""
        self._accent = theme.colour("accent")
        self.setBackground(theme.colour("surface"))
        for axis in self._axes.values():
            axis.restyle(theme, QApplication.font())
        inside = QColor(self._accent)
        inside.setAlpha(40)
        self._view.rectangle.setPen(pg.mkPen(self._accent, width=1))
        self._view.rectangle.setBrush(inside)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        # In a low plot the titles of the axes would leave no room for the curves.
        titled = self.height() >= _TITLED * QFontMetrics(QApplication.font()).height()
        for axis in self._axes.values():
            if axis.label.isVisible() != titled:
                axis.showLabel(titled)
        if self._asked and self.following:
            self.set_whole(*self._asked)

    # -- the view

    @property
    def seen(self) -> tuple[float, float, float, float]:
        """The lowest and the highest x and y in view."""
        x, y = self._view.viewRange()
        return float(x[0]), float(x[1]), float(y[0]), float(y[1])

    @property
    def shows_everything(self) -> bool:
        """Whether it shows the range of the last ``set_whole``."""
        x0, x1, y0, y1 = self._whole
        tolerance = np.repeat((0.005 * (x1 - x0), 0.005 * (y1 - y0)), 2)
        return bool((np.abs(np.subtract(self.seen, self._whole)) < tolerance).all())

    def set_whole(self, x_end: float, low: float, high: float, top: float) -> None:
        """The whole is 0 to ``x_end`` and ``low`` to ``high``: show it, unless the user has chosen another view.

        Args:
            top: the highest value of all, to which the user can move.
        """
        self._asked = (x_end, low, high, top)
        # Some margin on the right and above, or the last point and the highest number would be cut in half.
        half_a_line = QFontMetrics(QApplication.font()).height() / 2 / max(self.height(), 1)
        high += max(0.03, half_a_line) * (high - low)
        self._whole = (0.0, 1.03 * x_end, low, high)
        self._view.setLimits(xMin=0, xMax=1.03 * x_end, yMin=0, yMax=max(high, 1.03 * top))
        if self.following:
            self.show_range(self._whole)

    def show_range(self, seen: tuple[float, ...]) -> None:
        """Show these: the lowest and the highest x and y; with two values only x changes."""
        self._view.setRange(xRange=seen[:2], yRange=seen[2:] or None, padding=0)

    @Slot()
    def _mark_cut(self) -> None:
        _, _, low, high = self.seen
        self._axes["left"].set_cut(low > 1e-6 * high)

    # -- the mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        point = self.mapToScene(event.position().toPoint())
        inside = self._view.sceneBoundingRect().contains(point)
        self._x = float(self._view.mapSceneToView(point).x()) if inside else None
        self.hovered.emit(self._x)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.reset.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._x = None
        self.hovered.emit(None)

    # -- the keys

    def _meaning(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does while the plot has the focus; elsewhere Backspace clears the canvas."""
        key, move = event.key(), step(event)
        if not plain(event):
            return None
        if move is not None:
            return partial(self._move, *move)
        if key in _ZOOMS:
            return partial(self._zoom, _ZOOMS[key])
        others: dict[int, Callable[[], object]] = {_Key.Key_Backspace: self.back.emit, _Key.Key_Home: self.reset.emit}
        return others.get(key)

    def _move(self, down: int, right: int) -> None:
        seen = self._view.viewRect()
        self._view.translateBy(x=_STEP * right * seen.width(), y=-_STEP * down * seen.height())
        self._view.sigRangeChangedManually.emit([True, True])

    def _zoom(self, factors: tuple[float, float]) -> None:
        """Towards the mouse, or the middle, and towards the lowest value in view."""
        x = self._view.viewRect().center().x() if self._x is None else self._x
        self._view.scaleBy(factors, center=pg.Point(x, self.seen[2]))
        self._view.sigRangeChangedManually.emit([True, True])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if by_keys(event):
            self._view.setBorder(pg.mkPen(self._accent, width=2))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._view.setBorder(None)
