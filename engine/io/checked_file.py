"""What all stored files share: reading one from an untrusted source, and writing one that can be read again.

The readers (safetensors_file, npz, book_pickle) know bytes, not paths. What is wrong with a file is a Fault, which has
no file name; ``error_context`` adds it and raises the error that a user sees. Everything else that these readers
raise, except an OSError, is a bug of the program.
"""

import contextlib
import json
import math
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, Literal, TypeAlias, TypeVar

from ..errors import DigitLabError
from ..errors import printable as printable
from ..i18n import and_list, tr, tr_noop
from ..types import FloatArray, Shape
from .atomic_write import real_target, write_atomically
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
    WEIGHTS_FORMAT: tr_noop("the weights of a network"),
    TRAINING_FORMAT: tr_noop("a checkpoint of a training"),
    RUN_FORMAT: tr_noop("a training run"),
    CURVES_FORMAT: tr_noop("the curves of a training"),
    SETTINGS_FORMAT: tr_noop("the settings of a training"),
}

DAMAGED = tr_noop("it is damaged or cut off. Copy or download it again.")
_MALFORMED = tr_noop("its metadata is malformed. Copy or download it again.")

# A file of ours holds facts (JSON values: format, name, settings ...) besides its arrays. Each is checked before use.
Facts: TypeAlias = dict[str, Any]
Arrays: TypeAlias = dict[str, FloatArray]
T = TypeVar("T")


class Fault(Exception):
    """What is wrong with a file, without its name: "W1 holds NaN." ``error_context`` adds the name."""


def error_context(
    subject: Path | str, what: Literal["opened", "saved", "imported", "exported"], error: type[DigitLabError]
) -> contextlib.AbstractContextManager[None]:
    """A Fault or an OSError inside becomes the ``error`` "<subject> cannot be <what>: <reason>"; of a path it shows the
    name."""
    name = subject if isinstance(subject, str) else subject.name or subject
    return faults_as(error, lambda reason: _not_done(what, name, reason))


def _not_done(what: str, name: object, reason: str) -> str:
    match what:
        case "opened":
            return tr("{0} cannot be opened: {1}", name, reason)
        case "saved":
            return tr("{0} cannot be saved: {1}", name, reason)
        case "imported":
            return tr("{0} cannot be imported: {1}", name, reason)
        case _:
            return tr("{0} cannot be exported: {1}", name, reason)


@contextlib.contextmanager
def faults_as(error: type[DigitLabError], sentence: Callable[[str], str]) -> Iterator[None]:
    """A Fault or an OSError inside becomes the ``error`` with the ``sentence`` of its reason."""
    try:
        yield
    except (Fault, OSError) as fault:
        reason = fault if isinstance(fault, Fault) else _system_fault(fault)
        raise error(sentence(str(reason))) from fault


def _system_fault(error: Exception) -> Fault:
    reason = getattr(error, "strerror", None) or error
    return Fault(tr("the system says “{0}”. Check the folder and the room on the disk.", reason))


def read_file(path: Path, max_bytes: int = MAX_WEIGHTS_BYTES) -> bytes:
    """All of a regular file of 1 to ``max_bytes`` bytes, read once.

    Raises:
        Fault: there is none, it may not be read, it is something else, or too large.
    """
    with open_file(path, max_bytes) as (file, length):
        content = file.read(length + 1)
        if len(content) != length:
            raise Fault(tr("it changed while it was read. Try again."))
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
            raise Fault(tr("it is a folder or a device. Choose a file."))
        if info.st_size > max_bytes:
            raise Fault(
                tr("it is larger than the {0} MB that Digit Lab reads. Choose a smaller file.", max_bytes >> 20)
            )
        if not info.st_size:
            raise Fault(tr("it is empty. Copy or download it again."))
        file = path.open("rb")
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a null character in the name
        raise Fault(tr("there is no such file. Check the name and the folder.")) from None
    except PermissionError:
        raise Fault(tr("it may not be read. Give yourself permission to read it.")) from None
    except OSError as error:
        raise Fault(tr("the system says “{0}”. Check the name and the disk.", error.strerror)) from error
    with file:
        try:
            yield file, info.st_size
        except OSError as error:
            raise Fault(tr("the system says “{0}”. Check the disk.", error.strerror)) from error


def write_file(path: Path, content: bytes, max_bytes: int = MAX_WEIGHTS_BYTES) -> None:
    """Write atomically what ``read_file`` will read.

    Raises:
        Fault: it cannot be written, or is too large to be read again. The file is then as it was.
    """
    if len(content) > max_bytes:
        raise Fault(
            tr("it would be larger than the {0} MB that Digit Lab reads. Use a smaller network.", max_bytes >> 20)
        )
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


def check_writable(path: Path) -> None:
    """Check, before work that takes long, that a file can be written at ``path``. None is made.

    Raises:
        Fault: something else is there.
        OSError: no file can be made in its folder, the name is too long, or it is a link that leads back to itself.
    """
    check_target(path)
    target = real_target(path)
    with tempfile.TemporaryFile(dir=target.parent), contextlib.suppress(FileNotFoundError):
        target.lstat()


def quoted(text: object) -> str:
    """Text from a file in a sentence: in quotes, printable and not long."""
    clean = printable(str(text)[:61])
    return tr("“{0}”", clean if len(clean) <= 60 else f"{clean[:60]}…")


def listed(names: Iterable[object], most: int = 4) -> str:
    """Names from a file in a sentence: “gamma1”, “beta1” and 2 more."""
    quotes = [quoted(name) for name in names]
    more = len(quotes) - most
    if more > 0:
        quotes[most:] = [tr("{0} more", more)]
    return and_list(quotes)


def size(shape: Shape) -> str:
    """784 × 50."""
    return " × ".join(map(str, shape)) if shape else tr("a single number")


def to_json(value: Any) -> str:
    """The text that ``from_json`` reads.

    Raises:
        Fault: something in ``value`` is no JSON value, or is NaN or infinite.
    """
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        text.encode()  # fails for half a surrogate pair
    except (TypeError, ValueError, RecursionError) as error:
        raise Fault(tr("a fact about it is no JSON value ({0}).", error)) from error
    return text


def json_object(text: str | bytes) -> Facts:
    """The strict JSON object in a text.

    Raises:
        Fault: it holds none.
    """
    try:
        value = from_json(text.decode() if isinstance(text, bytes) else text)
    except UnicodeDecodeError as error:
        raise Fault(tr(DAMAGED)) from error
    if type(value) is not dict:
        raise Fault(tr(_MALFORMED))
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
        raise Fault(tr(_MALFORMED)) from error
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
        raise Fault(tr("its metadata is malformed ({0}). Copy or download it again.", quoted(key)))
    return value


def check_format(facts: Mapping[str, Any], expected: str, newest: int) -> None:
    """Check that a file is of the ``expected`` format, in a version that this program knows.

    Raises:
        Fault: it is not.
    """
    found = facts.get("format")
    if found != expected:
        wanted = tr(_CONTENTS[expected])
        if isinstance(found, str) and found in _CONTENTS:
            raise Fault(tr("it holds {0}, not {1}. Choose another file.", tr(_CONTENTS[found]), wanted))
        raise Fault(tr("it holds something else, not {0}. Choose another file.", wanted))
    if fact(facts, "format_version", int) > newest:
        raise Fault(tr("it was written by a newer version of Digit Lab. Update Digit Lab to open it."))
