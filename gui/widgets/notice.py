"""A line at the top of the window for what the person should know, which goes when it is no longer true."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from gui.i18n import tr
from gui.widgets.announcer import announce
from gui.widgets.cards import label


class Notice(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("card", True)
        self._text: QLabel = label("", "error", "notice-text")
        self._text.setWordWrap(True)
        # A name in it may look like markup.
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        close = QToolButton()
        close.setText("✕")
        close.setAccessibleName(tr("Close the notice"))
        close.clicked.connect(self.take_back)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self._text, 1)
        layout.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What is being said."""
        return self._text.text() if not self.isHidden() else ""

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Show a sentence; an empty one hides the line."""
        self._text.setText(sentence)
        self.setVisible(bool(sentence))
        announce(self._text, sentence)

    @Slot()
    def take_back(self) -> None:
        self.say("")
