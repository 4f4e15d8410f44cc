"""Bugs of PySide that would crash the program; the version ranges in pyproject.toml exclude them."""

import sys

from PySide6.QtCore import QObject, Signal


class _Sender(QObject):
    sent = Signal()


def test_a_signal_does_not_leak_a_reference_to_true() -> None:
    """PySide6 6.12.0 does that; before Python 3.12 the interpreter aborts once the last reference is gone."""
    sender = _Sender()
    sender.sent.emit()
    before = sys.getrefcount(True)
    for _ in range(100):
        sender.sent.emit()
    assert sys.getrefcount(True) > before - 50
