"""Folding batch normalisation: for prediction it becomes part of the layer before it, which saves time.

In prediction mode it is a product and a sum with constants, as the layer before it is:
gamma (x W + b - mean) / sqrt(var + eps) + beta = x W s + ((b - mean) s + beta) with s = gamma / sqrt(var + eps).
"""

from collections.abc import Mapping

import numpy as np

from ..types import FloatArray
from .layers import AffineSpec, BatchNormalizationSpec, ConvolutionSpec, LayerSpec
from .network_spec import NetworkSpec


def folded(spec: NetworkSpec, params: Mapping[str, FloatArray]) -> tuple[NetworkSpec, dict[str, FloatArray]]:
    """A network that predicts the same, up to rounding, and its parameters.

    It has no BatchNormalization layer after an Affine or a Convolution layer, so its training would be different.
    """
    layers: list[LayerSpec] = []
    arrays: list[dict[str, FloatArray]] = []
    for layer, group in zip(spec.layers, spec.param_groups(), strict=True):
        own = {name: params[network_name] for name, (network_name, _) in group.items()}
        if (
            isinstance(layer, BatchNormalizationSpec)
            and layers
            and isinstance(layers[-1], AffineSpec | ConvolutionSpec)
        ):
            scale = own["gamma"] / np.sqrt(own["var"] + layer.eps)
            W, b = arrays[-1]["W"], arrays[-1]["b"]
            # W is (in, out), or (F, C, size, size).
            arrays[-1] = {
                "W": W * (scale if W.ndim == 2 else scale[:, None, None, None]),
                "b": (b - own["mean"]) * scale + own["beta"],
            }
        else:
            layers.append(layer)
            arrays.append(own)
    made = NetworkSpec(tuple(layers), spec.input_shape)
    groups = zip(made.param_groups(), arrays, strict=True)
    return made, {name: own_arrays[own] for group, own_arrays in groups for own, (name, _) in group.items()}
