"""A small painted table of numbers."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.draw.calculation.number_grid import tabular
from gui.theme import Theme

_Align = Qt.AlignmentFlag
# Between two columns: numbers far apart are hard to compare.
_GAP, _LEAST_GAP = 22, 8


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
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self.header: list[str] = []
        self.rows: list[list[str]] = []
        self.highlighted: int | None = None
        self.sums = False
        # Of each column; of the table; the last one that the layout knows.
        self._wide: list[int] = []
        self._widest, self._last_size = 0, (0, 0)

    def show_rows(
        self, header: list[str], rows: list[list[str]], highlighted: int | None = None, sums: bool = False
    ) -> None:
        """Show other texts."""
        if header != self.header:
            self._widest = 0
        self.header, self.rows, self.highlighted, self.sums = header, rows, highlighted, sums
        self._measure()
        lines = ["; ".join(f"{name} {text}" for name, text in zip(header, row, strict=True) if text) for row in rows]
        self.setAccessibleDescription("\n".join(lines))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widest = 0
            self._measure()

    def _measure(self) -> None:
        wide = self._wide = self._texts_width()
        # It grows only, so that the widgets beside it do not move with every number.
        self._widest = max(self._widest, sum(wide) + (len(wide) - 1) * self._theme.px(_GAP) + 2 * self._margin())
        if self._size() != self._last_size:
            self._last_size = self._size()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(*self._size())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._theme.px(200), self._widest), self._size()[1])

    def _size(self) -> tuple[int, int]:
        return self._widest, self._line() * (len(self.rows) + 1) + 2

    def _line(self) -> int:
        return self.fontMetrics().height() + self._theme.px(3)

    def _margin(self) -> int:
        return self._theme.px(6)

    def _texts_width(self, header: bool = True) -> list[int]:
        """How wide each column is, with or without its header."""
        metrics = QFontMetrics(tabular(self.font()))
        texts = [self.header, *self.rows] if header else self.rows
        return [max(metrics.horizontalAdvance(row[i]) for row in texts) for i in range(len(self.header))]

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.rows:
            return
        painter, colour = QPainter(self), self._theme.colour
        painter.setFont(tabular(self.font()))
        line, margin, gaps = self._line(), self._margin(), max(len(self.header) - 1, 1)
        room, least = self.width() - 2 * margin, self._theme.px(_LEAST_GAP)
        wide, metrics = self._wide, painter.fontMetrics()
        if sum(wide) + gaps * least > room:
            # The numbers need their room; what is left goes to the header, from the left.
            needed, wide = wide, self._texts_width(header=False)
            rest = room - sum(wide) - gaps * least
            for i, width in enumerate(needed):
                more = max(min(width - wide[i], rest), 0)
                wide[i] += more
                rest -= more
        # Free space between the columns: as much as there is, up to a limit.
        gap = max(min((room - sum(wide)) / gaps, self._theme.px(_GAP)), least)
        right = margin + sum(wide) + gap * gaps + margin
        if self.highlighted is not None:
            painter.fillRect(QRectF(0, line * (self.highlighted + 1), right, line), colour("right"))
        for y, row in enumerate([self.header, *self.rows]):
            painter.setPen(colour("muted" if y == 0 else "text"))
            x = float(margin)
            for text, width in zip(row, wide, strict=True):
                # A cut header may use the gap beside it.
                before = gap - least if x > margin else 0
                shown = text
                if not y:
                    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(width + before) + 1)
                place = QRectF(x - before, y * line, width + before + 1, line)
                painter.drawText(place, _Align.AlignRight | _Align.AlignVCenter, shown)
                x += width + gap
        painter.setPen(QPen(colour("line"), 1))
        for y in (line, *((line * len(self.rows),) if self.sums else ())):
            painter.drawLine(0, y, round(right), y)
