"""A widget over others, inside which the Tab key stays."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class FocusScope(QWidget):
    """Covers other widgets, which stay visible below it for Qt: what they show goes on."""

    def __init__(self, parent: QWidget) -> None:
        # Inside a widget of this type Qt looks for the next one that takes the focus. Asking for the widgets of the
        # focus chain from Python would make each one belong to the one before, and be gone with it.
        super().__init__(parent, Qt.WindowType.SubWindow)


def return_focus(*widgets: QWidget | None) -> None:
    """Give the focus to the first of these widgets that still exists and is visible."""
    for each in widgets:
        if each is not None and shiboken6.isValid(each) and each.isVisible():
            each.setFocus()
            break
