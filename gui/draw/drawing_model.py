"""What is on the canvas, with undo and redo."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.ink.preprocess import STROKE_WIDTH, Stages, Steps, prepare_drawing, stages_of_input
from engine.ink.strokes import Stroke
from engine.io.limits import MAX_POINTS
from engine.types import FloatArray

# Undo steps that are kept.
_HISTORY = 200
# An image takes up to a MB.
_IMAGES_IN_HISTORY = 20


@dataclass(frozen=True, eq=False)
class Content:
    """Either strokes, in canvas units, or an image: (height, width) grey values in 0..1.

    Attributes:
        prepared: the image is a network's input already, (28, 28), and gets no preprocessing.
        thickness: the factor of the strokes' width.
        label: the true label of an image of a dataset, or None.
    """

    strokes: tuple[Stroke, ...] = ()
    image: FloatArray | None = None
    prepared: bool = False
    thickness: float = 1.0
    label: int | None = None

    @property
    def empty(self) -> bool:
        return not self.strokes and self.image is None


class DrawingModel(QObject):
    """The content, and the running stroke, which is being drawn right now.

    Attributes:
        content: what is finished, without the running stroke.

    Signals:
        changed: after every change, also after a point added to the running stroke.
        history_changed: undo, redo or clear may have become possible or impossible.
        undone: the Content that an undo has left. redone: the Content that a redo has brought back.
    """

    changed = Signal()
    history_changed = Signal()
    undone = Signal(object)
    redone = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.content = Content()
        self._undo: list[Content] = []
        self._redo: list[Content] = []
        self._running: list[tuple[float, float]] | None = None
        # Before ``transform``.
        self._original: Content | None = None
        # The last image, and its stages by the steps that are on.
        self._prepared: tuple[Content, dict[Steps, Stages]] = (self.content, {})

    @property
    def running(self) -> Stroke | None:
        """The running stroke, as (n, 2) float32."""
        return None if self._running is None else np.array(self._running, np.float32)

    @property
    def has_strokes(self) -> bool:
        """Whether there is a stroke, also a running one."""
        return self._running is not None or bool(self.content.strokes)

    def strokes(self) -> list[Stroke]:
        """All strokes, the running one included."""
        running = self.running
        return [*self.content.strokes] if running is None else [*self.content.strokes, running]

    def stages(self, brush_width: float, steps: Steps, only: Sequence[int] | None = None) -> Stages:
        """The preprocessing stages of the content of the canvas.

        Args:
            brush_width: of the strokes, in canvas units.
            steps: of the preprocessing; an image that is prepared already gets none.
            only: the indices of the strokes that count; all where None. An image has none.
        """
        image = self.content.image
        if image is None or self._running is not None:
            strokes = self.strokes()
            if only is not None:
                strokes = [strokes[i] for i in only]
            return prepare_drawing(strokes, brush_width, steps, STROKE_WIDTH * self.thickness)
        if self.content.prepared:
            return stages_of_input(image)
        # To prepare a photo takes longer than to predict it, and a network in training predicts ten times a second.
        if self._prepared[0] is not self.content:
            self._prepared = (self.content, {})
        stages = self._prepared[1]
        if steps not in stages:
            # Imported only if there is an image, since it loads Pillow.
            from engine.ink.images import prepare_image

            stages[steps] = prepare_image(image, steps)
        return stages[steps]

    def begin(self, x: float, y: float) -> None:
        """The pen touches the canvas. On an image a new drawing starts."""
        self.end()
        self._running = [(x, y)]
        self._notify()

    def extend(self, x: float, y: float) -> None:
        """The pen has moved."""
        if self._running is not None and self._running[-1] != (x, y) and len(self._running) < MAX_POINTS:
            self._running.append((x, y))
            self.changed.emit()

    def end(self) -> None:
        """The pen is lifted: the stroke becomes part of the drawing."""
        if self._running is not None:
            self._replace(Content(tuple(self.strokes())))

    def show_image(self, grey: FloatArray, prepared: bool = False, label: int | None = None) -> None:
        """Replace the content by an image, perhaps with its true label."""
        self._replace(Content(image=grey, prepared=prepared, label=label))

    def show_strokes(self, strokes: Sequence[Stroke]) -> None:
        """Replace the content by other strokes."""
        self._replace(Content(tuple(stroke for stroke in strokes if len(stroke))))

    @property
    def thickness(self) -> float:
        """The factor of the strokes' width; reset to 1 for the next drawing."""
        return 1.0 if self._running is not None else self.content.thickness

    @property
    def original(self) -> tuple[Stroke, ...]:
        """The strokes as they were before ``transform``: the present ones where nothing was transformed."""
        return (self._original or self.content).strokes

    def transform(self, strokes: Sequence[Stroke], thickness: float = 1.0) -> None:
        """Replace the finished strokes by transformed ones. One undo reverts all transforms in a row.

        Args:
            thickness: the factor of the original strokes' width.
        """
        if self.content.image is not None or self._running is not None:
            return
        original = self._original or self.content
        transformed = Content(tuple(strokes), thickness=original.thickness * thickness)
        if self._original is None:
            self._replace(transformed, original)
        else:
            self.content = transformed
            self._notify()

    def remove(self, indices: Sequence[int]) -> None:
        """Take some of the finished strokes off the canvas; undo brings them back."""
        self._replace(Content(tuple(s for i, s in enumerate(self.content.strokes) if i not in indices)))

    def clear(self) -> None:
        """Empty the canvas; undo brings everything back."""
        if not self.content.empty:
            self._replace(Content())
        elif self._running is not None:
            self._running = None
            self._notify()

    def undo(self) -> None:
        """One step back. A running stroke is finished first, so that it is the step."""
        self.end()
        left = self.content
        if self._go(self._undo, self._redo):
            self.undone.emit(left)

    def redo(self) -> None:
        """One step forward again."""
        if self._running is None and self._go(self._redo, self._undo):
            self.redone.emit(self.content)

    def _go(self, source: list[Content], target: list[Content]) -> bool:
        if source:
            self._original = None
            target.append(self.content)
            self.content = source.pop()
            self._notify()
            return True
        return False

    @property
    def can_undo(self) -> bool:
        return bool(self._undo) or self._running is not None

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    def _replace(self, content: Content, original: Content | None = None) -> None:
        self._running = None
        self._undo.append(self.content)
        del self._undo[:-_HISTORY]
        images = [i for i, each in enumerate(self._undo) if each.image is not None and not each.prepared]
        del self._undo[: images[-_IMAGES_IN_HISTORY] if len(images) > _IMAGES_IN_HISTORY else 0]
        self._redo.clear()
        self.content, self._original = content, original
        self._notify()

    def _notify(self) -> None:
        self.changed.emit()
        self.history_changed.emit()
