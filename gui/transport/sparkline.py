"""A small curve of the losses so far, without axes."""

import numpy as np
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.i18n import tr
from engine.types import FloatArray, IntArray
from gui.theme import Theme

# Points that are kept: about one a pixel.
_POINTS = 128
_EDGE = 2.0


class Sparkline(QWidget):
    """Draws means of equally many losses each, over the iterations so far."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("loss-sparkline")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        theme.changed.connect(self.update)
        self._mark: int | None = None
        self.clear()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(90), 0)

    @property
    def points(self) -> FloatArray:
        """(n,) the means, the last one of fewer losses than the others."""
        return self._sums / np.maximum(self._counts, 1)

    def clear(self) -> None:
        """Have no losses."""
        self._size = 1
        self._sums: FloatArray = np.zeros(0)
        self._counts: IntArray = np.zeros(0, np.int64)
        self.refresh()

    def add(self, losses: FloatArray) -> None:
        """Add the losses (k,) of the next mini-batches, up to one that is not finite; ``refresh`` draws them."""
        finite = np.isfinite(losses)
        losses = losses if finite.all() else losses[: int(finite.argmin())]
        done = int(self._counts.sum())
        at = np.arange(done, done + len(losses)) // self._size
        n = int(at[-1]) + 1 if len(at) else len(self._sums)
        added = np.bincount(at, losses, n).astype(np.float64)
        count = np.bincount(at, minlength=n)
        self._sums = added + np.pad(self._sums, (0, n - len(self._sums)))
        self._counts = count + np.pad(self._counts, (0, n - len(self._counts)))
        while len(self._sums) > _POINTS:
            self._size *= 2
            odd = len(self._sums) % 2
            self._sums = np.pad(self._sums, (0, odd)).reshape(-1, 2).sum(1)
            self._counts = np.pad(self._counts, (0, odd)).reshape(-1, 2).sum(1)

    def mark(self, iteration: int | None) -> None:
        """Mark where the network that is shown was; None for now."""
        self._mark = iteration
        self.update()

    def refresh(self) -> None:
        """Draw what was added."""
        points = self.points
        last = tr("Loss: {0}", f"{points[-1]:.3g}") if len(points) else tr("Loss")
        self.setToolTip(last)
        self.setAccessibleName(last)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        points = self.points
        if not len(points):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = self.width() - 2 * _EDGE, self.height() - 2 * _EDGE
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(QPointF(_EDGE, self.height() - 1), QPointF(self.width() - _EDGE, self.height() - 1))
        x = _EDGE + width * np.arange(len(points)) / max(len(points) - 1, 1)
        y = _EDGE + height * (1 - points / max(float(points.max()), 1e-9))
        painter.setPen(QPen(self._theme.colour("text"), self._theme.px(2)))
        line = [QPointF(*each) for each in zip(x.tolist(), y.tolist(), strict=True)]
        painter.drawPolyline(QPolygonF(line if len(line) > 1 else [QPointF(_EDGE, line[0].y()), line[0]]))
        if self._mark is not None:
            at = _EDGE + width * min(self._mark / max(int(self._counts.sum()), 1), 1)
            painter.setPen(QPen(self._theme.colour("accent"), self._theme.px(2)))
            painter.drawLine(QPointF(at, 0), QPointF(at, self.height()))
