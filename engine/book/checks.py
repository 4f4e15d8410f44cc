"""Checks of arguments: for mistakes that are often made, a sentence that says what came and what is wanted."""

import math
from collections.abc import Mapping

import numpy as np


def check_input(x: np.ndarray, W: np.ndarray) -> None:
    """Refuse an ``x`` that is neither (D,) nor (N, D), where W is (D, M): a ValueError."""
    if x.ndim not in (1, 2) or x.shape[-1] != len(W) or not x.size:
        _refuse(x, W, "W", f"({len(W)},) or (N, {len(W)})")


def check_batch(x: np.ndarray, W: np.ndarray, name: str = "W") -> None:
    """Refuse an ``x`` that is no batch (N, ...) of D numbers each, where W is (D, M) or (D,): a ValueError."""
    if x.ndim < 2 or math.prod(x.shape[1:]) != len(W) or not x.size:
        _refuse(x, W, name, f"a batch (N, {len(W)})")


def _refuse(x: np.ndarray, W: np.ndarray, name: str, wanted: str) -> None:
    D = len(W)
    hint = f". Write x.reshape(-1, {D})" if x.size and x.size % D == 0 else "" if x.size else ". x is empty"
    raise ValueError(f"x of shape {x.shape} does not fit {name} of shape {W.shape}: x must be {wanted}{hint}")


def check_images(x: np.ndarray, channels: int | None = None) -> None:
    """Refuse an ``x`` that is no batch of images (N, C, H, W), with so many channels C: a ValueError."""
    if x.ndim != 4 or channels not in (None, x.shape[1]) or not x.size:
        C = channels or "C"
        hint = "" if x.size else ". x is empty"
        if x.ndim < 4 and x.size and x.size % 784 == 0 and C in (1, "C"):
            hint = ". Images of MNIST: write x.reshape(-1, 1, 28, 28)"
        raise ValueError(f"x of shape {x.shape} is no batch of images: x must be (N, {C}, H, W){hint}")


def check_targets(t: np.ndarray, y: np.ndarray) -> None:
    """Refuse a ``t`` that is neither one-hot in the shape of y, (n,) or (N, n), nor labels (N,): a ValueError.

    Labels are integers from 0 to n - 1, one for each row of y.
    """
    if t.shape == y.shape and y.size:
        return
    rows, classes = (1 if y.ndim == 1 else len(y)), y.shape[-1]
    if not y.size:
        problem = "the batch is empty"
    elif t.size != rows:
        problem = f"t must be labels of shape ({rows},), or one-hot of shape {y.shape}"
    elif not np.issubdtype(t.dtype, np.integer):
        problem = "labels must be integers. Write t.astype(int)"
    elif t.min() < 0 or t.max() >= classes:
        problem = f"its labels are {t.min()} to {t.max()}, and the classes 0 to {classes - 1}"
    else:
        return
    raise ValueError(f"t of shape {t.shape} and type {t.dtype} does not fit y of shape {y.shape}: {problem}")


def check_floats(x: np.ndarray, name: str = "x") -> None:
    """Refuse integers where an array is changed in place, since it would keep no fraction: a ValueError."""
    if not isinstance(x, np.ndarray):
        raise ValueError(f"{name} must be a NumPy array, not {type(x).__name__}: write np.array({name}, dtype=float)")
    if not np.issubdtype(x.dtype, np.floating):
        raise ValueError(
            f"{name} must hold floating point numbers, not {x.dtype}: write 3.0 instead of 3, or {name}.astype(float)"
        )


def check_grads(params: Mapping[str, np.ndarray], grads: Mapping[str, np.ndarray]) -> None:
    """Refuse gradients that do not fit the parameters, and parameters that are integers: a ValueError."""
    for key, W in params.items():
        check_floats(W, key)
        if key not in grads:
            raise ValueError(f"there is no gradient of {key}: grads has {', '.join(grads) or 'nothing'}")
        if np.shape(grads[key]) != W.shape:
            raise ValueError(f"the gradient of {key} has the shape {np.shape(grads[key])}, and {key} has {W.shape}")
