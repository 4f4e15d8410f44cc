"""Files that are dropped anywhere on a window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication


class FileDrops(QObject):
    """An event filter for the ``windowHandle`` of a window: it takes drops before the widget below the pointer.

    A text field would insert the path. While a dialog waits for an answer, nothing is taken, and the pointer shows it.
    """

    def __init__(
        self, can_take: Callable[[QMimeData], bool], take: Callable[[QMimeData], object], parent: QObject
    ) -> None:
        """Args:
        can_take: whether something is taken; anything else is left to the widgets.
        """
        super().__init__(parent)
        self._can_take, self._take = can_take, take

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The events of entering and moving are drop events, too.
        if not isinstance(event, QDropEvent) or not self._can_take(event.mimeData()):
            return False
        if QApplication.activeModalWidget() is not None:
            event.ignore()
            return True
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._take(event.mimeData())
        return True
