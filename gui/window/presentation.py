"""Presentation: the window fills the screen, without menus and status bar, and is large enough for a classroom."""

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QWindowStateChangeEvent
from PySide6.QtWidgets import QMainWindow

from gui.actions import Actions
from gui.window.zoom import Zoom


class Presentation(QObject):
    """Follows the checked state of its action, and the height of the window."""

    def __init__(self, window: QMainWindow, actions: Actions, zoom: Zoom) -> None:
        super().__init__(window)
        self._window, self._action, self._zoom = window, actions.presentation, zoom
        self._geometry = QByteArray()
        # Without the menu bar their shortcuts would not work.
        window.addActions(actions.findChildren(QAction))
        window.installEventFilter(self)
        self._action.toggled.connect(self._toggle)

    @property
    def running(self) -> bool:
        """Whether the window is shown as a presentation."""
        return self._action.isChecked()

    @property
    def geometry(self) -> QByteArray:
        """The geometry of the window, without the presentation."""
        return self._geometry if self.running else QByteArray(self._window.saveGeometry())

    def leave(self) -> None:
        """End the presentation."""
        self._action.setChecked(False)

    @Slot(bool)
    def _toggle(self, on: bool) -> None:
        window = self._window
        if on:
            self._geometry = QByteArray(window.saveGeometry())
        window.menuBar().setVisible(not on)
        window.statusBar().setVisible(not on)
        if on:
            window.showFullScreen()
            # The height that the window is about to have: zooming twice would take twice as long.
            self._zoom.present(window.screen().size().height())
        else:
            self._zoom.end_presentation()
            window.showNormal()
            window.restoreGeometry(self._geometry)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.running:
            self._zoom.present(self._window.height())
        elif event.type() == QEvent.Type.WindowStateChange and self._left_full_screen(event):
            # Later: the window system is still changing the window.
            QTimer.singleShot(0, self, self.leave)
        return False

    def _left_full_screen(self, event: QEvent) -> bool:
        """Whether the window system ended the full screen, for example by a key or a menu of its own."""
        assert isinstance(event, QWindowStateChangeEvent)
        was = event.oldState() & Qt.WindowState.WindowFullScreen
        return bool(self.running and was and not self._window.isFullScreen() and not self._window.isMinimized())
