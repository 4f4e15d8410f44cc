"""The list of layers as texts in fields, valid or not, and what follows from it; no widget.

A network is a tuple of drafts. Its output is the last Affine layer, which has 10 neurons.
"""

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from engine.errors import SpecError
from engine.i18n import tr, tr_n
from engine.io.limits import MAX_ACTIVATIONS, MAX_LAYERS, MAX_PARAMETERS
from engine.nn.layers import (
    LAYER_KINDS,
    AffineSpec,
    BatchNormalizationSpec,
    ConvolutionSpec,
    DropoutSpec,
    LayerSpec,
    MaxPoolingSpec,
    ReLUSpec,
    SigmoidSpec,
    TanhSpec,
)
from engine.nn.network_spec import INPUT_SHAPES, NetworkSpec
from engine.types import Shape
from gui.training.form import number_text
from gui.training.network.descriptions import about, field_title, shape_text, title

# A new layer of each kind, in the order in which they are offered.
NEW: dict[str, LayerSpec] = {
    layer.kind: layer
    for layer in (
        AffineSpec(100),
        ConvolutionSpec(16),
        MaxPoolingSpec(),
        ReLUSpec(),
        SigmoidSpec(),
        TanhSpec(),
        BatchNormalizationSpec(),
        DropoutSpec(),
    )
}
# The fields of each kind, line by line, and their widths in twelfths of the line. BatchNormalization has none: it keeps
# its settings.
FIELDS: dict[str, tuple[dict[str, int], ...]] = {
    "affine": ({"units": 3, "init": 6, "std": 3},),
    "convolution": ({"filters": 3, "size": 3, "stride": 3, "pad": 3}, {"init": 6, "std": 6}),
    "max_pooling": ({"size": 6},),
    "dropout": ({"ratio": 6},),
}
_IMAGE_KINDS = ("convolution", "max_pooling")


@dataclass(frozen=True)
class Draft:
    """A layer as texts.

    Attributes:
        kind: one of LAYER_KINDS.
        texts: of each setting, also of those without a field.
    """

    kind: str
    texts: Mapping[str, str]

    def with_text(self, setting: str, text: str) -> "Draft":
        """A copy with another text in one field."""
        return Draft(self.kind, {**self.texts, setting: text})


Drafts: TypeAlias = tuple[Draft, ...]


@dataclass(frozen=True)
class LayerFacts:
    """What follows from the list for one layer.

    Attributes:
        layer: None while a field is wrong.
        wrong: the sentence for each field that is wrong.
        problem: why the layer cannot be at its position, or "".
        shape: of its output; None where this or a layer before it is impossible.
        arrays: the shapes of its parameters, by the book's names.
    """

    layer: LayerSpec | None
    wrong: Mapping[str, str]
    problem: str = ""
    shape: Shape | None = None
    arrays: Mapping[str, Shape] = dataclasses.field(default_factory=dict)

    @property
    def parameters(self) -> int:
        """How many parameters it has."""
        return sum(math.prod(shape) for shape in self.arrays.values())

    @property
    def multiplications(self) -> int:
        """Multiplications with a W for one image, see ``NetworkSpec.multiplications``."""
        positions = math.prod(self.shape[1:]) if self.shape is not None else 0
        return math.prod(self.arrays.get("W", (0,))) * positions

    @property
    def error(self) -> str:
        """The one sentence to show, or ""."""
        return next(iter(self.wrong.values()), self.problem)


@dataclass(frozen=True)
class NetworkFacts:
    """What follows from the list for the network.

    Attributes:
        input_shape: (784,), or (1, 28, 28) where a layer takes an image.
        layers: in the order of the drafts.
        parameters, multiplications: the totals; None while a layer is impossible.
        spec: the network; None while it cannot be trained.
        error: why not, in one sentence, or "".
    """

    input_shape: Shape
    layers: tuple[LayerFacts, ...]
    parameters: int | None = None
    multiplications: int | None = None
    spec: NetworkSpec | None = None
    error: str = ""

    @property
    def too_large(self) -> bool:
        """Whether its size is the only error."""
        return self.parameters is not None and self.spec is None


def draft_of(layer: LayerSpec) -> Draft:
    """A layer as texts; ``str`` of a float is exact."""
    return Draft(layer.kind, {name: str(value) for name, value in dataclasses.asdict(layer).items()})


def drafts_of(spec: NetworkSpec) -> Drafts:
    """All layers of a network as texts."""
    return tuple(draft_of(layer) for layer in spec.layers)


