"""Lesson: a kernel slides over an image; the products under it are added up."""

from collections.abc import Callable
from typing import ClassVar

import numpy as np
from PySide6.QtCore import QSignalBlocker, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from engine.book import Convolution, Pooling, conv_output_size, im2col
from engine.i18n import tr
from engine.types import FloatArray
from gui.learn.chapter7.example_images import KERNELS, book_input, decimals, digit, square
from gui.learn.chapter7.image_grid import ImageGrid
from gui.learn.chapter7.kernel_controls import PADDINGS, STRIDES, KernelControls
from gui.learn.chapter7.output_notes import POOL, pool_note, size_note
from gui.learn.chapter7.product_view import ProductView
from gui.learn.chapter7.unrolled_view import UnrolledView
from gui.learn.lesson import Lesson, LessonContext
from gui.learn.parts.matrix_view import MatrixView
from gui.widgets.cards import ElidedLabel, column, label, row
from gui.widgets.segmented_control import SegmentedControl

_SIDE = 3
_MOST = 99.0
# Milliseconds: of a step while it plays, at least and at most, and of the whole image.
_FASTEST, _SLOWEST, _WHOLE = 25, 800, 12_000
# An edge filter's answer to the other edges, as a share of that to its own.
_NOTHING = 0.05


class SlidingKernel(Lesson):
    """The image, the kernel and the output; below them the products, the rows of im2col, or the pooled output.

    Attributes:
        place: of the window: row and column of the output.
        kernel: where its numbers are typed.
    """

    shown: ClassVar[tuple[object, ...]] = (conv_output_size, im2col, Convolution, Pooling)

    def __init__(self, context: LessonContext) -> None:
        super().__init__(context)
        theme = context.theme
        self.place = (0, 0)
        self._image = book_input()
        self._out: FloatArray = np.zeros((1, 1))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._play_on)
        self._controls = KernelControls(theme)
        self.input = ImageGrid(theme, "conv-image", tr("Input"), ink=True)
        self.kernel = MatrixView(theme, "conv-kernel", tr("Kernel"), True, 0, -_MOST, _MOST)
        self.output = ImageGrid(theme, "conv-output", tr("Output"))
        self._size = ElidedLabel("", "muted", "conv-size")
        views = (tr("Products"), tr("im2col"), tr("Max pooling"))
        self._view = SegmentedControl("conv-view", tr("Below"), views)
        self._products = ProductView(theme, "conv-products")
        self._unrolled = UnrolledView(theme, "conv-unrolled")
        self._pooled = ImageGrid(theme, "conv-pooled", tr("Pooled"))
        self._pool_note = label("", "muted", "conv-pool-note", wrap=True)
        self._below = QStackedWidget()
        for each in (self._products, self._unrolled, self._pooling()):
            self._below.addWidget(each)
        grids = row((self.input, 5), (self.kernel, 2), (self.output, 5), spacing=14)
        lower = column(row(self._view, None), (self._below, 1), spacing=5)
        self.setLayout(column(self._controls, (grids, 4), self._size, (lower, 3), spacing=5))
        self._connect()
        self._set_kernel("book")
        self._compute()

    def _pooling(self) -> QWidget:
        page = QWidget()
        # It needs no more room than the other views.
        self._pooled.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        page.setLayout(row((self._pooled, 1), (self._pool_note, 1), spacing=14))
        return page

    def _connect(self) -> None:
        self._controls.play.clicked.connect(self._toggle)
        self._controls.images.changed.connect(self._load)
        self._controls.kernels.activated.connect(self._kernel_chosen)
        self.kernel.edited.connect(self._kernel_typed)
        for control in (self._controls.stride, self._controls.padding):
            control.changed.connect(self._change)
        self._view.changed.connect(self._show_below)
        self.input.pressed.connect(self._centre_on)
        self.output.pressed.connect(self._user_goes)
        self._pooled.pressed.connect(lambda i, j: self._user_goes(POOL * i, POOL * j))
        self._unrolled.pressed.connect(lambda index: self._user_goes(*divmod(index, self._out.shape[1])))
        for grid in (self.input, self.output):
            grid.stepped.connect(self._step)
        self._pooled.stepped.connect(lambda i, j: self._step(POOL * i, POOL * j))
        self._unrolled.stepped.connect(self._step_rows)

    # -- the functions

    @property
    def stride(self) -> int:
        """How far the window moves."""
        return STRIDES[self._controls.stride.value]

    @property
    def padding(self) -> int:
        """So many zeros around the image."""
        return PADDINGS[self._controls.padding.value]

    def _convolve(self, image: FloatArray) -> tuple[Convolution, FloatArray]:
        """The layer, and its output (h, w) for an image (h, w)."""
        W = self.kernel.values.reshape(1, 1, _SIDE, _SIDE)
        layer = Convolution(W, np.zeros(1), self.stride, self.padding)
        out: FloatArray = layer.forward(image[None, None])
        return layer, out[0, 0]

    def _pool(self) -> FloatArray | None:
        """What max pooling makes of the output; None where the output is too small."""
        if min(self._out.shape) < POOL:
            return None
        pooled: FloatArray = Pooling(POOL, POOL, POOL).forward(self._out[None, None])
        return np.asarray(pooled[0, 0])

    def run(self) -> None:
        # The convolution comes last: im2col and conv_output_size have its values, and not those of pooling.
        self._pool()
        self._convolve(self._image)

    def cell(self) -> str:
        pool = f"print(Pooling({POOL}, {POOL}, stride={POOL}).forward(out)[0, 0])\n" if self._poolable else ""
        return (
            f"import numpy as np\n\nfrom digit_lab.engine.book import Convolution{', Pooling' if pool else ''}\n\n"
            f"x = np.array([{_rows(self._image)}])\n"
            f"W = np.array([{_rows(self.kernel.values)}])\n"
            f"conv = Convolution(W[None, None], np.zeros(1), stride={self.stride}, pad={self.padding})\n"
            f"out = conv.forward(x[None, None])\nprint(out[0, 0])\n{pool}"
        )

    @property
    def _poolable(self) -> bool:
        return bool(min(self._out.shape) >= POOL)

    @property
    def checks(self) -> dict[str, Callable[[], bool]]:
        return {"edges": self._finds_vertical_edges, "same": self._keeps_the_size}

    def _finds_vertical_edges(self) -> bool:
        """Nothing comes out at edges from left to right, something does at the others, and the square is on view."""
        image = np.pad(np.ones((_SIDE, _SIDE)), ((0, 0), (_SIDE, _SIDE)))
        W = self.kernel.values.reshape(1, 1, _SIDE, _SIDE)
        layer = Convolution(W, np.zeros(1))
        vertical, horizontal = (float(np.abs(layer.forward(x[None, None])).max()) for x in (image, image.T))
        return self._controls.images.value == 1 and 0 < vertical >= horizontal / _NOTHING

    def _keeps_the_size(self) -> bool:
        return bool(self._out.shape == self._image.shape)

    def reset(self) -> None:
        self._stop()
        for control in (self._controls.images, self._controls.stride, self._controls.padding, self._view):
            with QSignalBlocker(control):
                control.choose(0)
        self._set_kernel("book")
        self.place = (0, 0)
        self._below.setCurrentIndex(0)
        self._load()

    # -- changes

    @Slot()
    def _load(self) -> None:
        """Another image, or another drawing."""
        images = (book_input, square, lambda: digit(self.context.drawing()))
        self._image = images[self._controls.images.value]()
        titles = tr("Input"), tr("Input"), tr("Sample") if self.context.drawing() is None else tr("Your drawing")
        self.input.set_title(titles[self._controls.images.value])
        self._change()

    def _set_kernel(self, name: str) -> None:
        self._controls.kernels.setCurrentIndex(list(KERNELS).index(name))
        self.kernel.set_array(tr("Kernel"), np.array(KERNELS[name], np.float64))

    @Slot(int)
    def _kernel_chosen(self, index: int) -> None:
        if index < len(KERNELS):
            self._set_kernel(list(KERNELS)[index])
            self._change()

    @Slot()
    def _kernel_typed(self) -> None:
        self._controls.kernels.setCurrentIndex(len(KERNELS))
        self._change()

    @Slot()
    def _change(self) -> None:
        self._stop()
        self._compute()
        self.changed.emit()

    def _centre_on(self, i: int, j: int) -> None:
        """The window goes to where its middle is closest to a cell of the image."""
        row, column = (round((x + self.padding - _SIDE // 2) / self.stride) for x in (i, j))
        self._user_goes(row, column)

    def _step(self, down: int, right: int) -> None:
        self._user_goes(self.place[0] + down, self.place[1] + right)

    def _step_rows(self, by: int) -> None:
        index = int(np.ravel_multi_index(self.place, self._out.shape)) + by
        if 0 <= index < self._out.size:
            self._user_goes(*divmod(index, self._out.shape[1]))

    def _user_goes(self, i: int, j: int) -> None:
        self._stop()
        self._go(i, j)
        sentence = tr("out[{0}, {1}]: {2}", *self.place, self._products.sentence)
        for view in (self.input, self.output, self._pooled, self._unrolled):
            view.announce(sentence)

    def _go(self, i: int, j: int) -> None:
        rows, columns = self._out.shape
        self.place = min(max(i, 0), rows - 1), min(max(j, 0), columns - 1)
        self._show_place()

    # -- playing

    @Slot()
    def _toggle(self) -> None:
        if self._timer.isActive():
            self._stop()
            return
        self._go(0, 0)
        if self._out.size == 1:
            return
        self._timer.start(min(max(_WHOLE // self._out.size, _FASTEST), _SLOWEST))
        self.output.set_known(1)
        self._controls.set_playing(True)

    @Slot()
    def _play_on(self) -> None:
        index = int(np.ravel_multi_index(self.place, self._out.shape)) + 1
        self._go(*divmod(index, self._out.shape[1]))
        self.output.set_known(index + 1)
        if index + 1 == self._out.size:
            self._stop()

    def _stop(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._controls.set_playing(False)
        self.output.set_known(None)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop()

    def showEvent(self, event: QShowEvent) -> None:
        """There may be another drawing on the Draw tab."""
        super().showEvent(event)
        if self._controls.images.value == 2 and not np.array_equal(digit(self.context.drawing()), self._image):
            self._load()

    # -- what is shown

    def _compute(self) -> None:
        layer, self._out = self._convolve(self._image)
        self._layer = layer
        covered = tuple((n - 1) * self.stride + _SIDE for n in self._out.shape)
        self.input.set_image(self._image, self.padding, (covered[0], covered[1]))
        self.output.set_image(self._out)
        self.kernel.set_decimals(decimals(self.kernel.values))
        self._unrolled.show_rows(layer.col, self.kernel.values.ravel(), self._out.ravel())
        self._size.setText(size_note(len(self._image), _SIDE, self.stride, self.padding))
        pooled = self._pool()
        self._pooled.setVisible(pooled is not None)
        if pooled is not None:
            self._pooled.set_image(pooled)
        self._pool_note.setText(pool_note(self._out.shape))
        self._go(*self.place)

    def _show_place(self) -> None:
        i, j = self.place
        index = int(np.ravel_multi_index(self.place, self._out.shape))
        values = self.kernel.values
        patch = self._layer.col[index].reshape(_SIDE, _SIDE)
        self.input.set_window((i * self.stride, j * self.stride, _SIDE, _SIDE), values)
        self._products.show_products(patch, values, float(self._out[i, j]), self.place)
        self._unrolled.set_row(index)
        self._show_below(self._view.value)

    @Slot(int)
    def _show_below(self, index: int) -> None:
        self._below.setCurrentIndex(index)
        i, j = self.place
        # With the pooling on view, the frame is around what is pooled.
        block = i // POOL, j // POOL
        pooling = index == 2 and self._poolable and max(block[0] + 1 - self._pooled.values.shape[0], 0) == 0
        if pooling and block[1] < self._pooled.values.shape[1]:
            self.output.set_window((POOL * block[0], POOL * block[1], POOL, POOL))
            self._pooled.set_window((*block, 1, 1))
        else:
            self.output.set_window((i, j, 1, 1))
            self._pooled.set_window(None)


def _rows(values: FloatArray) -> str:
    """The rows as Python lists, one below the other."""
    return ",\n    ".join(map(repr, values.tolist()))
