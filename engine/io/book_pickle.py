"""The weight files of the book: pickles of a dict of NumPy arrays, read without running anything in them.

A pickle is a program for a small stack machine, and Python's own machine lets it call whatever it names. This one
has only the instructions that a dict of plain arrays needs (in the pickle protocols 3 and 4), and the three names it
knows (NumPy's ``_reconstruct``, ``ndarray`` and ``dtype``) stand for descriptions of an array, not for NumPy. It
imports nothing, calls nothing, and makes nothing larger than the file.

Python's ``pickle.Unpickler`` with a restricted ``find_class`` would not do: it hashes the keys of dicts, and a
file of 300 bytes can make a key (a tuple of twice a tuple of twice a tuple ...) whose hash takes for ever.
"""

import enum
import io
import math
import pickletools
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.io.checked_file import Arrays, Fault
from engine.types import FloatArray

# The book's largest has 571.
_MAX_INSTRUCTIONS = 5_000
_MAX_DIMENSIONS = 8


class _Name(enum.Enum):
    """What a file may name."""

    RECONSTRUCT = enum.auto()
    NDARRAY = enum.auto()
    DTYPE = enum.auto()


_NAMES = {
    "numpy.core.multiarray _reconstruct": _Name.RECONSTRUCT,
    "numpy._core.multiarray _reconstruct": _Name.RECONSTRUCT,  # since NumPy 2
    "numpy ndarray": _Name.NDARRAY,
    "numpy dtype": _Name.DTYPE,
}


@dataclass
class _Type:
    """Stands for a dtype: ``code`` "f4", ``order`` "<" or ">" (empty until BUILD says)."""

    code: str
    order: str = ""


@dataclass
class _Array:
    """Stands for an array, and holds it once BUILD has said what it is."""

    value: FloatArray | None = None


class _Refused(Exception):
    """The reason, to follow "because"."""


def unpack(content: bytes) -> Arrays:
    """The arrays (float16, float32 or float64, read only) by name.

    Raises:
        Fault: the file is anything but a pickled dict of such arrays. Nothing in it has been run.
    """
    try:
        return _run(content)
    except Exception as error:  # a malformed program goes wrong in any way: an empty stack, a missing memo, ...
        reason = str(error) if isinstance(error, _Refused) else "it is damaged, cut off, or no pickle"
        raise Fault(
            f"it was refused and nothing in it was run, because {reason}. Of pickles, Digit Lab opens the book's and "
            "others like them; save other weights with numpy.savez."
        ) from error


def _run(content: bytes) -> Arrays:
    """Step through the instructions; pickletools has checked that each lies within the file with all its bytes."""
    machine = _Machine()
    end = 0
    # The parser reads one instruction further only when asked, so a refused one is the last.
    for number, (instruction, argument, position) in enumerate(pickletools.genops(io.BytesIO(content))):
        if number >= _MAX_INSTRUCTIONS:
            raise _Refused("it is longer than any dict of weights")
        machine.step(instruction.name, argument)
        end = (position or 0) + 1
    if end != len(content):
        raise _Refused("something follows its end")
    return machine.result()


