"""Weights in files: .safetensors (ours), .npz (NumPy's), and the book's pickles, which are read only.

A file may come from a stranger. Whatever is in it, loading it runs no code from it, allocates little more than its
size, and gives a network that can be used or an error of one sentence.
"""

import contextlib
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from engine.errors import SpecError, WeightsError
from engine.ink.preprocess import PREPROCESSING_VERSION
from engine.io import npz, safetensors_file
from engine.io.checked_file import (
    MAX_BYTES,
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
    quoted,
    read_file,
    size,
    write_file,
)
from engine.io.file_kind import weights_ending
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import deep_convnet, simple_convnet
from engine.types import CANVAS, CLASSES, FloatArray

FORMAT_VERSION = 1
# Activations of one input, over all layers; a network allocates buffers of a hundred times that.
MAX_ACTIVATIONS = 500_000
_MAX_PICKLE_BYTES = 64 << 20


def _unpack_pickle(content: bytes) -> tuple[Arrays, None]:
    # Imported only here, because it is rarely needed.
    from engine.io.book_pickle import unpack

    return unpack(content), None


_Pack: TypeAlias = Callable[[Mapping[str, FloatArray], Facts], bytes]
_WRITERS: dict[str, _Pack] = {".safetensors": safetensors_file.pack, ".npz": npz.pack}
_READERS: dict[str, tuple[int, Callable[[bytes], tuple[Arrays, Facts | None]]]] = {
    ".safetensors": (MAX_BYTES, safetensors_file.unpack),
    ".npz": (MAX_BYTES, npz.unpack),
    ".pkl": (_MAX_PICKLE_BYTES, _unpack_pickle),
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

    def __post_init__(self) -> None:
        self.spec.check_digits()

    def network(self, max_batch: int = 100) -> Network:
        """A new network with these weights."""
        network = Network(self.spec, max_batch)
        network.load(self.params)
        return network


def load_weights(path: str | Path) -> Weights:
    """The weights in a .safetensors, .npz or (the book's) .pkl file.

    A file without our facts must hold W1, b1, W2, b2, ...; it is loaded as the book's network of those shapes.

    Raises:
        WeightsError: there is no such file, or it is damaged, hostile, or of a network that cannot be built here.
    """
    path = Path(path)
    with error_context(path, "opened", WeightsError):
        ending = path.suffix.lower()
        if ending not in _READERS and path.is_file():
            ending = weights_ending(path)
        if ending not in _READERS:
            raise Fault(f"weights end in {', '.join(_READERS)}. Choose a file that does.")
        max_bytes, unpack = _READERS[ending]
        return _checked(*unpack(read_file(path, max_bytes)), path.stem)


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
    return name if isinstance(name, str) and name else _NAMES.get(path.stem, path.stem)


def save_weights(path: str | Path, weights: Weights) -> None:
    """Write the weights atomically, as .safetensors or .npz by the ending of ``path``.

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
    weights = _from_shapes(params, stem) if facts is None else _from_facts(params, facts)
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
            raise Fault(f"weights are written as {' or '.join(_WRITERS)}. Give the file one of these endings.")


def _from_facts(params: Arrays, facts: Facts) -> Weights:
    """The weights of a file with facts."""
    check_format(facts, WEIGHTS_FORMAT, FORMAT_VERSION)
    preprocessing = fact(facts, "preprocessing", int)
    if preprocessing > PREPROCESSING_VERSION:
        raise Fault("its network needs images prepared by a newer version of Digit Lab. Update Digit Lab to open it.")
    scores = fact(facts, "scores", dict)
    return Weights(
        spec_of(facts),
        params,
        fact(facts, "name", str),
        preprocessing,
        fact(facts, "training", dict),
        {name: fact(scores, name, float) for name in scores},
    )


def _from_shapes(params: Arrays, stem: str) -> Weights:
    """The weights of a file with only the arrays W1, b1, W2, b2, ...: a network of the book, by its shapes."""
    layers = range(1, len(params) // 2 + 1)
    if not params or set(params) != {f"{letter}{number}" for number in layers for letter in "Wb"}:
        names = ", ".join(quoted(name) for name in sorted(params)[:4])
        raise Fault(f"it holds {names or 'no arrays'}, not weights called W1, b1, W2, b2 and so on.")
    name = _NAMES.get(stem, stem)
    if any(array.ndim == 4 for array in params.values()):
        return Weights(_book_convnet(params), params, name)
    sizes = [CANVAS * CANVAS]
    for number in layers:
        W, b = params[f"W{number}"], params[f"b{number}"]
        if W.ndim != 2 or W.shape[0] != sizes[-1] or b.shape != W.shape[1:]:
            raise Fault(
                f"W{number} ({size(W.shape)}) and b{number} ({size(b.shape)}) do not follow {sizes[-1]} inputs. "
                f"A network here has {CANVAS * CANVAS} inputs and {CLASSES} outputs."
            )
        sizes.append(W.shape[1])
    if sizes[-1] != CLASSES:
        raise Fault(f"its network has {sizes[-1]} outputs, and there are {CLASSES} digits. Choose another file.")
    try:
        spec = NetworkSpec.mlp(tuple(sizes[1:-1]), "sigmoid")
    except SpecError as error:
        raise Fault(f"it holds a network that this version cannot build. {error}") from error
    note = (
        "The file does not say which activation function the network was trained with: sigmoid was assumed, as in "
        "chapters 3 and 4 of the book."
    )
    return Weights(spec, params, name, notes=(note,) if len(sizes) > 2 else ())


def _book_convnet(params: Arrays) -> NetworkSpec:
    """One of the two of chapters 7 and 8: the arrays show neither the padding nor the pooling layers."""
    shapes = {name: array.shape for name, array in params.items()}
    for spec in (simple_convnet(), deep_convnet()):
        if spec.param_shapes() == shapes:
            return spec
    raise Fault(
        "it holds a convolutional network that is neither of the book's two, and does not describe its layers. "
        "Save it with its description, as .safetensors from Digit Lab."
    )


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
        reason = str(error) if isinstance(error, SpecError) and len(str(error)) < 200 else "Its sizes are not valid."
        raise Fault(f"it describes a network that this version cannot build. {reason}") from error
    return spec


def check_params(spec: NetworkSpec, params: Mapping[str, FloatArray]) -> None:
    """Check for exactly the arrays of ``spec``, in its shapes, float32 and finite, and that the network fits into
    memory.

    Raises:
        Fault: they are not.
    """
    if sum(math.prod(shape) for shape in spec.shapes()) > MAX_ACTIVATIONS:
        raise Fault("its network is too large for Digit Lab.")
    check_arrays(params, spec.param_shapes())
