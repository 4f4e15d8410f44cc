"""The accuracy on simulated photos of digits on paper, from pen strokes of sites that were not used to tune it.

For each kind of disturbance (light, paper, pen, camera; see tests/engine/ink/photos.py) it prints the accuracy of the
shipped network, the share of empty sheets on which ink is found, and the time to prepare a photo of 512 pixels. The
same drawings, predicted as strokes, are the upper limit.
"""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
# The module that simulates photos; it comes first because this file has the same name.
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "engine" / "ink"))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np
from photos import KINDS, MEASURED_ON, photo, some_drawings

from engine.ink.images import prepare_image, read_image
from engine.ink.strokes import Drawing
from engine.paths import default_weights
from engine.recognizer import Recognizer
from engine.weights import load_weights

_LARGEST_SIDE = 512


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, metavar="FOLDER", help="the folder that holds pen/")
    parser.add_argument("--weights", type=Path, default=default_weights())
    parser.add_argument("--photos", type=int, default=40, metavar="N", help="photos, and empty sheets, of each kind")
    parser.add_argument("--largest", type=int, default=1500, help="pixels of the largest photo's longest side")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", help="only the kinds whose name contains this text")
    args = parser.parse_args()

    weights = load_weights(args.weights)
    recognizer = Recognizer(weights.spec, weights.params)
    pen = some_drawings(args.shared, MEASURED_ON, np.random.default_rng(args.seed), args.photos)
    as_strokes = recognizer.predict_drawings(pen.drawings).argmax(axis=1) == pen.labels
    print(f"{len(pen)} drawings of {', '.join(MEASURED_ON)}, {args.weights.name}")
    print(f"{'':<16} {'accuracy':>10} {'ink on empty sheets':>20} {'ms':>6}")
    print(f"{'as strokes':<16} {100 * as_strokes.mean():>8.1f} %", flush=True)
    rows = []
    for number, kind in enumerate(KINDS):
        if args.only is not None and args.only not in kind:
            continue
        # Each photo has its own generator: the first photos do not depend on the number of photos.
        seeds = [[args.seed, number, i] for i in range(args.photos)]
        correct, milliseconds = measure(recognizer, pen.drawings, pen.labels.tolist(), kind, seeds, args.largest)
        inky = [
            not prepare_image(read_image(photo(None, kind, np.random.default_rng([*seed, 1]), args.largest))).empty
            for seed in seeds
        ]
        rows.append((np.mean(correct), np.mean(inky), np.median(milliseconds) if milliseconds else np.nan))
        print_row(kind, rows[-1])
    if len(rows) > 1:
        accuracy, inky_share, took = np.array(rows).T
        print_row("mean", (accuracy.mean(), inky_share.mean(), np.nanmean(took)))


def measure(
    recognizer: Recognizer, drawings: list[Drawing], digits: list[int], kind: str, seeds: list[list[int]], largest: int
) -> tuple[list[bool], list[float]]:
    """Whether each photo is predicted correctly, and the milliseconds of those of 512 pixels."""
    correct, milliseconds = [], []
    for drawing, digit, seed in zip(drawings, digits, seeds, strict=True):
        grey = read_image(photo(drawing, kind, np.random.default_rng(seed), largest))
        start = time.perf_counter()
        stages = prepare_image(grey)
        took = 1000 * (time.perf_counter() - start)
        correct.append(recognizer.predict(stages).digit == digit)
        if max(grey.shape) == _LARGEST_SIDE:
            milliseconds.append(took)
    return correct, milliseconds


def print_row(name: str, row: tuple[float, float, float]) -> None:
    accuracy, inky, took = row
    print(f"{name:<16} {100 * accuracy:>8.1f} % {100 * inky:>18.1f} % {took:>6.1f}", flush=True)


if __name__ == "__main__":
    main()
