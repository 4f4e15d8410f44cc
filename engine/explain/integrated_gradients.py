"""Which pixels support a digit and which oppose it: integrated gradients (Sundararajan, Taly, Yan 2017)."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..nn.losses import overflowing
from ..nn.network import Network
from ..types import CANVAS, CLASSES, FloatArray, IntArray

# The path begins as this many equal intervals.
_INTERVALS = 32
# How far the sum of the attributions may be from the difference of the logits, relative to it, or to _MIN_DIFFERENCE
# where it is small: an error of 0.01 logits changes no probability by more than 0.25 %, while 1 % of a difference near
# 0, where large attributions cancel, can take thousands of gradients.
_TOLERANCE = 0.01
_MIN_DIFFERENCE = 1.0


@dataclass(frozen=True, eq=False)
class Attribution:
    """Attributes:
    values: (28, 28) float32, in logits: what each pixel adds to the digit's logit, negative where it opposes the digit.
        Black pixels have 0.
    difference: the digit's logit of the image minus that of the black image.
    steps: how many gradients were computed.
    """

    values: FloatArray
    difference: float
    steps: int


@overflowing
def integrated_gradients(
    network: Network,
    image: FloatArray,
    digit: int,
    max_steps: int = 1024,
    keep_going: Callable[[], bool] = lambda: True,
) -> Attribution | None:
    """values = x times the mean of d logit / dx over all images a x, a from 0 (black) to 1 (the image).

    They sum to what the image adds to the logit. The integral is computed by the trapezoid rule with adaptive
    intervals: as the logit is known at both ends of an interval, so is its error, and the intervals with the largest
    errors are halved until the sum is accurate. (The logit bends where a ReLU becomes active, mostly early on the path.
    Equal intervals, or Gauss-Legendre quadrature, take 5 to 20 times as many gradients.)

    Args:
        image: (28, 28) in 0..1.
        digit: whose logit, 0 to 9.
        max_steps: the most gradients, at least 33. With too few the sum is less accurate.

    Returns:
        Where the network overflows, numbers that are not finite. None where ``keep_going`` returned False.
    """
    x = image.reshape(CANVAS * CANVAS).astype(np.float64)
    # Points a on the path, in order, the digit's logit there, and its gradient.
    points, logits = np.zeros(0), np.zeros(0)
    gradients: FloatArray = np.zeros((0, x.size), network.dtype)
    new = np.linspace(0, 1, _INTERVALS + 1)
    while True:
        for start in range(0, len(new), network.max_batch):
            if not keep_going():
                return None
            batch = new[start : start + network.max_batch]
            at = np.searchsorted(points, batch)
            new_logits, new_gradients = _logits_and_gradients(network, batch[:, None] * x, digit)
            points, logits = np.insert(points, at, batch), np.insert(logits, at, new_logits)
            gradients = np.insert(gradients, at, new_gradients, axis=0)
        lengths, slopes = np.diff(points), gradients.astype(np.float64) @ x
        errors = np.diff(logits) - lengths * (slopes[1:] + slopes[:-1]) / 2
        difference = float(logits[-1] - logits[0])
        room = max_steps - len(points)
        if not np.isfinite(errors).all():
            break
        if abs(errors.sum()) <= _TOLERANCE * max(abs(difference), _MIN_DIFFERENCE) or room <= 0:
            break
        intervals = _worst(np.abs(errors))[:room]
        new = np.sort((points[intervals] + points[intervals + 1]) / 2)
    weights = np.zeros(len(points))
    weights[:-1] += lengths / 2
    weights[1:] += lengths / 2
    values = x * (weights @ gradients.astype(np.float64))
    return Attribution(values.astype(np.float32).reshape(CANVAS, CANVAS), difference, len(points))


def _logits_and_gradients(network: Network, x: FloatArray, digit: int) -> tuple[FloatArray, FloatArray]:
    """The digit's logit of each of (n, 784) inputs, (n,), and its gradients (n, 784)."""
    logits = network.logits(x.astype(network.dtype))[:, digit].astype(np.float64)
    dlogits = np.zeros((len(x), CLASSES), network.dtype)
    dlogits[:, digit] = 1
    return logits, network.backward(dlogits).reshape(x.shape)


def _worst(errors: FloatArray) -> IntArray:
    """The indices of the largest errors that make up half of their sum."""
    order = np.argsort(-errors, kind="stable")
    sums = np.cumsum(errors[order])
    return order[: np.searchsorted(sums, sums[-1] / 2) + 1]
