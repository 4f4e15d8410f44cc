"""The keys of the digits, also on keyboards that type other characters with them, such as French and Czech ones."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.widgets.keyboard_navigation import plain

_ZERO, _NINE = Qt.Key.Key_0.value, Qt.Key.Key_9.value
# The key of each digit, by its place: X11 and Wayland (evdev's code and 8), Windows (scan codes, set 1),
# and macOS (virtual key codes of Carbon's Events.h).
_X11 = dict(zip(range(10, 20), (1, 2, 3, 4, 5, 6, 7, 8, 9, 0), strict=True))
_WINDOWS = {code - 8: digit for code, digit in _X11.items()}
_MACOS = {18: 1, 19: 2, 20: 3, 21: 4, 23: 5, 22: 6, 26: 7, 28: 8, 25: 9, 29: 0}
# On Hungarian keyboards the digits need no Shift, and their 0 is left of the 1: the last key is no digit.
_NO_DIGITS = ("ö", "Ö")


def digit_of(event: QKeyEvent) -> int | None:
    """The digit of a key: the one it types, also on the keypad; or else, without Shift, the one at its place."""
    if not plain(event):
        return None
    if _ZERO <= event.key() <= _NINE:
        return event.key() - _ZERO
    if event.modifiers() or event.text() in _NO_DIGITS:
        return None
    if sys.platform == "darwin":
        return _MACOS.get(event.nativeVirtualKey())
    return (_WINDOWS if sys.platform == "win32" else _X11).get(event.nativeScanCode())


def _composes() -> bool:
    """Whether an input method may use a key that types nothing: in a text field it does."""
    focused = QApplication.focusWidget()
    return focused is not None and focused.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


class DigitKeys(QObject):
    """Triggers one of ten actions by the keys of the digits, wherever the focus is in a window.

    Shortcuts of Qt know keys only by what they type. Text fields keep their keys.
    """

    def __init__(self, window: QWidget, actions: Sequence[QAction]) -> None:
        super().__init__(window)
        self._actions = actions
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt asks the widget with the focus and its parents before it looks for a shortcut, which accepting prevents.
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        digit = digit_of(event)
        if digit is None or not self._actions[digit].isEnabled() or (not event.text() and _composes()):
            return False
        event.accept()
        if not event.isAutoRepeat():
            self._actions[digit].trigger()
        return True
