"""The prediction for every shift of the network's input, as a small map."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from engine.explain.shift_map import ShiftMap
from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.array_view import Cell, GridView

# The least opacity of a cell: an unsure prediction must still be visible.
_LEAST_OPACITY = 40


class ShiftMapView(GridView):
    """One cell for each shift of ``map``; no shift is in the middle."""

    SIZE, LEAST_SIZE = (170, 170), (85, 85)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "shift-map")
        self.setAccessibleName(tr("The prediction for every shift"))
        self.show_map(None, None)

    def show_map(self, shift_map: ShiftMap | None, digit: int | None) -> None:
        """Args:
        shift_map: None where it is not known.
        digit: the prediction without a shift.
        """
        self.map, self._digit = shift_map, digit
        text = tr("The arrow keys go from shift to shift.")
        if shift_map is None:
            self.current = None
        else:
            self.current = self.current or self._first_cell()
            same = int(np.count_nonzero(shift_map.digits == digit))
            text = tr("The prediction is the same for {0} of {1} shifts.", same, shift_map.digits.size) + f" {text}"
        self.setAccessibleDescription(text)
        self.update()

    def _grid(self) -> tuple[QRectF, int, int]:
        n = 0 if self.map is None else len(self.map.digits)
        size = min(self.width(), self.height()) / max(n, 1)
        # Cells of whole pixels are even.
        side = max(n, 1) * (int(size) if size >= 1 else size)
        return QRectF(0, 0, side, side), n, n

    def cell_text(self, cell: Cell) -> str:
        assert self.map is not None
        reach = len(self.map.digits) // 2
        percent = f"{100 * float(self.map.probabilities[cell]):.0f}"
        digit = int(self.map.digits[cell])
        return tr("{0} right, {1} down: {2} ({3} %)", cell[1] - reach, cell[0] - reach, digit, percent)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self._theme.colour
        painter.fillRect(self.rect(), colour("surface"))
        area, n, _ = self._grid()
        if self.map is None:
            painter.setPen(QPen(colour("line"), 1))
            painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
            self._paint_focus(painter, area)
            return
        font = painter.font()
        font.setPixelSize(max(6, round(0.75 * area.width() / n)))
        painter.setFont(font)
        for cell in np.ndindex(n, n):
            digit, p = int(self.map.digits[cell]), float(self.map.probabilities[cell])
            fill = QColor(colour("winner" if digit == self._digit else "compared"))
            fill.setAlpha(round(_LEAST_OPACITY + (255 - _LEAST_OPACITY) * p))
            rect = self.cell_rect(cell)
            painter.fillRect(rect.adjusted(0, 0, -0.5, -0.5), fill)
            if digit != self._digit:
                painter.setPen(colour("text"))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(digit))
        painter.setPen(QPen(colour("text"), 1))
        painter.drawRect(self.cell_rect((n // 2, n // 2)))
        self._paint_focus(painter, area, self.cell_rect(self.current))