def unused(draft: Draft) -> set[str]:
    """The settings that make no difference, because of another one."""
    return {"std"} if draft.texts.get("init", "std") != "std" else set()


def layer_of(draft: Draft) -> tuple[LayerSpec | None, dict[str, str]]:
    """The layer, or None; and the sentence for each setting that is wrong."""
    new = layer = NEW[draft.kind]
    wrong: dict[str, str] = {}
    for field in dataclasses.fields(new):
        name, usual = field.name, getattr(new, field.name)
        text = draft.texts[name]
        try:
            value = text if isinstance(usual, str) else number_text.number(text, type(usual))
            # Alone in a valid layer: then the engine's sentence is about this setting.
            dataclasses.replace(new, **{name: value})
            layer = dataclasses.replace(layer, **{name: value})
        except ValueError:
            whole, any_number = tr("{0}: write a whole number, such as {1}."), tr("{0}: write a number, such as {1}.")
            wrong[name] = (whole if isinstance(usual, int) else any_number).format(field_title(name)[0], usual)
        except SpecError as error:
            wrong[name] = str(error)
    wrong = {name: sentence for name, sentence in wrong.items() if name not in unused(draft)}
    return (None if wrong else layer), wrong


def facts_of(drafts: Drafts) -> NetworkFacts:
    """The shapes, up to the first impossible layer, and what follows from them."""
    in_shape = input_shape(drafts)
    shape: Shape | None = in_shape
    layers: list[LayerFacts] = []
    for draft in drafts:
        layers.append(_layer_facts(draft, shape))
        shape = layers[-1].shape
    error = next((facts.error for facts in layers if facts.error), "")
    if error:
        return NetworkFacts(in_shape, tuple(layers), error=error)
    spec = NetworkSpec(tuple(facts.layer for facts in layers if facts.layer is not None), in_shape)
    parameters = spec.param_count()
    if parameters > MAX_PARAMETERS:
        error = tr("Too large: at most {0:,} parameters.", MAX_PARAMETERS)
    elif spec.output_count() > MAX_ACTIVATIONS:
        error = tr("Too large: at most {0:,} outputs of all layers together.", MAX_ACTIVATIONS)
    return NetworkFacts(in_shape, tuple(layers), parameters, spec.multiplications(), None if error else spec, error)


def _layer_facts(draft: Draft, in_shape: Shape | None) -> LayerFacts:
    layer, wrong = layer_of(draft)
    if layer is None or in_shape is None:
        return LayerFacts(layer, wrong)
    if draft.kind in _IMAGE_KINDS and len(in_shape) != 3:
        problem = tr(
            "A {0} layer takes images; after an Affine layer there are only vectors: move it up.",
            title(draft.kind),
        )
        return LayerFacts(layer, wrong, problem)
    try:
        return LayerFacts(layer, wrong, "", layer.out_shape(in_shape), layer.param_shapes(in_shape))
    except SpecError as error:
        return LayerFacts(layer, wrong, str(error))


def input_shape(drafts: Drafts) -> Shape:
    """An image where a layer before the first Affine layer takes one, otherwise a vector of pixels."""
    for draft in drafts:
        if draft.kind == "affine":
            break
        if draft.kind in _IMAGE_KINDS:
            return INPUT_SHAPES[1]
    return INPUT_SHAPES[0]


def reshapes(kind: str) -> bool:
    """Whether the output of a kind of layer can have another shape than its input."""
    return LAYER_KINDS[kind].out_shape is not LayerSpec.out_shape


def total_note(facts: NetworkFacts) -> str:
    """The text below the total of the parameters."""
    if facts.too_large:
        return facts.error
    if facts.error:
        return tr("Fix the highlighted layers to see the total.")
    text = tr_n("%n multiplication(s) per image", None, facts.multiplications or 0)
    return text if len(facts.layers) < MAX_LAYERS else tr("{0}\n{1} layers: there can be no more.", text, MAX_LAYERS)


def note(draft: Draft, facts: LayerFacts) -> str:
    """The parameters of a layer and what they cost: "W 784 × 50, b 50"; or what it does where it has none."""
    arrays = ", ".join(f"{name} {shape_text(shape)}" for name, shape in facts.arrays.items())
    if "W" not in facts.arrays:
        return "\n".join(line for line in (about(draft.kind), arrays) if line)
    return tr_n("{0}\n%n multiplication(s) per image", None, facts.multiplications, arrays)
