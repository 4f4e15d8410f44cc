"""Faults of Qt's bindings that would end the program, and which version ranges in pyproject.toml keep out."""

import sys

from PySide6.QtCore import QObject, Signal


class _Sender(QObject):
    sent = Signal()


def test_a_signal_costs_no_reference_to_true() -> None:
    """PySide6 6.12.0 does that; before Python 3.12 the interpreter aborts once the last reference is gone."""
    sender = _Sender()
    sender.sent.emit()
    before = sys.getrefcount(True)
    for _ in range(100):
        sender.sent.emit()
    assert sys.getrefcount(True) > before - 50
