"""Walks through all tabs and pages of a window, and lists what is clipped, covered or out of reach."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QTabWidget,
    QWidget,
)

from gui.learn.catalogue import LESSONS
from gui.learn.learn_tab import LearnTab
from gui.main_window import MainWindow
from gui.widgets.cards import ElidedLabel
from gui.widgets.lazy_page import LazyPage

# Rounding, and what a font draws outside of its box.
_TOLERANCE = 2


def settle() -> None:
    """Let the layouts be computed."""
    for _ in range(8):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def walk(window: MainWindow) -> Iterator[str]:
    """The name of each page, once it is in front."""
    for index in range(window.tabs.count()):
        window.tabs.setCurrentIndex(index)
        tab = window.tabs.widget(index)
        if isinstance(tab, LazyPage):
            tab.make()
        title = window.tabs.tabText(index)
        if tab.findChild(LearnTab) is not None:
            for entry in LESSONS:
                window.learn_tab.open(entry.name)
                settle()
                yield f"{title}/{entry.name}"
            continue
        pages = [each for each in tab.findChildren(QTabWidget) if each.objectName().endswith("pages")]
        assert pages, f"{title} has no pages"
        for each in pages:
            for page in range(each.count()):
                each.setCurrentIndex(page)
                settle()
                yield f"{title}/{each.tabText(page)}"
        if not pages:
            settle()
            yield title


def faults(window: MainWindow) -> list[str]:
    """What is wrong now, one line each."""
    found = []
    for widget in _visible(window):
        found += [f"{_name(widget)}: {each}" for each in (*_clipped(widget), *_outside(widget))]
        found += _overlapping(widget)
    return found


def _visible(parent: QWidget) -> Iterator[QWidget]:
    """All that is inside a widget and visible, without looking through what is hidden: most pages are."""
    for child in parent.children():
        if isinstance(child, QWidget) and not child.isWindow() and child.isVisible():
            yield child
            yield from _visible(child)


def _name(widget: QWidget) -> str:
    own = widget.objectName() or type(widget).__name__
    text = getattr(widget, "text", lambda: "")()
    at = widget.parentWidget()
    while at is not None and (not at.objectName() or at.objectName().startswith("qt_")):
        at = at.parentWidget()
    return f"{at.objectName() if at else ''}/{own}" + (f" “{text[:40]}”" if isinstance(text, str) and text else "")


def _clipped(widget: QWidget) -> Iterator[str]:
    size = widget.size()
    if isinstance(widget, ElidedLabel):
        if size.height() + _TOLERANCE < widget.fontMetrics().height():
            yield f"height {size.height()} is too little for a line"
    elif isinstance(widget, QLabel) and widget.text() and widget.pixmap().isNull():
        if widget.wordWrap():
            needed = widget.heightForWidth(size.width())
            text = widget.text()
            text = QTextDocumentFragment.fromHtml(text).toPlainText() if "</" in text else text
            words = QRectF(widget.fontMetrics().boundingRect(QRect(0, 0, 1, 1), Qt.TextFlag.TextWordWrap, text)).width()
            if words > size.width() + _TOLERANCE:
                yield f"a word of {words:.0f} is wider than {size.width()}"
        else:
            text = widget.fontMetrics().size(0, widget.text()).boundedTo(widget.sizeHint())
            needed = min(text.height(), widget.minimumSizeHint().height())
            if min(text.width(), widget.sizeHint().width()) > size.width() + _TOLERANCE:
                yield f"text of {text.width()} in {size.width()}"
        if needed > size.height() + _TOLERANCE:
            yield f"text {needed} high in {size.height()}"
    elif isinstance(widget, QPushButton | QCheckBox) and widget.text():
        hint = widget.minimumSizeHint() if isinstance(widget, QPushButton) else widget.sizeHint()
        text = widget.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, widget.text())
        if min(hint.width(), text.width() + widget.iconSize().width()) > size.width() + _TOLERANCE:
            yield f"text of {hint.width()} in {size.width()}"
        if text.height() > size.height() + _TOLERANCE:
            yield f"text {text.height()} high in {size.height()}"
    elif isinstance(widget, QScrollBar) and widget.orientation() == Qt.Orientation.Horizontal:
        # A tab bar has none; a scroll area hides the ones that are not needed.
        yield "a horizontal scroll bar"


def _outside(widget: QWidget) -> Iterator[str]:
    """Whether a part of it cannot be seen: a parent that can be scrolled upwards and downwards shows it."""
    if not isinstance(widget, QAbstractButton | QLabel | QAbstractScrollArea) and widget.focusPolicy() == (
        Qt.FocusPolicy.NoFocus
    ):
        return
    rect = widget.rect()
    at: QWidget = widget
    while not at.isWindow():
        parent = at.parentWidget()
        assert parent is not None
        rect = QRect(at.mapTo(parent, rect.topLeft()), rect.size())
        area = parent.parentWidget()
        scrolls = isinstance(area, QScrollArea) and area.viewport() is parent
        limits = parent.rect()
        if parent.metaObject().className() == "QTabBar":
            return
        if scrolls:
            rect = QRect(rect.left(), 0, rect.width(), min(rect.height(), limits.height()))
        beyond = (
            -rect.left(),
            -rect.top(),
            rect.right() - limits.right(),
            rect.bottom() - limits.bottom(),
        )
        if max(beyond) > _TOLERANCE:
            yield f"{max(beyond)} pixels outside of {_name(parent)}"
            return
        at = parent


def _overlapping(parent: QWidget) -> Iterator[str]:
    """Visible children that cover each other, unless one is meant to cover everything."""
    if isinstance(parent, QAbstractScrollArea) or parent.metaObject().className() in ("QTabBar", "QComboBox"):
        return
    children = [
        each
        for each in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if each.isVisible() and not each.isWindow() and not each.size().isEmpty()
    ]
    for i, one in enumerate(children):
        for other in children[i + 1 :]:
            common = one.geometry() & other.geometry()
            if min(common.width(), common.height()) > _TOLERANCE and common.size() not in (one.size(), other.size()):
                yield f"{_name(one)} covers {_name(other)} by {common.width()} × {common.height()}"
