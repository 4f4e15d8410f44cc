"""Layouts, cards, labels and buttons that all tabs use."""

import re
from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QSlider,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.long_words import WrappedLabel, breakable

# A widget or a layout, also with its stretch and its alignment; None for a stretch between them.
Item: TypeAlias = QWidget | QLayout | tuple[Any, ...] | None
Box = TypeVar("Box", bound=QBoxLayout)


def row(*items: Item, spacing: int = 8) -> QHBoxLayout:
    """A layout of items side by side, without margins."""
    return fill(QHBoxLayout(), items, spacing)


def column(*items: Item, spacing: int = 8, top: int = 0) -> QVBoxLayout:
    """A layout of items below each other, without margins, but for one at the top."""
    return fill(QVBoxLayout(), items, spacing, top)


def fill(layout: Box, items: tuple[Item, ...], spacing: int = 8, top: int = 0) -> Box:
    """Add items to a layout."""
    layout.setContentsMargins(0, top, 0, 0)
    layout.setSpacing(spacing)
    for item in items:
        if item is None:
            layout.addStretch()
            continue
        what, *how = item if isinstance(item, tuple) else (item,)
        (layout.addLayout if isinstance(what, QLayout) else layout.addWidget)(what, *how)
    return layout


class WrappedRow(QLayout):
    """Widgets side by side, each in its own size, in as many rows as they need; as Qt's example of a flow layout."""

    def __init__(self, *widgets: QWidget | None, across: int = 14, down: int = 8) -> None:
        """Args:
        widgets: None for a stretch between two of them.
        across, down: distances between two widgets, and between two rows.
        """
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._across, self._down = across, down
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            if widget is None:
                self.add_stretch()
            else:
                self.addWidget(widget)

    def add_stretch(self) -> None:
        """In the row of the item before it; rows that are full have no room for it."""
        self.addItem(QSpacerItem(0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _place(self, rect: QRect, really: bool) -> int:
        """Place the widgets in rows, or only measure; returns the height."""
        rows: list[list[QLayoutItem]] = []
        left = rect.width() + 1
        for item in self._items:
            if item.spacerItem() is not None:
                if rows:
                    rows[-1].append(item)
                continue
            if item.isEmpty():
                continue
            width = item.sizeHint().width()
            if left + width > rect.width():
                rows.append([])
                left = 0
            rows[-1].append(item)
            left += width + self._across
        top = rect.top()
        for items in rows:
            sizes = [item.sizeHint().boundedTo(QSize(rect.width(), item.sizeHint().height())) for item in items]
            height = max(size.height() for size in sizes)
            stretches = sum(item.spacerItem() is not None for item in items)
            gaps = self._across * (len(items) - stretches - 1)
            free = rect.width() - sum(size.width() for size in sizes) - gaps
            at = rect.left()
            for item, size in zip(items, sizes, strict=True):
                if item.spacerItem() is not None:
                    at += free // stretches
                    continue
                if really:
                    item.setGeometry(QRect(QPoint(at, top + (height - size.height()) // 2), size))
                at += size.width() + self._across
            top += height + self._down
        return max(top - self._down - rect.top(), 0)


def without_mnemonic(text: str) -> str:
    """The text of a menu entry without its letter: "&Open…" -> "Open…", "열기(&O)…" -> "열기…"."""
    return re.sub(r"\(&\w\)|&", "", text)


def button(text: str, name: str, on_click: Callable[..., object] | None = None, small: bool = True) -> QPushButton:
    """A push button with an object name."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setProperty("small", small)
    if on_click is not None:
        made.clicked.connect(on_click)
    return made


def card(heading: str = "") -> tuple[QFrame, QVBoxLayout]:
    """A bordered surface with an optional heading, and the layout to fill it by."""
    frame = QFrame()
    layout = fill_card(frame)
    if heading:
        layout.addWidget(label(heading, "heading"))
    return frame, layout


def fill_card(frame: QFrame) -> QVBoxLayout:
    """Make a frame a card, and give the layout to fill it by."""
    frame.setProperty("card", True)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(14, 12, 14, 12)
    layout.setSpacing(8)
    return layout


def label(text: str = "", role: str = "", name: str = "", wrap: bool = False, rich: bool = False) -> QLabel:
    """A label in one of the theme's roles: "heading", "muted", "error", or plain.

    Args:
        rich: markup in the text is applied. Otherwise it is shown: a name from a file may look like it.
    """
    made = WrappedLabel() if wrap else QLabel()
    made.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
    made.setText(text)
    made.setProperty("role", role)
    made.setObjectName(name)
    return made


def slider(name: str, accessible: str, least: int = 0, most: int = 0) -> QSlider:
    """A horizontal slider with an object name, and a name for screen readers."""
    made = QSlider(Qt.Orientation.Horizontal)
    made.setObjectName(name)
    made.setAccessibleName(accessible)
    made.setRange(least, most)
    return made


class ActionButton(QPushButton):
    """A push button for an action: with its text, its icon, and enabled when it is.

    Qt's own button for actions, QToolButton, cannot be styled so that its icon and its text keep apart.
    """

    def __init__(self, action: QAction, icon_only: bool = False, primary: bool = False) -> None:
        super().__init__()
        self._action, self._icon_only = action, icon_only
        self.setProperty("primary", primary)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def set_icon_only(self, icon_only: bool) -> None:
        """Show no text, or show it again. The tool tip and the accessible name have it."""
        if icon_only != self._icon_only:
            self._icon_only = icon_only
            self._follow()

    @Slot()
    def _follow(self) -> None:
        # Only the menu entry has the mnemonic letter: each letter must be unique.
        text = without_mnemonic(self._action.text())
        self.setText("" if self._icon_only else text)
        self.setAccessibleName(text.rstrip("…"))
        self.setStatusTip(self._action.statusTip())
        self.setIcon(self._action.icon())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())


class ElidedLabel(QLabel):
    """One line with "…" at its end, or elsewhere, where there is no room for all of it; the tool tip has the whole."""

    def __init__(
        self, text: str = "", role: str = "", name: str = "", elided: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ) -> None:
        super().__init__(text)
        self._elided = elided
        # Painted as it is, so measured as it is.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(name)
        self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), self._elided, self.width())
        self.setToolTip("" if text == self.text() else plain_tip(self.text()))
        painter.drawText(self.rect(), self.alignment(), text)


def plain_tip(text: str) -> str:
    """A tool tip in which markup is shown as it is, and lines are broken."""
    # Loading the names of all characters would delay the start.
    from html import escape

    lines = escape(breakable(text)).replace("\n", "<br>")
    return f"<span>{lines}</span>" if lines else ""
