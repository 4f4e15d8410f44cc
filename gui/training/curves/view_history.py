"""Where a person looks: the same epochs in all plots, and the way back."""

import math
import time
from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from gui.training.curves.plot_surface import Surface

# What follows sooner is part of the same movement: one turn of the wheel, one drag, one held key.
_PAUSE = 0.6
_MOST_STEPS = 100

# What each plot shows; None where they show everything.
_View = tuple[tuple[float, ...], ...] | None


class Views(QObject):
    """Links plots, by what they are drawn on: who zooms into one of them sees the same epochs in the others.

    Signals:
        changed: whether the person looks at something of their own choice.
        whole_wanted: everything is to be seen again.
    """

    changed = Signal(bool)
    whole_wanted = Signal()

    def __init__(self, surfaces: Sequence[Surface], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._surfaces = surfaces
        self._here: _View = None
        self._past: deque[_View] = deque(maxlen=_MOST_STEPS)
        self._moved_at = -math.inf
        self._linking = False
        for surface in surfaces:
            view = surface.getViewBox()
            view.sigXRangeChanged.connect(self._link)
            view.sigRangeChangedManually.connect(self._moved)
            surface.back.connect(self.back)
            surface.whole.connect(self.whole)

    @Slot()
    def back(self) -> None:
        """See what was seen before."""
        if self._past:
            self._go(self._past.pop())

    @Slot()
    def whole(self) -> None:
        """See everything again."""
        self._past.clear()
        self._go(None)

    def _go(self, view: _View) -> None:
        self._set(view)
        self._moved_at = -math.inf
        if view is None:
            self.whole_wanted.emit()
            return
        for surface, seen in zip(self._surfaces, view, strict=True):
            surface.show_range(seen)

    def _set(self, view: _View) -> None:
        self._here = view
        for surface in self._surfaces:
            surface.following = view is None
        self.changed.emit(view is not None)

    @Slot()
    def _moved(self) -> None:
        now = time.monotonic()
        if now - self._moved_at > _PAUSE:
            self._past.append(self._here)
        self._moved_at = now
        if all(surface.shows_everything for surface in self._surfaces):
            # Zoomed out again as far as there is anything to see.
            self.whole()
        else:
            self._set(tuple(surface.seen for surface in self._surfaces))

    @Slot(object, object)
    def _link(self, view: object, epochs: tuple[float, float]) -> None:
        if self._linking:
            return
        self._linking = True
        try:
            for surface in self._surfaces:
                surface.show_x(float(epochs[0]), float(epochs[1]))
        finally:
            self._linking = False
