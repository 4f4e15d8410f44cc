"""A map of what a network has learned: the activations of its last hidden layer, in two dimensions.

The directions are the two principal components (Pearson 1901). While a network is trained they turn and change their
signs at random; each projection is therefore rotated so that its points are as near as possible to those of the
projection before (the orthogonal Procrustes problem, Schönemann 1966).
"""

from dataclasses import dataclass

import numpy as np

from ..nn.layers import AffineSpec
from ..nn.network import Network
from ..nn.network_spec import NetworkSpec
from ..types import FloatArray


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
        # In float32 a difference of large activations may overflow.
        return ((activations - self.mean.astype(np.float64)) @ self.axes).astype(np.float32)


def hidden_layers(spec: NetworkSpec) -> int:
    """How many layers come before the last Affine layer: their output is the last hidden one."""
    return max(i for i, layer in enumerate(spec.layers) if isinstance(layer, AffineSpec))


def hidden_activations(network: Network, x: FloatArray) -> FloatArray:
    """The input of the last Affine layer for (n, 784), any n: (n, d)."""
    layers = hidden_layers(network.spec)
    batches = np.split(x, range(network.max_batch, len(x), network.max_batch))
    return np.concatenate([network.output_of(batch, layers).reshape(len(batch), -1) for batch in batches])


def project(activations: FloatArray, before: FloatArray | None = None) -> Projection:
    """The projection on the two principal components.

    Args:
        activations: (n, d), n at least 2.
        before: (n, 2), the points of the same images in the projection before, to which this one is rotated.
    """
    mean = activations.mean(axis=0, dtype=np.float64)
    centred = (activations - mean).astype(np.float64)
    # The smaller of the two products of the centred activations with themselves has the same eigenvalues.
    d, n = centred.shape[1], len(centred)
    values, vectors = np.linalg.eigh(centred.T @ centred if d <= n else centred @ centred.T)
    axes = vectors[:, :-3:-1] if d <= n else centred.T @ vectors[:, :-3:-1]
    if axes.shape[1] < 2:
        axes = np.hstack([axes, np.zeros((d, 2 - axes.shape[1]))])
    axes /= np.maximum(np.linalg.norm(axes, axis=0), np.finfo(float).tiny)
    points = centred @ axes
    size = float(np.sqrt((points**2).sum(axis=1).mean()))
    axes /= size or 1.0
    if before is not None and len(before) == n:
        u, _, vt = np.linalg.svd(points.T @ before)
        axes = axes @ (u @ vt)
    total = float(np.maximum(values, 0).sum())
    explained = float(np.maximum(values[:-3:-1], 0).sum()) / total if total else 0.0
    return Projection(mean.astype(np.float32), axes.astype(np.float32), explained)
