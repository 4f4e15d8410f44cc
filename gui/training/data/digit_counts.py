"""How many pictures of each digit there are, in numbers and as bars."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from engine.types import CLASSES, IntArray
from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.cards import label
from gui.widgets.form_controls import restyle

_BAR = 8


class _Bar(QWidget):
    """A part of the whole, as a line."""

    def __init__(self, colour: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour, self._theme = colour, theme
        self._part = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(60, _BAR)

    def show_part(self, part: float) -> None:
        """0 to 1."""
        self._part = part
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self._colour))
        width = self._part * self.width()
        painter.drawRoundedRect(QRectF(0, (self.height() - _BAR) / 2, width, _BAR), 2, 2)


class Counts(QWidget):
    """How many pictures of each digit there are to learn from and to test with."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data-counts")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        self._rows: dict[str, list[tuple[_Bar, QLabel]]] = {}
        for digit in range(CLASSES):
            grid.addWidget(label(str(digit), "heading"), digit + 1, 0)
            grid.setRowStretch(digit + 1, 1)
        for column, (name, title) in enumerate((("train", tr("training")), ("test", tr("test")))):
            heading = label(title, "muted")
            heading.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(heading, 0, 2 * column + 1, 1, 2)
            grid.setColumnStretch(2 * column + 1, 1)
            self._rows[name] = []
            for digit in range(CLASSES):
                bar, number = _Bar(name, theme), label("", "", f"{name}-count-{digit}")
                number.setAccessibleName(tr("{0}, pictures of {1}", title, digit))
                number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(bar, digit + 1, 2 * column + 1)
                grid.addWidget(number, digit + 1, 2 * column + 2)
                self._rows[name].append((bar, number))

    def show_counts(self, name: str, counts: IntArray) -> None:
        """(10,) counts of "train" or "test"; a digit of which there is none stands out."""
        most = max(int(counts.max()), 1)
        for (bar, number), count in zip(self._rows[name], counts.tolist(), strict=True):
            bar.show_part(count / most)
            number.setText(f"{count:,}" if counts.any() else "–")
            restyle(number, "role", "error" if not count and counts.any() else "" if count else "muted")
