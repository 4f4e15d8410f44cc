"""Files of weights: ours, NumPy's, and pickles of the protocols 2 to 5, also compressed."""

import gzip
import io
import pickle
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from engine.evaluate.activation_choice import open_weights
from engine.io import npz
from engine.io.file_kind import file_kind
from engine.nn.layers import (
    AffineSpec,
    BatchNormalizationSpec,
    ConvolutionSpec,
    DropoutSpec,
    MaxPoolingSpec,
    ReLUSpec,
    TanhSpec,
)
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.recognizer import Recognizer
from engine.train.config import TrainConfig
from engine.train.state import training_facts
from engine.weights import Weights, load_weights, pack_weights, save_weights, weights_title
from tests.fuzz.checks import (
    SMALL,
    check,
    check_name,
    check_predictions,
    check_sentence,
    digits,
    is_small,
    train_a_step,
)
from tests.fuzz.target import Files, Target

CONVOLUTIONAL = NetworkSpec(
    (
        ConvolutionSpec(2, size=5, stride=2),
        BatchNormalizationSpec(),
        TanhSpec(),
        MaxPoolingSpec(2),
        AffineSpec(4),
        ReLUSpec(),
        DropoutSpec(0.2),
        AffineSpec(10),
    ),
    (1, 28, 28),
)


def made(spec: NetworkSpec) -> Weights:
    """Random weights of a network, with all facts."""
    network = Network(spec, 1)
    network.initialize(np.random.default_rng(0))
    training = training_facts(TrainConfig(), "MNIST", 60_000, 12.3)
    return Weights(spec, network.snapshot(), "Made", training=training, scores={"MNIST test accuracy": 0.5})


def use(path: Path) -> None:
    """Shown, predicted with, saved, trained on."""
    file_kind(path)
    check_name(weights_title(path))
    weights = open_weights(path)
    check_name(weights.name)
    check_name(weights.spec.title)
    for text in weights.notes:
        check_sentence(text)
    if is_small(weights.spec):
        recognizer = Recognizer(weights.spec, weights.params, 10)
        check_predictions(recognizer.probabilities(digits().pixels(slice(10))))
        recognizer.activations(digits().pixels(slice(1)).reshape(28, 28))
    for ending in (".safetensors", ".npz"):
        again = path.with_name(f"again{ending}")
        save_weights(again, weights)
        loaded = load_weights(again)
        same = all(np.array_equal(array, weights.params[name]) for name, array in loaded.params.items())
        check(loaded.spec == weights.spec and same, "saved and opened again, they are other ones")
    train_a_step(weights.spec, TrainConfig(), initial=weights.params)


def _book() -> dict[str, np.ndarray]:
    """As the book's network in small: float64, without facts."""
    return {name: array.astype(np.float64) for name, array in made(SMALL).params.items()}


def _safetensors() -> Sequence[Files]:
    return [{"a.safetensors": pack_weights(made(spec))} for spec in (SMALL, CONVOLUTIONAL)]


def _npz() -> Sequence[Files]:
    foreign, unnamed = io.BytesIO(), io.BytesIO()
    params = made(SMALL).params
    named = {
        "fc1.weight": params["W1"].T,
        "fc1.bias": params["b1"],
        "fc2.weight": params["W2"].T,
        "fc2.bias": params["b2"],
    }
    np.savez(foreign, **named)
    np.savez(unnamed, *params.values())
    ours = [pack_weights(made(spec), npz.pack) for spec in (SMALL, CONVOLUTIONAL)]
    return [{"a.npz": content} for content in (*ours, foreign.getvalue(), unnamed.getvalue())]


def _pickles() -> Sequence[Files]:
    packed = [pickle.dumps(_book(), protocol) for protocol in range(2, 6)]
    return [*({"a.pkl": content} for content in packed), {"a.pkl.gz": gzip.compress(packed[0], mtime=0)}]


TARGETS = (
    Target("weights-safetensors", _safetensors, use, 2000),
    Target("weights-npz", _npz, use, 2000),
    Target("weights-pickle", _pickles, use, 2000),
)
