"""A line with a message for the user, and buttons beside it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget

from engine.i18n import tr
from gui.widgets.announcer import announce
from gui.widgets.cards import label, row

# In a small window more would leave no room for the rest.
_MAX_SENTENCES = 5


class MessageBar(QFrame):
    """A message with buttons; hidden while there is no message."""

    def __init__(self, name: str, text: QLabel, *buttons: QWidget) -> None:
        """Args:
        name: object name, also the start of the text's.
        text: the label of the message.
        """
        super().__init__()
        self.setObjectName(name)
        self.setProperty("card", True)
        # It stays where it is: a double click does not fill the window with it.
        self.setProperty("enlarge", False)
        self._text = text
        text.setObjectName(f"{name}-text")
        # A file name in it may look like markup.
        text.setTextFormat(Qt.TextFormat.PlainText)
        layout = row((text, 1), *buttons)
        layout.setContentsMargins(14, 6, 8, 6)
        self.setLayout(layout)
        self.hide()

    @property
    def text(self) -> str:
        """The message shown, or ""."""
        return self._text.text() if not self.isHidden() else ""

    @Slot(str)
    def show_message(self, sentence: str) -> None:
        """Show a sentence; "" hides the line."""
        self._text.setText(sentence)
        self.setVisible(bool(sentence))
        announce(self._text, sentence)


class Notice(MessageBar):
    """A message bar at the top of the window, for errors; it has a button that closes it.

    A message does not replace one that is still shown: several files may fail one after the other.
    """

    def __init__(self) -> None:
        super().__init__("notice", label(role="error", wrap=True), close_button(lambda: self.show_message("")))

    @Slot(str)
    def show_message(self, sentence: str) -> None:
        """Show a sentence below those that are shown already; "" hides all.

        Of too many, the first and the last ones stay: the first may say that trainings are not stored.
        """
        new = sentence.splitlines()
        before = [each for each in self.text.splitlines() if each not in new] if new else []
        first, *others = [*before, *new] or [""]
        super().show_message("\n".join([first, *others[1 - _MAX_SENTENCES :]]))


def close_button(on_click: Callable[[], object]) -> QToolButton:
    """A button that closes a message."""
    button = QToolButton()
    button.setText("✕")
    button.setAccessibleName(tr("Close the message"))
    button.clicked.connect(on_click)
    return button
