"""How the cells of the list are painted, and how a name is edited in one."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from engine.i18n import tr
from engine.runs import Status
from engine.runs.metadata import MAX_NAME
from gui.theme import Theme, mixed
from gui.training.runs.columns import Column
from gui.training.runs.list_model import COLOUR_ROLE, RUN_ROLE
from gui.widgets.cards import plain_tip

_Index = QModelIndex | QPersistentModelIndex
CHECK_BOX = 14
BADGE_PADDING = 8
_RADIUS = 4.0
_INNER = 4
# How much of its colour is in a badge's background.
_TINT = 0.14
_STATUS_COLOURS = {
    Status.RUNNING: "accent",
    Status.PAUSED: "warning",
    Status.INTERRUPTED: "warning",
    Status.DIVERGED: "error",
    Status.FAILED: "error",
}


class CellDelegate(QStyledItemDelegate):
    """Paints a check box in the run's colour, the status as a badge, and texts; where one is cut off, a tool tip has
    all of it. A name can be edited in its cell."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        # The focus is a line below the whole row, see ``paint``.
        option.state &= ~QStyle.StateFlag.State_HasFocus
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        if index.column() == Column.STATUS:
            option.text = ""
        if index.column() == Column.NAME:
            # Names of runs of one network begin alike and end differently.
            option.textElideMode = Qt.TextElideMode.ElideMiddle
        if index.column() not in (Column.NAME, Column.ACCURACY):
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, self._theme.colour("muted"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            line = QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2)
            painter.fillRect(line, self._theme.colour("accent"))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.column() == Column.SHOWN:
            self._paint_check_box(painter, option.rect, index.data(COLOUR_ROLE), _checked(index))
        elif index.column() == Column.STATUS:
            colour = self._theme.colour(_STATUS_COLOURS.get(index.data(RUN_ROLE).status, "muted"))
            self._paint_badge(painter, option.rect, index.data(), colour)
        painter.restore()

    def _paint_check_box(self, painter: QPainter, cell: QRect, colour: str | None, checked: bool) -> None:
        """A tick where the user shows the run; a smaller box in the box where it is only the current training."""
        box = QRectF(0, 0, CHECK_BOX, CHECK_BOX)
        box.moveCenter(QRectF(cell).center())
        fill = self._theme.colour(colour or "bar")
        painter.setPen(QPen(fill, 1.5))
        painter.setBrush(fill if checked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), _RADIUS, _RADIUS)
        if checked:
            style = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            painter.setPen(QPen(self._theme.colour("surface"), 2, *style))
            tick = [box.topLeft() + QPointF(*at) * CHECK_BOX for at in ((0.26, 0.53), (0.43, 0.7), (0.75, 0.33))]
            painter.drawPolyline(QPolygonF(tick))
        elif colour is not None:
            painter.fillRect(box.adjusted(_INNER, _INNER, -_INNER, -_INNER), fill)

    def _paint_badge(self, painter: QPainter, cell: QRect, text: str, colour: QColor) -> None:
        metrics = painter.fontMetrics()
        room = cell.adjusted(BADGE_PADDING, 0, -BADGE_PADDING, 0)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() - 2 * BADGE_PADDING)
        height = metrics.height() + 4
        width = min(metrics.horizontalAdvance(text) + 2 * BADGE_PADDING, room.width())
        badge = QRectF(room.left(), room.center().y() - height / 2 + 0.5, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(colour, self._theme.colour("surface"), _TINT))
        painter.drawRoundedRect(badge, height / 2, height / 2)
        painter.setPen(colour)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or index.data(Qt.ItemDataRole.ToolTipRole) is not None:
            return super().helpEvent(event, view, option, index)
        text = index.data() if index.isValid() else ""
        cut_off = bool(text) and self.sizeHint(option, index).width() > view.visualRect(index).width()
        QToolTip.showText(event.globalPos(), plain_tip(text) if cut_off else "", view)
        return True

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """A click anywhere in the cell of a check box; a double click is two."""
        released = index.column() == Column.SHOWN and event.type() == QEvent.Type.MouseButtonRelease
        if not released or not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return False
        state = Qt.CheckState.Unchecked if _checked(index) else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("run-name-edit")
        editor.setAccessibleName(tr("Name of the run"))
        editor.setMaxLength(MAX_NAME)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        """Over the cells beside it, where the name is long."""
        super().updateEditorGeometry(editor, option, index)
        wanted = editor.fontMetrics().horizontalAdvance(index.data()) + 4 * BADGE_PADDING
        room = self._view.viewport().width() - editor.x() - BADGE_PADDING
        editor.resize(max(editor.width(), min(wanted, room)), editor.height())


def _checked(index: _Index) -> bool:
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
