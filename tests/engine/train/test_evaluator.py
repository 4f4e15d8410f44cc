"""Accuracies and losses: when they are measured, on which images, and what of it is stored."""

import itertools
import math
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.evaluate.metrics import accuracy_and_loss
from engine.io import safetensors_file
from engine.nn.network_spec import NetworkSpec
from engine.train.checkpoint import load_state, save_state
from engine.train.evaluator import shortest_interval
from engine.train.trainer import Evaluation, TrainConfig, Trainer

_rng = np.random.default_rng(2)
TRAIN = Dataset(_rng.integers(0, 256, (2_000, 28, 28), np.uint8), _rng.integers(0, 10, 2_000).astype(np.uint8))
TEST = TRAIN.subset(slice(1_500))
SPEC = NetworkSpec.mlp((5,))
# An epoch is 100 iterations.
CONFIG = TrainConfig(batch_size=20, iterations=130, evaluation_samples=1_200)


def test_losses_are_measured_with_the_accuracies_on_the_same_images() -> None:
    trainer = Trainer(SPEC, CONFIG, TRAIN, TEST)
    for event in trainer.run():
        if isinstance(event, Evaluation):
            on_train, on_test = (accuracy_and_loss(trainer.kept, data.subset(slice(1_200))) for data in (TRAIN, TEST))
            assert (event.train_accuracy, event.train_loss) == on_train
            assert (event.test_accuracy, event.test_loss) == on_test
    assert [event.iteration for event in trainer.evaluations] == [0, 100, 130]
    without = next(Trainer(SPEC, CONFIG, TRAIN).run())
    assert isinstance(without, Evaluation)
    assert without.train_loss is not None
    assert without.test_loss is None


def test_within_an_epoch_fewer_images_from_all_over_the_set_are_used() -> None:
    trainer = Trainer(SPEC, replace(CONFIG, evaluate_every=20), TRAIN, TEST)
    events = [event for event in trainer.run(60) if isinstance(event, Evaluation)]
    assert [event.iteration for event in events] == [0, 20, 40, 60]
    # 5 % of the time of 400 images forward and backward is that of 60 images, of which each set has half; at least 100.
    few = [data.subset(slice(0, 1_200, 12)) for data in (TRAIN, TEST)]
    on_train, on_test = (accuracy_and_loss(trainer.kept, data) for data in few)
    assert (events[-1].train_accuracy, events[-1].train_loss) == on_train
    assert (events[-1].test_accuracy, events[-1].test_loss) == on_test
    (of_epoch,) = (event for event in trainer.run(100) if isinstance(event, Evaluation) and event.epoch_end)
    assert of_epoch.test_accuracy == accuracy_and_loss(trainer.kept, TEST.subset(slice(1_200)))[0]
    assert [trainer.evaluator.is_whole(at) for at in (0, 20, 100, 120, 130)] == [False, False, True, False, True]


def test_seldom_measured_more_images_are_used() -> None:
    trainer = Trainer(SPEC, replace(CONFIG, evaluate_every=80), TRAIN, TEST)
    list(trainer.run(80))
    # 5 % of 4,800 images' time is 240 images.
    assert trainer.evaluations[-1].test_loss == accuracy_and_loss(trainer.kept, TEST.subset(slice(0, 1_200, 10)))[1]


def test_measuring_within_an_epoch_does_not_change_the_training() -> None:
    plain, often = (Trainer(SPEC, replace(CONFIG, evaluate_every=every), TRAIN, TEST) for every in (None, 3))
    for trainer in (plain, often):
        list(trainer.run())
    assert plain.kept.theta.tobytes() == often.kept.theta.tobytes()
    assert len(often.evaluations) == 46


def test_the_shortest_interval_keeps_the_cost_at_5_percent() -> None:
    for batch_size in (1, 100, 3_000):
        assert pytest.approx(0.05 * 3 * batch_size * shortest_interval(batch_size)) == 2 * 100


def test_a_loss_that_is_not_finite_is_none(tmp_path: Path) -> None:
    trainer = Trainer(SPEC, CONFIG, TRAIN)
    trainer.network.params["b2"][3] = np.nan
    event = next(trainer.run())
    assert isinstance(event, Evaluation)
    assert event.train_loss is None


def test_checkpoints_keep_the_losses_and_old_ones_have_none(tmp_path: Path) -> None:
    trainer = Trainer(SPEC, CONFIG, TRAIN, TEST)
    list(itertools.islice(trainer.run(), 1))
    path = tmp_path / "state.safetensors"
    save_state(path, trainer.state())
    assert load_state(path).evaluations == tuple(trainer.evaluations)
    arrays, facts = safetensors_file.unpack(path.read_bytes())
    assert facts is not None
    for name in ("train_loss", "test_loss"):
        del facts["evaluations"][0][name]
    path.write_bytes(safetensors_file.pack(arrays, facts))
    old = load_state(path)
    assert old.evaluations == (replace(trainer.evaluations[0], train_loss=None, test_loss=None),)
    resumed = Trainer.resumed(old, TRAIN, TEST)
    list(resumed.run())
    assert resumed.evaluations[-1].test_loss is not None
    assert not math.isnan(resumed.evaluations[-1].test_loss)
    assert asdict(resumed.evaluations[0])["train_loss"] is None
