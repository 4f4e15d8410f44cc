"""A start without a terminal: by a launcher, a file manager, or pythonw, where there are no standard streams at all."""

import contextlib
import ctypes
import logging
import os
import sys
from collections.abc import Sequence

from engine.errors import DigitLabError
from engine.i18n import tr
from gui import preflight
from gui.start.log_file import errors_logged, log_path

_log = logging.getLogger("digitlab")
_STREAMS = (0, 1, 2)
_ICON_ERROR = 0x10


def open_window(weights: str | None, verbose: bool = False, files: Sequence[str] = ()) -> int:
    """As ``gui.preflight.open_window``, but an error is shown in a message box; then the exit status is 1.

    Raises:
        NoWindowError: where there is no screen, and so no message box.
    """
    open_missing_streams()
    with errors_logged():
        try:
            return preflight.open_window(weights, verbose, files)
        except DigitLabError as error:
            _log.error("%s", error)
            shown = show_error(str(error))
            if not shown:
                raise
        except Exception as error:
            _log.exception("the window could not be opened")
            show_error(
                tr("Digit Lab cannot be started: {0}. The details are in the file “{1}”.", repr(error), log_path())
            )
            raise
    return 1


def open_missing_streams() -> None:
    """Discard what is printed where there are no standard streams.

    A closed descriptor would be given to the next file that is opened, and be written to as if it were the stream.
    """
    for descriptor in _STREAMS if os.name == "posix" else ():
        try:
            os.fstat(descriptor)
        except OSError:
            # The lowest free descriptor, which is this one, since those below it are open by now.
            opened = os.open(os.devnull, os.O_RDWR)
            os.set_inheritable(opened, True)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # Until the process ends.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115


def show_error(text: str) -> bool:
    """Show a message box until it is closed; False where none can be shown."""
    if sys.platform == "win32":
        # The system's own: it needs no Qt, which may be what is missing.
        ctypes.windll.user32.MessageBoxW(None, text, tr("Digit Lab"), _ICON_ERROR)
        return True
    with contextlib.suppress(ImportError, preflight.NoWindowError):
        preflight.require_screen()
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QApplication, QMessageBox

        from gui.start.identity import qt_arguments

        application = QApplication.instance() or QApplication(qt_arguments())
        box = QMessageBox(QMessageBox.Icon.Critical, tr("Digit Lab"), text)
        box.setObjectName("start-error")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.exec()
        # In this order: a widget must not outlive the application.
        del box, application
        return True
    return False
