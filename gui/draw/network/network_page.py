"""Network: the whole network for the drawing, from the input to the probabilities; a layer of it can be opened."""

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from engine.ink.preprocess import Stages
from engine.recognizer import Prediction
from gui.draw.network.diagram import Diagram
from gui.draw.network.headings import described
from gui.draw.network.layer_view import LayerView
from gui.draw.network.readout import readout
from gui.draw.pages.page import Page, PageContext
from gui.i18n import tr
from gui.widgets.cards import ElidedLabel, column

# From this height on, the readout has a second line.
_TWO_LINES = 280


class NetworkPage(Page):
    """Shows all layers, or one of them large.

    Attributes:
        diagram: all layers.
        layer_view: one layer.

    Signals:
        chosen: the index of a layer, and a neuron or (map, row, column) of its output that was clicked. -1 is the
            input, and the number of layers stands for the softmax.
    """

    chosen = Signal(int, object)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setObjectName("network")
        self._network, self._theme = context.network, context.theme
        self._prediction: Prediction | None = None
        self._stale = False
        recognizer = context.network.recognizer
        self.diagram = Diagram(context.theme, recognizer)
        self.layer_view = LayerView(context.theme, recognizer)
        self.readout = ElidedLabel("", "", "network-readout")
        self.terms = ElidedLabel("", "muted", "network-terms")
        whole = QWidget()
        whole.setLayout(column((self.diagram, 1), self.readout, self.terms, spacing=2))
        self._stack = QStackedWidget()
        for each in (whole, self.layer_view):
            self._stack.addWidget(each)
        self.setLayout(column(self._stack, top=4))
        self.diagram.pointed.connect(self._update_readout)
        self.diagram.opened.connect(self.open_layer)
        self.layer_view.closed.connect(self.close_layer)
        for view in (self.diagram, self.layer_view):
            view.chosen.connect(self.chosen)
        self._network.updated.connect(self._network_updated)
        self._update_readout()

    # -- what is shown

    @Slot()
    def _network_updated(self) -> None:
        """Another network, or other weights; ``show_prediction`` comes next."""
        self.diagram.follow_network()
        self.layer_view.follow_network()
        self._update_readout()

    def show_prediction(self, prediction: Prediction, stages: Stages) -> None:
        self._prediction = prediction
        if self.isVisible():
            self._show_activations()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._show_activations()

    def _show_activations(self) -> None:
        assert self._prediction is not None
        self._stale = False
        drawn = self._prediction.digit is not None
        x = self._prediction.stages.centred if drawn else None
        outputs = () if x is None else tuple(each[0] for each in self._network.recognizer.activations(x))
        probabilities = np.asarray(self._prediction.probabilities)
        shown = self.layer_view if self.opened is not None else self.diagram
        shown.show_activations(x, outputs, probabilities)
        self._update_readout()

    # -- one layer

    @property
    def opened(self) -> int | None:
        """The layer that is shown large, or None."""
        return self.layer_view.layer if self._stack.currentWidget() is self.layer_view else None

    @Slot(int)
    def open_layer(self, layer: int) -> None:
        """Show a layer large."""
        self._stack.setCurrentWidget(self.layer_view)
        self.layer_view.open(layer)
        self._refresh()
        self.layer_view.title.setFocus()

    @Slot()
    def close_layer(self) -> None:
        """Show the whole network again; the keys are at the layer that was open."""
        layer = self.layer_view.layer
        self._stack.setCurrentIndex(0)
        self._refresh()
        self.diagram.point_at(layer, None)
        self.diagram.setFocus()

    def _refresh(self) -> None:
        if self._prediction is not None:
            self._show_activations()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.opened is not None:
            self.close_layer()
        else:
            super().keyPressEvent(event)

    # -- the readout

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.terms.setVisible(self.height() >= self._theme.px(_TWO_LINES))

    @Slot()
    def _update_readout(self) -> None:
        """How the number that is pointed at comes about."""
        view, spot = self.diagram, self.diagram.pointed_at
        terms = ""
        if view.traced is not None:
            text, terms = readout(view.columns, view.traced)
        elif spot is not None and spot[1] is None:
            text = tr("{0}. Click to open this layer.", described(view.columns[spot[0] + 1]))
        elif spot is not None:
            text = view.cell_text(spot)
        else:
            text = tr("Point at a number to see where it comes from. Click a name to open the layer.")
            terms = tr("Orange is positive, blue is negative. The strongest connections are drawn.")
        self.readout.setText(text)
        self.terms.setText(terms)
