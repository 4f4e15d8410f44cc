"""Checkpoint files: a training resumed from one equals an uninterrupted training, bit for bit."""

import dataclasses
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors.numpy

from engine.data.augmentation import Augmentation
from engine.data.dataset import Dataset
from engine.errors import CheckpointError, WeightsError
from engine.io import safetensors_file
from engine.nn.network_spec import NetworkSpec
from engine.train.checkpoint import MAX_HEADER, load_state, save_state
from engine.train.trainer import Evaluation, TrainConfig, Trainer, TrainerState
from engine.weights import Weights, load_weights, save_weights

SPEC = NetworkSpec.mlp((5,), "relu")
# 7 mini-batches an epoch, the last one short.
_rng = np.random.default_rng(6)
DATA = Dataset(_rng.integers(0, 256, (61, 28, 28), np.uint8), _rng.integers(0, 10, 61, np.uint8), "noise")
PER_EPOCH = 7


def trained(optimizer: str = "momentum", stop: int | None = None) -> Trainer:
    """A training of three epochs, stopped after ``stop`` mini-batches."""
    config = TrainConfig(
        optimizer, lr=0.05, batch_size=9, epochs=3, seed=7, schedule="cosine", weight_decay=0.1, evaluate_every=1
    )
    trainer = Trainer(SPEC, config, DATA)
    events = trainer.run()
    while trainer.iteration != stop and next(events, None) is not None:
        pass
    return trainer


STATE = trained(stop=10).state()


def assert_same_state(found: TrainerState, wanted: TrainerState) -> None:
    for what in ("spec", "config", "data", "iteration", "rng", "epoch_rng", "seconds", "evaluations"):
        assert getattr(found, what) == getattr(wanted, what), what
    found_arrays = found.params | found.optimizer | {"losses": found.losses}
    wanted_arrays = wanted.params | wanted.optimizer | {"losses": wanted.losses}
    assert found_arrays.keys() == wanted_arrays.keys()
    for name, array in found_arrays.items():
        assert array.dtype == wanted_arrays[name].dtype
        assert array.shape == wanted_arrays[name].shape
        assert array.tobytes() == wanted_arrays[name].tobytes()
        assert array.flags.writeable


@pytest.mark.parametrize("optimizer", ["sgd", "momentum"])
@pytest.mark.parametrize("stop", [0, 1, PER_EPOCH - 1, PER_EPOCH, PER_EPOCH + 3, 3 * PER_EPOCH])
def test_saving_and_resuming_changes_nothing(tmp_path: Path, optimizer: str, stop: int) -> None:
    path = tmp_path / "training.safetensors"
    stopped = trained(optimizer, stop)
    assert stopped.iteration == stop
    state = stopped.state()
    save_state(str(path), state)
    found = load_state(str(path))
    assert_same_state(found, state)

    resumed = Trainer.resumed(found, DATA)
    for _ in resumed.run():
        pass
    uninterrupted = trained(optimizer)
    assert uninterrupted.iteration == 3 * PER_EPOCH
    # Only the time may differ, and an evaluation that was due just when it stopped.
    states = (dataclasses.replace(trainer.state(), seconds=0.0, evaluations=()) for trainer in (resumed, uninterrupted))
    assert_same_state(*states)


def test_a_checkpoint_of_an_earlier_version_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "training.safetensors"
    augmented = dataclasses.replace(STATE.config, augmentation=Augmentation(rotation=10.0, anneal=0.5))
    save_state(path, dataclasses.replace(STATE, config=augmented))
    arrays, facts = safetensors_file.unpack(path.read_bytes())
    flat = facts["config"].pop("augmentation")
    facts["config"] |= flat | {"fading": flat.pop("anneal")}
    path.write_bytes(safetensors_file.pack(arrays, facts))
    assert load_state(path).config == augmented


