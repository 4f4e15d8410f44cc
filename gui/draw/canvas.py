"""The canvas: 28 x 28 units shown as large as there is room for, drawn on with mouse, touch, pen or keys."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from engine.i18n import tr
from engine.ink.strokes import Stroke, is_resampled
from engine.types import CANVAS, FloatArray
from gui.draw.drawing_model import Content, DrawingModel
from gui.draw.keyboard_pen import KeyboardPen
from gui.draw.number.digit_frames import DigitFrames
from gui.draw.number.number_digits import Number
from gui.draw.stroke_painting import STEP, is_rough, paint_stroke
from gui.theme import Theme
from gui.widgets.announcer import Announcer
from gui.widgets.keyboard_navigation import by_keys
from gui.widgets.pixel_painting import blank_pixmap, grey_image

_CORNER_RADIUS = 10.0
# Canvas units: a stroke is recorded as far beside the canvas as this. A pen that slips off the edge stays within half
# the canvas; a pointer that goes on to another screen would make the digit a dot.
_BESIDE = CANVAS / 2
_LEAST_SIDE = 200
# A new point changes the curve between so many of its last points.
_CHANGED = 4

# Of a mouse and of a pen; the second press of a double click starts a stroke, too.
_BEGIN = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TabletPress)
_END = (QEvent.Type.MouseButtonRelease, QEvent.Type.TabletRelease)


class Canvas(QWidget):
    """Shows a DrawingModel and draws on it.

    Every point that the system reports becomes a point of the stroke, in fractions of a pixel where it knows
    them; also beside the canvas, where it is not painted. Finished strokes are painted once, into a pixmap; only the
    running one is painted again as it grows.

    Attributes:
        brush_width: in canvas units.

    Signals:
        digit_clicked: the index of a digit whose label was clicked.
    """

    digit_clicked = Signal(int)

    def __init__(self, model: DrawingModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAccessibleName(tr("Drawing canvas"))
        self.setAccessibleDescription(
            tr(
                "Draw a digit here with the mouse, a finger or a pen. By keys: the arrow keys move a pen over 28 by 28 "
                "units, with Shift by four; Home, End, Page Up and Page Down move it diagonally. Space puts it down "
                "and lifts it again, Escape lifts it."
            )
        )
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._model, self._theme = model, theme
        self.brush_width = 2.0
        # The finished strokes, and what they were painted for.
        self._finished: tuple[QPixmap, object] | None = None
        self._touch: int | None = None
        self._focused_by_keys = False
        self._pen = KeyboardPen(model, self)
        self._frames = DigitFrames(theme)
        # The digit whose label is pressed, and where.
        self._pressed: tuple[int, QPointF] | None = None
        self._announcer = Announcer(self)
        self._pen.moved.connect(self.update)
        self._pen.announced.connect(self._announcer.announce)
        model.changed.connect(self._show_change)
        theme.changed.connect(self._zoom)
        self._zoom()

    @Slot()
    def _zoom(self) -> None:
        self.setMinimumSize(*[self._theme.px(_LEAST_SIDE)] * 2)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, 560)

    def set_brush_width(self, width: float) -> None:
        """How wide strokes are shown, in canvas units."""
        self.brush_width = width
        self.update()

    def show_number(self, number: Number | None) -> None:
        """Frame the digits of a number; no frames for None."""
        if self._frames.show(number):
            self.update()

    def square(self) -> QRectF:
        """The canvas itself, in the top left corner of the widget."""
        side = min(self.width(), self.height())
        return QRectF(0, 0, side, side)

    def to_canvas(self, position: QPointF) -> tuple[float, float]:
        """A position in the widget -> canvas units; beside the canvas they are less than 0, or more than CANVAS."""
        x, y = (position * (CANVAS / self.square().width())).toTuple()
        return x, y

    def from_canvas(self, x: float, y: float) -> QPointF:
        """Canvas units -> a position in the widget."""
        return QPointF(x, y) * (self.square().width() / CANVAS)

    # -- mouse, pen and touch

    def _begin(self, position: QPointF) -> None:
        self._pen.hide()
        digit = self._frames.label_at(position, self)
        self._pressed = None if digit is None else (digit, position)
        if digit is None and self.square().contains(position):
            self._model.begin(*self.to_canvas(position))

    def _extend(self, position: QPointF) -> None:
        if self._pressed is not None:
            # A stroke may begin on a label, as the bar of a 5 does.
            start = self._pressed[1]
            if (position - start).manhattanLength() < QApplication.startDragDistance():
                return
            self._pressed = None
            self._model.begin(*self.to_canvas(start))
        x, y = self.to_canvas(position)
        near = all(-_BESIDE <= value <= CANVAS + _BESIDE for value in (x, y))
        if near and not self._pen.shown:
            self._model.extend(x, y)

    def _end(self) -> None:
        if self._pressed is not None:
            digit, self._pressed = self._pressed[0], None
            self.digit_clicked.emit(digit)
        elif not self._pen.shown:
            self._model.end()

    def _draw(self, event: QMouseEvent | QTabletEvent) -> None:
        if event.type() in _BEGIN:
            self._begin(event.position())
            return
        self._extend(event.position())
        if event.type() in _END:
            self._end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        moved = event.button() == Qt.MouseButton.NoButton
        if event.button() == Qt.MouseButton.LeftButton or (moved and event.buttons() & Qt.MouseButton.LeftButton):
            self._draw(event)

    mouseMoveEvent = mouseReleaseEvent = mousePressEvent  # noqa: N815 - Qt's names

    def tabletEvent(self, event: QTabletEvent) -> None:
        # Accepted, so that Qt does not make mouse events of it, which are rounded to whole pixels.
        event.accept()
        self._draw(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._handle_touch(event)
            return True
        return super().event(event)

    def _handle_touch(self, event: QTouchEvent) -> None:
        """The first finger draws; other touches are ignored."""
        if event.type() == QEvent.Type.TouchCancel:
            self._touch = self._pressed = None
            self._end()
            return
        for point in event.points():
            pressed = point.state() == point.State.Pressed and self.square().contains(point.position())
            if self._touch is None and pressed:
                self._touch = point.id()
                self._begin(point.position())
            elif point.id() == self._touch:
                self._extend(point.position())
                if point.state() == point.State.Released:
                    self._touch = None
                    self._end()

    # -- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._pen.press(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._focused_by_keys = by_keys(event)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._pen.lift()
        self._announcer.reset()
        super().focusOutEvent(event)

    # -- painting

    @Slot()
    def _show_change(self) -> None:
        """A new point changes only the end of the line: painting less keeps the delay short."""
        running = self._model.running
        whole = self._finished is None or self._pen.shown
        if running is None or whole or len(running) <= _CHANGED or is_resampled(running, STEP):
            self.update()
            return
        end = running[-_CHANGED:]
        # Between distant points the curve goes further out than they do.
        room = self.brush_width / 2 + float(np.abs(np.diff(end, axis=0)).max()) / 2
        left, top = self.from_canvas(*map(float, end.min(axis=0) - room)).toTuple()
        right, bottom = self.from_canvas(*map(float, end.max(axis=0) + room)).toTuple()
        self.update(QRectF(left, top, right - left, bottom - top).toAlignedRect().adjusted(-2, -2, 2, 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        content = self._model.content
        state = (content, self.size(), self.devicePixelRatioF(), self.brush_width, self._theme.colour("window"))
        if self._finished is None or self._finished[1] != state:
            self._finished = (self._paint_content(content), state)
        painter = QPainter(self)
        running = self._model.running
        if running is not None and content.image is not None:
            painter.drawPixmap(0, 0, self._paint_content(Content()))
        else:
            painter.drawPixmap(0, 0, self._finished[0])
        inner = self.square().adjusted(_CORNER_RADIUS, _CORNER_RADIUS, -_CORNER_RADIUS, -_CORNER_RADIUS)
        at_edge = not inner.contains(event.rect())
        if running is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if at_edge:
                self._clip(painter)
            self._paint_stroke(painter, running, QRectF(event.rect()))
        elif content.empty:
            self._paint_hints(painter)
        self._frames.paint(painter, self)
        if self.hasFocus() and at_edge:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipping(False)
            if self._pen.shown:
                radius = self.brush_width * self.square().width() / CANVAS / 2
                self._pen.paint(painter, self.from_canvas(*self._pen.position), radius, self._theme)
            # A stroke of one point has set the brush: the frame is not to be filled.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(self.square().adjusted(1, 1, -1, -1), _CORNER_RADIUS, _CORNER_RADIUS)

    def _clip(self, painter: QPainter) -> None:
        path = QPainterPath()
        path.addRoundedRect(self.square(), _CORNER_RADIUS, _CORNER_RADIUS)
        painter.setClipPath(path)

    def _paint_content(self, content: Content) -> QPixmap:
        pixmap = blank_pixmap(self, self._theme.colour("window"))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("canvas"))
        painter.drawRoundedRect(self.square(), _CORNER_RADIUS, _CORNER_RADIUS)
        self._clip(painter)
        if content.image is not None:
            self._paint_image(painter, content.image)
        else:
            self._paint_grid(painter)
        rough = is_rough(content.strokes)
        for stroke in content.strokes:
            self._paint_stroke(painter, stroke, rough=rough)
        painter.end()
        return pixmap

    def _paint_stroke(self, painter: QPainter, stroke: Stroke, seen: QRectF | None = None, rough: bool = False) -> None:
        scale = self.square().width() / CANVAS
        paint_stroke(painter, stroke, scale, self.brush_width, self._theme.colour("ink"), seen, rough)

    def _paint_grid(self, painter: QPainter) -> None:
        """The 28 x 28 pixels of the network's input."""
        painter.setPen(QPen(self._theme.colour("canvas-grid"), 1))
        for i in range(1, CANVAS):
            painter.drawLine(self.from_canvas(i, 0), self.from_canvas(i, CANVAS))
            painter.drawLine(self.from_canvas(0, i), self.from_canvas(CANVAS, i))

    def _paint_image(self, painter: QPainter, grey: FloatArray) -> None:
        height, width = grey.shape
        square = self.square()
        scale = square.width() / max(width, height)
        target = QRectF(0, 0, width * scale, height * scale)
        target.moveCenter(square.center())
        # Small images are shown as squares, a photo is smoothed.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, max(width, height) > 2 * CANVAS)
        painter.drawImage(target, grey_image(grey))

    def _paint_hints(self, painter: QPainter) -> None:
        """What can be done; also the keys, if the keyboard moved the focus here."""
        if self.hasFocus() and (self._pen.shown or self._focused_by_keys):
            self._pen.paint_hint(painter, self.square(), self._theme)
        if not self._pen.shown:
            painter.setPen(self._theme.colour("hint"))
            font = painter.font()
            font.setPixelSize(max(self._theme.px(14), round(self.square().width() / 24)))
            painter.setFont(font)
            painter.drawText(
                self.square(),
                Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
                tr("Draw a digit from 0 to 9 here\nor drop an image of one"),
            )
