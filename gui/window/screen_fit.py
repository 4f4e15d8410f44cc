"""No window is larger than the screen that it is on, whatever the scale factor."""

from contextlib import suppress

from PySide6.QtCore import QObject, QSize, QTimer, Slot
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget


def fit_on_screen(window: QWidget, least: QSize) -> None:
    """Limit a window's size and place to its screen.

    Args:
        least: the smallest size on a screen that has room for it.
    """
    room = window.screen().availableGeometry()
    # The title bar and the borders; without size before the window is shown.
    frame = window.frameGeometry().size() - window.size()
    most = room.size() - frame
    window.setMinimumSize(least.boundedTo(most))
    if window.isFullScreen() or window.isMaximized():
        return
    size = window.size().boundedTo(most)
    if size != window.size():
        window.resize(size)
    outer = window.frameGeometry()
    outer.setSize(size + frame)
    place = outer.topLeft()
    place.setX(max(room.left(), min(place.x(), room.right() + 1 - outer.width())))
    place.setY(max(room.top(), min(place.y(), room.bottom() + 1 - outer.height())))
    if place != outer.topLeft():
        window.move(place)


class ScreenFit(QObject):
    """Keeps a window within its screen when it is shown, moved to another screen, or when that changes its size."""

    def __init__(self, window: QWidget, least: QSize) -> None:
        super().__init__(window)
        self._window, self._least = window, least
        self._screen: QScreen | None = None
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Fit now."""
        fit_on_screen(self._window, self._least)

    def watch(self) -> None:
        """To be called once the window is shown."""
        if self._screen is None:
            self._window.windowHandle().screenChanged.connect(self._change)
            self._change(self._window.screen())

    @Slot(object)
    def _change(self, screen: QScreen) -> None:
        if self._screen is not None:
            # It may have been unplugged.
            with suppress(RuntimeError):
                self._screen.availableGeometryChanged.disconnect(self.fit)
        self._screen = screen
        screen.availableGeometryChanged.connect(self.fit)
        # Later: the window manager adds a frame first.
        QTimer.singleShot(0, self, self.fit)
