"""The networks of the book that have a name."""

from engine.layers import (
    AffineSpec,
    BatchNormalizationSpec,
    ConvolutionSpec,
    DropoutSpec,
    LayerSpec,
    MaxPoolingSpec,
    ReLUSpec,
)
from engine.network import NetworkSpec
from engine.types import CANVAS, CLASSES

_PICTURE = (1, CANVAS, CANVAS)


def simple_convnet() -> NetworkSpec:
    """Chapter 7: Conv 5 x 5, ReLU, Pool, Affine, ReLU, Affine."""
    return NetworkSpec(
        (
            ConvolutionSpec(30, size=5, pad=0, init="std"),
            ReLUSpec(),
            MaxPoolingSpec(),
            AffineSpec(100, "std"),
            ReLUSpec(),
            AffineSpec(CLASSES, "std"),
        ),
        _PICTURE,
    )


def reader_convnet() -> NetworkSpec:
    """The shipped network: three times two convolutions and a pooling, each convolution normalised, then Affine."""
    layers: list[LayerSpec] = []
    for filters in (16, 32, 64):
        for _ in range(2):
            layers += [ConvolutionSpec(filters), BatchNormalizationSpec(), ReLUSpec()]
        layers.append(MaxPoolingSpec())
    layers += [DropoutSpec(0.3), AffineSpec(64), BatchNormalizationSpec(), ReLUSpec(), AffineSpec(CLASSES, "xavier")]
    return NetworkSpec(tuple(layers), _PICTURE)


def deep_convnet() -> NetworkSpec:
    """Chapter 8: three times Conv, ReLU, Conv, ReLU, Pool, then Affine, ReLU, Dropout, Affine, Dropout."""
    layers: list[LayerSpec] = []
    for filters, second_pad in ((16, 1), (32, 2), (64, 1)):
        layers += [ConvolutionSpec(filters), ReLUSpec(), ConvolutionSpec(filters, pad=second_pad), ReLUSpec()]
        layers.append(MaxPoolingSpec())
    layers += [AffineSpec(50), ReLUSpec(), DropoutSpec(0.5), AffineSpec(CLASSES), DropoutSpec(0.5)]
    return NetworkSpec(tuple(layers), _PICTURE)
