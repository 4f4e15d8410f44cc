"""Lesson: a computation graph, with values forward and gradients backward."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

import numpy as np
from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent

from engine.book import AddLayer, MulLayer, Sigmoid, sigmoid
from gui.i18n import tr
from gui.learn.chapter5.example_graphs import (
    Graph,
    Node,
    forward_sentence,
    local_derivatives,
    purchase,
    rule,
    sigmoid_steps,
)
from gui.learn.chapter5.graph_view import GRADIENT, VALUE, GraphView
from gui.learn.lesson import Lesson, LessonContext
from gui.learn.parts.draggable_number import DraggableNumber
from gui.learn.parts.function_graph import Curve, FunctionGraph
from gui.learn.parts.number_format import number_in, short_number
from gui.widgets.announcer import announce
from gui.widgets.cards import button, column, label, row
from gui.widgets.form_controls import keep_lines
from gui.widgets.segmented_control import SegmentedControl

_PLAY_MS = 900
# A typed gradient may differ by this part: the values on view are rounded.
_TOLERANCE = 0.005
_TO_FILL_IN = 3
# The task: the gradient that the number of oranges has to get.
_WANTED = 220.0
# From this height on, in pixels of the usual zoom, there is room for the curve of the sigmoid function.
_TALL = 430


class ComputationGraph(Lesson):
    """Attributes:
    example: which graph is shown.
    view: the graph.
    values, gradients: of each edge, by its name.
    """

    shown: ClassVar[tuple[object, ...]] = (MulLayer, AddLayer, Sigmoid)

    def __init__(self, context: LessonContext) -> None:
        super().__init__(context)
        theme = context.theme
        self._graphs = (purchase(), sigmoid_steps())
        self.view = GraphView(theme, tr("Computation graph"))
        self._entries = [
            {
                name: DraggableNumber(theme, each.label, name, each.value, each.minimum, each.maximum, each.decimals)
                for name, each in graph.entries.items()
            }
            for graph in self._graphs
        ]
        for entries in self._entries:
            for number in entries.values():
                number.setParent(self.view)
                number.hide()
                number.changed.connect(self._number_changed)
        self.example = SegmentedControl("graph", tr("Graph"), (tr("Purchase"), tr("Sigmoid")))
        self.example.changed.connect(self._show_graph)
        self._legend = label(name="graph-legend")
        self._curve = FunctionGraph(theme, "sigmoid-curve", tr("Sigmoid function"), "x", "y", (-6, 6), (-0.1, 1.1), 1)
        self._curve.set_curves([Curve("sigmoid(x)", sigmoid, VALUE, slope=_slope)])
        self._curve.moved.connect(self._curve_moved)
        self._sentence = label("", "", "graph-sentence", wrap=True)
        keep_lines(self._sentence, 4)
        self._back = button(tr("Back"), "graph-back", partial(self._go, -1))
        self._next = button(tr("Step"), "graph-step", partial(self._go, 1))
        self._play = button(tr("Play"), "graph-play", self._toggle_play)
        self._hide = button(tr("Hide a gradient"), "graph-hide", self._hide_gradient)
        self._timer = QTimer(self, interval=_PLAY_MS)
        self._timer.timeout.connect(partial(self._go, 1))
        self.view.node_chosen.connect(self._choose)
        self.view.answer.returnPressed.connect(self._check_answer)
        self._random = np.random.default_rng()
        self._filled, self._hidden = 0, ""
        self._step = self._last_step
        self._chosen = len(self.graph.nodes) - 1
        buttons = row(self._back, self._next, self._play, None, self._hide, spacing=6)
        self.setLayout(
            column(row(self.example, None, self._legend), (self.view, 3), (self._curve, 2), self._sentence, buttons)
        )
        theme.changed.connect(self._update)
        self._show_graph()

    # -- the graph

    @property
    def graph(self) -> Graph:
        """The one on view."""
        return self._graphs[self.example.value]

    @property
    def inputs(self) -> dict[str, float]:
        """The values of the inputs."""
        return {name: number.value for name, number in self._entries[self.example.value].items()}

    @property
    def _is_sigmoid(self) -> bool:
        return self.example.value == 1

    def sigmoid_gradient(self) -> float:
        """What Sigmoid.backward gives."""
        return _slope(self.inputs["x"])

    def run(self) -> None:
        self.graph.evaluate(self.inputs)
        if self._is_sigmoid:
            self.sigmoid_gradient()

    def cell(self) -> str:
        if self._is_sigmoid:
            return (
                "import numpy as np\n\nfrom engine.book import Sigmoid\n\n"
                f"x = np.array([{self.inputs['x']!r}])\nlayer = Sigmoid()\n"
                "y = layer.forward(x)\ndx = layer.backward(np.array([1.0]))\nprint(y, dx)\n"
            )
        lines = "".join(f"{name} = {value!r}\n" for name, value in self.inputs.items())
        return (
            "from engine.book import AddLayer, MulLayer\n\n"
            f"{lines}\n"
            "apples, oranges, total, taxed = MulLayer(), MulLayer(), AddLayer(), MulLayer()\n"
            "apple_price = apples.forward(apple, apple_num)\n"
            "orange_price = oranges.forward(orange, orange_num)\n"
            "all_price = total.forward(apple_price, orange_price)\n"
            "price = taxed.forward(all_price, tax)\n\n"
            "dall_price, dtax = taxed.backward(1)\n"
            "dapple_price, dorange_price = total.backward(dall_price)\n"
            "dorange, dorange_num = oranges.backward(dorange_price)\n"
            "dapple, dapple_num = apples.backward(dapple_price)\n"
            "print(price)\nprint(dapple_num, dapple, dorange, dorange_num, dtax)\n"
        )

    @property
    def checks(self) -> dict[str, Callable[[], bool]]:
        return {"oranges": self._is_wanted, "fill_in": lambda: self._filled >= _TO_FILL_IN}

    def _is_wanted(self) -> bool:
        if self._is_sigmoid:
            return False
        changed = [name for name, each in self.graph.entries.items() if self.inputs[name] != each.value]
        return len(changed) == 1 and abs(self.gradients["orange_num"] - _WANTED) <= _TOLERANCE * _WANTED

    def reset(self) -> None:
        self._filled = 0
        for graph, entries in zip(self._graphs, self._entries, strict=True):
            for name, number in entries.items():
                number.set_value(graph.entries[name].value)
        self.example.choose(0)
        self._show_graph()

    # -- changes

    @Slot()
    def _show_graph(self) -> None:
        self._stop()
        self._step, self._chosen = self._last_step, len(self.graph.nodes) - 1
        self._show_hidden("")
        self.view.show_graph(self.graph, self._entries[self.example.value])
        self._fit()
        self._number_changed()

    @Slot()
    def _number_changed(self) -> None:
        self._update()
        self.changed.emit()

    def _curve_moved(self, x: float) -> None:
        self._entries[1]["x"].set_value(round(x, 2))
        self._number_changed()

    @Slot(int)
    def _choose(self, index: int) -> None:
        self._chosen = index
        self._update()
        self.view.announce(self._words(self.graph.nodes[index]))

    # -- one step after the other: forward, then backward

    @property
    def _last_step(self) -> int:
        return 2 * len(self.graph.nodes)

    def _go(self, by: int) -> None:
        """Go on by a step; from the end, to the beginning."""
        steps = self._last_step + 1
        self._step = (self._step + by) % steps
        count = len(self.graph.nodes)
        at = self._step - 1
        self._chosen = at if at < count else self._last_step - 1 - at
        if self._step == self._last_step:
            self._stop()
        self._update()

    @Slot()
    def _toggle_play(self) -> None:
        if self._timer.isActive():
            self._stop()
        else:
            self._step = 0 if self._step == self._last_step else self._step
            self._timer.start()
            self._go(1)
        self._update()

    def _stop(self) -> None:
        self._timer.stop()
        self._play.setText(tr("Play"))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop()

    # -- a gradient to fill in

    @Slot()
    def _hide_gradient(self) -> None:
        constants = self.graph.constants
        names = [name for each in self.graph.nodes for name in each.inputs if name not in (*constants, self._hidden)]
        self._stop()
        self._step = self._last_step
        self._show_hidden(str(self._random.choice(names)))
        self._chosen = next(at for at, each in enumerate(self.graph.nodes) if self._hidden in each.inputs)
        self._update()
        self.view.answer.setFocus()

    def _show_hidden(self, edge: str) -> None:
        self._hidden = edge
        title = tr("The gradient of {0}", self.graph.titles[edge]) if edge else ""
        self.view.hide_gradient(edge, title)

    @Slot()
    def _check_answer(self) -> None:
        typed, right = number_in(self.view.answer.text()), self.gradients[self._hidden]
        if typed is None:
            self._say(tr("Type a number."))
        elif abs(typed - right) <= _TOLERANCE * abs(right) + 1e-9:
            self._filled += 1
            title, shown = self.graph.titles[self._hidden], short_number(right)
            self._show_hidden("")
            self._update()
            self._say(
                tr("Right: the gradient of {0} is {1}. Filled in: {2} of {3}.", title, shown, self._filled, _TO_FILL_IN)
            )
            self.changed.emit()
        else:
            node = next(each for each in self.graph.nodes if self._hidden in each.inputs)
            self._say(tr("{0} is not right yet. {1}", short_number(typed), rule(node)))

    def _say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        announce(self._sentence, sentence)

    # -- what is shown

    @Slot()
    def _update(self) -> None:
        graph, colour = self.graph, self.context.theme.colour
        self.values, self.gradients = graph.evaluate(self.inputs)
        count = len(graph.nodes)
        computed = {each.output for each in graph.nodes[: self._step]}
        values = {
            name: value for name, value in self.values.items() if name in (*graph.entries, *graph.constants, *computed)
        }
        # The last ones in the forward pass are the first ones in the backward pass.
        passed = graph.nodes[count - max(self._step - count, 0) :]
        reached = {name for each in passed for name in each.inputs} | ({graph.output} if self._step >= count else set())
        gradients = {name: value for name, value in self.gradients.items() if name in reached}
        factors = {each.name: f"× {_bracketed(local_derivatives(each, self.values)[0])}" for each in passed}
        node = graph.nodes[self._chosen] if self._chosen >= 0 else None
        active = {} if node is None else {node.output: VALUE} | dict.fromkeys(node.inputs, GRADIENT)
        active = {name: each for name, each in active.items() if each == VALUE or name in reached}
        self.view.show_numbers(values, gradients, factors if self._is_sigmoid else {}, self._chosen, active)
        self._legend.setText(
            f"<b style='color:{colour(VALUE).name()}'>{tr('value')}</b> {tr('above')} &nbsp; "
            f"<b style='color:{colour(GRADIENT).name()}'>{tr('gradient')}</b> {tr('below')}"
        )
        self._play.setText(tr("Pause") if self._timer.isActive() else tr("Play"))
        self._sentence.setText(self._text())
        if self._is_sigmoid:
            self._curve.set_x(self.inputs["x"])

    def _text(self) -> str:
        if self._hidden:
            node = next(each for each in self.graph.nodes if self._hidden in each.inputs)
            text = tr("Type the gradient of {0} into the field, then Return.", self.graph.titles[self._hidden])
            return f"{text}<br>{rule(node)}"
        if self._chosen < 0:
            return tr("Forward: each operation computes its output from its inputs, from left to right.")
        return self._words(self.graph.nodes[self._chosen], self._is_sigmoid and self._step == self._last_step)

    def _words(self, node: Node, product: bool = False) -> str:
        """The calculations of a node."""
        colour, graph = self.context.theme.colour, self.graph
        lines = [f"<b style='color:{colour(VALUE).name()}'>{tr('forward')}</b> {forward_sentence(node, self.values)}"]
        if self._step >= self._last_step - graph.nodes.index(node):
            gradient = self.gradients[node.output]
            parts = [
                f"{graph.titles[name]}: {short_number(gradient)} × {_bracketed(factor)} = "
                f"{short_number(self.gradients[name])}"
                for name, factor in zip(node.inputs, local_derivatives(node, self.values), strict=True)
                if name not in graph.constants
            ]
            lines.append(f"<b style='color:{colour(GRADIENT).name()}'>{tr('backward')}</b> {'; '.join(parts)}")
            lines.append(rule(node))
        if product:
            factors = [_bracketed(local_derivatives(each, self.values)[0]) for each in reversed(graph.nodes)]
            numbers = " × ".join(factors), short_number(self.gradients["x"]), short_number(self.sigmoid_gradient())
            lines.append(tr("All four: {0} = {1}; Sigmoid.backward gives {2}.", *numbers))
        return "<br>".join(lines)

    def _fit(self) -> None:
        self._curve.setVisible(self._is_sigmoid and self.height() >= self.context.theme.px(_TALL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _slope(x: float) -> float:
    layer = Sigmoid()
    layer.forward(np.array([x]))
    return float(layer.backward(np.array([1.0]))[0])


def _bracketed(number: float) -> str:
    return f"({short_number(number)})" if number < 0 else short_number(number)
