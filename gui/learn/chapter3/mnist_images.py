"""Lesson: the images of MNIST, and what the switches of load_mnist make of them."""

import math
from collections.abc import Callable
from typing import ClassVar

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel

from engine.book import load_mnist, prepare, read_idx
from engine.data.dataset import Dataset
from engine.i18n import tr
from engine.types import CANVAS, ByteArray, FloatArray
from gui.learn.lesson import Lesson, LessonContext
from gui.learn.parts.digit_source import DigitSource
from gui.learn.parts.draggable_number import DraggableNumber
from gui.theme import Theme
from gui.widgets.array_view import Cell
from gui.widgets.cards import ElidedLabel, WrappedRow, button, column, label, row
from gui.widgets.form_controls import keep_lines
from gui.widgets.pixel_view import PixelView
from gui.widgets.segmented_control import SegmentedControl
from gui.widgets.switch import Switch
from gui.widgets.tiles import Tiles

# The switches in the order of load_mnist, with their first values.
SWITCHES = {"normalize": True, "flatten": True, "one_hot_label": False}
_SETS = ("train", "test")
# Pixels: the least height of the following images, the side of one of them, and what is between two of them.
_SHEET, _SHEET_IMAGE, _SHEET_GAP = 44, 50, 3
_RANDOM = 7