class _Machine:
    """The stack, the stacks set aside at a MARK, and the memo. Its values: dicts with text as keys, tuples, text,
    bytes, whole numbers, True, False, None, and the stand-ins above."""

    def __init__(self) -> None:
        self._stack: list[Any] = []
        self._marked: list[list[Any]] = []
        self._memo: dict[int, Any] = {}

    def step(self, name: str, argument: Any) -> None:
        """One instruction, under its name in ``pickletools``."""
        stack = self._stack
        match name:
            case "PROTO" | "FRAME" | "STOP":
                pass
            case "EMPTY_DICT":
                stack.append({})
            case "NONE" | "NEWTRUE" | "NEWFALSE":
                stack.append({"NONE": None, "NEWTRUE": True, "NEWFALSE": False}[name])
            case "BININT" | "BININT1" | "BININT2":
                stack.append(argument)
            case "SHORT_BINUNICODE" | "BINUNICODE" | "BINUNICODE8":
                stack.append(argument)
            case "SHORT_BINBYTES" | "BINBYTES" | "BINBYTES8":
                stack.append(argument)
            case "MARK":
                self._marked.append(stack)
                self._stack = []
            case "EMPTY_TUPLE":
                stack.append(())
            case "TUPLE1" | "TUPLE2" | "TUPLE3":
                self._tuple(int(name[-1]))
            case "TUPLE":
                self._tuple_to_mark()
            case "BINPUT" | "LONG_BINPUT":
                self._memo[argument] = stack[-1]
            case "MEMOIZE":
                self._memo[len(self._memo)] = stack[-1]
            case "BINGET" | "LONG_BINGET":
                stack.append(self._memo[argument])
            case "GLOBAL":
                stack.append(_named(argument))
            case "STACK_GLOBAL":
                attribute, module = stack.pop(), stack.pop()
                if type(module) is not str or type(attribute) is not str:
                    raise _Refused("it is damaged")
                stack.append(_named(f"{module} {attribute}"))
            case "REDUCE":
                arguments, function = stack.pop(), stack.pop()
                stack.append(_made(function, arguments))
            case "BUILD":
                state = stack.pop()
                _build(stack[-1], state)
            case "SETITEM":
                value, key = stack.pop(), stack.pop()
                _set_items(stack[-1], [key, value])
            case "SETITEMS":
                self._stack = self._marked.pop()
                _set_items(self._stack[-1], stack)
            case _:
                raise _Refused(f"it uses the pickle instruction {name}, which no dict of plain arrays needs")

    def result(self) -> Arrays:
        (arrays,) = self._stack
        if type(arrays) is not dict or self._marked:
            raise _Refused("it is no dict of arrays")
        found = {name: array.value for name, array in arrays.items() if isinstance(array, _Array)}
        whole = {name: value for name, value in found.items() if value is not None}
        if len(whole) != len(arrays):
            raise _Refused("it holds other things than arrays")
        return whole

    def _tuple(self, length: int) -> None:
        items = self._stack[-length:]
        if len(items) < length:
            raise _Refused("it is damaged")
        self._stack[-length:] = [tuple(items)]

    def _tuple_to_mark(self) -> None:
        items, self._stack = self._stack, self._marked.pop()
        self._stack.append(tuple(items))


def _named(name: str) -> _Name:
    if name not in _NAMES:
        shown = "".join(c if c.isprintable() else "?" for c in name[:80])
        raise _Refused(f"it asks for “{shown.replace(' ', '.', 1)}”, which is not one of the three names in the book's")
    return _NAMES[name]


def _made(function: Any, arguments: Any) -> _Type | _Array:
    """REDUCE: what ``_reconstruct(ndarray, (0,), b"b")`` and ``dtype("f4", False, True)`` stand for."""
    match function, arguments:
        case _Name.RECONSTRUCT, (_Name.NDARRAY, (0,), b"b"):
            return _Array()
        case _Name.DTYPE, ("f2" | "f4" | "f8" as code, int(), int()):  # the older NumPy of the book wrote 0, 1
            return _Type(code)
        case _Name.DTYPE, _:
            raise _Refused("it holds an array of something else than float16, float32 or float64")
    raise _Refused("it calls something in a way that no array needs")


def _build(target: Any, state: Any) -> None:
    """BUILD: the state that NumPy gives a dtype (its version 3) and an array (its version 1)."""
    match target, state:
        case _Type(order=""), (3, "<" | ">" as order, None, None, None, -1, -1, 0):
            target.order = order
        case _Array(value=None), (1, tuple(shape), _Type(code, "<" | ">" as order), bool(fortran), bytes(data)):
            target.value = _array(shape, np.dtype(order + code), fortran, data)
        case _:
            raise _Refused("it gives something a state that no array has")


def _array(shape: tuple[Any, ...], dtype: np.dtype[np.floating[Any]], fortran: bool, data: bytes) -> FloatArray:
    if len(shape) > _MAX_DIMENSIONS or not all(type(side) is int and side >= 0 for side in shape):
        raise _Refused("it holds an array of a shape that cannot be")
    if math.prod(shape) * dtype.itemsize != len(data):
        raise _Refused("it holds an array whose bytes are not as many as its shape needs")
    return np.frombuffer(data, dtype).reshape(shape, order="F" if fortran else "C")


def _set_items(target: Any, items: list[Any]) -> None:
    if type(target) is not dict or len(items) % 2:
        raise _Refused("it is no dict of arrays")
    for name, value in zip(items[::2], items[1::2], strict=True):
        # Only text, because hashing it ends; and no array twice, because one of the two would be lost.
        if type(name) is not str or name in target:
            raise _Refused("its arrays are not each called by a name of their own")
        target[name] = value
