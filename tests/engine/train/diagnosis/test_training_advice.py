"""Each cause of a training that goes nowhere is produced by a short training, and told; a healthy one is left alone."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.cli.console import Console
from engine.data.dataset import Dataset
from engine.data.synthetic.digits import synthetic_digits
from engine.data.synthetic.non_digits import non_digits
from engine.jobs.job import Recorder, RunningJob
from engine.jobs.protocol import Advised, Diverged, Job, JobEvent, Progress, Trained
from engine.nn.layers import AffineSpec, BatchNormalizationSpec, DropoutSpec, ReLUSpec
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import deep_convnet, reader_convnet, simple_convnet
from engine.train.config import TrainConfig
from engine.train.diagnosis import Advice
from engine.train.trainer import Trainer

DEEP = (50,) * 5
mlp = NetworkSpec.mlp


@pytest.fixture(scope="module")
def digits() -> tuple[Dataset, Dataset]:
    return synthetic_digits(1_200, 31), synthetic_digits(300, 32)


def advice_of(
    spec: NetworkSpec,
    train: Dataset,
    test: Dataset,
    *,
    initial: dict[str, np.ndarray] | None = None,
    recorder: Recorder | None = None,
    **config: Any,
) -> list[Advice]:
    """All that is told during a training."""
    told: list[Advice] = []

    def emit(event: JobEvent) -> None:
        if isinstance(event, Advised) and event.advice is not None:
            told.append(event.advice)

    settings: dict[str, Any] = {"epochs": 10, "evaluation_samples": 300} | config
    RunningJob(Job(spec, TrainConfig(**settings), "", "", initial=initial), emit, recorder).run(train, test)
    return told


def only(told: list[Advice], cause: str) -> Advice:
    assert [each.cause for each in told] == [cause], told
    return told[0]


def inverted(data: Dataset) -> Dataset:
    return Dataset(255 - data.images, data.labels)


def shuffled(data: Dataset) -> Dataset:
    return Dataset(data.images, np.random.default_rng(3).permutation(data.labels))


DROPPED = (AffineSpec(50), ReLUSpec(), DropoutSpec(0.95))


@pytest.mark.parametrize(
    ("spec", "config", "cause", "words", "action"),
    [
        (mlp(DEEP, "sigmoid", "std"), {}, "initialisation", "0.01 are too small for 6 layers", "Use ReLU and He init"),
        (mlp(DEEP, "relu", "std"), {}, "initialisation", "the gradient of W1 is only ", "Use He initialisation"),
        (mlp(DEEP, "tanh", "std"), {}, "initialisation", "that of W6 ", "Use Xavier initialisation"),
        (mlp((50,), "relu", "std", 0.0), {}, "initialisation", "deviation 0 are too small", "Use He initialisation"),
        (mlp(DEEP, "relu", "std", 1.0), {}, "large initialisation", "deviation 1 are too large", "Use He init"),
        (mlp(DEEP, "tanh", "std", 1.0), {}, "large initialisation", "deviation 1 are too large", "Use Xavier init"),
        (
            mlp((50,) * 9, "relu", "std", 1e10),
            {"lr": 100.0, "weight_decay": 30.0},
            "large initialisation",
            "was not a finite number at the first step. Initial weights of standard deviation 1e+10 are too large",
            "Use He initialisation",
        ),
        (mlp((50,), "sigmoid", "std", 1e30), {}, "large initialisation", "deviation 1e+30 are too large", "Use Xavier"),
        (mlp((50,)), {"lr": 100.0}, "learning rate", "The loss grew from ", "Use learning rate 0.1"),
        (
            mlp((50,), "sigmoid", "xavier"),
            {"lr": 20.0},
            "learning rate",
            "rate 20 is too large",
            "Use learning rate 0.1",
        ),
        (
            mlp((50,)),
            {"lr": 2.0, "optimizer": "adam"},
            "dead ReLU",
            "neurons of the ReLU layer z1",
            "Use learning rate",
        ),
        (mlp((50,)), {"lr": 1e-5}, "small learning rate", "The loss went only from 2.", "Use learning rate 0.1"),
        (mlp((50,)), {"lr": 1e-7, "optimizer": "adam"}, "small learning rate", "1e-07 is too small", "rate 0.001"),
        (mlp(DEEP), {"momentum": 0.995}, "momentum", "makes each step 200 times as long", "Use momentum 0.9"),
        (mlp((50,)), {"weight_decay": 10.0}, "weight decay", "100 % of every weight", "Use weight decay 0.001"),
        (mlp((50,)), {"weight_decay": 40.0}, "weight decay", "The loss grew from ", "Use weight decay 0.001"),
        (NetworkSpec((*DROPPED, *DROPPED, AffineSpec(10))), {}, "dropout", "removes 95 %", "Use dropout 0.5"),
        (mlp((50,)), {"wrong_labels": 0.9}, "wrong labels", "90 % of the labels are wrong", "Use 20 % wrong labels"),
        (
            mlp((50,)),
            {"batch_size": 5_000, "epochs": 3},
            "batch size",
            "is larger than the 1,200 images",
            "batch size 40",
        ),
        (mlp((50,)), {"iterations": 4}, "few steps", "There were only 4 steps", ""),
    ],
    ids=lambda value: value if isinstance(value, str) else value.title if isinstance(value, NetworkSpec) else "",
)
def test_the_settings_are_the_cause(
    spec: NetworkSpec,
    config: dict[str, Any],
    cause: str,
    words: str,
    action: str,
    digits: tuple[Dataset, Dataset],
) -> None:
    advice = only(advice_of(spec, *digits, **config), cause)
    assert words in advice.text
    assert action in advice.action
    assert (advice.spec is None and advice.config is None) == (action == "")


@pytest.mark.parametrize(
    ("spec", "config"),
    [(mlp(DEEP, "sigmoid", "std"), {"optimizer": "adam", "lr": 0.01}), (mlp((50,)), {"lr": 100.0})],
    ids=["initialisation", "rate"],
)
def test_with_the_advised_settings_it_learns(
    spec: NetworkSpec, config: dict[str, Any], digits: tuple[Dataset, Dataset]
) -> None:
    advice = advice_of(spec, *digits, **config)[0]
    better = advice.config or TrainConfig(**config)
    better = replace(better, epochs=8, evaluation_samples=300)
    trainer = Trainer(advice.spec or spec, better, *digits)
    list(trainer.run())
    assert trainer.evaluations[-1].train_accuracy > 0.7


@pytest.mark.parametrize(
    ("change", "cause", "words"),
    [
        (
            lambda data: Dataset(0 * data.images, data.labels),
            "blank images",
            "1,200 of 1,200 training images are blank",
        ),
        (lambda data: Dataset(data.images // 255, data.labels), "contrast", "differ by only 1 of 255"),
        (inverted, "inverted", "The images are dark on bright"),
        (shuffled, "labels", "The labels of the training images do not fit"),
        (
            lambda data: Dataset(data.images, 0 * data.labels + 7),
            "one class",
            "All 1,200 training images have the label 7",
        ),
    ],
    ids=["blank", "contrast", "inverted", "labels", "one class"],
)
def test_the_images_or_the_labels_are_the_cause(
    change: Any, cause: str, words: str, digits: tuple[Dataset, Dataset]
) -> None:
    train, test = digits
    advice = only(advice_of(mlp((50, 50)), change(train), test, optimizer="sgd", lr=0.5), cause)
    assert words in advice.text
    assert advice.action == ""


def test_the_training_images_are_learned_but_the_test_images_are_not(digits: tuple[Dataset, Dataset]) -> None:
    train, test = digits
    assert "labels of the test images do not fit" in only(advice_of(mlp((50,)), train, shuffled(test)), "labels").text
    # The labels of the test set begin with 1.
    others = Dataset(test.images, (test.labels + 1) % 10)
    assert "their labels shifted" in only(advice_of(mlp((50,)), train, others), "test set").text
    # Enough epochs to memorise the wrong labels.
    told = advice_of(mlp((100,)), shuffled(train).subset(slice(400)), test, epochs=60)
    assert "labels of the training images do not fit" in only(told, "labels").text


def of_two(data: Dataset, rare: int, label: int = 1) -> Dataset:
    """The digits 0, and only a few others."""
    which = np.concatenate([np.flatnonzero(data.labels == 0), np.flatnonzero(data.labels == label)[:rare]])
    return data.subset(which)


def test_few_images_of_the_second_digit_are_left_alone() -> None:
    """The loss soon is that of guessing; the most similar image has the same label, with few exceptions."""
    train, test = synthetic_digits(6_000, 31), synthetic_digits(1_200, 32)
    spec = mlp((50,), "sigmoid", "std")
    assert advice_of(spec, of_two(train, 8), of_two(test, 8), lr=0.01, epochs=20) == []


def test_images_without_a_digit_alone(digits: tuple[Dataset, Dataset]) -> None:
    advice = only(advice_of(mlp((50,)), non_digits(60, 3), digits[1]), "one class")
    assert advice.text.startswith("All 60 training images show no digit,")


NORMALIZED = (AffineSpec(50, "std"), BatchNormalizationSpec(), ReLUSpec())


@pytest.mark.parametrize(
    ("spec", "config"),
    [
        (mlp((50,)), {}),
        (mlp((50, 100), "sigmoid", "xavier"), {"epochs": 15}),
        (mlp((50,), "sigmoid", "std"), {"epochs": 15}),
        (mlp((100,) * 3, "sigmoid", "xavier"), {"epochs": 40}),
        (mlp(DEEP, "tanh", "xavier"), {}),
        (NetworkSpec((*NORMALIZED, *NORMALIZED, AffineSpec(10, "std"))), {}),
        (mlp((50,)), {"lr": 1e-3, "epochs": 40}),
        (mlp((50,)), {"wrong_labels": 0.2}),
        (mlp((50,)), {"train_size": 50, "epochs": 30}),
        (mlp((50,)), {"schedule": "one-cycle", "averaging": 0.99, "validation": 0.1, "patience": 3}),
        (simple_convnet(), {"iterations": 40, "batch_size": 20, "optimizer": "adam", "lr": 0.001}),
        (deep_convnet(), {"iterations": 15, "batch_size": 20, "optimizer": "adam", "lr": 0.001}),
        (reader_convnet(), {"iterations": 15, "batch_size": 20, "lr": 0.05}),
    ],
    ids=[
        *("784-50-10", "784-50-100-10", "std 0.01", "slow start", "tanh", "normalised", "small rate", "wrong labels"),
        *("50 images", "one-cycle", "simple convnet", "deep convnet", "reader"),
    ],
)
def test_a_healthy_training_is_left_alone(
    spec: NetworkSpec, config: dict[str, Any], digits: tuple[Dataset, Dataset]
) -> None:
    train, test = digits
    assert advice_of(spec, train, test.subset(slice(100)), **({"evaluation_samples": 100} | config)) == []


def test_fine_tuning_and_a_resumed_training_are_left_alone(digits: tuple[Dataset, Dataset]) -> None:
    spec = mlp((50,), "sigmoid", "std")
    config = TrainConfig(epochs=15, evaluation_samples=300)
    trainer = Trainer(spec, config, *digits)
    list(trainer.run(until=30))
    recorder = Recorder()
    # It has not started to learn.
    recorder.state = trainer.state()
    assert advice_of(spec, *digits, recorder=recorder, epochs=15) == []
    list(trainer.run())
    assert advice_of(spec, *digits, initial=trainer.network.snapshot(), epochs=1, lr=0.005) == []


def test_a_resumed_training_gets_the_same_advice(digits: tuple[Dataset, Dataset]) -> None:
    spec = mlp(DEEP, "sigmoid", "std")
    trainer = Trainer(spec, TrainConfig(epochs=10, evaluation_samples=300), *digits)
    list(trainer.run(until=50))
    recorder = Recorder()
    recorder.state = trainer.state()
    only(advice_of(spec, *digits, recorder=recorder), "initialisation")


def test_weights_that_were_loaded_are_not_blamed_on_the_initialisation(digits: tuple[Dataset, Dataset]) -> None:
    spec = mlp(DEEP, "sigmoid", "std")
    network = Network(spec)
    network.initialize(np.random.default_rng(0))
    told = advice_of(spec, *digits, initial=network.snapshot(), epochs=20)
    assert "initialisation" not in [each.cause for each in told]


@pytest.mark.parametrize("value", [3.4e38, np.inf, np.nan])
def test_loaded_weights_that_are_too_large_are_the_cause(digits: tuple[Dataset, Dataset], value: float) -> None:
    network = Network(mlp((50,)))
    network.theta[:] = value
    told = only(advice_of(network.spec, *digits, initial=network.snapshot(), epochs=1), "large weights")
    assert told.text == (
        "The loss was not a finite number at the first step. The weights that the training started from are too large."
    )


def test_large_losses_before_a_resumed_training_are_averaged(digits: tuple[Dataset, Dataset], tmp_path: Path) -> None:
    """Their sum is infinite in float32."""
    spec, config = mlp((5,)), TrainConfig(epochs=16, evaluation_samples=300)
    trainer = Trainer(spec, config, *digits)
    list(trainer.run(until=150))
    recorder = Recorder()
    recorder.state = replace(trainer.state(), losses=np.full(150, 3.4e38, np.float32))
    Console(str(tmp_path / "log")).run(Job(spec, config, "", ""), *digits, recorder)
    lines = (tmp_path / "log").read_text().splitlines()
    assert any(", loss 3" in line for line in lines)
    assert not any("inf" in line or "nan" in line for line in lines)


def test_advice_is_withdrawn_when_the_network_learns(digits: tuple[Dataset, Dataset]) -> None:
    """Where the gradient is vanishingly small, it may still grow in a long training."""
    events: list[JobEvent] = []
    spec = mlp((50,) * 3, "relu", "std", 0.005)
    config = TrainConfig(epochs=60, evaluation_samples=300)
    RunningJob(Job(spec, config, "", ""), events.append).run(*digits)
    told = [event.advice for event in events if isinstance(event, Advised)]
    learned = next(event.weights for event in events if isinstance(event, Trained)).scores
    assert told[0] is not None
    assert (told[-1] is None) == (max(learned.values()) > 0.5)


def test_the_advice_comes_before_the_end_of_a_diverged_training(digits: tuple[Dataset, Dataset]) -> None:
    events: list[JobEvent] = []
    RunningJob(Job(mlp((50,)), TrainConfig(lr=1e6, optimizer="sgd"), "", ""), events.append).run(*digits)
    assert isinstance(events[-1], Diverged)
    assert isinstance(events[-2], Advised)


def of_classes(data: Dataset, classes: int, images: int = 240) -> Dataset:
    """The first digits only."""
    return data.subset(np.flatnonzero(data.labels < classes)[:images])


FEW_CLASSES = pytest.mark.parametrize("classes", [2, 4, 10])
# Before the first step all ten digits have about the same probability, also where only some of them occur.
EVEN_LOSS = np.log(10)


@FEW_CLASSES
@pytest.mark.parametrize(
    ("spec", "config", "better"),
    [
        (mlp((20,)), {"optimizer": "sgd", "lr": 1e-4}, 0.1),
        (mlp((20,)), {"optimizer": "adam", "lr": 1e-6}, 0.001),
        (mlp((20,), "relu", "std", 0.01), {"optimizer": "sgd", "lr": 1e-4}, 0.1),
    ],
    ids=["sgd", "adam", "std 0.01"],
)
def test_a_small_learning_rate_is_told_for_any_number_of_classes(
    digits: tuple[Dataset, Dataset], spec: NetworkSpec, config: dict[str, Any], better: float, classes: int
) -> None:
    data = of_classes(digits[0], classes)
    advice = only(advice_of(spec, data, data, batch_size=60, epochs=30, **config), "small learning rate")
    assert advice.config is not None
    assert advice.config.lr == better
    found = re.match(r"The loss went only from (\S+) to (\S+) in 120 steps\.", advice.text)
    assert found is not None
    first, recent = map(float, found.groups())
    assert first == pytest.approx(EVEN_LOSS, abs=0.4)
    assert first - 0.4 < recent < first + 0.1


@FEW_CLASSES
def test_large_initial_weights_are_told_for_any_number_of_classes(
    digits: tuple[Dataset, Dataset], classes: int
) -> None:
    data = of_classes(digits[0], classes)
    advice = only(advice_of(mlp(DEEP, "relu", "std", 1.0), data, data, epochs=40), "large initialisation")
    assert advice.action == "Use He initialisation"


@FEW_CLASSES
def test_a_healthy_training_of_any_number_of_classes_is_left_alone(
    digits: tuple[Dataset, Dataset], classes: int
) -> None:
    data = of_classes(digits[0], classes)
    assert advice_of(mlp((20,)), data, data, batch_size=30, epochs=15) == []


@FEW_CLASSES
@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"])
def test_the_numbers_about_a_training_that_diverged_are_those_of_its_losses(
    digits: tuple[Dataset, Dataset], optimizer: str, classes: int
) -> None:
    data = of_classes(digits[0], classes)
    for lr in (10.0, 1e3, 1e6, 1e10, 1e20):
        losses: list[float] = []
        told: list[Advice] = []

        def emit(event: JobEvent, losses: list[float] = losses, told: list[Advice] = told) -> None:
            if isinstance(event, Progress):
                losses += event.losses.tolist()
            if isinstance(event, Diverged):
                losses.append(event.loss)
            if isinstance(event, Advised) and event.advice is not None:
                told.append(event.advice)

        config = TrainConfig(optimizer=optimizer, lr=lr, iterations=5, batch_size=50)
        RunningJob(Job(mlp((20,)), config, "", ""), emit).run(data, data)
        for text in (each.text for each in told):
            assert "nan" not in text
            if grew := re.search(r"grew from (\S+) to (\S+) in ([\d,]+) steps", text):
                first, worst, steps = (float(each.replace(",", "")) for each in grew.groups())
                assert first < worst == pytest.approx(losses[int(steps) - 1], rel=5e-3)
            if ended := re.search(r"was (\S+) at the first step, and is not a finite number at step ([\d,]+)", text):
                assert float(ended[1]) == pytest.approx(losses[0], rel=5e-3)
                assert int(ended[2]) == len(losses)


@FEW_CLASSES
def test_weights_that_overflow_in_the_last_step_are_no_growth_of_the_loss(
    digits: tuple[Dataset, Dataset], classes: int
) -> None:
    data = of_classes(digits[0], classes)
    advice = only(advice_of(mlp((20,)), data, data, lr=1e30, weight_decay=1e30, iterations=1), "weight decay")
    assert re.match(r"The loss is 2\.\d+; guessing gives ", advice.text)
