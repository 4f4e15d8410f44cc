"""The layers, a file a family, and the names under which files know them."""

from engine.layers.activations import ReLU, ReLUSpec, Sigmoid, SigmoidSpec
from engine.layers.affine import Affine, AffineSpec
from engine.layers.base import Layer, LayerSpec, Place, Workspace
from engine.layers.convolution import Convolution, ConvolutionSpec
from engine.layers.dropout import Dropout, DropoutSpec
from engine.layers.normalization import BatchNormalization, BatchNormalizationSpec
from engine.layers.pooling import MaxPooling, MaxPoolingSpec

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
    "LayerSpec",
    "MaxPooling",
    "MaxPoolingSpec",
    "Place",
    "ReLU",
    "ReLUSpec",
    "Sigmoid",
    "SigmoidSpec",
    "Workspace",
]
