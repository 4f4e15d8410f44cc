"""My hand: say what was drawn, see how well the network has read you so far, and let it learn from you."""

from functools import partial

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from engine.types import CANVAS, CLASSES
from gui.draw.handwriting.async_drawing_store import AsyncDrawingStore
from gui.draw.handwriting.fine_tuning import FineTuning
from gui.i18n import tr
from gui.settings import Settings
from gui.theme import Theme
from gui.widgets.cards import label
from gui.widgets.tiles import Tiles

_LATEST = 30


class HandwritingPage(QWidget):
    """Attributes:
    learn: learns from what is kept.

    Signals:
    said: the digit that the person says was drawn.
    """

    said = Signal(int)

    def __init__(
        self, keeping: AsyncDrawingStore, settings: Settings, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("my-hand")
        self._keeping, self._settings, self._theme = keeping, settings, theme
        self._question = label(tr("What did you draw? Say it here, or press its key."), "heading")
        self._buttons: list[QPushButton] = []
        row = QHBoxLayout()
        row.setSpacing(4)
        for digit in range(CLASSES):
            button = QPushButton(str(digit))
            button.setObjectName(f"said-{digit}")
            button.setAccessibleName(tr("I drew {0}", digit))
            button.setProperty("small", True)
            button.setMinimumWidth(24)
            button.clicked.connect(partial(self.said.emit, digit))
            row.addWidget(button, 1)
            self._buttons.append(button)
        self.told = label("", name="hand-told")
        self.told.setWordWrap(True)
        self._latest = Tiles(theme, largest=2)
        self._latest.setObjectName("hand-latest")
        self._latest.setAccessibleName(tr("The latest drawings"))
        self._gallery = QPushButton(tr("All drawings…"))
        self._gallery.setObjectName("hand-gallery")
        self._gallery.setProperty("small", True)
        self._gallery.clicked.connect(self.open_gallery)
        kept = QWidget()
        self.learn = FineTuning(keeping, kept)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self.told, 1)
        below.addWidget(self.learn.button, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._gallery, 0, Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout(kept)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addLayout(below)
        inside.addWidget(self._latest, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self._question)
        whole.addLayout(row)
        whole.addWidget(self.learn, 1)
        keeping.changed.connect(self.refresh)
        self.refresh()

    def enable(self, can: bool) -> None:
        """Whether there are strokes to say something of."""
        for button in self._buttons:
            button.setEnabled(can)

    def showEvent(self, event: QShowEvent) -> None:
        self._keeping.open()

    @Slot()
    def refresh(self) -> None:
        """Show what is kept now."""
        drawings = self._keeping.drawings
        pictures = [self._keeping.pictures[drawing.id] for drawing in drawings[: -_LATEST - 1 : -1]]
        shown = np.array(pictures, np.float32) if pictures else np.zeros((0, CANVAS, CANVAS), np.float32)
        self._latest.show_values(shown, 255.0, signed=False)
        self.told.setText(self._in_words())

    def _in_words(self) -> str:
        n = len(self._keeping.drawings)
        if not n:
            return tr("Nothing is kept yet. What you say is kept with the drawing, on this computer alone.")
        right, asked = self._keeping.accuracy
        text = tr("1 drawing is kept.") if n == 1 else tr("{0} drawings are kept.", f"{n:,}")
        if not asked:
            return text
        share = f"{100 * right / asked:.1f}"
        return text + tr(" Yours so far: {0} of {1} read right ({2} %).", f"{right:,}", f"{asked:,}", share)

    @Slot()
    def open_gallery(self) -> None:
        """All of them, to look at, to put right and to delete."""
        from gui.draw.handwriting.drawing_gallery import Gallery

        self._keeping.open()
        gallery = Gallery(self._keeping, self._settings, self._theme, self)
        gallery.exec()
        gallery.deleteLater()
