"""The products of a window of the image with the kernel, and their sum."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.i18n import tr
from engine.types import FloatArray
from gui.learn.chapter7.example_images import decimals
from gui.learn.parts.number_format import fixed_number
from gui.learn.parts.value_colours import signed_colour
from gui.theme import Theme

_CENTRE = Qt.AlignmentFlag.AlignCenter
# Of the text's height: a cell's least and largest height; of a cell's width: the room of the sum.
_LOW, _HIGH, _SUM = 1.2, 3.2, 0.9
# From this height on, a cell has two lines: the factors above their product.
_TWO_LINES = 2.2
_SMALL, _LARGE = 0.85, 1.5


class ProductView(QWidget):
    """Each cell: a number of the image times the number of the kernel that lies on it. Beside them the sum of all."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._patch: FloatArray = np.zeros((1, 1))
        self._kernel: FloatArray = np.zeros((1, 1))
        self._total, self._place = 0.0, (0, 0)
        theme.changed.connect(self.updateGeometry)

    def show_products(self, patch: FloatArray, kernel: FloatArray, total: float, place: tuple[int, int]) -> None:
        """Show (h, w) numbers of the image, those of the kernel, what comes out, and where it goes."""
        self._patch, self._kernel, self._total, self._place = patch, kernel, total, place
        self.setAccessibleName(self.sentence)
        self.update()

    @property
    def sentence(self) -> str:
        """All of it as text: "1 × 2 + 2 × 0 + ... = 15"."""
        terms = [self._factors(i, j) for i, j in np.ndindex(self._patch.shape)]
        return " + ".join(terms) + " = " + self._sum

    def _factors(self, i: int, j: int) -> str:
        one, other = float(self._patch[i, j]), float(self._kernel[i, j])
        return f"{fixed_number(one, decimals(self._patch))} × {fixed_number(other, decimals(self._kernel))}"

    @property
    def _sum(self) -> str:
        return fixed_number(self._total, decimals(np.array(self._total)))

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        rows, columns = self._patch.shape
        width = metrics.horizontalAdvance("0.00 × −0.00") + self._theme.px(4)
        return QSize(round((columns + _SUM) * width), round(_LOW * metrics.height() * rows) + 2)

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), 2 * self.minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self._theme.colour
        rows, columns = self._patch.shape
        line = self.fontMetrics().height()
        across = min((self.width() - 2) / (columns + _SUM), self.fontMetrics().horizontalAdvance("0.00 × −0.00") * 1.5)
        down = min((self.height() - 2) / rows, _HIGH * line)
        products = self._patch * self._kernel
        limit = float(np.abs(products).max())
        places = max(decimals(self._patch), decimals(self._kernel))
        small, bold = QFont(self.font()), QFont(self.font())
        small.setPointSizeF(_SMALL * small.pointSizeF())
        bold.setBold(True)
        for i, j in np.ndindex(rows, columns):
            rect = QRectF(1 + j * across, 1 + i * down, across, down)
            painter.fillRect(rect, signed_colour(self._theme, float(products[i, j]), limit))
            painter.setPen(QPen(colour("line"), 1))
            painter.drawRect(rect)
            painter.setPen(colour("text"))
            if down < _TWO_LINES * line:
                painter.setFont(self.font())
                painter.drawText(rect, _CENTRE, self._factors(i, j))
                continue
            half = QRectF(rect.x(), rect.center().y() - line, across, line)
            painter.setFont(small)
            painter.drawText(half, _CENTRE, self._factors(i, j))
            painter.setFont(bold)
            painter.drawText(half.translated(0, line), _CENTRE, fixed_number(float(products[i, j]), places))
        self._paint_sum(painter, QRectF(1 + columns * across, 1, _SUM * across, rows * down), line)

    def _paint_sum(self, painter: QPainter, rect: QRectF, line: float) -> None:
        font = QFont(self.font())
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        third = QRectF(rect.x(), rect.center().y() - 1.9 * line, rect.width(), line)
        painter.drawText(third, _CENTRE, tr("sum"))
        painter.drawText(third.translated(0, 2.8 * line), _CENTRE, "→ out[{}, {}]".format(*self._place))
        font.setBold(True)
        font.setPointSizeF(_LARGE * font.pointSizeF())
        painter.setFont(font)
        painter.setPen(self._theme.colour("accent"))
        painter.drawText(QRectF(rect.x(), third.bottom(), rect.width(), 1.8 * line), _CENTRE, self._sum)
