"""Values of variables as short texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

# Of an axis of a large array, a list or a dictionary with more than twice as many items, so many at both ends are
# shown; of arrays with three axes and more, only one.
_EDGE = 3
_DEPTH = 2
# Larger arrays are shortened.
_LARGE = 64
_SIMPLE = (type(None), bool, int, float, complex, str)


@dataclass(frozen=True)
class _Array:
    """The items of an array that are shown: of long axes, those at both ends."""

    items: np.ndarray
    shape: tuple[int, ...]


@dataclass(frozen=True)
class _Items:
    """The items of a list, a tuple or a dictionary that are shown, without and with their keys."""

    kind: type
    count: int
    items: list["Snapshot"]
    keys: list[object]


class Snapshot:
    """A value as it was: what changes it later does not change this. The text is made only where it is needed."""

    def __init__(self, value: object, depth: int = 0) -> None:
        self._value = _frozen(value, depth)

    @cached_property
    def kind(self) -> str:
        """The shape of an array, and its type if that is not float64; "" for other values."""
        if not isinstance(self._value, _Array) or not self._value.shape:
            return ""
        dtype = self._value.items.dtype
        return f"{self._value.shape}{'' if dtype == np.float64 else f' {dtype}'}"

    @cached_property
    def text(self) -> str:
        """The value itself; arrays, lists and dictionaries are shortened."""
        match self._value:
            case _Array(items, shape):
                return _array(items, shape)
            case _Items(kind, count, items, keys):
                texts = [item.whole for item in items]
                if kind is dict:
                    texts = [f"{key!r}: {text}" for key, text in zip(keys, texts, strict=True)]
                comma = "," if kind is tuple and count == 1 else ""
                inside = ", ".join(_shortened(texts, count)) + comma
                return f"({inside})" if kind is tuple else f"[{inside}]" if kind is list else f"{{{inside}}}"
        return _number(self._value)

    @property
    def whole(self) -> str:
        """Both."""
        return f"{self.kind} {self.text}".lstrip()


@dataclass(frozen=True)
class _Named:
    """Any other value: the name of a function or of its class."""

    name: str

    def __repr__(self) -> str:
        return self.name


def _frozen(value: object, depth: int) -> object:
    if isinstance(value, np.ndarray):
        return _Array(_edges(value), value.shape)
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, _SIMPLE):
        return value
    if isinstance(value, list | tuple | dict):
        if depth >= _DEPTH:
            return _Named("…")
        keys = _ends(list(value)) if isinstance(value, dict) else []
        items = [value[key] for key in keys] if isinstance(value, dict) else _ends(value)
        kind = next(each for each in (list, tuple, dict) if isinstance(value, each))
        return _Items(kind, len(value), [Snapshot(item, depth + 1) for item in items], keys)
    return _Named(getattr(value, "__name__", type(value).__name__))


def _edges(array: np.ndarray) -> np.ndarray:
    if array.size <= _LARGE:
        return array.copy()
    edge = _EDGE if array.ndim <= 2 else 1
    for axis, length in enumerate(array.shape):
        if length > 2 * edge:
            array = np.take(array, [*range(edge), *range(length - edge, length)], axis)
    return array.copy()


def _array(items: np.ndarray, shape: tuple[int, ...]) -> str:
    if not shape:
        return _number(items.item(), 5)
    texts = [_array(np.asarray(each), shape[1:]) for each in items]
    return f"[{', '.join(_shortened(texts, shape[0]))}]"


def _number(value: object, digits: int = 7) -> str:
    return f"{value:.{digits}g}" if isinstance(value, float) else repr(value)


def _ends(items: Sequence[object]) -> list[object]:
    """The first and the last items, or all where they are few."""
    return list(items) if len(items) <= 2 * _EDGE else [*items[:_EDGE], *items[-_EDGE:]]


def _shortened(texts: list[str], count: int) -> list[str]:
    """The texts of the items at both ends, with an ellipsis in place of what is left out."""
    edge = len(texts) // 2
    return texts if len(texts) == count else [*texts[:edge], "…", *texts[edge:]]
