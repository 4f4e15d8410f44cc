"""Labelling: the drawing on the canvas gets a label and is kept, until undo takes it back."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal, Slot

from engine.i18n import tr
from engine.ink.strokes import Stroke
from engine.recognizer import SURE
from gui.current_network import CurrentNetwork
from gui.draw.drawing_model import Content, DrawingModel
from gui.draw.handwriting.async_drawing_store import AsyncDrawingStore

if TYPE_CHECKING:
    from engine.drawings import Drawing


@dataclass
class _Record:
    """Attributes:
    drawing_id: of the stored drawing.
    saved: whether it was written.
    kept: False after undo has taken it back.
    """

    drawing_id: str
    saved: bool = False
    kept: bool = True


class Labelling(QObject):
    """Keeps labelled drawings. A drawing and its stored record belong together: undo deletes the record when it brings
    the drawing back to the canvas, and redo restores it. What cannot be saved or deleted is undone on the canvas, too.

    Signals:
        notice: what the last step on the canvas has kept, as a sentence; "" where it has kept nothing.
    """

    notice = Signal(str)

    def __init__(self, model: DrawingModel, network: CurrentNetwork, store: AsyncDrawingStore, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._network, self._store = model, network, store
        # By what is on the canvas without the labelled drawing; forgotten with that step of the history.
        self._records: WeakKeyDictionary[Content, _Record] = WeakKeyDictionary()
        # The strokes that were labelled last, and their prediction: the digit, its probability, the network's name.
        self._predicted: tuple[tuple[Stroke, ...], tuple[int | None, float | None, str]] | None = None
        self._sentence = ""
        store.kept.connect(self._saved)
        store.not_kept.connect(self._not_saved)
        store.changed.connect(self._show)
        model.undone.connect(self._take_back)
        model.redone.connect(self._keep_again)
        model.changed.connect(self._show)

    def label(self, digit: int, brush_width: float, only: tuple[int, ...] | None = None) -> bool:
        """Keep the drawing on the canvas, and clear the canvas. False if it is empty.

        Args:
            brush_width: of the strokes, in canvas units.
            only: of several digits, the indices of the strokes of the one to keep; the others stay on the canvas.
        """
        self._model.end()
        # Without the sliders of the page Transform: they are not the user's handwriting.
        strokes = self._model.original
        if not strokes:
            return False
        if strokes is not self._model.content.strokes:
            # Undo is to bring back what was kept.
            self._model.transform(strokes)
        kept = strokes if only is None else tuple(strokes[i] for i in only)
        drawing_id = self._store.keep(kept, digit, brush_width, *self._prediction(kept, brush_width))
        if only is None:
            self._model.clear()
        else:
            self._model.remove(only)
        self._records[self._model.content] = _Record(drawing_id)
        return True

    def _prediction(self, strokes: tuple[Stroke, ...], brush_width: float) -> tuple[int | None, float | None, str]:
        """Predicted when it is labelled first, before a network can be trained with it."""
        before = () if self._predicted is None else self._predicted[0]
        if self._predicted is None or list(map(id, before)) != list(map(id, strokes)):
            prediction = self._network.recognizer.predict_drawing(strokes, brush_width)
            p = None if prediction.digit is None else float(prediction.probabilities[prediction.digit])
            self._predicted = (strokes, (prediction.digit, p, self._network.name))
        return self._predicted[1]

    def _find(self, drawing_id: str) -> tuple[Content, _Record] | None:
        return next((pair for pair in self._records.items() if pair[1].drawing_id == drawing_id), None)

    def _stored(self, drawing_id: str) -> "Drawing | None":
        return next((each for each in self._store.drawings if each.id == drawing_id), None)

    # -- saving

    @Slot(object)
    def _saved(self, drawing: "Drawing") -> None:
        found = self._find(drawing.id)
        if found is not None:
            found[1].saved = True
            self._show()

    @Slot(object)
    def _not_saved(self, drawing_id: str) -> None:
        """Put it back on the canvas, if nothing was drawn since."""
        found = self._find(drawing_id)
        if found is not None:
            content = found[0]
            del self._records[content]
            if self._is_shown(content):
                self._model.undo()

    # -- undo and redo

    @Slot(object)
    def _take_back(self, left: Content) -> None:
        """Undo has brought a labelled drawing back: delete its record. One that was deleted elsewhere stays deleted."""
        record, back = self._records.get(left), self._model.content
        if record is None or not record.kept or (record.saved and self._stored(record.drawing_id) is None):
            return
        record.kept = False

        def failed() -> None:
            record.kept = True
            # One that could not be saved either is on the canvas alone.
            if record.saved and self._is_shown(back):
                self._model.redo()

        self._store.delete([record.drawing_id], failed)

    @Slot(object)
    def _keep_again(self, content: Content) -> None:
        record = self._records.get(content)
        if record is None or record.kept:
            return
        record.kept = True

        def failed() -> None:
            if self._stored(record.drawing_id) is not None:
                self._show()  # it could not be deleted before, either
                return
            record.kept = False
            if self._is_shown(content):
                self._model.undo()

        self._store.restore([record.drawing_id], failed)

    def _is_shown(self, content: Content) -> bool:
        """Whether it is on the canvas, and nothing was drawn since."""
        return self._model.content is content and self._model.running is None

    # -- what is said about it

    @Slot()
    def _show(self) -> None:
        record = self._records.get(self._model.content) if self._model.running is None else None
        drawing = self._stored(record.drawing_id) if record is not None and record.kept else None
        sentence = ""
        if drawing is not None:
            sentence = tr("Kept as {0}.", drawing.label)
            if drawing.probability is not None and drawing.probability < SURE:
                sentence = tr("{0} The network was not sure.", sentence)
            elif drawing.predicted not in (None, drawing.label):
                sentence = tr("{0} It was predicted as {1}.", sentence, drawing.predicted)
        if sentence != self._sentence:
            self._sentence = sentence
            self.notice.emit(sentence)
