"""A map of what a network has learned: the activations of its last hidden layer, in two dimensions.

The directions are the two principal components (Pearson 1901). While a network is trained they turn and change their
signs at random; each projection is therefore rotated so that its points are as near as possible to those of the
projection before (the orthogonal Procrustes problem, Schönemann 1966).
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..nn.layers import AffineSpec
from ..nn.network import Network
from ..nn.network_spec import NetworkSpec
from ..types import FloatArray

# Activations of all inputs together: 200 MB.
_MOST_ACTIVATIONS = 50_000_000
# Of so many, 8 MB, there are copies as float64 at a time.
_BLOCK = 1_000_000


@dataclass(frozen=True, eq=False)
class Projection:
    """Attributes:
    mean: (d,), of the activations.
    axes: (d, 2). Times the activations without their mean they give points; the root mean square of the points'
        distance from the centre is 1.
    explained: the part of the variance that the two axes have, 0 to 1.
    """

    mean: FloatArray
    axes: FloatArray
    explained: float

    def points(self, activations: FloatArray) -> FloatArray:
        """(n, d) -> (n, 2) float32."""
        return _points(activations, self.mean.astype(np.float64), self.axes).astype(np.float32)


def hidden_layers(spec: NetworkSpec) -> int:
    """How many layers come before the last Affine layer: their output is the last hidden one."""
    return max(i for i, layer in enumerate(spec.layers) if isinstance(layer, AffineSpec))


def most_inputs(spec: NetworkSpec) -> int:
    """For how many inputs the activations of the last hidden layer take little memory: at least 100."""
    return _MOST_ACTIVATIONS // _neurons(spec)


def _neurons(spec: NetworkSpec) -> int:
    return math.prod([spec.input_shape, *spec.shapes()][hidden_layers(spec)])


def hidden_activations(network: Network, x: FloatArray) -> FloatArray:
    """The input of the last Affine layer for (n, 784), any n: (n, d)."""
    layers, step = hidden_layers(network.spec), network.max_batch
    found = np.empty((len(x), _neurons(network.spec)), network.dtype)
    for start in range(0, len(x), step):
        batch = x[start : start + step]
        found[start : start + step] = network.output_of(batch, layers).reshape(len(batch), -1)
    return found


def project(activations: FloatArray, before: FloatArray | None = None) -> Projection:
    """The projection on the two principal components.

    Args:
        activations: (n, d), n at least 2.
        before: (n, 2), the points of the same images in the projection before, to which this one is rotated.
    """
    mean = activations.mean(axis=0, dtype=np.float64)
    n, d = activations.shape
    # The smaller of the two products of the centred activations with themselves has the same eigenvalues.
    if d <= n:
        centred = activations - mean
        values, vectors = np.linalg.eigh(centred.T @ centred)
        axes = vectors[:, :-3:-1]
    else:
        product = np.zeros((n, n))
        for columns in _blocks(d, n):
            centred = activations[:, columns] - mean[columns]
            product += centred @ centred.T
        values, vectors = np.linalg.eigh(product)
        parts = [(activations[:, columns] - mean[columns]).T @ vectors[:, :-3:-1] for columns in _blocks(d, n)]
        axes = np.concatenate(parts)
    if axes.shape[1] < 2:
        axes = np.hstack([axes, np.zeros((d, 2 - axes.shape[1]))])
    axes /= np.maximum(np.linalg.norm(axes, axis=0), np.finfo(float).tiny)
    points = _points(activations, mean, axes)
    size = float(np.sqrt((points**2).sum(axis=1).mean()))
    axes /= size or 1.0
    if before is not None and len(before) == n:
        u, _, vt = np.linalg.svd(points.T @ before)
        axes = axes @ (u @ vt)
    total = float(np.maximum(values, 0).sum())
    explained = float(np.maximum(values[:-3:-1], 0).sum()) / total if total else 0.0
    return Projection(mean.astype(np.float32), axes.astype(np.float32), explained)


def _points(activations: FloatArray, mean: FloatArray, axes: FloatArray) -> FloatArray:
    """(n, d) -> (n, 2) float64, for a mean in float64: in float32 a difference of large activations may overflow."""
    n, d = activations.shape
    return np.concatenate([(activations[rows] - mean) @ axes for rows in _blocks(n, d)])


def _blocks(length: int, width: int) -> Iterator[slice]:
    """Parts of one side of a matrix, so that a copy of each part takes little memory."""
    step = max(1, _BLOCK // width)
    return (slice(start, start + step) for start in range(0, length, step))
