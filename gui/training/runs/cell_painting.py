"""How the places of the list are painted, and how a name is edited in one."""

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

from engine.runs import Status
from engine.runs.metadata import MAX_NAME
from gui.i18n import tr
from gui.theme import Theme
from gui.training.runs.columns import Column
from gui.training.runs.run_text import as_tip
from gui.training.runs.runs_model import COLOUR_ROLE, RUN_ROLE
from gui.training.runs.shown_runs import colour_name

_Index = QModelIndex | QPersistentModelIndex
MARK = 14
_RADIUS = 4.0
BADGE_PADDING = 8
# How much of its colour is in a badge's surface.
_TINT = 0.14
_PLAIN = (Column.SHOWN, Column.NAME, Column.ACCURACY)
_STATUS_COLOURS = {
    Status.RUNNING: "accent",
    Status.PAUSED: "warning",
    Status.INTERRUPTED: "warning",
    Status.STOPPED: "muted",
    Status.FINISHED: "muted",
    Status.DIVERGED: "error",
    Status.FAILED: "error",
}


def mixed(colour: QColor, surface: QColor, part: float) -> QColor:
    """So much of a colour in another one."""
    pairs = zip(colour.getRgb()[:3], surface.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(part * one + (1 - part) * other) for one, other in pairs))


def paint_mark(painter: QPainter, place: QRectF, fill: QColor | None, edge: QColor, tick: QColor) -> None:
    """A check box in a run's colour; an empty one where there is no fill."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(fill or edge, 1.5))
    painter.setBrush(fill or Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.75, 0.75, -0.75, -0.75), _RADIUS, _RADIUS)
    if fill is not None:
        painter.setPen(QPen(tick, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        points = ((0.26, 0.53), (0.43, 0.7), (0.75, 0.33))
        corner, size = place.topLeft(), place.width()
        painter.drawPolyline(QPolygonF([corner + QPointF(x * size, y * size) for x, y in points]))
    painter.restore()


class Cell(QStyledItemDelegate):
    """A text, cut off where there is no room, and then told whole by a tool tip."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        # The row has a line where the focus is, see ``paint``.
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if index.column() not in _PLAIN:
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, self._theme.colour("muted"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            painter.fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2), self._accent)

    @property
    def _accent(self) -> QColor:
        return self._theme.colour("accent")

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or index.data(Qt.ItemDataRole.ToolTipRole) is not None:
            return super().helpEvent(event, view, option, index)
        text = index.data() if index.isValid() else ""
        cut_off = bool(text) and self.sizeHint(option, index).width() > view.visualRect(index).width()
        QToolTip.showText(event.globalPos(), as_tip(text) if cut_off else "", view)
        return True


class NameCell(Cell):
    """A name, edited in its place."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("run-name-edit")
        editor.setAccessibleName(tr("Name of the run"))
        editor.setMaxLength(MAX_NAME)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        """Over the places beside it, where the name is long."""
        super().updateEditorGeometry(editor, option, index)
        wanted = editor.fontMetrics().horizontalAdvance(index.data()) + 4 * BADGE_PADDING
        room = self._view.viewport().width() - editor.x() - BADGE_PADDING
        editor.resize(max(editor.width(), min(wanted, room)), editor.height())


class MarkCell(Cell):
    """The check box of a run in the plots."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        place = QRectF(0, 0, MARK, MARK)
        place.moveCenter(QRectF(option.rect).center())
        colour = index.data(COLOUR_ROLE)
        fill = None if colour is None else self._theme.colour(colour_name(colour))
        paint_mark(painter, place, fill, self._theme.colour("bar"), self._theme.colour("surface"))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """A click anywhere in the place; a double click is two."""
        if not isinstance(event, QMouseEvent) or event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() != QEvent.Type.MouseButtonRelease:
            return False
        hidden = index.data(COLOUR_ROLE) is None
        state = Qt.CheckState.Checked if hidden else Qt.CheckState.Unchecked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)


class StatusCell(Cell):
    """What has become of a run, as a quiet badge."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        run = index.data(RUN_ROLE)
        colour = self._theme.colour(_STATUS_COLOURS[run.status])
        metrics = option.fontMetrics
        room = option.rect.adjusted(BADGE_PADDING, 0, -BADGE_PADDING, 0)
        text = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width() - 2 * BADGE_PADDING)
        height = metrics.height() + 4
        width = min(metrics.horizontalAdvance(text) + 2 * BADGE_PADDING, room.width())
        badge = QRectF(room.left(), room.center().y() - height / 2 + 0.5, width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(colour, self._theme.colour("surface"), _TINT))
        painter.drawRoundedRect(badge, height / 2, height / 2)
        painter.setPen(colour)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
