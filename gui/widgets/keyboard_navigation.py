"""Walking by keys over what a widget paints itself: where an arrow key goes, how that is marked, and how it is said."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import Theme
from gui.widgets.announcer import announce

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_STEPS = {_Key.Key_Up: (-1, 0), _Key.Key_Down: (1, 0), _Key.Key_Left: (0, -1), _Key.Key_Right: (0, 1)}
_ENTER = (_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space, _Key.Key_Select)
_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_LEAST_MARK = 6.0


def by_keys(event: QFocusEvent) -> bool:
    """Whether a key has brought the focus."""
    return event.reason() in _BY_KEYS


def plain(event: QKeyEvent) -> bool:
    """Whether a key came alone, or with Shift: with any other modifier it is a shortcut."""
    return not event.modifiers() & ~(_Modifier.ShiftModifier | _Modifier.KeypadModifier)


def step(event: QKeyEvent) -> tuple[int, int] | None:
    """(rows down, columns to the right) that an arrow key stands for; None of any other key."""
    return _STEPS.get(_Key(event.key())) if plain(event) else None


def is_enter(event: QKeyEvent) -> bool:
    """Whether a key, Return or Space, does what a click does."""
    return event.key() in _ENTER and plain(event)


def walked(place: tuple[int, int], by: tuple[int, int], rows: int, columns: int) -> tuple[int, int]:
    """(row, column) one step on, no further than the edge."""
    return min(max(place[0] + by[0], 0), rows - 1), min(max(place[1] + by[1], 0), columns - 1)


def paint_focus(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """The frame of what has the focus."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("accent"), 1))
    painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))


def paint_mark(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """The frame of what is current, to be seen on whatever colour is there."""
    if min(place.width(), place.height()) < _LEAST_MARK:
        middle = place.center()
        place = QRectF(0, 0, _LEAST_MARK, _LEAST_MARK)
        place.moveCenter(middle)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width, beyond in (("surface", 1, 2.0), ("accent", 2, 0.5), ("surface", 1, -1.0)):
        painter.setPen(QPen(theme.colour(colour), width))
        painter.drawRect(place.adjusted(-beyond, -beyond, beyond, beyond))


class Announcer:
    """Says what is current in a widget: that is its name then, until it loses the focus.

    A screen reader says the name of what has the focus as soon as it is another one. At first the widget's own name
    goes before: it is what the person has come to, too.
    """

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._name: str | None = None

    def say(self, sentence: str) -> None:
        """What was come to."""
        if self._name is None:
            self._name = self._widget.accessibleName()
            sentence = f"{self._name}. {sentence}"
        announce(self._widget, sentence)

    def rest(self) -> None:
        """The widget has lost the focus: it is called what it was called before."""
        if self._name is not None:
            self._widget.setAccessibleName(self._name)
            self._name = None
