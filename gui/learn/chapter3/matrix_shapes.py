"""Lesson: the numbers that flow through a small network, and the shapes of the arrays of a larger one."""

from collections.abc import Callable
from typing import ClassVar

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from engine.book import forward, init_network
from engine.i18n import tr, tr_n
from engine.types import FloatArray, Shape
from gui.learn.chapter3.forward_diagram import ForwardDiagram, layers_of
from gui.learn.chapter3.layer_shapes import layer_shapes
from gui.learn.chapter3.shape_blocks import ShapeBlocks
from gui.learn.lesson import Lesson, LessonContext
from gui.learn.parts.draggable_number import DraggableNumber
from gui.learn.parts.stepper import Stepper
from gui.widgets.cards import WrappedRow, button, column, label
from gui.widgets.form_controls import keep_lines, restyle
from gui.widgets.segmented_control import SegmentedControl

_X = (1.0, 0.5)
# The rows of x are fewer: the products have to be computed at once.
_MOST, _MOST_SIDE, _MOST_ROWS, _BATCH = 10.0, 1000, 200, 100
# 784-50-100-10, the network of the book's chapter 3, and a batch of 100 images.
SHAPES: dict[str, Shape] = {
    "x": (_BATCH, 784),
    "W1": (784, 50),
    "b1": (50,),
    "W2": (50, 100),
    "b2": (100,),
    "W3": (100, 10),
    "b3": (10,),
}
# What "Make a mistake" does, one after the other.
MISTAKES: tuple[tuple[str, Shape], ...] = (
    ("W2", (100, 50)),
    ("b1", (100,)),
    ("W1", (784, 100)),
    ("x", (_BATCH, 748)),
    ("W3", (10, 100)),
)


