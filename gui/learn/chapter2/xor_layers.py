"""Lesson: XOR from two layers of perceptrons, built by hand and learned by a network."""

from collections.abc import Callable
from typing import ClassVar

import numpy as np
from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.book import XOR, perceptron, sigmoid
from engine.i18n import tr
from engine.types import ByteArray, FloatArray
from gui.learn.chapter2.folded_plane import VIEW, FoldedPlane, InputPoints
from gui.learn.chapter2.layer_controls import LayerTable, TrainingControls, WeightGrid
from gui.learn.chapter2.movable_line import MovableLine
from gui.learn.chapter2.tiny_network import INPUTS, TinyNetwork, Weights
from gui.learn.lesson import Lesson, LessonContext
from gui.learn.parts.network_diagram import NetworkDiagram
from gui.learn.parts.number_format import short_number
from gui.learn.parts.plane import Plane
from gui.learn.playground.class_colours import colour_table, image_of
from gui.widgets.cards import column, label, row
from gui.widgets.segmented_control import SegmentedControl

# What the book's XOR gives for each row of INPUTS.
XOR_ROWS = tuple(XOR(x1, x2) for x1, x2 in INPUTS)
# s1 is what the reader has to change: s2 is OR, and y is AND already.
_FIRST: dict[str, Weights] = {"s1": (0.5, -0.5, 0.2), "s2": (0.5, 0.5, -0.2), "y": (0.5, 0.5, -0.7)}
_COLOURS = {"s1": "run-7", "s2": "run-3", "y": "text"}
_AND = (0, 0, 0, 1)
# Pixels of the coloured plane in each direction; a colour of the table for a perceptron's 0 and 1.
_GRID, _SIDES = 64, (93, 162)
# A region of the plane becomes a small copy of itself at its corner, so that its dots are seen.
_COPY = 0.2
# Pixels: below this height the planes have no headings; how high a heading, all controls and a network diagram are.
_LOW, _HEADING, _CONTROLS, _DIAGRAM = 400, 20, 150, 140
_NO_LIMIT = 16_777_215
_SEED = 0
_FRAME_MS, _STEPS_A_FRAME = 40, 4
# It has learned at this loss, and stops at the smaller one; it is stuck if so many steps have not been enough.
_LEARNED, _ENOUGH, _STUCK = 0.1, 0.01, 1500


