"""Calculations as text: formulas with names as in the book, and with the numbers."""

import math
from dataclasses import dataclass

from engine.explain.layer_results import (
    Activation,
    AffineSum,
    Calculation,
    Cell,
    ConvolutionSum,
    Maximum,
    Normalization,
    Scaling,
    SoftmaxQuotient,
)
from engine.i18n import tr
from engine.nn.network_spec import NetworkSpec
from engine.types import FloatArray, Shape

_MINUS = "−"
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
# A space at which no line is broken.
_UNBROKEN = "\N{NO-BREAK SPACE}"
# Smaller numbers come from rounding.
_NOTHING = 1e-7
# As a power of ten from here on.
_LARGE = 1e6
# Smaller ones have two digits, whatever the decimals of others are.
_SMALL = 0.0095


@dataclass(frozen=True)
class Names:
    """Attributes:
    layer: of the layer's output, "a1".
    input: of its input, "x" or "z1".
    W, b: of its weights and its bias, "W1" and "b1"; "" where it has none.
    """

    layer: str
    input: str
    W: str = ""
    b: str = ""

    @property
    def input_is_image(self) -> bool:
        """Whether the input is the network's: shown from black to white, all other numbers from blue to orange."""
        return self.input == "x"

    @classmethod
    def of(cls, spec: NetworkSpec, layer_index: int) -> "Names":
        """The names of a layer; -1 stands for the input, the number of layers for the softmax."""
        names = ["x", *spec.layer_names(), "y"]
        own = spec.param_groups()[layer_index] if 0 <= layer_index < len(spec.layers) else {}
        W, b = (own[name][0] if name in own else "" for name in ("W", "b"))
        return cls(names[layer_index + 1], names[max(layer_index, 0)], W, b)


def element(name: str, cell: Cell) -> str:
    """ "a1[7]", "z1[3, 10, 12]"."""
    indices = (cell,) if isinstance(cell, int) else cell
    return f"{name}[{', '.join(map(str, indices))}]"


def number(value: float, decimals: int | None = None) -> str:
    """With a real minus sign, and fewer decimals where the number is large; a small one has two digits.

    Args:
        decimals: of a number of medium size; by default so many that a small one has two digits.
    """
    size = abs(value)
    if decimals is None:
        decimals = decimals_for(value) if size >= _SMALL else 2
    if size < _NOTHING:
        text = "0"
    elif size < 1e-4 or _LARGE <= size < math.inf:
        mantissa, exponent = f"{value:.1e}".split("e")
        text = f"{mantissa} · 10{str(int(exponent)).translate(_SUPERSCRIPTS)}"
    elif size < 0.5 * 10**-decimals or size < _SMALL:
        text = f"{value:.2g}"
    else:
        text = f"{value:,.{0 if size >= 1000 else 1 if size >= 100 else decimals}f}"
    return text.replace("-", _MINUS)


def decimals_for(*values: float) -> int:
    """How many decimals a line of numbers needs, so that the largest one has at least two digits."""
    largest = max(map(abs, values), default=0.0)
    return 3 if _SMALL <= largest < 0.095 else 4 if 5e-5 <= largest < _SMALL else 2


def rounded(value: float, decimals: int) -> str:
    """For numbers of one grid or column: always the same decimals, except that 0 is "0" and large ones are short."""
    size = abs(value)
    if size < _NOTHING:
        return "0"
    if 1e5 <= size < math.inf:
        return f"{value:.0e}".replace("e+", "e").replace("-", _MINUS)
    text = f"{value:.{0 if size >= 99.95 else 1 if size >= 9.995 else decimals}f}"
    return text.lstrip("-") if float(text) == 0 else text.replace("-", _MINUS)


