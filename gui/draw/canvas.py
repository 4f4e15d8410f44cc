"""The canvas: 28 x 28 units shown as large as there is room for, drawn on with mouse, touch, pen or keys."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.ink.strokes import Stroke, is_resampled
from engine.types import CANVAS, FloatArray
from gui.draw.drawing_model import Content, DrawingModel
from gui.draw.keyboard_pen import KeyboardPen
from gui.draw.stroke_painting import STEP, paint_stroke
from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.keyboard_navigation import Announcer, by_keys

_CORNER_RADIUS = 10.0
# A point more changes a curve between so many of its last ones.
_CHANGED = 4


class Canvas(QWidget):
    """Shows a DrawingModel and draws on it.

    Every point that the system reports becomes a point of the stroke, in fractions of a pixel where it knows
    them. Finished strokes are painted once, into a pixmap; only the running one is painted anew as it grows.
    """

    def __init__(self, model: DrawingModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName(tr("Drawing canvas"))
        self.setAccessibleDescription(
            tr(
                "Draw a digit here with the mouse, a finger or a pen. By keys: the arrow keys move a pen over 28 by 28 "
                "units, with Shift by four; Home, End, Page Up and Page Down move it aslant. Space puts it down and "
                "lifts it again, Escape lifts it."
            )
        )
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(280, 280)
        self._model, self._theme = model, theme
        self._brush_width = 2.0
        self._finished: QPixmap | None = None
        self._painted: Content | None = None
        self._touch: int | None = None
        self._reached_by_keys = False
        self._pen = KeyboardPen(model, self)
        self._voice = Announcer(self)
        self._pen.moved.connect(self.update)
        self._pen.said.connect(self._voice.say)
        model.changed.connect(self._show_change)
        theme.changed.connect(self._forget_painting)

    def sizeHint(self) -> QSize:
        return QSize(560, 560)

    @property
    def brush_width(self) -> float:
        """In canvas units."""
        return self._brush_width

    def set_brush_width(self, width: float) -> None:
        """How thick all ink is shown, in canvas units."""
        self._brush_width = width
        self._forget_painting()

    def square(self) -> QRectF:
        """The canvas itself, in the top left corner of the widget."""
        side = min(self.width(), self.height())
        return QRectF(0, 0, side, side)

    def to_canvas(self, position: QPointF) -> tuple[float, float]:
        """A position in the widget -> canvas units; beyond the edge counts as on the edge."""
        square = self.square()
        scale = CANVAS / square.width()
        x, y = (position.x() - square.x()) * scale, (position.y() - square.y()) * scale
        return min(max(x, 0.0), float(CANVAS)), min(max(y, 0.0), float(CANVAS))

    def from_canvas(self, x: float, y: float) -> QPointF:
        """Canvas units -> a position in the widget."""
        square = self.square()
        scale = square.width() / CANVAS
        return QPointF(square.x() + x * scale, square.y() + y * scale)

    # -- the pen, in its three shapes

    def _begin(self, position: QPointF) -> None:
        self._pen.put_away()
        if self.square().contains(position):
            self._model.begin(*self.to_canvas(position))

    def _extend(self, position: QPointF) -> None:
        if not self._pen.shown:
            self._model.extend(*self.to_canvas(position))

    def _end(self) -> None:
        if not self._pen.shown:
            self._model.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._extend(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._extend(event.position())
            self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        # Accepted, so that Qt does not make mouse events of it, which are rounded to whole pixels.
        event.accept()
        match event.type():
            case QEvent.Type.TabletPress:
                self._begin(event.position())
            case QEvent.Type.TabletMove:
                self._extend(event.position())
            case QEvent.Type.TabletRelease:
                self._extend(event.position())
                self._end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._touched(event)
            return True
        return super().event(event)

    def _touched(self, event: QTouchEvent) -> None:
        """The first finger draws; others (a resting hand) do nothing."""
        if event.type() == QEvent.Type.TouchCancel:
            self._touch = None
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

    # -- the pen of the keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._pen.press(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._reached_by_keys = by_keys(event)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._pen.lift()
        self._voice.rest()
        super().focusOutEvent(event)

    # -- painting

    @Slot()
    def _show_change(self) -> None:
        """A point more changes the end of the line alone: less is painted, and a hand waits less."""
        running = self._model.running
        whole = self._finished is None or self._pen.shown
        if running is None or whole or len(running) <= _CHANGED or is_resampled(running, STEP):
            self.update()
            return
        end = running[-_CHANGED:]
        # Between points far apart the curve swings wider than they do.
        room = self._brush_width / 2 + float(np.abs(np.diff(end, axis=0)).max()) / 2
        left, top = self.from_canvas(*map(float, end.min(axis=0) - room)).toTuple()
        right, bottom = self.from_canvas(*map(float, end.max(axis=0) + room)).toTuple()
        self.update(QRectF(left, top, right - left, bottom - top).toAlignedRect().adjusted(-2, -2, 2, 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget_painting()

    def _forget_painting(self) -> None:
        self._finished = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        content = self._model.content
        # A window may come to a screen with other pixels.
        sharp = self._finished is not None and self._finished.devicePixelRatio() == self.devicePixelRatioF()
        if self._finished is None or not sharp or self._painted is not content:
            self._finished, self._painted = self._paint_content(content), content
        painter = QPainter(self)
        running = self._model.running
        if running is not None and content.picture is not None:
            painter.drawPixmap(0, 0, self._paint_content(Content()))
        else:
            painter.drawPixmap(0, 0, self._finished)
        inner = self.square().adjusted(_CORNER_RADIUS, _CORNER_RADIUS, -_CORNER_RADIUS, -_CORNER_RADIUS)
        at_edge = not inner.contains(event.rect())
        if running is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if at_edge:
                self._clip(painter)
            self._paint_stroke(painter, running, QRectF(event.rect()))
        elif content.empty:
            self._paint_hints(painter)
        if self.hasFocus() and at_edge:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipping(False)
            if self._pen.shown:
                radius = self._brush_width * self.square().width() / CANVAS / 2
                self._pen.paint(painter, self.from_canvas(*self._pen.place), radius, self._theme)
            # A stroke of one point was painted with a brush: the frame is not to be filled with it.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(self.square().adjusted(1, 1, -1, -1), _CORNER_RADIUS, _CORNER_RADIUS)

    def _clip(self, painter: QPainter) -> None:
        path = QPainterPath()
        path.addRoundedRect(self.square(), _CORNER_RADIUS, _CORNER_RADIUS)
        painter.setClipPath(path)

    def _paint_content(self, content: Content) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._theme.colour("window"))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("canvas"))
        painter.drawRoundedRect(self.square(), _CORNER_RADIUS, _CORNER_RADIUS)
        self._clip(painter)
        if content.picture is not None:
            self._paint_picture(painter, content.picture)
        else:
            self._paint_grid(painter)
        for stroke in content.strokes:
            self._paint_stroke(painter, stroke)
        painter.end()
        return pixmap

    def _paint_stroke(self, painter: QPainter, stroke: Stroke, seen: QRectF | None = None) -> None:
        scale = self.square().width() / CANVAS
        paint_stroke(painter, stroke, scale, self._brush_width, self._theme.colour("ink"), seen)

    def _paint_grid(self, painter: QPainter) -> None:
        """The 28 x 28 pixels, faintly: the network's picture has no more of them."""
        painter.setPen(QPen(self._theme.colour("canvas-grid"), 1))
        for i in range(1, CANVAS):
            painter.drawLine(self.from_canvas(i, 0), self.from_canvas(i, CANVAS))
            painter.drawLine(self.from_canvas(0, i), self.from_canvas(CANVAS, i))

    def _paint_picture(self, painter: QPainter, grey: FloatArray) -> None:
        pixels = np.ascontiguousarray(np.clip(grey * 255, 0, 255).astype(np.uint8))
        height, width = pixels.shape
        image = QImage(pixels.data, width, height, width, QImage.Format.Format_Grayscale8)
        square = self.square()
        scale = square.width() / max(width, height)
        target = QRectF(0, 0, width * scale, height * scale)
        target.moveCenter(square.center())
        # Few pixels are shown as what they are, a photo smoothly.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, max(width, height) > 2 * CANVAS)
        painter.drawImage(target, image)

    def _paint_hints(self, painter: QPainter) -> None:
        """What can be done; what the keys do is of use to whoever came by them."""
        if self.hasFocus() and (self._pen.shown or self._reached_by_keys):
            self._pen.paint_hint(painter, self.square(), self._theme)
        if not self._pen.shown:
            painter.setPen(self._theme.colour("hint"))
            font = painter.font()
            font.setPixelSize(max(15, round(self.square().width() / 24)))
            painter.setFont(font)
            painter.drawText(
                self.square(),
                Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
                tr("Draw a digit from 0 to 9 here\nor drop a picture of one"),
            )
