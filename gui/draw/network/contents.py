"""The columns of the diagram: the input, the output of each layer, and the softmax probabilities."""

from dataclasses import dataclass
from enum import Enum, auto

from engine.i18n import tr
from engine.nn.layers import (
    AffineSpec,
    BatchNormalizationSpec,
    ConvolutionSpec,
    DropoutSpec,
    LayerSpec,
    MaxPoolingSpec,
)
from engine.nn.network_spec import ACTIVATIONS, NetworkSpec
from engine.types import CANVAS, CLASSES, Shape

INPUT = -1


class Kind(Enum):
    """How a column looks."""

    IMAGE = auto()
    MAPS = auto()
    NEURONS = auto()
    BARS = auto()


@dataclass(frozen=True)
class Column:
    """Attributes:
    layer: the index of the layer; INPUT, or the number of layers for the softmax.
    kind: how it looks.
    name: of its numbers, "a1".
    operation: what makes them, "W1 b1", "ReLU".
    title: the layer's name, "Affine".
    shape: of its numbers; (1, 28, 28) for the input.
    shape_text: the shape in the network, such as "30 × 24 × 24".
    group: the columns of a group stand close together. Each Affine, Convolution and MaxPooling starts one.
    expendable: the columns with the highest number become narrow first; 0 for one that never does.
    connected: whether it has weights: its numbers are sums of the numbers before.
    """

    layer: int
    kind: Kind
    name: str
    operation: str
    title: str
    shape: Shape
    shape_text: str
    group: int
    expendable: int = 0
    connected: bool = False

    @property
    def count(self) -> int:
        """How many neurons or maps it has."""
        return self.shape[0]


def columns_of(spec: NetworkSpec) -> list[Column]:
    """The columns of a network, from left to right."""
    found = [Column(INPUT, Kind.IMAGE, "x", "", tr("Input"), (1, CANVAS, CANVAS), _text(spec.input_shape), 0)]
    names, shapes, groups = spec.layer_names(), spec.shapes(), spec.param_groups()
    group = 0
    for i, (layer, name, shape) in enumerate(zip(spec.layers, names, shapes, strict=True)):
        starts = isinstance(layer, AffineSpec | ConvolutionSpec | MaxPoolingSpec)
        group += starts
        kind = Kind.MAPS if len(shape) == 3 else Kind.NEURONS
        weights = " ".join(numbered for own, (numbered, _) in groups[i].items() if own in ("W", "b"))
        operation = weights or _operation(layer)
        expendable = _expendable(spec, i)
        connected = isinstance(layer, AffineSpec | ConvolutionSpec)
        found.append(
            Column(i, kind, name, operation, tr(layer.title), shape, _text(shape), group, expendable, connected)
        )
    softmax = Column(
        len(spec.layers), Kind.BARS, "y", "softmax", tr("Softmax"), (CLASSES,), _text((CLASSES,)), group + 1
    )
    return [*found, softmax]


def _text(shape: Shape) -> str:
    return " × ".join(map(str, shape))


def _operation(layer: LayerSpec) -> str:
    """What a layer without weights does, in a word or two."""
    if isinstance(layer, MaxPoolingSpec):
        return tr("max {0} × {0}", layer.size)
    if isinstance(layer, DropoutSpec):
        return f"× {1 - layer.ratio:.3g}"
    return tr("normalised") if isinstance(layer, BatchNormalizationSpec) else tr(layer.title)


def _expendable(spec: NetworkSpec, i: int) -> int:
    """See ``Column``: what says least is made narrow first."""
    layer, later = spec.layers[i], spec.layers[i + 1 :]
    if isinstance(layer, BatchNormalizationSpec | DropoutSpec):
        return 5
    activated = next((each.kind for each in later if not isinstance(each, BatchNormalizationSpec | DropoutSpec)), "")
    if layer.kind in ACTIVATIONS:
        # The pooled maps show the same.
        return 3 if activated == MaxPoolingSpec.kind else 2
    if activated in ACTIVATIONS:
        return 4
    return 1 if later else 0
