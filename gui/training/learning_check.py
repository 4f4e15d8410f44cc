"""Notices while it trains that a network does not learn, and gives a possible reason."""

import math
from collections import deque

import numpy as np

from engine.nn.layers import AffineSpec, BatchNormalizationSpec, ConvolutionSpec, SigmoidSpec
from engine.nn.network_spec import NetworkSpec
from engine.train.config import TrainConfig
from engine.types import CLASSES, FloatArray
from gui.i18n import tr

# The loss of a network that gives every digit the same probability.
GUESSING = math.log(CLASSES)
# The largest learning rate that is suggested.
_MOST = 0.1
# The mean loss of so many mini-batches is looked at.
_WINDOW = 100
# So far above GUESSING, and not falling: it does not recover. At a healthy start it is higher, but falls.
_FAR_ABOVE, _NOT_FALLING = 1.5, 0.95
# At GUESSING after so many iterations and images, about an epoch of MNIST. Healthy networks are far below it by then.
# It ends a little lower than it begins, so that the warning does not come and go.
_ITERATIONS, _IMAGES = 100, 60_000
_AT_GUESSING, _BELOW = 0.975, 0.94
# Learning rates beyond these are unusual: for the optimisers that divide by the size of the gradient, and the others.
_ADAPTIVE = ("adagrad", "rmsprop", "adam")
_USUAL = {True: (1e-4, 0.03), False: (1e-3, 0.9)}
# With a larger part of wrong labels even the best predictions have a loss near that of guessing.
_FEW_WRONG = 0.7
# Standard deviations beyond these are unusual in a deep network.
_USUAL_STD = (0.03, 0.5)
_DEEP = 3


class LearningCheck:
    """Attributes:
    warning: the sentence to show now, or "".
    """

    def __init__(self, spec: NetworkSpec, config: TrainConfig) -> None:
        self._spec, self._config = spec, config
        self._losses: deque[float] = deque(maxlen=2 * _WINDOW)
        self._kind = ""
        self.warning = ""

    def add(self, losses: FloatArray, iteration: int) -> None:
        """The losses (k,) of the mini-batches up to ``iteration``."""
        self._losses.extend(losses.tolist())
        kind = self._look(iteration)
        if kind != self._kind:
            self._kind, self.warning = kind, self._sentence(kind)

    @property
    def reason(self) -> str:
        """A possible reason why it has learned nothing, and what to try, in a sentence."""
        return smaller_lr(self._config.lr) if self._kind == "high" else possible_reason(self._spec, self._config)

    def _look(self, iteration: int) -> str:
        """ "high" or "guessing" where it does not learn."""
        if len(self._losses) < 2 * _WINDOW:
            return ""
        before, recent = np.array(self._losses).reshape(2, _WINDOW).mean(1).tolist()
        if not self._kind and recent < _NOT_FALLING * before:
            return ""
        if recent > _FAR_ABOVE * GUESSING:
            return "high"
        low = _BELOW if self._kind else _AT_GUESSING
        late = iteration >= _ITERATIONS and iteration * self._config.batch_size >= _IMAGES
        return "guessing" if late and recent > low * GUESSING else ""

    def _sentence(self, kind: str) -> str:
        if kind == "high":
            recent = f"{float(np.mean(list(self._losses)[-_WINDOW:])):.3g}"
            return tr(
                "It does not learn: the loss is {0}, far above the {1} of guessing. {2}",
                recent,
                f"{GUESSING:.1f}",
                self.reason,
            )
        if kind == "guessing":
            text = tr("It does not learn yet: the loss is still the {0} of guessing. {1}")
            return text.format(f"{GUESSING:.1f}", self.reason)
        return ""


def smaller_lr(lr: float) -> str:
    """Advice where the learning rate is too large."""
    return tr("The learning rate {0} is probably too large: try {1}.", f"{lr:g}", smaller(lr))


def smaller(lr: float) -> str:
    """A smaller learning rate, in the usual range: "0.1", "0.03"."""
    return _rounded(min(lr / 10, _MOST))


def _rounded(lr: float) -> str:
    return f"{float(f'{lr:.1g}'):g}"


def possible_reason(spec: NetworkSpec, config: TrainConfig) -> str:
    """A possible reason why a network does not learn, and what to try, in a sentence."""
    if config.wrong_labels > _FEW_WRONG:
        percent = f"{100 * config.wrong_labels:.3g}"
        return tr("{0} % of the labels are wrong: with so many there is little to learn.", percent)
    low, high = _USUAL[config.optimizer in _ADAPTIVE]
    if config.lr > high:
        return smaller_lr(config.lr)
    if config.lr < low:
        return tr("The learning rate {0} is probably too small: try {1}.", f"{config.lr:g}", _rounded(10 * config.lr))
    weighted = [layer for layer in spec.layers if isinstance(layer, AffineSpec | ConvolutionSpec)]
    stds = [layer.std for layer in weighted if layer.init == "std"]
    sigmoids = sum(isinstance(layer, SigmoidSpec) for layer in spec.layers)
    normalized = any(isinstance(layer, BatchNormalizationSpec) for layer in spec.layers)
    if not normalized and len(weighted) >= _DEEP and stds:
        if min(stds) < _USUAL_STD[0]:
            return tr(
                "Gradients vanish in {0} layers with initial weights of standard deviation {1}: try He or Xavier.",
                len(weighted),
                f"{min(stds):g}",
            )
        if max(stds) > _USUAL_STD[1]:
            return tr(
                "Initial weights of standard deviation {0} are probably too large: try He or Xavier.",
                f"{max(stds):g}",
            )
    if not normalized and sigmoids >= _DEEP:
        return tr("Gradients vanish in many Sigmoid layers: try ReLU, or batch normalisation.")
    return tr("It may need more epochs, or another learning rate.")
