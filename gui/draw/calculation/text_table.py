"""A small painted table of numbers."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.draw.calculation.number_grid import tabular
from gui.theme import Theme

_Align = Qt.AlignmentFlag
# A column is at most this many times as wide as its widest text: numbers far apart are hard to compare.
_GAP = 22


class TextTable(QWidget):
    """Shows texts in rows, aligned to the right, below a header; one row is highlighted.

    It is painted, not a view of a model: it changes with every movement of the pen.

    Attributes:
        header, rows: the texts.
        highlighted: the row in the colour of selected items, or None.
        sums: the last row is below a line.
    """

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self.header: list[str] = []
        self.rows: list[list[str]] = []
        self.highlighted: int | None = None
        self.sums = False
        theme.changed.connect(self.updateGeometry)

    def show_rows(
        self, header: list[str], rows: list[list[str]], highlighted: int | None = None, sums: bool = False
    ) -> None:
        """Show other texts."""
        resized = len(rows) != len(self.rows) or len(header) != len(self.header)
        self.header, self.rows, self.highlighted, self.sums = header, rows, highlighted, sums
        lines = ["; ".join(f"{name} {text}" for name, text in zip(header, row, strict=True) if text) for row in rows]
        self.setAccessibleDescription("\n".join(lines))
        if resized:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(220), self._line() * (len(self.rows) + 1) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.sizeHint().height())

    def _line(self) -> int:
        return self.fontMetrics().height() + self._theme.px(3)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.rows:
            return
        painter, colour = QPainter(self), self._theme.colour
        painter.setFont(tabular(self.font()))
        metrics, line, margin = painter.fontMetrics(), self._line(), self._theme.px(6)
        texts = [self.header, *self.rows]
        wide = [max(metrics.horizontalAdvance(row[column]) for row in texts) for column in range(len(self.header))]
        # Free space between the columns: as much as there is, up to a limit.
        gap = min((self.width() - 2 * margin - sum(wide)) / max(len(wide) - 1, 1), self._theme.px(_GAP))
        right = margin + sum(wide) + gap * (len(wide) - 1) + margin
        if self.highlighted is not None:
            painter.fillRect(QRectF(0, line * (self.highlighted + 1), right, line), colour("right"))
        for y, row in enumerate(texts):
            painter.setPen(colour("muted" if y == 0 else "text"))
            x = float(margin)
            for text, width in zip(row, wide, strict=True):
                painter.drawText(QRectF(x, y * line, width + 1, line), _Align.AlignRight | _Align.AlignVCenter, text)
                x += width + gap
        painter.setPen(QPen(colour("line"), 1))
        for y in (line, *((line * len(self.rows),) if self.sums else ())):
            painter.drawLine(0, y, round(right), y)
