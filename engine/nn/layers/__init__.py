"""The layers, one file per family, and their names in files."""

from .activations import ReLUSpec, SigmoidSpec, TanhSpec
from .affine import AffineSpec
from .convolution import ConvolutionSpec
from .dropout import Dropout, DropoutSpec
from .layer import Layer, LayerContext, LayerSpec, Workspace
from .normalization import BatchNormalizationSpec
from .pooling import MaxPoolingSpec

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
