"""An axis whose title never reaches beyond it, and whose numbers do not touch each other."""

import math

import pyqtgraph as pg
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QGraphicsSceneResizeEvent

from gui.widgets.plots.round_numbers import nice_above

# Between two numbers along a horizontal axis, at least: in text heights.
_BETWEEN = 0.5


class ElidedAxis(pg.AxisItem):
    """A title for which the axis is too short ends in "…"."""

    labelText: str  # noqa: N815 - of pyqtgraph
    # The size that the title was fitted to.
    _fitted = QSizeF()

    def labelString(self) -> str:
        whole = self.labelText
        font, size = self.style["tickFont"], self.size()
        if font is not None and not size.isEmpty():
            room = size.height() if self.orientation in ("left", "right") else size.width()
            self.labelText = QFontMetricsF(font).elidedText(whole, Qt.TextElideMode.ElideRight, room)
        try:
            return str(super().labelString())
        finally:
            self.labelText = whole

    def round_spacing(self, low: float, high: float, size: float, apart: float) -> float:
        """The least round distance from one number to the next.

        Args:
            low, high: the ends of the axis.
            size: its length in pixels.
            apart: the least distance of two numbers in text heights; along a horizontal axis wide ones get more.
        """
        font = self.style["tickFont"]
        height = 1.0 if font is None else QFontMetricsF(font).height()
        steps, pixels = (1.0, 2.0, 5.0, 10.0), size / (high - low)
        spacing = nice_above((high - low) / max(size / (apart * height), 2), steps)
        while self.orientation in ("top", "bottom") and font is not None and spacing < high - low:
            first, last = math.ceil(low / spacing), math.floor(high / spacing)
            texts = self.tickStrings([i * spacing for i in range(first, last + 1)], 1.0, spacing)
            widest = max(map(QFontMetricsF(font).horizontalAdvance, texts), default=0.0)
            if widest + _BETWEEN * height <= spacing * pixels:
                break
            spacing = nice_above(1.01 * spacing, steps)
        return spacing

    def resizeEvent(self, event: QGraphicsSceneResizeEvent | None = None) -> None:
        # None once the plot is closed.
        if self.label is not None and self.labelText and QSizeF(self.size()) != self._fitted:
            self._fitted = QSizeF(self.size())
            self.label.setHtml(self.labelString())
        super().resizeEvent(event)
