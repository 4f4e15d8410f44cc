"""Events of a training that were computed from a real network, without a training process."""

import numpy as np

from engine.nn.losses import softmax
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.train.events import ArrayStep, Histogram, LayerStatistics, StepDetails
from engine.types import FloatArray, IntArray

_BINS = 60


def network(spec: NetworkSpec, seed: int = 0) -> Network:
    """With initial weights."""
    made = Network(spec)
    made.initialize(np.random.default_rng(seed))
    return made


def histogram(values: FloatArray) -> Histogram:
    """Of all numbers of an array."""
    counts, edges = np.histogram(values, _BINS)
    return Histogram(counts, edges, float(values.mean()), float(values.std()))


def step(network: Network, images: FloatArray, labels: IntArray, lr: float = 0.1, iteration: int = 1) -> StepDetails:
    """One step of SGD with a mini-batch (n, 28, 28); the network has learned from it afterwards."""
    x = images.reshape(len(images), -1)
    y = softmax(network.logits(x))
    losses = -np.log(y[np.arange(len(x)), labels] + 1e-7)
    loss = network.gradient_step(x, labels)
    arrays = tuple(_array_step(name, W, network.grads[name], lr) for name, W in network.params.items())
    network.theta -= lr * network.dtheta
    return StepDetails(iteration, iteration / 600, lr, images, labels, y.argmax(axis=1), losses, loss, arrays)


def _array_step(name: str, W: FloatArray, gradient: FloatArray, lr: float) -> ArrayStep:
    images = None
    if W.ndim == 4:
        images = gradient.reshape(-1, *W.shape[2:])[:100].copy()
    elif W.ndim == 2 and len(W) == 784:
        images = gradient.T.reshape(-1, 28, 28)[:100].copy()
    norms = (float(np.sqrt(np.square(values).mean())) for values in (W, gradient, lr * gradient))
    return ArrayStep(name, histogram(gradient), histogram(-lr * gradient), images, *norms)


def statistics(network: Network, images: FloatArray, labels: IntArray, epoch: float = 0) -> LayerStatistics:
    """Of one mini-batch (n, 28, 28)."""
    x = images.reshape(len(images), -1)
    count = 0
    activations = []
    for layer, values in zip(network.spec.layers, network.activations(x), strict=True):
        count += "W" in layer.param_shapes((1, 28, 28) if layer.kind == "convolution" else (1,))
        activations.append((f"{'a' if layer.kind in ('affine', 'convolution') else 'z'}{count}", histogram(values)))
    network.gradient_step(x, labels)
    gradients = tuple((name, histogram(values)) for name, values in network.grads.items() if name.startswith("W"))
    return LayerStatistics(round(600 * epoch), epoch, tuple(activations), gradients)
