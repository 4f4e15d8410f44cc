"""One layer, large: its output, its weights, or one neuron's weights times the layer's input."""

import math

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from engine.i18n import tr
from engine.nn.losses import overflowing
from engine.recognizer import Recognizer
from engine.types import CANVAS, FloatArray, Shape
from gui.draw.calculation.formulas import too_large
from gui.draw.network.contents import INPUT, Column, columns_of
from gui.draw.network.headings import described
from gui.draw.network.neuron_bars import NeuronBars
from gui.draw.network.palette import Palette
from gui.draw.network.readout import cell_name
from gui.theme import Theme
from gui.widgets.announcer import announce
from gui.widgets.array_view import ArrayView, Cell
from gui.widgets.cards import ElidedLabel, button, column, row
from gui.widgets.keyboard_navigation import step
from gui.widgets.segmented_control import SegmentedControl
from gui.widgets.tiles import Tiles

# More tiles than this would be too small.
_MOST_TILES = 400
_LARGEST_PIXEL = 36.0
# What is shown of a layer.
OUTPUT, WEIGHTS, NEURON = range(3)


class LayerTitle(ElidedLabel):
    """The name of the layer. The left and right arrow keys go to the layer before and after.

    Signals:
        moved: by how many layers.
    """

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__("", "heading", "layer-title")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(
            tr("The left and right arrow keys go to the layer before and after, Escape back to the network.")
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.fillRect(0, self.height() - 2, self.width(), 2, self.palette().accent())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = step(event)
        if by is not None and by[1]:
            self.moved.emit(by[1])
        else:
            super().keyPressEvent(event)


class LayerView(QWidget):
    """Signals:
    closed: the user wants to go back to the whole network.
    chosen: a layer and a neuron or (map, row, column) of its output that was clicked.

    Attributes:
        layer: which one is shown; -1 is the input, and the number of layers the softmax.
        title, view, tiles, bars, readout: the parts.
    """

    closed = Signal()
    chosen = Signal(int, object)

    def __init__(self, theme: Theme, recognizer: Recognizer) -> None:
        super().__init__()
        self.setObjectName("layer-view")
        self._recognizer, self._palette = recognizer, Palette(theme)
        theme.changed.connect(self._theme_changed)
        self.layer = 0
        # The network's input (28, 28), the output of each layer, (n,) or (channels, h, w), and the probabilities (10,).
        self._x: FloatArray | None = None
        self._outputs: tuple[FloatArray, ...] = ()
        self._probabilities: FloatArray | None = None
        self._neuron: int | None = None
        self._columns_shown: list[Column] = []
        self.title = LayerTitle()
        self._back = button("←", "layer-back", self.closed.emit)
        self._back.setAccessibleName(tr("Back to the network"))
        self._back.setToolTip(tr("Back to the network (Esc)"))
        self._before = button("‹", "layer-before", lambda: self._go(-1))
        self._before.setAccessibleName(tr("Layer before"))
        self._after = button("›", "layer-after", lambda: self._go(1))
        self._after.setAccessibleName(tr("Layer after"))
        words = (tr("Output"), tr("Weights"), tr("x × W"))
        self.view = SegmentedControl("layer-shown", tr("What is shown of the layer"), words)
        self.tiles = Tiles(theme, "layer-tiles", _LARGEST_PIXEL)
        self.tiles.setAccessibleName(tr("The layer's numbers as images"))
        self.tiles.setAccessibleDescription(
            tr("The arrow keys go from image to image, with Shift from number to number. Return chooses an image.")
        )
        self.bars = NeuronBars(theme, "layer-bars")
        self.bars.setAccessibleName(tr("The layer's neurons"))
        self._stack = QStackedWidget()
        for shown in (self.tiles, self.bars):
            self._stack.addWidget(shown)
            shown.pointed.connect(self._update_readout)
        self.readout = ElidedLabel("", "muted", "layer-readout")
        head = row(self._back, self._before, self._after, (self.title, 1), self.view, spacing=6)
        self.setLayout(column(head, (self._stack, 1), self.readout, top=6))
        self.view.changed.connect(self._show)
        self.title.moved.connect(self._go)
        self.tiles.clicked.connect(self._choose_tile)
        self.bars.clicked.connect(self._choose_neuron)
        self.follow_network()

    # -- the network and its input

    def follow_network(self) -> None:
        """The recognizer has another network, or other weights; its activations come next."""
        spec = self._recognizer.spec
        columns = columns_of(spec)
        if columns != self._columns_shown:
            self._columns_shown, self._x, self._neuron = columns, None, None
            self._params, self._shapes = spec.param_groups(), spec.shapes()
            self.open(0)

    def show_activations(
        self, x: FloatArray | None, outputs: tuple[FloatArray, ...], probabilities: FloatArray
    ) -> None:
        """See ``Diagram.show_activations``."""
        self._x, self._outputs, self._probabilities = x, outputs, probabilities
        self._show()
        # The number under the pointer has changed, or is gone.
        self._update_readout(self._shown.pointed_at)

    @property
    def _shown(self) -> ArrayView:
        return self.bars if self._stack.currentWidget() is self.bars else self.tiles

    def open(self, layer: int) -> None:
        """Show a layer."""
        self.layer, self._neuron = layer, None
        place, last = layer + 1, len(self._columns_shown) - 1
        text = described(self._columns_shown[place])
        self.title.setText(text)
        self.title.setAccessibleName(text)
        for each, enabled in ((self._before, place > 0), (self._after, place < last)):
            each.setEnabled(enabled)
        offered = {OUTPUT}
        if self._weight_images() is not None:
            offered.add(WEIGHTS)
        if self._columns() is not None:
            offered.add(NEURON)
        with QSignalBlocker(self.view):
            self.view.offer(offered)
        self.view.setVisible(len(offered) > 1)
        self._show()

    @Slot(int)
    def _go(self, by: int) -> None:
        layer = self.layer + by
        if INPUT <= layer < len(self._columns_shown) - 1:
            self.open(layer)
            announce(self.title, self.title.text())

    def _weights_name(self) -> str:
        params = self._params[self.layer] if 0 <= self.layer < len(self._params) else {}
        return next((name for name, _ in params.values() if name.startswith("W")), "")

    def _weights(self) -> FloatArray | None:
        return self._recognizer.params.get(self._weights_name())

    def _columns(self) -> FloatArray | None:
        """(inputs, neurons): the weights of an Affine layer; None for other layers."""
        W = self._weights()
        return W if W is not None and W.ndim == 2 else None

    def _weight_images(self) -> FloatArray | None:
        """(n, h, w): the weights as images; None where they are none."""
        W, shape = self._weights(), self._image_shape()
        if W is None:
            return None
        if W.ndim == 4:
            return W.reshape(-1, *W.shape[2:])
        # For each neuron the images of all its channels.
        return None if shape is None else W.T.reshape(-1, *shape[1:])

    def _image_shape(self) -> Shape | None:
        """(channels, h, w) of the layer's input; None where it is no image."""
        shape = self._shapes[self.layer - 1] if self.layer > 0 else (CANVAS * CANVAS,)
        if shape == (CANVAS * CANVAS,):
            return (1, CANVAS, CANVAS)
        return shape if len(shape) == 3 else None

    def _input(self) -> FloatArray | None:
        """(inputs,): the layer's input."""
        if self._x is None:
            return None
        return (self._outputs[self.layer - 1] if self.layer > 0 else self._x).reshape(-1)

    def _output(self) -> FloatArray | None:
        if self._x is None:
            return None
        if self.layer == INPUT:
            return self._x[None]
        return self._probabilities if self.layer == len(self._outputs) else self._outputs[self.layer]

    # -- showing it

    @Slot()
    def _theme_changed(self) -> None:
        self._palette.follow_theme()
        self._show()

    @Slot()
    def _show(self) -> None:
        if self.view.value == WEIGHTS:
            self._show_numbers(self._weight_images(), signed=True)
        elif self.view.value == NEURON:
            self._show_numbers(self._contributions(), signed=True)
        else:
            output = self._output()
            self._show_numbers(output, output is not None and bool(output.min() < 0), self._neuron)
        self._update_readout(None)

    @overflowing
    def _contributions(self) -> FloatArray | None:
        """The terms of a neuron's pre-activation: each weight times the input that it is multiplied with."""
        W, x = self._columns(), self._input()
        if W is None or x is None:
            return None
        if self._neuron is None:
            # The most active neuron by default.
            self._neuron = int((x @ W).argmax())
        return (W[:, self._neuron] * x).reshape(self._image_shape() or -1)

    def _show_numbers(self, values: FloatArray | None, signed: bool, chosen: int | None = None) -> None:
        """(n,) as bars, of which one is chosen, or (n, h, w) as tiles."""
        if values is not None and values.ndim == 1:
            self._stack.setCurrentWidget(self.bars)
            self.bars.show_values(values, chosen)
            return
        self._stack.setCurrentWidget(self.tiles)
        values = np.zeros((0, 1, 1), np.float32) if values is None else values[:_MOST_TILES]
        limit = float(np.abs(values).max(initial=0))
        of_input = self.layer == INPUT and self.view.value == OUTPUT
        colours = self._palette.of_ink(values) if of_input else self._palette.of(values, limit)
        self.tiles.show_values(values, limit, signed, self._palette.as_bytes(colours))

    @Slot(object)
    def _choose_neuron(self, neuron: int) -> None:
        """Choose it, in the output."""
        if self.view.value == OUTPUT:
            self._neuron = neuron
            self._show()
            self._update_readout(neuron)
            self.chosen.emit(self.layer, neuron)

    @Slot(object)
    def _choose_tile(self, cell: Cell) -> None:
        """The weights of a neuron: show them times the input. A pixel of the output: its calculation."""
        shape = self._image_shape()
        if self.view.value == OUTPUT:
            self.chosen.emit(self.layer, cell)
        elif self.view.value == WEIGHTS and self._columns() is not None and shape is not None:
            self._neuron = cell[0] // shape[0]
            self.view.choose(NEURON)

    @Slot(object)
    def _update_readout(self, pointed: Cell | None) -> None:
        """Show the number under the pointer, or else a description."""
        if pointed is not None and isinstance(pointed, int) != (self._shown is self.bars):
            # Of the view that is not shown any more.
            pointed = None
        self.readout.setText(self._explanation() if pointed is None else self._shown.cell_text(pointed))

    @overflowing
    def _explanation(self) -> str:
        view, W, x = self.view.value, self._columns(), self._input()
        if view == NEURON and self._neuron is not None and W is not None and x is not None:
            total = float(x @ W[:, self._neuron])
            if not math.isfinite(total):
                return too_large(cell_name(self._columns_shown, self.layer, self._neuron))
            return tr("Neuron {0}: the sum is {1}, without b. Blue reduces it.", self._neuron, f"{total:.3g}")
        if view == WEIGHTS:
            return tr("Orange weights are positive, blue ones negative. Point at a number to see it.")
        if x is None:
            return tr("Draw a digit to see the output of this layer.")
        if W is not None:
            return tr("Point at a neuron to see its number, click it for its calculation.")
        return tr("Point at a number to see it.")
