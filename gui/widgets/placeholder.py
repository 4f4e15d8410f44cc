"""A widget, or a sentence in its place while the widget has nothing to show."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from gui.widgets import cards


def centred(text: str, role: str = "", name: str = "") -> QLabel:
    """A centred label with word wrap, for an empty area."""
    made = cards.label(text, role, name, wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


class Placeholder(QStackedWidget):
    """Shows a sentence at first.

    Attributes:
        label: shows the sentence.
    """

    def __init__(self, widget: QWidget, label: QLabel, framed: bool = False) -> None:
        """Args:
        framed: show the sentence on a card, because the widget has its own card.
        """
        super().__init__()
        self.label = label
        container: QWidget = label
        if framed:
            container, layout = cards.card()
            layout.addWidget(label)
        self._both = (container, widget)
        for each in self._both:
            self.addWidget(each)

    @property
    def text(self) -> str:
        """The sentence; "" while the widget is shown."""
        return self.label.text() if self.currentIndex() == 0 else ""

    def show_text(self, sentence: str) -> None:
        """Show a sentence."""
        self.label.setText(sentence)
        self.show_widget(False)

    def show_widget(self, visible: bool = True) -> None:
        """Show the widget, or the sentence."""
        self.setCurrentIndex(int(visible))
        self.updateGeometry()

    # What is not shown takes no room.

    def minimumSizeHint(self) -> QSize:
        return self._both[self.currentIndex()].minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        # The layout has the largest of both heights.
        return self.currentIndex() == 1 and super().hasHeightForWidth()
