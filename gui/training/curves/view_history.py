"""The same epochs in all plots, and the earlier views."""

import math
import time
from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from gui.training.curves.surface import Surface

# Changes within this time belong to the same movement: wheel steps, a drag, a held key.
PAUSE = 0.6
_MAX_STEPS = 100


class ViewHistory(QObject):
    """Links plots: zooming one of them shows the same epochs in the others.

    A view has the ranges of each plot; None is the whole training.

    Signals:
        changed: whether the view is one that the user has chosen.
        reset: the whole training is shown again.
    """

    changed = Signal(bool)
    reset = Signal()

    def __init__(self, surfaces: Sequence[Surface], parent: QObject) -> None:
        super().__init__(parent)
        self._surfaces = surfaces
        self._view: tuple[tuple[float, ...], ...] | None = None
        self._past: deque[tuple[tuple[float, ...], ...] | None] = deque(maxlen=_MAX_STEPS)
        self._moved_at = -math.inf
        self._linking = False
        for surface in surfaces:
            view = surface.getViewBox()
            view.sigXRangeChanged.connect(self._link)
            view.sigRangeChangedManually.connect(self._moved)
            surface.back.connect(self.back)
            surface.reset.connect(self.show_all)

    @Slot()
    def back(self) -> None:
        """Go back to the view before."""
        if not self._past:
            return
        view = self._past.pop()
        if view is None:
            self.show_all()
            return
        self._set(view)
        for surface, ranges in zip(self._surfaces, view, strict=True):
            surface.show_range(ranges)

    @Slot()
    def show_all(self) -> None:
        """Show the whole training."""
        self._past.clear()
        self._set(None)
        self.reset.emit()

    def _set(self, view: tuple[tuple[float, ...], ...] | None) -> None:
        self._view, self._moved_at = view, -math.inf
        for surface in self._surfaces:
            surface.following = view is None
        self.changed.emit(view is not None)

    @Slot()
    def _moved(self) -> None:
        now = time.monotonic()
        if now - self._moved_at > PAUSE:
            self._past.append(self._view)
        if all(surface.shows_everything for surface in self._surfaces):
            self.show_all()  # zoomed out completely
        else:
            self._set(tuple(surface.seen for surface in self._surfaces))
            self._moved_at = now

    @Slot(object, object)
    def _link(self, view: object, epochs: tuple[float, float]) -> None:
        if self._linking:
            return
        self._linking = True
        for surface in self._surfaces:
            surface.show_range(epochs)
        self._linking = False
