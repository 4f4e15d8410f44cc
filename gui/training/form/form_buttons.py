"""The buttons below the settings: undo and redo, and loading and saving all settings as a file."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from engine.i18n import tr
from gui.actions import Actions
from gui.theme import Theme
from gui.training.undo_history import UndoHistory
from gui.widgets.cards import ActionButton, WrappedRow, button


class FormButtons(QWidget):
    """Attributes:
    undo, redo: the buttons for the history.
    """

    def __init__(self, history: UndoHistory, actions: Actions, theme: Theme) -> None:
        super().__init__()
        self._history, self._theme = history, theme
        self._locked = False
        self.undo = button("", "train-undo", history.undo)
        self.redo = button("", "train-redo", history.redo)
        layout = WrappedRow(self.undo, self.redo, across=6, down=6)
        for each, tip in (
            (self.undo, tr("Undo the last change of a setting (Ctrl+Z)")),
            (self.redo, tr("Redo the change of a setting (Ctrl+Y)")),
        ):
            each.setToolTip(tip)
            each.setAccessibleName(tip.partition(" (")[0])
            each.setProperty("tool", True)
        for action, name in ((actions.open_settings, "open-settings"), (actions.save_settings, "save-settings")):
            made = ActionButton(action)
            made.setObjectName(name)
            made.setProperty("small", True)
            layout.addWidget(made)
        self.setLayout(layout)
        history.changed.connect(self._enable)
        theme.changed.connect(self._paint_icons)
        self._paint_icons()
        self._enable()

    def lock(self, locked: bool) -> None:
        """During a training nothing can be undone."""
        self._locked = locked
        self._enable()

    @Slot()
    def _enable(self) -> None:
        self.undo.setEnabled(not self._locked and self._history.can_undo)
        self.redo.setEnabled(not self._locked and self._history.can_redo)

    @Slot()
    def _paint_icons(self) -> None:
        self.undo.setIcon(self._theme.icon("undo"))
        self.redo.setIcon(self._theme.icon("redo"))
