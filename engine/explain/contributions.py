"""What a neuron adds up, weight by weight: the network's own numbers, before anything has to be estimated."""

from collections.abc import Mapping

import numpy as np

from engine.layers import AffineSpec, ConvolutionSpec
from engine.network import NetworkSpec
from engine.types import CANVAS, FloatArray


def contributions(W: FloatArray, x: FloatArray, neuron: int) -> FloatArray:
    """W[i, neuron] x[i]: what each input of an Affine layer adds to one of its neurons.

    Their sum and b[neuron] are what the neuron hands on.

    Args:
        W: (in, out), the layer's weights.
        x: one input, ``in`` numbers in any shape: (784,), (28, 28), (channels, height, width).
        neuron: 0 up to (not including) out.

    Returns:
        A new array in the shape of ``x``.

    Raises:
        ValueError: ``x`` is not as many numbers as the layer takes.
        IndexError: there is no such neuron.
    """
    if x.size != len(W):
        raise ValueError(f"an Affine layer of {len(W)} inputs takes no array of shape {x.shape}")
    of_neuron: FloatArray = W[:, neuron].reshape(x.shape) * x
    return of_neuron


def weight_tiles(spec: NetworkSpec, params: Mapping[str, FloatArray]) -> FloatArray:
    """The weights that look at the picture, as pictures: those of the first layer that has any.

    Before the first weights nothing makes more than one channel: each neuron and each filter looks at one picture.

    Args:
        params: the network's arrays by name.

    Returns:
        A new array (n, height, width): of an Affine layer a tile a neuron, as large as the picture that reaches it
        (28 x 28, or less after pooling); of a Convolution layer a tile a filter, as large as the filter.
    """
    W = params["W1"]
    shapes = [spec.input_shape, *spec.shapes()]
    layer, in_shape = next(
        (layer, in_shape)
        for layer, in_shape in zip(spec.layers, shapes, strict=False)
        if isinstance(layer, AffineSpec | ConvolutionSpec)
    )
    if isinstance(layer, ConvolutionSpec):
        return W.reshape(-1, *W.shape[2:]).copy()
    height, width = in_shape[-2:] if len(in_shape) == 3 else (CANVAS, CANVAS)
    return np.ascontiguousarray(W.T).reshape(-1, height, width)
