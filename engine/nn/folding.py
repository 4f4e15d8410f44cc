"""The same network with less to do, to read with: what BatchNormalization does to each number is done to W and b.

After training it is a product and a sum with constants, and so is the layer before it:
gamma (x W + b - mean) / sqrt(var + eps) + beta = x W s + ((b - mean) s + beta) with s = gamma / sqrt(var + eps).
"""

from collections.abc import Mapping

import numpy as np

from engine.nn.layers import AffineSpec, BatchNormalizationSpec, ConvolutionSpec, LayerSpec
from engine.nn.network import NetworkSpec
from engine.types import FloatArray


def folded(spec: NetworkSpec, params: Mapping[str, FloatArray]) -> tuple[NetworkSpec, dict[str, FloatArray]]:
    """A network without the BatchNormalization layers that follow an Affine or a Convolution layer, and its arrays.

    Its answers are those of the network when it is no training, but for rounding. To be trained it is another network.
    """
    layers: list[LayerSpec] = []
    arrays: list[dict[str, FloatArray]] = []
    for layer, group in zip(spec.layers, spec.param_groups(), strict=True):
        own = {name: params[of_network] for name, (of_network, _) in group.items()}
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
    names = [{own: name for own, (name, _) in group.items()} for group in made.param_groups()]
    return made, {names[i][own]: array for i, group in enumerate(arrays) for own, array in group.items()}
