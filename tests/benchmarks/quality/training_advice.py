"""How often is the advice about a training that goes nowhere right, wrong or missing; and is a healthy one left alone?

    python tests/benchmarks/quality/training_advice.py --mnist DIR [--seed 0] [--only NAME] [--follow] [--verbose]

Thirty sick trainings, each with a cause that was built in, and thirty healthy ones. The seed changes the images, their
source (synthetic digits or MNIST), the initial weights, and where it is free, the optimiser and the sizes. A training
is short: 800 to 3,000 images, up to 900 steps. Printed: a line for each training, and for each cause how often it was
told, another one was told, and nothing was told. ``--follow`` also trains again with the settings of the advice: by
then it should learn.

The thresholds of ``engine.train.diagnosis`` were chosen with seeds from 100 on.
"""

import argparse
import collections
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from engine.data.augmentation import Augmentation
from engine.data.dataset import Dataset
from engine.data.mnist import load_mnist_datasets
from engine.data.synthetic.digits import synthetic_digits
from engine.jobs.job import RunningJob
from engine.jobs.protocol import Advised, Diverged, Evaluation, Job, JobEvent
from engine.nn.layers import AffineSpec, BatchNormalizationSpec, DropoutSpec, ReLUSpec
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import deep_convnet, reader_convnet, simple_convnet
from engine.train.config import TrainConfig
from engine.train.diagnosis import Advice

TRAIN, TEST = 3_000, 600
DEEP = (100,) * 5
# A learning rate that is too large kills ReLU neurons or makes the loss explode; the advice about it is the same.
SAME = {"learning rate": ("dead ReLU",), "dead ReLU": ("learning rate",)}


@dataclass
class Training:
    """Attributes:
    cause: that was built in; "" for a healthy training.
    """

    name: str
    cause: str
    spec: NetworkSpec
    config: TrainConfig
    train: Dataset
    test: Dataset
    initial: dict[str, np.ndarray] | None = None


