"""The array types that the whole engine speaks."""

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

# float32 everywhere but in the gradient check, which runs in float64.
FloatArray: TypeAlias = npt.NDArray[np.floating[Any]]
ByteArray: TypeAlias = npt.NDArray[np.uint8]
IntArray: TypeAlias = npt.NDArray[np.integer[Any]]

Shape: TypeAlias = tuple[int, ...]

# x right, y down, in canvas units: the canvas is CANVAS x CANVAS whatever its size on the screen.
CANVAS = 28
CLASSES = 10
# The label of a picture that shows none of the digits: learning from it means to hold each to be equally likely.
NO_DIGIT = 10

# So many numbers at a time (256 kB) stay in a processor core's own cache while several passes go over them.
IN_CACHE = 65_536
