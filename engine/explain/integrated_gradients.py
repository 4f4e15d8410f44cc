"""Which pixels speak for a digit and which against it: integrated gradients (Sundararajan, Taly, Yan 2017)."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.nn.network import Network
from engine.types import CANVAS, CLASSES, FloatArray, IntArray

# So many equal pieces are the path's first.
_PIECES = 32
# How far the pixels' sum may be from the difference of the logits, as a part of it ...
_PART = 0.01
# ... or, where the two logits are almost the same, of this: 0.01 of a logit moves no probability by more than 0.25 %,
# while 1 % of the little that is left where dozens cancel out can take thousands of gradients.
_TINY = 1.0


@dataclass(frozen=True, eq=False)
class Attribution:
    """Attributes:
    values: (28, 28) float32, in logits: what each pixel added to the digit's logit, below 0 what it took away.
        Black pixels have 0.
    difference: the digit's logit of the picture less that of the black picture.
    steps: gradients it took.
    """

    values: FloatArray
    difference: float
    steps: int

    @property
    def missing(self) -> float:
        """What the pixels do not account for, in logits."""
        return self.difference - float(self.values.sum(dtype=np.float64))

    @property
    def complete(self) -> bool:
        """The pixels account for the difference up to 1 % of it, or up to 0.01 where it is below 1."""
        return abs(self.missing) <= _tolerance(self.difference)


def integrated_gradients(
    network: Network,
    picture: FloatArray,
    digit: int,
    max_steps: int = 1024,
    keep_going: Callable[[], bool] = lambda: True,
) -> Attribution | None:
    """values = x times the mean of d logit / dx over all pictures a x, a from 0 (black) to 1 (the picture).

    They add up to what the picture adds to the logit. The mean is taken by the trapezoid rule, on pieces as short as
    they have to be: as the logit is known at both ends of a piece, so is the error made on it, and the pieces with the
    largest are halved until the whole is right. (The logit turns where a neuron wakes up, mostly early on the path.
    Equal pieces, or the nodes of Gauss and Legendre, take 5 to 20 times as many gradients.)

    Args:
        picture: (28, 28) in 0..1.
        digit: whose logit.
        max_steps: gradients to make do with, at least 33. What is found then may not be ``complete``.

    Returns:
        None where ``keep_going`` said no: it is asked before each batch of ``network.max_batch`` gradients.

    Raises:
        ValueError: ``digit`` is not 0 to 9.
    """
    if digit not in range(CLASSES):
        raise ValueError(f"{digit} is not one of the digits 0 to 9")
    x = picture.reshape(CANVAS * CANVAS).astype(np.float64)
    # Places on the path, in order, the digit's logit there, and how it grows with each pixel.
    places, logits = np.zeros(0), np.zeros(0)
    gradients: FloatArray = np.zeros((0, x.size), network.dtype)
    new = np.linspace(0, 1, _PIECES + 1)
    while True:
        for start in range(0, len(new), network.max_batch):
            if not keep_going():
                return None
            part = new[start : start + network.max_batch]
            at = np.searchsorted(places, part)
            part_logits, part_gradients = _measured(network, part[:, None] * x, digit)
            places, logits = np.insert(places, at, part), np.insert(logits, at, part_logits)
            gradients = np.insert(gradients, at, part_gradients, axis=0)
        lengths, slopes = np.diff(places), gradients.astype(np.float64) @ x
        errors = np.diff(logits) - lengths * (slopes[1:] + slopes[:-1]) / 2
        difference = float(logits[-1] - logits[0])
        room = max_steps - len(places)
        if abs(errors.sum()) <= _tolerance(difference) or room <= 0:
            break
        pieces = _worst(np.abs(errors))[:room]
        new = np.sort((places[pieces] + places[pieces + 1]) / 2)
    weights = np.zeros(len(places))
    weights[:-1] += lengths / 2
    weights[1:] += lengths / 2
    values = x * (weights @ gradients.astype(np.float64))
    return Attribution(values.astype(np.float32).reshape(CANVAS, CANVAS), difference, len(places))


def _measured(network: Network, x: FloatArray, digit: int) -> tuple[FloatArray, FloatArray]:
    """The digit's logit of each of (n, 784) inputs, (n,), and its gradients (n, 784)."""
    logits = network.logits(x.astype(network.dtype))[:, digit].astype(np.float64)
    dlogits = np.zeros((len(x), CLASSES), network.dtype)
    dlogits[:, digit] = 1
    return logits, network.backward(dlogits).reshape(x.shape)


def _worst(errors: FloatArray) -> IntArray:
    """Where the largest errors are that make up half of their sum."""
    order = np.argsort(-errors, kind="stable")
    so_far = np.cumsum(errors[order])
    return order[: np.searchsorted(so_far, so_far[-1] / 2) + 1]


def _tolerance(difference: float) -> float:
    return _PART * max(abs(difference), _TINY)
