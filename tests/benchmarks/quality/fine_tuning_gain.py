"""What fine-tuning on a writer's digits gains and costs, for each writer with at least 100 drawings.

The network of a writer was trained by the recipe `default` without that writer's site:
`python main.py train --recipe default --epochs 2 --hold-out SITE --out FOLDER/loso-SITE.safetensors ...`. It is
then fine-tuned on five random drawings of each digit, as in the window, and evaluated on the writer's other drawings
and on MNIST's 10,000 test digits.
"""

import argparse
import dataclasses
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np

from engine.data.dataset import Dataset
from engine.data.mnist import load_mnist_datasets
from engine.data.pen_strokes import load_pen, pen_dataset
from engine.data.synthetic.digits import synthetic_digits
from engine.evaluate.metrics import accuracy
from engine.nn.network import Network
from engine.train.fine_tune import FINE_TUNING, fine_tuning_set
from engine.train.trainer import Trainer
from engine.weights import load_weights

_PER_DIGIT, _MIN_DRAWINGS = 5, 100


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pen", required=True, metavar="FILE", help="an .npz file of pen strokes")
    parser.add_argument("--mnist", required=True, metavar="FOLDER")
    parser.add_argument("--networks", required=True, metavar="FOLDER", help="folder of loso-SITE.safetensors")
    parser.add_argument("--rounds", type=int, default=1, help="number of random choices of the five")
    parser.add_argument("--rehearse", choices=("mnist", "starter"), default="mnist")
    args = parser.parse_args()
    pen = load_pen(args.pen)
    mnist, test = load_mnist_datasets(args.mnist)
    known = mnist if args.rehearse == "mnist" else synthetic_digits(6000, 2)
    writers = sorted(name for name, n in Counter(pen.writers).items() if n >= _MIN_DRAWINGS)
    mnist_accuracy: dict[str, float] = {}
    rows = []
    for writer in writers:
        own = np.flatnonzero(np.array(pen.writers) == writer)
        site = pen.sites[own[0]]
        weights = load_weights(Path(args.networks) / f"loso-{site}.safetensors")
        if site not in mnist_accuracy:
            mnist_accuracy[site] = accuracy(weights.network(), test)
        for seed in range(args.rounds):
            rng = np.random.default_rng(seed)
            chosen = [rng.permutation(own[pen.labels[own] == digit])[:_PER_DIGIT] for digit in range(10)]
            trained_on = np.concatenate(chosen)
            others = pen_dataset(pen.subset(np.setdiff1d(own, trained_on)), writer)
            start = time.perf_counter()
            config = dataclasses.replace(FINE_TUNING, seed=seed)
            trainer = Trainer(
                weights.spec, config, fine_tuning_set(pen.subset(trained_on), known, seed), initial=weights.params
            )
            for _ in trainer.run():
                pass
            seconds = time.perf_counter() - start
            errors = [wrong(network, others) for network in (weights.network(), trainer.network)]
            lost = mnist_accuracy[site] - accuracy(trainer.network, test)
            rows.append((errors[0] / len(others), errors[1] / len(others), lost, seconds))
            print(
                f"{writer}, choice {seed}: {errors[0]} of {len(others)} wrong before, {errors[1]} after; MNIST "
                f"{mnist_accuracy[site]:.4f}, {-100 * lost:+.2f} points; {seconds:.0f} s",
                flush=True,
            )
    before, after, lost, seconds = np.array(rows).T
    print(
        f"mean of {len(writers)} writers: {before.mean():.2%} wrong before, {after.mean():.2%} after "
        f"({1 - after.mean() / before.mean():.0%} fewer); MNIST {-100 * lost.mean():+.2f} points (worst "
        f"{-100 * lost.max():+.2f}); {seconds.mean():.0f} s (longest {seconds.max():.0f})"
    )


def wrong(network: Network, data: Dataset) -> int:
    return len(data) - round(accuracy(network, data) * len(data))


if __name__ == "__main__":
    main()
