"""Opening files as what they are, wherever they come from: dropped, chosen, pasted, or named at the start."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal, Slot
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from engine.errors import DigitLabError
from engine.i18n import comma_list, tr
from engine.io.checked_file import error_context, open_file, printable
from engine.io.file_kind import FileKind, file_kind, is_folder
from engine.types import FloatArray
from gui.draw.import_export import ImportExport
from gui.file_dialogs import ask_which_to_open
from gui.settings import Settings
from gui.task import Task, TaskGroup
from gui.weights_files import WeightsFiles

if TYPE_CHECKING:
    from gui.training.train_tab import TrainTab

_FOLDER = "open/folder"
# Pixels of a side; one from the clipboard that is larger is scaled down.
_LARGEST_IMAGE = 4096
# There is one of each at a time. Settings name their data, so they come before data that are opened with them; the
# drawing tab comes last and stays in front.
_ON_CANVAS = (FileKind.IMAGE, FileKind.DRAWING)
_PLACES = ((FileKind.SETTINGS,), (FileKind.DATA, FileKind.FOLDER), (FileKind.WEIGHTS,), _ON_CANVAS)
# In a small window more sentences would leave no room for the rest.
_MAX_PROBLEMS = 4
_WHILE_TRAINING = (FileKind.RUN, *_ON_CANVAS)

_Result = TypeVar("_Result")


@dataclass(frozen=True, eq=False)
class _Opened:
    """A file that can be used; of weights, settings, drawings and images also what was read."""

    path: Path
    kind: FileKind
    content: Any


class FileOpener(TaskGroup):
    """Finds out on a thread what files are, and opens them.

    Signals:
        message: which files were not opened because others were, in a sentence.
    """

    message = Signal(str)

    def __init__(
        self,
        canvas: ImportExport,
        weights: WeightsFiles,
        settings: Settings,
        locked: Callable[[], bool],
        train_tab: Callable[[], "TrainTab"],
        window: QWidget,
    ) -> None:
        """Args:
        canvas: shows the problems, too.
        locked: whether a network is being trained.
        train_tab: goes to the training tab, and returns it.
        window: the parent of the dialog.
        """
        super().__init__(window)
        self._canvas, self._weights, self._settings, self._window = canvas, weights, settings, window
        self._locked, self._train_tab = locked, train_tab
        # What is being read, or was until it was cancelled, by the number of the request.
        self._pending: dict[int, Sequence[Path] | QImage] = {}
        self._requests = 0
        # Whose image or drawing was put on the canvas last.
        self._shown = 0
        self.failed.connect(canvas.show_problem)

    @Slot()
    def ask(self) -> None:
        """Ask for a file of any kind and open it."""
        file = ask_which_to_open(self._window, self._settings, _FOLDER, tr("Open"), tr("All files (*)"))
        if file is not None:
            self.open([file])

    @Slot(object)
    def open(self, paths: Sequence[Path]) -> None:
        """Open each file as what it is; what cannot be opened is reported, a sentence a file."""

        def read(task: Task) -> tuple[list[_Opened], list[str]]:
            opened, problems = list[_Opened](), list[str]()
            for path in paths:
                task.check()
                # One of a kind is opened: the content of ten networks would take gigabytes.
                taken = [kind for place in _PLACES for kind in place if any(each.kind in place for each in opened)]
                try:
                    opened.append(_read(path, taken))
                except DigitLabError as error:
                    problems.append(str(error))
            return opened, problems

        def use(request: int, result: tuple[list[_Opened], list[str]]) -> None:
            opened, problems = result
            if self._weights.choices != choices:
                opened = [each for each in opened if each.kind is not FileKind.WEIGHTS]
            if request < self._shown:
                opened = [each for each in opened if each.kind not in _ON_CANVAS]
            elif any(each.kind in _ON_CANVAS for each in opened):
                self._shown = request
            self._use(opened, problems)

        # A network that is chosen while they are read stays.
        choices = self._weights.choices
        self._request(paths, read, use)

    @Slot(object)
    def open_image(self, image: QImage) -> None:
        """Put the pixels of an image on the canvas."""

        def use(request: int, values: FloatArray) -> None:
            if request > self._shown:
                self._shown = request
                self._canvas.show_problem("")
                self._canvas.show(values)

        self._request(image, lambda task: _grey_values(image), use)

    def _request(
        self, what: Sequence[Path] | QImage, read: Callable[[Task], _Result], use: Callable[[int, _Result], object]
    ) -> None:
        """On a thread, beside what is being read already: the shorter of two may be used before the one given first."""
        self._requests += 1
        request = self._requests

        def done(result: _Result) -> None:
            del self._pending[request]
            use(request, result)

        def fail(sentence: str) -> None:
            del self._pending[request]
            self.failed.emit(sentence)

        self._pending[request] = what
        self.start(read, done, on_failed=fail)

    def go_on(self) -> None:
        """The window stays open after ``cancel``: open what was being read."""
        pending, self._pending = self._pending, {}
        for what in pending.values():
            if isinstance(what, QImage):
                self.open_image(what)
            else:
                self.open(what)

    def _use(self, opened: list[_Opened], problems: list[str]) -> None:
        self._canvas.show_problem("")
        if self._locked():
            problems += [
                tr(
                    "“{0}” was not opened: a network is being trained. Stop the training first.",
                    printable(each.path.name),
                )
                for each in opened
                if each.kind not in _WHILE_TRAINING
            ]
            opened = [each for each in opened if each.kind in _WHILE_TRAINING]
        runs = [each.path for each in opened if each.kind is FileKind.RUN]
        if runs:
            self._train_tab().pages.import_runs(runs)
        left: list[str] = []
        for kinds in _PLACES:
            fitting = [each for each in opened if each.kind in kinds]
            if fitting:
                self._show(fitting[0])
            left += [tr("“{0}”", printable(each.path.name)) for each in fitting[1:]]
        if problems:
            shown = problems[:_MAX_PROBLEMS]
            if len(problems) > _MAX_PROBLEMS:
                shown.append(tr("Files that were not opened, besides these: {0}.", len(problems) - _MAX_PROBLEMS))
            # Last: what was opened has cleared earlier problems.
            self._canvas.show_problem("\n".join(shown))
        if left:
            self.message.emit(tr("One file of each kind is opened at a time. Not opened: {0}.", comma_list(left)))

    def _show(self, opened: _Opened) -> None:
        match opened.kind:
            case FileKind.WEIGHTS:
                self._weights.use_loaded(opened.content, opened.path)
            case FileKind.SETTINGS:
                self._train_tab().form.files.use_loaded(opened.content, opened.path)
            case FileKind.DATA | FileKind.FOLDER:
                self._train_tab().form.data.open(str(opened.path))
            case _:
                self._canvas.show(opened.content)


def _grey_values(image: QImage) -> FloatArray:
    """What ``read_image`` gives for a file of this image.

    Raises:
        ImageError: it cannot be read.
    """
    # Imported when there is an image: it would delay the start.
    from engine.ink.images import read_image

    if max(image.width(), image.height()) > _LARGEST_IMAGE:
        image = image.scaled(_LARGEST_IMAGE, _LARGEST_IMAGE, Qt.AspectRatioMode.KeepAspectRatio)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return read_image(bytes(buffer.data().data()))


def _read(path: Path, without_content: Sequence[FileKind]) -> _Opened:
    """What a file is, and its content unless the training tab reads it itself.

    Args:
        without_content: kinds of which no content is needed.

    Raises:
        DigitLabError: it cannot be opened; says why.
    """
    kind, name = file_kind(path), tr("“{0}”", printable(path.name or str(path)))
    if kind in without_content:
        return _Opened(path, kind, None)
    match kind:
        case FileKind.WEIGHTS:
            from engine.weights import load_weights

            return _Opened(path, kind, load_weights(path))
        case FileKind.SETTINGS:
            from engine.train.settings_file import load_settings

            return _Opened(path, kind, load_settings(path))
        case FileKind.IMAGE | FileKind.DRAWING:
            # Imported when there is a file: it would delay the start.
            from engine.ink.drawing_file import load_drawing
            from engine.ink.images import read_image

            return _Opened(path, kind, load_drawing(path) or read_image(path))
    if not is_folder(path):
        with error_context(name, "opened", DigitLabError), open_file(path, sys.maxsize):
            pass
    if kind is FileKind.STROKES:
        raise DigitLabError(
            tr("{0} holds labelled drawings: import it on the page “My handwriting”, by “All drawings…”.", name)
        )
    if kind is FileKind.UNKNOWN:
        raise DigitLabError(
            tr(
                "{0} is no kind of file that Digit Lab opens: images, saved drawings (.png, .svg, .json), weights "
                "(.safetensors, .npz, .pkl), training data, settings (.toml) and exported runs (.zip).",
                name,
            )
        )
    return _Opened(path, kind, None)
