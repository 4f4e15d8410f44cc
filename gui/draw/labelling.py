"""Labelling: the drawing on the canvas gets a label and is kept."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from engine.ink.strokes import Stroke
from gui.current_network import CurrentNetwork
from gui.draw.drawing_model import DrawingModel
from gui.draw.handwriting.async_drawing_store import AsyncDrawingStore
from gui.i18n import tr

if TYPE_CHECKING:
    from engine.drawings import Drawing


class Labelling(QObject):
    """Keeps labelled drawings, and brings back to the canvas what could not be saved.

    Signals:
        message: what was done, as a sentence.
    """

    message = Signal(str)

    def __init__(self, model: DrawingModel, network: CurrentNetwork, store: AsyncDrawingStore, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._network, self._store = model, network, store
        # The strokes that were labelled last, and the Drawing that was stored for them.
        self._strokes: tuple[Stroke, ...] = ()
        self._drawing: Drawing | None = None
        store.kept.connect(self._kept)
        store.not_kept.connect(self._not_kept)

    def label(self, digit: int, brush_width: float) -> bool:
        """Keep the drawing on the canvas, and clear the canvas. False if it is empty.

        Args:
            brush_width: of the strokes, in canvas units.
        """
        self._model.end()
        # Without the sliders of the page Transform: they are not the user's handwriting.
        strokes = self._model.original
        if not strokes:
            return False
        before = self._drawing if strokes is self._strokes else None
        if before is not None and any(each.id == before.id for each in self._store.drawings):
            # The label was wrong, and undo has brought the drawing back.
            self._store.relabel([before.id], digit)
            self.message.emit(tr("Kept as {0} instead.", digit))
        else:
            # Predicted now, before a network can be trained with it.
            prediction = self._network.recognizer.predict_drawing(strokes, brush_width)
            p = None if prediction.digit is None else float(prediction.probabilities[prediction.digit])
            self._strokes, self._drawing = strokes, None
            self._store.keep(strokes, digit, brush_width, prediction.digit, p, self._network.name)
        self._model.clear()
        return True

    @Slot(object)
    def _not_kept(self, strokes: object) -> None:
        """Put it back on the canvas, if the canvas is still empty."""
        if strokes is self._strokes and self._model.content.empty and self._model.running is None:
            self._model.undo()

    @Slot(object)
    def _kept(self, drawing: "Drawing") -> None:
        self._drawing = drawing
        more = "" if drawing.predicted == drawing.label else tr(" It was predicted as {0}.", drawing.predicted)
        self.message.emit(tr("Kept as {0}.", drawing.label) + more)
