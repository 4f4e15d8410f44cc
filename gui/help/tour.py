"""A tour of the window: one place after another is framed, with a text beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QFrame, QWidget

from engine.i18n import tr
from gui.theme import Theme
from gui.widgets.announcer import announce
from gui.widgets.cards import button, column, fill_card, label, row
from gui.window.focus_scope import FocusScope

_WIDTH, _GAP, _MARGIN = 320, 14, 8
_SHADE = 150


@dataclass(frozen=True)
class Step:
    """Attributes:
    title, text: what is there.
    open: goes to the place, and returns the widget to frame.
    """

    title: str
    text: str
    open: Callable[[], QWidget]


class Tour(FocusScope):
    """Covers the window, except for the framed place. Esc, or a click outside the card, leaves it.

    Attributes:
        card: the text, with buttons.
    """

    def __init__(self, steps: Sequence[Step], theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tour")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._steps, self._theme, self._window = steps, theme, window
        self._at = 0
        self._target: QWidget = window
        self.card = QFrame(self)
        self._title = label("", "heading", "tour-title", wrap=True)
        self._text = label("", "", "tour-text", wrap=True)
        self._count = label("", "muted")
        self._back = button(tr("Back"), "tour-back", lambda: self.go_to(self._at - 1))
        self._next = button("", "tour-next", lambda: self.go_to(self._at + 1))
        self._next.setProperty("primary", True)
        self._leave = button(tr("Leave the tour"), "tour-leave", self.close)
        layout = fill_card(self.card)
        layout.addLayout(column(self._title, self._text, row(self._count, None, self._leave, self._back, self._next)))
        self.card.setFixedWidth(theme.px(_WIDTH))
        window.installEventFilter(self)
        self.go_to(0)
        self.show()
        self.raise_()

    @property
    def at(self) -> int:
        """Which step is shown, from 0."""
        return self._at

    @Slot()
    def go_to(self, step: int) -> None:
        """Show a step; after the last one the tour is over."""
        if not 0 <= step < len(self._steps):
            self.close()
            return
        self._at = step
        shown = self._steps[step]
        if self._target is not self._window:
            self._target.removeEventFilter(self)
        self._target = shown.open()
        self._target.installEventFilter(self)
        self._title.setText(shown.title)
        self._text.setText(shown.text)
        self._count.setText(tr("{0} of {1}", step + 1, len(self._steps)))
        self._back.setVisible(step > 0)
        self._next.setText(tr("Next") if step + 1 < len(self._steps) else tr("Done"))
        self._next.setFocus()
        announce(self._title, f"{shown.title}. {shown.text}")
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The window, and the place, which may follow it later.
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest):
            self._place()
        return False

    def _place(self) -> None:
        """Put the card beside the place: right of it, left of it, below it or above it."""
        self.setGeometry(self._window.rect())
        layout = self.card.layout()
        assert layout is not None
        # Until it is laid out again, the height is that of the text before.
        layout.activate()
        self.card.adjustSize()
        hole, size = self._hole(), self.card.size()
        middle = hole.center() - QPoint(size.width() // 2, size.height() // 2)
        beside = (
            QPoint(hole.right() + _GAP, middle.y()),
            QPoint(hole.left() - _GAP - size.width(), middle.y()),
            QPoint(middle.x(), hole.bottom() + _GAP),
            QPoint(middle.x(), hole.top() - _GAP - size.height()),
        )
        room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        inside = [_moved_into(room, QRect(corner, size)) for corner in beside]
        free = (each for each in inside if room.contains(each) and not each.intersects(hole))
        self.card.setGeometry(next(free, inside[0]))
        self.update()

    def _hole(self) -> QRect:
        corner = self._target.mapTo(self._window, QPoint())
        return QRect(corner, self._target.size()).adjusted(-4, -4, 4, 4).intersected(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, hole = QPainter(self), self._hole()
        painter.setClipRegion(QRegion(self.rect()) - QRegion(hole))
        painter.fillRect(self.rect(), QColor(0, 0, 0, _SHADE))
        painter.setClipping(False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 3))
        painter.drawRoundedRect(hole.adjusted(1, 1, -1, -1), 8, 8)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self._leave if self._leave.hasFocus() else self._back if self._back.hasFocus() else self._next).click()
        elif event.key() in keys:
            self.go_to(max(self._at + keys[Qt.Key(event.key())], 0))


def _moved_into(room: QRect, card: QRect) -> QRect:
    """A card moved as little as needed to be inside."""
    x = min(max(card.x(), room.left()), room.right() - card.width())
    y = min(max(card.y(), room.top()), room.bottom() - card.height())
    return QRect(QPoint(x, y), card.size())
