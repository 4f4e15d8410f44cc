"""Weights in files: .safetensors (ours), .npz (NumPy's), and the book's pickles, which are read only.

A file may come from a stranger. Whatever is in it, loading it runs no code from it, allocates little more than its
size, and gives a network that can be used or an error of one sentence.
"""

import contextlib
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from ..errors import WeightsError
from ..i18n import comma_list, tr
from ..io import npz, safetensors_file
from ..io.checked_file import (
    DAMAGED,
    WEIGHTS_FORMAT,
    Arrays,
    Facts,
    Fault,
    error_context,
    open_file,
    read_file,
    write_file,
)
from ..io.file_kind import ending_by_content, weights_ending
from ..io.limits import MAX_WEIGHTS_BYTES
from ..nn.network_spec import ACTIVATIONS
from ..types import FloatArray
from .content import FORMAT_VERSION, NAMES, Weights, check_params, checked, chosen_note, from_facts, one_line
from .other_formats import check_other_format

_MAX_PICKLE_BYTES = 64 << 20
_GZIP, _HEAD = ".gz", 16


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
        weights = checked(*_READERS[ending][1](content), path.stem.removesuffix(".pkl"))
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
    given = one_line(name) if isinstance(name, str) else ""
    return given or one_line(NAMES.get(path.stem, path.stem))


def save_weights(path: str | Path, weights: Weights) -> None:
    """Write the weights atomically, as .safetensors or .npz by the ending of ``path``.

    >>> from digit_lab.engine.nn.network import Network, NetworkSpec
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
    from_facts(weights.params, facts)
    return pack(weights.params, facts)


def unpack_weights(content: bytes) -> Weights:
    """The weights in the bytes of one of our .safetensors files.

    Raises:
        Fault: they are damaged, hostile, or of a network that cannot be built here.
    """
    arrays, facts = safetensors_file.unpack(content)
    return checked(arrays, facts or {})


def check_writable_name(path: str | Path) -> None:
    """Check, before hours of training, that ``save_weights`` can write this kind of file.

    Raises:
        WeightsError: the name ends in something else than .safetensors or .npz.
    """
    path = Path(path)
    with error_context(path, "saved", WeightsError):
        if path.suffix.lower() not in _WRITERS:
            raise Fault(tr("weights are written as {0} or {1}. Give the file one of these endings.", *_WRITERS))
