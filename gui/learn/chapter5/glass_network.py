"""The network 2-2-2 of the lesson about backpropagation: its numbers, and the sentence of each step."""

import functools
import math
from dataclasses import dataclass, field

import numpy as np

from engine.book import Sigmoid, TwoLayerNet, gradient_check
from engine.i18n import tr
from engine.types import FloatArray
from gui.learn.chapter5.broken_layers import Fault
from gui.learn.parts.diagram_items.network_numbers import Edge, Neuron
from gui.learn.parts.number_format import fixed_number, short_number

# The steps of both passes.
START, AFFINE1, ACTIVATION, AFFINE2, LOSS, D_SCORES, D_W2, D_HIDDEN, D_ACTIVATION, D_W1, CHECK = range(11)
NAMES = (("x1", "x2"), ("a1", "a2"), ("z1", "z2"), ("s1", "s2"), ("y1", "y2"))
_PAIR = range(2)


def first_params() -> dict[str, FloatArray]:
    """The weights at the start."""
    return {
        "W1": np.array([[0.6, -0.4], [0.2, 0.9]]),
        "b1": np.array([0.1, 0.3]),
        "W2": np.array([[0.7, -0.5], [-0.3, 0.8]]),
        "b2": np.array([0.0, 0.1]),
    }


# Four inputs with their labels, for the gradient check. With the first weights, no input of ReLU is near 0.
BATCH_X = np.array([[1.0, 0.5], [-0.8, 1.2], [0.4, -1.1], [-1.5, -0.3]])
BATCH_T = np.array([1, 0, 1, 0])


@dataclass
class Inputs:
    """What the user chooses.

    Attributes:
        x: (2,).
        t: the label, 0 or 1.
        sigmoid: as the activation function, instead of ReLU.
    """

    x: FloatArray = field(default_factory=lambda: np.array([1.0, 0.5]))
    t: int = 1
    sigmoid: bool = False
    params: dict[str, FloatArray] = field(default_factory=first_params)

    def network(self, fault: Fault | None = None) -> TwoLayerNet:
        """A new network of the book's layers with these weights, perhaps with a broken layer."""
        made = TwoLayerNet(2, 2, 2)
        made.params = {name: np.array(array, np.float64) for name, array in self.params.items()}
        if self.sigmoid:
            made.layers["Relu1"] = Sigmoid()
        if fault is not None:
            fault.put_into(made)
        return made

    @property
    def activation(self) -> str:
        """The name of the activation function."""
        return "Sigmoid" if self.sigmoid else "ReLU"


