"""Two parts with a divider between them that can be dragged. Its place is remembered as a share of the room."""

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from engine.i18n import tr
from gui.settings import Settings
from gui.theme import Theme
from gui.widgets.keyboard_navigation import is_enter, step

_WIDTH, _GRIP, _STEP = 12, 36, 16


class _Handle(QSplitterHandle):
    """Keys: the arrows move the divider, Return moves it back to its usual place."""

    def __init__(self, divided: "Divided", theme: Theme) -> None:
        super().__init__(divided.orientation(), divided)
        self._divided, self._theme = divided, theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(tr("Drag to change the sizes; double click to reset them"))
        self.setAccessibleName(tr("Divider"))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._divided.reset()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = step(event)
        if is_enter(event):
            self._divided.reset()
        elif by is not None:
            self._divided.move_by(sum(by) * self._theme.px(_STEP))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    focusOutEvent = focusInEvent  # noqa: N815 - Qt's name

    def paintEvent(self, event: QPaintEvent) -> None:
        """A short line in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent" if self.hasFocus() or self.underMouse() else "line"))
        long, thick = self._theme.px(_GRIP), max(self._theme.px(3), 2)
        across = self.orientation() == Qt.Orientation.Horizontal
        grip = QRectF(0, 0, *((thick, long) if across else (long, thick)))
        grip.moveCenter(QRectF(self.rect()).center())
        painter.drawRoundedRect(grip, thick / 2, thick / 2)


class Divided(QSplitter):
    """A splitter for two widgets; a third one is not foreseen."""

    def __init__(self, orientation: Qt.Orientation, name: str, settings: Settings, theme: Theme) -> None:
        # Before Qt's constructor: it may ask for a handle.
        self._theme, self._settings = theme, settings
        self._key, self._usual = "", 0
        super().__init__(orientation)
        self.setObjectName(name)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._moved)
        theme.changed.connect(self._zoom)
        self._zoom()

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self, self._theme)

    def place(self, key: str, usual: int) -> None:
        """Set the sizes.

        Args:
            key: of the settings, under which the user's choice is remembered.
            usual: the first part's size, in pixels, until the user moves the divider.
        """
        self._key, self._usual = key, usual
        self._place()

    def reset(self) -> None:
        """Forget the user's choice."""
        self._settings.keep(self._key, -1)
        self._place()

    def move_by(self, pixels: int) -> None:
        """Move the divider to the right or down."""
        first, second = self.sizes()
        self.setSizes([first + pixels, second - pixels])
        self._moved()

    @property
    def _room(self) -> int:
        size = self.width() if self.orientation() == Qt.Orientation.Horizontal else self.height()
        return size - self.handleWidth()

    def _place(self) -> None:
        if self.count() < 2 or not self._key:
            return
        share = self._settings.number(self._key, -1, 0, 1)
        first = round(share * self._room) if share >= 0 else self._usual
        sizes = [first, max(self._room - first, 0)]
        # It would lay out both parts again.
        if sizes != self.sizes():
            self.setSizes(sizes)

    @Slot()
    def _moved(self) -> None:
        first, second = self.sizes()
        self._settings.keep(self._key, round(first / max(first + second, 1), 4))

    @Slot()
    def _zoom(self) -> None:
        self.setHandleWidth(self._theme.px(_WIDTH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
