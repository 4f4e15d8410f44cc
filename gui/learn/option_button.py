"""A button with an answer, whose text is wrapped."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from gui.widgets.cards import column, label

_BESIDE, _ABOVE = 10, 4


class OptionButton(QPushButton):
    """Qt's own buttons have one line of text, which is clipped."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._label = label(wrap=True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = column(self._label)
        layout.setContentsMargins(_BESIDE, _ABOVE, _BESIDE, _ABOVE)
        self.setLayout(layout)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    @property
    def unwrapped(self) -> int:
        """How wide it is with its text in one line."""
        return self._label.fontMetrics().horizontalAdvance(self._label.text()) + 2 * _BESIDE

    def wrap(self, wrapped: bool) -> None:
        """Whether the text may have several lines."""
        self._label.setWordWrap(wrapped)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.minimumSize()

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        assert layout is not None
        return layout.heightForWidth(width)
