"""Advice about a network that does not learn: what was seen, why, what to do; and the settings that do it."""

from dataclasses import dataclass, replace
from typing import Any

from ...i18n import tr
from ...nn.initializers import Init
from ...nn.layers import AffineSpec, ConvolutionSpec, DropoutSpec, LayerSpec, ReLUSpec, SigmoidSpec, TanhSpec
from ...nn.network_spec import NetworkSpec
from ..config import TrainConfig
from ..hyperparameters import HYPERPARAMETERS
from .layer_health import is_normalized

# The optimisers that divide each step by the size of the gradient.
ADAPTIVE = ("adagrad", "rmsprop", "adam")
# A learning rate with which most networks learn, and the largest one that is suggested instead of a larger one.
_USUAL_LR = {"adagrad": 0.01, "rmsprop": 0.001, "adam": 0.001}
_USUAL_STEP, _USUAL_CONVNET_STEP = 0.1, 0.01
# In so many layers of Sigmoid without batch normalisation the gradient vanishes, however the weights are initialised.
DEEP = 3


@dataclass(frozen=True)
class Advice:
    """Attributes:
    cause: a short name: "initialisation".
    text: what was seen, why, and what to do, in short sentences.
    action: the settings that help, as the text of a button: "Use He initialisation"; "" where none help.
    spec, config: the network and its training with these settings; None where they stay as they are.
    """

    cause: str
    text: str
    action: str = ""
    spec: NetworkSpec | None = None
    config: TrainConfig | None = None


def change(cause: str, text: str, action: str, config: TrainConfig, **values: Any) -> Advice:
    """Advice to train with other ``values`` of the configuration."""
    return Advice(cause, text, action, config=replace(config, **values))


def smaller_lr(cause: str, text: str, spec: NetworkSpec, config: TrainConfig) -> Advice:
    """Advice to use a smaller learning rate; ``text`` says why."""
    least = HYPERPARAMETERS["lr"].range.low
    lr = max(least, _rounded(min(config.lr / 10, usual_lr(spec, config))))
    return _other_lr(cause, text, config, lr)


def larger_lr(cause: str, text: str, spec: NetworkSpec, config: TrainConfig) -> Advice:
    """Advice to use a usual learning rate instead of a far smaller one; ``text`` says why."""
    lr = usual_lr(spec, config)
    return _other_lr(cause, text, config, lr)


def _other_lr(cause: str, text: str, config: TrainConfig, lr: float) -> Advice:
    advice = tr("Try learning rate {0:g}.", lr)
    return change(cause, f"{text} {advice}", tr("Use learning rate {0:g}", lr), config, lr=lr)


def usual_lr(spec: NetworkSpec, config: TrainConfig) -> float:
    """A learning rate with which most networks like this one learn."""
    convolutional = any(isinstance(layer, ConvolutionSpec) for layer in spec.layers)
    return _USUAL_LR.get(config.optimizer, _USUAL_CONVNET_STEP if convolutional else _USUAL_STEP)


def better_start(cause: str, text: str, spec: NetworkSpec) -> Advice:
    """Advice to initialise the weights by the size of each layer; and in a deep network of Sigmoid to use ReLU."""
    sigmoids = sum(isinstance(layer, SigmoidSpec) for layer in spec.layers)
    if sigmoids >= DEEP and not is_normalized(spec):
        spec = _with_init(NetworkSpec(tuple(map(_relu, spec.layers)), spec.input_shape), "he")
        advice = tr("Use ReLU and He initialisation.")
        return Advice(cause, f"{text} {advice}", tr("Use ReLU and He initialisation"), spec)
    smooth = any(isinstance(layer, SigmoidSpec | TanhSpec) for layer in spec.layers)
    if smooth:
        advice = tr("Use Xavier initialisation.")
        return Advice(cause, f"{text} {advice}", tr("Use Xavier initialisation"), _with_init(spec, "xavier"))
    advice = tr("Use He initialisation.")
    return Advice(cause, f"{text} {advice}", tr("Use He initialisation"), _with_init(spec, "he"))


def less_dropout(cause: str, text: str, spec: NetworkSpec, ratio: float) -> Advice:
    """Advice to drop at most this share of the outputs of a layer."""
    layers = [
        replace(layer, ratio=min(layer.ratio, ratio)) if isinstance(layer, DropoutSpec) else layer
        for layer in spec.layers
    ]
    advice = tr("Try a ratio of {0:g}.", ratio)
    action = tr("Use dropout {0:g}", ratio)
    return Advice(cause, f"{text} {advice}", action, NetworkSpec(tuple(layers), spec.input_shape))


def weighted(spec: NetworkSpec) -> list[AffineSpec | ConvolutionSpec]:
    """The layers that have a W."""
    return [layer for layer in spec.layers if isinstance(layer, AffineSpec | ConvolutionSpec)]


def _relu(layer: LayerSpec) -> LayerSpec:
    return ReLUSpec() if isinstance(layer, SigmoidSpec | TanhSpec) else layer


def _with_init(spec: NetworkSpec, init: Init) -> NetworkSpec:
    last = max(i for i, layer in enumerate(spec.layers) if isinstance(layer, AffineSpec))
    layers: list[LayerSpec] = []
    for i, layer in enumerate(spec.layers):
        if isinstance(layer, AffineSpec | ConvolutionSpec):
            # No ReLU follows the last one.
            layer = replace(layer, init="xavier" if i == last else init)
        layers.append(layer)
    return NetworkSpec(tuple(layers), spec.input_shape)


def _rounded(lr: float) -> float:
    return float(f"{lr:.1g}")
