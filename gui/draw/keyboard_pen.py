"""Drawing by keys: a pen that the arrow keys move over the canvas, and that Space puts down and lifts."""

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen

from engine.types import CANVAS
from gui.draw.drawing_model import DrawingModel
from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.keyboard_navigation import is_enter, plain

_Key = Qt.Key
# (right, down). The corners are where they are on the keypad: two arrow keys at once need two hands.
_STEPS = {
    _Key.Key_Left: (-1, 0),
    _Key.Key_Right: (1, 0),
    _Key.Key_Up: (0, -1),
    _Key.Key_Down: (0, 1),
    _Key.Key_Home: (-1, -1),
    _Key.Key_PageUp: (1, -1),
    _Key.Key_End: (-1, 1),
    _Key.Key_PageDown: (1, 1),
}
# Canvas units a key moves the pen by, and with Shift. Finer than a unit the network sees nothing.
_STEP, _LARGE_STEP = 1, 4
_ARM = 9.0
_LEAST_TEXT = 12


class KeyboardPen(QObject):
    """Where the pen of the keys is, in canvas units, and what a key does with it.

    While it is ``shown``, a running stroke of the model is its own; while it is not, another one's, which no key
    touches. So the model alone knows whether a pen is down.

    Signals:
        moved: it is elsewhere, or is shown, or no longer.
        said: what a key has done, in words.
    """

    moved = Signal()
    said = Signal(str)

    def __init__(self, model: DrawingModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._x = self._y = CANVAS // 2
        self._shown = False

    @property
    def shown(self) -> bool:
        """Whether the keys have been used since something else drew."""
        return self._shown

    @property
    def down(self) -> bool:
        """Whether it draws."""
        return self._shown and self._model.running is not None

    @property
    def place(self) -> tuple[int, int]:
        """x and y in canvas units."""
        return self._x, self._y

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; False where that is nothing."""
        by = _STEPS.get(_Key(event.key())) if plain(event) else None
        if by is None and not is_enter(event):
            return event.key() == _Key.Key_Escape and plain(event) and self.lift()
        if not self._shown and self._model.running is not None:
            return True
        if by is not None:
            self._show()
            self._move(*by, large=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            if not event.isAutoRepeat():
                self.said.emit(tr("{0} right, {1} down", self._x, self._y))
        elif not event.isAutoRepeat() and not self.lift():
            self._show()
            self._model.begin(self._x, self._y)
            self.said.emit(tr("The pen is down: {0} right, {1} down", self._x, self._y))
        return True

    def lift(self) -> bool:
        """End the stroke; False where there is none of its own."""
        if not self.down:
            return False
        self._model.end()
        self.said.emit(tr("The pen is lifted"))
        return True

    def put_away(self) -> None:
        """Something else draws now."""
        if self._shown:
            self._model.end()
            self._shown = False
            self.moved.emit()

    def _show(self) -> None:
        self._shown = True
        self.moved.emit()

    def _move(self, right: int, down: int, large: bool) -> None:
        # Unit by unit: a line is the same one by however many keys it was drawn.
        for _ in range(_LARGE_STEP if large else _STEP):
            self._x = min(max(self._x + right, 0), CANVAS)
            self._y = min(max(self._y + down, 0), CANVAS)
            self._model.extend(self._x, self._y)
        self.moved.emit()

    def paint(self, painter: QPainter, at: QPointF, radius: float, theme: Theme) -> None:
        """A cross around the place ``at`` and a circle as large as the nib, filled where it draws."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        arms = [
            (at + QPointF(x, y) * (radius + 2), at + QPointF(x, y) * (radius + 2 + _ARM))
            for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))
        ]
        # On black as on white ink it is to be seen.
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
        font.setPixelSize(max(_LEAST_TEXT, round(square.width() / 32)))
        painter.setFont(font)
        painter.setPen(theme.colour("hint"))
        painter.drawText(
            square.adjusted(0, 0, 0, -1.5 * font.pixelSize()),
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap,
            tr("The arrow keys move a pen (Shift: further),\nSpace puts it down and lifts it again"),
        )
