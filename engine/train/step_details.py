"""What one step of a training computes, kept to be looked at: the mini-batch, the losses, the gradients, the update."""

import numpy as np

from ..nn.layers import AffineSpec, ConvolutionSpec
from ..nn.losses import cross_entropies
from ..nn.network import Network
from ..nn.network_spec import NetworkSpec
from ..types import CANVAS, FloatArray, IntArray, Shape
from .events import ArrayStep, StepDetails
from .layer_statistics import histogram, sample

# Images of a mini-batch, and of the gradient of an array.
_MOST_IMAGES = 100
# The side of a matrix that is shown as one image.
_MOST_ROWS = 200
# Bytes of all images of gradients: the event goes to another process.
_MOST_BYTES = 500_000


class WatchedStep:
    """A step that is about to be done. It copies what the step overwrites."""

    def __init__(self, network: Network, x: FloatArray, t: IntArray) -> None:
        """Args:
        x, t: the mini-batch, as the network gets it; ``x`` is (n, 784).
        """
        self._images = x[:_MOST_IMAGES].reshape(-1, CANVAS, CANVAS).copy()
        self._labels = t[:_MOST_IMAGES].copy()
        self._before = network.snapshot()
        self._gradients: dict[str, FloatArray] = {}
        self._logits: FloatArray

    def keep_gradient(self, network: Network) -> None:
        """After the backward pass, before the optimiser."""
        self._gradients = {name: array.copy() for name, array in network.grads.items()}
        self._logits = network.last_logits[:_MOST_IMAGES].copy()

    def details(self, network: Network, iteration: int, epoch: float, lr: float, loss: float) -> StepDetails:
        """After the update.

        Args:
            iteration, epoch, lr, loss: see StepDetails.
        """
        room = _MOST_BYTES
        arrays = []
        for name, before in self._before.items():
            gradient, update = self._gradients[name], network.params[name] - before
            images = gradient_images(network.spec, name, gradient)
            if images is not None and images.nbytes > room:
                images = None
            room -= 0 if images is None else images.nbytes
            arrays.append(
                ArrayStep(
                    name,
                    histogram(sample(gradient)),
                    histogram(sample(update)),
                    images,
                    _root_mean_square(before),
                    _root_mean_square(gradient),
                    _root_mean_square(update),
                )
            )
        return StepDetails(
            iteration=iteration,
            epoch=epoch,
            lr=lr,
            images=self._images,
            labels=self._labels,
            predicted=self._logits.argmax(axis=1),
            losses=cross_entropies(self._logits, self._labels),
            loss=loss,
            arrays=tuple(arrays),
        )


def gradient_images(spec: NetworkSpec, name: str, gradient: FloatArray) -> FloatArray | None:
    """An array of the shape of the parameters ``name`` as images (k, h, w) float32, at most 100; None where it is none.

    Of the W of an Affine layer: an image of each neuron, of each channel of it where the input has channels; where the
    input is no image, the matrix itself as one image, if it is not too large. Of the W of a Convolution: its kernels.
    """
    inputs: list[Shape] = [spec.input_shape, *spec.shapes()]
    for layer, in_shape, group in zip(spec.layers, inputs, spec.param_groups(), strict=False):
        if group.get("W", ("",))[0] != name:
            continue
        if isinstance(layer, ConvolutionSpec):
            return _copied(gradient.reshape(-1, *gradient.shape[2:]))
        if isinstance(layer, AffineSpec):
            if in_shape == (CANVAS * CANVAS,):
                in_shape = (1, CANVAS, CANVAS)
            if len(in_shape) == 3:
                neurons = gradient[:, :_MOST_IMAGES].T
                return _copied(neurons.reshape(-1, *in_shape[1:]))
            if max(gradient.shape) <= _MOST_ROWS:
                return _copied(gradient[None])
    return None


def _copied(images: FloatArray) -> FloatArray:
    return images[:_MOST_IMAGES].astype(np.float32)


def _root_mean_square(array: FloatArray) -> float:
    with np.errstate(over="ignore", invalid="ignore"):
        return float(np.sqrt(np.mean(np.square(array, dtype=np.float64))))
