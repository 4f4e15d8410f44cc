"""Announcements for screen readers."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Make a sentence the accessible name of a widget, and announce it at once if it can be seen and is not empty."""
    widget.setAccessibleName(sentence)
    if sentence and widget.isVisible():
        # Imported only where it is needed: making these Python types takes some ms, which would delay the start.
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))


class Announcer:
    """Announces the current item of a widget: it is the widget's accessible name until the widget loses the focus.

    A screen reader reads the name of the focused widget whenever it changes. The first time, the widget's own name goes
    before the sentence: the focus has just moved to the widget.
    """

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._name: str | None = None

    def announce(self, sentence: str) -> None:
        """Announce the current item."""
        if self._name is None:
            self._name = self._widget.accessibleName()
            sentence = f"{self._name}. {sentence}"
        announce(self._widget, sentence)

    def reset(self) -> None:
        """The widget has lost the focus: it gets its own name again."""
        if self._name is not None:
            self._widget.setAccessibleName(self._name)
            self._name = None
