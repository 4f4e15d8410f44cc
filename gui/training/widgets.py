"""Small pieces that the training tab is laid out with."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QPushButton, QVBoxLayout, QWidget


def fill_card(frame: QFrame) -> QVBoxLayout:
    """Make a frame a card, as ``gui.cards.card`` does, and give the layout to fill it by."""
    frame.setProperty("card", True)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(14, 12, 14, 12)
    layout.setSpacing(8)
    return layout


class ActionButton(QPushButton):
    """A push button that is an action: its text, tip and state. Unlike a tool button it can be the primary one."""

    def __init__(self, action: QAction, primary: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self.setProperty("primary", primary)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        # The menu has the letter to type; two places for one letter would be one too many.
        text = self._action.text().replace("&", "")
        self.setText(text)
        self.setAccessibleName(text.rstrip("…"))
        self.setToolTip(self._action.toolTip())
        self.setStatusTip(self._action.statusTip())
        self.setEnabled(self._action.isEnabled())


class OptionList(QComboBox):
    """A list of options that the mouse wheel passes over, on its way down the form, without changing it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
