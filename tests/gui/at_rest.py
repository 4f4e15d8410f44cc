"""Before a test takes its window away: nothing may run in it any more."""

import time

from PySide6.QtTest import QTest

from gui.main_window import MainWindow

_TIMEOUT = 20.0


def at_rest(window: MainWindow) -> None:
    """Wait until nothing runs in the background, and let no question about unsaved weights come."""
    window.shut_down()
    until = time.monotonic() + _TIMEOUT
    while window.busy and time.monotonic() < until:
        QTest.qWait(5)
    window.network.unsaved = False
