"""The layers, one file per family, and their names in files."""

from engine.nn.layers.activations import ReLUSpec, SigmoidSpec, TanhSpec
from engine.nn.layers.affine import AffineSpec
from engine.nn.layers.convolution import ConvolutionSpec
from engine.nn.layers.dropout import Dropout, DropoutSpec
from engine.nn.layers.layer import Layer, LayerContext, LayerSpec, Workspace
from engine.nn.layers.normalization import BatchNormalizationSpec
from engine.nn.layers.pooling import MaxPoolingSpec

__all__ = [
    "LAYER_KINDS",
    "AffineSpec",
    "BatchNormalizationSpec",
    "ConvolutionSpec",
    "Dropout",
    "DropoutSpec",
    "Layer",
    "LayerContext",
    "LayerSpec",
    "MaxPoolingSpec",
    "ReLUSpec",
    "SigmoidSpec",
    "TanhSpec",
    "Workspace",
]

_ACTIVATIONS = (SigmoidSpec, ReLUSpec, TanhSpec)
_SPECS = (AffineSpec, *_ACTIVATIONS, ConvolutionSpec, MaxPoolingSpec, BatchNormalizationSpec, DropoutSpec)
LAYER_KINDS: dict[str, type[LayerSpec]] = {spec.kind: spec for spec in _SPECS}
