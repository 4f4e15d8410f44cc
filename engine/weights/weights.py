"""Weights in files: .safetensors (ours), .npz (NumPy's), and the book's pickles, which are read only.

A file may come from a stranger. Whatever is in it, loading it runs no code from it, allocates little more than its
size, and gives a network that can be used or an error of one sentence.
"""

import contextlib
import math
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, TypeAlias

from ..errors import SpecError, WeightsError
from ..i18n import comma_list, tr, tr_noop
from ..ink.preprocess import PREPROCESSING_VERSION
from ..io import npz, safetensors_file
from ..io.checked_file import (
    DAMAGED,
    WEIGHTS_FORMAT,
    Arrays,
    Facts,
    Fault,
    as_float32,
    check_arrays,
    check_format,
    error_context,
    fact,
    open_file,
    printable,
    quoted,
    read_file,
    write_file,
)
from ..io.file_kind import ending_by_content, weights_ending
from ..io.limits import MAX_ACTIVATIONS, MAX_WEIGHTS_BYTES
from ..nn.network import Network
from ..nn.network_spec import ACTIVATIONS, NetworkSpec
from ..types import FloatArray
from .other_formats import check_other_format

FORMAT_VERSION = 1
_MAX_PICKLE_BYTES = 64 << 20
_GZIP, _HEAD = ".gz", 16
_MAX_NAME, _MAX_SCORE = 200, 1e9

ActivationFrom: TypeAlias = Literal["file", "assumed", "measured", "chosen"]
UNKNOWN_ACTIVATION = tr_noop("The file does not say which activation function its network was trained with")


def _unpack_pickle(content: bytes) -> tuple[Arrays, None]:
    # Imported only here, because it is rarely needed.
    from ..io.book_pickle import unpack

    return unpack(content), None


_Pack: TypeAlias = Callable[[Mapping[str, FloatArray], Facts], bytes]
_WRITERS: dict[str, _Pack] = {".safetensors": safetensors_file.pack, ".npz": npz.pack}
_READERS: dict[str, tuple[int, Callable[[bytes], tuple[Arrays, Facts | None]]]] = {
    ".safetensors": (MAX_WEIGHTS_BYTES, safetensors_file.unpack),
    ".npz": (MAX_WEIGHTS_BYTES, npz.unpack),
    ".pkl": (_MAX_PICKLE_BYTES, _unpack_pickle),
    ".pickle": (_MAX_PICKLE_BYTES, _unpack_pickle),
}

