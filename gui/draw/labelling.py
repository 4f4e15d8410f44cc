"""What the person says a drawing is."""

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
    """Has what is said kept, and brings back to the canvas what could not be.

    Signals:
        said: what was done, in a sentence that need not stay.
    """

    said = Signal(str)

    def __init__(
        self, model: DrawingModel, network: CurrentNetwork, keeping: AsyncDrawingStore, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model, self._network, self._keeping = model, network, keeping
        # What was said last: the very strokes, and what they are kept as.
        self._strokes: tuple[Stroke, ...] = ()
        self._drawing: Drawing | None = None
        keeping.kept.connect(self._kept)
        keeping.not_kept.connect(self._not_kept)

    def say(self, label: int, brush_width: float, network: str) -> bool:
        """Keep what is on the canvas, and clear that. False where nothing is drawn.

        Args:
            brush_width: what it was drawn with, in canvas units.
            network: what the network in use is called.
        """
        self._model.end()
        # Play's sliders are not the person's hand.
        strokes = self._model.unmoved
        if not strokes:
            return False
        before = self._drawing if strokes is self._strokes else None
        if before is not None and any(each.id == before.id for each in self._keeping.drawings):
            # Brought back by undo, because it was said wrong.
            self._keeping.relabel([before.id], label)
            self.said.emit(tr("Kept as {0} instead.", label))
        else:
            # What is answered before anything can learn from it.
            answer = self._network.recognizer.predict_drawing(strokes, brush_width)
            p = None if answer.digit is None else float(answer.probabilities[answer.digit])
            self._strokes, self._drawing = strokes, None
            self._keeping.keep(strokes, label, brush_width, answer.digit, p, network)
        self._model.clear()
        return True

    @Slot(object)
    def _not_kept(self, strokes: object) -> None:
        """It goes back to the canvas, unless something else is there by now."""
        if strokes is self._strokes and self._model.content.empty and self._model.running is None:
            self._model.undo()

    @Slot(object)
    def _kept(self, drawing: "Drawing") -> None:
        self._drawing = drawing
        more = "" if drawing.read == drawing.label else tr(" It was read as {0}.", drawing.read)
        self.said.emit(tr("Kept as {0}.", drawing.label) + more)
