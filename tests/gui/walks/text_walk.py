"""All texts that a person can see, hover over, or hear from a screen reader in what is open now."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from gui.learn.catalogue import LESSONS
from gui.learn.lesson_text import lesson_text

# Properties of widgets and actions that hold texts.
_PROPERTIES = (
    *("text", "title", "toolTip", "statusTip", "accessibleName", "accessibleDescription", "windowTitle"),
    *("placeholderText", "prefix", "suffix", "specialValueText", "iconText"),
)
# What they hold is code, comes from files, or is a text of Qt itself.
_OTHERS = ("lesson-text", "help-text", "help-list", "lesson-code", "ScrollLeftButton", "ScrollRightButton")
_ROWS = 20


def texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """Where each text is, and the text: of all widgets and actions in a window, hidden ones as well. Not those of the
    lessons' files."""
    known = lesson_texts()
    yield from ((where, text) for where, text in _texts(window) if text not in known)


@cache
def lesson_texts() -> frozenset[str]:
    """All texts in the files of the lessons."""
    found: set[str] = set()
    for entry in LESSONS:
        lesson = lesson_text(entry.name)
        found |= {lesson.title, lesson.text, lesson.takeaway, *(formula.spoken for formula in lesson.formulas)}
        for task in lesson.tasks:
            found |= {task.text, task.hint, task.explanation, *task.options}
    return frozenset(found)


def _texts(window: QWidget) -> Iterator[tuple[str, str]]:
    for action in window.findChildren(QAction):
        yield from _properties(action, f"action “{action.text()}”")
    for widget in (window, *window.findChildren(QWidget)):
        where = _place(widget)
        if any(each in where for each in _OTHERS):
            continue
        yield from _properties(widget, where)
        if isinstance(widget, QComboBox):
            yield from ((where, widget.itemText(i)) for i in range(widget.count()))
        elif isinstance(widget, QTabBar):
            for i in range(widget.count()):
                yield from ((where, text) for text in (widget.tabText(i), widget.tabToolTip(i)))
        elif isinstance(widget, QTextEdit | QPlainTextEdit):
            yield where, widget.toPlainText()
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from ((where, text) for text in _items(widget.model()))


def _properties(item: QWidget | QAction, where: str) -> Iterator[tuple[str, str]]:
    for name in _PROPERTIES:
        if name == "text" and isinstance(item, QLineEdit):
            continue
        value = item.property(name)
        if isinstance(value, str) and value:
            yield f"{where}, {name}", value


def _items(model: QAbstractItemModel) -> Iterator[str]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    # A list has one column, and does not let itself be asked.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for column in range(columns):
        for role in roles:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
            for row in range(min(model.rowCount(QModelIndex()), _ROWS)):
                yield str(model.index(row, column).data(role) or "")


def _place(widget: QWidget) -> str:
    names = []
    at: QWidget | None = widget
    while at is not None and len(names) < 4:
        if at.objectName() and not at.objectName().startswith("qt_"):
            names.append(at.objectName())
        at = at.parentWidget()
    return "/".join(reversed(names)) + f" ({type(widget).__name__})"


@contextmanager
def painted_texts() -> Iterator[dict[str, str]]:
    """Collects the texts that widgets paint themselves, each with the class of the painted widget."""
    found: dict[str, str] = {}
    original = QPainter.drawText

    def draw(painter: QPainter, *arguments: object) -> object:
        for each in arguments:
            if isinstance(each, str):
                found.setdefault(each, type(painter.device()).__name__)
        return original(painter, *arguments)

    QPainter.drawText = draw  # type: ignore[method-assign, assignment]
    try:
        yield found
    finally:
        QPainter.drawText = original  # type: ignore[method-assign]


def open_windows() -> list[QWidget]:
    """Dialogs and popups that are open, besides the main window."""
    return [each for each in QApplication.topLevelWidgets() if each.isVisible()]