class MatrixShapes(Lesson):
    """Two views: the network 2-3-2-2 with its numbers, and the shapes of 784-50-100-10, each of which can be changed.

    Attributes:
        view: which one is shown.
        shapes: of x, W1, b1, W2, b2, W3 and b3 in the second view.
    """

    shown: ClassVar[tuple[object, ...]] = (init_network, forward)

    def __init__(self, context: LessonContext) -> None:
        super().__init__(context)
        self.shapes = dict(SHAPES)
        self._network = init_network()
        # How many mistakes were made, and whether the last one is still there.
        self._mistakes, self._broken = 0, False
        self.view = SegmentedControl("shapes-view", tr("What is shown"), (tr("Numbers"), tr("Shapes")))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._numbers_page())
        self._pages.addWidget(self._shapes_page())
        # Beside the choice of the view: what belongs to each of them.
        self._controls: tuple[tuple[QWidget, ...], ...] = (tuple(self._fields), (self._batch,))
        top = WrappedRow(self.view, *self._fields, self._batch, across=10)
        self.setLayout(column(top, (self._pages, 1), spacing=6))
        self.view.changed.connect(self._choose)
        self._show_controls()
        self._show_numbers()
        self._select("W1")

    def _numbers_page(self) -> QWidget:
        theme = self.context.theme
        self._fields = [
            DraggableNumber(theme, f"x[{i}]", f"x{i}", value, -_MOST, _MOST, step=0.1, span=6)
            for i, value in enumerate(_X)
        ]
        self._diagram = ForwardDiagram(theme, "forward-diagram")
        self._calculation = label("", name="calculation-of-neuron", wrap=True)
        keep_lines(self._calculation, 2)
        self._stepper = Stepper(
            theme,
            "forward-steps",
            [
                tr("The input x: 2 numbers."),
                tr("a1 = x W1 + b1, z1 = sigmoid(a1)"),
                tr("a2 = z1 W2 + b2, z2 = sigmoid(a2)"),
                tr("y = z2 W3 + b3"),
            ],
            lines=1,
        )
        self._stepper.go_to(3)
        self._stepper.changed.connect(self._go_to_step)
        self._diagram.dragged.connect(self._drag_input)
        self._diagram.pointed.connect(self._show_calculation)
        self._diagram.clicked.connect(self._show_calculation)
        for each in self._fields:
            each.changed.connect(self._input_changed)
        page = QWidget()
        page.setLayout(column((self._diagram, 1), self._calculation, self._stepper, spacing=6))
        return page

    def _shapes_page(self) -> QWidget:
        theme = self.context.theme
        self._batch = SegmentedControl("batch", tr("The input"), (tr("one image"), tr("batch of 100")))
        self._batch.choose(1)
        self._batch.changed.connect(self._set_batch)
        mistake = button(tr("Make a mistake"), "make-mistake", self._make_mistake)
        self._blocks = ShapeBlocks(theme, "shape-blocks")
        self._blocks.pointed.connect(self._follow_keys)
        self._blocks.clicked.connect(self._select)
        self._name = label("", "heading", "selected-array")
        titles = ((tr("rows"), "rows"), (tr("columns"), "columns"), (tr("length"), "length"))
        rows, columns, length = (
            DraggableNumber(theme, title, name, 1, 1, _MOST_SIDE, 0, step=1, span=300) for title, name in titles
        )
        # For a matrix and for a vector.
        self._sides = {2: (rows, columns), 1: (length,)}
        for each in (rows, columns, length):
            each.changed.connect(self._side_changed)
        self._transpose = button(".T", "transpose", self._swap)
        self._transpose.setAccessibleName(tr("Transpose"))
        self._transpose.setToolTip(tr("Transpose: rows become columns"))
        self._message = label("", name="shapes-message", wrap=True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignTop)
        keep_lines(self._message, 4)
        editor = WrappedRow(self._name, rows, columns, length, self._transpose, mistake, across=10)
        page = QWidget()
        page.setLayout(column((self._blocks, 1), editor, self._message, spacing=6))
        return page

    # -- the networks

    @property
    def inputs(self) -> FloatArray:
        """The input of the small network, (2,)."""
        return np.array([each.value for each in self._fields])

    def arrays(self) -> tuple[dict[str, FloatArray], FloatArray]:
        """A network and an input of the shapes on view: all weights are 0, all pixels 1."""
        network: dict[str, FloatArray] = {name: np.zeros(shape) for name, shape in self.shapes.items() if name != "x"}
        return network, np.ones(self.shapes["x"])

    def run(self) -> None:
        if self.view.value == 0:
            forward(init_network(), self.inputs)
        else:
            forward(*self.arrays())

    def cell(self) -> str:
        if self.view.value == 0:
            return (
                "import numpy as np\n\nfrom digit_lab.engine.book import forward, init_network\n\n"
                f"network = init_network()\nx = np.array({self.inputs.tolist()!r})\nprint(forward(network, x))\n"
            )
        arrays = "".join(f"    {name!r}: np.zeros({shape}),\n" for name, shape in self.shapes.items() if name != "x")
        start = (
            "import numpy as np\n\nfrom digit_lab.engine.book import forward\n\n"
            f"network = {{\n{arrays}}}\nx = np.ones({self.shapes['x']})\n"
        )
        if self._error():
            return f"{start}try:\n    print(forward(network, x).shape)\nexcept ValueError as error:\n    print(error)\n"
        return f"{start}print(forward(network, x).shape)\n"

    def _error(self) -> str:
        """What NumPy says, or "" if forward runs."""
        if layer_shapes(self.shapes)[-1].after is not None:
            return ""
        try:
            forward(*self.arrays())
        except ValueError as error:
            return str(error)
        return ""

    @property
    def checks(self) -> dict[str, Callable[[], bool]]:
        return {"mistake": self._is_repaired}

    def _is_repaired(self) -> bool:
        layers = layer_shapes(self.shapes)
        return self._broken and all(layer.exact for layer in layers)

    def reset(self) -> None:
        for each, value in zip(self._fields, _X, strict=True):
            each.set_value(value)
        self._stepper.stop()
        self._stepper.go_to(3)
        self._diagram.reach(3)
        self._diagram.current = (1, 0)
        self._mistakes, self._broken = 0, False
        self.shapes = dict(SHAPES)
        self._batch.choose(1)
        self.view.choose(0)
        self._blocks.select("W1")
        self._select("W1")
        self._input_changed()

    # -- changes

    @Slot(int)
    def _choose(self, view: int) -> None:
        self._stepper.stop()
        self._pages.setCurrentIndex(view)
        self._show_controls()
        self.changed.emit()

    @Slot()
    def _input_changed(self) -> None:
        self._show_numbers()
        self.changed.emit()

    @Slot(int, float)
    def _drag_input(self, index: int, value: float) -> None:
        self._fields[index].set_value(round(value, 2))
        self._input_changed()

    @Slot(int)
    def _go_to_step(self, step: int) -> None:
        """The numbers have come to another column: select its first neuron."""
        self._diagram.reach(step)
        self._show_calculation()

    @Slot(int)
    def _set_batch(self, batch: int) -> None:
        pixels = self.shapes["x"][-1]
        self._set("x", (_BATCH, pixels) if batch else (pixels,))

    @Slot()
    def _make_mistake(self) -> None:
        """Break the right network at another place each time."""
        name, shape = MISTAKES[self._mistakes % len(MISTAKES)]
        self._mistakes += 1
        self.shapes = dict(SHAPES)
        self._batch.choose(1)
        self._broken = True
        self._set(name, shape)

    @Slot()
    def _side_changed(self) -> None:
        name = str(self._blocks.current)
        self._set(name, tuple(int(each.value) for each in self._sides[len(self.shapes[name])]))

    @Slot()
    def _swap(self) -> None:
        name = str(self._blocks.current)
        self._set(name, self.shapes[name][::-1])

    def _set(self, name: str, shape: Shape) -> None:
        self.shapes[name] = shape
        self._select(str(self._blocks.current))
        self.changed.emit()

    # -- what is shown

    def _show_controls(self) -> None:
        for view, controls in enumerate(self._controls):
            for each in controls:
                each.setVisible(view == self.view.value)

    def _show_numbers(self) -> None:
        self._diagram.show_layers(layers_of(self._network, self.inputs))
        self._show_calculation()

    @Slot()
    def _show_calculation(self) -> None:
        self._calculation.setText(self._diagram.calculation(self._diagram.selected))

    @Slot(object)
    def _follow_keys(self, name: str | None) -> None:
        if name is not None and name == self._blocks.current:
            self._select(name)

    @Slot(object)
    def _select(self, name: str) -> None:
        """Show the shape of an array in the fields, and all shapes."""
        shape = self.shapes[name]
        self._name.setText(name)
        for count, fields in self._sides.items():
            for each in fields:
                each.setVisible(count == len(shape))
        self._sides[2][0].set_range(1, _MOST_ROWS if name == "x" else _MOST_SIDE)
        for each, side in zip(self._sides[len(shape)], shape, strict=True):
            each.set_value(side)
        self._transpose.setVisible(name[0] == "W")
        layers = layer_shapes(self.shapes)
        self._blocks.show_layers(layers)
        size = tr_n("{0} is {1} with %n number(s).", None, int(np.prod(shape)), name, str(shape))
        problem = next((sentence for layer in layers if (sentence := layer.problem())), "")
        error, after = self._error(), layers[-1].after
        restyle(self._message, "role", "error" if error else "")
        if error:
            self._message.setText(f"{problem}\n{tr('NumPy says: {0}', error)}")
            return
        rows = len(after or ()) == 2
        fits = (
            tr("All shapes fit: y is {0}, a row for each image.", after)
            if rows
            else tr("All shapes fit: y is {0}.", after)
        )
        self._message.setText(tr("{0} {1}", size, problem or fits))
