"""Five layers of 100 neurons with random weights, and how their activations are distributed."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.book import BatchNormalization, he_init, normal_init, relu, sigmoid, xavier_init
from engine.types import FloatArray, IntArray

LAYERS, NEURONS, INPUTS = 5, 100, 1000
ACTIVATIONS: dict[str, Callable[[FloatArray], FloatArray]] = {"sigmoid": sigmoid, "tanh": np.tanh, "ReLU": relu}
# The bins go from the lowest to the highest activation; what is higher, for ReLU, counts in the last bin.
RANGES = {"sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0), "ReLU": (0.0, 4.0)}
BINS = 25
# So close to an end of the range, the slope of sigmoid is below 0.01, and that of tanh below 0.02.
_END = 0.01


@dataclass(frozen=True)
class Setup:
    """Attributes:
    activation: one of ACTIVATIONS.
    weights: "normal", "xavier" or "he".
    std: of the weights, for "normal".
    normalize: whether batch normalisation comes before each activation.
    """

    activation: str
    weights: str
    std: float
    normalize: bool
    seed: int

    def inputs(self) -> FloatArray:
        """(INPUTS, NEURONS), N(0, 1)."""
        return np.random.default_rng([self.seed, 0]).standard_normal((INPUTS, NEURONS))

    def output(self, x: FloatArray, number: int) -> FloatArray:
        """The activations of layer ``number``, from 1: (INPUTS, NEURONS) -> (INPUTS, NEURONS)."""
        rng = np.random.default_rng([self.seed, number])
        match self.weights:
            case "xavier":
                w = xavier_init(NEURONS, NEURONS, rng)
            case "he":
                w = he_init(NEURONS, NEURONS, rng)
            case _:
                w = normal_init(NEURONS, NEURONS, self.std, rng)
        a = x @ w
        if self.normalize:
            a = BatchNormalization(np.ones(NEURONS), np.zeros(NEURONS)).forward(a)
        return ACTIVATIONS[self.activation](a)

    def cell(self) -> str:
        """Code for a notebook that prints the standard deviation of each layer."""
        name = self.activation
        init = {"xavier": "xavier_init(100, 100, rng)", "he": "he_init(100, 100, rng)"}.get(
            self.weights, f"normal_init(100, 100, {self.std!r}, rng)"
        )
        used = [init[: init.index("(")], *({"sigmoid": ["sigmoid"], "ReLU": ["relu"]}.get(name, []))]
        lines = [f"    a = z @ {init}"]
        if self.normalize:
            used.insert(0, "BatchNormalization")
            lines.append("    a = BatchNormalization(np.ones(100), np.zeros(100)).forward(a)")
        lines.append(f"    z = {'np.tanh' if name == 'tanh' else name.lower()}(a)")
        body = "\n".join(lines)
        return (
            f"import numpy as np\n\nfrom digit_lab.engine.book import {', '.join(used)}\n\n"
            f"z = np.random.default_rng([{self.seed}, 0]).standard_normal(({INPUTS}, 100))\n"
            f"for layer in range(1, {LAYERS + 1}):\n    rng = np.random.default_rng([{self.seed}, layer])\n{body}\n"
            '    print(layer, f"{z.std():.4g}")\n'
        )


@dataclass(frozen=True, eq=False)
class Spread:
    """The activations of one layer.

    Attributes:
        counts: (BINS,), in the bins of its range.
        std: of all its activations.
        ends: the fraction at an end: of sigmoid and tanh so close to it that the slope is nearly 0; of ReLU exactly 0.
    """

    counts: IntArray
    std: float
    ends: float


@dataclass(frozen=True, eq=False)
class Result:
    """Attributes:
    before_last: the activations of the last layer but one.
    layers: from the first to the last.
    """

    setup: Setup
    before_last: FloatArray
    layers: tuple[Spread, ...]


def compute(setup: Setup) -> Result:
    """Send the inputs through the layers: some ten milliseconds. Any thread may call it."""
    z = before_last = setup.inputs()
    layers = []
    for number in range(1, LAYERS + 1):
        before_last, z = z, setup.output(z, number)
        layers.append(_spread(z, setup.activation))
    return Result(setup, before_last, tuple(layers))


def _spread(z: FloatArray, activation: str) -> Spread:
    low, high = RANGES[activation]
    # Several times faster than numpy.histogram.
    bins = np.clip((z.ravel() - low) * (BINS / (high - low)), 0, BINS - 1).astype(np.int64)
    ends = (z == 0) if activation == "ReLU" else (z < low + _END) | (z > high - _END)
    return Spread(np.bincount(bins, minlength=BINS), float(z.std()), float(ends.mean()))
