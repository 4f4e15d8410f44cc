"""Gradients by measuring: the slow way that is hard to get wrong, and the check of backpropagation against it."""

from collections.abc import Callable

import numpy as np

from engine.nn.network import Network
from engine.types import FloatArray, IntArray


def numerical_gradient(f: Callable[[FloatArray], float], x: FloatArray, h: float = 1e-4) -> FloatArray:
    """df/dx_i = (f(x + h e_i) - f(x - h e_i)) / 2h for every element: the central difference.

    Args:
        f: a function of ``x``, which is changed in place and put back, element by element.
        x: an array of any shape; float64 for figures one can trust (float32 rounds the difference away).
        h: the step. 1e-4 is the book's: smaller loses digits to rounding, larger to curvature.

    Returns:
        The gradient, in the shape of ``x``.

    Raises:
        ValueError: ``x`` holds whole numbers, to which no small step can be added.
    """
    if not np.issubdtype(x.dtype, np.floating):
        raise ValueError(f"x must hold floating point numbers, not {x.dtype}: write 3.0 for 3")
    grad = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        value = float(x[i])
        x[i] = value + h
        above = f(x)
        x[i] = value - h
        below = f(x)
        grad[i] = (above - below) / (2 * h)
        x[i] = value
    return grad


def gradient_descent(
    f: Callable[[FloatArray], float], init_x: FloatArray, lr: float = 0.01, step_num: int = 100
) -> tuple[FloatArray, FloatArray]:
    """x <- x - lr df/dx, ``step_num`` times.

    Returns:
        Where it arrived, and the history (step_num + 1, *x.shape) of the points on the way, the first included.
    """
    x = np.array(init_x, dtype=np.float64)
    history = np.empty((step_num + 1, *x.shape))
    history[0] = x
    for i in range(step_num):
        x -= lr * numerical_gradient(f, x)
        history[i + 1] = x
    return x, history


def relative_error(a: FloatArray, b: FloatArray) -> float:
    """norm(a - b) / (norm(a) + norm(b)): 0 for equal arrays, 1 for ones that have nothing in common."""
    scale = float(np.linalg.norm(a)) + float(np.linalg.norm(b))
    return float(np.linalg.norm(a - b)) / scale if scale else 0.0


def gradient_check(network: Network, x: FloatArray, t: IntArray, h: float = 1e-5) -> dict[str, float]:
    """Compare backpropagation with the numerical gradient, for each parameter and for the input.

    Args:
        network: in float64 (``Network(spec, dtype=np.float64)``).
        x: (N, *input shape) float64.
        t: (N,) labels.

    Returns:
        The relative error under the parameter's name ("W1", "b1", ...) and under "x".

    Raises:
        ValueError: the network or ``x`` is not float64, in which the comparison would say nothing.
    """
    if network.dtype != np.float64 or x.dtype != np.float64:
        raise ValueError("a gradient check needs float64: float32 rounds the differences away")
    dx = network.gradient(x, t, input_gradient=True)
    assert dx is not None
    backpropagated = {name: grad.copy() for name, grad in network.grads.items()} | {"x": dx.copy()}
    measured = {
        name: numerical_gradient(lambda _: network.loss(x, t, training=True), array, h)
        for name, array in (network.params | {"x": x}).items()
    }
    return {name: relative_error(backpropagated[name], measured[name]) for name in measured}
