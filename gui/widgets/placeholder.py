"""Something to be seen, or, while there is nothing to be seen, a sentence in its place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from gui.widgets.cards import card, label


def centred(text: str, role: str = "", name: str = "") -> QLabel:
    """A label that stands in the middle of an empty place, in as many lines as it takes."""
    made = label(text, role, name)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setWordWrap(True)
    return made


class Placeholder(QStackedWidget):
    """At first the words.

    Attributes:
        words: the sentence.
    """

    def __init__(self, seen: QWidget, words: QLabel, framed: bool = False, parent: QWidget | None = None) -> None:
        """Args:
        framed: the words are on a card: what is to be seen has its own.
        """
        super().__init__(parent)
        self.words = words
        around: QWidget = words
        if framed:
            around, layout = card()
            layout.addWidget(words)
        self.addWidget(around)
        self.addWidget(seen)

    @property
    def said(self) -> str:
        """The sentence; "" where there is something to be seen."""
        return self.words.text() if self.currentIndex() == 0 else ""

    def say(self, sentence: str) -> None:
        """There is nothing to be seen."""
        self.words.setText(sentence)
        self.see(False)

    def see(self, there_is: bool = True) -> None:
        """Whether there is something to be seen."""
        self.setCurrentIndex(int(there_is))