def percent(probability: float) -> str:
    """ "97.9 %"; with so many decimals that only 0 and 1 are written as "0 %" and "100 %"."""
    if probability in (0.0, 1.0):
        return tr("{0} %", f"{100 * probability:.0f}")
    rest = 100 * min(probability, 1 - probability)
    if not 0 < rest < 0.05:
        return tr("{0} %", f"{100 * probability:.1f}")
    if probability < 0.5:
        # Without the limit below which ``number`` writes 0.
        text = number(rest) if rest >= _NOTHING else f"< {number(_NOTHING)}"
        return tr("{0} %", text)
    return tr("{0} %", f"{100 * probability:.{1 - math.floor(math.log10(rest))}f}")


def signed(value: float) -> str:
    """ "+2.3" or "-2.3"; "+5.4 · 10³⁵"."""
    return f"{value:+.1f}" if abs(value) < _LARGE else f"{'-' if value < 0 else '+'}{number(abs(value))}"


def too_large(name: str) -> str:
    """The sentence in place of a result that is infinite or NaN."""
    return tr("{0} is too large to be calculated: the network has diverged.", name)


def _plus(value: float, decimals: int | None = None) -> str:
    """ "+ 0.06" or "− 0.06"."""
    return f"{_MINUS if value < 0 else '+'} {number(abs(value), decimals)}"


def _minus(value: float) -> str:
    return _plus(-value)


def sum_with_bias(total: float, b: float, value: float) -> str:
    """ "0.50 − 0.06 = 0.44"."""
    decimals = decimals_for(value)
    return f"{number(total, decimals)} {_plus(b, decimals)} = {number(value)}"


def formula(found: Calculation, names: Names, cell: Cell) -> str:
    """The formula, the formula with the numbers, the result. A line is broken before "=" and "/ Σ" only.

    Without a finite result, a sentence that says so.
    """
    if not math.isfinite(found.value):
        return too_large(element(names.layer, cell))
    text = _formula(found, names, cell).replace(" ", _UNBROKEN)
    return text.replace(f"{_UNBROKEN}=", " =").replace(f"{_UNBROKEN}/{_UNBROKEN}Σ", f" /{_UNBROKEN}Σ")


def _formula(found: Calculation, names: Names, cell: Cell) -> str:
    result = element(names.layer, cell)
    if isinstance(found, AffineSum):
        summed = sum_with_bias(found.total, found.b, found.value)
        return f"{result} = Σ {names.input} · {names.W}[:, {cell}] + {element(names.b, cell)} = {summed}"
    if isinstance(found, ConvolutionSum):
        assert not isinstance(cell, int)
        summed = sum_with_bias(found.total, found.b, found.value)
        filter_ = cell[0]
        return f"{result} = Σ {names.input} · {element(names.W, filter_)} + {element(names.b, filter_)} = {summed}"
    if isinstance(found, Maximum):
        rows, columns = (f"{each.start}:{each.stop}" for each in (found.rows, found.columns))
        return f"{result} = max {names.input}[{found.channel}, {rows}, {columns}] = {number(found.value)}"
    if isinstance(found, Normalization):
        return (
            f"{result} = γ ({names.input} {_MINUS} μ) / √(σ² + ε) + β"
            f" = {number(found.gamma)} · ({number(found.x)} {_minus(found.mean)}) / √{number(found.var + found.eps)}"
            f" {_plus(found.beta)} = {number(found.value)}"
        )
    if isinstance(found, Activation):
        return f"{result} = {_activation(found, names.input)} = {number(found.value)}"
    if isinstance(found, Scaling):
        kept = f"{1 - found.ratio:.3g}"
        return f"{result} = {names.input} · {kept} = {number(found.x)} · {kept} = {number(found.value)}"
    return (
        f"{result} = exp({names.input} {_MINUS} max) / Σ exp({names.input} {_MINUS} max)"
        f" = {number(found.exp[found.digit])} / {number(found.total)} = {percent(found.value)}"
    )


def _activation(found: Activation, name: str) -> str:
    x = number(found.x)
    if found.kind == "relu":
        return f"ReLU({name}) = max(0, {x})"
    if found.kind == "tanh":
        return f"tanh({name}) = tanh({x})"
    return f"1 / (1 + exp({_MINUS}{name})) = 1 / (1 + exp({number(-found.x)}))"


