"""A combo box that takes no more room than there is, and as much memory after a thousand style sheets as after one."""

from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionComboBox, QStyleOptionViewItem

_LEAST_CHARACTERS = 8
# More than the edges and the arrow of a list take, in heights of its font.
_BESIDE_TEXT = 4
# The height of a separator, in pixels.
_SEPARATOR = 7
_Index: TypeAlias = QModelIndex | QPersistentModelIndex


class ElidedList(QComboBox):
    """A list whose choice has "…" in its middle where there is no room for all of it; opened it shows the whole."""

    def __init__(self, name: str = "", accessible: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        # Qt 6 makes another one of its own at each style sheet, and keeps all the former ones.
        self.setItemDelegate(_Entries(self))

    def shrink(self, characters: int = _LEAST_CHARACTERS) -> None:
        """Let it be as wide as there is room for, whatever the entries.

        Args:
            characters: how many it has room for where there is enough.
        """
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(characters)

    def minimumSizeHint(self) -> QSize:
        hint, more = super().minimumSizeHint(), self.minimumContentsLength() - _LEAST_CHARACTERS
        return QSize(hint.width() - max(more, 0) * self.fontMetrics().horizontalAdvance("X"), hint.height())

    @property
    def shown(self) -> str:
        """What can be read without opening it."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return option.currentText

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        metrics, text = self.fontMetrics(), option.currentText
        if metrics.horizontalAdvance(text) + _BESIDE_TEXT * metrics.height() <= self.width():
            return
        # Imported only where it is needed: making its Python type takes some ms, which would delay the start.
        from PySide6.QtWidgets import QStyle

        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        option.currentText = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)


class _Entries(QStyledItemDelegate):
    """Paints the entries of an opened list, and a separator as a line."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if not _is_separator(index):
            super().paint(painter, option, index)
            return
        line = QRect(option.rect.left(), option.rect.center().y(), option.rect.width(), 1)
        painter.fillRect(line, option.palette.mid())

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), _SEPARATOR) if _is_separator(index) else hint


def _is_separator(index: _Index) -> bool:
    """As ``QComboBox.insertSeparator`` marks it."""
    return bool(index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "separator")
