"""Network: the whole network for the drawing, from the input to the probabilities; a layer of it can be opened."""

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from engine.i18n import tr
from engine.ink.preprocess import Stages
from engine.recognizer import Prediction
from engine.types import FloatArray
from gui.draw.calculation.panel import CalculationPanel
from gui.draw.network.diagram import Diagram
from gui.draw.network.headings import described
from gui.draw.network.layer_view import LayerView
from gui.draw.network.placement import Cell
from gui.draw.network.readout import readout
from gui.draw.pages.page import Page, PageContext
from gui.widgets.cards import ElidedLabel, column

# From this height on, the readout has a second line.
_TWO_LINES = 280
# From these sizes on, the calculation of a number has room beside the network, or below it.
_BESIDE, _BELOW = 820, 520
# Beside it where the page is so much wider than it is high; it then gets this share of the width.
_FLAT, _SHARE = 1.4, 0.36


class NetworkPage(Page):
    """Shows all layers, or one of them large; beside or below it the calculation of a number that was clicked.

    Attributes:
        diagram: all layers.
        layer_view: one layer.
        calculation: how the number comes about that was clicked; hidden at first.
    """

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.setObjectName("network")
        self._network, self._theme = context.network, context.theme
        self._prediction: Prediction | None = None
        self._stale = False
        # The input (28, 28), None where there is no drawing, and the output of each layer.
        self._activations: tuple[FloatArray | None, tuple[FloatArray, ...]] = (None, ())
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
        self.calculation = CalculationPanel(context.theme)
        self.calculation.hide()
        self._splitter = QSplitter()
        self._splitter.setObjectName("network-splitter")
        self._splitter.setChildrenCollapsible(False)
        for part in (self._stack, self.calculation):
            self._splitter.addWidget(part)
        self.setLayout(column(self._splitter, top=4))
        self.diagram.pointed.connect(self._update_readout)
        self.diagram.opened.connect(self.open_layer)
        self.layer_view.closed.connect(self.close_layer)
        for view in (self.diagram, self.layer_view):
            view.chosen.connect(self.show_calculation)
        self.calculation.closed.connect(self.close_calculation)
        self.calculation.cell_changed.connect(self._mark)
        self._network.updated.connect(self._network_updated)
        self._update_readout()

    # -- what is shown

    @Slot()
    def _network_updated(self) -> None:
        """Another network, or other weights; ``show_prediction`` comes next."""
        if self.diagram.spec != self._network.recognizer.spec:
            self.close_calculation()
            # Of the other network's layers.
            self._activations = (None, ())
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
        # After a training that failed there may be numbers that are not finite.
        with np.errstate(all="ignore"):
            outputs = () if x is None else tuple(each[0] for each in self._network.recognizer.activations(x))
        probabilities = np.asarray(self._prediction.probabilities)
        shown = self.layer_view if self.opened is not None else self.diagram
        shown.show_activations(x, outputs, probabilities)
        self._activations = (x, outputs)
        if self.calculation.isVisible():
            self._calculate(self.calculation.layer_index, self.calculation.cell)
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
        if event.key() == Qt.Key.Key_Escape and self.calculation.isVisible():
            self.close_calculation()
        elif event.key() == Qt.Key.Key_Escape and self.opened is not None:
            self.close_layer()
        else:
            super().keyPressEvent(event)

    # -- the calculation of a number

    @Slot(int, object)
    def show_calculation(self, layer: int, cell: Cell) -> None:
        """Show how a number comes about.

        Args:
            layer: -1 is the input, and the number of layers stands for the softmax.
            cell: a neuron, or (map, row, column).
        """
        if self._activations[0] is None:
            return
        self.calculation.show()
        self._arrange()
        self._calculate(layer, cell)
        self._mark(layer, cell)
        self.calculation.setFocus()

    def _calculate(self, layer: int, cell: Cell | None) -> None:
        (x, outputs), recognizer = self._activations, self._network.recognizer
        if x is None or cell is None:
            self.calculation.clear()
        else:
            self.calculation.show_cell(recognizer.spec, recognizer.params, x, outputs, layer, cell)

    @Slot()
    def close_calculation(self) -> None:
        """Hide the calculation."""
        if not self.calculation.isHidden():
            focus = self.window().focusWidget()
            self.calculation.hide()
            self._stack.show()
            self.diagram.hold(None)
            if focus is self.calculation or (focus is not None and self.calculation.isAncestorOf(focus)):
                (self.diagram if self.opened is None else self.layer_view.title).setFocus()

    @Slot(int, object)
    def _mark(self, layer: int, cell: Cell) -> None:
        """Mark the number whose calculation is shown."""
        spot = layer, cell if isinstance(cell, int) or len(cell) == 3 else (0, *cell)
        self.diagram.current = spot
        self.diagram.hold(spot)

    def _arrange(self) -> None:
        """The calculation is beside the network, or below it; where there is no room for both, in its place."""
        width, height, px = self.width(), self.height(), self._theme.px
        wide = width >= px(_BESIDE) and (width > _FLAT * height or height < px(_BELOW))
        self._splitter.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        open_ = not self.calculation.isHidden()
        self._stack.setVisible(not open_ or wide or height >= px(_BELOW))
        if open_ and self._splitter.property("arranged") != wide:
            self._splitter.setProperty("arranged", wide)
            room = self._splitter.width() if wide else self._splitter.height()
            share = _SHARE if wide else 0.5
            self._splitter.setSizes([round((1 - share) * room), round(share * room)])

    # -- the readout

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
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
            text = tr("Point at a number to see where it comes from, click it for its calculation.")
            terms = tr("Click a name to open the layer. Orange is positive, blue is negative.")
        self.readout.setText(text)
        self.terms.setText(terms)
