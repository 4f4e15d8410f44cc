"""Values of variables as short texts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

# Of an axis, a list or a dictionary with more than twice as many items, so many at both ends are shown.
_EDGE = 3
_DEPTH = 2


@dataclass(frozen=True)
class Snapshot:
    """A value at one moment: what changes it later does not change this.

    Attributes:
        kind: the shape of an array, and its type if that is not float64; "" for other values.
    """

    kind: str
    text: str

    @property
    def whole(self) -> str:
        """Both."""
        return f"{self.kind} {self.text}".lstrip()


def snapshot(value: object, depth: int = 0) -> Snapshot:
    """A value as it is now; arrays, lists and dictionaries are shortened."""
    match value:
        case np.ndarray() if value.ndim:
            dtype = "" if value.dtype == np.float64 else f" {value.dtype}"
            return Snapshot(f"{value.shape}{dtype}", _array(value))
        case np.ndarray() | np.generic():
            return Snapshot("", _number(value.item()))
        case list() | tuple():
            inside = ", ".join(_items([_item(each, depth) for each in _ends(value)], len(value)))
            comma = "," if isinstance(value, tuple) and len(value) == 1 else ""
            return Snapshot("", f"[{inside}]" if isinstance(value, list) else f"({inside}{comma})")
        case dict():
            pairs = [f"{key!r}: {_item(value[key], depth)}" for key in _ends(list(value))]
            return Snapshot("", "{" + ", ".join(_items(pairs, len(value))) + "}")
        case None | bool() | int() | float() | complex() | str():
            return Snapshot("", _number(value))
    return Snapshot("", getattr(value, "__name__", type(value).__name__))


def _number(value: object, digits: int = 7) -> str:
    return f"{value:.{digits}g}" if isinstance(value, float) else repr(value)


def _array(array: np.ndarray) -> str:
    if array.ndim == 0:
        return _number(array.item(), 5)
    return "[" + ", ".join(_items([_array(np.asarray(each)) for each in _ends(array)], len(array))) + "]"


def _item(value: object, depth: int) -> str:
    return "…" if depth >= _DEPTH else snapshot(value, depth + 1).whole


def _ends(items: Sequence[object] | np.ndarray) -> list[object]:
    """The first and the last items, or all where they are few."""
    return list(items) if len(items) <= 2 * _EDGE else [*items[:_EDGE], *items[-_EDGE:]]


def _items(texts: list[str], count: int) -> list[str]:
    """The texts of ``_ends``, with an ellipsis in place of what is left out."""
    return texts if len(texts) == count else [*texts[:_EDGE], "…", *texts[_EDGE:]]
