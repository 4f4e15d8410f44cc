"""The images of a mini-batch: whether each was predicted correctly, and its loss."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent

from engine.i18n import tr
from engine.train.events import StepDetails
from engine.types import CANVAS, NO_DIGIT, IntArray
from gui.theme import Theme
from gui.widgets.array_view import ArrayView, Cell
from gui.widgets.pixel_painting import grey_image

# Pixels: between tiles, the frame of a wrong and of a right prediction, and the bar of the loss.
_GAP, _WRONG, _RIGHT, _BAR = 4, 3, 1, 3
_MOST_SCALE = 3
# A loss from here on fills the bar: the probability of the true label was 1 %.
_FULL_LOSS = -math.log(0.01)


class BatchView(ArrayView):
    """A cell is the number of an image in the mini-batch. Below each image a bar is as long as its loss.

    Attributes:
        order: (n,) the images from the first place on.
    """

    SIZE, LEAST_SIZE = (330, 330), (200, 200)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "step-batch")
        self.setAccessibleName(tr("The images of the mini-batch"))
        self.setAccessibleDescription(tr("The arrow keys go from image to image."))
        self.order: IntArray = np.zeros(0, np.int64)
        self._step: StepDetails | None = None
        self._images: list[QImage] = []
        self._by_loss = False

    def show_step(self, step: StepDetails | None) -> None:
        """The images of a step."""
        if step is None or self._step is None or len(step.images) != len(self._step.images):
            self.current = self.pointed_at = None
        self._step = step
        self._images = [] if step is None else [grey_image(image) for image in step.images]
        self._sort()

    def sort_by_loss(self, by_loss: bool) -> None:
        """Show the largest loss first, or the order of the mini-batch."""
        self._by_loss = by_loss
        self._sort()

    def _sort(self) -> None:
        if self._step is None:
            self.order = np.zeros(0, np.int64)
        elif self._by_loss:
            self.order = np.argsort(-self._step.losses, kind="stable")
        else:
            self.order = np.arange(len(self._step.images))
        self._places = {int(image): place for place, image in enumerate(self.order)}
        self.update()

    # -- cells

    def _grid(self) -> tuple[int, float, float]:
        """How many images are in a row, and the width and height of their places: the largest that fit."""
        n, best = len(self.order), (1, 0.0)
        for columns in range(1, n + 1):
            side = min(self.width() / columns, self.height() / math.ceil(n / columns) - _BAR)
            # Where several fit, in as few rows as possible.
            if side >= best[1]:
                best = (columns, side)
        side = min(best[1], _MOST_SCALE * CANVAS + _GAP + 2 * _WRONG)
        return best[0], side, side + _BAR

    def cell_at(self, position: QPointF) -> Cell | None:
        columns, width, height = self._grid()
        if not len(self.order):
            return None
        column, row = int(position.x() // width), int(position.y() // height)
        place = row * columns + column
        return int(self.order[place]) if 0 <= column < columns and 0 <= place < len(self.order) else None

    def cell_rect(self, cell: Cell) -> QRectF:
        """An image with its frame, without the bar."""
        columns, width, height = self._grid()
        row, column = divmod(self._places[cell], columns)
        return QRectF(column * width, row * height, width - _GAP, width - _GAP)

    def cell_text(self, cell: Cell) -> str:
        step = self._step
        assert step is not None
        label, predicted, loss = int(step.labels[cell]), int(step.predicted[cell]), f"{step.losses[cell]:.3g}"
        if label == NO_DIGIT:
            return tr("no digit, predicted {0}: loss {1}", predicted, loss)
        if label == predicted:
            return tr("true label {0}, predicted {1}: right, loss {2}", label, predicted, loss)
        return tr("true label {0}, predicted {1}: wrong, loss {2}", label, predicted, loss)

    def _first_cell(self) -> Cell | None:
        return int(self.order[0]) if len(self.order) else None

    def _next_cell(self, by: tuple[int, int], shift: bool) -> Cell | None:
        if self.current is None:
            return self._first_cell()
        place = self._places[self.current] + by[0] * self._grid()[0] + by[1]
        return int(self.order[place]) if 0 <= place < len(self.order) else self.current

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour, step = QPainter(self), self._theme.colour, self._step
        painter.fillRect(self.rect(), colour("surface"))
        if step is None:
            return
        columns, width, height = self._grid()
        side = width - _GAP
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        right, wrong, bar = colour("winner"), colour("mistake-most"), colour("loss")
        # An image of no digit cannot be predicted wrongly.
        correct = ((step.labels == step.predicted) | (step.labels == NO_DIGIT)).tolist()
        shares = np.clip(step.losses / _FULL_LOSS, 0, 1).tolist()
        for place, image in enumerate(self.order.tolist()):
            box = QRectF(place % columns * width, place // columns * height, side, side)
            painter.fillRect(box, right if correct[image] else wrong)
            frame = _RIGHT if correct[image] else _WRONG
            painter.drawImage(box.adjusted(frame, frame, -frame, -frame), self._images[image])
            painter.fillRect(QRectF(box.x(), box.bottom() + 1, side * shares[image], _BAR), bar)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        marks = () if self.current is None else (self.cell_rect(self.current),)
        self._paint_focus(painter, QRectF(self.rect()), *marks)