def test_equal_states_make_equal_files(tmp_path: Path) -> None:
    save_state(tmp_path / "a", STATE)
    save_state(tmp_path / "b", load_state(tmp_path / "a"))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_checkpoints_and_weights_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    save_state(path, STATE)
    with pytest.raises(WeightsError, match="it holds a checkpoint of a training, not the weights of a network"):
        load_weights(path)
    save_weights(path, Weights(SPEC, STATE.params))
    with pytest.raises(CheckpointError, match="it holds the weights of a network, not a checkpoint of a training"):
        load_state(path)
    safetensors.numpy.save_file(STATE.params, path)
    with pytest.raises(CheckpointError, match="it holds something else, not a checkpoint of a training"):
        load_state(path)


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    save_state(path, STATE)
    before = path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CheckpointError, match=r"^a cannot be saved: the system says “No space left on device”"):
        save_state(path, dataclasses.replace(STATE, seconds=99.0))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_training_that_diverged_is_not_saved(tmp_path: Path) -> None:
    params = STATE.params | {"b1": np.full(5, np.nan, np.float32)}
    with pytest.raises(CheckpointError, match="cannot be saved: “b1” holds NaN"):
        save_state(tmp_path / "a", dataclasses.replace(STATE, params=params))
    assert not list(tmp_path.iterdir())


def long_numbers(n: int) -> tuple[Evaluation, ...]:
    """Evaluations that take as many letters as any do."""
    return tuple(Evaluation(10, i / 7, 1 / 7, 1 / 7, False, 1 / 7, 1e-5 / 7, 1e-5 / 7) for i in range(n))


@pytest.mark.parametrize(("n", "version"), [(10_000, 1), (80_000, 2)], ids=["for-older-programs", "too-many-for-those"])
def test_a_long_training_with_many_evaluations(tmp_path: Path, n: int, version: int) -> None:
    state = dataclasses.replace(STATE, evaluations=long_numbers(n))
    save_state(tmp_path / "a", state)
    assert load_state(tmp_path / "a").evaluations == state.evaluations
    facts = safetensors_file.unpack((tmp_path / "a").read_bytes(), MAX_HEADER)[1]
    assert facts is not None
    assert facts["format_version"] == version


