"""A line below the list: what was done, and how to undo it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.announcer import announce
from gui.widgets.cards import ElidedLabel

_STYLE = """
QFrame#runs-bar {{ background: {window}; border: 1px solid {line}; border-radius: 6px; }}
QPushButton {{ padding: 3px 12px; }}
QPushButton:focus {{ padding: 2px 11px; }}
QToolButton {{ padding: 3px 7px; border: 1px solid transparent; border-radius: 6px; background: transparent; }}
QToolButton:hover, QToolButton:focus {{ border-color: {accent}; }}
"""


class UndoBar(QFrame):
    """Hidden while there is nothing to say. ``undo_wanted``: take back what was told last."""

    undo_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runs-bar")
        self._theme = theme
        self._text = ElidedLabel()
        self._text.setObjectName("runs-bar-text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self.undo = QPushButton(tr("Undo"))
        self.undo.setObjectName("runs-undo")
        self.undo.setToolTip(tr("Bring it back (Ctrl+Z)"))
        self.undo.clicked.connect(self.undo_wanted)
        close = QToolButton()
        close.setText("✕")
        close.setAccessibleName(tr("Close the line"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 4, 4)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.undo)
        layout.addWidget(close)
        theme.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    @property
    def text(self) -> str:
        """What is being said."""
        return self._text.text() if not self.isHidden() else ""

    @Slot(str)
    def say(self, sentence: str, undo: bool = False) -> None:
        """Show a sentence, and whether it can be undone; an empty one hides the line."""
        self._text.setText(sentence)
        self.undo.setVisible(undo)
        self.setVisible(bool(sentence))
        announce(self._text, sentence)

    @Slot()
    def _recolour(self) -> None:
        names = ("window", "line", "accent")
        self.setStyleSheet(_STYLE.format(**{name: self._theme.colour(name).name() for name in names}))
