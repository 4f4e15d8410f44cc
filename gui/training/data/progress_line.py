"""A line that says how far something is that takes time, and a button to end it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from gui.i18n import tr
from gui.widgets.cards import label


class ProgressLine(QWidget):
    """``cancelled``: the person wants it to end."""

    cancelled = Signal()

    def __init__(self, name: str, title: str, cancel: str, parent: QWidget | None = None) -> None:
        """Args:
        name: what the object names have in common.
        title, cancel: what a screen reader says of the bar and of the button.
        """
        super().__init__(parent)
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{name}-progress")
        self._bar.setAccessibleName(title)
        self._bar.setTextVisible(False)
        self._words = label("", "muted", f"{name}-done")
        self._cancel = QPushButton(tr("Cancel"))
        self._cancel.setObjectName(f"cancel-{name}")
        self._cancel.setAccessibleName(cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._bar, 1)
        row.addWidget(self._words)
        row.addWidget(self._cancel)
        self._cancel.clicked.connect(self._on_clicked)
        self.hide()

    def begin(self) -> None:
        """Be there; how far it is is not known yet."""
        self._bar.setRange(0, 0)
        self._words.setText("")
        self._cancel.setEnabled(True)
        self.show()

    def show_done(self, done: int, total: int, words: str) -> None:
        """How far it is; 0 of 0 where that is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._words.setText(words)

    @Slot()
    def _on_clicked(self) -> None:
        self._cancel.setEnabled(False)
        self.cancelled.emit()