@pytest.fixture
def as_array(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few evaluations are stored as many are."""
    monkeypatch.setattr("engine.train.checkpoint._MAX_AS_JSON", 0)


@pytest.mark.usefixtures("as_array")
def test_an_array_of_evaluations_holds_them_exactly(tmp_path: Path) -> None:
    evaluations = (*STATE.evaluations, *long_numbers(3), Evaluation(10, 2.0, 0.0, None, True, 1.0, None, 3.4e38))
    state = dataclasses.replace(STATE, evaluations=evaluations)
    save_state(tmp_path / "a", state)
    assert_same_state(load_state(tmp_path / "a"), state)
    # 2 and 2.0 are equal, but have other texts.
    assert repr(load_state(tmp_path / "a").evaluations) == repr(evaluations)


# Inconsistent files

Edit = Callable[[dict[str, np.ndarray], dict[str, Any]], object]


def refused(path: Path) -> str:
    with pytest.raises(CheckpointError) as caught:
        load_state(path)
    assert str(caught.value).startswith(f"{path.name} cannot be opened: ")
    assert str(caught.value).endswith(".")
    return str(caught.value)


F4 = np.float32


@pytest.mark.parametrize(
    ("edit", "fault"),
    [
        (lambda arrays, facts: arrays.pop("params.W1"), "its array W1 is missing"),
        (lambda arrays, facts: arrays.pop("optimizer.v"), "its array v is missing"),
        (lambda arrays, facts: arrays.pop("losses"), "losses is 0, and should be 10"),
        (lambda arrays, facts: arrays.update({"optimizer.m": np.zeros(3, F4)}), "“m” that does not belong there"),
        (lambda arrays, facts: arrays.update({"params.W9": np.zeros(3, F4)}), "“W9” that does not belong there"),
        (lambda arrays, facts: arrays.update({"extra": np.zeros(3, F4)}), "arrays that do not belong to a training"),
        (lambda arrays, facts: arrays.update({"optimizer.v": np.zeros(3, F4)}), "v is 3, and should be "),
        (lambda arrays, facts: arrays.update({"losses": np.zeros(11, F4)}), "losses is 11, and should be 10"),
        (lambda arrays, facts: arrays.update({"params.b1": np.zeros(6, F4)}), "b1 is 6, and should be 5"),
        (lambda arrays, facts: arrays.update({"params.b1": np.full(5, np.inf, F4)}), "“b1” holds an infinite number"),
        (lambda arrays, facts: arrays.update({"losses": np.full(10, np.nan, F4)}), "“losses” holds NaN"),
        (lambda arrays, facts: facts.update(format_version=3), "newer version of Digit Lab"),
        (lambda arrays, facts: facts.update(iteration=9), "losses is 10, and should be 9"),
        (lambda arrays, facts: facts.update(iteration=-1), "for the number of iterations"),
        (lambda arrays, facts: facts.update(iteration=10.0), "(“iteration”)"),
        (lambda arrays, facts: facts.update(seconds=-1.0), "for the duration"),
        (lambda arrays, facts: facts.update(seconds=3e11), "for the duration"),
        (lambda arrays, facts: facts.update(seconds="1"), "(“seconds”)"),
        (
            lambda arrays, facts: facts.update(data="not a fingerprint"),
            "for the fingerprint of its data",
        ),
        (lambda arrays, facts: facts.pop("rng"), "(“rng”)"),
        (lambda arrays, facts: facts.update(rng={}), "for the random generator"),
        (
            lambda arrays, facts: facts.update(epoch_rng={"bit_generator": "MT19937"}),
            "for the random generator",
        ),
        (lambda arrays, facts: facts["rng"].update(state=7), "for the random generator"),
        (
            lambda arrays, facts: facts["rng"]["state"].update(state=1 << 128),
            "for the random generator",
        ),
        (lambda arrays, facts: facts["rng"]["state"].update(state=-1), "for the random generator"),
        (lambda arrays, facts: facts["rng"]["state"].update(state=1.5), "for the random generator"),
        (lambda arrays, facts: facts["rng"].update(has_uint32=1 << 70), "for the random generator"),
        (lambda arrays, facts: facts["rng"].update(more=1), "for the random generator"),
        (lambda arrays, facts: facts.update(config=[]), "(“config”)"),
        (lambda arrays, facts: facts["config"].update(wings=2), "“wings” among its settings is malformed, or unknown"),
        (lambda arrays, facts: facts["config"].update(batch_size="9"), "“batch_size” among its settings"),
        (lambda arrays, facts: facts["config"].update(batch_size=9.5), "“batch_size” among its settings"),
        (lambda arrays, facts: facts["config"].update(epochs=True), "“epochs” among its settings"),
        (lambda arrays, facts: facts["config"].update(optimizer=["sgd"]), "“optimizer” among its settings"),
        (lambda arrays, facts: facts["config"].update(optimizer="sgd"), "“v” that does not belong there"),
        (lambda arrays, facts: facts["config"].update(optimizer="magic"), "There is no optimiser called “magic”"),
        (lambda arrays, facts: facts["config"].update(lr=-1), "Learning rate must be above 0"),
        (lambda arrays, facts: facts.update(spec=NetworkSpec.mlp((6,)).to_dict()), "W1 is 784 × 5, and should be"),
        (lambda arrays, facts: facts["spec"]["layers"].pop(), "cannot build. The last layer must have 10"),
        (lambda arrays, facts: facts.update(evaluations={}), "(“evaluations”)"),
        (lambda arrays, facts: facts.update(evaluations=[{}]), "its accuracies are not complete"),
        (lambda arrays, facts: facts.update(evaluations=[7]), "its accuracies are malformed"),
        (lambda arrays, facts: facts["evaluations"][0].update(epoch_end=1), "“epoch_end” among its accuracies"),
        (
            lambda arrays, facts: facts["evaluations"][0].update(train_accuracy=1.5),
            "for the accuracies",
        ),
        (lambda arrays, facts: facts["evaluations"][0].update(train_loss=-1.0), "for the accuracies"),
        (lambda arrays, facts: facts["evaluations"][0].update(test_loss="low"), "“test_loss” among its accuracies"),
        (lambda arrays, facts: facts["evaluations"][0].update(iteration=11), "for the accuracies"),
        (lambda arrays, facts: facts.update(iteration=10**900), "for the number of iterations"),
    ],
)
def test_an_inconsistent_checkpoint_is_refused(tmp_path: Path, edit: Edit, fault: str) -> None:
    path = tmp_path / "a"
    save_state(path, STATE)
    arrays, facts = safetensors_file.unpack(path.read_bytes())
    assert facts is not None
    edit(arrays, facts)
    path.write_bytes(safetensors_file.pack(arrays, facts))
    assert fault in refused(path)


@pytest.mark.usefixtures("as_array")
@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda table: table.astype(F4), "its accuracies are malformed"),
        (lambda table: table[:, :-1], "its accuracies are malformed"),
        (lambda table: table[0], "its accuracies are malformed"),
        (lambda table: np.where(np.arange(8) == 0, 0.5, table), "its accuracies are malformed"),
        (lambda table: np.where(np.arange(8) == 0, np.nan, table), "its accuracies are malformed"),
        (lambda table: np.where(np.arange(8) == 1, np.inf, table), "its accuracies are malformed"),
        (lambda table: np.where(np.arange(8) == 4, 0.5, table), "its accuracies are malformed"),
        (lambda table: np.where(np.arange(8) == 2, 1.5, table), "impossible value for the accuracies"),
        (lambda table: np.where(np.arange(8) == 7, np.inf, table), "impossible value for the accuracies"),
        (lambda table: np.where(np.arange(8) == 0, 1e300, table), "impossible value for the accuracies"),
    ],
)
def test_an_inconsistent_array_of_evaluations_is_refused(
    tmp_path: Path, change: Callable[[np.ndarray], np.ndarray], fault: str
) -> None:
    path = tmp_path / "a"
    save_state(path, STATE)
    arrays, facts = safetensors_file.unpack(path.read_bytes())
    assert facts is not None
    table = change(arrays["evaluations"])
    exact = ["evaluations"] if table.dtype == np.float64 else []
    path.write_bytes(safetensors_file.pack(arrays | {"evaluations": table}, facts, exact=exact))
    assert fault in refused(path)


@pytest.mark.usefixtures("as_array")
def test_more_evaluations_than_a_training_makes_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file of a stranger would take much memory."""
    save_state(tmp_path / "a", STATE)
    monkeypatch.setattr("engine.train.checkpoint.MAX_EVALUATIONS", len(STATE.evaluations) - 1)
    assert "its accuracies are malformed" in refused(tmp_path / "a")


@pytest.mark.parametrize("steps", [-1, -1e30])
def test_a_negative_number_of_steps_is_refused(tmp_path: Path, steps: float) -> None:
    state = trained("adam", 10).state()
    state.optimizer["t"][:] = steps
    with pytest.raises(CheckpointError, match="impossible number of steps of the optimiser"):
        save_state(tmp_path / "a", state)


def test_arrays_of_another_type_are_not_converted(tmp_path: Path) -> None:
    path = tmp_path / "a"
    save_state(path, STATE)
    arrays, facts = safetensors_file.unpack(path.read_bytes())
    assert facts is not None
    arrays["losses"] = arrays["losses"].astype(np.float64)
    metadata = {key: value if key == "format" else json.dumps(value) for key, value in facts.items()}
    path.write_bytes(safetensors.numpy.save(arrays, metadata))
    assert "losses is of type float64, not float32" in refused(path)


def test_a_setting_missing_in_an_older_file_has_its_default(tmp_path: Path) -> None:
    path = tmp_path / "a"
    save_state(path, STATE)
    arrays, facts = safetensors_file.unpack(path.read_bytes())
    assert facts is not None
    del facts["config"]["weight_decay"]
    # A setting that only older versions had is ignored.
    facts["config"]["parts"] = 2
    path.write_bytes(safetensors_file.pack(arrays, facts))
    assert load_state(path).config == dataclasses.replace(STATE.config, weight_decay=0.0)


def test_truncated_or_damaged_files_are_refused_or_valid(tmp_path: Path) -> None:
    path = tmp_path / "a"
    save_state(path, STATE)
    whole = path.read_bytes()
    rng = np.random.default_rng(8)
    for length in [*range(1, 200, 7), *rng.integers(1, len(whole), 60)]:
        path.write_bytes(whole[:length])
        refused(path)
    for position in [*rng.integers(0, 5_000, 400), *rng.integers(0, len(whole), 50)]:
        damaged = bytearray(whole)
        damaged[position] ^= 1 << rng.integers(8)
        path.write_bytes(damaged)
        try:
            found = load_state(path)
        except CheckpointError:
            continue
        assert all(np.isfinite(array).all() for array in (found.params | found.optimizer).values())
        assert len(found.losses) == found.iteration
