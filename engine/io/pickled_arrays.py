"""Arrays in pickles, and the few names that may stand in one; ``engine.io.book_pickle`` reads the files."""

import contextlib
import enum
import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..i18n import tr, tr_noop
from ..types import FloatArray
from .checked_file import quoted

_MAX_DIMENSIONS = 8
NO_CALL = tr_noop("it calls something in a way that no array needs")
_NO_STATE = tr_noop("it gives something a state that no array has")
MALFORMED = tr_noop("it is damaged, cut off, or no pickle")
# Of a text of Python 2 in SHORT_BINSTRING.
_MAX_SHORT = 255

# The names that a file may use. NumPy 2 calls numpy.core numpy._core.
Name = enum.Enum("Name", "RECONSTRUCT FROMBUFFER SCALAR NDARRAY DTYPE ORDERED_DICT ENCODE BYTES")
_NAMES = {
    "numpy ndarray": Name.NDARRAY,
    "numpy dtype": Name.DTYPE,
    "collections OrderedDict": Name.ORDERED_DICT,
    # Protocol 2 has no instruction for bytes.
    "_codecs encode": Name.ENCODE,
    "__builtin__ bytes": Name.BYTES,
}
for _core in ("numpy.core", "numpy._core"):
    _NAMES[f"{_core}.multiarray _reconstruct"] = Name.RECONSTRUCT
    _NAMES[f"{_core}.multiarray scalar"] = Name.SCALAR
    _NAMES[f"{_core}.numeric _frombuffer"] = Name.FROMBUFFER

# What saves the arrays of an object that another library pickled.
_SAVEZ = {
    "sklearn": "*model.coefs_, *model.intercepts_",
    "torch": "**{name: array.numpy() for name, array in model.state_dict().items()}",
    "keras": "*model.get_weights()",
    "tensorflow": "*model.get_weights()",
}
# Whole numbers and booleans are parsed as well, so that a message can name the array that holds them.
_CODES = {"f2", "f4", "f8", "b1", *(f"{kind}{size}" for kind in "iu" for size in "1248")}
OTHER_TYPE = tr_noop("something else than float16, float32 or float64")
_ADVICE = tr_noop(
    "Of pickles, Digit Lab opens a dict of arrays, such as the book's; save other weights with numpy.savez."
)


@dataclass
class _Type:
    """Describes a dtype: ``code`` "f4", ``order`` "<" or ">" (empty until BUILD)."""

    code: str
    order: str = ""


@dataclass
class PickledArray:
    """Represents an array; BUILD sets its value."""

    value: FloatArray | None = None


class Refused(Exception):
    """The reason, as a clause after "because", and what to do."""

    def __init__(self, reason: str, advice: str = "") -> None:
        super().__init__(reason)
        self.advice = advice or tr(_ADVICE)


def named(name: str) -> Name:
    """What a module and an attribute, "numpy ndarray", stand for.

    Raises:
        Refused: no array needs it.
    """
    if name not in _NAMES:
        arrays = _SAVEZ.get(name.partition(".")[0], "**network.params")
        raise Refused(
            tr("it asks for {0}, which no dict of arrays needs", quoted(name.replace(" ", ".", 1))),
            tr('Save its arrays in Python with numpy.savez("weights.npz", {0}) and open weights.npz.', arrays),
        )
    return _NAMES[name]


def reduce(function: Any, arguments: Any) -> Any:
    """REDUCE: ``_reconstruct(ndarray, (0,), b"b")``, ``dtype("f4", False, True)``, since protocol 5
    ``_frombuffer(data, dtype, shape, "C")``, and what is only named in a message: a NumPy scalar.

    Raises:
        Refused: no array needs this call.
    """
    match function, arguments:
        case Name.RECONSTRUCT, (Name.NDARRAY, (0,), b"b" | "b"):  # Python 2 wrote a text
            return PickledArray()
        case Name.DTYPE, (str(code), int(), int()) if code in _CODES:  # the older NumPy of the book wrote 0, 1
            return _Type(code)
        case Name.DTYPE, _:
            raise Refused(tr("it holds an array of {0}", tr(OTHER_TYPE)))
        case Name.FROMBUFFER, ((bytes() | memoryview()) as data, _Type() as kind, tuple(shape), "C" | "F" as order):
            return PickledArray(_array(shape, kind, order == "F", data))
        case Name.ORDERED_DICT, ():
            return {}
        case Name.BYTES, ():
            return b""
        case Name.SCALAR, (_Type() as kind, (bytes() | str()) as data):
            return _array((1,), kind, False, _as_bytes(data)).item()
    raise Refused(tr(NO_CALL))


def build(target: Any, state: Any) -> None:
    """BUILD: the state that NumPy gives a dtype (its version 3) and an array (its version 1).

    Raises:
        Refused: it is another state, or that of an impossible array.
    """
    match target, state:
        case _Type(code, ""), (3, "<" | ">" | "|" as order, None, None, None, -1, -1, 0) if (order == "|") == (
            code[1] == "1"
        ):
            target.order = order
        case PickledArray(value=None), (
            1,
            tuple(shape),
            _Type() as kind,
            (bool() | 0 | 1) as fortran,
            (bytes() | memoryview() | str()) as data,
        ):
            target.value = _array(shape, kind, bool(fortran), _as_bytes(data))
        case _:
            raise Refused(tr(_NO_STATE))


def _as_bytes(data: bytes | memoryview | str) -> bytes | memoryview:
    """Python 2 wrote short bytes as a text."""
    if not isinstance(data, str):
        return data
    if len(data) > _MAX_SHORT:
        raise Refused(tr(_NO_STATE))
    with contextlib.suppress(UnicodeEncodeError):
        return data.encode("latin1")
    raise Refused(tr(_NO_STATE))


def _array(shape: tuple[Any, ...], kind: _Type, fortran: bool, data: bytes | memoryview) -> FloatArray:
    if not kind.order:
        raise Refused(tr(_NO_STATE))
    dtype = np.dtype(kind.order + kind.code)
    if len(shape) > _MAX_DIMENSIONS or not all(type(side) is int and side >= 0 for side in shape):
        raise Refused(tr("it holds an array of an impossible shape"))
    if math.prod(shape) * dtype.itemsize != len(data):
        raise Refused(tr("it holds an array whose bytes are not as many as its shape needs"))
    try:
        flat = np.frombuffer(data, dtype)
        flat.flags.writeable = False
        return flat.reshape(shape, order="F" if fortran else "C")
    except (ValueError, OverflowError) as error:  # such as (0, 10**40)
        raise Refused(tr("it holds an array of an impossible shape")) from error
