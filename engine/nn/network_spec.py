"""What a network is, as plain data: its layers, their shapes, and how it is written to files."""

import collections
import dataclasses
import math
from dataclasses import dataclass
from typing import Any, TypeVar

from ..errors import SpecError
from ..i18n import comma_list, tr
from ..io.checked_file import quoted
from ..io.limits import MAX_INPUTS, MAX_LAYERS
from ..types import CANVAS, CLASSES, Shape
from .initializers import Init
from .layers import LAYER_KINDS, AffineSpec, ConvolutionSpec, LayerSpec, ReLUSpec, SigmoidSpec, TanhSpec

# Of a network that reads digits: a row of pixels, or an image with one channel.
INPUT_SHAPES: tuple[Shape, ...] = ((CANVAS * CANVAS,), (1, CANVAS, CANVAS))
ACTIVATIONS: dict[str, type[LayerSpec]] = {spec.kind: spec for spec in (SigmoidSpec, ReLUSpec, TanhSpec)}

# The names of the outputs of layers; those of activations, "z1", have the number of the Affine layer before.
_OUTPUT_NAMES = {
    "affine": "a",
    "convolution": "a",
    "max_pooling": "pool",
    "batch_normalization": "bn",
    "dropout": "dropout",
}

Number = TypeVar("Number", int, float)