class MnistImages(Lesson):
    """One image large, the following ones small, and the arrays that load_mnist gives.

    Attributes:
        image: the large image; a pixel is pointed at by the mouse or by arrow keys.
        sheet: the images from this one on; a click shows one of them large.
        index: which image.
    """

    shown: ClassVar[tuple[object, ...]] = (prepare, load_mnist, read_idx)

    def __init__(self, context: LessonContext) -> None:
        super().__init__(context)
        theme = context.theme
        self._random = np.random.default_rng(_RANDOM)
        self._pixel: Cell | None = None
        self.source = DigitSource()
        self.source.loaded.connect(self._show_digits)
        self.which = SegmentedControl("mnist-set", tr("Set of images"), (tr("training set"), tr("test set")))
        self.which.changed.connect(self._choose_set)
        self.index = DraggableNumber(theme, tr("image"), "mnist-index", 0, 0, 59_999, 0, step=1, span=300)
        self.index.changed.connect(self._update)
        self._any = button(tr("Random image"), "mnist-random", self._go_anywhere)
        self.image = _Image(theme, self._pixel_text)
        self.image.setAccessibleName(tr("The image, pixel by pixel"))
        self.image.pointed.connect(self._point)
        self._label = ElidedLabel("", "heading", "mnist-label")
        self.switches = {name: Switch(name, theme) for name in SWITCHES}
        for name, switch in self.switches.items():
            switch.setObjectName(f"mnist-{name}")
            switch.setChecked(SWITCHES[name])
            switch.toggled.connect(self._update)
        self._cells: dict[str, tuple[QLabel, ...]] = {}
        self._sentence = label("", "muted", "mnist-pixel", wrap=True)
        keep_lines(self._sentence, 2)
        self.sheet = _Sheet(theme)
        self.sheet.setAccessibleName(tr("The images from this one on"))
        self.sheet.clicked.connect(lambda cell: self._go_to(int(self.index.value) + cell[0]))
        self.sheet.resized.connect(self._fill_sheet)
        choice = WrappedRow(self.which, self.index, self._any, across=10)
        facts = column(*self.switches.values(), self._table(), self._label, self._sentence, None, spacing=5)
        middle = row((self.image, 1), (facts, 1), spacing=14)
        self.setLayout(column(self.source, choice, (middle, 3), (self.sheet, 2), spacing=7))
        theme.changed.connect(self._fit)
        self._fit()
        self._update()

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setContentsMargins(0, 4, 0, 4)
        for at, title in enumerate((tr("array"), "shape", "dtype", tr("size"))):
            grid.addWidget(label(title, "muted"), 0, at)
        for line, name in enumerate(("x_train", "t_train", "x_test", "t_test"), start=1):
            cells = tuple(label(name=f"mnist-{name}-{fact}") for fact in ("shape", "dtype", "size"))
            for at, cell in enumerate((label(name), *cells)):
                grid.addWidget(cell, line, at)
            self._cells[name] = cells
        grid.setColumnStretch(4, 1)
        return grid

    # -- the images

    @property
    def _sets(self) -> tuple[Dataset, Dataset] | None:
        digits = self.source.digits
        return None if digits is None else (digits.train, digits.test)

    @property
    def chosen(self) -> tuple[ByteArray, ByteArray]:
        """The image (1, 28, 28) and its label (1,), as they are in the file; nothing, black, until they are loaded."""
        if self._sets is None:
            return np.zeros((1, CANVAS, CANVAS), np.uint8), np.zeros(1, np.uint8)
        dataset, at = self._sets[self.which.value], int(self.index.value)
        return dataset.images[at : at + 1], dataset.labels[at : at + 1]

    @property
    def arguments(self) -> dict[str, bool]:
        """The switches."""
        return {name: switch.isChecked() for name, switch in self.switches.items()}

    def prepared(self) -> tuple[FloatArray, FloatArray]:
        """x and t of the image, as load_mnist gives them: (1, 784) or (1, 1, 28, 28), and (1,) or (1, 10)."""
        return prepare(*self.chosen, *self.arguments.values())

    def run(self) -> None:
        self.prepared()

    def cell(self) -> str:
        digits, at, name = self.source.digits, int(self.index.value), _SETS[self.which.value]
        arguments = ", ".join(f"{switch}={on}" for switch, on in self.arguments.items())
        if digits is not None and digits.folder is not None:
            return (
                "from digit_lab.engine.book import load_mnist\n\n"
                f"(x_train, t_train), (x_test, t_test) = load_mnist({arguments}, folder={str(digits.folder)!r})\n"
                f"print(x_{name}.shape, x_{name}.dtype, t_{name}.shape, t_{name}.dtype)\nprint(t_{name}[{at}])\n"
            )
        images, labels = self.chosen
        return (
            "import numpy as np\n\nfrom digit_lab.engine.book import prepare\n\n"
            f"# One image, without MNIST.\nimages = np.array({images.tolist()}, np.uint8)\n"
            f"labels = np.array({labels.tolist()}, np.uint8)\nx, t = prepare(images, labels, {arguments})\n"
            "print(x.shape, x.dtype, t.shape, t.dtype)\nprint(t[0])\n"
        )

    @property
    def checks(self) -> dict[str, Callable[[], bool]]:
        return {"bytes": self._gives_bytes}

    def _gives_bytes(self) -> bool:
        x, _ = self.prepared()
        return x.shape[1:] == (1, CANVAS, CANVAS) and x.dtype == np.uint8

    def reset(self) -> None:
        self.which.choose(0)
        for name, switch in self.switches.items():
            switch.setChecked(SWITCHES[name])
        self._go_to(0)

    @property
    def busy(self) -> bool:
        return self.source.busy

    def shut_down(self) -> None:
        self.source.shut_down()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.source.load()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.source.stop_loading()

    # -- changes

    @Slot()
    def _show_digits(self) -> None:
        self._choose_set()

    @Slot()
    def _choose_set(self) -> None:
        if self._sets is not None:
            self.index.set_range(0, len(self._sets[self.which.value]) - 1)
        self._update()

    def _go_to(self, at: int) -> None:
        self.index.set_value(at)
        self._update()

    @Slot()
    def _go_anywhere(self) -> None:
        if self._sets is not None:
            self._go_to(int(self._random.integers(len(self._sets[self.which.value]))))

    @Slot(object)
    def _point(self, cell: Cell | None) -> None:
        self._pixel = cell
        self._describe_pixel()

    # -- what is shown

    @Slot()
    def _fit(self) -> None:
        self.sheet.setMinimumHeight(self.context.theme.px(_SHEET))
        self._fill_sheet()

    @Slot()
    def _fill_sheet(self) -> None:
        if self._sets is None:
            return
        pixel = self.context.theme.px(_SHEET_IMAGE) / CANVAS
        # ``Tiles`` makes large pixels whole.
        side = CANVAS * (math.floor(pixel) if pixel >= 3 else pixel) + _SHEET_GAP
        across, down = (int((each + _SHEET_GAP) // side) for each in (self.sheet.width(), self.sheet.height()))
        at, count = int(self.index.value), max(across, 1) * max(down, 1)
        images = self._sets[self.which.value].images[at : at + count]
        self.sheet.show_values(images / np.float32(255), 1.0, False, np.repeat(images[..., np.newaxis], 3, axis=-1))

    @Slot()
    def _update(self) -> None:
        (x, t), (images, labels) = self.prepared(), self.chosen
        self.image.show_pixels(images[0] / np.float32(255))
        ready = self._sets is not None
        name = f"t_{_SETS[self.which.value]}[{int(self.index.value)}]"
        written = f"[{' '.join(f'{each:g}' for each in t[0])}]" if t.ndim == 2 else str(t[0])
        self._label.setText(f"{name} = {written}" if ready else "")
        self._label.setAccessibleName(tr("The label is {0}", int(labels[0])) if ready else "")
        counts = (60_000, 10_000) if self._sets is None else (len(self._sets[0]), len(self._sets[1]))
        for (set_name, count), (letter, array) in (
            (each, other) for each in zip(_SETS, counts, strict=True) for other in (("x", x), ("t", t))
        ):
            shape = (count, *array.shape[1:])
            megabytes = count * array[0].nbytes / 1e6
            facts = (str(shape), str(array.dtype), tr("{0} MB", f"{megabytes:.3g}"))
            for cell, fact in zip(self._cells[f"{letter}_{set_name}"], facts, strict=True):
                cell.setText(fact)
        self._fill_sheet()
        self._describe_pixel()
        self.changed.emit()

    def _describe_pixel(self) -> None:
        if self._pixel is None:
            self._sentence.setText(tr("Point at a pixel of the image, or go to it with the arrow keys."))
        else:
            self._sentence.setText(self._pixel_text(self._pixel))

    def _pixel_text(self, cell: Cell) -> str:
        """Where a pixel is in the array, and its number there and in the file."""
        (x, _), (images, _) = self.prepared(), self.chosen
        line, across = cell
        place = (line * CANVAS + across,) if x.ndim == 2 else (0, line, across)
        value, byte = x[(0, *place)], int(images[0, line, across])
        indices = ", ".join(map(str, (int(self.index.value), *place)))
        text = tr("Row {0}, column {1}: x_{2}[{3}]", line, across, _SETS[self.which.value], indices)
        return (
            tr("{0} = {1}", text, byte) if x.dtype == np.uint8 else tr("{0} = {1} / 255 = {2:.4f}", text, byte, value)
        )


class _Sheet(Tiles):
    """``resized``: there is room for another number of images."""

    resized = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "mnist-sheet")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class _Image(PixelView):
    """The text of a pixel is the lesson's."""

    TOOL_TIPS = False

    def __init__(self, theme: Theme, text: Callable[[Cell], str]) -> None:
        self._text = text
        super().__init__(theme, "mnist-image")

    def cell_text(self, cell: Cell) -> str:
        return self._text(cell)
