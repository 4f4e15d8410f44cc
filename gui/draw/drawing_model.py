"""What is on the canvas, with undo and redo."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.ink.preprocess import MAX_POINTS
from engine.ink.strokes import Stroke
from engine.types import FloatArray

# Steps back that are kept; pictures can be large.
_HISTORY = 200


@dataclass(frozen=True, eq=False)
class Content:
    """Either strokes, in canvas units, or a picture: (height, width) grey values in 0..1.

    ``prepared`` says that the picture is a network's input already, (28, 28), and is read as it is. ``thickness`` is
    how many times as wide as ever the lines are.
    """

    strokes: tuple[Stroke, ...] = ()
    picture: FloatArray | None = None
    prepared: bool = False
    thickness: float = 1.0

    @property
    def empty(self) -> bool:
        return not self.strokes and self.picture is None


@dataclass
class _History:
    undo: list[Content] = field(default_factory=list)
    redo: list[Content] = field(default_factory=list)


class DrawingModel(QObject):
    """The content, and the stroke that is being drawn right now.

    ``changed`` follows every change, a point added to the running stroke included; ``history_changed`` follows
    where undo, redo or clear have become possible or impossible.
    """

    changed = Signal()
    history_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = Content()
        self._history = _History()
        self._running: list[tuple[float, float]] | None = None
        self._playing: Content | None = None

    @property
    def content(self) -> Content:
        """What has been finished: without the running stroke."""
        return self._content

    @property
    def running(self) -> Stroke | None:
        """The stroke that is being drawn, as (n, 2) float32."""
        return None if self._running is None else np.array(self._running, np.float32)

    def strokes(self) -> list[Stroke]:
        """All strokes, the running one included."""
        running = self.running
        if running is None:
            return list(self._content.strokes)
        return [*([] if self._content.picture is not None else self._content.strokes), running]

    def begin(self, x: float, y: float) -> None:
        """The pen touches the canvas. On a picture that begins a new drawing."""
        self.end()
        self._running = [(x, y)]
        self._tell()

    def extend(self, x: float, y: float) -> None:
        """The pen has moved on."""
        if self._running is not None and self._running[-1] != (x, y) and len(self._running) < MAX_POINTS:
            self._running.append((x, y))
            self.changed.emit()

    def end(self) -> None:
        """The pen is lifted: the stroke becomes part of the drawing."""
        if self._running is not None:
            strokes = tuple(self.strokes())
            self._running = None
            self._replace(Content(strokes))

    def show_picture(self, grey: FloatArray, prepared: bool = False) -> None:
        """Put a picture in the place of what was there."""
        self._running = None
        self._replace(Content(picture=grey, prepared=prepared))

    def show_strokes(self, strokes: Sequence[Stroke]) -> None:
        """Put other strokes in the place of what was there."""
        self._running = None
        self._replace(Content(tuple(stroke for stroke in strokes if len(stroke))))

    @property
    def thickness(self) -> float:
        """How many times as wide as ever the lines are. Whatever is drawn anew is as wide as ever."""
        return 1.0 if self._running is not None else self._content.thickness

    @property
    def unmoved(self) -> tuple[Stroke, ...]:
        """The strokes as they were before ``move``: those that are there where nothing was moved."""
        return (self._playing or self._content).strokes

    def move(self, strokes: Sequence[Stroke], thickness: float = 1.0) -> None:
        """Put other strokes in the place of the finished ones. Until something else is done, all moves are one step:
        one undo brings the drawing back as it was before the first.

        Args:
            thickness: how many times as wide as before the first move the lines are.
        """
        if self._content.picture is not None or self._running is not None:
            return
        before = self._playing or self._content
        moved = Content(tuple(strokes), thickness=before.thickness * thickness)
        if self._playing is None:
            self._replace(moved, before)
        else:
            self._content = moved
            self._tell()

    def clear(self) -> None:
        """Empty the canvas; undo brings everything back."""
        if not self._content.empty:
            self._running = None
            self._replace(Content())
        elif self._running is not None:
            self._running = None
            self._tell()

    def undo(self) -> None:
        """One step back. A running stroke is finished first, so that it is what goes."""
        self.end()
        if self._history.undo:
            self._playing = None
            self._history.redo.append(self._content)
            self._content = self._history.undo.pop()
            self._tell()

    def redo(self) -> None:
        """One step forward again."""
        if self._running is None and self._history.redo:
            self._playing = None
            self._history.undo.append(self._content)
            self._content = self._history.redo.pop()
            self._tell()

    @property
    def can_undo(self) -> bool:
        return bool(self._history.undo) or self._running is not None

    @property
    def can_redo(self) -> bool:
        return bool(self._history.redo)

    def _replace(self, content: Content, playing: Content | None = None) -> None:
        self._history.undo.append(self._content)
        del self._history.undo[:-_HISTORY]
        self._history.redo.clear()
        self._content, self._playing = content, playing
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()
        self.history_changed.emit()
