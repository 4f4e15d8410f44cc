"""The images of a cell, or all errors, and the probabilities of the selected one."""

import math

import numpy as np
from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from engine.data.dataset import Dataset
from engine.evaluate.confusion import cell_indices, worst_errors
from engine.i18n import tr, tr_n
from engine.types import CLASSES, FloatArray
from gui.theme import Theme
from gui.training.errors import captions
from gui.training.errors.image_list import ImageList
from gui.widgets.array_view import Cell
from gui.widgets.cards import button, column, fill_card, label, row
from gui.widgets.form_controls import retain_size
from gui.widgets.placeholder import Placeholder, centred

# Smaller ones get no number.
_MIN_NUMBERED = 0.005
_SMALL_FONT = 0.85
# How much of its column a bar fills.
_BAR = 0.62


class Gallery(QFrame):
    """Signals:
    image_opened: (28, 28) float32 in 0..1, and its true label.
    all_requested: the images of all errors, instead of a cell's.
    """

    image_opened = Signal(object, int)
    all_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._heading = label(role="heading", name="images-heading")
        self._count = label("", "muted", "images-count", wrap=True)
        self._all = button(tr("All errors"), "all-errors", lambda: self.all_requested.emit(), small=False)
        retain_size(self._all)
        self.list = ImageList(theme)
        self._pages = Placeholder(self.list, centred("", "muted", "images-empty"))
        self._chart = AnswerChart(theme)
        self._caption = label(name="image-caption")
        self._caption.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        open_button = button(tr("Open in Draw"), "open-image", self._open_selected, small=False)
        open_button.setAccessibleName(tr("Open the image in the drawing tab"))
        answer = QWidget()
        answer.setLayout(row((self._chart, 1), column((self._caption, 1), open_button), spacing=14))
        self._below = QStackedWidget()
        self._below.addWidget(centred(tr("Click: its probabilities. Double click: open it in Draw."), "muted"))
        self._below.addWidget(answer)
        self._below.setFixedHeight(answer.sizeHint().height())
        names = column(self._heading, self._count, spacing=2)
        layout = fill_card(self)
        layout.addLayout(row((names, 1), (self._all, 0, Qt.AlignmentFlag.AlignTop)))
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._below)
        self._dataset: Dataset | None = None
        self._cell: Cell | None = None
        self.list.selected.connect(self._on_selected)
        self.list.opened.connect(self._open)
        self.show_text("")

    def show_text(self, sentence: str, heading: str = "") -> None:
        """Show a sentence instead of images."""
        self._heading.setText(heading)
        self._count.setText("")
        self._pages.show_text(sentence)
        self._all.hide()
        self._below.hide()

    def show_images(self, dataset: Dataset, probabilities: FloatArray, cell: Cell | None) -> None:
        """Show the images of a cell, or all errors.

        Args:
            probabilities: (n, 10), of the first n images.
        """
        labels = dataset.labels[: len(probabilities)]
        if cell is None:
            which = worst_errors(probabilities, labels)
            heading, order = tr("All errors"), tr("the most confident first")
            nothing = tr("No errors: every image was predicted correctly.")
        else:
            which = cell_indices(probabilities, labels, *cell)
            heading = captions.cell_title(*cell)
            correct = cell[0] == cell[1]
            order = tr("the least confident first") if correct else tr("the most confident first")
            nothing = tr("No {0} was predicted as {1}.", *cell)
        if not len(which):
            # Before all images are predicted, there may be further errors.
            self.show_text(nothing if len(labels) == len(dataset) else tr("None so far."), heading)
        else:
            self._heading.setText(heading)
            count = tr_n("%n image(s)", None, len(which))
            self._count.setText(count if len(which) == 1 else tr("{0}, {1}", count, order))
            self._pages.show_widget()
            self._below.show()
        keep = dataset is self._dataset and cell == self._cell
        self._dataset, self._cell = dataset, cell
        self.list.show_images(dataset, probabilities, which, pairs=cell is None, keep=keep)
        self._all.setVisible(cell is not None)

    @Slot(object)
    def _on_selected(self, row: int | None) -> None:
        self._below.setCurrentIndex(int(row is not None))
        if row is None:
            self._chart.show_answer(None)
        else:
            images = self.list.images
            self._chart.show_answer(images.probabilities[row], int(images.labels[row]))
            self._caption.setText(images.caption(row))

    @Slot()
    def _open_selected(self) -> None:
        if self.list.chosen is not None:
            self._open(self.list.chosen)

    @Slot(int)
    def _open(self, row: int) -> None:
        self.image_opened.emit(self.list.images.values(row), int(self.list.images.labels[row]))


class AnswerChart(QWidget):
    """The ten probabilities of one image as small bars: the true label in one colour, a wrong prediction in another.

    Attributes:
        probabilities: (10,) what is shown, or None.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("error-probabilities")
        self.setAccessibleName(tr("Probabilities of the selected image"))
        self.setFixedHeight(86)
        self._theme = theme
        self.probabilities: FloatArray | None = None
        self._label = 0
        theme.changed.connect(self.update)

    def show_answer(self, probabilities: FloatArray | None, label: int = 0) -> None:
        """(10,) values in 0..1 and the true label; None clears it."""
        self.probabilities, self._label = probabilities, label
        if probabilities is not None:
            texts = (f"{i}: {captions.probability(float(p))}" for i, p in enumerate(probabilities))
            self.setAccessibleDescription(", ".join(texts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.probabilities is None:
            return
        painter = QPainter(self)
        colour = self._theme.colour
        predicted = int(self.probabilities.argmax())
        small, bold = QFont(self.font()), QFont(self.font())
        small.setPointSizeF(self.font().pointSizeF() * _SMALL_FONT)
        bold.setBold(True)
        top, bottom = QFontMetrics(small).height() + 1, self.height() - QFontMetrics(bold).height() - 2
        width = self.width() / CLASSES
        painter.setPen(colour("line"))
        painter.drawLine(0, bottom, self.width(), bottom)
        for i, p in enumerate(np.nan_to_num(self.probabilities).tolist()):
            height = math.ceil((bottom - top) * p) if p >= _MIN_NUMBERED else 1
            bar = QRectF((i + (1 - _BAR) / 2) * width, bottom - height, _BAR * width, height)
            painter.fillRect(bar, colour("winner" if i == self._label else "mistake-most" if i == predicted else "bar"))
            marked = i in (self._label, predicted)
            painter.setPen(colour("text" if marked else "muted"))
            if p >= _MIN_NUMBERED:
                painter.setFont(small)
                number = QRectF(i * width, bar.top() - top, width, top - 1)
                painter.drawText(number, Qt.AlignmentFlag.AlignCenter, f"{100 * p:.0f}" if p < 0.995 else ">99")
            painter.setFont(bold if marked else self.font())
            digit = QRectF(i * width, bottom + 2, width, self.height() - bottom - 2)
            painter.drawText(digit, Qt.AlignmentFlag.AlignCenter, str(i))
