"""Writing curves to files: numbers for a spreadsheet, pictures for a report."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from engine.io.atomic_write import write_atomically
from gui.file_dialogs import ask_where_to_save
from gui.i18n import tr
from gui.settings import Settings

# A long table is written in slices, so that a training's window keeps moving meanwhile.
_SLICE_SECONDS = 0.004
_KEY = "curves/folder"


class CurveExport(QObject):
    """Asks where to, and writes.

    Signals:
        problem: why it could not be written.
        saved: the sentence that it was.
        busy_changed: whether a table is being written.
    """

    problem = Signal(str)
    saved = Signal(str)
    busy_changed = Signal(bool)

    def __init__(self, settings: Settings | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings, self._window = settings, parent
        self._path = Path()
        self._pieces: Iterator[str] | None = None
        self._written: list[bytes] = []
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._write_slice)

    @property
    def busy(self) -> bool:
        """Whether a table is being written."""
        return self._pieces is not None

    def write_picture(self, kind: str, title: str, paint: Callable[[], bytes]) -> None:
        """Ask for a file and write what ``paint`` gives.

        Args:
            kind: "png" or "svg".
            title: what the file is called where the person gives no other name.
        """
        names = {"png": tr("Picture (*.png)"), "svg": tr("Picture to scale (*.svg)")}
        path = self._where(kind, names[kind], title)
        if path is not None:
            self._write(path, paint())

    def write_table(self, title: str, pieces: Iterator[str]) -> None:
        """Ask for a file and write a table, piece by piece. Meanwhile another one is not begun."""
        if self.busy:
            return
        path = self._where("csv", tr("Comma-separated values (*.csv)"), title)
        if path is None:
            return
        self._path, self._pieces, self._written = path, pieces, []
        self.busy_changed.emit(True)
        self._slices.start()

    @Slot()
    def _write_slice(self) -> None:
        until = time.perf_counter() + _SLICE_SECONDS
        assert self._pieces is not None
        for piece in self._pieces:
            self._written.append(piece.encode())
            if time.perf_counter() > until:
                return
        self._slices.stop()
        content, self._pieces, self._written = b"".join(self._written), None, []
        self._write(self._path, content)
        self.busy_changed.emit(False)

    def _write(self, path: Path, content: bytes) -> None:
        try:
            write_atomically(path, content)
        except OSError as error:
            self.problem.emit(
                tr("“{0}” could not be written ({1}): choose another place.", path.name, error.strerror or error)
            )
            return
        if self._settings is not None:
            self._settings.keep(_KEY, str(path.parent))
        self.saved.emit(tr("Saved as “{0}”.", path.name))

    def _where(self, kind: str, names: str, title: str) -> Path | None:
        folder = str(Path.home()) if self._settings is None else self._settings.text(_KEY, str(Path.home()))
        return ask_where_to_save(self._window, tr("Export the curves"), folder, _file_name(title), {names: kind})


def _file_name(title: str) -> str:
    """What every system takes for a name: letters, digits, dots and dashes."""
    return re.sub(r"[^\w.]+", "-", title).strip("-.")[:60] or "curves"
