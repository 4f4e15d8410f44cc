"""Two computation graphs: what a purchase costs, and the sigmoid function in four steps."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from engine.book import AddLayer, MulLayer
from engine.i18n import tr
from gui.learn.parts.number_format import short_number

Place = tuple[float, float]


class ExpLayer:
    """out = exp(x). The book has no layer for it."""

    def forward(self, x: float) -> float:
        self.out = math.exp(x)
        return self.out

    def backward(self, dout: float) -> tuple[float]:
        return (dout * self.out,)


class DivideLayer:
    """out = 1 / x. The book has no layer for it."""

    def forward(self, x: float) -> float:
        self.out = 1 / x
        return self.out

    def backward(self, dout: float) -> tuple[float]:
        return (-dout * self.out**2,)


@dataclass(frozen=True)
class Node:
    """An operation.

    Attributes:
        kind: of the layer that computes it.
        inputs, output: names of edges.
        place: of its middle, in columns and rows.
    """

    name: str
    kind: Callable[[], Any]
    inputs: tuple[str, ...]
    output: str
    place: Place


@dataclass(frozen=True)
class Entry:
    """An input that can be changed: its label, its first value, its range, and the row in which it stands."""

    label: str
    value: float
    minimum: float
    maximum: float
    decimals: int
    row: float


@dataclass(frozen=True)
class Graph:
    """Attributes:
    entries: by the name of their edge.
    constants: the value of edges that cannot be changed.
    titles: of edges, in a sentence.
    nodes: in the order of the forward pass.
    size: columns and rows; the output ends in the last column.
    result: the name of the output.
    """

    entries: dict[str, Entry]
    constants: dict[str, float]
    titles: dict[str, str]
    nodes: tuple[Node, ...]
    size: tuple[int, int]
    result: str

    @property
    def output(self) -> str:
        """The edge with the result."""
        return self.nodes[-1].output

    def evaluate(self, inputs: dict[str, float]) -> tuple[dict[str, float], dict[str, float]]:
        """The value and the gradient of each edge: forward through the layers, then backward."""
        values, layers = inputs | self.constants, []
        for node in self.nodes:
            layer = node.kind()
            values[node.output] = layer.forward(*(values[name] for name in node.inputs))
            layers.append(layer)
        gradients = {self.output: 1.0}
        for node, layer in zip(reversed(self.nodes), reversed(layers), strict=True):
            gradients |= zip(node.inputs, layer.backward(gradients[node.output]), strict=True)
        return values, gradients


def purchase() -> Graph:
    """Apples and oranges with tax."""
    return Graph(
        {
            "apple_num": Entry(tr("apples"), 2, 0, 20, 0, 0),
            "apple": Entry(tr("apple price"), 100, 0, 1000, 0, 1),
            "orange": Entry(tr("orange price"), 150, 0, 1000, 0, 2),
            "orange_num": Entry(tr("oranges"), 3, 0, 20, 0, 3),
            "tax": Entry(tr("tax factor"), 1.1, 0, 3, 2, 4),
        },
        {},
        {
            "apple_num": tr("the number of apples"),
            "apple": tr("the price of an apple"),
            "orange": tr("the price of an orange"),
            "orange_num": tr("the number of oranges"),
            "tax": tr("the tax factor"),
            "apple_price": tr("what the apples cost"),
            "orange_price": tr("what the oranges cost"),
            "all_price": tr("what both cost"),
            "price": tr("the payment"),
        },
        (
            Node("apples", MulLayer, ("apple", "apple_num"), "apple_price", (1, 0.5)),
            Node("oranges", MulLayer, ("orange", "orange_num"), "orange_price", (1, 2.5)),
            Node("sum", AddLayer, ("apple_price", "orange_price"), "all_price", (2, 1.5)),
            Node("tax", MulLayer, ("all_price", "tax"), "price", (3, 2.25)),
        ),
        (4, 5),
        tr("payment"),
    )


def sigmoid_steps() -> Graph:
    """y = 1 / (1 + exp(-x)) as ×, exp, + and 1/x."""
    return Graph(
        {"x": Entry("x", 1, -10, 10, 2, 1)},
        {"minus": -1.0, "one": 1.0},
        {
            "x": "x",
            "minus_x": "−x",
            "exp": "exp(−x)",
            "sum": "1 + exp(−x)",
            "y": "y",
        },
        (
            Node("times", MulLayer, ("x", "minus"), "minus_x", (0.85, 1)),
            Node("exp", ExpLayer, ("minus_x",), "exp", (2.0, 1)),
            Node("plus", AddLayer, ("exp", "one"), "sum", (3.15, 1)),
            Node("divide", DivideLayer, ("sum",), "y", (4.3, 1)),
        ),
        (5, 3),
        "y",
    )


def symbol(node: Node) -> str:
    """What is written in the circle of a node."""
    return {MulLayer: "×", AddLayer: "+", ExpLayer: "exp", DivideLayer: "1/x"}[node.kind]  # type: ignore[index]


def local_derivatives(node: Node, values: dict[str, float]) -> tuple[float, ...]:
    """The derivative of the output of a node by each of its inputs."""
    layer = node.kind()
    layer.forward(*(values[name] for name in node.inputs))
    return tuple(layer.backward(1.0))


def rule(node: Node) -> str:
    """What a node does in the backward pass."""
    return {
        "×": tr("× gives each input the gradient from the right, times the other input."),
        "+": tr("+ passes the gradient from the right on to each input, unchanged."),
        "exp": tr("exp multiplies the gradient from the right by its own output."),
        "1/x": tr("1/x multiplies the gradient from the right by −(output)²."),
    }[symbol(node)]


def forward_sentence(node: Node, values: dict[str, float]) -> str:
    """The calculation of a node in the forward pass."""
    numbers = [short_number(values[name]) for name in node.inputs]
    result = short_number(values[node.output])
    match symbol(node):
        case "exp":
            return f"exp({numbers[0]}) = {result}"
        case "1/x":
            return f"1 / {numbers[0]} = {result}"
        case sign:
            return f"{numbers[0]} {sign} {numbers[1]} = {result}"
