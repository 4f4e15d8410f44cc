"""Lesson: a computation graph, with values forward and gradients backward."""

from collections.abc import Callable
from typing import ClassVar

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent, QTextDocumentFragment

from engine.book import AddLayer, MulLayer, Sigmoid, sigmoid
from engine.i18n import tr
from gui.learn.chapter5.example_graphs import (
    Graph,
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
from gui.learn.parts.stepper import Stepper
from gui.widgets.announcer import announce
from gui.widgets.cards import button, column, row
from gui.widgets.segmented_control import SegmentedControl

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
        self._curve = FunctionGraph(theme, "sigmoid-curve", tr("Sigmoid function"), "x", "y", (-6, 6), (-0.1, 1.1), 1)
        self._curve.set_curves([Curve("sigmoid(x)", sigmoid, slope=_slope)])
        self._curve.moved.connect(self._curve_moved)
        self.stepper = Stepper(theme, "graph-steps", [], lines=4)
        self.stepper.changed.connect(self._go)
        hide = button(tr("Hide a gradient"), "graph-hide", self._hide_gradient)
        self.view.node_chosen.connect(self._choose)
        self.view.answer.returnPressed.connect(self._check_answer)
        self._random = np.random.default_rng()
        self._filled, self._hidden = 0, ""
        self._chosen, self._reply = 0, ""
        self.setLayout(column(row(self.example, None, hide), (self.view, 3), (self._curve, 2), self.stepper))
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
                "import numpy as np\n\nfrom digit_lab.engine.book import Sigmoid\n\n"
                f"x = np.array([{self.inputs['x']!r}])\nlayer = Sigmoid()\n"
                "y = layer.forward(x)\ndx = layer.backward(np.array([1.0]))\nprint(y, dx)\n"
            )
        lines = "".join(f"{name} = {value!r}\n" for name, value in self.inputs.items())
        return (
            "from digit_lab.engine.book import AddLayer, MulLayer\n\n"
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
        self._chosen, self._reply = len(self.graph.nodes) - 1, ""
        self._show_hidden("")
        self.view.show_graph(self.graph, self._entries[self.example.value])
        self._fit()
        self._show_all()
        self._number_changed()

    @Slot()
    def _number_changed(self) -> None:
        self._reply = ""
        self._update()
        self.changed.emit()

    def _curve_moved(self, x: float) -> None:
        self._entries[1]["x"].set_value(round(x, 2))
        self._number_changed()

    @Slot(int)
    def _choose(self, index: int) -> None:
        self._chosen, self._reply = index, ""
        self._update()
        self.view.announce(QTextDocumentFragment.fromHtml(self._text(self.stepper.index, index)).toPlainText())

    @Slot(int)
    def _go(self, index: int) -> None:
        """A step of the stepper: forward from node to node, then backward."""
        self._chosen, self._reply = self._node_of(index), ""
        self._update()

    def _show_all(self) -> None:
        self.stepper.stop()
        # The sentences are set, with the right numbers, before the next painting.
        self.stepper.set_sentences([""] * (2 * len(self.graph.nodes) + 1))
        self.stepper.go_to(2 * len(self.graph.nodes))

    def _node_of(self, index: int) -> int:
        """The node of a step; -1 before the first one."""
        count = len(self.graph.nodes)
        return index - 1 if index <= count else 2 * count - index

    # -- a gradient to fill in

    @Slot()
    def _hide_gradient(self) -> None:
        constants = self.graph.constants
        names = [name for each in self.graph.nodes for name in each.inputs if name not in (*constants, self._hidden)]
        self._show_all()
        self._reply = ""
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
            count = tr("{0} of {1} filled in.", min(self._filled, _TO_FILL_IN), _TO_FILL_IN)
            self._say(tr("{0} {1}", tr("Right: the gradient of {0} is {1}.", title, shown), count))
            self.changed.emit()
        else:
            node = next(each for each in self.graph.nodes if self._hidden in each.inputs)
            self._say(tr("{0} is not right yet. {1}", short_number(typed), rule(node)))

    def _say(self, sentence: str) -> None:
        self._reply = sentence
        self._update()
        announce(self, sentence)

    # -- what is shown

    @Slot()
    def _update(self) -> None:
        graph = self.graph
        count, step = len(graph.nodes), self.stepper.index
        self.values, self.gradients = graph.evaluate(self.inputs)
        computed = {each.output for each in graph.nodes[:step]}
        values = {
            name: value for name, value in self.values.items() if name in (*graph.entries, *graph.constants, *computed)
        }
        # The last ones in the forward pass are the first ones in the backward pass.
        passed = graph.nodes[count - max(step - count, 0) :]
        reached = {name for each in passed for name in each.inputs} | ({graph.output} if step >= count else set())
        gradients = {name: value for name, value in self.gradients.items() if name in reached}
        factors = {each.name: f"× {_bracketed(local_derivatives(each, self.values)[0])}" for each in passed}
        node = graph.nodes[self._chosen] if self._chosen >= 0 else None
        active = {} if node is None else {node.output: VALUE} | dict.fromkeys(node.inputs, GRADIENT)
        active = {name: each for name, each in active.items() if each == VALUE or name in reached}
        self.view.show_numbers(values, gradients, factors if self._is_sigmoid else {}, self._chosen, active)
        sentences = [self._text(index, self._node_of(index)) for index in range(2 * count + 1)]
        sentences[step] = self._reply or self._text(step, self._chosen)
        self.stepper.set_sentences(sentences)
        if self._is_sigmoid:
            self._curve.set_x(self.inputs["x"])

    def _text(self, step: int, chosen: int) -> str:
        """The sentence of a step: the calculations of a node, as far as the passes have come."""
        graph, colour = self.graph, self.context.theme.colour
        if self._hidden:
            node = next(each for each in graph.nodes if self._hidden in each.inputs)
            text = tr("Type the gradient of {0} into the field, then Return.", graph.titles[self._hidden])
            return f"{text}<br>{rule(node)}"
        if chosen < 0:
            return tr("Forward: each circle computes its output from its inputs, from left to right.")
        node = graph.nodes[chosen]
        lines = [f"<b style='color:{colour(VALUE).name()}'>{tr('forward')}</b> {forward_sentence(node, self.values)}"]
        if step >= 2 * len(graph.nodes) - chosen:
            gradient = short_number(self.gradients[node.output])
            parts = [
                tr(
                    "{0}: {1}",
                    graph.titles[name],
                    f"{gradient} × {_bracketed(factor)} = {short_number(self.gradients[name])}",
                )
                for name, factor in zip(node.inputs, local_derivatives(node, self.values), strict=True)
                if name not in graph.constants
            ]
            lines.append(f"<b style='color:{colour(GRADIENT).name()}'>{tr('backward')}</b> {'; '.join(parts)}")
            lines.append(rule(node))
        if self._is_sigmoid and step == 2 * len(graph.nodes):
            factors = [_bracketed(local_derivatives(each, self.values)[0]) for each in reversed(graph.nodes)]
            numbers = " × ".join(factors), short_number(self.gradients["x"]), short_number(self.sigmoid_gradient())
            lines.append(tr("All: {0} = {1}. Sigmoid.backward: {2}.", *numbers))
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
