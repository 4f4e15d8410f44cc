"""Curves in files: a table of numbers (CSV), an image (PNG) or a vector image (SVG) of the plots."""

import csv
import io
import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from engine.errors import DigitLabError
from engine.i18n import tr
from engine.io.atomic_write import write_atomically
from engine.io.checked_file import Fault, check_target, printable
from engine.paths import home_folder
from engine.runs.names import unique
from gui.file_dialogs import ask_where_to_save
from gui.settings import Settings
from gui.task import Task, TaskGroup
from gui.training.curves.training_history import ACCURACIES, LOSSES, TrainingHistory, accuracies_of

_LINES_AT_ONCE = 1000
_KEY = "curves/folder"
COLUMNS = (
    "run",
    "iteration",
    "epoch",
    "loss",
    "smoothed_loss",
    "learning_rate",
    *(f"{kind}_accuracy" for kind in ACCURACIES),
    *LOSSES,
)
# A spreadsheet would interpret this as a formula; the title of an imported run may come from an untrusted source.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Pixels of an image for one of the screen's.
_SCALE = 2
_DOTS_PER_INCH = 96


class CurveExport(TaskGroup):
    """Asks for a file, and writes it on a thread.

    Signals:
        busy_changed: a file is written now, or no longer.
        problem: why it could not be written.
        saved: the sentence that it was.
    """

    busy_changed = Signal()
    problem = Signal(str)
    saved = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings, self._window = settings, parent
        self.failed.connect(self.problem)
        self.ended.connect(self.busy_changed)

    def write_image(self, kind: str, title: str, size: QSize, paint: Callable[[QPainter], None]) -> None:
        """Ask for a file, and write what ``paint`` paints: "png" or "svg"."""
        names = {"png": tr("Image (*.png)"), "svg": tr("Vector image (*.svg)")}
        path = self._ask(kind, names[kind], title)
        if path is not None:
            self._write(path, [png(size, paint) if kind == "png" else svg(size, paint, title)])

    def write_table(self, title: str, histories: Sequence[TrainingHistory]) -> None:
        """Ask for a file, and write the table of these."""
        path = self._ask("csv", tr("Comma-separated values (*.csv)"), title)
        if path is not None:
            lines = table(histories)
            self._write(path, (each.encode() for each in lines))

    def _write(self, path: Path, content: Iterable[bytes]) -> None:
        def write(task: Task) -> None:
            try:
                check_target(path)
                write_atomically(path, content)
            except (OSError, Fault) as error:
                reason = error.strerror if isinstance(error, OSError) else error
                raise DigitLabError(
                    tr("“{0}” could not be written ({1}): choose another place.", printable(path.name), reason or error)
                ) from None

        def written(_: object) -> None:
            self._settings.keep(_KEY, str(path.parent))
            self.saved.emit(tr("Saved as “{0}”.", printable(path.name)))

        self.start(write, written)
        self.busy_changed.emit()

    def _ask(self, kind: str, names: str, title: str) -> Path | None:
        folder = self._settings.text(_KEY, str(home_folder()))
        return ask_where_to_save(self._window, tr("Export the curves"), folder, file_name(title), {names: kind})


def file_name(title: str) -> str:
    """A name that every system accepts: letters, digits, dots and dashes."""
    return re.sub(r"[^\w.]+", "-", title).strip("-.")[:60] or "curves"


# -- images


def png(size: QSize, paint: Callable[[QPainter], None]) -> bytes:
    """An image with twice as many pixels as the screen shows."""
    image = QImage(size * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    buffer = QBuffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload] # a name is text in Python
    return bytes(buffer.data().data())


def svg(size: QSize, paint: Callable[[QPainter], None], title: str) -> bytes:
    """A vector image. SVG 1.1, not Tiny: only there the generator clips the lines to the axes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    generator.setResolution(_DOTS_PER_INCH)
    painter = QPainter(generator)
    paint(painter)
    painter.end()
    # Another computer may not have the font.
    return re.sub(rb'font-family="([^"]*)"', rb'font-family="\1, sans-serif"', bytes(buffer.data().data()))


# -- the table


def table(histories: Sequence[TrainingHistory]) -> Iterator[str]:
    """The lines of a table, some at a time: what is known now, though a training may continue meanwhile.

    One line an iteration. Where nothing was measured, a field is empty. Accuracies are fractions of 1. Trainings of the
    same title are numbered.
    """
    titles = _distinct([history.title for history in histories])
    known = [(each.losses.losses, each.losses.averages, tuple(each.evaluations), each.per_epoch) for each in histories]
    nothing = [""] * len(ACCURACIES + LOSSES)

    def lines() -> Iterator[str]:
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        for title, history, (losses, averages, evaluations, per_epoch) in zip(titles, histories, known, strict=True):
            measured = {
                event.iteration: [
                    "" if value is None else f"{value:.6g}"
                    for value in (*accuracies_of(event).values(), *(getattr(event, name) for name in LOSSES))
                ]
                for event in evaluations
            }
            # The network is measured before the first mini-batch, too.
            writer.writerows([title, n, 0, "", "", "", *measured[n]] for n in measured if n < 1)
            for first in range(0, len(losses), _LINES_AT_ONCE):
                some = slice(first, first + _LINES_AT_ONCE)
                iterations = np.arange(first + 1, first + 1 + len(losses[some]))
                columns = (iterations, iterations / (per_epoch or math.inf), losses[some], averages[some])
                writer.writerows(
                    [title, n, f"{epoch:.8g}", f"{loss:.7g}", f"{smooth:.6g}", f"{rate:.6g}", *measured.get(n, nothing)]
                    for n, epoch, loss, smooth, rate in zip(
                        *(each.tolist() for each in (*columns, history.rates(iterations))), strict=True
                    )
                )
                yield text.getvalue()
                text.seek(0)
                text.truncate()
        yield text.getvalue()

    return lines()


def _distinct(titles: Sequence[str]) -> list[str]:
    """ "a", "b", "a" -> "a", "b", "a (2)"; what looks like a formula gets an apostrophe."""
    made: list[str] = []
    for title in titles:
        made.append(unique(title, made))
    return ["'" + name if name.startswith(_FORMULA) else name for name in made]
