"""Are photos of digits on paper read? Pen strokes of sites that nothing about photos was chosen on, photographed.

For each kind of trouble (light, paper, pen, camera; see tests/engine/ink/photos.py) it prints how many of the photos
the shipped network predicts correctly, on how many empty sheets ink is found, and how long a photo of 512 pixels takes
from grey values to the network's input. The same drawings, predicted as strokes, are the upper limit.
"""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
# The maker of photos, before this file, which has its name.
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
    parser.add_argument("--largest", type=int, default=1500, help="pixels of the largest photo's longer side")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", help="the kinds whose name holds this text")
    args = parser.parse_args()

    weights = load_weights(args.weights)
    recognizer = Recognizer(weights.spec, weights.params)
    pen = some_drawings(args.shared, MEASURED_ON, np.random.default_rng(args.seed), args.photos)
    as_strokes = recognizer.read_drawings(pen.drawings).argmax(axis=1) == pen.labels
    print(f"{len(pen)} drawings of {', '.join(MEASURED_ON)}, {args.weights.name}")
    print(f"{'':<16} {'read right':>10} {'ink on empty sheets':>20} {'ms':>6}")
    print(f"{'as strokes':<16} {100 * as_strokes.mean():>8.1f} %", flush=True)
    rows = []
    for number, kind in enumerate(KINDS):
        if args.only is not None and args.only not in kind:
            continue
        # Each photo has its own generator: fewer photos are the first of the more.
        seeds = [[args.seed, number, i] for i in range(args.photos)]
        right, milliseconds = read(recognizer, pen.drawings, pen.labels.tolist(), kind, seeds, args.largest)
        inky = [
            not prepare_image(read_image(photo(None, kind, np.random.default_rng([*seed, 1]), args.largest))).empty
            for seed in seeds
        ]
        rows.append((np.mean(right), np.mean(inky), np.median(milliseconds) if milliseconds else np.nan))
        print_row(kind, rows[-1])
    if len(rows) > 1:
        right_share, inky_share, took = np.array(rows).T
        print_row("mean", (right_share.mean(), inky_share.mean(), np.nanmean(took)))


def read(
    recognizer: Recognizer, drawings: list[Drawing], digits: list[int], kind: str, seeds: list[list[int]], largest: int
) -> tuple[list[bool], list[float]]:
    """Whether each drawing's photo is read right, and what those of 512 pixels took in milliseconds."""
    right, milliseconds = [], []
    for drawing, digit, seed in zip(drawings, digits, seeds, strict=True):
        grey = read_image(photo(drawing, kind, np.random.default_rng(seed), largest))
        began = time.perf_counter()
        stages = prepare_image(grey)
        took = 1000 * (time.perf_counter() - began)
        right.append(recognizer.read(stages).digit == digit)
        if max(grey.shape) == _LARGEST_SIDE:
            milliseconds.append(took)
    return right, milliseconds


def print_row(name: str, row: tuple[float, float, float]) -> None:
    right, inky, took = row
    print(f"{name:<16} {100 * right:>8.1f} % {100 * inky:>18.1f} % {took:>6.1f}", flush=True)


if __name__ == "__main__":
    main()
