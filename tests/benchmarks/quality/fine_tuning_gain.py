"""What learning a hand gains and costs: five drawings of each digit by each writer who has 100 drawings or more.

Each writer's network has never seen that writer's site. It is made by the recipe `default` with that site held out:
`python main.py train --recipe default --epochs 2 --hold-out SITE --out FOLDER/loso-SITE.safetensors ...`. It then
learns five drawings of each digit, chosen at random, as the window lets it, and is measured on all of the writer's
others and on MNIST's 10,000 test digits.
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

_EACH, _LEAST = 5, 100


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pen", required=True, metavar="FILE", help="an .npz file of pen strokes")
    parser.add_argument("--mnist", required=True, metavar="FOLDER")
    parser.add_argument("--networks", required=True, metavar="FOLDER", help="where the files loso-SITE.safetensors are")
    parser.add_argument("--rounds", type=int, default=1, help="how often five are chosen anew")
    parser.add_argument("--rehearse", choices=("mnist", "starter"), default="mnist")
    args = parser.parse_args()
    pen = load_pen(args.pen)
    mnist, test = load_mnist_datasets(args.mnist)
    known = mnist if args.rehearse == "mnist" else synthetic_digits(6000, 2)
    writers = sorted(name for name, n in Counter(pen.writers).items() if n >= _LEAST)
    forgotten: dict[str, float] = {}
    rows = []
    for writer in writers:
        mine = np.flatnonzero(np.array(pen.writers) == writer)
        site = pen.sites[mine[0]]
        weights = load_weights(Path(args.networks) / f"loso-{site}.safetensors")
        if site not in forgotten:
            forgotten[site] = accuracy(weights.network(), test)
        for seed in range(args.rounds):
            rng = np.random.default_rng(seed)
            chosen = [rng.permutation(mine[pen.labels[mine] == digit])[:_EACH] for digit in range(10)]
            learned = np.concatenate(chosen)
            others = pen_dataset(pen.subset(np.setdiff1d(mine, learned)), writer)
            began = time.perf_counter()
            config = dataclasses.replace(FINE_TUNING, seed=seed)
            trainer = Trainer(
                weights.spec, config, fine_tuning_set(pen.subset(learned), known, seed), initial=weights.params
            )
            for _ in trainer.run():
                pass
            seconds = time.perf_counter() - began
            errors = [wrong(network, others) for network in (weights.network(), trainer.network)]
            lost = forgotten[site] - accuracy(trainer.network, test)
            rows.append((errors[0] / len(others), errors[1] / len(others), lost, seconds))
            print(
                f"{writer}, choice {seed}: {errors[0]} of {len(others)} wrong before, {errors[1]} after; MNIST "
                f"{forgotten[site]:.4f}, {-100 * lost:+.2f} points; {seconds:.0f} s",
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