class Maker:
    """Makes the trainings of one seed."""

    def __init__(self, seed: int, mnist: str) -> None:
        self.seed = seed
        rng = self.rng = np.random.default_rng([19, 7, seed])
        train, test = load_mnist_datasets(mnist)
        train = train.subset(rng.permutation(len(train))[:TRAIN])
        self.sets = [
            (train, test.subset(rng.permutation(len(test))[:TEST])),
            (synthetic_digits(TRAIN, 1900 + 2 * seed), synthetic_digits(TEST, 1901 + 2 * seed)),
        ]
        self.trainings: list[Training] = []

    def add(
        self,
        name: str,
        cause: str,
        spec: NetworkSpec,
        change: Callable[[Dataset], Dataset] = lambda data: data,
        *,
        test_change: Callable[[Dataset], Dataset] | None = None,
        images: int = TRAIN,
        initial: dict[str, np.ndarray] | None = None,
        **config: Any,
    ) -> None:
        """``change`` is that of both sets, where the test set has no other one."""
        train, test = self.sets[len(self.trainings) % 2]
        settings: dict[str, Any] = {"epochs": 4, "seed": 1000 * self.seed + len(self.trainings)} | config
        trained, tested = change(train.subset(slice(images))), (test_change or change)(test)
        self.trainings.append(Training(name, cause, spec, TrainConfig(**settings), trained, tested, initial))

    def one_of(self, *choices: Any) -> Any:
        """One of them at random."""
        return choices[self.rng.integers(len(choices))]

    def sick(self) -> None:
        """Thirty of them."""
        mlp, one_of, add = NetworkSpec.mlp, self.one_of, self.add
        units = int(one_of(30, 50, 100))
        for init in ("five Sigmoid layers", "five ReLU layers", "five Tanh layers", "all weights 0"):
            kind = {"five Sigmoid layers": "sigmoid", "five Tanh layers": "tanh"}.get(init, "relu")
            std = 0.0 if init == "all weights 0" else 0.01
            add(f"{init}, std {std}", "initialisation", mlp((units,) * (5 if std else 2), kind, "std", std), epochs=6)
        add("five ReLU layers, std 1", "large initialisation", mlp(DEEP, "relu", "std", 1.0))
        add("five Tanh layers, std 1", "large initialisation", mlp(DEEP, "tanh", "std", 1.0))
        add("lr 100", "learning rate", mlp((units,)), lr=float(one_of(50, 100, 300)))
        add("deep, lr 0.5", "learning rate", mlp(DEEP), lr=float(one_of(0.5, 0.7)))
        add("SGD, lr 30", "learning rate", mlp((50, 100)), lr=float(one_of(20, 30, 60)), optimizer="sgd")
        add("Sigmoid, lr 10", "learning rate", mlp((50, 100), "sigmoid", "xavier"), lr=float(one_of(5, 10)), epochs=6)
        add("lr 3", "dead ReLU", mlp((units, 50)), lr=float(one_of(1.5, 2, 3)), optimizer="sgd", epochs=6)
        add("Adam, lr 1", "dead ReLU", mlp((units,)), lr=float(one_of(1, 2)), optimizer="adam", epochs=6)
        add("lr 1e-5", "small learning rate", mlp((units,)), lr=float(one_of(1e-5, 1e-6)))
        add("Adam, lr 1e-6", "small learning rate", mlp((50, 100)), lr=1e-6, optimizer="adam")
        add("SGD, lr 1e-4", "small learning rate", mlp((50, 100), "tanh", "xavier"), lr=1e-4, optimizer="sgd")
        add("momentum 0.995", "momentum", mlp(DEEP), momentum=float(one_of(0.99, 0.995)), epochs=6)
        add("weight decay 10", "weight decay", mlp((units,)), weight_decay=float(one_of(5, 10)))
        add("weight decay 30", "weight decay", mlp((50, 100)), weight_decay=float(one_of(25, 30)))
        dropped = (AffineSpec(100), ReLUSpec(), DropoutSpec(0.95), AffineSpec(100), ReLUSpec(), DropoutSpec(0.95))
        add("dropout 0.95", "dropout", NetworkSpec((*dropped, AffineSpec(10, "xavier"))))
        add("blank images", "blank images", mlp((units,)), lambda data: Dataset(0 * data.images, data.labels))
        add("0 to 1 of 255", "contrast", mlp((units,)), lambda data: Dataset(data.images // 255, data.labels))
        add("0 to 4 of 255", "contrast", mlp((50, 100), "sigmoid", "xavier"), _dark)
        add("inverted", "inverted", mlp((units, 50)), _inverted, epochs=6)
        add("inverted, deep", "inverted", mlp(DEEP), _inverted, epochs=6)
        add(
            "training labels shuffled, memorised",
            "labels",
            mlp((100,)),
            self._shuffled,
            test_change=_same,
            images=800,
            epochs=40,
        )
        add("training labels shuffled", "labels", mlp((units,)), self._shuffled, test_change=_same)
        add("test labels shuffled", "labels", mlp((units,)), test_change=self._shuffled)
        add("90 % wrong labels", "wrong labels", mlp((units,)), wrong_labels=0.9)
        add("batch larger than the set", "batch size", mlp((units,)), images=800, batch_size=5_000, epochs=3)
        add("one class", "one class", mlp((units,)), lambda data: Dataset(data.images, np.full_like(data.labels, 7)))

    def healthy(self) -> None:
        """Thirty of them."""
        mlp, one_of, add = NetworkSpec.mlp, self.one_of, self.add
        for optimizer, lr in (("sgd", 0.1), ("momentum", 0.1), ("nesterov", 0.05), ("adagrad", 0.01), ("adam", 0.01)):
            add(f"784-50-10, {optimizer}", "", mlp((50,)), optimizer=optimizer, lr=lr)
        add("784-50-10, RMSprop", "", mlp((50,)), optimizer="rmsprop", lr=0.001)
        add("784-50-100-10 Sigmoid", "", mlp((50, 100), "sigmoid", "xavier"), epochs=8)
        add("784-50-100-10 Sigmoid, Adam", "", mlp((50, 100), "sigmoid", "xavier"), optimizer="adam", lr=0.005)
        add("784-50-10 Sigmoid, std 0.01", "", mlp((50,), "sigmoid", "std"), epochs=8)
        add("784-50-100-10 ReLU, std 0.01", "", mlp((50, 100), "relu", "std"), epochs=8)
        add("784-50-10 ReLU, std 1", "", mlp((50,), "relu", "std", 1.0))
        add("784-50-100-10 Sigmoid, std 1", "", mlp((50, 100), "sigmoid", "std", 1.0))
        add("three Sigmoid layers, slow start", "", mlp((100,) * 3, "sigmoid", "xavier"), epochs=20)
        add("five Sigmoid layers, Adam", "", mlp(DEEP, "sigmoid", "xavier"), optimizer="adam", lr=0.005, epochs=8)
        add("five ReLU layers", "", mlp(DEEP), lr=0.05)
        add("five Tanh layers", "", mlp(DEEP, "tanh", "xavier"))
        normalized = (AffineSpec(50), BatchNormalizationSpec(), ReLUSpec())
        add("batch normalisation, std 0.01", "", NetworkSpec((*normalized, *normalized, AffineSpec(10, "std"))))
        dropped = (AffineSpec(100), ReLUSpec(), DropoutSpec(0.5), AffineSpec(100), ReLUSpec(), DropoutSpec(0.5))
        add("dropout 0.5", "", NetworkSpec((*dropped, AffineSpec(10, "xavier"))))
        add("small rate that learns", "", mlp((50,)), lr=float(one_of(5e-4, 1e-3)), epochs=25)
        add("SGD, small rate that learns", "", mlp((50,)), optimizer="sgd", lr=4e-3, epochs=30)
        add("one-cycle", "", mlp((50,)), schedule="one-cycle", averaging=0.99, epochs=6)
        add("20 % wrong labels", "", mlp((50,)), wrong_labels=0.2, validation=0.1)
        add("50 images", "", mlp((50,)), images=50, epochs=30)
        add(
            "augmented, weight decay",
            "",
            mlp((100,)),
            weight_decay=1e-3,
            augmentation=Augmentation(rotation=10.0, scaling=0.1, shift=1.0),
        )
        add("inverted, small rate", "", mlp((50,)), _inverted, lr=0.005, epochs=8)
        add("fine-tuned", "", mlp((50,)), initial=self._trained(mlp((50,))), lr=0.005, epochs=1)
        add("simple convnet", "", simple_convnet(), images=800, batch_size=50, optimizer="adam", lr=0.001, epochs=3)
        add("deep convnet", "", deep_convnet(), images=800, batch_size=50, optimizer="adam", lr=0.001, epochs=1)
        add("reader", "", reader_convnet(), images=500, batch_size=50, lr=0.05, epochs=1)
        add("four digits only", "", mlp((50,)), _four_digits)

    def _shuffled(self, data: Dataset) -> Dataset:
        return Dataset(data.images, self.rng.permutation(data.labels))

    def _trained(self, spec: NetworkSpec) -> dict[str, np.ndarray]:
        train, _ = self.sets[len(self.trainings) % 2]
        network = Network(spec)
        network.initialize(self.rng)
        for start in [*range(0, TRAIN, 100)] * 3:
            batch = train.subset(slice(start, start + 100))
            network.gradient_step(batch.pixels(), batch.labels.astype(np.int64))
            network.theta -= 0.2 * network.dtheta
        return network.snapshot()


def _same(data: Dataset) -> Dataset:
    return data


def _dark(data: Dataset) -> Dataset:
    return Dataset(data.images // 60, data.labels)


def _inverted(data: Dataset) -> Dataset:
    return Dataset(255 - data.images, data.labels)


def _four_digits(data: Dataset) -> Dataset:
    return data.subset(np.flatnonzero(data.labels < 4))


@dataclass
class Outcome:
    """What was told during a training, and how well it learned."""

    told: list[Advice]
    accuracy: float
    diverged: bool


def run(training: Training) -> Outcome:
    told: list[Advice] = []
    accuracies, diverged = [0.0], []

    def emit(event: JobEvent) -> None:
        match event:
            case Advised(advice) if advice is not None:
                told.append(advice)
            case Evaluation():
                accuracies.append(event.train_accuracy)
            case Diverged():
                diverged.append(event)

    config = replace(training.config, evaluation_samples=500)
    job = Job(training.spec, config, "", "", initial=training.initial)
    RunningJob(job, emit).run(training.train, training.test)
    return Outcome(told, accuracies[-1], bool(diverged))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mnist", metavar="DIR", required=True)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", default="")
    parser.add_argument("--follow", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    maker = Maker(args.seed, args.mnist)
    maker.sick()
    maker.healthy()
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    start = time.perf_counter()
    for training in maker.trainings:
        if args.only not in training.name:
            continue
        outcome = run(training)
        causes = [advice.cause for advice in outcome.told]
        right = {training.cause, *SAME.get(training.cause, ())}
        result = "nothing told" if not causes else "right" if set(causes) <= right else "WRONG"
        counts[training.cause or "healthy"][result] += 1
        line = f"{result:12} {training.name}: {', '.join(causes) or '-'}"
        line += f" (expected {training.cause or '-'}; {training.spec.title}, accuracy {outcome.accuracy:.2f}"
        print(line + (", diverged)" if outcome.diverged else ")"), flush=True)
        for advice in outcome.told if args.verbose else ():
            print(f"             {advice.text} [{advice.action}]")
        if args.follow and outcome.told and outcome.told[-1].action:
            advice = outcome.told[-1]
            again = replace(training, spec=advice.spec or training.spec, config=advice.config or training.config)
            if advice.cause in ("small learning rate", "batch size", "initialisation"):
                again = replace(again, config=replace(again.config, epochs=max(6, again.config.epochs)))
            followed = run(again)
            print(f"             {advice.action}: accuracy {followed.accuracy:.2f}")
    print(f"\n{'cause':22} {'trainings':>9} {'right':>6} {'wrong':>6} {'nothing told':>13}")
    for cause, found in counts.items():
        print(f"{cause:22} {found.total():9} {found['right']:6} {found['WRONG']:6} {found['nothing told']:13}")
    print(f"{time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
