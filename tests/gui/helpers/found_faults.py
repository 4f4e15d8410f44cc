"""Everything that goes wrong without a test noticing it: exceptions in slots and threads, warnings of Qt and Python."""

import sys
import threading
import traceback
import warnings
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

# Warnings about the offscreen platform itself.
_IGNORED = ("This plugin does not support",)


class Faults(list[str]):
    """All exceptions and warnings, from Qt, Python and threads."""

    def listen(self) -> None:
        """Collect them from now on."""
        qInstallMessageHandler(self._qt)
        sys.excepthook = lambda kind, error, trace: self.append(f"exception: {kind.__name__}: {error}{_place(trace)}")
        sys.unraisablehook = lambda found: self.append(f"unraisable: {found.exc_value!r} in {found.object!r}")
        threading.excepthook = lambda found: self.append(f"in a thread: {found.exc_value!r}")
        warnings.simplefilter("always")
        # Python 3.11 and 3.12: ziamath reads its fonts by a function that is no longer deprecated in 3.13.
        warnings.filterwarnings("ignore", "(path|open_text) is deprecated", DeprecationWarning, "zia(math|font)")
        warnings.showwarning = lambda message, *rest: self.append(f"warning: {message}")

    def _qt(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not text.startswith(_IGNORED):
            self.append(f"Qt: {text}")


def _place(trace: TracebackType | None) -> str:
    """Where it was raised, and from where."""
    last = traceback.extract_tb(trace)[-3:]
    return "".join(f" < {Path(frame.filename).name}:{frame.lineno}" for frame in reversed(last))
