"""Before a test takes its window away: nothing may run in it any more."""

import time

from PySide6.QtTest import QTest

from gui.main_window import MainWindow

_PATIENCE = 20.0


def at_rest(window: MainWindow) -> None:
    """Let what runs in the window's threads come to its end, and ask nobody about weights that are not saved."""
    window.network.unsaved = False
    for each in window._afterwards:
        each.forget()
    parts = [window.draw_tab, *window._afterwards]
    if window._training is not None:
        parts.append(window._training[1])
    until = time.monotonic() + _PATIENCE
    for part in parts:
        if part.busy and hasattr(part, "shut_down"):
            part.shut_down()
        while part.busy and time.monotonic() < until:
            QTest.qWait(5)
    window.network.unsaved = False
