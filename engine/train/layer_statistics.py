"""How the activations and the gradients of a network are distributed, layer by layer (the book's chapter 6)."""

import math
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from ..data.dataset import Dataset
from ..nn.batch_size import fitting_batch
from ..nn.losses import softmax
from ..nn.network import Network
from ..nn.network_spec import NetworkSpec
from ..types import CLASSES, NO_DIGIT, FloatArray, IntArray
from .events import Histogram, LayerStatistics

# Images of the mini-batch, and at most of a part of it.
_IMAGES, _PART = 200, 100
# The ends of the range of an activation: the edges of its histogram.
ENDS = {"sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0)}
_BINS = 40
# The edges leave out such a part of the numbers at each end: a few outliers would squeeze all others into one bin.
_OUTLIERS = 0.005
# More numbers than these make no difference that can be seen.
_MOST = 10_000
_TINY = 1e-30


def statistics_batch(train: Dataset) -> Dataset:
    """The images that all statistics are of: at most 200, from all over the set.

    Args:
        train: the images that are trained on, with the labels that are trained on (``training_set``): the gradients of
            others would not show what the training does.
    """
    step = max(1, len(train) // _IMAGES)
    return train.subset(slice(None, None, step)).subset(slice(_IMAGES))


def layer_statistics(
    spec: NetworkSpec, params: Mapping[str, FloatArray], batch: Dataset, iteration: int, epoch: float
) -> LayerStatistics:
    """The statistics of stored weights: those that ``network_statistics`` gave when the training had them.

    Args:
        batch: its ``statistics_batch``.
        iteration, epoch: when the weights were stored.
    """
    network = Network(spec, fitting_batch(spec, _PART))
    network.load(params)
    return network_statistics(network, batch, iteration, epoch)


def network_statistics(network: Network, batch: Dataset, iteration: int, epoch: float) -> LayerStatistics:
    """In prediction mode: neither the parameters nor the random generator of the network change, only its ``grads``.

    Args:
        network: its ``max_batch`` is at least the ``fitting_batch`` of 100.
        batch: at least one image.
        iteration, epoch: when.
    """
    names, step = network.spec.layer_names(), fitting_batch(network.spec, _PART)
    outputs: list[list[FloatArray]] = [[] for _ in names]
    gradients: dict[str, FloatArray] = {}
    active: dict[str, npt.NDArray[np.bool_]] = {}
    with np.errstate(over="ignore", invalid="ignore"):  # a training may be about to diverge
        for start in range(0, len(batch), step):
            part = slice(start, start + step)
            layers = zip(names, network.spec.layers, outputs, network.outputs(batch.pixels(part)), strict=True)
            for name, layer, found, out in layers:
                # Copies: the layers overwrite what a sample is a view of.
                found.append(sample(out).copy())
                if layer.kind == "relu":
                    # Of each neuron, or of each channel.
                    active[name] = active.get(name, False) | (out != 0).any(axis=(0, *range(2, out.ndim)))
            # Of the mean loss of the batch.
            network.backward(np.subtract(softmax(out), _targets(batch.labels[part])) / len(batch))
            for name, array in network.grads.items():
                if name.startswith("W"):
                    gradients[name] = gradients.get(name, 0) + sample(array)
        activations = tuple(
            (name, histogram(np.concatenate(found), ENDS.get(layer.kind)))
            for name, layer, found in zip(names, network.spec.layers, outputs, strict=True)
        )
        of_gradients: tuple[tuple[str, Histogram], ...] = tuple(
            (name, histogram(values)) for name, values in gradients.items()
        )
    dead = tuple((name, int(np.sum(~each)), len(each)) for name, each in active.items())
    return LayerStatistics(iteration, epoch, activations, of_gradients, dead)


def _targets(labels: IntArray) -> FloatArray:
    """(n, 10) float32: one-hot, and 1 / 10 everywhere for NO_DIGIT, as in training."""
    targets = np.equal(labels[:, None], np.arange(CLASSES)).astype(np.float32)
    targets[labels == NO_DIGIT] = 1 / CLASSES
    return targets


def sample(array: FloatArray) -> FloatArray:
    """(n,): all numbers of an array, or some 5,000 to 10,000 of a larger one, from all over it; a view if possible."""
    flat = array.ravel(order="K")
    step = -(-len(flat) // _MOST)
    # Without a common divisor it is not always the same neuron or pixel.
    while math.gcd(step, len(flat)) > 1:
        step += 1
    return flat[::step]


def histogram(values: FloatArray, ends: tuple[float, float] | None = None) -> Histogram:
    """The histogram of (n,) numbers. Those that are not finite are left out.

    Args:
        ends: the first and the last edge; by default so that about 99 % of the numbers are between them.
    """
    finite = np.isfinite(values)
    ordered = np.sort(values if finite.all() else values[finite])
    if ends is None:
        low, high = (float(ordered[i]) for i in _inner(len(ordered))) if len(ordered) else (0.0, 0.0)
        # Numbers that are (almost) all the same are in the middle.
        largest = max(abs(low), abs(high))
        margin = max(0.5 * largest, _TINY) if high - low <= 1e-6 * largest else 0.0
        ends = low - margin, high + margin
    edges = np.linspace(*ends, _BINS + 1, dtype=np.float32)
    # The last edge belongs to the last bin.
    positions = [*ordered.searchsorted(edges[:-1]), ordered.searchsorted(edges[-1], "right")]
    mean = float(ordered.mean(dtype=np.float64)) if len(ordered) else 0.0
    std = float(ordered.std(dtype=np.float64)) if len(ordered) else 0.0
    return Histogram(np.diff(positions), edges, mean, std)


def _inner(n: int) -> tuple[int, int]:
    """The positions of the lowest and the highest of ``n`` ordered numbers that are no outliers."""
    out = int(n * _OUTLIERS)
    return out, n - 1 - out
