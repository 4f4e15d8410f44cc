"""Sample images of each digit, in columns."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from engine.data.dataset import Dataset
from engine.i18n import tr
from engine.types import CANVAS, CLASSES, IntArray
from gui.theme import Theme
from gui.widgets.pixel_painting import paint_pixels

_GAP, _LEAST_GAP = 6, 2
_LARGEST = 3


class Samples(QWidget):
    """A column of images for each digit, as many as there is room for.

    Attributes:
        page: for each digit, the indices of its images in the dataset; see ``sample_page``.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data-samples")
        self.setAccessibleName(tr("Sample images of each digit"))
        self.setMinimumSize(CLASSES * (CANVAS + _GAP), 4 * CANVAS)
        self._theme = theme
        self._dataset: Dataset | None = None
        self.page: list[IntArray] = []
        theme.changed.connect(self.update)

    def show_page(self, dataset: Dataset, page: list[IntArray]) -> None:
        """Show these images of a dataset."""
        self._dataset, self.page = dataset, page
        self.update()

    def image_at(self, point: QPoint) -> int | None:
        """The index in the dataset of the image at a point of the widget."""
        top = self._top()
        digit, row = point.x() // self._width(), (point.y() - top) // self._step()
        if point.y() < top or digit >= len(self.page) or not 0 <= row < min(len(self.page[digit]), self._rows()):
            return None
        return int(self.page[digit][row])

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            found = self.image_at(event.pos())
            text = ""
            if found is not None and self._dataset is not None:
                label, n = self._dataset.labels[found], len(self._dataset)
                text = tr("{0}: image {1} of {2}", label, f"{found + 1:,}", f"{n:,}")
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _width(self) -> int:
        """Of a column."""
        return self.width() // CLASSES

    def _scale(self) -> int:
        return min(max((self._width() - _LEAST_GAP) // CANVAS, 1), _LARGEST)

    def _step(self) -> int:
        """From an image to the next one below."""
        return self._scale() * CANVAS + min(self._width() - self._scale() * CANVAS, _GAP)

    def _top(self) -> int:
        return self.fontMetrics().height() + _GAP

    def _rows(self) -> int:
        return (self.height() - self._top()) // self._step()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._dataset is None:
            return
        painter = QPainter(self)
        width, step, top = self._width(), self._step(), self._top()
        font = self.font()
        font.setBold(True)
        for digit, which in enumerate(self.page):
            left = digit * width
            painter.setFont(font)
            painter.setPen(self._theme.colour("text" if len(which) else "error"))
            painter.drawText(QRect(left, 0, width, top - _GAP), Qt.AlignmentFlag.AlignCenter, str(digit))
            for row, index in enumerate(which[: self._rows()].tolist()):
                centre = QPointF(left + width / 2, top + row * step + step / 2)
                paint_pixels(painter, self._dataset.images[index], centre, self._scale())
