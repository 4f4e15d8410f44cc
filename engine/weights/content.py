"""What a file of weights holds, its arrays and facts, checked: ``Weights``."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

from ..errors import SpecError
from ..i18n import tr, tr_noop
from ..ink.preprocess import PREPROCESSING_VERSION
from ..io.checked_file import WEIGHTS_FORMAT, Arrays, Facts, Fault, check_format, fact, printable, quoted
from ..io.float_arrays import as_float32, check_arrays, check_finite, check_shapes
from ..io.limits import MAX_ACTIVATIONS, MAX_SCORES, MAX_WEIGHTS_BYTES
from ..nn.network import Network
from ..nn.network_spec import ACTIVATIONS, NetworkSpec
from ..types import FloatArray

FORMAT_VERSION = 1
_MAX_NAME, _MAX_SCORE = 200, 1e9

ActivationFrom: TypeAlias = Literal["file", "assumed", "measured", "chosen"]
UNKNOWN_ACTIVATION = tr_noop("The file does not say which activation function its network was trained with")

# What the window calls the book's own files.
NAMES = {
    "sample_weight": "sample_weight (the book's)",
    "simple_convnet_params": "Simple convnet (the book's)",
    "deep_convnet_params": "Deep convnet (the book's)",
}


@dataclass(frozen=True, eq=False)
class Weights:
    """A trained network and facts about it.

    Attributes:
        spec: what the network is.
        params: its arrays by name, float32, C order, finite, in the shapes of ``spec.param_shapes()``.
        name: the displayed name.
        preprocessing: the version of engine.ink.preprocess that made the images the network was trained on.
        training: how they were trained, as JSON values: data, optimizer, lr, epochs, seed, seconds, ...
        scores: what was measured, and the results: {"MNIST test accuracy": 0.976}.
        notes: sentences for the user about how the file was interpreted. They are not saved.
        activation_from: where the activation is from. Of a file without it, it is "assumed", until it is "measured"
            (see ``engine.evaluate.activation_choice``) or "chosen" by a person.

    Raises:
        SpecError: it is no network that reads digits.
    """

    spec: NetworkSpec
    params: dict[str, FloatArray]
    name: str = ""
    preprocessing: int = PREPROCESSING_VERSION
    training: Mapping[str, Any] = field(default_factory=dict)
    scores: Mapping[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    activation_from: ActivationFrom = "file"

    def __post_init__(self) -> None:
        self.spec.check_digits()

    @property
    def activation(self) -> str:
        """The activation between the layers, the first one where there are several; "" where there is none."""
        return next((layer.kind for layer in self.spec.layers if layer.kind in ACTIVATIONS), "")

    def with_activation(self, activation: str, source: ActivationFrom, note: str) -> "Weights":
        """The same weights with another activation; ``note`` says why."""
        layers = tuple(ACTIVATIONS[activation]() if each.kind in ACTIVATIONS else each for each in self.spec.layers)
        notes = (*(note for note in self.notes if not note.startswith(tr(UNKNOWN_ACTIVATION))), note)
        return replace(self, spec=replace(self.spec, layers=layers), notes=notes, activation_from=source)

    def network(self, max_batch: int = 100) -> Network:
        """A new network with these weights."""
        network = Network(self.spec, max_batch)
        network.load(self.params)
        return network


def chosen_note(activation: str) -> str:
    """What a user is told about an activation that a person has chosen."""
    return tr("{0}: {1} was chosen.", tr(UNKNOWN_ACTIVATION), tr(ACTIVATIONS[activation].title))


def checked(arrays: Arrays, facts: Facts | None, stem: str = "") -> Weights:
    """The weights in the arrays and facts of a file.

    Args:
        facts: None for a file with arrays alone.
        stem: the name of the file, of which the weights of a file without facts get theirs.

    Raises:
        Fault: they are of no network that can be built here.
    """
    # As float32 they may take several times the memory of the file: their names and shapes are checked first.
    if 4 * sum(array.size for array in arrays.values()) > MAX_WEIGHTS_BYTES:
        raise Fault(tr("its network is too large for Digit Lab."))
    weights = _from_arrays(arrays, stem) if facts is None else from_facts(arrays, facts)
    _check_size(weights.spec)
    check_shapes(weights.params, weights.spec.param_shapes())
    for name, array in arrays.items():
        check_finite(name, array)
    params = {name: as_float32(name, array) for name, array in weights.params.items()}
    _check_variances(params)
    return replace(weights, params=params)


def from_facts(params: Arrays, facts: Facts) -> Weights:
    """The weights of a file with facts."""
    check_format(facts, WEIGHTS_FORMAT, FORMAT_VERSION)
    preprocessing = fact(facts, "preprocessing", int)
    if preprocessing > PREPROCESSING_VERSION:
        raise Fault(
            tr("its network needs images prepared by a newer version of Digit Lab. Update Digit Lab to open it.")
        )
    scores = fact(facts, "scores", dict)
    if len(scores) > MAX_SCORES or any(abs(fact(scores, name, float)) > _MAX_SCORE for name in scores):
        raise Fault(tr("it has an impossible value for the scores."))
    return Weights(
        spec_of(facts),
        params,
        one_line(fact(facts, "name", str)),
        preprocessing,
        fact(facts, "training", dict),
        {what: score for name, score in scores.items() if _is_possible(what := one_line(name), score)},
    )


def _is_possible(name: str, score: float) -> bool:
    """An accuracy is shown in per cent. Other scores may be any numbers: whoever saves weights may measure anything."""
    return not name.endswith("accuracy") or 0 <= score <= 1


def one_line(name: str) -> str:
    """A name from a file, as it is shown; "" where it has only spaces."""
    return printable(name[:_MAX_NAME]).strip()


def _from_arrays(arrays: Arrays, stem: str) -> Weights:
    """The weights of a file with arrays alone."""
    # Imported only here, because it is rarely needed.
    from .layout import arrange

    layout = arrange(arrays)
    weights = Weights(layout.spec, layout.params, printable(NAMES.get(stem, stem)), notes=layout.notes)
    if layout.activation_known:
        return weights
    note = tr("{0}: Sigmoid was assumed, as in chapters 3 and 4 of the book.", tr(UNKNOWN_ACTIVATION))
    return weights.with_activation("sigmoid", "assumed", note)


def spec_of(facts: Mapping[str, Any]) -> NetworkSpec:
    """The network that ``facts["spec"]`` describes: one that reads digits, as in every file.

    Raises:
        Fault: the description is malformed, or of a network that this version cannot build.
    """
    try:
        spec = NetworkSpec.from_dict(fact(facts, "spec", dict))
        spec.check_digits()
    except (SpecError, OverflowError) as error:
        # A hostile file can make the reason very long, and the text of an OverflowError does not help.
        known = isinstance(error, SpecError) and len(str(error)) < 200
        reason = str(error) if known else tr("Its sizes are not valid.")
        raise Fault(tr("it describes a network that this version cannot build. {0}", reason)) from error
    return spec


def check_params(spec: NetworkSpec, params: Mapping[str, FloatArray]) -> None:
    """Check for exactly the arrays of ``spec``, in its shapes, float32 and finite, and that the network fits into
    memory.

    Raises:
        Fault: they are not.
    """
    _check_size(spec)
    check_arrays(params, spec.param_shapes())
    _check_variances(params)


def _check_variances(params: Mapping[str, FloatArray]) -> None:
    for name, array in params.items():
        if name.startswith("var") and (array < 0).any():
            raise Fault(tr("{0} holds a negative variance. Train again, or choose other weights.", quoted(name)))


def _check_size(spec: NetworkSpec) -> None:
    if spec.output_count() > MAX_ACTIVATIONS:
        raise Fault(tr("its network is too large for Digit Lab."))
