"""The convolutional networks with a name: the book's two, and the shipped one."""

from collections.abc import Callable

from ..types import CANVAS, CLASSES
from .layers import (
    AffineSpec,
    BatchNormalizationSpec,
    ConvolutionSpec,
    DropoutSpec,
    LayerSpec,
    MaxPoolingSpec,
    ReLUSpec,
)
from .network_spec import NetworkSpec

_IMAGE = (1, CANVAS, CANVAS)


def simple_convnet() -> NetworkSpec:
    """Chapter 7: Conv 5 x 5, ReLU, Pool, Affine, ReLU, Affine."""
    convolution = (ConvolutionSpec(30, size=5, pad=0, init="std"), ReLUSpec(), MaxPoolingSpec())
    return NetworkSpec((*convolution, AffineSpec(100, "std"), ReLUSpec(), AffineSpec(CLASSES, "std")), _IMAGE)


def reader_convnet() -> NetworkSpec:
    """The shipped network: groups of one, two and two normalised convolutions, each followed by a pooling."""
    layers: list[LayerSpec] = []
    for filters, size, convolutions in ((32, 5, 1), (64, 3, 2), (128, 3, 2)):
        for _ in range(convolutions):
            layers += [ConvolutionSpec(filters, size=size, pad=size // 2), BatchNormalizationSpec(), ReLUSpec()]
        layers.append(MaxPoolingSpec())
    layers += [DropoutSpec(0.3), AffineSpec(64), BatchNormalizationSpec(), ReLUSpec(), AffineSpec(CLASSES, "xavier")]
    return NetworkSpec(tuple(layers), _IMAGE)


def deep_convnet() -> NetworkSpec:
    """Chapter 8: three times Conv, ReLU, Conv, ReLU, Pool, then Affine, ReLU, Dropout, Affine, Dropout."""
    layers: list[LayerSpec] = []
    for filters, second_pad in ((16, 1), (32, 2), (64, 1)):
        layers += [ConvolutionSpec(filters), ReLUSpec(), ConvolutionSpec(filters, pad=second_pad), ReLUSpec()]
        layers.append(MaxPoolingSpec())
    layers += [AffineSpec(50), ReLUSpec(), DropoutSpec(0.5), AffineSpec(CLASSES), DropoutSpec(0.5)]
    return NetworkSpec(tuple(layers), _IMAGE)


# By their names on the command line and in the settings.
PRESETS: dict[str, Callable[[], NetworkSpec]] = {
    "simple-convnet": simple_convnet,
    "deep-convnet": deep_convnet,
    "reader-convnet": reader_convnet,
}
