"""The window of Digit Lab: PySide6 and pyqtgraph around the engine, which knows nothing of it."""
