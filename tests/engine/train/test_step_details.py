"""The details of a step are those of the step that trained, and watching it changes nothing."""

import pickle
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.data.augmentation import Augmentation
from engine.data.dataset import Dataset
from engine.nn.layers import (
    AffineSpec,
    BatchNormalizationSpec,
    ConvolutionSpec,
    DropoutSpec,
    MaxPoolingSpec,
    ReLUSpec,
)
from engine.nn.losses import softmax
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import deep_convnet, reader_convnet, simple_convnet
from engine.train.events import StepDetails
from engine.train.step_details import gradient_images
from engine.train.trainer import TrainConfig, Trainer

_rng = np.random.default_rng(4)
DATA = Dataset(_rng.integers(0, 256, (250, 28, 28), np.uint8), _rng.integers(0, 11, 250).astype(np.uint8))
CONFIG = TrainConfig("sgd", lr=0.01, batch_size=20, epochs=1, augmentation=Augmentation(rotation=10.0))
SPEC = NetworkSpec.mlp((12, 6))
CONVNET = NetworkSpec(
    (
        ConvolutionSpec(4, size=5),
        BatchNormalizationSpec(),
        ReLUSpec(),
        MaxPoolingSpec(),
        AffineSpec(9),
        ReLUSpec(),
        DropoutSpec(0.4),
        AffineSpec(10),
        DropoutSpec(0.1),
    ),
    (1, 28, 28),
)


def details_of(trainer: Trainer, until: int) -> StepDetails:
    trainer.watched = True
    list(trainer.run(until))
    details = trainer.step_details()
    assert details is not None
    return details


@pytest.mark.parametrize("spec", [SPEC, CONVNET], ids=["fully connected", "convolutional, dropout, normalisation"])
@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"])
def test_they_are_of_the_step_that_trained(spec: NetworkSpec, optimizer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, Any] = {}
    logits, gradient_step = Network.logits, Network.gradient_step

    def watched_logits(self: Network, x: np.ndarray, training: bool = False) -> np.ndarray:
        out = logits(self, x, training)
        if training:
            seen.update(x=x.copy(), y=softmax(out), params=self.snapshot())
        return out

    def watched_step(self: Network, x: np.ndarray, t: np.ndarray) -> float:
        loss = gradient_step(self, x, t)
        seen.update(t=t.copy(), grads={name: array.copy() for name, array in self.grads.items()})
        return loss

    monkeypatch.setattr(Network, "logits", watched_logits)
    monkeypatch.setattr(Network, "gradient_step", watched_step)
    trainer = Trainer(spec, replace(CONFIG, optimizer=optimizer, schedule="cosine"), DATA)
    details = details_of(trainer, 3)
    assert (details.iteration, details.epoch) == (3, pytest.approx(3 / 13))
    assert 0 < details.lr < CONFIG.lr
    np.testing.assert_array_equal(details.images.reshape(20, 784), seen["x"])
    np.testing.assert_array_equal(details.labels, seen["t"])
    # The softmax of the forward pass in training mode: with its dropout and its normalisation.
    np.testing.assert_array_equal(details.predicted, seen["y"].argmax(axis=1))
    targets = np.where(seen["t"][:, None] == 10, 0.1, seen["t"][:, None] == np.arange(10))
    np.testing.assert_allclose(details.losses, -(targets * np.log(seen["y"])).sum(axis=1), rtol=1e-4)
    assert details.loss == pytest.approx(details.losses.mean(), rel=1e-5)
    assert details.loss == trainer.losses[2]
    assert [array.name for array in details.arrays] == [*spec.param_shapes()]
    for array in details.arrays:
        gradient, after = seen["grads"][array.name], trainer.network.params[array.name]
        assert array.gradient_norm == pytest.approx(np.sqrt(np.mean(gradient**2)), rel=1e-4)
        assert array.gradient.counts.sum() <= gradient.size
        assert array.gradient.counts.sum() >= min(0.98 * gradient.size, 5_000)
        if array.name[0] in "Wb" and optimizer == "sgd":
            assert array.update_norm == pytest.approx(details.lr * array.gradient_norm, rel=0.01)
        if array.name not in ("mean1", "var1"):
            before = seen["params"][array.name]
            assert array.norm == pytest.approx(np.sqrt(np.mean(before**2)), rel=1e-5)
            assert array.update_norm == pytest.approx(np.sqrt(np.mean((after - before) ** 2)), rel=1e-3)


def test_watching_changes_nothing_and_ends() -> None:
    config = replace(CONFIG, optimizer="adam", lr=0.01, averaging=0.9, weight_decay=0.01)
    plain, watched = Trainer(CONVNET, config, DATA), Trainer(CONVNET, config, DATA)
    list(plain.run())
    assert plain.step_details() is None
    for end in range(1, plain.total_iterations + 1):
        watched.watched = end % 3 != 0
        list(watched.run(end))
        assert (watched.step_details() is not None) == watched.watched
    assert plain.kept.theta.tobytes() == watched.kept.theta.tobytes()
    assert plain.state().optimizer["m"].tobytes() == watched.state().optimizer["m"].tobytes()


def test_the_gradient_of_each_neuron_or_kernel_is_an_image() -> None:
    network = Network(CONVNET, 1)
    rng = np.random.default_rng(0)
    gradients = {name: rng.normal(size=array.shape).astype(np.float32) for name, array in network.params.items()}
    images = {name: gradient_images(CONVNET, name, array) for name, array in gradients.items()}
    assert {name: None if found is None else found.shape for name, found in images.items()} == {
        "W1": (4, 5, 5),
        "b1": None,
        "gamma1": None,
        "beta1": None,
        "mean1": None,
        "var1": None,
        # 9 neurons with 4 channels of 13 x 13 pixels each.
        "W2": (36, 13, 13),
        "b2": None,
        "W3": (1, 9, 10),
        "b3": None,
    }
    assert images["W1"] is not None
    np.testing.assert_array_equal(images["W1"][2], gradients["W1"][2, 0])
    assert images["W2"] is not None
    np.testing.assert_array_equal(images["W2"][7], gradients["W2"][:, 1].reshape(4, 13, 13)[3])
    # Of 784 pixels: the image of a neuron, of at most 100 neurons. A large matrix is no image.
    spec = NetworkSpec.mlp((250, 220))
    W1, W2 = (rng.normal(size=shape).astype(np.float32) for shape in ((784, 250), (250, 220)))
    of_pixels = gradient_images(spec, "W1", W1)
    assert of_pixels is not None
    assert of_pixels.shape == (100, 28, 28)
    np.testing.assert_array_equal(of_pixels[99], W1[:, 99].reshape(28, 28))
    assert gradient_images(spec, "W2", W2) is None


@pytest.mark.parametrize(
    "spec",
    [
        NetworkSpec.mlp((50,)),
        NetworkSpec.mlp((1000, 200, 200, 200, 200, 200, 200, 200)),
        simple_convnet(),
        deep_convnet(),
        reader_convnet(),
    ],
    ids=lambda spec: spec.title,
)
def test_an_event_is_small(spec: NetworkSpec) -> None:
    trainer = Trainer(spec, replace(CONFIG, batch_size=200, evaluation_samples=1), DATA)
    details = details_of(trainer, 1)
    assert len(details.images) == len(details.labels) == len(details.losses) == len(details.predicted) == 100
    assert len(pickle.dumps(details)) < 1_000_000
