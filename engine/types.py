"""The array types and sizes that the whole engine uses."""

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

# float32 everywhere except in the gradient check, which needs float64.
FloatArray: TypeAlias = npt.NDArray[np.floating[Any]]
ByteArray: TypeAlias = npt.NDArray[np.uint8]
IntArray: TypeAlias = npt.NDArray[np.integer[Any]]

Shape: TypeAlias = tuple[int, ...]

# The side of an image in pixels, and of the canvas in canvas units whatever its size on the screen: x right, y down.
CANVAS = 28
CLASSES = 10
# The label of an image that shows no digit: in training its target is the same probability for every digit.
NO_DIGIT = 10

# This many numbers (256 kB) stay in the cache of a processor core during several passes over them.
IN_CACHE = 65_536
