"""The panel that shows how one number of the network comes about."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from engine.explain.calculation import calculation, following
from engine.explain.layer_results import AffineSum, Calculation, Cell, ConvolutionSum, Maximum, SoftmaxQuotient
from engine.i18n import tr
from engine.nn.layers import AffineSpec, ConvolutionSpec, MaxPoolingSpec
from engine.nn.network_spec import NetworkSpec
from engine.types import CANVAS, CLASSES, FloatArray, Shape
from gui.draw.calculation.cells import exists, input_cell, next_cell, other_channel
from gui.draw.calculation.formulas import (
    Names,
    element,
    formula,
    in_words,
    number,
    table_of_products,
    table_of_softmax,
    title,
)
from gui.draw.calculation.number_grid import tabular
from gui.draw.calculation.patches import PatchView, convolution_blocks, pixel_block, pooling_block
from gui.draw.calculation.products import ProductsView, image_shape
from gui.draw.calculation.text_table import TextTable
from gui.theme import Theme
from gui.widgets.announcer import announce
from gui.widgets.cards import ElidedLabel, button, column, fill_card, label, row
from gui.widgets.keyboard_navigation import OwnKeys, plain, step

INPUT = -1
# How many of the largest products are listed.
_LARGEST = 10
# From this width on the table is beside the images; from this height on the keys are named.
_WIDE, _HINT = 600, 300
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class CalculationPanel(OwnKeys, QFrame):
    """Shows the calculation of one cell: the numbers that go in, the formula, and what the next layers make of it.

    A cell of a layer that works on each number alone (an activation) is shown together with the sum before it. The
    arrow keys go to the next cell, Page Up and Page Down, or Shift and an arrow key, to the next channel, Home and End
    scroll, as do Page Up and Page Down where there are no channels; Escape closes.

    Attributes:
        layer_index, cell: what is shown, or was shown last; ``cell`` is None at first.

    Signals:
        cell_changed: a key went to another cell (layer index, cell), which is shown already.
        closed: the user wants to close the panel.
    """

    cell_changed = Signal(int, object)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("calculation")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self.layer_index = INPUT
        self.cell: Cell | None = None
        self._spec: NetworkSpec | None = None
        self._shape: Shape = ()
        self.title = ElidedLabel("", "heading", "calculation-title")
        self._close = button("×", "calculation-close", self.closed.emit)
        self._close.setAccessibleName(tr("Close the calculation"))
        self._close.setToolTip(tr("Close the calculation (Esc)"))
        self._lines: list[QLabel] = []
        self.patches, self.products = PatchView(theme), ProductsView(theme)
        self.table = TextTable(theme, "calculation-table")
        self._words = label("", "muted", "calculation-words", wrap=True)
        # The first formula is above the numbers, what the next layers make of it below.
        self._first, self._next = column(spacing=4), column(spacing=4)
        # The table is beside the images where there is room.
        self._beside, self._grid = False, QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self.products, 0, 0)
        self._grid.addLayout(self._next, 1, 0, 1, 2)
        self._grid.addWidget(self.table, 2, 0)
        body = QWidget()
        body.setLayout(column(self._first, self.patches, self._grid, self._words, None, spacing=10))
        self._scroll = QScrollArea()
        self._scroll.setObjectName("calculation-scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        # The panel has the focus, and its keys.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(body)
        self._scroll.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        self._scroll.viewport().installEventFilter(self)
        self._hint = ElidedLabel("", "muted", "calculation-hint")
        layout = fill_card(self)
        layout.addLayout(row((self.title, 1), self._close))
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._hint)
        theme.changed.connect(self._show_again)
        self.clear()

    # -- what is shown

    def show_cell(
        self,
        spec: NetworkSpec,
        params: Mapping[str, FloatArray],
        x: FloatArray,
        outputs: tuple[FloatArray, ...],
        layer_index: int,
        cell: Cell,
    ) -> None:
        """Show the calculation of one number; call it again whenever the input or the parameters changed.

        Args:
            x: (28, 28) float32 in 0..1.
            outputs: of each layer, without the batch.
            layer_index: -1 for the input, the number of layers for the softmax.
            cell: a neuron, or (channel, row, column) of maps; of the input (row, column), or any of the two.

        A cell that the network does not have, as it is another one now, is not shown.
        """
        if layer_index == INPUT:
            cell = input_cell(cell)
        if spec != self._spec:
            # From the input to the softmax.
            self._names = [Names.of(spec, index) for index in range(INPUT, len(spec.layers) + 1)]
        shapes = [(CANVAS, CANVAS), *spec.shapes(), (CLASSES,)]
        if layer_index > len(spec.layers) or not exists(cell, shapes[layer_index + 1]):
            self.cell = None
            self.clear()
            return
        self._spec, self._params, self._x, self._outputs = spec, params, x, outputs
        self.layer_index, self.cell, self._shape = layer_index, cell, shapes[layer_index + 1]
        self._show_calculation()
        self._update_room()

    def clear(self) -> None:
        """There is no input. What was shown last stays chosen: ``show_cell`` may continue with it."""
        self._spec = None
        self.title.setText(tr("Calculation"))
        if self.cell is None:
            self._show_lines([tr("Choose a neuron, or a pixel of a map, to see how its number comes about.")])
        else:
            name = element(self._names[self.layer_index + 1].layer, self.cell)
            self._show_lines([tr("Draw a digit to see how {0} comes about.", name)])
        for each in (self.patches, self.products, self.table, self._words, self._hint):
            each.hide()

    @Slot()
    def _show_again(self) -> None:
        """With other fonts."""
        if self._spec is None:
            self.clear()
        else:
            self._show_calculation()
            self._update_room()

    def _input_of(self, layer_index: int) -> FloatArray:
        """(*in_shape): the input of a layer."""
        assert self._spec is not None
        return self._outputs[layer_index - 1] if layer_index else self._x.reshape(self._spec.input_shape)

    def _calculated(self, layer_index: int, cell: Cell) -> Calculation:
        assert self._spec is not None
        return calculation(self._spec, self._params, self._input_of(layer_index), layer_index, cell)

    def _show_calculation(self) -> None:
        spec, cell, index = self._spec, self.cell, self.layer_index
        assert spec is not None
        assert cell is not None
        # An activation belongs to the sum that goes into it.
        last = len(spec.layers)
        while 0 <= index < last and not isinstance(spec.layers[index], AffineSpec | ConvolutionSpec | MaxPoolingSpec):
            index -= 1
        if index == INPUT:
            self._show_input()
            return
        found = self._calculated(index, cell)
        steps: list[Calculation] = [found]
        if index < last:
            steps += following(spec, self._params, self._outputs, index, cell)
            if index + len(steps) == last:
                steps.append(self._calculated(last, cell))
        lines = [formula(step, self._names[index + i + 1], cell) for i, step in enumerate(steps)]
        chosen = self.layer_index - index
        self._show_title(steps[chosen].value)
        self._show_lines(lines, chosen)
        self._show_numbers(found, index)
        self._show_words(in_words(steps[chosen]))

    def _show_input(self) -> None:
        """A pixel of the input, or what a first layer that works on each number alone makes of it."""
        spec, index, cell = self._spec, self.layer_index, self.cell
        assert spec is not None
        assert cell is not None
        y, x = input_cell(cell)
        lines, found = [f"{element('x', (y, x))} = {number(float(self._x[y, x]))}"], None
        for i in range(index + 1):
            found = self._calculated(i, cell)
            lines.append(formula(found, self._names[i + 1], cell))
        self._show_title(float(self._x[y, x]) if found is None else found.value)
        self._show_lines(lines, index + 1)
        self.patches.show_blocks([pixel_block(self._x, y, x)])
        self._show_only(self.patches)
        self._show_words(in_words(found))

    def _show_title(self, value: float) -> None:
        assert self._spec is not None
        assert self.cell is not None
        layers, index = self._spec.layers, self.layer_index
        layer = layers[index].title if 0 <= index < len(layers) else ""
        self.title.setText(title(self._names[index + 1], self.cell, value, self._shape, layer))

    def _show_numbers(self, found: Calculation, index: int) -> None:
        """The numbers that go into the output of a layer."""
        names = self._names[index + 1]
        assert self.cell is not None
        if isinstance(found, AffineSum):
            neuron = self.cell if isinstance(self.cell, int) else self.cell[0]
            self.products.show_products(found, names, neuron)
            self.table.setAccessibleName(tr("The largest products"))
            self.table.show_rows(*table_of_products(found, names, image_shape(found), _LARGEST))
            self._show_only(self.products, self.table)
        elif isinstance(found, ConvolutionSum):
            assert not isinstance(self.cell, int)
            inputs = self._input_of(index)
            blocks = convolution_blocks(found, inputs, names, self.cell[0])
            self.patches.show_blocks(blocks, len(found.channel_sums), found.total)
            self._show_only(self.patches)
        elif isinstance(found, Maximum):
            self.patches.show_blocks([pooling_block(found, self._input_of(index), names)])
            self._show_only(self.patches)
        elif isinstance(found, SoftmaxQuotient):
            self.table.setAccessibleName(tr("The softmax of the ten digits"))
            self.table.show_rows(*table_of_softmax(found, names.input), highlighted=found.digit, sums=True)
            self._show_only(self.table)

    def _show_only(self, *views: QWidget) -> None:
        for each in (self.patches, self.products, self.table):
            each.setVisible(each in views)

    def _show_words(self, words: str) -> None:
        keys = tr("Arrow keys: next number. Esc: close.")
        if len(self._shape) == 3:
            keys = tr("Arrow keys: pixel. Page Up/Down: channel. Esc: close.")
        self._words.setText(words)
        self._hint.setText(keys)
        self._words.show()
        self._hint.setVisible(self.height() > self._theme.px(_HINT))
        self.setAccessibleDescription(f"{self.accessibleDescription()}\n{words}\n{keys}")

    def _show_lines(self, lines: list[str], chosen: int | None = None) -> None:
        """Show the formulas, the chosen one in bold."""
        while len(self._lines) < len(lines):
            made = label("", name=f"calculation-line-{len(self._lines)}", wrap=True)
            self._lines.append(made)
            (self._next if len(self._lines) > 1 else self._first).addWidget(made)
        for i, each in enumerate(self._lines):
            each.setVisible(i < len(lines))
            if i < len(lines) and each.text() != lines[i]:
                each.setText(lines[i])
            font = tabular(self.font())
            font.setWeight(QFont.Weight.DemiBold if i == chosen else QFont.Weight.Normal)
            if each.font() != font:
                each.setFont(font)
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription("\n".join(lines))

    # -- sizes

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._spec is not None:
            self._hint.setVisible(self.height() > self._theme.px(_HINT))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._update_room()
        return super().eventFilter(watched, event)

    def _update_room(self) -> None:
        """How much room the formulas and the table leave to the images."""
        width = self._scroll.viewport().width()
        used = [each.heightForWidth(width) + 4 for each in (*self._lines, self._words) if not each.isHidden()]
        beside = width >= self._theme.px(_WIDE) and not self.products.isHidden()
        if beside != self._beside:
            self._beside = beside
            if beside:
                self._grid.addWidget(self.table, 0, 1, Qt.AlignmentFlag.AlignTop)
            else:
                self._grid.addWidget(self.table, 2, 0)
        table = 0 if beside or self.table.isHidden() else self.table.sizeHint().height()
        room = self._scroll.viewport().height() - sum(used) - table - 3 * self._theme.px(10)
        self.patches.set_room(room)
        self.products.set_room(room)

    # -- keys

    def _meaning(self, event: QKeyEvent) -> Callable[[], object] | None:
        cell, key = self.cell, Qt.Key(event.key())
        if not plain(event):
            return None
        if key == Qt.Key.Key_Escape:
            return self.closed.emit
        if cell is None or self._spec is None:
            return None
        bar, shape = self._scroll.verticalScrollBar(), self._shape
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return lambda: bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        page, by = _PAGES.get(key), step(event)
        if page is not None and len(shape) != 3:
            return lambda: bar.setValue(bar.value() + page * bar.pageStep())
        if page is not None:
            return lambda: self._go_to(other_channel(cell, page, shape))
        if by is None:
            return None
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and len(shape) == 3:
            return lambda: self._go_to(other_channel(cell, by[0] or by[1], shape))
        return lambda: self._go_to(next_cell(cell, by, shape))

    def _go_to(self, cell: Cell) -> None:
        if cell == self.cell or self._spec is None:
            return
        self.show_cell(self._spec, self._params, self._x, self._outputs, self.layer_index, cell)
        announce(self, f"{self.title.text()}. {self._lines[0].text()}")
        self.cell_changed.emit(self.layer_index, cell)
