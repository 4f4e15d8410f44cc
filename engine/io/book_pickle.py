"""Pickles of NumPy arrays, of weights or of images, read without running any code from them.

A pickle is a program for a small stack machine, and Python's own machine lets it call any function. This one has only
the instructions that a dict of plain arrays needs (in the pickle protocols 2 to 5), and the few names it knows only
describe an array, its bytes or an OrderedDict. It imports nothing, calls nothing, and allocates no more than the size
of the file.

Python's ``pickle.Unpickler`` with a restricted ``find_class`` is not enough: it hashes the keys of dicts, and a file of
300 bytes can build a key (nested tuples that double at each level) whose hash takes practically forever.
"""

import codecs
import contextlib
import io
import mmap
import pickletools
from collections.abc import Callable, Iterator
from typing import Any

from ..i18n import tr
from .checked_file import UNUSED_COUNTER, Arrays, Fault, listed, quoted
from .pickled_arrays import MALFORMED, NO_CALL, OTHER_TYPE, Name, PickledArray, Refused, build, named, reduce

# The book's largest has 571.
_MAX_INSTRUCTIONS = 5_000
# A list of 70,000 labels that are NumPy's numbers takes six for each.
_MAX_DATA_INSTRUCTIONS = 2_000_000
_MAX_VALUES = 500_000
_MAX_DEPTH = 6
# Characters of a name or a text, and bytes of a character.
_MAX_TEXT = 200
_MAX_UTF8 = 4
# Bytes of the name of a function and its module.
_MAX_ARGUMENT = 2 * _MAX_TEXT
# An array may be there under several names: as the test set and as the validation set. How many times larger all arrays
# may be than the file, and the bytes up to which any number of times is accepted.
_MAX_REPEATED, _ANY_REPEATED_BYTES = 4, 32 << 20
# Between two calls of ``check``.
_UNCHECKED_INSTRUCTIONS = 1_000

_INSTRUCTIONS = {each.code.encode("latin1"): each for each in pickletools.opcodes}
# The instructions whose argument may be long: the bytes of its length.
_LENGTHS = {"BINBYTES": 4, "BINBYTES8": 8, "BYTEARRAY8": 8, "BINSTRING": 4, "BINUNICODE": 4, "BINUNICODE8": 8}
# Bytes of a text that are encoded at a time: a text of which one character is no Latin takes four times its bytes.
_PIECE = 1 << 20


def unpack(content: bytes) -> Arrays:
    """The arrays (float16, float32 or float64, read only) by name.

    Raises:
        Fault: the file is anything else than a pickled dict of such arrays.
    """
    try:
        machine = _Machine(len(content))
        _run(machine, io.BytesIO(content), memoryview(content), _MAX_INSTRUCTIONS)
        return machine.result()
    except Refused as refused:
        raise Fault(
            tr("it was refused and nothing in it was run, because {0}. {1}", refused, refused.advice)
        ) from refused


def unpack_data(file: mmap.mmap, check: Callable[[], None]) -> Any:
    """What a pickle of images and labels holds: dicts, tuples, lists, numbers, texts, and arrays of any type of number.

    The arrays are parts of the file, which must stay open; they are read only.

    Args:
        check: called now and then; an exception that it raises cancels.

    Raises:
        Fault: the file holds anything else.
    """
    try:
        machine = _Machine(len(file))
        _run(machine, file, memoryview(file), _MAX_DATA_INSTRUCTIONS, check)
        return machine.data()
    except Refused as refused:
        raise Fault(
            tr(
                "it was refused and nothing in it was run, because {0}. Of pickles, Digit Lab opens "
                "dicts, tuples and lists of NumPy arrays; save other data with numpy.savez.",
                refused,
            )
        ) from refused


def _run(
    machine: "_Machine",
    file: io.BytesIO | mmap.mmap,
    content: memoryview,
    most: int,
    check: Callable[[], None] = lambda: None,
) -> None:
    for number, (name, argument) in enumerate(_instructions(file, content)):
        if number >= most:
            raise Refused(tr("it is longer than any dict of arrays"))
        if number % _UNCHECKED_INSTRUCTIONS == 0:
            check()
        try:
            machine.step(name, argument)
        except (IndexError, KeyError) as error:  # an empty stack, a missing memo
            raise Refused(tr(MALFORMED)) from error
    if file.tell() != len(content):
        raise Refused(tr("something follows its end"))