# What the window calls the book's own files.
_NAMES = {
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


def load_weights(path: str | Path, activation: str | None = None) -> Weights:
    """The weights in a .safetensors, .npz or .pkl file, or one compressed with gzip, whatever its name.

    A file without our facts is a network of the book, by the names and shapes of its arrays (see ``layout``). Where
    they do not say the activation, it is sigmoid, as in the book's chapters 3 and 4.

    >>> from digit_lab.engine.paths import SHIPPED_FOLDER
    >>> weights = load_weights(SHIPPED_FOLDER / "two-layer.safetensors")
    >>> weights.spec.title, weights.params["W1"].shape
    ('784-50-10 ReLU', (784, 50))
    >>> network = weights.network(max_batch=100)

    Args:
        activation: "sigmoid", "relu" or "tanh", for a file that does not say it.

    Raises:
        WeightsError: there is no such file, or it is damaged, hostile, or of a network that cannot be built here; or it
            says its activation, and another one was given.
    """
    path = Path(path)
    with error_context(path, "opened", WeightsError):
        ending = path.suffix.lower()
        check_other_format(path, ending in _READERS)
        ending = weights_ending(path) or ending
        if ending == _GZIP:
            content = _uncompressed(read_file(path, _MAX_PICKLE_BYTES))
            ending = ending_by_content(content[:_HEAD])
            if not ending:
                raise Fault(tr("what it compresses is no file of weights. Choose another file."))
        elif ending in _READERS:
            content = read_file(path, _READERS[ending][0])
        else:
            raise Fault(tr("weights end in {0}. Choose a file that does.", comma_list(_READERS)))
        weights = _checked(*_READERS[ending][1](content), path.stem.removesuffix(".pkl"))
        if activation is None:
            return weights
        if weights.activation_from == "file":
            if activation == weights.activation:
                return weights
            raise Fault(
                tr(
                    "its network has {0}: no other activation can be chosen. Omit --activation.",
                    tr(ACTIVATIONS[weights.activation].title),
                )
                if weights.activation
                else tr("its network has no hidden layer: no other activation can be chosen. Omit --activation.")
            )
        return weights.with_activation(activation, "chosen", chosen_note(activation))


def chosen_note(activation: str) -> str:
    """What a user is told about an activation that a person has chosen."""
    return tr("{0}: {1} was chosen.", tr(UNKNOWN_ACTIVATION), tr(ACTIVATIONS[activation].title))


def _uncompressed(content: bytes) -> bytes:
    """What a gzip file holds."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        unpacked = unpacker.decompress(content, _MAX_PICKLE_BYTES)
    except zlib.error as error:
        raise Fault(tr(DAMAGED)) from error
    if unpacker.unconsumed_tail:
        raise Fault(tr("unpacked, it is larger than the {0} MB that Digit Lab reads.", _MAX_PICKLE_BYTES >> 20))
    if not unpacker.eof:
        raise Fault(tr(DAMAGED))
    return unpacked


def weights_title(path: str | Path) -> str:
    """The name of the weights in a file, for a list of files: only the file's header is read, not its arrays.

    The file's name without its suffix replaces a name that is empty, missing or cannot be read.
    """
    path = Path(path)
    facts: Facts | None = None
    with contextlib.suppress(Fault):
        match path.suffix.lower():
            case ".safetensors":
                facts = safetensors_file.read_facts(path)
            case ".npz":
                with open_file(path) as (file, _):
                    facts = npz.read_facts(file)
    name = facts.get("name") if facts and facts.get("format") == WEIGHTS_FORMAT else None
    return _one_line(name) if isinstance(name, str) and name else _NAMES.get(path.stem, path.stem)


def save_weights(path: str | Path, weights: Weights) -> None:
    """Write the weights atomically, as .safetensors or .npz by the ending of ``path``.

    >>> network = Network(NetworkSpec.mlp((50,), "relu"))
    >>> save_weights("mine.safetensors", Weights(network.spec, network.params, name="All zero"))
    >>> load_weights("mine.safetensors").name
    'All zero'

    Raises:
        WeightsError: another ending, the file cannot be written, or ``load_weights`` would refuse it. What was at
            ``path`` stays as it was.
    """
    path = Path(path)
    check_writable_name(path)
    with error_context(path, "saved", WeightsError):
        write_file(path, pack_weights(weights, _WRITERS[path.suffix.lower()]))


def pack_weights(weights: Weights, pack: _Pack = safetensors_file.pack) -> bytes:
    """The bytes that ``save_weights`` writes into a file, by default a .safetensors one.

    Raises:
        Fault: ``load_weights`` would refuse it.
    """
    facts = {
        "format": WEIGHTS_FORMAT,
        "format_version": FORMAT_VERSION,
        "name": weights.name,
        "preprocessing": weights.preprocessing,
        "spec": weights.spec.to_dict(),
        "training": dict(weights.training),
        "scores": {name: float(score) for name, score in weights.scores.items()},
    }
    check_params(weights.spec, weights.params)
    _from_facts(weights.params, facts)
    return pack(weights.params, facts)


def unpack_weights(content: bytes) -> Weights:
    """The weights in the bytes of one of our .safetensors files.

    Raises:
        Fault: they are damaged, hostile, or of a network that cannot be built here.
    """
    arrays, facts = safetensors_file.unpack(content)
    return _checked(arrays, facts or {})


def _checked(arrays: Arrays, facts: Facts | None, stem: str = "") -> Weights:
    params = {name: as_float32(name, array) for name, array in arrays.items()}
    weights = _from_arrays(params, stem) if facts is None else _from_facts(params, facts)
    check_params(weights.spec, weights.params)
    return weights


def check_writable_name(path: str | Path) -> None:
    """Check, before hours of training, that ``save_weights`` can write this kind of file.

    Raises:
        WeightsError: the name ends in something else than .safetensors or .npz.
    """
    path = Path(path)
    with error_context(path, "saved", WeightsError):
        if path.suffix.lower() not in _WRITERS:
            raise Fault(tr("weights are written as {0} or {1}. Give the file one of these endings.", *_WRITERS))


def _from_facts(params: Arrays, facts: Facts) -> Weights:
    """The weights of a file with facts."""
    check_format(facts, WEIGHTS_FORMAT, FORMAT_VERSION)
    preprocessing = fact(facts, "preprocessing", int)
    if preprocessing > PREPROCESSING_VERSION:
        raise Fault(
            tr("its network needs images prepared by a newer version of Digit Lab. Update Digit Lab to open it.")
        )
    scores = fact(facts, "scores", dict)
    if any(abs(fact(scores, name, float)) > _MAX_SCORE for name in scores):
        raise Fault(tr("it has an impossible value for the scores."))
    return Weights(
        spec_of(facts),
        params,
        _one_line(fact(facts, "name", str)),
        preprocessing,
        fact(facts, "training", dict),
        {_one_line(name): score for name, score in scores.items()},
    )


def _one_line(name: str) -> str:
    """A name from a file, as it is shown."""
    return printable(name[:_MAX_NAME])


def _from_arrays(arrays: Arrays, stem: str) -> Weights:
    """The weights of a file with arrays alone."""
    # Imported only here, because it is rarely needed.
    from .layout import arrange

    layout = arrange(arrays)
    weights = Weights(layout.spec, layout.params, printable(_NAMES.get(stem, stem)), notes=layout.notes)
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
    if sum(math.prod(shape) for shape in spec.shapes()) > MAX_ACTIVATIONS:
        raise Fault(tr("its network is too large for Digit Lab."))
    check_arrays(params, spec.param_shapes())
    for name, array in params.items():
        if name.startswith("var") and (array < 0).any():
            raise Fault(tr("{0} holds a negative variance. Train again, or choose other weights.", quoted(name)))
