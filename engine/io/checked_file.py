"""What all stored files share: reading one from an untrusted source, and writing one that can be read again.

The readers (safetensors_file, npz, book_pickle) know bytes, not paths. What is wrong with a file is a Fault, which has
no file name; ``error_context`` adds it and raises the error that a user sees. Everything else that these readers
raise, except an OSError, is a bug of the program.
"""

import contextlib
import json
import math
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias, TypeVar

import numpy as np

from ..errors import DigitLabError
from ..i18n import tr
from ..types import FloatArray, Shape
from .atomic_write import write_atomically
from .limits import MAX_WEIGHTS_BYTES

# PyTorch counts the mini-batches of batch normalisation; a prediction does not need it.
UNUSED_COUNTER = "num_batches_tracked"

# Our own formats, and how a message calls their content.
WEIGHTS_FORMAT = "digit-lab weights"
TRAINING_FORMAT = "digit-lab training"
RUN_FORMAT = "digit-lab run"
CURVES_FORMAT = "digit-lab curves"
SETTINGS_FORMAT = "digit-lab settings"
_CONTENTS = {
    WEIGHTS_FORMAT: "the weights of a network",
    TRAINING_FORMAT: "a checkpoint of a training",
    RUN_FORMAT: "a training run",
    CURVES_FORMAT: "the curves of a training",
    SETTINGS_FORMAT: "the settings of a training",
}

DAMAGED = "it is damaged or cut off. Copy or download it again."
_MALFORMED = "its metadata is malformed. Copy or download it again."

# A file of ours holds facts (JSON values: format, name, settings ...) besides its arrays. Each is checked before use.
Facts: TypeAlias = dict[str, Any]
Arrays: TypeAlias = dict[str, FloatArray]
T = TypeVar("T")


class Fault(Exception):
    """What is wrong with a file, without its name: "W1 holds NaN." ``error_context`` adds the name."""


@contextlib.contextmanager
def error_context(subject: Path | str, what: str, error: type[DigitLabError]) -> Iterator[None]:
    """A Fault or an OSError inside becomes the ``error`` "<subject> cannot be <what>: <reason>"; of a path it shows the
    name."""
    try:
        yield
    except (Fault, OSError) as fault:
        name = subject if isinstance(subject, str) else subject.name or subject
        reason = fault if isinstance(fault, Fault) else _system_fault(fault)
        # In one line, whatever is in the file.
        raise error(f"{name} cannot be {what}: {printable(str(reason))}") from fault


def _system_fault(error: Exception) -> Fault:
    reason = getattr(error, "strerror", None) or error
    return Fault(f"the system says “{reason}”. Check the folder and the room on the disk.")


def read_file(path: Path, max_bytes: int = MAX_WEIGHTS_BYTES) -> bytes:
    """All of a regular file of 1 to ``max_bytes`` bytes, read once.

    Raises:
        Fault: there is none, it may not be read, it is something else, or too large.
    """
    with open_file(path, max_bytes) as (file, length):
        content = file.read(length + 1)
        if len(content) != length:
            raise Fault("it changed while it was read. Try again.")
        return content


@contextlib.contextmanager
def open_file(path: Path, max_bytes: int = MAX_WEIGHTS_BYTES) -> Iterator[tuple[BinaryIO, int]]:
    """A regular file of 1 to ``max_bytes`` bytes, opened to be read, and its length.

    Raises:
        Fault: there is none, it may not be read, it is something else, or too large; or an error while it is read.
    """
    try:
        info = path.stat()
        # Checked before it is opened, because opening a named pipe would block.
        if not stat.S_ISREG(info.st_mode):
            raise Fault("it is a folder or a device. Choose a file.")
        if info.st_size > max_bytes:
            raise Fault(f"it is larger than the {max_bytes >> 20} MB that Digit Lab reads. Choose a smaller file.")
        if not info.st_size:
            raise Fault("it is empty. Copy or download it again.")
        file = path.open("rb")
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a null character in the name
        raise Fault("there is no such file. Check the name and the folder.") from None
    except PermissionError:
        raise Fault("it may not be read. Give yourself permission to read it.") from None
    except OSError as error:
        raise Fault(f"the system says “{error.strerror}”. Check the name and the disk.") from error
    with file:
        try:
            yield file, info.st_size
        except OSError as error:
            raise Fault(f"the system says “{error.strerror}”. Check the disk.") from error


def write_file(path: Path, content: bytes, max_bytes: int = MAX_WEIGHTS_BYTES) -> None:
    """Write atomically what ``read_file`` will read.

    Raises:
        Fault: it cannot be written, or is too large to be read again. The file is then as it was.
    """
    if len(content) > max_bytes:
        raise Fault(f"it would be larger than the {max_bytes >> 20} MB that Digit Lab reads. Use a smaller network.")
    check_target(path)
    try:
        write_atomically(path, content)
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        raise _system_fault(error) from error