@dataclass(frozen=True)
class NetworkSpec:
    """The layers from the input to the logits. Softmax follows and is not listed; after a single logit it is a sigmoid.

    Attributes:
        layers: from input to output. The last one has an output for each class; one output tells two classes apart.
        input_shape: of one input, without the batch: (784,), or (1, 28, 28) before a Convolution layer.

    Raises:
        SpecError: the layers do not fit together, or are too many.
    """

    layers: tuple[LayerSpec, ...]
    input_shape: Shape = (CANVAS * CANVAS,)

    def __post_init__(self) -> None:
        shape = self.input_shape
        if len(shape) not in (1, 3) or min(shape) < 1 or math.prod(shape) > MAX_INPUTS:
            raise SpecError(
                tr("The input must be a row of at most {0:,} numbers or an image, not {1}.", MAX_INPUTS, shape)
            )
        if not 1 <= len(self.layers) <= MAX_LAYERS:
            raise SpecError(tr("A network has from 1 to {0} layers, not {1}.", MAX_LAYERS, len(self.layers)))
        if len(self.shapes()[-1]) != 1:
            raise SpecError(tr("The last layer must have a row of outputs, not the shape {0}.", self.shapes()[-1]))

    @classmethod
    def mlp(
        cls,
        hidden: tuple[int, ...],
        activation: str = "relu",
        init: Init = "he",
        std: float = 0.01,
        *,
        inputs: int = CANVAS * CANVAS,
        outputs: int = CLASSES,
    ) -> "NetworkSpec":
        """Affine layers with an activation between: ``mlp((50, 100), "sigmoid")`` is the book's 784-50-100-10.

        Where ``init`` is "he", the last layer has Xavier initialisation, as no ReLU follows it.

        >>> NetworkSpec.mlp((50, 100), "sigmoid").param_shapes()["W1"]
        (784, 50)
        """
        if activation not in ACTIVATIONS:
            raise SpecError(
                tr("There is no activation called “{0}”: choose one of {1}.", activation, comma_list(ACTIVATIONS))
            )
        layers: list[LayerSpec] = []
        for units in hidden:
            layers += [AffineSpec(units, init, std), ACTIVATIONS[activation]()]
        layers.append(AffineSpec(outputs, "xavier" if init == "he" else init, std))
        return cls(tuple(layers), (inputs,))

    def check_digits(self) -> None:
        """Whether it can read digits: weights files, predictions of drawings and trainings need that.

        Raises:
            SpecError: the input is no image of 28 x 28, or there are not 10 outputs.
        """
        if self.input_shape not in INPUT_SHAPES:
            raise SpecError(tr("The input must be 784 pixels or an image of 1 × 28 × 28, not {0}.", self.input_shape))
        if self.outputs != CLASSES:
            raise SpecError(tr("The last layer must have 10 outputs, one a digit, not the shape ({0},).", self.outputs))

    @property
    def outputs(self) -> int:
        """How many logits it has."""
        return self.shapes()[-1][0]

    def shapes(self) -> list[Shape]:
        """The output shape of each layer, without the batch."""
        shape = self.input_shape
        return [shape := layer.out_shape(shape) for layer in self.layers]

    def param_shapes(self) -> dict[str, Shape]:
        """The parameters by name, numbered as in the book: W1, b1, W2, b2, ..."""
        return {name: shape for group in self.param_groups() for name, shape in group.values()}

    def param_groups(self) -> list[dict[str, tuple[str, Shape]]]:
        """For each layer, its own name of an array ("W") -> the network's name ("W2") and the shape."""
        groups: list[dict[str, tuple[str, Shape]]] = []
        # Each kind of array is counted separately: the third W is W3, the first gamma is gamma1.
        count: collections.Counter[str] = collections.Counter()
        for layer, in_shape in zip(self.layers, [self.input_shape, *self.shapes()], strict=False):
            shapes = layer.param_shapes(in_shape)
            count.update(shapes.keys())
            groups.append({own: (f"{own}{count[own]}", shape) for own, shape in shapes.items()})
        return groups

    def layer_names(self) -> list[str]:
        """A name for the output of each layer, as in the book: a1 = x W1 + b1, z1 = ReLU(a1), then pool1, a2 ...

        A second activation after the same Affine or Convolution layer is z1'. The last layer is mostly a2 or so; y is
        its softmax.
        """
        names: list[str] = []
        count: collections.Counter[str] = collections.Counter()
        for layer in self.layers:
            kind = _OUTPUT_NAMES.get(layer.kind, "z")
            count[kind] += kind != "z"
            name = f"{kind}{count['a' if kind == 'z' else kind]}"
            while name in names:
                name += "'"
            names.append(name)
        return names

    def param_count(self) -> int:
        """The number of parameters."""
        return sum(math.prod(shape) for shape in self.param_shapes().values())

    def output_count(self) -> int:
        """The number of outputs of all layers, for one input."""
        return sum(map(math.prod, self.shapes()))

    def buffer_count(self) -> int:
        """How many numbers the layers keep for one input while they predict: mostly their outputs."""
        shapes = [self.input_shape, *self.shapes()]
        return sum(layer.buffer_count(shape) for layer, shape in zip(self.layers, shapes, strict=False))

    def multiplications(self) -> int:
        """How many multiplications with a W the forward pass of one input takes: an estimate of its time.

        An Affine layer uses each number of its W (in, out) once, a Convolution uses its W (F, C, size, size) at each
        of the OH OW positions of its output.
        """
        return sum(
            math.prod(group["W"][1]) * math.prod(out_shape[1:])
            for group, out_shape in zip(self.param_groups(), self.shapes(), strict=True)
            if "W" in group
        )

    @property
    def title(self) -> str:
        """A short name for people: "784-50-100-10 Sigmoid", "Convolutional 30-100-10 ReLU"."""
        sizes = [layer.units for layer in self.layers if isinstance(layer, AffineSpec)]
        filters = [layer.filters for layer in self.layers if isinstance(layer, ConvolutionSpec)]
        activations = dict.fromkeys(layer.title for layer in self.layers if layer.kind in ACTIVATIONS)
        first = [] if filters else [math.prod(self.input_shape)]
        parts = ["Convolutional" if filters else "", "-".join(map(str, first + filters + sizes)), "/".join(activations)]
        return " ".join(part for part in parts if part)

    def to_dict(self) -> dict[str, Any]:
        """As JSON values, for files."""
        return {
            "input_shape": list(self.input_shape),
            "layers": [{"kind": layer.kind} | dataclasses.asdict(layer) for layer in self.layers],
        }

    @classmethod
    def from_dict(cls, value: Any) -> "NetworkSpec":
        """The inverse of ``to_dict``. Any malformed value is a SpecError."""
        part = "layers"
        try:
            layers = tuple(map(_layer_from_dict, value[part]))
            part = "input_shape"
            return cls(layers, tuple(_number(size, int) for size in value[part]))
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise _malformed(part) from error


def _number(value: Any, kind: type[Number]) -> Number:
    """A JSON number as int or float. An int may stand for a float; a string or a bool is an error."""
    if type(value) is not int and type(value) is not kind:
        raise TypeError(f"{type(value).__name__} instead of {kind.__name__}")
    return kind(value)


def _layer_from_dict(value: Any) -> LayerSpec:
    if type(value) is not dict:
        raise TypeError(f"a layer that is a {type(value).__name__}")
    options = value.copy()
    kind = options.pop("kind")
    if kind not in LAYER_KINDS:
        raise SpecError(tr("This version knows no layer called “{0}”.", str(kind)[:60]))
    types: dict[str, Any] = {field.name: field.type for field in dataclasses.fields(LAYER_KINDS[kind])}
    part = kind
    try:
        for part, option in options.items():
            options[part] = _number(option, types[part]) if types[part] in (int, float) else option
        part = kind
        return LAYER_KINDS[kind](**options)
    # A number that is too long to be printed is a ValueError.
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise _malformed(part) from error


def _malformed(part: str) -> SpecError:
    """The error of a description, in which Python's own words would help nobody."""
    return SpecError(tr("The description of the network is malformed ({0}).", quoted(part)))
