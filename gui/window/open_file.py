"""Opening a file as what it is, wherever in the window it was dropped."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from engine.io.file_kind import FileKind, file_kind
from gui.i18n import tr
from gui.weights_files import WeightsFiles

if TYPE_CHECKING:
    from gui.training.train_tab import TrainTab


class FileOpener(QObject):
    """Opens files that are neither images nor drawings, which the drawing tab opens itself.

    Signals:
        problem: why a file was not opened, as a sentence; "" clears the last one.
    """

    problem = Signal(str)

    def __init__(self, weights: WeightsFiles, locked: Callable[[], bool], train_tab: Callable[[], "TrainTab"]) -> None:
        """Args:
        locked: whether a network is being trained.
        train_tab: goes to the training tab, and returns it.
        """
        super().__init__(weights)
        self._weights, self._locked, self._train_tab = weights, locked, train_tab

    @Slot(object)
    def open(self, path: Path) -> None:
        """Open a file, or say what it is and where it can be opened."""
        kind, name = file_kind(path), path.name
        changing = (FileKind.WEIGHTS, FileKind.SETTINGS, FileKind.DATA, FileKind.FOLDER)
        if kind in changing and self._locked():
            self.problem.emit(tr("“{0}” was not opened: a network is being trained. Stop the training first.", name))
            return
        match kind:
            case FileKind.WEIGHTS:
                self._weights.use_file(path)
            case FileKind.SETTINGS:
                self._train_tab().form.files.open(path)
            case FileKind.RUN:
                self._train_tab().pages.import_run(path)
            case FileKind.STROKES:
                self.problem.emit(
                    tr(
                        "“{0}” holds labelled drawings: import it on the page “My handwriting”, by “All drawings…”.",
                        name,
                    )
                )
            case FileKind.FOLDER | FileKind.DATA:
                self._train_tab().form.data.open(str(path))
            case _:
                self.problem.emit(
                    tr(
                        "“{0}” is no kind of file that Digit Lab opens: images, saved drawings (.png, .svg, .json), "
                        "weights (.safetensors, .npz, .pkl), settings (.toml) and exported runs (.zip).",
                        name,
                    )
                )
