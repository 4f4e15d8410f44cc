"""Arrays from a file: exactly those that belong there, finite, and as float32."""

from collections.abc import Mapping

import numpy as np

from ..i18n import tr
from ..types import FloatArray, Shape
from .checked_file import Fault, quoted, size


def check_shapes(arrays: Mapping[str, FloatArray], shapes: Mapping[str, Shape]) -> None:
    """Check that the arrays have exactly these names and shapes.

    Raises:
        Fault: they have not.
    """
    for name, shape in shapes.items():
        if name not in arrays:
            raise Fault(tr("its array {0} is missing. Copy or download it again.", name))
        if arrays[name].shape != shape:
            raise Fault(tr("{0} is {1}, and should be {2}.", name, size(arrays[name].shape), size(shape)))
    for name in arrays:
        if name not in shapes:
            raise Fault(tr("it holds an array {0} that does not belong there.", quoted(name)))


def check_arrays(arrays: Mapping[str, FloatArray], shapes: Mapping[str, Shape]) -> None:
    """Check that the arrays have exactly these names and shapes, and are float32 and finite.

    Raises:
        Fault: they are not.
    """
    check_shapes(arrays, shapes)
    for name, array in arrays.items():
        if array.dtype != np.float32:
            raise Fault(tr("{0} is of type {1}, not float32.", name, array.dtype))
        check_finite(name, array)


def as_float32(name: str, array: FloatArray) -> FloatArray:
    """A copy of a finite array as float32, native and in C order.

    Raises:
        Fault: it holds a number that float32 cannot hold.
    """
    with np.errstate(over="ignore"):
        result = np.array(array, np.float32, order="C")
    if not np.isfinite(result).all():
        raise Fault(tr("{0} holds a number too large for float32. Choose other weights.", quoted(name)))
    return result


def check_finite(name: str, array: FloatArray) -> None:
    """Check that an array holds neither NaN nor infinity.

    Raises:
        Fault: it does.
    """
    if not np.isfinite(array).all():
        raise Fault(
            tr(
                "{0} holds NaN (not a number), so it cannot be used. Train again, or choose other weights.",
                quoted(name),
            )
            if np.isnan(array).any()
            else tr(
                "{0} holds an infinite number, so it cannot be used. Train again, or choose other weights.",
                quoted(name),
            )
        )
