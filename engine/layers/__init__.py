"""The layers, a file a family, and the names under which files know them."""

from engine.layers.activations import ReLU, ReLUSpec, Sigmoid, SigmoidSpec
from engine.layers.affine import Affine, AffineSpec
from engine.layers.base import Layer, LayerSpec

LAYER_KINDS: dict[str, type[LayerSpec]] = {spec.kind: spec for spec in (AffineSpec, SigmoidSpec, ReLUSpec)}

__all__ = [
    "LAYER_KINDS",
    "Affine",
    "AffineSpec",
    "Layer",
    "LayerSpec",
    "ReLU",
    "ReLUSpec",
    "Sigmoid",
    "SigmoidSpec",
]
