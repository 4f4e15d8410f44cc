"""Any number of drawings in a grid: what is not scrolled to costs nothing."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap, QRegion
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from engine.drawings import Drawing
from engine.i18n import tr
from engine.recognizer import SURE
from engine.types import CANVAS, ByteArray
from gui.draw.digit_keys import digit_of
from gui.widgets.cards import plain_tip
from gui.widgets.pixel_painting import to_image

_Index = QModelIndex | QPersistentModelIndex

_SIDE = 56
_CELL = QSize(_SIDE + 30, _SIDE + 32)
# More than a large screen shows.
_ICONS = 1_000


class DrawingsModel(QAbstractListModel):
    """A row is a drawing: its image, and its label as the caption.

    Attributes:
        drawings: the rows.
    """

    def __init__(self, images: Mapping[str, ByteArray], parent: QObject | None = None) -> None:
        """Args:
        images: by id, (28, 28) uint8.
        """
        super().__init__(parent)
        self._images = images
        # Each new icon would take a place in Qt's cache of images, at each painting.
        self._icon = lru_cache(maxsize=_ICONS)(self._new_icon)
        self.drawings: Sequence[Drawing] = ()

    def show(self, drawings: Sequence[Drawing]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.drawings = drawings
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.drawings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        drawing = self.drawings[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _caption(drawing)
            case Qt.ItemDataRole.DecorationRole:
                return self._icon(drawing.id)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(_tip(drawing))
            case Qt.ItemDataRole.SizeHintRole:
                # Otherwise all captions get the width of the first one.
                return _CELL
        return None

    def _new_icon(self, drawing_id: str) -> QIcon:
        pixmap = QPixmap.fromImage(to_image(self._images[drawing_id]))
        return QIcon(pixmap.scaled(2 * CANVAS, 2 * CANVAS))


class DrawingsList(QListView):
    """Passes the digit keys to the gallery: Qt would search for a caption that starts with the digit."""

    def __init__(self, images: Mapping[str, ByteArray]) -> None:
        """Args:
        images: by id, (28, 28) uint8.
        """
        super().__init__()
        self.drawings = DrawingsModel(images, self)
        self.setModel(self.drawings)
        # Not the icon mode, which asks for the size of every item.
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setIconSize(QSize(_SIDE, _SIDE))
        self.setGridSize(_CELL)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)

    @property
    def selected(self) -> list[str]:
        """The ids of the selected drawings."""
        # Of 250,000, ``selectedIndexes`` would take a second. Ranges may overlap.
        ranges = self.selectionModel().selection().toList()
        rows = {row: None for each in ranges for row in range(each.top(), each.bottom() + 1)}
        return [self.drawings.drawings[row].id for row in rows]

    def show_drawings(self, drawings: Sequence[Drawing]) -> None:
        """Replace the drawings. Those that are there again stay selected, and the keys continue where they were."""
        selected = set(self.selected)
        position, current = self.verticalScrollBar().value(), self.currentIndex().row()
        self.drawings.show(drawings)
        self.select(row for row, drawing in enumerate(drawings) if drawing.id in selected)
        index = self.drawings.index(min(current, len(drawings) - 1))
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.verticalScrollBar().setValue(position)

    def select(self, rows: Iterable[int]) -> None:
        """Select these rows alone; they are sorted."""
        selection = QItemSelection()
        # Neighbours have the same distance to their number in the list.
        for _, group in groupby(enumerate(rows), lambda numbered: numbered[1] - numbered[0]):
            neighbours = [row for _, row in group]
            selection.select(self.drawings.index(neighbours[0]), self.drawings.index(neighbours[-1]))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What is painted again. By default Qt asks for the place of each selected drawing, which takes seconds."""
        return QRegion(self.viewport().rect())

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        """The caption is below the image, and close to it."""
        super().initViewItemOption(option)
        option.decorationPosition = QStyleOptionViewItem.Position.Top
        option.decorationAlignment = Qt.AlignmentFlag.AlignCenter
        option.displayAlignment = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if digit_of(event) is not None or event.key() == Qt.Key.Key_Delete:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _caption(drawing: Drawing) -> str:
    """Its label, and the prediction where that was another digit, or not sure."""
    if drawing.probability is not None and drawing.probability < SURE:
        return tr("{0} (not sure)", drawing.label)
    wrong = drawing.predicted is not None and drawing.predicted != drawing.label
    return tr("{0} (pred. {1})", drawing.label, drawing.predicted) if wrong else str(drawing.label)


def _tip(drawing: Drawing) -> str:
    if drawing.predicted is None or drawing.probability is None:
        return tr("From a file") if drawing.imported else ""
    percent = f"{100 * drawing.probability:.0f}"
    if drawing.probability < SURE:
        return tr("Not sure, perhaps {0} ({1} %), by {2}", drawing.predicted, percent, drawing.network)
    return tr("Predicted as {0} ({1} %) by {2}", drawing.predicted, percent, drawing.network)
