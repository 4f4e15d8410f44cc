"""Pictures in rows, as many as there are: each is painted when it is scrolled to."""

from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from engine.data.dataset import Dataset
from engine.types import CANVAS, CLASSES, ByteArray, FloatArray, IntArray
from gui.i18n import tr
from gui.theme import Theme
from gui.training.errors import error_text
from gui.widgets.pixel_painting import paint_pixels

_Index = QModelIndex | QPersistentModelIndex

_SCALE = 2
_SIDE = _SCALE * CANVAS
# Around a picture, and between it and its words.
_MARGIN, _BETWEEN = 7, 3
_CAPTION = 0.85
_RADIUS = 6


class Pictures(QAbstractListModel):
    """Some pictures of a dataset, in an order of their own, and what a network said of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dataset = Dataset(np.empty((0, CANVAS, CANVAS), np.uint8), np.empty(0, np.uint8))
        self._probabilities: FloatArray = np.empty((0, CLASSES), np.float32)
        self._which: IntArray = np.empty(0, np.int64)

    def show(self, dataset: Dataset, probabilities: FloatArray, which: IntArray) -> None:
        """Args:
        probabilities: (n, 10), of the first n pictures of the dataset.
        which: the indices of the pictures, each below n.
        """
        self.beginResetModel()
        self._dataset, self._probabilities, self._which = dataset, probabilities, which
        self.endResetModel()

    @property
    def which(self) -> IntArray:
        """Where the pictures are in the dataset, in their order."""
        return self._which

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._which)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = index.row()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            place, name = f"{self._which[row] + 1:,}", self._dataset.name or tr("the pictures")
            return tr("{0}\nPicture {1} of {2}", self.sentence(row), place, name)
        return None

    def pixels(self, row: int) -> ByteArray:
        """(28, 28) uint8."""
        picture: ByteArray = self._dataset.images[self._which[row]]
        return picture

    def values(self, row: int) -> FloatArray:
        """The same as (28, 28) float32 in 0..1."""
        return self._dataset.pixels(self._which[row : row + 1]).reshape(CANVAS, CANVAS)

    def probabilities(self, row: int) -> FloatArray:
        """(10,): what the network said of it."""
        said: FloatArray = self._probabilities[self._which[row]]
        return said

    def digit(self, row: int) -> int:
        """What it was."""
        return int(self._dataset.labels[self._which[row]])

    def read(self, row: int) -> int:
        """What it was read as."""
        return int(self.probabilities(row).argmax())

    def confidence(self, row: int) -> str:
        """The probability of the answer, in words."""
        return error_text.probability(float(self.probabilities(row)[self.read(row)]))

    def sentence(self, row: int) -> str:
        """ "7 read as 2, 99.8 %"."""
        read = self.read(row)
        return error_text.picture_sentence(self.digit(row), read, float(self.probabilities(row)[read]))


class _Painting(QStyledItemDelegate):
    """A picture, below it the probability of the answer; above that what was taken for what, where that differs.

    Attributes:
        pairs: whether it differs from picture to picture.
        cell: the room that a picture and its words have.
    """

    def __init__(self, model: Pictures, theme: Theme, font: QFont, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme
        self._font = QFont(font)
        self._font.setPointSizeF(font.pointSizeF() * _CAPTION)
        self._line = QFontMetrics(self._font).height()
        self.pairs = False
        self.cell = self.least()

    def least(self) -> QSize:
        """The least room."""
        lines = 2 if self.pairs else 1
        return QSize(_SIDE + 2 * _MARGIN, 2 * _MARGIN + _SIDE + _BETWEEN + lines * self._line)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return self.cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colour, row = self._theme.colour, index.row()
        # The widths of the grid's columns differ from what the style would frame.
        least = self.least()
        box = QRect(QPoint(0, 0), least)
        box.moveCenter(option.rect.center())
        box.moveTop(option.rect.top())
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(colour("right" if selected else "window"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        if selected or state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent"), 2 if selected else 1))
            painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -2, -2), _RADIUS - 1, _RADIUS - 1)
        top = box.top() + _MARGIN
        paint_pixels(painter, self._model.pixels(row), QPointF(box.left() + least.width() / 2, top + _SIDE / 2), _SCALE)
        painter.setFont(self._font)
        words_box = QRect(box.left(), top + _SIDE + _BETWEEN, box.width(), self._line)
        if self.pairs:
            painter.setPen(colour("text"))
            painter.drawText(
                words_box, Qt.AlignmentFlag.AlignCenter, f"{self._model.digit(row)} → {self._model.read(row)}"
            )
            words_box.translate(0, self._line)
        painter.setPen(colour("text" if selected else "muted"))
        painter.drawText(words_box, Qt.AlignmentFlag.AlignCenter, self._model.confidence(row))
        painter.restore()


class ImageList(QListView):
    """The pictures of a model; one can be selected, and opened by a double click or Enter.

    Signals:
        selected: its row, or None.
        opened: its row.
    """

    selected = Signal(object)
    opened = Signal(int)

    def __init__(self, theme: Theme, parent: QFrame | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mistake-pictures")
        self.setAccessibleName(tr("Pictures"))
        self.pictures = Pictures(self)
        self.setModel(self.pictures)
        self._painting = _Painting(self.pictures, theme, self.font(), self)
        self.setItemDelegate(self._painting)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setDragEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(3 * self._painting.least().width())
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.pictures.modelReset.connect(self._selection_changed)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        theme.changed.connect(self.viewport().update)

    @property
    def chosen(self) -> int | None:
        """The row of the selected picture."""
        rows = self.selectedIndexes()
        return rows[0].row() if rows else None

    @property
    def in_hand(self) -> bool:
        """Whether a person is at it: what is under the mouse should stay there."""
        return self.hasFocus() or self.viewport().underMouse()

    def show_pictures(
        self, dataset: Dataset, probabilities: FloatArray, which: IntArray, pairs: bool, keep: bool
    ) -> None:
        """See ``Pictures.show``.

        Args:
            pairs: say below each what was taken for what.
            keep: the selected picture stays so where it is among them.
        """
        chosen = self.chosen if keep else None
        before = None if chosen is None else int(self.pictures.which[chosen])
        self._painting.pairs = pairs
        self._arrange()
        self.pictures.show(dataset, probabilities, which)
        again = np.flatnonzero(which == before)
        if len(again):
            self.setCurrentIndex(self.pictures.index(int(again[0])))

    def _arrange(self) -> None:
        """As many columns as there is room for, of the same width."""
        least = self._painting.least()
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2
        self._painting.cell = QSize(room // max(room // least.width(), 1), least.height())
        if self.gridSize() != self._painting.cell:
            self.setGridSize(self._painting.cell)
            self.verticalScrollBar().setSingleStep(least.height() // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens everywhere; the systems do not agree on what else it might do."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _selection_changed(self) -> None:
        self.selected.emit(self.chosen)