class Passes:
    """The forward and the backward pass of one input.

    Attributes:
        values: of the five columns of neurons: x, a, z, s, y.
        gradients: of x, a, z, s; that of s is y - t.
        weight_gradients: by the name of the parameter.
        slopes: the local derivatives of the activation function, (2,).
        loss, t: t is one-hot.
    """

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        network = inputs.network()
        x, t = inputs.x[None], np.array([inputs.t])
        self.loss = network.loss(x, t)
        affine1, activation, affine2 = network.layers.values()
        a = affine1.forward(x)
        z = activation.forward(a)
        s = affine2.forward(z)
        last = network.lastLayer
        self.values = [each[0] for each in (x, a, z, s, last.y)]
        self.t: FloatArray = last.t[0]
        ds = last.backward()
        dz = affine2.backward(ds)
        da = activation.backward(dz)
        dx = affine1.backward(da)
        self.gradients = [each[0] for each in (dx, da, dz, ds)]
        self.weight_gradients = {"W1": affine1.dW, "b1": affine1.db, "W2": affine2.dW, "b2": affine2.db}
        self.slopes: FloatArray = activation.backward(np.ones_like(a))[0]

    @functools.cached_property
    def numerical(self) -> dict[str, FloatArray]:
        """The numerical gradient of the parameters, by their names."""
        gradients = self.inputs.network().numerical_gradient(self.inputs.x[None], np.array([self.inputs.t]))
        return dict(gradients)

    @property
    def difference(self) -> float:
        """The largest difference between both gradients."""
        pairs = ((self.weight_gradients[name], self.numerical[name]) for name in self.numerical)
        return float(max(np.abs(one - other).max() for one, other in pairs))

    def values_at(self, step: int) -> list[FloatArray | None]:
        """Of the columns that the forward pass has reached."""
        reached = [START, AFFINE1, ACTIVATION, AFFINE2, LOSS]
        return [each if step >= first else None for each, first in zip(self.values, reached, strict=True)]

    def gradients_at(self, step: int) -> tuple[list[FloatArray | None], list[FloatArray | None]]:
        """Of the columns, and of the weights between them, that the backward pass has reached."""
        reached = [D_W1, D_ACTIVATION, D_HIDDEN, D_SCORES]
        neurons = [each if step >= first else None for each, first in zip(self.gradients, reached, strict=True)]
        w1, w2 = (self.weight_gradients[name] for name in ("W1", "W2"))
        return [*neurons, None], [w1 if step >= D_W1 else None, None, w2 if step >= D_W2 else None, None]

    @property
    def edges(self) -> list[FloatArray | None]:
        """Of the columns: weights, local derivatives of the activation function, weights, nothing."""
        slopes = np.where(np.eye(2, dtype=bool), self.slopes, math.nan)
        return [self.inputs.params["W1"], slopes, self.inputs.params["W2"], None]

    # -- words

    def sentences(self) -> list[str]:
        """One for each step."""
        x, a, z, s, y = (_row(each) for each in self.values)
        dx, da, dz, ds = (_row(each) for each in self.gradients)
        name = self.inputs.activation
        local = tr("where a is above 0, else 0") if name == "ReLU" else tr("times z (1 − z)")
        loss, right = short_number(self.loss), short_number(self.values[4][self.inputs.t], 3)
        numerical, difference = [_matrix(self.numerical[key]) for key in ("W1", "W2")], short_number(self.difference, 2)
        grads = {key: _matrix(each) for key, each in self.weight_gradients.items()}
        return [
            tr("Forward starts with the input x = {0}. Go on with Next.", x),
            tr("Affine: a = x W1 + b1 = {0}", a),
            tr("{0}: z = {1}", name, z),
            tr("Affine: the scores s = z W2 + b2 = {0}", s),
            tr("Softmax: y = {0}. Cross entropy: L = −log {1} = {2}", y, right, loss),
            tr("Backward: the gradient of the scores is y − t = {0} − {1} = {2}", y, _row(self.t, 0), ds),
            tr("Affine: dW2 = zᵀ ds = {0}, db2 = ds = {1}", grads["W2"], ds),
            tr("Affine: dz = ds W2ᵀ = {0}", dz),
            tr("{0}: da = dz {1} = {2}", name, local, da),
            tr("Affine: dW1 = xᵀ da = {0}, db1 = da = {1}, dx = da W1ᵀ = {2}", grads["W1"], da, dx),
            tr("Numerical: dW1 = {0}, dW2 = {1}. Largest difference: {2}.", *numerical, difference),
        ]

    def highlights(self, step: int) -> list[Neuron | Edge]:
        """The neurons and edges of a step; none for all."""
        # The column at the left of the layer.
        left = {AFFINE1: 0, ACTIVATION: 1, AFFINE2: 2, LOSS: 3}
        left |= {D_SCORES: 3, D_W2: 2, D_HIDDEN: 2, D_ACTIVATION: 1, D_W1: 0}
        if step not in left:
            return []
        column = left[step]
        neurons: list[Neuron | Edge] = [Neuron(each, i) for each in (column, column + 1) for i in _PAIR]
        return neurons + [Edge(column, i, j) for i in _PAIR for j in _PAIR if column != 1 or i == j]

    def details(self, cell: Neuron | Edge, step: int) -> str:
        """The numbers of a neuron or an edge, as far as the passes have come."""
        values, (neurons, weights) = self.values_at(step), self.gradients_at(step)
        if isinstance(cell, Neuron):
            name, value, gradient = NAMES[cell.column][cell.row], values[cell.column], neurons[cell.column]
            text = tr("{0} = {1}.", name, "?" if value is None else short_number(value[cell.row]))
            return text if gradient is None else f"{text} ∂L/∂{name} = {short_number(gradient[cell.row])}"
        left, right = NAMES[cell.column][cell.source], NAMES[cell.column + 1][cell.target]
        if cell.column == 3:
            return tr("Softmax uses all scores. With the cross entropy, ∂L/∂s becomes y − t.")
        if cell.column == 1:
            text, what, local, slope = f"{left} → {right}.", left, "", float(self.slopes[cell.source])
            gradient = neurons[1]
        else:
            key = "W1" if cell.column == 0 else "W2"
            text, what, local = (
                f"{left} → {right}: w = {short_number(self.inputs.params[key][cell[1:]])}.",
                "w",
                f" = {left}",
            )
            slope, gradient = float(self.values[cell.column][cell.source]), weights[cell.column]
        if values[cell.column] is not None:
            slope_text = tr("Local derivative: ∂{0}/∂{1}{2} = {3}.", right, what, local, short_number(slope))
            text = tr("{0} {1}", text, slope_text)
        from_right = neurons[cell.column + 1]
        if gradient is None or from_right is None:
            return text
        number = gradient[cell.source] if cell.column == 1 else gradient[cell[1:]]
        factors = f"{short_number(from_right[cell.target], 3)} × {short_number(slope, 3)}"
        text += f" ∂L/∂{what} = {factors} = {short_number(number)}."
        if cell.column == 1:
            return text
        return tr("{0} {1}", text, tr("Numerical: {0}.", short_number(self.numerical[key][cell[1:]])))


def check(inputs: Inputs, fault: Fault) -> dict[str, float]:
    """gradient_check of the book, for the batch of four."""
    return gradient_check(inputs.network(fault), BATCH_X, BATCH_T)


def _row(numbers: FloatArray, decimals: int = 2) -> str:
    return f"[{', '.join(fixed_number(each, decimals) for each in numbers)}]"


def _matrix(numbers: FloatArray) -> str:
    return f"[{', '.join(_row(each) for each in numbers)}]" if numbers.ndim == 2 else _row(numbers)
