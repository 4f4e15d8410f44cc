"""Ends what runs in the background before a widget is deleted at the end of a test.

For ``before_close_func`` of pytest-qt: it deletes widgets before the code after the ``yield`` of a fixture runs, and
Qt aborts where a thread of a deleted widget still runs.
"""

import time
from typing import Protocol

from PySide6.QtTest import QTest

from gui.main_window import MainWindow

_TIMEOUT = 20.0


class _Busy(Protocol):
    @property
    def busy(self) -> bool: ...

    def shut_down(self) -> None: ...


def shut_down(widget: _Busy) -> None:
    """Wait until nothing runs in the background."""
    widget.shut_down()
    deadline = time.monotonic() + _TIMEOUT
    while widget.busy and time.monotonic() < deadline:
        QTest.qWait(5)


def shut_down_window(window: MainWindow) -> None:
    """The same of the window; it will ask nothing about unsaved weights or a fine-tuned network."""
    shut_down(window)
    if window.draw_tab.undecided:
        window.draw_tab.decide(keep=False)
    window.network.unsaved = False
