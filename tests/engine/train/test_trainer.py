"""Training: every image once an epoch, the same bits for the same seed, and exact resuming."""

import itertools
import math
from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest

from engine.data.augmentation import Augmentation, augment
from engine.data.dataset import Dataset
from engine.errors import SpecError
from engine.evaluate.metrics import accuracy
from engine.nn.layers import AffineSpec, BatchNormalizationSpec, ConvolutionSpec, DropoutSpec, ReLUSpec
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.train import evaluator as evaluator_module
from engine.train import trainer as trainer_module
from engine.train.state import fingerprint
from engine.train.trainer import (
    Diverged,
    Evaluation,
    Finished,
    Progress,
    TrainConfig,
    Trainer,
    TrainerState,
    TrainEvent,
)

SPEC = NetworkSpec.mlp((6,))
# 23 images in mini-batches of 5: an epoch is 5 iterations, and the last mini-batch has only 3 images.
CONFIG = TrainConfig(batch_size=5, epochs=3, lr=0.05)
PER_EPOCH = 5


def noise_images(n: int = 23, seed: int = 0) -> Dataset:
    """Noise with a white bar, whose height depends on the digit."""
    rng = np.random.default_rng(seed)
    images, labels = rng.integers(0, 100, (n, 28, 28), np.uint8), rng.integers(0, 10, n).astype(np.uint8)
    for image, label in zip(images, labels, strict=True):
        image[2 * label + 4 : 2 * label + 6] = 255
    return Dataset(images, labels)


TRAIN, TEST = noise_images(), noise_images(11, seed=1)


def trained(config: TrainConfig = CONFIG, **options: Any) -> Trainer:
    trainer = Trainer(SPEC, config, TRAIN, TEST, **options)
    assert isinstance(list(trainer.run())[-1], Finished)
    return trainer


@pytest.fixture
def an_event_an_iteration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trainer_module, "_EVENT_SECONDS", 0)


