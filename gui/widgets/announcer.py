"""Letting a screen reader say what has changed on the screen."""

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Make a sentence the name of a widget, and have it said at once; an empty one is not said."""
    widget.setAccessibleName(sentence)
    if sentence:
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
