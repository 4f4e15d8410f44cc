"""A progress bar with a text, and a button to cancel."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from gui.i18n import tr
from gui.widgets.cards import label


class ProgressLine(QWidget):
    """``cancelled``: the button was clicked."""

    cancelled = Signal()

    def __init__(self, name: str, title: str, cancel: str, parent: QWidget | None = None) -> None:
        """Args:
        name: the common part of the object names.
        title, cancel: the accessible names of the bar and of the button.
        """
        super().__init__(parent)
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{name}-progress")
        self._bar.setAccessibleName(title)
        self._bar.setTextVisible(False)
        self._text = label("", "muted", f"{name}-done")
        self._cancel = QPushButton(tr("Cancel"))
        self._cancel.setObjectName(f"cancel-{name}")
        self._cancel.setAccessibleName(cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._bar, 1)
        row.addWidget(self._text)
        row.addWidget(self._cancel)
        self._cancel.clicked.connect(self._on_clicked)
        self.hide()

    def begin(self) -> None:
        """Show it, with no known progress."""
        self._bar.setRange(0, 0)
        self._text.setText("")
        self._cancel.setEnabled(True)
        self.show()

    def show_done(self, done: int, total: int, text: str) -> None:
        """The progress; 0 of 0 where it is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._text.setText(text)

    @Slot()
    def _on_clicked(self) -> None:
        self._cancel.setEnabled(False)
        self.cancelled.emit()