class XorLayers(Lesson):
    """Attributes:
    mode: 0 to build it by hand, 1 to let it learn.
    inputs: the first plane, with the lines of s1 and s2.
    folded: the second plane, with the line of y.
    network: what learns.
    """

    shown: ClassVar[tuple[object, ...]] = (perceptron, XOR, sigmoid)

    def __init__(self, context: LessonContext) -> None:
        super().__init__(context)
        theme = context.theme
        self.network = TinyNetwork(_SEED, _GRID**2)
        self.mode = SegmentedControl("xor-mode", tr("How the weights are found"), (tr("Build"), tr("Let it learn")))
        self.mode.changed.connect(self._mode_changed)
        title = tr("The inputs")
        self.inputs = Plane(theme, "inputs-plane", title, "x1", "x2", VIEW, VIEW, equal=True)
        self._field = self.inputs.add_colours()
        self._points = InputPoints(self.inputs, INPUTS, XOR_ROWS)
        self._points.show_at(np.array(INPUTS, np.float64))
        self.folded = FoldedPlane(theme, INPUTS, XOR_ROWS)
        self._lines = {name: MovableLine(self.inputs, name, _COLOURS[name]) for name in ("s1", "s2")} | {
            "y": self.folded.output
        }
        for name, line in self._lines.items():
            line.moved.connect(lambda name=name: self._line_moved(name))
        self._bytes: ByteArray = np.zeros((_GRID, _GRID), np.uint8)
        self._weights = WeightGrid(theme, tuple(_FIRST))
        self._weights.changed.connect(self._number_changed)
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(lambda: self._advance(_STEPS_A_FRAME))
        self._learn = TrainingControls(theme, _SEED)
        self._learn.toggled.connect(self._toggle)
        self._learn.stepped.connect(lambda: self._advance(1))
        self._learn.restarted.connect(self._restart)
        self._learn.hide()
        self._rows = LayerTable(theme, INPUTS, XOR_ROWS)
        top = row((row(self.mode, None), 1), (self.folded.controls, 1), spacing=10)
        self._heading = label(title, "muted")
        planes = row((column(self._heading, (self.inputs, 1), spacing=2), 1), (self.folded, 1), spacing=10)
        self._planes = QWidget()
        self._planes.setLayout(planes)
        self._diagram = NetworkDiagram(theme, "xor-network", tr("The two layers as a network"))
        self._diagram.set_columns([["x1", "x2"], ["s1", "s2"], ["y"]])
        bottom = row(self._weights, (self._learn, 1), None, self._rows, spacing=14)
        self._row = SegmentedControl("xor-row", tr("Input of the network"), [f"{a} {b}" for a, b in INPUTS])
        self._row.choose(2)
        self._row.changed.connect(self._update)
        self._network = QWidget()
        self._network.setLayout(
            column(row(label(tr("Input"), "muted"), self._row, None), (self._diagram, 1), spacing=4)
        )
        self.setLayout(column(top, (self._planes, 4), (self._network, 1), bottom, spacing=8))
        self.inputs.view.sigRangeChanged.connect(self._show_field)
        theme.changed.connect(self._restyle)
        self._table = colour_table(theme)
        self._set_first()
        self._update()

    # -- the two layers

    @property
    def _learning(self) -> bool:
        return self.mode.value == 1

    def weights(self, name: str) -> Weights:
        """w1, w2 and b of the perceptron "s1", "s2" or "y" that is built."""
        return self._weights.weights(name)

    def _output(self, name: str, x: tuple[int, int]) -> int:
        w1, w2, b = self.weights(name)
        return perceptron(np.array(x), np.array([w1, w2]), b)

    def outputs(self) -> list[tuple[int, int, int]]:
        """s1, s2 and y of the perceptrons, for each row of INPUTS."""
        rows = []
        for x in INPUTS:
            s1, s2 = self._output("s1", x), self._output("s2", x)
            rows.append((s1, s2, self._output("y", (s1, s2))))
        return rows

    def run(self) -> None:
        if self._learning:
            self._book_outputs()
        else:
            self.outputs()
            for x1, x2 in INPUTS:
                XOR(x1, x2)

    def _book_outputs(self) -> FloatArray:
        """The network's y by the functions of the book, (4,)."""
        first, second, last = self.network.perceptrons
        x = np.array(INPUTS)
        z = sigmoid(x @ np.array([first[:2], second[:2]]).T + np.array([first[2], second[2]]))
        return sigmoid(z @ np.array(last[:2]) + last[2])

    def cell(self) -> str:
        if self._learning:
            first, second, last = ([round(each, 4) for each in line] for line in self.network.perceptrons)
            return (
                "import numpy as np\n\nfrom digit_lab.engine.book import sigmoid\n\n"
                f"W1, b1 = np.array([{first[:2]}, {second[:2]}]).T, np.array([{first[2]}, {second[2]}])\n"
                f"W2, b2 = np.array({last[:2]}), {last[2]}\n"
                f"x = np.array({list(map(list, INPUTS))})\n"
                "z = sigmoid(x @ W1 + b1)\nprint(sigmoid(z @ W2 + b2))\n"
            )
        lines = [
            f"    {name} = perceptron(np.array([{', '.join(of)}]), np.array({list(self.weights(name)[:2])}), "
            f"{self.weights(name)[2]!r})\n"
            for name, of in (("s1", ("x1", "x2")), ("s2", ("x1", "x2")), ("y", ("s1", "s2")))
        ]
        return (
            "import numpy as np\n\nfrom digit_lab.engine.book import XOR, perceptron\n\n"
            f"for x1, x2 in {list(INPUTS)}:\n{''.join(lines)}    print(x1, x2, y, XOR(x1, x2))\n"
        )

    @property
    def checks(self) -> dict[str, Callable[[], bool]]:
        return {
            "build": self._is_xor,
            "other": lambda: self._is_xor() and tuple(self._output("y", s) for s in INPUTS) != _AND,
            "learn": lambda: all(self.network.right) and self.network.loss < _LEARNED,
        }

    def _is_xor(self) -> bool:
        return tuple(y for _, _, y in self.outputs()) == XOR_ROWS

    def reset(self) -> None:
        self.mode.choose(0)
        self._learn.seed.set_value(_SEED)
        self._restart()
        self.folded.fold()
        self._set_first()
        self._number_changed()

    # -- changes

    def _set_first(self) -> None:
        for name, weights in _FIRST.items():
            self._weights.set_weights(name, weights)

    @Slot()
    def _number_changed(self) -> None:
        self._update()
        self.changed.emit()

    def _line_moved(self, name: str) -> None:
        self._weights.set_weights(name, self._lines[name].weights)
        self._number_changed()

    @Slot()
    def _mode_changed(self) -> None:
        self._stop()
        self._weights.setVisible(not self._learning)
        self._learn.setVisible(self._learning)
        for line in self._lines.values():
            line.set_movable(not self._learning)
        self._number_changed()

    # -- learning

    @Slot()
    def _toggle(self) -> None:
        if self._timer.isActive():
            self._stop()
        else:
            self._timer.start()
            self._learn.show_running(True)

    def _stop(self) -> None:
        self._timer.stop()
        self._learn.show_running(False)

    def _advance(self, steps: int) -> None:
        self.network.advance(steps)
        if self.network.loss < _ENOUGH:
            self._stop()
        self._number_changed()

    @Slot()
    def _restart(self) -> None:
        self._stop()
        self.network.restart(int(self._learn.seed.value))
        self._number_changed()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop()

    def shut_down(self) -> None:
        self._stop()

    # -- what is shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The planes are squares where there is room, and the network is shown below them."""
        px = self.context.theme.px
        low = self.height() < px(_LOW)
        for heading in (self._heading, self.folded.heading):
            heading.setVisible(not low)
        square = self.width() // 2 + px(_HEADING)
        rest = self.height() - square - px(_CONTROLS)
        self._network.setVisible(rest >= px(_DIAGRAM))
        self._planes.setMaximumHeight(square if rest >= px(_DIAGRAM) else _NO_LIMIT)

    @Slot()
    def _restyle(self) -> None:
        self._table = colour_table(self.context.theme)
        self._fit()
        self._update()

    @Slot()
    def _update(self) -> None:
        outputs = self._show_network() if self._learning else self._show_perceptrons()
        x = INPUTS[self._row.value]
        self._diagram.set_values([np.array(x), outputs[self._row.value][:2], outputs[self._row.value][2:]])
        perceptrons = self.network.perceptrons if self._learning else [self.weights(name) for name in _FIRST]
        first, second, last = (np.array(each) for each in perceptrons)
        self._diagram.set_weights([np.array([first[:2], second[:2]]).T, last[:2, None]])
        self._show_field()

    @Slot()
    def _show_field(self) -> None:
        """Colour the plane by y, as far as it is in view."""
        view = self.inputs.seen
        x_range, y_range = (view.left(), view.right()), (view.top(), view.bottom())
        # The first row of an image is at the top.
        x1, x2 = np.meshgrid(np.linspace(*x_range, _GRID), np.linspace(*y_range, _GRID)[::-1])
        grid = np.stack([x1.ravel(), x2.ravel()], axis=1)
        if self._learning:
            colours = np.round(255 * self.network.predict(grid.astype(np.float32))).astype(np.uint8)
        else:
            y_of = np.array([[self._output("y", (s1, s2)) for s2 in (0, 1)] for s1 in (0, 1)])
            s1, s2 = self._sides(grid)
            colours = np.array(_SIDES, np.uint8)[y_of[s1, s2]]
        self._bytes = colours.reshape(_GRID, _GRID)
        self._field.set_image(image_of(self._bytes, self._table), x_range, y_range)

    def _show_perceptrons(self) -> FloatArray:
        """Returns s1, s2 and y for each row (4, 3)."""
        rows = self.outputs()
        for name, line in self._lines.items():
            # A line that is dragged has its weights already: its handles stay where they are.
            if line.weights != self.weights(name):
                line.set_weights(*self.weights(name))
        self.folded.plane.set_half_planes(*self.weights("y"))
        lattice = np.stack(self._sides(self.folded.lattice), axis=1) + _COPY * (self.folded.lattice - 0.5)
        self.folded.show_map(lattice, np.array([each[:2] for each in rows], np.float64))
        self._rows.show_rows(rows, 0)
        return np.array(rows, np.float64)

    def _sides(self, x: FloatArray) -> tuple[FloatArray, FloatArray]:
        """On which sides of both lines points (n, 2) are: 0 or 1, each (n,)."""
        w = np.array([self.weights("s1"), self.weights("s2")])
        s1, s2 = (x @ w[:, :2].T + w[:, 2] > 0).astype(int).T
        return s1, s2

    def _show_network(self) -> FloatArray:
        """Returns s1, s2 and y for each row (4, 3)."""
        network = self.network
        for line, weights in zip(self._lines.values(), network.perceptrons, strict=True):
            line.set_weights(*weights)
        self.folded.plane.set_half_planes(*network.perceptrons[2])
        hidden = network.hidden(np.array(INPUTS, np.float32))
        self.folded.show_map(network.hidden(self.folded.lattice.astype(np.float32)), hidden)
        y = network.predict(np.array(INPUTS, np.float32))
        outputs = np.column_stack([hidden, y])
        self._rows.show_rows(outputs.tolist(), 2)
        count = sum(network.right)
        text = tr("Step {0}, loss {1}: {2} of 4 rows are right.", network.steps, short_number(network.loss, 3), count)
        if network.steps >= _STUCK and count < len(INPUTS):
            text = tr("{0} {1}", text, tr("It is stuck. Try another seed."))
        self._learn.show_progress(text)
        return outputs
