"""The window of Digit Lab: PySide6 and pyqtgraph around the engine, which does not depend on it."""

import contextlib
import sys

import engine  # noqa: F401 - before pyqtgraph loads NumPy: it sets the number of threads

if sys.version_info < (3, 12):
    # Where PySide is missing, gui.preflight says so.
    with contextlib.suppress(ImportError):
        from .qt_exceptions import catch_in_overrides

        catch_in_overrides()
