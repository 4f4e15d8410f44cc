"""What a person writes about a run."""

import dataclasses

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from engine.runs import Run
from gui.i18n import tr
from gui.theme import Theme

_STYLE = """
QPlainTextEdit {{ border: 1px solid {bar}; border-radius: 4px; padding: 2px; background: {surface}; }}
QPlainTextEdit:focus {{ border-color: {accent}; }}
QPlainTextEdit:disabled {{ border-color: {line}; }}
"""


class NoteEditor(QPlainTextEdit):
    """``written``: a run's id and its new note, once the focus leaves, or another run is looked at."""

    written = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run-note")
        self.setAccessibleName(tr("Note about the run"))
        self.setPlaceholderText(tr("Write a note…"))
        self.setTabChangesFocus(True)
        self._theme = theme
        self._run: Run | None = None
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_run(self, run: Run | None) -> None:
        """The note of a run; of the same run, what is being written stays."""
        before = self._run
        if run is None or before is None or run.id != before.id:
            self.keep()
        elif self._changed:
            self._run = run
            return
        self._run = run
        text = "" if run is None else run.note
        if text != self.toPlainText():
            self.setPlainText(text)
        self.setEnabled(run is not None)

    @property
    def _changed(self) -> bool:
        return self._run is not None and self.toPlainText() != self._run.note

    @Slot()
    def keep(self) -> None:
        """Tell what was written, if anything was."""
        if self._run is not None and self._changed:
            # Before it is told: whoever hears of it shows the run again.
            self._run = dataclasses.replace(self._run, note=self.toPlainText())
            self.written.emit(self._run.id, self._run.note)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keep()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keep()

    @Slot()
    def _recolour(self) -> None:
        names = ("bar", "accent", "line", "surface")
        self.setStyleSheet(_STYLE.format(**{name: self._theme.colour(name).name() for name in names}))
