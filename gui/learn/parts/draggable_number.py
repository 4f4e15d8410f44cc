"""A number with a label that is dragged sideways, typed, or changed by arrow keys and the wheel."""

import math
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QWidget

from engine.i18n import tr
from gui.learn.parts.number_format import number_in, tidy
from gui.theme import Theme
from gui.widgets.cards import label as text_label
from gui.widgets.cards import row
from gui.widgets.form_controls import follow_font
from gui.widgets.keyboard_navigation import OwnKeys, plain

# The whole range is this far, in pixels of the usual zoom. With Shift it is ten times as far.
_DRAG = 300
# An arrow key makes about so many steps from the minimum to the maximum; Page Up and Down make ten of them.
_STEPS, _PAGE = 40, 10
# Of a logarithmic number: an arrow key goes to the next of these, times a power of 10.
_MANTISSAS = (1.0, 2.0, 5.0)
_SIGNIFICANT = 6
# Beside the text of the field: padding, border and cursor.
_EDGES = 16

_Key = Qt.Key
_LEFT = Qt.MouseButton.LeftButton


class DraggableNumber(QWidget):
    """A label and a field.

    Dragging the label or the field sideways changes the number, with Shift ten times as finely. A click into the field
    starts to type. Arrow keys, Page Up and Page Down and the wheel work while the field has the focus. What is no
    number is replaced by the number from before; what is too small or too large, by the minimum or maximum.

    Usage::

        self.rate = DraggableNumber(theme, tr("learning rate"), "rate", 0.1, 1e-10, 10, logarithmic=True)
        self.rate.changed.connect(self._update)

    Attributes:
        field: where the number is typed; its object name is that of the widget with "-field".

    Signals:
        changed: the number, after the user has changed it; ``set_value`` emits nothing.
    """

    changed = Signal(float)

    def __init__(
        self,
        theme: Theme,
        label: str,
        name: str,
        value: float,
        minimum: float,
        maximum: float,
        decimals: int = 2,
        logarithmic: bool = False,
        step: float | None = None,
        span: float | None = None,
    ) -> None:
        """Args:
        label: visible, and the accessible name.
        name: object name.
        decimals: dragging changes the number by so many decimals, and the field shows them. More can be typed.
        logarithmic: dragging multiplies; the minimum must be positive.
        step: of an arrow key. By default a power of 10.
        span: how far a drag over 300 pixels changes a number that is not logarithmic. By default the whole range.
        """
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme, self._minimum, self._maximum = theme, minimum, maximum
        self._decimals, self._logarithmic = decimals, logarithmic
        nice = 10.0 ** math.floor(math.log10((maximum - minimum) / _STEPS))
        self._step = max(nice, 10.0**-decimals) if step is None else step
        self._span = span
        self._value = self._clamped(value)
        self.field = _Field(self)
        self.field.setObjectName(f"{name}-field")
        self.field.setAccessibleName(label)
        tip = tr("Drag sideways, type a number, or use the arrow keys.")
        self.field.setAccessibleDescription(tip)
        self._label = text_label(label)
        self._label.setBuddy(self.field)
        self._label.setToolTip(tip)
        self._label.setCursor(Qt.CursorShape.SizeHorCursor)
        self._drag = _Drag(self._label, self)
        self.setLayout(row(self._label, self.field, spacing=6))
        self._label.setVisible(bool(label))
        follow_font(self.field, self._fit)
        self._show()

    @property
    def value(self) -> float:
        """The number."""
        return self._value

    def set_value(self, value: float) -> None:
        """Show another number, clamped to the range; emits nothing."""
        self._value = self._clamped(value)
        self._show()

    def set_range(self, minimum: float, maximum: float) -> None:
        """Allow other numbers; emits nothing."""
        self._minimum, self._maximum = minimum, maximum
        self.set_value(self._value)
        self._fit()

    # -- changes by the user

    def enter(self, text: str) -> None:
        """Take what was typed; show the number from before if it is none."""
        if text == self.text:
            return
        typed = number_in(text)
        if typed is None:
            self._show()
        else:
            self._change(typed)

    def move_by(self, steps: int) -> None:
        """Go on by steps of an arrow key."""
        self._change(self._next(steps) if self._logarithmic else self._snapped(self._value + steps * self._step))

    def drag_from(self, start: float, pixels: float) -> None:
        """Change the number from what it was where the drag began."""
        share = pixels / self._theme.px(_DRAG)
        if self._logarithmic:
            decades = math.log10(self._maximum / self._minimum)
            self._change(float(f"{start * 10 ** (share * decades):.1e}"))
        else:
            span = self._maximum - self._minimum if self._span is None else self._span
            self._change(round(start + share * span, self._decimals))

    def _next(self, steps: int) -> float:
        """A logarithmic number, so many steps on."""
        exponent = math.floor(math.log10(self._value) + 1e-9)
        mantissa = self._value / 10.0**exponent
        at = sum(mantissa > each * (1 + 1e-9) for each in _MANTISSAS)
        # Between two steps, the first step down is the one below.
        between = at == len(_MANTISSAS) or not math.isclose(mantissa, _MANTISSAS[at])
        index = len(_MANTISSAS) * exponent + at + steps - (between and steps > 0)
        decade, place = divmod(index, len(_MANTISSAS))
        return float(f"{_MANTISSAS[place]:.0f}e{decade}")

    def _snapped(self, value: float) -> float:
        """Without the rounding error of the steps."""
        return float(f"{value:.12g}")

    def _change(self, value: float) -> None:
        value = self._clamped(value)
        changed, self._value = value != self._value, value
        self._show()
        if changed:
            self.changed.emit(value)

    def _clamped(self, value: float) -> float:
        return min(max(float(value), self._minimum), self._maximum)

    # -- the field

    @property
    def text(self) -> str:
        """The number as the field shows it."""
        return self._written(self._value)

    def _written(self, value: float) -> str:
        short = f"{value:.{self._decimals}f}"
        if not self._logarithmic and float(short) == value:
            return short
        return tidy(f"{value:.{_SIGNIFICANT}g}")

    def _show(self) -> None:
        self.field.setText(self.text)

    def _fit(self) -> None:
        longest = ["0.0005", "2.0e-16"] if self._logarithmic else map(self._written, (self._minimum, self._maximum))
        room = max(self.field.fontMetrics().horizontalAdvance(text) for text in (*longest, "-0.00"))
        self.field.setFixedWidth(room + self._theme.px(_EDGES))


