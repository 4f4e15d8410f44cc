"""What comes onto the canvas from elsewhere and what goes out: files, drops and the clipboard."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.errors import DigitLabError
from engine.recognizer import Prediction
from engine.types import CANVAS, FloatArray
from gui.actions import Actions
from gui.draw.drawing_model import DrawingModel
from gui.file_dialogs import ask_where_to_save
from gui.i18n import tr
from gui.settings import Settings

_LARGEST_CLIPBOARD = 4096
# Beside the image, the input as it is: 784 float32. Another program's copy of the image is a picture like any other.
_INPUT = "application/x-digit-lab-input"
_FOLDER = "draw/folder"


class ImportExport(QObject):
    """Opens, saves, pastes and copies, by the actions for it.

    Signals:
        coming: something is about to be put on the canvas, which should be seen.
        problem: what is wrong with a file or the clipboard, in a sentence; an empty one takes the last back.
        said: what was done, in a sentence that need not stay.
    """

    coming = Signal()
    problem = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        model: DrawingModel,
        answer: Callable[[], Prediction | None],
        brush_width: Callable[[], float],
        actions: Actions,
        settings: Settings,
        parent: QWidget,
    ) -> None:
        """Args:
        answer: to what is on the canvas now.
        brush_width: that the ink is shown with, in canvas units.
        parent: what dialogs belong to.
        """
        super().__init__(parent)
        self._model, self._answer, self._brush_width = model, answer, brush_width
        self._actions, self._settings, self._window = actions, settings, parent
        self._told_problem = False
        model.changed.connect(self._forget_problem)
        actions.open_image.triggered.connect(self._ask_open)
        actions.paste_image.triggered.connect(self._paste)
        actions.save_drawing.triggered.connect(self._ask_save)
        actions.copy_input.triggered.connect(self._copy_input)
        actions.copy_probabilities.triggered.connect(self._copy_probabilities)

    def enable(self, here: bool, prediction: Prediction | None) -> None:
        """What can go out now: nothing while another tab is in front."""
        something = self._model.running is not None or not self._model.content.empty
        self._actions.save_drawing.setEnabled(here and something)
        read = here and prediction is not None and prediction.digit is not None
        self._actions.copy_input.setEnabled(read)
        self._actions.copy_probabilities.setEnabled(read)

    # -- what went wrong

    @Slot()
    def _forget_problem(self) -> None:
        """What was wrong with a picture is over where something else is on the canvas."""
        if self._told_problem:
            self._told_problem = False
            self.problem.emit("")

    def _wrong(self, sentence: str) -> None:
        self._told_problem = True
        self.problem.emit(sentence)

    # -- in

    @Slot()
    def _ask_open(self) -> None:
        from engine.ink.drawing_file import DRAWING_SUFFIXES
        from engine.ink.images import IMAGE_SUFFIXES

        patterns = " ".join(f"*{suffix}" for suffix in dict.fromkeys(IMAGE_SUFFIXES + DRAWING_SUFFIXES))
        file, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Open a picture of a digit, or a drawing"),
            self._settings.text(_FOLDER, ""),
            tr("Pictures and drawings ({0})", patterns) + ";;" + tr("All files (*)"),
        )
        if file:
            self._settings.keep(_FOLDER, str(Path(file).parent))
            self.coming.emit()
            self.open(file)

    @Slot()
    def _paste(self) -> None:
        self.coming.emit()
        # Where nothing has been copied yet, some systems have no data at all.
        self.take(QGuiApplication.clipboard().mimeData() or QMimeData())

    def open(self, source: str | bytes) -> None:
        """Put a drawing or a picture (a file's path, or a picture's content) on the canvas, or say what is wrong."""
        if isinstance(source, str) and source.lower().endswith(".npz"):
            self._wrong(
                tr(
                    "“{0}” is no picture: files of pen strokes are imported on the page “My hand”, by “All drawings…”.",
                    Path(source).name,
                )
            )
            return
        # Loaded where a file is: neither the start nor the pen waits for it.
        from engine.ink.drawing_file import read
        from engine.ink.images import read_image

        try:
            sketch = read(source) if isinstance(source, str) else None
            if sketch is None:
                self._model.show_picture(read_image(source))
            else:
                self._model.show_strokes(sketch.strokes)
        except DigitLabError as error:
            self._wrong(str(error))

    def may_take(self, data: QMimeData) -> bool:
        """Whether a drop or the clipboard holds what may be a picture or a drawing."""
        return data.hasImage() or any(url.isLocalFile() for url in data.urls())

    def take(self, data: QMimeData) -> None:
        """Read what was dropped or pasted: our own copy of an input, a file's address, or the pixels themselves."""
        values = _input_in(data)
        if values is not None:
            self._model.show_picture(values, prepared=True)
            return
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.open(files[0])
            return
        image = data.imageData() if data.hasImage() else None
        if not isinstance(image, QImage) or image.isNull():
            self._wrong(tr("There is no picture on the clipboard: copy one first."))
            return
        if max(image.width(), image.height()) > _LARGEST_CLIPBOARD:
            image = image.scaled(_LARGEST_CLIPBOARD, _LARGEST_CLIPBOARD, Qt.AspectRatioMode.KeepAspectRatio)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        self.open(bytes(buffer.data().data()))

    # -- out

    @Slot()
    def _ask_save(self) -> None:
        from engine.ink.drawing_file import Sketch, write, write_picture

        # A stroke that is being drawn belongs to the drawing.
        self._model.end()
        content = self._model.content
        if content.empty:
            return
        path = self._where_to_save(content.picture is None)
        if path is None:
            return
        try:
            if content.picture is None:
                write(path, Sketch(content.strokes, self._brush_width()))
            else:
                write_picture(path, content.picture)
        except DigitLabError as error:
            self._wrong(str(error))
            return
        self._settings.keep(_FOLDER, str(path.parent))
        self._forget_problem()
        self.said.emit(tr("Saved as “{0}”.", path.name))

    def _where_to_save(self, with_strokes: bool) -> Path | None:
        kinds = {tr("PNG picture (*.png)"): "png"}
        if with_strokes:
            kinds |= {tr("SVG picture (*.svg)"): "svg", tr("Strokes (*.json)"): "json"}
        folder = self._settings.text(_FOLDER, str(Path.home()))
        title = tr("Save the drawing") if with_strokes else tr("Save the picture")
        answer = self._answer()
        name = tr("digit-{0}", answer.digit) if answer is not None and answer.sure else tr("drawing")
        return ask_where_to_save(self._window, title, folder, name, kinds)

    @Slot()
    def _copy_input(self) -> None:
        answer = self._answer()
        if answer is None or answer.digit is None:
            return
        values = np.ascontiguousarray(answer.stages.centred, "<f4")
        pixels = np.rint(values * 255).astype(np.uint8).tobytes()
        data = QMimeData()
        # A copy: the image would go on looking at ``pixels``.
        data.setImageData(QImage(pixels, CANVAS, CANVAS, CANVAS, QImage.Format.Format_Grayscale8).copy())
        data.setData(_INPUT, QByteArray(values.tobytes()))
        QGuiApplication.clipboard().setMimeData(data)
        self.said.emit(tr("The network's input is on the clipboard: a picture of 28 × 28 pixels."))

    @Slot()
    def _copy_probabilities(self) -> None:
        answer = self._answer()
        if answer is None or answer.digit is None:
            return
        lines = [f"{tr('digit')}\t{tr('probability')}", *(f"{d}\t{p:.6f}" for d, p in enumerate(answer.probabilities))]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.said.emit(tr("The ten probabilities are on the clipboard: lines for a spreadsheet."))


def _input_in(data: QMimeData) -> FloatArray | None:
    """The (28, 28) input that ``_copy_input`` put there; None where there is none, or it can be none."""
    content = bytes(data.data(_INPUT).data())
    if len(content) != 4 * CANVAS * CANVAS:
        return None
    values = np.frombuffer(content, "<f4").astype(np.float32).reshape(CANVAS, CANVAS)
    return values if ((values >= 0) & (values <= 1)).all() else None