def in_words(found: Calculation | None) -> str:
    """What is calculated, as a sentence."""
    if found is None:
        return tr("A pixel of the network's input: 0 is black, 1 is white.")
    if isinstance(found, AffineSum):
        return tr("Each input is multiplied by its weight. The sum of the products, plus the bias b, is the result.")
    if isinstance(found, ConvolutionSum):
        return tr(
            "Patch and filter: numbers at the same place are multiplied. All products are summed, plus the bias b."
        )
    if isinstance(found, Maximum):
        return tr("The largest number of the window is kept.")
    if isinstance(found, Normalization):
        return tr("The mean μ and the variance σ² are running averages from the training.")
    if isinstance(found, Activation):
        return {
            "relu": tr("ReLU keeps positive numbers and replaces negative ones by 0."),
            "sigmoid": tr("The sigmoid turns every number into one between 0 and 1."),
            "tanh": tr("tanh turns every number into one between −1 and 1."),
        }[found.kind]
    if isinstance(found, Scaling):
        return tr("Dropout leaves out neurons in training only. In prediction all numbers are scaled instead.")
    return tr("The softmax turns the ten numbers into probabilities with the sum 1.")


def title(names: Names, cell: Cell, value: float, shape: Shape, layer_title: str) -> str:
    """Which number it is, and where: "a1[7] = −0.65 · neuron 7 of 50, Affine"."""
    result = element(names.layer, cell)
    if math.isfinite(value):
        result = f"{result} = {percent(value) if names.layer == 'y' else number(value)}"
    if names.layer == "y":
        return tr("{0}  ·  digit {1}, softmax", result, cell)
    if isinstance(cell, int):
        return tr("{0}  ·  neuron {1} of {2}, {3}", result, cell, shape[0], layer_title)
    if len(cell) == 2:
        return tr("{0}  ·  input pixel in row {1}, column {2}", result, *cell)
    return tr("{0}  ·  channel {1}, row {2}, column {3}, {4}", result, *cell, layer_title)


def table_of_softmax(found: SoftmaxQuotient, name: str) -> tuple[list[str], list[list[str]]]:
    """The header and the rows, one for each digit, and one with the sums."""
    header = [tr("digit"), name, f"{name} {_MINUS} max", f"exp({name} {_MINUS} max)", "y"]
    rows = [
        [str(digit), *(f"{value:.2f}".replace("-", _MINUS) for value in (a, shifted)), number(exp, 4), percent(p)]
        for digit, (a, shifted, exp, p) in enumerate(
            zip(*(each.tolist() for each in (found.a, found.shifted, found.exp, found.probabilities)), strict=True)
        )
    ]
    return header, [*rows, ["Σ", "", "", number(found.total, 4), tr("{0} %", f"{100 * found.probabilities.sum():.1f}")]]


def index_text(index: int, in_shape: Shape) -> str:
    """Which input of an Affine layer: "7", or "3, 10, 12" where the input consists of maps."""
    if len(in_shape) == 1:
        return str(index)
    channels, height, width = in_shape
    place = (index // (height * width), index // width % height, index % width)
    return ", ".join(map(str, place[1:] if channels == 1 else place))


def table_of_products(found: AffineSum, names: Names, in_shape: Shape, count: int) -> tuple[list[str], list[list[str]]]:
    """The header and the rows of the largest products."""
    columns: list[FloatArray] = [found.x, found.W, found.products]
    where = (
        tr("neuron") if len(in_shape) == 1 else tr("row, column") if in_shape[0] == 1 else tr("channel, row, column")
    )
    decimals = [decimals_for(*column.tolist()) for column in (found.x, found.W, found.products[found.largest(1)])]
    rows = [
        [index_text(index, in_shape), *(rounded(float(c[index]), d) for c, d in zip(columns, decimals, strict=True))]
        for index in found.largest(count).tolist()
        if found.products[index]
    ]
    return [where, names.input, names.W, f"{names.input} · {names.W}"], rows
