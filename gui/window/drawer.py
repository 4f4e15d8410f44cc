"""A drawer: in a narrow window it shows, over the other widgets, what has no room beside them."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from engine.i18n import tr
from gui.theme import Theme
from gui.widgets.cards import button, column, label, row
from gui.window.focus_scope import FocusScope, return_focus

_WIDTH, _MARGIN = 384, 14
# How dark the widgets below it are, of 255.
_SHADE = 90


class Drawer(FocusScope):
    """Covers its parent while it is open. Escape, its button, and a click beside it close it."""

    def __init__(self, parent: QWidget, title: str, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("drawer")
        self._theme = theme
        self._before: QWidget | None = None
        self._panel = QFrame(self)
        self._panel.setObjectName("drawer-panel")
        self._panel.setAutoFillBackground(True)
        self._close = button(tr("Close"), "close-drawer", self.close_drawer)
        self._layout = column(row(label(title, "heading"), None, self._close))
        self._panel.setLayout(self._layout)
        self.hide()
        parent.installEventFilter(self)
        theme.changed.connect(self._place)
        self._place()

    def hold(self, widget: QWidget) -> None:
        """Have a widget inside."""
        self._layout.addWidget(widget, 1)
        widget.show()

    def open_drawer(self) -> None:
        """Show it, and give it the focus."""
        self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self._close.setFocus()

    @Slot()
    def close_drawer(self) -> None:
        """Hide it; the focus goes back to where it was."""
        if self.isVisible():
            self.hide()
            return_focus(self._before)

    @Slot()
    def _place(self) -> None:
        parent, px = self.parentWidget(), self._theme.px
        assert parent is not None
        self.setGeometry(parent.rect())
        self._panel.setGeometry(0, 0, min(px(_WIDTH), parent.width()), parent.height())
        self._layout.setContentsMargins(px(_MARGIN), px(_MARGIN), px(_MARGIN), px(_MARGIN))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_drawer()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, _SHADE))
