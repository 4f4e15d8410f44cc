"""Shuts a window or its drawing tab down at the end of a test: a running thread must not outlive them."""

import time

from PySide6.QtTest import QTest

from gui.draw.draw_tab import DrawTab
from gui.main_window import MainWindow

_TIMEOUT = 20.0


def shut_down_window(window: MainWindow) -> None:
    """Wait until nothing runs in the background; there will be no question about unsaved weights."""
    _shut_down(window)
    window.network.unsaved = False


def shut_down_tab(tab: DrawTab) -> None:
    """Wait until nothing runs in the background."""
    _shut_down(tab)


def _shut_down(widget: MainWindow | DrawTab) -> None:
    widget.shut_down()
    deadline = time.monotonic() + _TIMEOUT
    while widget.busy and time.monotonic() < deadline:
        QTest.qWait(5)
