"""The network of the playground in the functions of the book: for one point, and as code for a notebook."""

from collections.abc import Callable, Mapping

import numpy as np

from engine.book import affine_layer_forward, relu, sigmoid
from engine.types import FloatArray

_FUNCTIONS: dict[str, Callable[[np.ndarray], np.ndarray]] = {"tanh": np.tanh, "relu": relu, "sigmoid": sigmoid}


def predicted(params: Mapping[str, FloatArray], activation: str, place: tuple[float, float]) -> float:
    """The probability of class 1 at a place (x1, x2).

    Args:
        params: W1, b1, ...
        activation: "tanh", "relu" or "sigmoid".
    """
    out: FloatArray = np.array([place])
    layers = len(params) // 2
    for number in range(1, layers + 1):
        out, _ = affine_layer_forward(out, params[f"W{number}"], params[f"b{number}"])
        if number < layers:
            out = _FUNCTIONS[activation](out)
    return float(sigmoid(out)[0, 0])


def notebook_cell(params: Mapping[str, FloatArray], activation: str, place: tuple[float, float]) -> str:
    """Code that prints what ``predicted`` returns."""
    h = "np.tanh" if activation == "tanh" else activation
    names = {"affine_layer_forward", "sigmoid", *([] if h == "np.tanh" else [h])}
    lines = ["import numpy as np", "", f"from digit_lab.engine.book import {', '.join(sorted(names))}", ""]
    if not all(np.isfinite(array).all() for array in params.values()):
        # After a training that has diverged.
        lines.insert(1, "from numpy import inf, nan")
    lines += [f"{name} = np.array({array.astype(np.float64).tolist()})" for name, array in params.items()]
    lines += ["", f"z0 = np.array([{list(place)}])"]
    layers = len(params) // 2
    for number in range(1, layers + 1):
        lines.append(f"a{number}, _ = affine_layer_forward(z{number - 1}, W{number}, b{number})")
        if number < layers:
            lines.append(f"z{number} = {h}(a{number})")
    return "\n".join([*lines, f"y = sigmoid(a{layers})", "print(y[0, 0])", ""])
