"""Weight initialisation (the book's chapter 6): with too small weights the signal vanishes, with too large ones it
saturates.
"""

import math
from typing import Literal, get_args

import numpy as np

from engine.errors import SpecError
from engine.types import FloatArray

Init = Literal["he", "xavier", "std"]
INITS: tuple[Init, ...] = get_args(Init)


def check_init(init: str, std: float) -> None:
    """Raises:
    SpecError: there is no initialisation with that name, or none with that standard deviation.
    """
    if init not in INITS:
        raise SpecError(f"There is no initialisation called “{init}”: choose one of {', '.join(INITS)}.")
    if not 0 <= std < math.inf:
        raise SpecError(f"The standard deviation of the initial weights cannot be {std}.")


def initialize_weights(W: FloatArray, init: Init, fan_in: int, std: float, rng: "np.random.Generator") -> None:
    """Fill ``W`` in place with draws from a normal distribution with mean 0.

    Args:
        init: its standard deviation:

            - "he": sqrt(2 / fan_in), for ReLU (He et al. 2015).
            - "xavier": sqrt(1 / fan_in), for sigmoid and tanh (Glorot and Bengio 2010, in the book's form).
            - "std": ``std`` itself, the book's first try.
        fan_in: the inputs of each neuron.
    """
    W[...] = rng.standard_normal(W.shape, dtype=np.float32)
    W *= {"he": math.sqrt(2 / fan_in), "xavier": math.sqrt(1 / fan_in), "std": std}[init]
