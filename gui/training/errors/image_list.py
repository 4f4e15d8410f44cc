"""Any number of images in rows: each is painted when it is scrolled to."""

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
from engine.data.shown_names import shown_name
from engine.i18n import tr
from engine.types import CANVAS, CLASSES, ByteArray, FloatArray, IntArray
from gui.theme import Theme
from gui.training.errors import captions
from gui.widgets.cards import plain_tip
from gui.widgets.pixel_painting import paint_pixels

_Index = QModelIndex | QPersistentModelIndex

_SCALE = 2
_SIDE = _SCALE * CANVAS
# Around an image, and between it and its caption.
_MARGIN, _BETWEEN = 7, 3
_CAPTION_FONT = 0.85
_RADIUS = 6


class Images(QAbstractListModel):
    """Some images of a dataset, and what a network predicted for them. A row is an image.

    Attributes:
        which: (n,) their indices in the dataset.
        labels, predicted: (n,) true and predicted.
        probabilities: (n, 10).
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        empty = Dataset(np.empty((0, CANVAS, CANVAS), np.uint8), np.empty(0, np.uint8))
        self.show(empty, np.empty((0, CLASSES), np.float32), np.empty(0, np.int64))

    def show(self, dataset: Dataset, probabilities: FloatArray, which: IntArray) -> None:
        """Args:
        probabilities: (n, 10), of the first n images of the dataset.
        which: the indices of the images, each below n.
        """
        self.beginResetModel()
        self._dataset, self.which = dataset, which
        self.labels, self.probabilities = dataset.labels[which], probabilities[which]
        self.predicted = self.probabilities.argmax(axis=1)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.which)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        caption = self.caption(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return caption
        if role == Qt.ItemDataRole.ToolTipRole:
            number, name = f"{self.which[index.row()] + 1:,}", shown_name(self._dataset.name) or tr("the dataset")
            return plain_tip(tr("{0}\nImage {1} of {2}", caption, number, name))
        return None

    def pixels(self, row: int) -> ByteArray:
        """(28, 28) uint8."""
        image: ByteArray = self._dataset.images[self.which[row]]
        return image

    def values(self, row: int) -> FloatArray:
        """The same as (28, 28) float32 in 0..1."""
        return self._dataset.pixels(self.which[row : row + 1]).reshape(CANVAS, CANVAS)

    def confidence(self, row: int) -> str:
        """ "99.8 %"."""
        return captions.probability(float(self.probabilities[row].max()))

    def caption(self, row: int) -> str:
        """ "7 predicted as 2, 99.8 %"."""
        title = captions.cell_title(int(self.labels[row]), int(self.predicted[row]))
        return tr("{0}, {1}", title, self.confidence(row))


class _Delegate(QStyledItemDelegate):
    """Paints an image, and below it the confidence; above that "7 → 2", where that differs from image to image.

    Attributes:
        pairs: whether it differs.
        cell: the room that an image and its caption have.
    """

    def __init__(self, model: Images, theme: Theme, font: QFont, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme
        self._font = QFont(font)
        self._font.setPointSizeF(font.pointSizeF() * _CAPTION_FONT)
        self._line = QFontMetrics(self._font).height()
        self.pairs = False
        self.cell = self.min_size()

    def min_size(self) -> QSize:
        """The least room."""
        lines = 2 if self.pairs else 1
        return QSize(_SIDE + 2 * _MARGIN, 2 * _MARGIN + _SIDE + _BETWEEN + lines * self._line)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return self.cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colour, row = self._theme.colour, index.row()
        # In the middle of a column that may be wider.
        box = QRect(QPoint(0, 0), self.min_size())
        box.moveCenter(option.rect.center())
        box.moveTop(option.rect.top())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(colour("right" if selected else "window"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        if selected or option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent"), 2 if selected else 1))
            painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -2, -2), _RADIUS - 1, _RADIUS - 1)
        top = box.top() + _MARGIN
        centre = QPointF(box.left() + box.width() / 2, top + _SIDE / 2)
        paint_pixels(painter, self._model.pixels(row), centre, _SCALE)
        painter.setFont(self._font)
        line = QRect(box.left(), top + _SIDE + _BETWEEN, box.width(), self._line)
        if self.pairs:
            painter.setPen(colour("text"))
            pair = f"{self._model.labels[row]} → {self._model.predicted[row]}"
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, pair)
            line.translate(0, self._line)
        painter.setPen(colour("text" if selected else "muted"))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self._model.confidence(row))
        painter.restore()


class ImageList(QListView):
    """One image can be selected, and opened by a double click or Enter.

    Signals:
        selected: its row, or None.
        opened: its row.
    """

    selected = Signal(object)
    opened = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("error-images")
        self.setAccessibleName(tr("Images"))
        self.images = Images(self)
        self.setModel(self.images)
        self._delegate = _Delegate(self.images, theme, self.font(), self)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setDragEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(3 * self._delegate.min_size().width())
        self.selectionModel().selectionChanged.connect(lambda: self.selected.emit(self.chosen))
        self.images.modelReset.connect(lambda: self.selected.emit(self.chosen))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        theme.changed.connect(self.viewport().update)

    @property
    def chosen(self) -> int | None:
        """The row of the selected image."""
        rows = self.selectedIndexes()
        return rows[0].row() if rows else None

    @property
    def in_use(self) -> bool:
        """Whether it has the focus or the mouse: the images should stay where they are."""
        return self.hasFocus() or self.viewport().underMouse()

    def show_images(
        self, dataset: Dataset, probabilities: FloatArray, which: IntArray, *, pairs: bool, keep: bool
    ) -> None:
        """See ``Images.show``.

        Args:
            pairs: write the true and the predicted label below each.
            keep: the selected image stays selected if it is among them.
        """
        chosen = self.chosen if keep else None
        before = None if chosen is None else int(self.images.which[chosen])
        self._delegate.pairs = pairs
        self._arrange()
        self.images.show(dataset, probabilities, which)
        again = np.flatnonzero(which == before)
        if len(again):
            self.setCurrentIndex(self.images.index(int(again[0])))

    def _arrange(self) -> None:
        """As many columns as there is room for, of the same width."""
        least = self._delegate.min_size()
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2
        self._delegate.cell = QSize(room // max(room // least.width(), 1), least.height())
        if self.gridSize() != self._delegate.cell:
            self.setGridSize(self._delegate.cell)
            self.verticalScrollBar().setSingleStep(least.height() // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens on every system; Qt's own meaning of it differs."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
