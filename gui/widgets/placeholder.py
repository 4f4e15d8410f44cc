"""A widget, or a sentence in its place while it has nothing to show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from gui.widgets.cards import card, label


def centred(text: str, role: str = "", name: str = "") -> QLabel:
    """A label in the middle of an empty place, in as many lines as it takes."""
    made = label(text, role, name)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setWordWrap(True)
    return made


class Placeholder(QStackedWidget):
    """At first it shows the sentence.

    Attributes:
        words: the sentence's label.
    """

    def __init__(self, seen: QWidget, words: QLabel, framed: bool = False) -> None:
        """Args:
        framed: the sentence is on a card: the widget has its own.
        """
        super().__init__()
        self.words = words
        around: QWidget = words
        if framed:
            around, layout = card()
            layout.addWidget(words)
        self.addWidget(around)
        self.addWidget(seen)

    @property
    def said(self) -> str:
        """The sentence; "" while the widget is shown."""
        return self.words.text() if self.currentIndex() == 0 else ""

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self.words.setText(sentence)
        self.see(False)

    def see(self, there_is: bool = True) -> None:
        """Show the widget, or the sentence."""
        self.setCurrentIndex(int(there_is))