def _instructions(file: Any, content: memoryview) -> Iterator[tuple[str, Any]]:
    """Name and argument of each; pickletools checks that each lies within the file with all its bytes.

    It is lazy: nothing after a refused instruction is parsed. Long bytes are not copied.
    """
    name = ""
    while name != "STOP":
        try:
            instruction = _INSTRUCTIONS[file.read(1)]
            name = instruction.name
            argument: Any = None
            if name in _LENGTHS:
                length = int.from_bytes(file.read(_LENGTHS[name]), "little")
                start = file.tell()
                argument = content[start : start + length]
                if len(argument) != length:
                    raise Refused(tr(MALFORMED))
                file.seek(start + length)
                if "UNICODE" in name:
                    argument = str(argument, "utf-8") if length <= _MAX_UTF8 * _MAX_TEXT else _LongText(argument)
            elif instruction.arg is not None and _is_short(instruction.arg.n):
                argument = instruction.arg.reader(file)
            elif instruction.arg is not None:
                # pickletools would read a line, or a number, of any length.
                start = file.tell()
                part = io.BytesIO(content[start : start + _MAX_ARGUMENT])
                argument = instruction.arg.reader(part)
                file.seek(start + part.tell())
        except MemoryError:
            raise
        except Exception as error:  # pickletools does not document what it raises for malformed arguments
            raise Refused(tr(MALFORMED)) from error
        yield name, argument


def _is_short(length: int) -> bool:
    """Whether an argument has at most 255 bytes: ``length`` as pickletools says it."""
    return length >= 0 or length == pickletools.TAKEN_FROM_ARGUMENT1


class _LongText:
    """A text that is no name: protocol 2 writes bytes like this. It is decoded only to be encoded again, in pieces."""

    def __init__(self, utf8: memoryview) -> None:
        self._utf8 = utf8

    def __len__(self) -> int:
        """At least the number of characters."""
        return len(self._utf8)

    def encode(self, encoding: str) -> bytes:
        """Raises:
        UnicodeError: it is no UTF-8, or has characters that are not in ``encoding``.
        """
        decoder, encoded = codecs.getincrementaldecoder("utf-8")(), bytearray()
        for start in range(0, len(self._utf8), _PIECE):
            encoded += decoder.decode(self._utf8[start : start + _PIECE]).encode(encoding)
        decoder.decode(b"", final=True)
        return bytes(encoded)


