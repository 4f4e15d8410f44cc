"""Controls of forms, and small changes to how widgets look."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QWidget,
)

from engine.i18n import tr
from gui.widgets.cards import column

_LEAST_CHARACTERS = 8
# More than the edges and the arrow of a list take, in heights of its font.
_BESIDE_TEXT = 4
# The height of a separator, in pixels.
_SEPARATOR = 7
_Index: TypeAlias = QModelIndex | QPersistentModelIndex
# The padding beside a disclosure's text.
_FOLD_EDGES = 16
# Japanese and Korean input methods may type digits and signs as wide as a syllable.
_HALF_WIDTH = {0xFF00 + code - 0x20: code for code in range(0x21, 0x7F)}


def half_width(text: str) -> str:
    """A text with ASCII characters for the wide ones of input methods: "０．１" -> "0.1"."""
    return text.translate(_HALF_WIDTH)


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        # Before the first polish, the style sheet has not been applied yet.
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            widget.style().unpolish(widget)
            widget.style().polish(widget)


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


class _FontFollower(QObject):
    def __init__(self, widget: QWidget, apply: Callable[[], object]) -> None:
        super().__init__(widget)
        self._apply = apply
        widget.installEventFilter(self)
        apply()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self._apply()
        return False


def follow_font(widget: QWidget, apply: Callable[[], object]) -> None:
    """Set sizes that depend on the font of a widget: now, and whenever it changes, as it does with the zoom."""
    _FontFollower(widget, apply)


def keep_lines(note: QLabel, lines: int) -> None:
    """Give a label room for so many lines of text from the start: nothing moves when there are more."""
    follow_font(note, lambda: note.setMinimumHeight(lines * note.fontMetrics().lineSpacing()))


def small(widget: QWidget) -> None:
    """Give a note a smaller font than the text that it is about."""
    restyle(widget, "note", True)


def enlarge(number: QLabel, size: str, widest: str) -> None:
    """Show a number in a large bold font, with room for the widest one, so that the layout does not move.

    Args:
        size: of the style sheet: "20", "24", "32" or "34", in pixels of the usual font.
    """
    restyle(number, "number", size)
    follow_font(number, lambda: number.setMinimumWidth(number.fontMetrics().horizontalAdvance(widest)))


def resize_dialog(dialog: QWidget, size: QSize) -> None:
    """Make a dialog so large, or as large as its screen."""
    dialog.resize(size.boundedTo(dialog.screen().availableSize()))


def retain_size(widget: QWidget) -> None:
    """Keep the widget's place in the layout when it is hidden."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)


def scroll(area: QScrollArea, page: QWidget) -> None:
    """Put a page into a scroll area without a frame; the background shows through."""
    # One made here: for Qt's own, PySide first makes the types of all widgets that it could be, which delays the start.
    area.setViewport(QWidget())
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    page.setAutoFillBackground(False)


class OptionList(ElidedList):
    """A list of options that the mouse wheel does not change while a form is scrolled: it needs the focus first."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Disclosure(QWidget):
    """A button that shows or hides rarely needed controls; while they are hidden, it has a short summary of them.

    Attributes:
        button: is checked while the controls are shown.
        inside: the layout of the controls.
    """

    def __init__(self, title: str, name: str) -> None:
        super().__init__()
        self._title, self._brief = title, ""
        self.button = QPushButton()
        self.button.setObjectName(name)
        self.button.setCheckable(True)
        self.button.setProperty("disclosure", True)
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._body = QWidget()
        self.inside = column(spacing=2, top=4)
        self._body.setLayout(self.inside)
        self.setLayout(column(self.button, self._body, spacing=0))
        self.button.toggled.connect(self._show)
        self._show()

    def set_summary(self, brief: str, wrong: bool) -> None:
        """Set the summary, and whether a hidden control has an error."""
        self._brief = brief
        restyle(self.button, "wrong", wrong)
        self._show()

    @Slot()
    def _show(self) -> None:
        unfolded = self.button.isChecked()
        self._body.setVisible(unfolded)
        text = self._title if unfolded or not self._brief else tr("{0}: {1}", self._title, self._brief)
        self.button.setAccessibleName(text)
        self.button.setToolTip("" if unfolded else self._brief)
        shown = f"{'▾' if unfolded else '▸'}  {text}"
        room = self.width() - _FOLD_EDGES
        self.button.setText(self.button.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._show()
