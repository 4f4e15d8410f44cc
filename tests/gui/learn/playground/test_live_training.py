"""The training of the playground, and that its network computes what the book's functions do."""

from dataclasses import replace

import numpy as np
import pytest

from gui.learn.playground.book_network import predicted
from gui.learn.playground.live_training import GRID, LiveTraining, TrainSettings
from gui.learn.playground.toy_data import OWN, generated

FOREVER = float("inf")
SPIRAL = generated("spiral", 200, 0.1, 1)


@pytest.mark.parametrize("activation", ["tanh", "relu", "sigmoid"])
@pytest.mark.parametrize("hidden", [(), (3,), (4, 4, 2), (8, 8, 8, 8)])
def test_the_fast_network_agrees_with_the_book(hidden: tuple[int, ...], activation: str) -> None:
    training = LiveTraining(TrainSettings(hidden, activation), SPIRAL)
    training.advance(50, FOREVER)
    x = np.random.default_rng(0).uniform(-3, 3, (20, 2))
    fast = training.network.predict(x.astype(np.float32))[:, 0]
    slow = [predicted(training.network.params, activation, tuple(place)) for place in x.tolist()]
    np.testing.assert_allclose(fast, slow, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"])
def test_every_optimiser_trains(optimizer: str) -> None:
    training = LiveTraining(TrainSettings((4,), optimizer=optimizer), generated("moons", 200, 0, 1))
    first = training.scores().train_loss
    training.advance(200, FOREVER)
    assert training.scores().train_loss < first


def test_a_restart_repeats_the_training_bit_for_bit() -> None:
    training = LiveTraining(TrainSettings((4, 2)), SPIRAL)
    training.advance(17, FOREVER)
    before = training.network.theta.copy()
    training.restart()
    assert training.iteration == 0
    training.advance(17, FOREVER)
    np.testing.assert_array_equal(training.network.theta, before)


def test_epochs_and_mini_batches() -> None:
    training = LiveTraining(TrainSettings(batch_size=50), SPIRAL)
    assert training.per_epoch == 4  # 160 points of the training set
    assert training.advance(3, FOREVER) == 3
    assert (training.epoch, training.iteration) == (0, 3)
    training.finish_epoch()
    assert (training.epoch, training.iteration) == (1, 4)
    training.finish_epoch()
    assert (training.epoch, training.iteration) == (2, 8)
    # There is no time left: one step is done in any case.
    assert training.advance(100, 0) == 1


def test_an_epoch_ends_where_it_ends_after_a_change_of_the_batch_size() -> None:
    training = LiveTraining(TrainSettings(batch_size=20), SPIRAL)
    training.advance(3, FOREVER)
    assert training.epochs == 60 / 160
    training.use(replace(training.settings, batch_size=32))
    training.finish_epoch()
    # 32, 32, 32 and 4 points
    assert (training.epochs, training.iteration) == (1, 7)


def test_other_settings_keep_the_weights_where_they_can() -> None:
    settings = TrainSettings((4,))
    training = LiveTraining(settings, SPIRAL)
    training.advance(5, FOREVER)
    network = training.network
    for change in ({"lr": 0.5}, {"optimizer": "sgd"}, {"batch_size": 7}, {"weight_decay": 0.1}):
        training.use(replace(settings, **change))
        assert training.network is network
    assert training.iteration == 5
    for change in ({"hidden": (4, 1)}, {"activation": "relu"}, {"seed": 2}):
        training.use(replace(training.settings, **change))
        assert training.network is not network
        assert training.iteration == 0
        network = training.network


def test_weight_decay_makes_weights_smaller_and_leaves_biases() -> None:
    plain, decayed = (LiveTraining(TrainSettings((4,), "tanh", "sgd", 0.1, weight_decay=d), SPIRAL) for d in (0, 0.5))
    for training in (plain, decayed):
        training.advance(1, FOREVER)
    start = LiveTraining(TrainSettings((4,)), SPIRAL).network.params["W1"]
    np.testing.assert_allclose(plain.network.params["W1"] - decayed.network.params["W1"], 0.05 * start, rtol=1e-3)
    np.testing.assert_array_equal(plain.network.params["b1"], decayed.network.params["b1"])


def test_images_are_what_the_layers_compute() -> None:
    training = LiveTraining(TrainSettings((3, 2)), SPIRAL)
    images = training.images()
    assert [image.shape for image in images.hidden] == [(3, GRID // 2, GRID // 2), (2, GRID // 2, GRID // 2)]
    assert images.output.shape == (GRID, GRID)
    # The first row is the top: x2 is largest there.
    step = 7.0 / GRID
    corner = np.array([[-3.5 + step / 2, 3.5 - step / 2]], np.float32)
    outputs = list(training.network.activations(corner))
    for layer, image in zip(outputs[1::2], images.hidden, strict=True):
        np.testing.assert_allclose(image[:, 0, 0], 127.5 + 127.5 * layer[0], atol=1.01)
    assert images.output[0, 0] == pytest.approx(255 * training.network.predict(corner)[0, 0], abs=1.01)


def test_without_points_nothing_happens() -> None:
    training = LiveTraining(TrainSettings(), generated(OWN, 0, 0, 1))
    assert training.advance(10, FOREVER) == 0
    training.finish_epoch()
    assert training.iteration == 0
    assert np.isnan(training.scores()).all()
    training.use_points(training.points.added((1, 1), 1))
    assert training.advance(10, FOREVER) == 10
    assert training.scores().train_accuracy == 1


def test_it_stops_when_it_has_diverged_and_a_restart_helps() -> None:
    training = LiveTraining(TrainSettings((8, 8, 8, 8), "relu", "sgd", 1e6), SPIRAL)
    training.advance(1000, FOREVER)
    assert training.diverged
    assert training.advance(10, FOREVER) == 0
    assert training.images().output.shape == (GRID, GRID)
    training.scores()
    training.use(replace(training.settings, lr=0.01))
    training.restart()
    assert training.advance(10, FOREVER) == 10
