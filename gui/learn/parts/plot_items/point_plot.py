"""A plot whose points are moved by mouse, touch or arrow keys."""

from collections.abc import Callable
from functools import partial

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent

from engine.i18n import tr
from gui.learn.parts.plot_items.movable_point import MovablePoint
from gui.theme import Theme
from gui.widgets.announcer import Announcer
from gui.widgets.keyboard_navigation import OwnKeys, by_keys, step

Range = tuple[float, float]
# (x, y) -> where a point goes instead.
Constraint = Callable[[float, float], tuple[float, float]]

# A point is taken from so far away, in pixels: a finger is broad.
_REACH = 24
# An arrow key moves a point by this part of the plane, with Shift by a tenth of it.
_STEPS = 40


class PointPlot(OwnKeys, pg.PlotWidget):
    """The view does not move; Tab goes from point to point. ``Plane`` adds what is drawn beside the points.

    pyqtgraph's own dragging begins only after some distance, and knows no keys.

    Attributes:
        points: the movable points, in the order of Tab.

    Signals:
        clicked: x and y of a click where no point is.
    """

    clicked = Signal(float, float)

    def __init__(self, theme: Theme, axes: dict[str, pg.AxisItem], equal: bool) -> None:
        view = pg.ViewBox(enableMenu=False, enableMouse=False)
        # Without its own enableMenu, the plot would make a menu for the view again.
        super().__init__(viewBox=view, axisItems=axes, enableMenu=False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self.hideButtons()
        self.theme = theme
        self.points: list[MovablePoint] = []
        self._rules: dict[MovablePoint, tuple[Range | None, Range | None, Constraint | None]] = {}
        self._current: MovablePoint | None = None
        self._grip: QPointF | None = None
        self._announcer = Announcer(self)
        self.view: pg.ViewBox = self.getViewBox()
        self.view.setAspectLocked(equal)
        self.view.disableAutoRange()

    def set_ranges(self, x_range: Range, y_range: Range) -> None:
        """Show another part of the plane."""
        self._ranges = x_range, y_range
        self.view.setRange(xRange=x_range, yRange=y_range, padding=0)

    @property
    def seen(self) -> QRectF:
        """What is in view: ``left()`` and ``top()`` are the lowest x and y."""
        return QRectF(self.view.viewRect())

    def add_point(
        self,
        name: str,
        x: float,
        y: float,
        label: str = "",
        colour: str = "accent",
        x_bounds: Range | None = None,
        y_bounds: Range | None = None,
        constraint: Constraint | None = None,
    ) -> MovablePoint:
        """A point that the user moves.

        Args:
            name: for screen readers.
            label: written beside it.
            x_bounds, y_bounds: where it can be moved to; by default what is in view.
            constraint: (x, y) -> where it goes instead, for example onto a curve.
        """
        point = MovablePoint(self.theme, name, label, colour)
        self.addItem(point, ignoreBounds=True)
        self.points.append(point)
        self._rules[point] = x_bounds, y_bounds, constraint
        point.move_to(x, y)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return point

    # -- the mouse; a finger is one for Qt

    def at(self, position: QPointF) -> QPointF:
        """The place in the plane at a position of the widget, in pixels."""
        return QPointF(self.view.mapSceneToView(self.mapToScene(position.toPoint())))

    def pixel(self, x: float, y: float) -> QPointF:
        """The position in the widget, in pixels, of a place in the plane."""
        return QPointF(self.mapFromScene(self.view.mapViewToScene(QPointF(x, y))))

    def _near(self, position: QPointF) -> MovablePoint | None:
        shown = [each for each in self.points if each.isVisible() and each.isEnabled()]
        offsets = [(self.pixel(*each.position) - position, each) for each in shown]
        lengths = [(QPointF.dotProduct(offset, offset), each) for offset, each in offsets]
        distance, point = min(lengths, key=lambda pair: pair[0], default=(0.0, None))
        return point if distance <= self.theme.px(_REACH) ** 2 else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = self._near(event.position())
        if point is not None:
            self._focus(point)
            # It must not jump to the finger.
            self._grip = self.pixel(*point.position) - event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self.view.sceneBoundingRect().contains(self.mapToScene(event.position().toPoint())):
            place = self.at(event.position())
            self.clicked.emit(place.x(), place.y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None and self._current is not None:
            place = self.at(event.position() + self._grip)
            self._move(self._current, place.x(), place.y())
        elif not event.buttons():
            shape = Qt.CursorShape
            self.setCursor(shape.OpenHandCursor if self._near(event.position()) else shape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # For what the plane lies in, which may be scrolled.
        event.ignore()

    def _move(self, point: MovablePoint, x: float, y: float) -> None:
        x_bounds, y_bounds, constraint = self._rules[point]
        seen = self.seen
        x_low, x_high = x_bounds or (seen.left(), seen.right())
        y_low, y_high = y_bounds or (seen.top(), seen.bottom())
        place = min(max(x, x_low), x_high), min(max(y, y_low), y_high)
        if constraint is not None:
            place = constraint(*place)
        if place != point.position:
            point.move_to(*place)
            point.moved.emit(*point.position)

    # -- the keys

    def _focus(self, point: MovablePoint | None) -> None:
        if self._current is not None:
            self._current.set_focused(False)
        self._current = point
        if point is not None:
            point.set_focused(self.hasFocus())

    def _announce(self) -> None:
        if self._current is not None:
            x, y = self._current.position
            self._announcer.announce(tr("{0}: {1}, {2}", self._current.name, f"{x:.4g}", f"{y:.4g}"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        shown = [each for each in self.points if each.isVisible()]
        if by_keys(event) and shown:
            back = event.reason() == Qt.FocusReason.BacktabFocusReason
            self._focus(shown[-1] if back else shown[0])
            self._announce()
        elif self._current is not None:
            self._current.set_focused(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._announcer.reset()
        if self._current is not None:
            self._current.set_focused(False)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes to the next point, and from the last one to the next widget."""
        shown = [each for each in self.points if each.isVisible()]
        if self._current in shown:
            index = shown.index(self._current) + (1 if forward else -1)
            if 0 <= index < len(shown):
                self._focus(shown[index])
                self._announce()
                return True
        return bool(super().focusNextPrevChild(forward))

    def _meaning(self, event: QKeyEvent) -> Callable[[], object] | None:
        by = step(event)
        # A point may be hidden while it has the focus: it is nowhere then.
        if by is None or self._current is None or not self._current.isVisible():
            return None
        fine = 0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
        return partial(self._push, *by, fine)

    def _push(self, down: int, right: int, fine: float) -> None:
        assert self._current is not None
        x, y = self._current.position
        x_step, y_step = ((high - low) / _STEPS * fine for low, high in self._ranges)
        # Without the rounding error of many steps.
        self._move(self._current, float(f"{x + right * x_step:.10g}"), float(f"{y - down * y_step:.10g}"))
        self._announce()