class _Drag(QObject):
    """Drags of a widget sideways, by mouse or touch: the number follows.

    Attributes:
        editing: whether the user types; a drag in the field then marks text.
    """

    def __init__(self, widget: QWidget, number: DraggableNumber) -> None:
        super().__init__(widget)
        self._number = number
        self._x: float | None = None
        self._start, self._moving = 0.0, False
        self.editing = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or self.editing or not self._number.isEnabled():
            return False
        x, kind = event.globalPosition().x(), event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == _LEFT:
            self._x, self._start, self._moving = x, self._number.value, False
            self._number.field.setFocus(Qt.FocusReason.MouseFocusReason)
            return True
        if self._x is None:
            return False
        if kind == QEvent.Type.MouseMove:
            self._moving = self._moving or abs(x - self._x) >= QApplication.startDragDistance() / 2
            if self._moving:
                fine = 0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
                self._number.drag_from(self._start, fine * (x - self._x))
            return True
        if kind == QEvent.Type.MouseButtonRelease and event.button() == _LEFT:
            self._x = None
            if not self._moving:
                self._number.field.edit()
            return True
        return False


class _Field(OwnKeys, QLineEdit):
    """The number as text. Return takes what is typed, Escape shows the number from before."""

    def __init__(self, number: DraggableNumber) -> None:
        super().__init__()
        self._number = number
        self.setProperty("draggable", True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self._drag = _Drag(self, number)
        self.editingFinished.connect(self._take)

    def edit(self) -> None:
        """Mark the number: what is typed replaces it."""
        self._drag.editing = True
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.selectAll()

    @Slot()
    def _take(self) -> None:
        self._number.enter(self.text())

    def _finish(self, take: bool) -> None:
        if take:
            self._take()
        else:
            self.setText(self._number.text)
        self.selectAll()

    def _meaning(self, event: QKeyEvent) -> Callable[[], object] | None:
        steps = {_Key.Key_Up: 1, _Key.Key_Down: -1, _Key.Key_PageUp: _PAGE, _Key.Key_PageDown: -_PAGE}
        if not plain(event):
            return None
        if event.key() in steps:
            return partial(self._step_by, steps[_Key(event.key())])
        if event.key() == _Key.Key_Escape:
            # Without a change, Escape is the window's: it ends a presentation.
            return partial(self._finish, False) if self.text() != self._number.text else None
        return partial(self._finish, True) if event.key() in (_Key.Key_Return, _Key.Key_Enter) else None

    def _step_by(self, steps: int) -> None:
        self._take()
        self._number.move_by(steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._meaning(event):
            super().keyPressEvent(event)
        else:
            QLineEdit.keyPressEvent(self, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Otherwise the page could not be scrolled past it.
        if self.hasFocus() and event.angleDelta().y():
            self._step_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._drag.editing = False
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.deselect()