def check_target(path: Path) -> None:
    """Check that a file may be written at ``path``, or where its symbolic link leads.

    Raises:
        Fault: something else is there: it would be replaced by the file.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):  # nothing is there; where that is not the reason, writing says it
        return
    if stat.S_ISDIR(mode):
        raise Fault(tr("that is a folder. Choose another name."))
    if not stat.S_ISREG(mode):
        raise Fault(tr("that is a device, a socket or a named pipe, and not a file. Choose another name."))


def printable(text: str) -> str:
    """Text from a file in one line, with a question mark for each character that cannot be shown."""
    return "".join(c if c.isprintable() else "?" for c in text)


def quoted(text: object) -> str:
    """Text from a file in a sentence: in quotes, printable and not long."""
    clean = printable(str(text)[:61])
    return f"“{clean}”" if len(clean) <= 60 else f"“{clean[:60]}…”"


def listed(names: Iterable[object], most: int = 4) -> str:
    """Names from a file in a sentence: “gamma1”, “beta1” and 2 more."""
    quotes = [quoted(name) for name in names]
    more = len(quotes) - most
    if more > 0:
        quotes[most:] = [f"{more} more"]
    return " and ".join(filter(None, [", ".join(quotes[:-1]), quotes[-1]]))


def size(shape: Shape) -> str:
    """784 × 50."""
    return " × ".join(map(str, shape)) if shape else "a single number"


def to_json(value: Any) -> str:
    """The text that ``from_json`` reads.

    Raises:
        Fault: something in ``value`` is no JSON value, or is NaN or infinite.
    """
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        text.encode()  # fails for half a surrogate pair
    except (TypeError, ValueError, RecursionError) as error:
        raise Fault(f"a fact about it is no JSON value ({error}).") from error
    return text


def json_object(text: str | bytes) -> Facts:
    """The strict JSON object in a text.

    Raises:
        Fault: it holds none.
    """
    try:
        value = from_json(text.decode() if isinstance(text, bytes) else text)
    except UnicodeDecodeError as error:
        raise Fault(DAMAGED) from error
    if type(value) is not dict:
        raise Fault(_MALFORMED)
    return value


def from_json(text: str) -> Any:
    """Strict JSON: no NaN, no infinity (1e999), no key twice in an object, no half of a surrogate pair.

    Raises:
        Fault: the text is anything else.
    """
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_float=_finite, parse_constant=_finite)
        json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise Fault(_MALFORMED) from error
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("duplicate key")
    return result


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text} is not finite")
    return value


def fact(facts: Mapping[str, Any], key: str, kind: type[T]) -> T:
    """``facts[key]``, which must be there and of exactly this type (a JSON true is not a number).

    Raises:
        Fault: it is not.
    """
    value = facts.get(key)
    if type(value) is not kind:
        raise Fault(f"its metadata is malformed (“{key}”). Copy or download it again.")
    return value


def check_format(facts: Mapping[str, Any], expected: str, newest: int) -> None:
    """Check that a file is of the ``expected`` format, in a version that this program knows.

    Raises:
        Fault: it is not.
    """
    found = facts.get("format")
    if found != expected:
        holds = _CONTENTS.get(found, "something else") if isinstance(found, str) else "something else"
        raise Fault(f"it holds {holds}, not {_CONTENTS[expected]}. Choose another file.")
    if fact(facts, "format_version", int) > newest:
        raise Fault("it was written by a newer version of Digit Lab. Update Digit Lab to open it.")


def check_arrays(arrays: Mapping[str, FloatArray], shapes: Mapping[str, Shape]) -> None:
    """Check that the arrays have exactly these names and shapes, and are float32 and finite.

    Raises:
        Fault: they are not.
    """
    for name, shape in shapes.items():
        if name not in arrays:
            raise Fault(f"its array {name} is missing. Copy or download it again.")
        if arrays[name].shape != shape:
            raise Fault(f"{name} is {size(arrays[name].shape)}, and should be {size(shape)}.")
    for name, array in arrays.items():
        if name not in shapes:
            raise Fault(f"it holds an array {quoted(name)} that does not belong there.")
        if array.dtype != np.float32:
            raise Fault(f"{name} is of type {array.dtype}, not float32.")
        _check_finite(name, array)


def as_float32(name: str, array: FloatArray) -> FloatArray:
    """A copy as float32, native and in C order.

    Raises:
        Fault: it holds NaN, infinity, or a number that float32 cannot hold.
    """
    _check_finite(name, array)
    with np.errstate(over="ignore"):
        result = np.array(array, np.float32, order="C")
    if not np.isfinite(result).all():
        raise Fault(f"{quoted(name)} holds a number too large for float32. Choose other weights.")
    return result


def _check_finite(name: str, array: FloatArray) -> None:
    if not np.isfinite(array).all():
        found = "NaN (not a number)" if np.isnan(array).any() else "an infinite number"
        raise Fault(f"{quoted(name)} holds {found}, so it cannot be used. Train again, or choose other weights.")
