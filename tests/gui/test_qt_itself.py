"""Bugs of PySide that would crash the program: excluded in pyproject.toml, or avoided in gui/start/qt_exceptions.py."""

import subprocess
import sys
from pathlib import Path

import pytest
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


@pytest.mark.parametrize("statement", ["1 / 0", "[][0]", "int('x')", "self.resize('x')", "raise ValueError", "{}[0]"])
def test_an_exception_in_a_method_that_qt_calls_does_not_end_the_process(statement: str) -> None:
    """Before Python 3.12 PySide ends it, unless the exception was caught on its way."""
    program = (
        "import gui.app\n"
        "from PySide6.QtWidgets import QApplication, QWidget\n"
        "class Window(QWidget):\n"
        f"    def resizeEvent(self, event): {statement}\n"
        "application = QApplication([])\n"
        "window = Window()\n"
        "try:\n"
        "    window.show()\n"
        "except Exception as error:\n"
        "    print('caught', type(error).__name__)\n"
        "print('end')\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, timeout=60)
    lines = done.stdout.splitlines()
    assert (done.returncode, len(lines), lines[-1:]) == (0, 2, ["end"]), done.stderr
    assert lines[0].startswith("caught ")
