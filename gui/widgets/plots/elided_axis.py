"""An axis whose title never reaches beyond it."""

import pyqtgraph as pg
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QGraphicsSceneResizeEvent


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

    def resizeEvent(self, event: QGraphicsSceneResizeEvent | None = None) -> None:
        # None once the plot is closed.
        if self.label is not None and self.labelText and QSizeF(self.size()) != self._fitted:
            self._fitted = QSizeF(self.size())
            self.label.setHtml(self.labelString())
        super().resizeEvent(event)
