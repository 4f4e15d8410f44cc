"""The layers, a file a family, and the names under which files know them."""

from engine.nn.layers.activations import ReLU, ReLUSpec, Sigmoid, SigmoidSpec
from engine.nn.layers.affine import Affine, AffineSpec
from engine.nn.layers.convolution import Convolution, ConvolutionSpec
from engine.nn.layers.dropout import Dropout, DropoutSpec
from engine.nn.layers.layer import Layer, LayerContext, LayerSpec, Workspace
from engine.nn.layers.normalization import BatchNormalization, BatchNormalizationSpec
from engine.nn.layers.pooling import MaxPooling, MaxPoolingSpec

LAYER_KINDS: dict[str, type[LayerSpec]] = {
    spec.kind: spec
    for spec in (
        AffineSpec,
        SigmoidSpec,
        ReLUSpec,
        ConvolutionSpec,
        MaxPoolingSpec,
        BatchNormalizationSpec,
        DropoutSpec,
    )
}

__all__ = [
    "LAYER_KINDS",
    "Affine",
    "AffineSpec",
    "BatchNormalization",
    "BatchNormalizationSpec",
    "Convolution",
    "ConvolutionSpec",
    "Dropout",
    "DropoutSpec",
    "Layer",
    "LayerContext",
    "LayerSpec",
    "MaxPooling",
    "MaxPoolingSpec",
    "ReLU",
    "ReLUSpec",
    "Sigmoid",
    "SigmoidSpec",
    "Workspace",
]
