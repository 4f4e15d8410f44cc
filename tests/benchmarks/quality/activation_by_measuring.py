"""Of weights with arrays alone, how often is the activation settled right by measuring?

    python tests/benchmarks/quality/activation_by_measuring.py --first 0 --count 63 [--mnist DIR]

Each training has its own seed, sizes, optimiser and rate; every third one is of Sigmoid, ReLU and tanh, with 1, 2 and 3
hidden layers in turn. Without --mnist all are trained on synthetic digits (others than those of the measuring), with it
every second one on MNIST. Printed for each: the training, its accuracy on the training images, and the outcome: right,
wrong, or "not clear", where the book's Sigmoid is kept and a note says so.
"""

import argparse
import collections

import numpy as np

from engine.data.dataset import Dataset
from engine.data.mnist import load_mnist_datasets
from engine.data.synthetic.digits import synthetic_digits
from engine.evaluate.activation_choice import with_measured_activation
from engine.evaluate.metrics import accuracy
from engine.nn.network_spec import NetworkSpec
from engine.train.config import TrainConfig
from engine.train.trainer import Trainer
from engine.weights import Weights

ACTIVATIONS = ("sigmoid", "relu", "tanh")
IMAGES, SIZES = 8_000, (20, 30, 50, 100)
# Learning rates between which a training learns, by optimiser; a sigmoid network needs larger ones.
RATES = {"adam": (1e-3, 5e-3), "momentum": (0.01, 0.04), "sgd": (0.1, 0.3)}
SIGMOID_FACTOR = {"adam": 1.5, "momentum": 8.0, "sgd": 8.0}


def training(number: int, data: Dataset) -> tuple[str, NetworkSpec, TrainConfig, Dataset]:
    """The activation, the network, how it is trained, and on what."""
    rng = np.random.default_rng([19, number])
    activation, depth = ACTIVATIONS[number % 3], 1 + number // 3 % 3
    hidden = tuple(int(units) for units in rng.choice(SIZES, depth))
    init = "he" if activation == "relu" else "xavier"
    optimizer = str(rng.choice(list(RATES)))
    lr = float(np.exp(rng.uniform(*np.log(RATES[optimizer]))))
    if activation == "sigmoid":
        lr *= SIGMOID_FACTOR[optimizer]
    config = TrainConfig(
        optimizer,
        lr,
        batch_size=int(rng.choice([50, 100])),
        epochs=int(rng.choice([3, 6])),
        seed=number,
        evaluation_samples=1,
    )
    images = data.subset(rng.permutation(len(data))[:IMAGES])
    return activation, NetworkSpec.mlp(hidden, activation, init), config, images


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=63)
    parser.add_argument("--mnist", metavar="DIR")
    args = parser.parse_args()
    synthetic = synthetic_digits(IMAGES, 1919)
    sets = [synthetic, load_mnist_datasets(args.mnist)[0]] if args.mnist else [synthetic]
    outcomes: collections.Counter[str] = collections.Counter()
    for number in range(args.first, args.first + args.count):
        activation, spec, config, data = training(number, sets[number // 9 % len(sets)])
        trainer = Trainer(spec, config, data)
        for _ in trainer.run():
            pass
        assumed = Weights(spec, trainer.network.snapshot()).with_activation("sigmoid", "assumed", "")
        found = with_measured_activation(assumed)
        right = "right" if found.activation == activation else "wrong"
        outcome = right if found.activation_from == "measured" else f"not clear, {right}"
        outcomes[outcome] += 1
        learned = accuracy(trainer.network, data)
        about = f"{spec.title}, {data.name}, {config.optimizer} {config.lr:.3g}, {config.epochs} epochs"
        print(f"{number}: {about}: {learned:.3f}: {outcome}", flush=True)
    print(dict(outcomes))


if __name__ == "__main__":
    main()
