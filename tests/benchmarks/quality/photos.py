"""The accuracy on simulated photos of digits on paper, from pen strokes of sites that were not used to tune it.

For each kind of disturbance (light, paper, pen, camera; see tests/engine/ink/photos.py) it prints the accuracy of the
shipped network, the share of empty sheets on which ink is found, and the time to prepare a photo of 512 pixels. The
same drawings, predicted as strokes, are the upper limit.

With --numbers they are photos of numbers of two to five digits, with gaps from 0 to one mean width of a digit. Counted
are those that are read on a clean image of the same size: how many of them are read whole on the photo, are not sure,
and are sure and wrong. --chosen takes the sites on which the parameters were chosen.
"""

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
# The module that simulates photos; it comes first because this file has the same name.
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "engine" / "ink"))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np
from photos import CHOSEN_ON, CLEAN, KINDS, MEASURED_ON, PEN_FILE, photo, some_drawings
from several_digits import number

from engine.data.pen_strokes import load_pen
from engine.digit_finder import DigitFinder, number_text
from engine.ink.images import prepare_image, read_image
from engine.ink.strokes import Drawing
from engine.paths import default_weights
from engine.recognizer import Recognizer
from engine.unread import unread_cause
from engine.weights import load_weights

_LARGEST_SIDE = 512
# Of a writer whose digits make numbers.
_LEAST_DIGITS = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, metavar="FOLDER", help="the folder that holds pen/")
    parser.add_argument("--weights", type=Path, default=default_weights())
    parser.add_argument("--photos", type=int, default=40, metavar="N", help="photos, and empty sheets, of each kind")
    parser.add_argument("--largest", type=int, default=1500, help="pixels of the largest photo's longest side")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", help="only the kinds whose name contains this text")
    parser.add_argument("--numbers", action="store_true", help="numbers instead of single digits")
    parser.add_argument("--chosen", action="store_true", help="the sites on which the parameters were chosen")
    args = parser.parse_args()

    weights = load_weights(args.weights)
    recognizer = Recognizer(weights.spec, weights.params)
    sites = CHOSEN_ON if args.chosen else MEASURED_ON
    if args.numbers:
        measure_numbers(recognizer, sites, args)
        return
    pen = some_drawings(args.shared, sites, np.random.default_rng(args.seed), args.photos)
    as_strokes = recognizer.predict_drawings(pen.drawings).argmax(axis=1) == pen.labels
    print(f"{len(pen)} drawings of {', '.join(sites)}, {args.weights.name}")
    print(f"{'':<16} {'accuracy':>10} {'ink on empty sheets':>20} {'ms':>6}")
    print(f"{'as strokes':<16} {100 * as_strokes.mean():>8.1f} %", flush=True)
    rows = []
    for at, kind in enumerate(KINDS):
        if args.only is not None and args.only not in kind:
            continue
        # Each photo has its own generator: the first photos do not depend on the number of photos.
        seeds = [[args.seed, at, i] for i in range(args.photos)]
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


def measure_numbers(recognizer: Recognizer, sites: Sequence[str], args: argparse.Namespace) -> None:
    pen = load_pen(args.shared / PEN_FILE).of_sites(sites)
    by_writer: dict[str, list[int]] = defaultdict(list)
    for i, writer in enumerate(pen.writers):
        by_writer[writer].append(i)
    writers = [each for each in by_writer.values() if len(each) >= _LEAST_DIGITS]
    finder = DigitFinder(recognizer)
    print(f"numbers of {', '.join(sites)}, {args.weights.name}")
    print(f"{'':<16} {'clean':>6} {'read':>6} {'not sure':>9} {'sure, wrong':>12}")
    total: Counter[str] = Counter()
    for at, kind in enumerate(KINDS):
        if args.only is not None and args.only not in kind:
            continue
        found: Counter[str] = Counter()
        for i in range(args.photos):
            seed = [args.seed, at, i]
            rng = np.random.default_rng(seed)
            strokes, _, labels = number(pen, writers[rng.integers(len(writers))], 2 + i % 4, rng)
            true = "".join(map(str, labels))
            clean, disturbed = (
                read(recognizer, finder, photo(strokes, each, np.random.default_rng([*seed, 1]), args.largest, True))
                for each in (CLEAN, kind)
            )
            if clean[0] == true:
                found["clean"] += 1
                found["read" if disturbed[0] == true else "wrong" if disturbed[1] else "unsure"] += 1
        total += found
        print_counts(kind, found)
    print_counts("all kinds", total)


def read(recognizer: Recognizer, finder: DigitFinder, image: bytes) -> tuple[str, bool]:
    """What is read on it, and whether it is shown as sure."""
    grey = read_image(image)
    whole = recognizer.predict(prepare_image(grey))
    digits = finder.in_image(whole.stages.ink)
    if digits:
        return number_text(digits), all(each.prediction.sure for each in digits)
    return str(whole.digit), whole.sure and unread_cause(grey, whole.stages.ink, sure=True) is None


def print_counts(name: str, found: Counter[str]) -> None:
    print(f"{name:<16} {found['clean']:>6} {found['read']:>6} {found['unsure']:>9} {found['wrong']:>12}", flush=True)


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
