"""Keys of a widget: arrow keys as steps, keys that click, and keys that override shortcuts."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
# (rows down, columns to the right). The diagonals are where they are on the keypad.
_ARROWS = {_Key.Key_Up: (-1, 0), _Key.Key_Down: (1, 0), _Key.Key_Left: (0, -1), _Key.Key_Right: (0, 1)}
_DIAGONALS = {_Key.Key_Home: (-1, -1), _Key.Key_PageUp: (-1, 1), _Key.Key_End: (1, -1), _Key.Key_PageDown: (1, 1)}
_ENTER = (_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space, _Key.Key_Select)
_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


def by_keys(event: QFocusEvent) -> bool:
    """Whether a key has moved the focus."""
    return event.reason() in _BY_KEYS


def plain(event: QKeyEvent) -> bool:
    """Whether a key was pressed alone, or with Shift: with any other modifier it is a shortcut."""
    return not event.modifiers() & ~(_Modifier.ShiftModifier | _Modifier.KeypadModifier)


def step(event: QKeyEvent, diagonal: bool = False) -> tuple[int, int] | None:
    """(rows down, columns to the right) of an arrow key; None for any other key.

    Args:
        diagonal: Home, End, Page Up and Page Down are steps, too.
    """
    key = _Key(event.key())
    found = _ARROWS.get(key) or (_DIAGONALS.get(key) if diagonal else None)
    return found if plain(event) else None


def is_enter(event: QKeyEvent) -> bool:
    """Whether a key, Return or Space, does what a click does."""
    return event.key() in _ENTER and plain(event)


class OwnKeys:
    """A mixin, before the Qt class: keys that the widget gets while it has the focus, and not the window's shortcuts.

    What a key does is defined in one place, ``_meaning``.
    """

    def _meaning(self, event: QKeyEvent) -> Callable[[], object] | None:
        """The action of a key; None for a key that this widget does not use."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._meaning(event):
            event.accept()
            return True
        return bool(super().event(event))  # type: ignore[misc] # of Qt's class

    def keyPressEvent(self, event: QKeyEvent) -> None:
        meaning = self._meaning(event)
        if meaning is None:
            # A parent widget may use it.
            event.ignore()
        else:
            meaning()
