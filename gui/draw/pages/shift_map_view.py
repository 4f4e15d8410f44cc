"""The prediction for every shift of the network's input, as a small map."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from engine.explain.shift_map import ShiftMap
from engine.i18n import tr
from engine.recognizer import SURE
from engine.types import CLASSES
from gui.theme import Theme
from gui.widgets.array_view import Cell, GridView


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
        digit: the prediction without a shift; None where it is not sure.
        """
        self.map, self._digit = shift_map, digit
        text = tr("The arrow keys go from shift to shift.")
        if shift_map is None:
            self.current = None
        else:
            self.current = self.current or self._first_cell()
            text = shifts_text(shift_map, digit) + f" {text}"
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
        shift = tr("{0} right, {1} down", cell[1] - reach, cell[0] - reach)
        if self.map.probabilities[cell] >= SURE:
            return tr("{0}: {1} ({2} %)", shift, digit, percent)
        return tr("{0}: not sure, perhaps {1} ({2} %)", shift, digit, percent)

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
            sure = p >= SURE
            fill = QColor(colour("bar" if not sure else "winner" if digit == self._digit else "compared"))
            fill.setAlphaF(p if sure else 0.5)
            rect = self.cell_rect(cell)
            painter.fillRect(rect.adjusted(0, 0, -0.5, -0.5), fill)
            if sure and digit != self._digit:
                painter.setPen(colour("text"))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(digit))
        painter.setPen(QPen(colour("text"), 1))
        painter.drawRect(self.cell_rect((n // 2, n // 2)))
        self._paint_focus(painter, area, self.cell_rect(self.current))


def shifts_text(found: ShiftMap, digit: int | None) -> str:
    """Of how many shifts the network predicts which digit, in sentences.

    Args:
        digit: the prediction without a shift; None where it is not sure.
    """
    sure = found.probabilities >= SURE
    n, unsure = sure.size, int(np.count_nonzero(~sure))
    counts = np.bincount(found.digits[sure], minlength=CLASSES)
    if digit is not None:
        text = tr("Shifted, it is still predicted as {0} for {1} of {2} shifts.", digit, int(counts[digit]), n)
        others = int(counts.sum() - counts[digit])
        if others:
            text = tr("{0} For {1} it is another digit.", text, others)
        return tr("{0} For {1} the network is not sure (grey).", text, unsure) if unsure else text
    if unsure == n:
        return tr("The network is not sure of this drawing, however it is shifted.")
    return tr(
        "The network is not sure of this drawing, nor of {0} of {1} shifts (grey). The others show their prediction.",
        *(unsure, n),
    )
