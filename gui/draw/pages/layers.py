"""Layers: the output of each layer of the network for the drawing, and its weights."""

from enum import Enum, auto

import numpy as np
from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QStackedWidget

from engine.ink.preprocess import Stages
from engine.nn.network_spec import NetworkSpec
from engine.recognizer import Prediction
from engine.types import CANVAS, FloatArray, Shape
from gui.draw.pages.neuron_bars import NeuronBars
from gui.draw.pages.page import Page, PageContext
from gui.i18n import tr
from gui.widgets.array_view import ArrayView, Cell
from gui.widgets.cards import ElidedLabel, ElidedList, column, row
from gui.widgets.tiles import Tiles

# More tiles than this would be too small.
_MOST_TILES = 400


def layer_titles(spec: NetworkSpec) -> list[str]:
    """How the layers are listed: "1 Convolution · W1 b1 · 32 × 28 × 28"."""
    titles = []
    for i, (layer, params, shape) in enumerate(zip(spec.layers, spec.param_groups(), spec.shapes(), strict=True), 1):
        names = " ".join(name for name, _ in params.values())
        parts = (f"{i} {layer.title}", names, " × ".join(map(str, shape)))
        titles.append("  ·  ".join(part for part in parts if part))
    return titles


class _View(Enum):
    """What is shown of a layer."""

    OUTPUT = auto()
    WEIGHTS = auto()
    NEURON = auto()


class LayersPage(Page):
    """Shows one layer at a time: its output, its weights, or one neuron's weights times the layer's input."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setObjectName("layers")
        self._network, theme = context.network, context.theme
        self._spec: NetworkSpec | None = None
        # The network's input (28, 28), and the output of each layer, (1, 28, 28), (n,) or (channels, h, w).
        self._x: FloatArray | None = None
        self._outputs: tuple[FloatArray, ...] = ()
        self._neuron: int | None = None
        self.layers = ElidedList("layers-layer", tr("Layer"))
        self.view = ElidedList("layers-view", tr("What is shown of the layer"))
        self.tiles = Tiles(theme, "layers-tiles")
        self.tiles.setAccessibleName(tr("The layer's numbers as images"))
        self.tiles.setAccessibleDescription(
            tr("The arrow keys go from image to image, with Shift from number to number. Return chooses an image.")
        )
        self.bars = NeuronBars(theme, "layers-bars")
        self.bars.setAccessibleName(tr("The layer's neurons"))
        self._stack = QStackedWidget()
        for shown in (self.tiles, self.bars):
            self._stack.addWidget(shown)
            shown.pointed.connect(self._update_readout)
        self.readout = ElidedLabel("", "muted", "layers-readout")
        for each in (self.layers, self.view):
            each.shrink()
        self.setLayout(column(row((self.layers, 3), (self.view, 2)), (self._stack, 1), self.readout, top=6))
        self.layers.currentIndexChanged.connect(self._layer_chosen)
        self.view.currentIndexChanged.connect(self._show)
        self.tiles.clicked.connect(self._choose_tile)
        self.bars.clicked.connect(self._choose_neuron)
        self._network.updated.connect(self._network_updated)
        self._network_updated()

    # -- the network and its input

    @Slot()
    def _network_updated(self) -> None:
        """Another network, or other weights; ``show_prediction`` comes next."""
        spec = self._network.recognizer.spec
        if spec != self._spec:
            self._spec, self._x, self._neuron = spec, None, None
            self._params, self._shapes = spec.param_groups(), spec.shapes()
            with QSignalBlocker(self.layers):
                self.layers.clear()
                self.layers.addItems(layer_titles(spec))
            self._layer_chosen()

    def show_prediction(self, prediction: Prediction, stages: Stages) -> None:
        self._x = prediction.stages.centred
        self._outputs = tuple(each[0] for each in self._network.recognizer.activations(self._x))
        self._show()
        # The number under the pointer has changed.
        self._update_readout(self._shown.pointed_at)

    @property
    def _shown(self) -> ArrayView:
        return self.bars if self._stack.currentWidget() is self.bars else self.tiles

    @property
    def layer(self) -> int:
        """Which one is shown."""
        return max(self.layers.currentIndex(), 0)

    @Slot()
    def _layer_chosen(self) -> None:
        self._neuron = None
        views = {_View.OUTPUT: tr("Output")}
        if self._weight_images() is not None:
            views[_View.WEIGHTS] = tr("Weights {0}", self._weights_name())
        if self._columns() is not None:
            views[_View.NEURON] = tr("{0} of a neuron × its input", self._weights_name())
        before = self.view.currentData()
        with QSignalBlocker(self.view):
            self.view.clear()
            for view, text in views.items():
                self.view.addItem(text, view)
            self.view.setCurrentIndex(max(self.view.findData(before), 0))
            self.view.setEnabled(len(views) > 1)
        self._show()

    def _weights_name(self) -> str:
        return next((name for name, _ in self._params[self.layer].values() if name.startswith("W")), "")

    def _weights(self) -> FloatArray | None:
        return self._network.recognizer.params.get(self._weights_name())

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
        shape = self._shapes[self.layer - 1] if self.layer else (CANVAS * CANVAS,)
        if shape == (CANVAS * CANVAS,):
            return (1, CANVAS, CANVAS)
        return shape if len(shape) == 3 else None

    def _input(self) -> FloatArray | None:
        """(inputs,): the layer's input."""
        if self._x is None:
            return None
        return (self._outputs[self.layer - 1] if self.layer else self._x).reshape(-1)

    # -- showing it

    @Slot()
    def _show(self) -> None:
        view = self.view.currentData()
        if view is _View.WEIGHTS:
            self._show_numbers(self._weight_images(), signed=True)
        elif view is _View.NEURON:
            self._show_numbers(self._contributions(), signed=True)
        else:
            output = None if self._x is None else self._outputs[self.layer]
            self._show_numbers(output, output is not None and bool(output.min() < 0), self._neuron)
        self._update_readout(None)

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
        self.tiles.show_values(values, float(np.abs(values).max(initial=0)), signed)

    @Slot(object)
    def _choose_neuron(self, neuron: int) -> None:
        """Choose it, in the output."""
        if self.view.currentData() is _View.OUTPUT:
            self._neuron = neuron
            self._show()
            self._update_readout(neuron)

    @Slot(object)
    def _choose_tile(self, cell: Cell) -> None:
        """The weights of a neuron: show them times the input."""
        shape = self._image_shape()
        if self.view.currentData() is _View.WEIGHTS and self._columns() is not None and shape is not None:
            self._neuron = cell[0] // shape[0]
            self.view.setCurrentIndex(self.view.findData(_View.NEURON))

    @Slot(object)
    def _update_readout(self, pointed: Cell | None) -> None:
        """Show the number under the pointer, or else a description."""
        self.readout.setText(self._explanation() if pointed is None else self._shown.cell_text(pointed))

    def _explanation(self) -> str:
        view, W, x = self.view.currentData(), self._columns(), self._input()
        if view is _View.NEURON and self._neuron is not None and W is not None and x is not None:
            total = f"{float(x @ W[:, self._neuron]):.3g}"
            return tr("Neuron {0}: the sum is {1}, without b. Blue reduces it.", self._neuron, total)
        if view is _View.WEIGHTS:
            return tr("Orange weights are positive, blue ones negative. Point at a number to see it.")
        if x is None:
            return tr("Draw a digit to see the output of this layer.")
        if W is not None:
            return tr("Point at a neuron to see its number, click it to choose it.")
        return tr("Point at a number to see it.")
