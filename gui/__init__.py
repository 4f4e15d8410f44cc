"""The window of Digit Lab: PySide6 and pyqtgraph around the engine, which does not depend on it."""

import engine  # noqa: F401 - before pyqtgraph loads NumPy: it sets the number of threads
