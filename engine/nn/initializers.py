"""Where the weights start (the book's chapter 6): too small, and the signal dies out; too large, and it saturates."""

import math
from typing import Literal, get_args

import numpy as np

from engine.errors import SpecError
from engine.types import FloatArray

Init = Literal["he", "xavier", "std"]
INITS: tuple[Init, ...] = get_args(Init)


def scale_of(init: Init, fan_in: int, std: float = 0.01) -> float:
    """The standard deviation of the weights of a layer whose neurons have ``fan_in`` inputs.

    - "he": sqrt(2 / fan_in), for ReLU (He et al. 2015).
    - "xavier": sqrt(1 / fan_in), for sigmoid and tanh (Glorot and Bengio 2010, in the book's form).
    - "std": ``std`` itself, the book's first try.
    """
    match init:
        case "he":
            return math.sqrt(2 / fan_in)
        case "xavier":
            return math.sqrt(1 / fan_in)
        case "std":
            return std
    raise SpecError(f"There is no initialisation called “{init}”: choose one of {', '.join(INITS)}.")


def check_init(init: str, std: float) -> None:
    """Raises:
    SpecError: there is no initialisation of that name, or none with that standard deviation.
    """
    if init not in INITS:
        raise SpecError(f"There is no initialisation called “{init}”: choose one of {', '.join(INITS)}.")
    if not 0 <= std < math.inf:
        raise SpecError(f"The standard deviation of the first weights cannot be {std}.")


def normal(W: FloatArray, scale: float, rng: "np.random.Generator") -> None:
    """Fill ``W`` in place with draws from N(0, scale^2)."""
    W[...] = rng.standard_normal(W.shape, dtype=np.float32)
    W *= scale
