"""Files, drops and the clipboard: what is imported onto the canvas, and what is exported."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QByteArray, QMimeData, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from engine.i18n import tr
from engine.io.checked_file import printable
from engine.paths import home_folder
from engine.recognizer import Prediction
from engine.types import CANVAS, FloatArray
from gui.actions import Actions
from gui.draw.drawing_model import DrawingModel
from gui.file_dialogs import ask_where_to_save, ask_which_to_open, local_files
from gui.settings import Settings
from gui.task import Task, TaskGroup
from gui.widgets.pixel_painting import to_image

if TYPE_CHECKING:
    from engine.ink.drawing_file import SavedDrawing

# The format of the input itself, beside the image: 784 float32.
_INPUT = "application/x-digit-lab-input"
_FOLDER = "draw/folder"


class ImportExport(TaskGroup):
    """Opens, saves (on a thread), pastes and copies, by the actions for it.

    Signals:
        opening: something is about to be put on the canvas, which should be visible.
        problem: what is wrong with a file or the clipboard, as a sentence; "" when it is over.
        message: what was done, as a sentence.
        files_given: a list of Paths, chosen, dropped or pasted; they may be of any kind.
        image_given: a QImage that was dropped or pasted.
    """

    opening = Signal()
    files_given = Signal(object)
    image_given = Signal(object)
    problem = Signal(str)
    message = Signal(str)

    def __init__(
        self,
        model: DrawingModel,
        predict: Callable[[], Prediction | None],
        file_name: Callable[[Prediction | None], str],
        brush_width: Callable[[], float],
        actions: Actions,
        settings: Settings,
        parent: QWidget,
    ) -> None:
        """Args:
        predict: the prediction for what is on the canvas now.
        file_name: the suggested name of a file with it.
        brush_width: of the strokes, in canvas units.
        parent: of the dialogs.
        """
        super().__init__(parent)
        self._model, self._predict, self._file_name, self._brush_width = model, predict, file_name, brush_width
        self._actions, self._settings, self._window = actions, settings, parent
        self._has_problem = False
        # A problem with an image is over when something else is on the canvas.
        model.changed.connect(self._clear_problem)
        actions.open_image.triggered.connect(self._ask_open)
        actions.paste_image.triggered.connect(self._paste)
        actions.save_drawing.triggered.connect(self._ask_save)
        actions.copy_input.triggered.connect(self._copy_input)
        actions.copy_probabilities.triggered.connect(self._copy_probabilities)

    def enable(self, here: bool, prediction: Prediction | None) -> None:
        """What can be exported now; nothing while another tab is in front."""
        something = self._model.running is not None or not self._model.content.empty
        # Of two that are being saved to one file, either could be the last.
        self._actions.save_drawing.setEnabled(here and something and not self.busy)
        predicted = here and prediction is not None and prediction.digit is not None
        self._actions.copy_input.setEnabled(predicted)
        self._actions.copy_probabilities.setEnabled(predicted)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with a file, until something else is on the canvas."""
        self._has_problem = True
        self.problem.emit(sentence)

    def _clear_problem(self) -> None:
        if self._has_problem:
            self._has_problem = False
            self.problem.emit("")

    # -- import

    def _ask_open(self) -> None:
        from engine.ink.drawing_file import DRAWING_SUFFIXES
        from engine.ink.images import IMAGE_SUFFIXES

        patterns = " ".join(f"*{suffix}" for suffix in dict.fromkeys(IMAGE_SUFFIXES + DRAWING_SUFFIXES))
        kinds = tr("Images and drawings ({0})", patterns) + ";;" + tr("All files (*)")
        title = tr("Open an image of a digit, or a drawing")
        file = ask_which_to_open(self._window, self._settings, _FOLDER, title, kinds)
        if file is not None:
            self.files_given.emit([file])

    def _paste(self) -> None:
        # Before anything was copied, some systems have no data at all.
        self.take(QGuiApplication.clipboard().mimeData() or QMimeData())

    def show(self, content: "SavedDrawing | FloatArray") -> None:
        """Put what was read from a file on the canvas: a drawing, or (height, width) grey values."""
        self.opening.emit()
        if isinstance(content, np.ndarray):
            self._model.show_image(content)
        else:
            self._model.show_strokes(content.strokes)

    def can_take(self, data: QMimeData) -> bool:
        """Whether a drop or the clipboard may hold an image or a drawing."""
        return data.hasImage() or bool(local_files(data))

    def take(self, data: QMimeData) -> None:
        """Open what was dropped or pasted: our own copy of an input, a file, or an image's pixels."""
        values = _input_in(data)
        if values is not None:
            self.opening.emit()
            self._model.show_image(values, prepared=True)
            return
        if files := local_files(data):
            self.files_given.emit(files)
            return
        image = data.imageData() if data.hasImage() else None
        if not isinstance(image, QImage) or image.isNull():
            self.show_problem(tr("There is no image on the clipboard: copy one first."))
            return
        self.image_given.emit(image)

    # -- export

    def _ask_save(self) -> None:
        from engine.ink.drawing_file import SavedDrawing, save_drawing, save_image

        # A running stroke belongs to the drawing.
        self._model.end()
        content = self._model.content
        if content.empty:
            return
        kinds, title = {tr("PNG image (*.png)"): "png"}, tr("Save the image")
        if content.image is None:
            kinds |= {tr("SVG image (*.svg)"): "svg", tr("Strokes (*.json)"): "json"}
            title = tr("Save the drawing")
        name = self._file_name(self._predict())
        folder = self._settings.text(_FOLDER, str(home_folder()))
        path = ask_where_to_save(self._window, title, folder, name, kinds)
        if path is None:
            return
        brush_width = self._brush_width()

        def save(task: Task) -> None:
            if content.image is None:
                save_drawing(path, SavedDrawing(content.strokes, brush_width))
            else:
                save_image(path, content.image)

        def saved(_: object) -> None:
            self._settings.keep(_FOLDER, str(path.parent))
            self._clear_problem()
            self.message.emit(tr("Saved as “{0}”.", printable(path.name)))

        self.start(save, saved, on_failed=self.show_problem)
        self._actions.save_drawing.setEnabled(False)

    def _copy_input(self) -> None:
        prediction = self._predict()
        if prediction is not None and prediction.digit is not None:
            values = np.ascontiguousarray(prediction.stages.centred, "<f4")
            data = QMimeData()
            data.setImageData(to_image(np.rint(values * 255).astype(np.uint8)))
            data.setData(_INPUT, QByteArray(values.tobytes()))
            QGuiApplication.clipboard().setMimeData(data)
            self.message.emit(tr("The network's input is on the clipboard: an image of 28 × 28 pixels."))

    def _copy_probabilities(self) -> None:
        prediction = self._predict()
        if prediction is not None and prediction.digit is not None:
            lines = [f"{digit}\t{p:.6f}" for digit, p in enumerate(prediction.probabilities)]
            QGuiApplication.clipboard().setText("\n".join([f"{tr('digit')}\t{tr('probability')}", *lines]))
            self.message.emit(tr("The ten probabilities are on the clipboard: lines for a spreadsheet."))


def _input_in(data: QMimeData) -> FloatArray | None:
    """The (28, 28) input that ``_copy_input`` has copied; None where there is none, or an invalid one."""
    content = bytes(data.data(_INPUT).data())
    if len(content) != 4 * CANVAS * CANVAS:
        return None
    values = np.frombuffer(content, "<f4").astype(np.float32).reshape(CANVAS, CANVAS)
    return values if ((values >= 0) & (values <= 1)).all() else None
