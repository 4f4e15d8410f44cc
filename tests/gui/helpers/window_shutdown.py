"""Shuts a window down at the end of a test."""

import time

from PySide6.QtTest import QTest

from gui.main_window import MainWindow

_TIMEOUT = 20.0


def shut_down_window(window: MainWindow) -> None:
    """Wait until nothing runs in the background; there will be no question about unsaved weights."""
    window.shut_down()
    deadline = time.monotonic() + _TIMEOUT
    while window.busy and time.monotonic() < deadline:
        QTest.qWait(5)
    window.network.unsaved = False
