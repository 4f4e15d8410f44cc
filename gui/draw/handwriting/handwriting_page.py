"""My handwriting: label drawings, see the network's accuracy on them, and fine-tune the network on them."""

from functools import partial

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from engine.i18n import tr, tr_n
from engine.ink.preprocess import Stages
from engine.recognizer import Prediction
from engine.types import CANVAS, CLASSES
from gui.draw.handwriting.fine_tuning import FineTuning
from gui.draw.pages.page import Page, PageContext
from gui.draw.probability_chart import Comparison
from gui.widgets.cards import button, column, label, row
from gui.widgets.tiles import Tiles

_LATEST = 30


class HandwritingPage(Page):
    """Attributes:
    fine_tuning: trains the network with the kept drawings.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setObjectName("handwriting")
        self._context, self._model, self._store = context, context.model, context.store
        self._question = label(name="handwriting-question", role="heading", wrap=True)
        self._labels = [button(str(digit), f"label-{digit}", partial(context.label, digit)) for digit in range(CLASSES)]
        for digit, each in enumerate(self._labels):
            each.setAccessibleName(tr("I drew {0}", digit))
            each.setMinimumWidth(24)
        self._text = label(name="handwriting-text", wrap=True)
        self._latest = Tiles(context.theme, "handwriting-latest", largest=2)
        self._latest.setAccessibleName(tr("The latest drawings"))
        kept = QWidget()
        self.fine_tuning = FineTuning(context.store, context.network, kept)
        gallery = button(tr("All drawings…"), "handwriting-gallery", self.open_gallery)
        buttons = row(self.fine_tuning.button, gallery, None, spacing=6)
        kept.setLayout(column(self._text, buttons, (self._latest, 1), spacing=6))
        labels = row(*((each, 1) for each in self._labels), spacing=4)
        self.setLayout(column(self._question, labels, (self.fine_tuning, 1), top=8))
        self.fine_tuning.changed.connect(self.changed)
        self.fine_tuning.problem.connect(context.report)
        self.fine_tuning.ended.connect(context.ended)
        self.fine_tuning.kept.connect(context.use_weights)
        self._model.history_changed.connect(self._enable_labels)
        self._store.changed.connect(self.refresh)
        self._enable_labels()
        self._ask()
        self.refresh()

    @Slot()
    def _enable_labels(self) -> None:
        for each in self._labels:
            each.setEnabled(self._model.has_strokes)

    def _ask(self) -> None:
        if self._context.number_digits.strokes is None:
            question = tr("What did you draw? Click it here, or press its key.")
        else:
            # The canvas frames the chosen digit in the accent colour, the others in grey.
            question = tr("Which digit is in the coloured frame? Click it here, or press its key.")
        self._question.setText(question)

    def show_prediction(self, prediction: Prediction, stages: Stages) -> None:
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        self._store.open()

    def comparison(self, prediction: Prediction) -> Comparison | None:
        return self.fine_tuning.predict(prediction.stages)

    def shut_down(self) -> None:
        self.fine_tuning.shut_down()

    @Slot()
    def refresh(self) -> None:
        """Show the number of stored drawings and the accuracy."""
        latest = [self._store.images[drawing.id] for drawing in self._store.drawings[: -_LATEST - 1 : -1]]
        shown = np.array(latest, np.float32) if latest else np.zeros((0, CANVAS, CANVAS), np.float32)
        self._latest.show_values(shown, 255.0, signed=False)
        n, (correct, predicted) = len(self._store.drawings), self._store.accuracy
        if not n:
            none = tr("No drawing is kept yet. Labelled drawings are kept, on this computer only.")
            text = self._store.unreadable or none
        else:
            text = tr_n("%n drawing(s) (is/are) kept.", None, n)
        if predicted:
            percent = f"{100 * correct / predicted:.1f}"
            text = tr("{0} Accuracy so far: {1:,} of {2:,} ({3} %).", text, correct, predicted, percent)
        self._text.setText(text)

    @Slot()
    def open_gallery(self) -> None:
        """All of them, to look at, to relabel and to delete."""
        from gui.draw.handwriting.drawing_gallery import Gallery

        self._store.open()
        gallery = Gallery(self._store, self._context.settings, self)
        gallery.exec()
        gallery.deleteLater()
