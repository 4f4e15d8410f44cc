"""A push button that is an action: its text, tip, state and what it does."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget


class ActionButton(QPushButton):
    """Like a tool button with a default action, but a push button: it can be the primary one."""

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
