"""The activation of weights whose file does not say it, settled by measuring: the one with which they predict best."""

import functools
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..data.dataset import Dataset
from ..data.synthetic.digits import synthetic_digits
from ..i18n import comma_list, tr
from ..nn.batch_size import fitting_batch
from ..nn.losses import softmax
from ..nn.network_spec import ACTIVATIONS
from ..types import CLASSES
from ..weights import UNKNOWN_ACTIVATION, Weights, load_weights
from .predict_dataset import predict_dataset

# Enough to tell the activations apart; generating them takes about 0.1 s, once.
_IMAGES, _SEED = 400, 7
# A network that predicts fewer correctly with every activation was not trained on such digits. Chance is 0.1.
_TRAINED = 0.25
# By so much the scores of the two best activations differ at least where one fits clearly better, and so much the parts
# of a score count: chosen on 140 short trainings, others than in tests/benchmarks/quality/activation_by_measuring.py.
_CLEAR, _BALANCE, _UNSCALED = 0.03, 2.0, 0.1
# The middle one is 1.
_TEMPERATURES = np.geomspace(0.1, 10, 31)
_TINY = 1e-30


@dataclass(frozen=True)
class _Fit:
    """How well weights predict with one activation.

    Attributes:
        accuracy: of the synthetic digits.
        score: lower is better. Mostly the cross entropy of the predictions, at the best temperature, because a network
            that was trained for a short time is less sure of its answers than it is right. And how far the mean of its
            probabilities is from 1/10 for each digit: in training, the bias of the last layer soon makes them equal.
    """

    accuracy: float
    score: float


def open_weights(path: str | Path, activation: str | None = None) -> Weights:
    """``load_weights``, and where the file does not say the activation, it is measured.

    Raises:
        WeightsError: as ``load_weights``.
    """
    return with_measured_activation(load_weights(path, activation))


def with_measured_activation(weights: Weights) -> Weights:
    """Weights with the activation that fits them clearly better than the others; ``notes`` say which and why.

    Where none does, they keep the one of the book that was assumed, and a note says so. Weights whose activation is not
    assumed stay as they are.
    """
    if weights.activation_from != "assumed":
        return weights
    fits = {activation: _fit(weights, activation) for activation in ACTIVATIONS}
    best, second, *_ = sorted(fits, key=lambda activation: fits[activation].score)
    measured = comma_list(tr("{0:.0f} % with {1}", 100 * fit.accuracy, _title(name)) for name, fit in fits.items())
    measured = tr("of {0} synthetic digits it predicts {1} correctly", _IMAGES, measured)
    if fits[best].accuracy < _TRAINED or fits[second].score - fits[best].score < _CLEAR:
        note = tr(
            "{0}, and none fits clearly better ({1}): {2} was assumed, as in chapters 3 and 4 of the book.",
            tr(UNKNOWN_ACTIVATION),
            measured,
            _title(weights.activation),
        )
        return weights.with_activation(weights.activation, "assumed", note)
    note = tr("{0}: {1} fits best ({2}).", tr(UNKNOWN_ACTIVATION), _title(best), measured)
    if fits[best].accuracy < max(fit.accuracy for fit in fits.values()):
        why = tr("With {0} it predicts all ten digits about equally often, as a trained network does.", _title(best))
        note = f"{note} {why}"
    return weights.with_activation(best, "measured", note)


def _title(activation: str) -> str:
    return tr(ACTIVATIONS[activation].title)


@functools.cache
def _digits() -> Dataset:
    return synthetic_digits(_IMAGES, _SEED)


# With another activation than it was trained with, a network may overflow.
@np.errstate(over="ignore", invalid="ignore")
def _fit(weights: Weights, activation: str) -> _Fit:
    digits = _digits()
    network = weights.with_activation(activation, "measured", "").network(fitting_batch(weights.spec, _IMAGES))
    logits = predict_dataset(network.logits, digits, network.max_batch).astype(np.float64)
    right = softmax(logits / _TEMPERATURES[:, None, None])[:, np.arange(len(digits)), digits.labels]
    cross_entropies = -np.log(right + _TINY).mean(axis=1)
    imbalance = np.abs(softmax(logits).mean(axis=0) - 1 / CLASSES).sum()
    return _Fit(
        float((logits.argmax(axis=1) == digits.labels).mean()),
        float(cross_entropies.min() + _UNSCALED * cross_entropies[len(_TEMPERATURES) // 2] + _BALANCE * imbalance),
    )