class _Machine:
    """The stack, the stacks below each MARK, and the memo. Values are dicts with str keys, lists, tuples, str, bytes,
    _LongText, int, float, bool, None, and those of pickled_arrays.py."""

    def __init__(self, length: int) -> None:
        """Args:
        length: of the file, in bytes.
        """
        self._length = length
        # How many characters may still be encoded: a file could have the same long text encoded again and again.
        self._unencoded = length
        self._stack: list[Any] = []
        self._marked: list[list[Any]] = []
        self._memo: dict[int, Any] = {}

    def step(self, name: str, argument: Any) -> None:
        """One instruction, under its name in ``pickletools``."""
        stack = self._stack
        match name:
            case "PROTO" | "FRAME" | "STOP":
                pass
            case "EMPTY_DICT" | "EMPTY_LIST":
                stack.append({} if name == "EMPTY_DICT" else [])
            case "APPEND":
                value = stack.pop()
                _extend(stack[-1], [value])
            case "APPENDS":
                self._stack = self._marked.pop()
                _extend(self._stack[-1], stack)
            case "NONE" | "NEWTRUE" | "NEWFALSE":
                stack.append({"NONE": None, "NEWTRUE": True, "NEWFALSE": False}[name])
            case (
                "BININT" | "BININT1" | "BININT2" | "SHORT_BINUNICODE" | "BINUNICODE" | "BINUNICODE8" | "SHORT_BINBYTES"
                | "BINBYTES" | "BINBYTES8" | "BYTEARRAY8" | "BINFLOAT" | "LONG1"
            ):  # fmt: skip
                stack.append(argument)
            case "SHORT_BINSTRING" | "BINSTRING":  # texts and bytes of Python 2
                stack.append(argument)
            case "MARK":
                self._marked.append(stack)
                self._stack = []
            case "EMPTY_TUPLE":
                stack.append(())
            case "TUPLE1" | "TUPLE2" | "TUPLE3":
                length = int(name[-1])
                if len(stack) < length:
                    raise Refused(tr(MALFORMED))
                stack[-length:] = [tuple(stack[-length:])]
            case "TUPLE":
                self._stack = self._marked.pop()
                self._stack.append(tuple(stack))
            case "BINPUT" | "LONG_BINPUT":
                self._memo[argument] = stack[-1]
            case "MEMOIZE":
                self._memo[len(self._memo)] = stack[-1]
            case "BINGET" | "LONG_BINGET":
                stack.append(self._memo[argument])
            case "GLOBAL":
                stack.append(named(argument))
            case "STACK_GLOBAL":
                attribute, module = stack.pop(), stack.pop()
                if type(module) is not str or type(attribute) is not str:
                    raise Refused(tr(MALFORMED))
                stack.append(named(f"{module} {attribute}"))
            case "REDUCE":
                arguments, function = stack.pop(), stack.pop()
                stack.append(self._encode(arguments) if function is Name.ENCODE else reduce(function, arguments))
            case "BUILD":
                state = stack.pop()
                build(stack[-1], state)
            case "SETITEM":
                value, key = stack.pop(), stack.pop()
                _set_items(stack[-1], [key, value])
            case "SETITEMS":
                self._stack = self._marked.pop()
                _set_items(self._stack[-1], stack)
            case _:
                raise Refused(tr("it uses the pickle instruction {0}, which no dict of plain arrays needs", name))

    def _encode(self, arguments: Any) -> bytes:
        """``_codecs.encode(text, "latin1")``, as protocol 2 writes bytes."""
        match arguments:
            case (str() | _LongText() as text, "latin1") if len(text) <= self._unencoded:
                self._unencoded -= len(text)
                with contextlib.suppress(UnicodeError):
                    return text.encode("latin1")
        raise Refused(tr(NO_CALL))

    def data(self) -> Any:
        """The value, with NumPy's arrays."""
        if len(self._stack) != 1 or self._marked:
            raise Refused(tr(MALFORMED))
        self._values = self._bytes = 0
        return self._plain(self._stack[0], _MAX_DEPTH)

    def _plain(self, value: Any, depth: int) -> Any:
        """Limited, because a short file can nest the same list in itself, again and again."""
        self._values += 1
        if not depth or self._values > _MAX_VALUES:
            raise Refused(tr("it is nested deeper than any data"))
        match value:
            case PickledArray(array) if array is not None:
                self._bytes += array.nbytes
                if self._bytes > max(_MAX_REPEATED * self._length, _ANY_REPEATED_BYTES):
                    raise Refused(tr("it holds the same array too often"))
                return array
            case int() | float() | None:
                return value
            case str() | _LongText():
                _check_length(value)
                return value
            case dict():
                return {name: self._plain(item, depth - 1) for name, item in value.items()}
            case list() | tuple():
                return [self._plain(item, depth - 1) for item in value]
        raise Refused(tr("it holds other things than arrays, numbers and texts"))

    def result(self) -> Arrays:
        if len(self._stack) != 1:
            raise Refused(tr(MALFORMED))
        arrays = self._stack[0]
        if type(arrays) is not dict or self._marked:
            raise Refused(tr("it is no dict of arrays"))
        found = {name: array.value for name, array in arrays.items() if isinstance(array, PickledArray)}
        complete = {name: value for name, value in found.items() if value is not None}
        if len(complete) != len(arrays):
            raise Refused(
                tr("it holds other things than arrays: {0}", listed(name for name in arrays if name not in complete))
            )
        for name, value in complete.items():
            if value.dtype.kind != "f" and not name.endswith(UNUSED_COUNTER):
                raise Refused(tr("it holds {0}, an array of {1}", quoted(name), tr(OTHER_TYPE)))
        return {name: value for name, value in complete.items() if not name.endswith(UNUSED_COUNTER)}


def _extend(target: Any, values: list[Any]) -> None:
    """A list is no array, and a message names it."""
    if type(target) is not list:
        raise Refused(tr(MALFORMED))
    target.extend(values)


def _set_items(target: Any, items: list[Any]) -> None:
    if type(target) is not dict or len(items) % 2:
        raise Refused(tr("it is no dict of arrays"))
    for name, value in zip(items[::2], items[1::2], strict=True):
        if isinstance(name, _LongText):
            _check_length(name)
        # Only str, because it hashes fast; and no key twice, because one of the two arrays would be lost.
        if type(name) is not str or name in target:
            raise Refused(tr("its arrays do not each have a name of their own"))
        _check_length(name)
        target[name] = value


def _check_length(text: str | _LongText) -> None:
    if len(text) > _MAX_TEXT:
        raise Refused(tr("it holds a text of more than {0} characters", _MAX_TEXT))
