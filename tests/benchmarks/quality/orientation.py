"""How often is it found out how a dataset's images are stored: upright, transposed, inverted, or both?

    python tests/benchmarks/quality/orientation.py [--first 0] [--samples 100] [--shared DIR] [--tuning]

Of MNIST, synthetic digits and pen strokes, samples of 200 images each, in each of the four ways, with their own labels
and with shuffled ones. Printed: how many are right (nothing is said of upright ones, and of the others the way that
turns them upright is found), left alone, and wrong. --tuning takes other images, to try
other margins on. The network was trained on MNIST's training digits and on the first pen strokes; MNIST's test digits
and the other pen strokes are new to it.
"""

import argparse
from collections import Counter
from pathlib import Path

import numpy as np

from engine.data.dataset import Dataset
from engine.data.mnist import load_mnist_datasets
from engine.data.orientation import AS_IS, WAYS, turned
from engine.data.pen_strokes import load_pen, pen_dataset
from engine.data.synthetic.digits import synthetic_digits
from engine.evaluate.data_check import IMAGES, Read, check_data, shipped_network
from engine.types import FloatArray

POOL = 2_000
# Chance has no part in it where the halves are told apart by their number.
_SPLIT = 31


class CachedReading:
    """The shipped network; it reads an image that several samples have only once."""

    def __init__(self, read: Read) -> None:
        self._read, self._known = read, dict[bytes, FloatArray]()

    def __call__(self, x: FloatArray) -> FloatArray:
        keys = [image.tobytes() for image in x]
        new = [i for i, key in enumerate(keys) if key not in self._known]
        if new:
            self._known |= zip((keys[i] for i in new), self._read(x[new]).copy(), strict=True)
        return np.stack([self._known[key] for key in keys])


def half(dataset: Dataset, tuning: bool) -> Dataset:
    """The images for tuning, or the others."""
    order = np.random.default_rng(_SPLIT).permutation(len(dataset))
    middle = len(order) // 2
    return dataset.subset((order[:middle] if tuning else order[middle:])[:POOL])


def sources(shared: Path, tuning: bool) -> dict[str, Dataset]:
    train, test = load_mnist_datasets(shared / "mnist")
    pen = load_pen(shared / "pen" / "unipen-digits-dev.npz")
    order = np.random.default_rng(_SPLIT).permutation(len(pen))
    middle = len(order) // 2
    chosen = pen.subset((order[:middle] if tuning else order[middle:])[:POOL])
    found = {
        "MNIST": half(train, True) if tuning else half(test, False),
        "synthetic digits": synthetic_digits(POOL, 1903 if tuning else 1904),
        "pen strokes": pen_dataset(chosen, "pen strokes"),
    }
    other = shared / "pen" / "pendigits-train.npz"
    if other.exists():
        found["other pen strokes"] = half(pen_dataset(load_pen(other), "other pen strokes"), tuning)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--samples", type=int, default=100)
    parser.add_argument("--images", type=int, default=IMAGES)
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--tuning", action="store_true")
    args = parser.parse_args()
    read = CachedReading(shipped_network())
    for name, pool in sources(args.shared, args.tuning).items():
        for labels in ("own labels", "shuffled labels"):
            line = []
            for stored in WAYS:
                outcomes = Counter[str]()
                for number in range(args.first, args.first + args.samples):
                    rng = np.random.default_rng([number, args.tuning])
                    sample = pool.subset(rng.permutation(len(pool))[: args.images])
                    given = sample.labels if labels == "own labels" else rng.permutation(sample.labels)
                    check = check_data(Dataset(turned(sample.images, stored), given), read=read)
                    if check.better == ("" if stored == AS_IS else stored):
                        outcomes["right"] += 1
                    else:
                        outcomes["wrong" if check.better else "left alone"] += 1
                    outcomes["labels said not to fit"] += any("do not fit" in fault for fault in check.faults)
                line.append(f"{stored}: {', '.join(f'{count} {what}' for what, count in outcomes.items() if count)}")
            print(f"{name}, {labels}: {'; '.join(line)}", flush=True)


if __name__ == "__main__":
    main()
