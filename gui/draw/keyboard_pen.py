"""Drawing by keys: the arrow keys move a pen over the canvas, and Space puts it down and lifts it."""

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen

from engine.i18n import tr
from engine.types import CANVAS
from gui.draw.drawing_model import DrawingModel
from gui.theme import Theme
from gui.widgets.keyboard_navigation import is_enter, plain, step

# Canvas units a key moves the pen by, and with Shift. One unit is one pixel of the network's input.
_STEP, _LARGE_STEP = 1, 4
_ARM = 9.0
_LEAST_TEXT = 12


class KeyboardPen(QObject):
    """Where the pen of the keys is, in canvas units, and what a key does with it.

    While it is ``shown``, a running stroke of the model was started by keys; otherwise by the mouse, a finger or a pen,
    and no key changes it. So the model alone knows whether a pen is down.

    Attributes:
        shown: whether the keys were the last to draw.
        position: x and y.

    Signals:
        moved: it is elsewhere, or it was shown or hidden.
        announced: what a key has done, as a sentence.
    """

    moved = Signal()
    announced = Signal(str)

    def __init__(self, model: DrawingModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.position = (CANVAS // 2, CANVAS // 2)
        self.shown = False

    @property
    def down(self) -> bool:
        """Whether it draws."""
        return self.shown and self._model.running is not None

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key; False if it is not used."""
        by = step(event, diagonal=True)
        if by is None and not is_enter(event):
            return event.key() == Qt.Key.Key_Escape and plain(event) and self.lift()
        if not self.shown and self._model.running is not None:
            return True
        if by is not None:
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._move(*by, _LARGE_STEP if shift else _STEP)
            if not event.isAutoRepeat():
                self.announced.emit(tr("{0} right, {1} down", *self.position))
        elif not event.isAutoRepeat() and not self.lift():
            self._set_shown(True)
            self._model.begin(*self.position)
            self.announced.emit(tr("The pen is down: {0} right, {1} down", *self.position))
        return True

    def lift(self) -> bool:
        """End the stroke; False where the keys have started none."""
        if not self.down:
            return False
        self._model.end()
        self.announced.emit(tr("The pen is lifted"))
        return True

    def hide(self) -> None:
        """Hide the pen: another device draws now."""
        if self.shown:
            self._model.end()
            self._set_shown(False)

    def _set_shown(self, shown: bool) -> None:
        self.shown = shown
        self.moved.emit()

    def _move(self, down: int, right: int, units: int) -> None:
        # Unit by unit: the line is the same, however large the steps.
        self.shown = True
        for _ in range(units):
            x, y = self.position
            self.position = min(max(x + right, 0), CANVAS), min(max(y + down, 0), CANVAS)
            self._model.extend(*self.position)
        self.moved.emit()

    def paint(self, painter: QPainter, at: QPointF, radius: float, theme: Theme) -> None:
        """A cross around ``at``, and a circle as large as the brush, filled where it draws."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        arms = [
            (at + QPointF(x, y) * (radius + 2), at + QPointF(x, y) * (radius + 2 + _ARM))
            for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))
        ]
        # It stands out from the black canvas and from white ink.
        for colour, width in (("canvas", 5.0), ("accent", 2.0)):
            painter.setPen(QPen(theme.colour(colour), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, radius, radius)
            for inner, outer in arms:
                painter.drawLine(inner, outer)
        if self.down:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(at, radius, radius)

    def paint_hint(self, painter: QPainter, square: QRectF, theme: Theme) -> None:
        """Which keys there are, at the foot of the canvas."""
        font = painter.font()
        font.setPixelSize(max(theme.px(_LEAST_TEXT), round(square.width() / 32)))
        painter.setFont(font)
        painter.setPen(theme.colour("hint"))
        painter.drawText(
            square.adjusted(0, 0, 0, -1.5 * font.pixelSize()),
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap,
            tr("The arrow keys move a pen (Shift: further),\nSpace puts it down and lifts it again"),
        )
