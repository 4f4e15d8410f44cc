"""Weight initialisation (the book's chapter 6): with too small weights the signal vanishes, with too large ones it
saturates.
"""

import math
from collections.abc import Mapping
from typing import Literal, get_args

import numpy as np

from ..errors import SpecError
from ..i18n import comma_list, tr
from ..types import FloatArray

Init = Literal["he", "xavier", "std"]
INITS: tuple[Init, ...] = get_args(Init)
# So that every weight is finite.
_MAX_STD = 1e30


def check_init(init: str, std: float) -> None:
    """Raises:
    SpecError: there is no initialisation with that name, or none with that standard deviation.
    """
    if init not in INITS:
        raise SpecError(tr("There is no initialisation called “{0}”: choose one of {1}.", init, comma_list(INITS)))
    if not 0 <= std <= _MAX_STD:
        raise SpecError(tr("The standard deviation of the initial weights cannot be {0}.", std))


def initialize_weights(params: Mapping[str, FloatArray], init: Init, std: float, rng: "np.random.Generator") -> None:
    """Fill "W" in place with draws from a normal distribution with mean 0, and "b" with 0.

    Args:
        init: the standard deviation, where fan_in is the number of inputs of each neuron:

            - "he": sqrt(2 / fan_in), for ReLU (He et al. 2015).
            - "xavier": sqrt(1 / fan_in), for sigmoid and tanh (Glorot and Bengio 2010, in the book's form).
            - "std": ``std`` itself, the book's first example.
    """
    W, b = params["W"], params["b"]
    fan_in = W.size // b.size
    b[...] = 0
    W[...] = rng.standard_normal(W.shape, dtype=np.float32)
    W *= {"he": math.sqrt(2 / fan_in), "xavier": math.sqrt(1 / fan_in), "std": std}[init]