@pytest.fixture
def only_due_events(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine."""
    monkeypatch.setattr(trainer_module, "_EVENT_SECONDS", math.inf)


def assert_equal_bits(found: TrainerState, wanted: TrainerState) -> None:
    """All but the time it took."""
    for field in fields(TrainerState):
        a, b = getattr(found, field.name), getattr(wanted, field.name)
        if field.name in ("params", "optimizer"):
            assert a.keys() == b.keys()
            assert all(a[name].tobytes() == b[name].tobytes() for name in a)
        elif field.name == "losses":
            assert a.tobytes() == b.tobytes()
        elif field.name != "seconds":
            assert a == b


# Mini-batches


def test_an_epoch_has_every_image_once_with_its_label(monkeypatch: pytest.MonkeyPatch) -> None:
    # Image i is a single dot at i, and its label is i mod 10.
    images = np.zeros((23, 784), np.uint8)
    np.fill_diagonal(images, 255)
    dots = Dataset(images.reshape(23, 28, 28), (np.arange(23) % 10).astype(np.uint8))
    seen: list[np.ndarray] = []
    gradient_step = Network.gradient_step

    def watched(self: Network, x: np.ndarray, t: np.ndarray) -> float:
        which = x.argmax(axis=1)
        np.testing.assert_array_equal(t, which % 10)
        seen.append(which)
        return gradient_step(self, x, t)

    monkeypatch.setattr(Network, "gradient_step", watched)
    list(Trainer(SPEC, CONFIG, dots).run())
    assert [len(which) for which in seen] == [5, 5, 5, 5, 3] * 3
    epochs = [np.concatenate(seen[start : start + PER_EPOCH]) for start in (0, 5, 10)]
    for order in epochs:
        assert sorted(order) == list(range(23))
    assert len({order.tobytes() for order in epochs}) == 3


def test_the_loss_decreases() -> None:
    trainer = Trainer(NetworkSpec.mlp((20,)), replace(CONFIG, epochs=30), TRAIN)
    list(trainer.run())
    assert trainer.losses[-PER_EPOCH:].mean() < 0.1 * trainer.losses[:PER_EPOCH].mean()
    assert trainer.evaluations[-1].train_accuracy == 1


def test_epochs_or_iterations() -> None:
    assert trained().iteration == 3 * PER_EPOCH
    assert trained(replace(CONFIG, iterations=7)).iteration == 7
    assert len(trained(replace(CONFIG, iterations=7)).losses) == 7


def test_a_mini_batch_larger_than_the_training_set_is_the_whole_set() -> None:
    whole, larger = (trained(replace(CONFIG, batch_size=size)) for size in (23, 10**12))
    assert whole.iteration == larger.iteration == 3
    np.testing.assert_array_equal(whole.network.theta, larger.network.theta)


def test_training_starts_from_the_initial_weights() -> None:
    params = trained().network.snapshot()
    trainer = Trainer(SPEC, CONFIG, TRAIN, initial=params)
    assert next(trainer.run()).train_accuracy == accuracy(trainer.network, TRAIN)  # type: ignore[union-attr]
    for name, array in params.items():
        np.testing.assert_array_equal(trainer.network.params[name], array)


def test_the_arrays_of_the_network_are_never_replaced() -> None:
    trainer = Trainer(SPEC, CONFIG, TRAIN)
    network = trainer.network
    arrays = [network.theta, network.dtheta, *network.params.values(), *network.grads.values()]
    before = network.theta.copy()
    list(trainer.run())
    assert trainer.network is network
    after = [network.theta, network.dtheta, *network.params.values(), *network.grads.values()]
    assert all(a is b for a, b in zip(arrays, after, strict=True))
    assert not np.array_equal(network.theta, before)


def test_weight_decay_changes_the_weights_and_not_the_biases() -> None:
    config = replace(CONFIG, iterations=1, lr=0.5)
    start = trained().network.snapshot()
    assert all(array.any() for array in start.values())
    plain, decayed = (trained(replace(config, weight_decay=decay), initial=start).network.params for decay in (0, 0.1))
    for name in ("W1", "W2"):  # lr * weight_decay of each, besides the step
        np.testing.assert_allclose(plain[name] - decayed[name], 0.5 * 0.1 * start[name], atol=1e-6)
    for name in ("b1", "b2"):
        np.testing.assert_array_equal(plain[name], decayed[name])


# Random numbers


def test_the_same_seed_gives_the_same_bits_and_another_seed_others() -> None:
    assert_equal_bits(trained().state(), trained().state())
    assert not np.array_equal(trained().network.theta, trained(replace(CONFIG, seed=1)).network.theta)


def test_numpys_global_generator_is_neither_used_nor_changed() -> None:
    np.random.seed(1)  # noqa: NPY002 - the global generator is what is tested
    first, after_seed = trained(), np.random.get_state()[1].tobytes()  # noqa: NPY002
    np.random.seed(2)  # noqa: NPY002
    assert_equal_bits(trained().state(), first.state())
    np.random.seed(1)  # noqa: NPY002
    assert np.random.get_state()[1].tobytes() == after_seed  # noqa: NPY002


# Events


def kinds(events: list[TrainEvent]) -> list[tuple[type, int]]:
    return [(type(event), event.iteration) for event in events]


@pytest.mark.usefixtures("only_due_events")
def test_the_events_of_a_training() -> None:
    trainer = Trainer(SPEC, replace(CONFIG, iterations=12), TRAIN, TEST)
    events = list(trainer.run())
    assert kinds(events) == [
        (Evaluation, 0),
        *[(kind, iteration) for iteration in (5, 10, 12) for kind in (Progress, Evaluation)],
        (Finished, 12),
    ]
    evaluations = [event for event in events if isinstance(event, Evaluation)]
    assert trainer.evaluations == evaluations
    assert [event.epoch_end for event in evaluations] == [False, True, True, False]
    assert [event.epoch for event in evaluations] == [0, 1, 2, 2.4]
    assert evaluations[-1].train_accuracy == accuracy(trainer.network, TRAIN)
    assert evaluations[-1].test_accuracy == accuracy(trainer.network, TEST)


@pytest.mark.usefixtures("only_due_events")
def test_accuracies_are_also_measured_within_an_epoch() -> None:
    trainer = trained(replace(CONFIG, iterations=8, evaluate_every=3))
    assert [event.iteration for event in trainer.evaluations] == [0, 3, 5, 6, 8]


@pytest.mark.parametrize("seconds", [0, math.inf, 0.0005], ids=["every iteration", "only due", "by the clock"])
def test_progress_events_have_every_loss_once(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    monkeypatch.setattr(trainer_module, "_EVENT_SECONDS", seconds)
    trainer = Trainer(SPEC, CONFIG, TRAIN)
    events = [event for event in trainer.run() if isinstance(event, Progress)]
    losses = np.concatenate([event.losses for event in events])
    assert losses.dtype == np.float32
    np.testing.assert_array_equal(losses, trainer.losses)
    assert len(losses) == trainer.iteration == 15
    assert [event.iteration for event in events] == list(itertools.accumulate(len(event.losses) for event in events))


@pytest.mark.usefixtures("an_event_an_iteration")
def test_the_values_of_progress_events() -> None:
    trainer = Trainer(SPEC, replace(CONFIG, schedule="cosine", lr=0.4, iterations=6), TRAIN)
    events = [event for event in trainer.run() if isinstance(event, Progress)]
    assert [event.iteration for event in events] == [1, 2, 3, 4, 5, 6]
    assert {event.total_iterations for event in events} == {6}
    assert events[3].epoch == pytest.approx(4 / 5)
    # The rate of the last mini-batch: after 0, 1/6, 1/3, 1/2, ... of the way.
    assert events[0].lr == 0.4
    assert events[2].lr == pytest.approx(0.4 * 0.75)
    assert events[3].lr == pytest.approx(0.4 * 0.5)
    assert all(event.iterations_per_second > 0 for event in events)
    assert events[2].seconds_left == pytest.approx(3 / events[2].iterations_per_second)
    assert events[-1].seconds_left == 0


@pytest.mark.parametrize("test", [None, TEST.subset(slice(0))], ids=["none", "empty"])
def test_without_a_test_set_there_is_no_test_accuracy(test: Dataset | None) -> None:
    events = list(Trainer(SPEC, CONFIG, TRAIN, test).run())
    assert {event.test_accuracy for event in events if isinstance(event, Evaluation)} == {None}


def test_accuracies_can_be_measured_on_some_of_the_images() -> None:
    trainer = trained(replace(CONFIG, evaluation_samples=4))
    assert trainer.evaluations[-1].train_accuracy == accuracy(trainer.network, TRAIN.subset(slice(4)))
    assert trainer.evaluations[-1].test_accuracy == accuracy(trainer.network, TEST.subset(slice(4)))


def test_the_seconds_of_all_runs_count() -> None:
    state = trained().state()
    assert state.seconds > 0
    resumed = Trainer.resumed(replace(Trainer(SPEC, CONFIG, TRAIN).state(), seconds=1000.0), TRAIN)
    list(resumed.run())
    assert 1000 < resumed.seconds < 1060


# Stopping and resuming


@pytest.mark.usefixtures("an_event_an_iteration")
@pytest.mark.parametrize(
    "options",
    [
        {"optimizer": "sgd"},
        {"optimizer": "momentum"},
        {"optimizer": "momentum", "schedule": "cosine", "weight_decay": 0.01, "evaluate_every": 4},
        {"optimizer": "sgd", "iterations": 12, "seed": 7},
        {"optimizer": "nesterov", "schedule": "one-cycle"},
        {"optimizer": "adagrad", "schedule": "step"},
        {"optimizer": "rmsprop", "lr": 0.01, "averaging": 0.9},
        {"optimizer": "adam", "lr": 0.01},
        {"validation": 0.3, "patience": 2, "epochs": 6, "averaging": 0.5},
        {"validation": 0.3, "patience": 1, "epochs": 6},
        {"train_size": 12, "wrong_labels": 0.5, "validation": 0.2},
    ],
    ids=[
        "sgd",
        "momentum",
        "momentum, cosine, weight decay",
        "sgd for some iterations",
        "nesterov, one-cycle",
        "adagrad, step",
        "rmsprop, averaging",
        "adam",
        "early stopping, averaging",
        "early stopping",
        "few images, wrong labels",
    ],
)
def test_resuming_after_any_event_is_exact(options: dict[str, Any]) -> None:
    config = replace(CONFIG, **options)
    whole = Trainer(SPEC, config, TRAIN, TEST)
    events = list(whole.run())
    for stop in range(len(events) + 1):  # before the first event, after each, and at the end
        stopped = Trainer(SPEC, config, TRAIN, TEST)
        before = list(itertools.islice(stopped.run(), stop))
        resumed = Trainer.resumed(stopped.state(), TRAIN, TEST)
        assert_equal_bits(resumed.state(), stopped.state())
        events_after = list(resumed.run())
        assert_equal_bits(resumed.state(), whole.state())
        if stop < len(events):
            assert kinds(before + events_after) == kinds(events)
        list(stopped.run())  # paused rather than stopped
        assert_equal_bits(stopped.state(), whole.state())


@pytest.mark.usefixtures("an_event_an_iteration")
def test_resuming_after_every_event() -> None:
    state = Trainer(SPEC, CONFIG, TRAIN, TEST).state()
    while state.iteration < 3 * PER_EPOCH or len(state.evaluations) < 4:
        trainer = Trainer.resumed(state, TRAIN, TEST)
        next(trainer.run())
        state = trainer.state()
    assert_equal_bits(state, trained().state())


def test_a_state_is_a_copy() -> None:
    trainer = Trainer(SPEC, CONFIG, TRAIN)
    before = trainer.state()
    kept = {name: array.copy() for name, array in before.params.items()}
    list(trainer.run())
    assert before.iteration == len(before.losses) == len(before.evaluations) == 0
    assert not before.optimizer["v"].any()
    for name, array in before.params.items():
        np.testing.assert_array_equal(array, kept[name])


def test_a_larger_mini_batch_of_an_earlier_version_is_resumed(monkeypatch: pytest.MonkeyPatch) -> None:
    trainer = Trainer(SPEC, replace(CONFIG, batch_size=10), TRAIN, TEST)
    list(trainer.run(until=1))
    monkeypatch.setattr(trainer_module, "MAX_BATCH_NUMBERS", 5 * SPEC.buffer_count())
    with pytest.raises(SpecError, match="Batch size must be at most 5"):
        Trainer(SPEC, replace(CONFIG, batch_size=10), TRAIN, TEST)
    assert Trainer.resumed(trainer.state(), TRAIN, TEST).iteration == 1


def test_resuming_with_other_data_is_refused() -> None:
    state = trained().state()
    with pytest.raises(SpecError, match="started on other data"):
        Trainer.resumed(state, noise_images(seed=9))


def test_resuming_from_an_inconsistent_state_is_refused() -> None:
    state = trained().state()
    for iteration in (-1, 3, 16):
        with pytest.raises(SpecError, match="is inconsistent"):
            Trainer.resumed(replace(state, iteration=iteration), TRAIN)


def test_the_fingerprint_is_of_the_images_and_the_labels() -> None:
    copied = Dataset(np.asfortranarray(TRAIN.images), TRAIN.labels.copy(), "by another name")
    assert fingerprint(copied) == fingerprint(TRAIN)
    others = [TRAIN.subset(slice(22)), Dataset(TRAIN.images, TRAIN.labels ^ 1), Dataset(TRAIN.images ^ 1, TRAIN.labels)]
    assert len({fingerprint(data) for data in (TRAIN, *others)}) == 4


# Errors and divergence


@pytest.mark.parametrize("every", [None, 1])
@pytest.mark.parametrize("optimizer", ["sgd", "momentum"])
@pytest.mark.parametrize("activation", ["relu", "sigmoid"])
@pytest.mark.parametrize(("lr", "weight_decay"), [(1e6, 0.0), (1e30, 0.0), (1e30, 1e30)])
def test_divergence_ends_the_training(
    lr: float, weight_decay: float, activation: str, optimizer: str, every: int | None
) -> None:
    # Warnings are errors here: neither the mini-batches nor the measuring of such weights may give one.
    config = replace(CONFIG, optimizer=optimizer, lr=lr, weight_decay=weight_decay, evaluate_every=every)
    trainer = Trainer(NetworkSpec.mlp((6, 6), activation), config, TRAIN, TEST)
    last = list(trainer.run())[-1]
    assert isinstance(last, Diverged)
    assert last.iteration == trainer.iteration == 2
    assert not last.loss < 1e5  # the first of such weights, where it is a number
    np.testing.assert_array_equal(trainer.losses[-1], np.float32(last.loss))


def test_a_large_loss_that_recovers_is_no_divergence() -> None:
    trainer = Trainer(NetworkSpec.mlp(()), replace(CONFIG, lr=100), TRAIN)
    assert isinstance(list(trainer.run())[-1], Finished)
    assert trainer.losses.max() > 1000


def test_divergence_in_the_last_step() -> None:
    last = list(Trainer(SPEC, replace(CONFIG, lr=1e30, weight_decay=1e30, iterations=1), TRAIN).run())[-1]
    assert isinstance(last, Diverged)


def test_only_some_of_the_images_are_trained_on_with_some_wrong_labels(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[bytes, int] = {}
    gradient_step = Network.gradient_step

    def watched(self: Network, x: np.ndarray, t: np.ndarray) -> float:
        seen.update((image.tobytes(), int(digit)) for image, digit in zip(x, t, strict=True))
        return gradient_step(self, x, t)

    monkeypatch.setattr(Network, "gradient_step", watched)
    trainer = Trainer(SPEC, replace(CONFIG, train_size=12, wrong_labels=0.25), TRAIN, TEST)
    assert trainer.per_epoch == 3
    list(trainer.run())
    true = {x.tobytes(): int(digit) for x, digit in zip(TRAIN.pixels(), TRAIN.labels, strict=True)}
    assert len(seen) == 12
    assert sum(true[image] != digit for image, digit in seen.items()) == 3
    # The accuracy on the training set is on the same labels, which the network memorises.
    trainer = Trainer(SPEC, replace(CONFIG, train_size=12, wrong_labels=0.25, epochs=300), TRAIN, TEST)
    list(trainer.run())
    assert trainer.evaluations[-1].train_accuracy > 0.9


@pytest.mark.parametrize(
    "changes",
    [{"epochs": 2_000_000, "batch_size": 23}, {"epochs": 400_000, "evaluate_every": 1}],
    ids=["an-epoch-each", "within-epochs"],
)
def test_a_training_that_would_measure_more_than_can_be_stored_is_refused(changes: dict[str, int]) -> None:
    with pytest.raises(SpecError, match=r"measured 2,[04]00,002 times, and .* at most 2,000,000"):
        Trainer(SPEC, replace(CONFIG, **changes), TRAIN, TEST)
    Trainer(SPEC, replace(CONFIG, **changes | {"epochs": 300_000}), TRAIN, TEST)


def test_the_measurements_are_as_many_as_are_counted_at_most() -> None:
    for changes in ({}, {"evaluate_every": 1}, {"evaluate_every": 2}, {"iterations": 12}, {"batch_size": 23}):
        config = replace(CONFIG, **changes)
        trainer = trained(config)
        most = evaluator_module.evaluation_count(trainer.total_iterations, trainer.per_epoch, config.evaluate_every)
        assert len(trainer.evaluations) <= most


def test_an_empty_training_set_is_refused() -> None:
    with pytest.raises(SpecError, match="training set is empty"):
        Trainer(SPEC, CONFIG, TRAIN.subset(slice(0)), TEST)


@pytest.mark.parametrize(
    ("name", "values", "reason"),
    [
        ("optimizer", ["adamant", ""], "no optimiser called “{}”"),
        ("schedule", ["sine"], "no schedule called “{}”"),
        ("lr", [0.0, -0.1, 5e-324, 1.7e308, math.inf, math.nan], r"Learning rate must be above 0 and at most 1e\+30"),
        ("momentum", [-0.1, 1.0, math.nan], "Momentum must be from 0 to below 1"),
        ("weight_decay", [-1e-3, 1e308, math.inf, math.nan], r"Weight decay must be from 0 to 1e\+30"),
        ("batch_size", [0, -1], "Batch size must be 1 or above"),
        ("epochs", [0], "Epochs must be from 1 to 100,000,000"),
        ("iterations", [0], "Iterations must be from 1 to 100,000,000"),
        ("evaluate_every", [0], "Evaluated every must be 1 or above"),
        ("evaluation_samples", [0], "Evaluated on must be 1 or above"),
        ("seed", [-1], "Seed must be 0 or above"),
        ("decay", [-0.1, 1.0, math.nan], "Decay must be from 0 to below 1"),
        ("beta1", [-0.1, 1.0, math.nan], "Beta 1 must be from 0 to below 1"),
        ("beta2", [-0.1, 1.0, math.nan], "Beta 2 must be from 0 to below 1"),
        ("validation", [-0.1, 1.0, math.nan], "Validation split must be from 0 to below 1"),
        ("patience", [-1], "0 or above"),
        ("patience", [3], "needs a validation split"),
        ("augmentation", [Augmentation(anneal=-0.1), Augmentation(anneal=1.1)], "Anneal must be from 0 to 1"),
        ("augmentation", [Augmentation(shear=-1), Augmentation(shear=math.nan)], "Shear must be from 0 to below 1,000"),
        ("train_size", [0, -1], "Training images must be 1 or above"),
        ("wrong_labels", [-0.1, 1.1, math.nan], "Wrong labels must be from 0 to 1"),
        ("temperature", [0.0, -1.0, 1e-320, 1e308, math.inf, math.nan], "Temperature must be from 0.001 to 1,000"),
    ],
)
def test_an_invalid_setting_is_refused_with_a_sentence(name: str, values: list[Any], reason: str) -> None:
    for value in values:
        with pytest.raises(SpecError, match=reason.format(value)) as caught:
            replace(CONFIG, **{name: value})
        assert str(caught.value).endswith(".")


@pytest.mark.usefixtures("only_due_events")
@pytest.mark.parametrize("until", [1, 4, PER_EPOCH, PER_EPOCH + 1, 3 * PER_EPOCH, 99])
def test_it_pauses_after_the_given_iteration(until: int) -> None:
    whole = trained()
    trainer = Trainer(SPEC, CONFIG, TRAIN, TEST)
    events = list(trainer.run(until))
    assert trainer.iteration == min(until, 3 * PER_EPOCH)
    if until >= 3 * PER_EPOCH:
        assert isinstance(events[-1], Finished)
    elif until % PER_EPOCH == 0:
        assert isinstance(events[-1], Evaluation)
        assert events[-1].epoch_end
    else:
        assert isinstance(events[-1], Progress)
    assert [event.iteration for event in events if isinstance(event, Progress)][-1] == trainer.iteration
    assert list(trainer.run(until))[:-1] == []  # it is there already
    list(trainer.run())
    assert_equal_bits(trainer.state(), whole.state())


def validated(accuracies: list[float], monkeypatch: pytest.MonkeyPatch, **options: Any) -> tuple[Trainer, list[Any]]:
    """A training whose validation accuracy after each epoch is as given, and the weights after each."""
    config = replace(CONFIG, validation=0.3, epochs=len(accuracies), **options)
    trainer = Trainer(SPEC, config, TRAIN, TEST)
    to_come = iter(accuracies)
    monkeypatch.setattr(evaluator_module, "accuracy", lambda _, data: next(to_come))
    after = []
    for event in trainer.run():
        if isinstance(event, Evaluation) and event.epoch_end:
            after.append(trainer.kept.theta.copy())
    assert isinstance(event, Finished)
    return trainer, [event, *after]


@pytest.mark.parametrize("averaging", [0.0, 0.9])
def test_early_stopping_keeps_the_best_weights(averaging: float, monkeypatch: pytest.MonkeyPatch) -> None:
    trainer, (finished, *after) = validated(
        [0.2, 0.4, 0.4, 0.3, 0.9, 0.9], monkeypatch, patience=2, averaging=averaging
    )
    assert len(after) == 4
    np.testing.assert_array_equal(trainer.kept.theta, after[1])
    per_epoch = finished.iteration // 4
    assert (finished.iteration, finished.best) == (4 * per_epoch, 2 * per_epoch)
    assert [evaluation.validation_accuracy for evaluation in trainer.evaluations] == [None, 0.2, 0.4, 0.4, 0.3]


def test_without_patience_all_epochs_are_trained_and_the_last_weights_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    trainer, (finished, *after) = validated([0.9, 0.1, 0.1], monkeypatch)
    assert len(after) == 3
    assert finished.best is None
    np.testing.assert_array_equal(trainer.kept.theta, after[-1])


def test_the_best_weights_are_kept_when_all_epochs_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    trainer, (finished, *after) = validated([0.1, 0.9, 0.8], monkeypatch, patience=5)
    assert len(after) == 3
    assert finished.best == 2 * finished.iteration // 3
    np.testing.assert_array_equal(trainer.kept.theta, after[1])


def test_the_validation_split_is_not_trained_on() -> None:
    trainer = Trainer(SPEC, replace(CONFIG, validation=0.3), TRAIN, TEST)
    assert trainer.evaluator.validation is not None
    trained_on, held_out = trainer.train.images, trainer.evaluator.validation.images
    assert len(trained_on) + len(held_out) == len(TRAIN)
    assert len(held_out) >= 5
    both = np.concatenate((trained_on, held_out)).reshape(len(TRAIN), -1)
    assert len(np.unique(both, axis=0)) == len(TRAIN)
    other_seed = Trainer(SPEC, replace(CONFIG, validation=0.3, seed=5), TRAIN, TEST)
    assert other_seed.evaluator.validation is not None
    np.testing.assert_array_equal(other_seed.evaluator.validation.images, held_out)
    with pytest.raises(SpecError, match="too few images"):
        Trainer(SPEC, replace(CONFIG, validation=0.3), TRAIN.subset(slice(1)))


@pytest.mark.parametrize(
    ("anneal", "expected"),
    [(0.0, [8, 8, 8, 8]), (0.5, [8, 8, 8, 4]), (1.0, [8, 6, 4, 2])],
)
def test_augmentation_is_annealed_over_the_last_part(
    anneal: float, expected: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    rotated: list[float] = []

    def noted(x: np.ndarray, how: Augmentation, rng: np.random.Generator) -> np.ndarray:
        rotated.append(how.rotation)
        return augment(x, how, rng)

    monkeypatch.setattr("engine.train.trainer.augment", noted)
    config = TrainConfig(batch_size=5, iterations=4, augmentation=Augmentation(rotation=8.0, anneal=anneal))
    list(Trainer(SPEC, config, TRAIN).run())
    assert rotated == expected


VARIED = {"augmentation": Augmentation(rotation=10.0, shift=1.0, elastic=0.5, thickness=0.4), "averaging": 0.9}


def test_averaged_weights_by_hand() -> None:
    data = noise_images(40)
    trainer = Trainer(NetworkSpec.mlp((4,)), TrainConfig(batch_size=10, epochs=30, averaging=0.9), data)
    trained = []
    kept = trainer.network.theta.copy()
    for _ in range(50):
        list(trainer.run(trainer.iteration + 1))
        trained.append(trainer.network.theta.copy())
        # Early steps count for more: after i of them at least 1 part in 1 + i / 10.
        part = max(0.1, 1 / (1 + 0.1 * (len(trained) - 1)))
        kept += part * (trained[-1] - kept)
    np.testing.assert_allclose(trainer.kept.theta, kept, rtol=1e-5, atol=1e-7)
    assert trainer.kept is not trainer.network
    assert Trainer(NetworkSpec.mlp((4,)), TrainConfig(), data).kept.theta is not trainer.kept.theta


@pytest.mark.usefixtures("an_event_an_iteration")
@pytest.mark.parametrize("stop_after", [1, 7, 12])
def test_resuming_is_exact_with_convolution_dropout_augmentation_and_averaging(stop_after: int) -> None:
    layers = (
        ConvolutionSpec(2, size=5, stride=3, pad=0),
        BatchNormalizationSpec(),
        ReLUSpec(),
        DropoutSpec(0.3),
        AffineSpec(10),
    )
    spec = NetworkSpec(layers, (1, 28, 28))
    data, config = noise_images(60), TrainConfig(batch_size=10, epochs=4, evaluation_samples=20, **VARIED)
    whole = Trainer(spec, config, data)
    for _ in whole.run():
        pass
    first = Trainer(spec, config, data)
    for event in first.run():
        if event.iteration >= stop_after:
            break
    second = Trainer.resumed(first.state(), data)
    for _ in second.run():
        pass
    np.testing.assert_array_equal(second.network.theta, whole.network.theta)
    np.testing.assert_array_equal(second.kept.theta, whole.kept.theta)
    np.testing.assert_array_equal(second.losses, whole.losses)


@pytest.mark.parametrize("threads", [1, 2])
def test_the_number_of_threads_can_be_chosen(threads: int, monkeypatch: pytest.MonkeyPatch) -> None:
    used: list[int] = []
    trainer = Trainer(SPEC, CONFIG, TRAIN)
    running = trainer.network.thread_pool.running
    monkeypatch.setattr(trainer.network.thread_pool, "running", lambda count: used.append(count) or running(count))
    list(trainer.run(threads=threads))
    assert used == [threads]
