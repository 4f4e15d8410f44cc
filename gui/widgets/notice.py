"""A line at the top of the window with a message for the person, until it is closed or no longer true."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from gui.i18n import tr
from gui.widgets.announcer import announce
from gui.widgets.cards import label


class Notice(QFrame):
    """Hidden while there is no message."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("card", True)
        self._text: QLabel = label("", "error", "notice-text")
        self._text.setWordWrap(True)
        # A file name in it may look like markup.
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        close = QToolButton()
        close.setText("✕")
        close.setAccessibleName(tr("Close the notice"))
        close.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self._text, 1)
        layout.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """The message shown, or ""."""
        return self._text.text() if not self.isHidden() else ""

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Show a sentence; "" hides the line."""
        self._text.setText(sentence)
        self.setVisible(bool(sentence))
        announce(self._text, sentence)

    @Slot()
    def dismiss(self) -> None:
        self.say("")
