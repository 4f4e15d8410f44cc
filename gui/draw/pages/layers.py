"""Inside: what each layer of the network makes of the drawing, and the weights that it does it with."""

from dataclasses import dataclass
from enum import Enum, auto

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from engine.explain import contributions
from engine.recognizer import Recognizer
from engine.types import CANVAS, FloatArray
from gui.draw.pages.layer_names import LayerName, layer_names
from gui.draw.pages.neuron_bars import NeuronBars
from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.cards import ElidedLabel, ElidedList
from gui.widgets.tiles import TilePlace, Tiles

# More tiles than this cannot be told apart.
_MOST_TILES = 400


class _Seen(Enum):
    """What is shown of a layer."""

    OUT = auto()
    WEIGHTS = auto()
    NEURON = auto()


@dataclass(frozen=True, eq=False)
class _Picture:
    """What was computed last: (h, w) or (1, 28, 28) in, each layer's output."""

    x: FloatArray
    activations: tuple[FloatArray, ...]


class LayersPage(QWidget):
    """Shows one layer at a time: its output as it stands, its weights, or one neuron's weights times its input."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inside")
        self._names: list[LayerName] = []
        self._params: dict[str, FloatArray] = {}
        self._picture: _Picture | None = None
        self._neuron: int | None = None
        self.layers = ElidedList()
        self.layers.setObjectName("inside-layer")
        self.layers.setAccessibleName(tr("Layer"))
        self.seen = ElidedList()
        self.seen.setObjectName("inside-seen")
        self.seen.setAccessibleName(tr("What is shown of the layer"))
        for each in (self.layers, self.seen):
            # As wide as there is room for, whatever the names.
            each.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            each.setMinimumContentsLength(8)
        self.tiles = Tiles(theme)
        self.tiles.setObjectName("inside-tiles")
        self.tiles.setAccessibleName(tr("The layer's numbers as pictures"))
        self.tiles.setAccessibleDescription(
            tr("The arrow keys go from picture to picture, with Shift from number to number. Return chooses a picture.")
        )
        self.tiles.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.bars = NeuronBars(theme)
        self.bars.setObjectName("inside-bars")
        self.bars.setAccessibleName(tr("The layer's neurons"))
        self._views = QStackedWidget()
        self._views.addWidget(self.tiles)
        self._views.addWidget(self.bars)
        self.readout = ElidedLabel()
        self.readout.setObjectName("inside-readout")
        self.readout.setProperty("role", "muted")

        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.layers, 3)
        top.addWidget(self.seen, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 6, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(top)
        whole.addWidget(self._views, 1)
        whole.addWidget(self.readout)
        self.layers.currentIndexChanged.connect(self._layer_chosen)
        self.seen.currentIndexChanged.connect(self._show)
        self.tiles.pointed.connect(self._point_at_tile)
        self.tiles.clicked.connect(self._choose_tile)
        self.bars.pointed.connect(self._point_at_neuron)
        self.bars.clicked.connect(self._choose_neuron)

    # -- what there is to see

    def use(self, recognizer: Recognizer) -> None:
        """Another network, or other numbers in it."""
        names = layer_names(recognizer.spec)
        if names != self._names:
            self._names, self._picture, self._neuron = names, None, None
            self.layers.blockSignals(True)
            self.layers.clear()
            self.layers.addItems([name.text for name in names])
            self.layers.blockSignals(False)
            self._params = recognizer.params
            self._layer_chosen()
            return
        # What is seen is shown anew by ``look``, which comes next.
        self._params = recognizer.params

    def look(self, recognizer: Recognizer, x: FloatArray) -> None:
        """What the layers make of an input (28, 28) float32 in 0..1."""
        self._picture = _Picture(x, tuple(each[0] for each in recognizer.activations(x)))
        self._show()
        # What is pointed at is another number now.
        if self._views.currentWidget() is self.bars:
            self._point_at_neuron(self.bars.pointed_at)
        else:
            self._point_at_tile(self.tiles.pointed_at)

    @property
    def layer(self) -> int:
        """Which one is shown."""
        return max(self.layers.currentIndex(), 0)

    @Slot()
    def _layer_chosen(self) -> None:
        self._neuron = None
        kept = self.seen.currentData()
        offered = [(_Seen.OUT, tr("Output"))]
        if self._weights() is not None:
            offered.append((_Seen.WEIGHTS, tr("Weights {0}", self._weights_name())))
        if self._columns() is not None:
            offered.append((_Seen.NEURON, tr("{0} of a neuron × its input", self._weights_name())))
        self.seen.blockSignals(True)
        self.seen.clear()
        for what, text in offered:
            self.seen.addItem(text, what)
        self.seen.setCurrentIndex(max(self.seen.findData(kept), 0))
        self.seen.setEnabled(len(offered) > 1)
        self.seen.blockSignals(False)
        self._show()

    def _weights_name(self) -> str:
        return next((name for name in self._names[self.layer].params if name.startswith("W")), "")

    def _columns(self) -> FloatArray | None:
        """(inputs, neurons): the weights of an Affine layer; None of any other."""
        W = self._params.get(self._weights_name())
        return W if W is not None and W.ndim == 2 else None

    def _weights(self) -> FloatArray | None:
        """(n, h, w): the weights as pictures, where they are any."""
        W = self._params.get(self._weights_name())
        if W is None:
            return None
        if W.ndim == 4:
            return W.reshape(-1, *W.shape[2:])
        shape = self._in_shape()
        if len(shape) == 1 and shape != (CANVAS * CANVAS,):
            return None
        height, width = (CANVAS, CANVAS) if len(shape) == 1 else shape[1:]
        # Of each neuron the pictures of all its channels.
        return W.T.reshape(-1, height, width)

    def _in_shape(self) -> tuple[int, ...]:
        return self._names[self.layer - 1].shape if self.layer else (CANVAS * CANVAS,)

    def _input(self) -> FloatArray | None:
        """(inputs,): what the layer is given."""
        if self._picture is None:
            return None
        before = self._picture.activations[self.layer - 1] if self.layer else self._picture.x
        return before.reshape(-1)

    # -- showing it

    @Slot()
    def _show(self) -> None:
        if not self._names:
            return
        seen = self.seen.currentData()
        if seen is _Seen.WEIGHTS:
            self._show_tiles(self._weights(), signed=True)
        elif seen is _Seen.NEURON:
            self._show_neuron()
        elif self._picture is None:
            self._show_tiles(None, signed=False)
        else:
            out = self._picture.activations[self.layer]
            if out.ndim == 3:
                self._show_tiles(out, signed=bool(out.min() < 0))
            else:
                self._views.setCurrentWidget(self.bars)
                self.bars.show_values(out, self._neuron)
        self._tell(None)

    def _show_neuron(self) -> None:
        """Where its pre-activation comes from: each weight times the input that it is multiplied with."""
        columns, x = self._columns(), self._input()
        if columns is None or x is None:
            self._show_tiles(None, signed=True)
            return
        if self._neuron is None:
            # The one that says most, to begin with.
            self._neuron = int((x @ columns).argmax())
        products = contributions(columns, x, self._neuron)
        shape = self._in_shape()
        if len(shape) == 3:
            self._show_tiles(products.reshape(shape), signed=True)
        elif shape == (CANVAS * CANVAS,):
            self._show_tiles(products.reshape(1, CANVAS, CANVAS), signed=True)
        else:
            self._views.setCurrentWidget(self.bars)
            self.bars.show_values(products)

    def _show_tiles(self, values: FloatArray | None, signed: bool) -> None:
        self._views.setCurrentWidget(self.tiles)
        values = np.zeros((0, 1, 1), np.float32) if values is None else values[:_MOST_TILES]
        limit = float(np.abs(values).max(initial=0))
        self.tiles.show_values(values, limit, signed)

    # -- pointing at it

    @Slot(object)
    def _point_at_tile(self, place: TilePlace | None) -> None:
        self._tell(None if place is None else self.tiles.sentence(place))

    @Slot(object)
    def _point_at_neuron(self, neuron: int | None) -> None:
        self._tell(None if neuron is None else self.bars.sentence(neuron))

    @Slot(int)
    def _choose_neuron(self, neuron: int) -> None:
        """Of an output: go to what it comes from."""
        if self.seen.currentData() is _Seen.OUT:
            self._neuron = neuron
            self._show()
            self._point_at_neuron(neuron)

    @Slot(int)
    def _choose_tile(self, tile: int) -> None:
        """A picture of a neuron's weights: go to these times the input."""
        columns = self._columns()
        if self.seen.currentData() is _Seen.WEIGHTS and columns is not None:
            self._neuron = tile // (len(self._weights_of_one()) or 1)
            self.seen.setCurrentIndex(self.seen.findData(_Seen.NEURON))

    def _weights_of_one(self) -> range:
        """The pictures that the weights of one neuron are."""
        shape = self._in_shape()
        return range(shape[0] if len(shape) == 3 else 1)

    def _tell(self, pointed: str | None) -> None:
        """What is under the pointer, or else what is shown."""
        self.readout.setText(pointed or self._in_words())

    def _in_words(self) -> str:
        seen = self.seen.currentData()
        if seen is _Seen.NEURON and self._neuron is not None:
            columns, x = self._columns(), self._input()
            if columns is not None and x is not None:
                total = float(x @ columns[:, self._neuron])
                return tr(
                    "Neuron {0}: the sum is {1}, without b. Blue speaks against it.", self._neuron, f"{total:.3g}"
                )
        if seen is _Seen.WEIGHTS:
            return tr("Orange adds where there is ink, blue takes away. Point at a number to read it.")
        if self._picture is None:
            return tr("Draw a digit to see what this layer makes of it.")
        if self._columns() is not None:
            return tr("Point at a neuron to read it, click it to choose it.")
        return tr("Point at a number to read it.")
