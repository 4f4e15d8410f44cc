"""Keys that a widget keeps for itself while the focus is in it: the window's shortcuts do not get them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent


class OwnKeys:
    """To be mixed into a widget, before its class of Qt. What a key means is said in one place, ``_meaning``."""

    def _meaning(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does where the focus is; None where it is no key of this widget's."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._meaning(event):
            event.accept()
            return True
        return bool(super().event(event))  # type: ignore[misc] # of Qt's class

    def keyPressEvent(self, event: QKeyEvent) -> None:
        meaning = self._meaning(event)
        if meaning is None:
            # Whoever is around the widget may know what to do with it.
            event.ignore()
        else:
            meaning()
