"""How well several digits are found: numbers of two to four digits, and single digits that are taken for several.

The numbers are made of the digits of one writer each: scaled to similar heights, on a nearly straight line, with gaps
from 0 (the boxes touch) to one mean width of a digit. They are found as strokes, and as images in which the lines of
the pen may touch. The same seed gives the same numbers.

The values of ``engine/ink/segmentation`` were chosen on the UNIPEN sites; the writers of pd30 were only measured. The
shipped network was trained on all sites, so its accuracy there is not that for strangers: for those, give ``--weights``
that leave_one_site_out.py has trained without the site of ``--sites``.
"""

import argparse
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np
from non_digits import KINDS

from engine.data.pen_strokes import PenDigits, load_pen
from engine.digit_finder import DigitFinder, FoundDigit
from engine.ink.images import prepare_image
from engine.ink.strokes import bounds, curve, render
from engine.paths import default_weights
from engine.recognizer import Recognizer
from engine.weights import load_weights

# The height of a digit, and how much it varies; how far it is off the line. The least digits of a writer.
_HEIGHT, _VARIES, _OFF_LINE, _LEAST_DIGITS = 10.0, 0.15, 0.3, 10
# Pixels of an image, and widths of the pen in digit heights.
_SIDE, _PENS = 320, (0.06, 0.14)


def number(pen: PenDigits, writer: list[int], n: int, rng: np.random.Generator) -> tuple[list, list[int], list[int]]:
    """The strokes of a number, the digit that each belongs to, and the labels."""
    which = [writer[rng.integers(len(writer))] for _ in range(n)]
    placed = []
    for i in which:
        drawing = [stroke.astype(np.float64) for stroke in pen.drawings[i] if len(stroke)]
        left, top, right, bottom = bounds(drawing)
        height = _HEIGHT * rng.uniform(1 - _VARIES, 1 + _VARIES)
        # A digit that lies on its side is not made as long as the others are high.
        scale = height / max(bottom - top, (right - left) / 2, 1e-3)
        placed.append(([(stroke - (left, bottom)) * scale for stroke in drawing], (right - left) * scale))
    width = float(np.mean([each for _, each in placed]))
    x, strokes, owner = 0.0, [], []
    for k, (drawing, own_width) in enumerate(placed):
        y = rng.normal(0, _OFF_LINE)
        strokes += [stroke + np.array((x, y)) for stroke in drawing]
        owner += [k] * len(drawing)
        x += own_width + rng.uniform(0, 1) * width
    return strokes, owner, [int(pen.labels[i]) for i in which]


def as_image(strokes: list, rng: np.random.Generator) -> np.ndarray:
    """A number as an image, black on white."""
    left, top, right, bottom = bounds(strokes)
    scale = 0.8 * _SIDE / max(right - left, bottom - top)
    middle = np.array([(left + right) / 2, (top + bottom) / 2])
    fitted = [curve((stroke - middle) * scale) + _SIDE / 2 for stroke in strokes]
    return 1 - render(fitted, max(2.0, rng.uniform(*_PENS) * _HEIGHT * scale), _SIDE)


def read(found: tuple[FoundDigit, ...]) -> list[int | None]:
    return [each.prediction.digit for each in found]


def measure_numbers(finder: DigitFinder, pen: PenDigits, n: int, n_images: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    by_writer: dict[str, list[int]] = defaultdict(list)
    for i, writer in enumerate(pen.writers):
        by_writer[writer].append(i)
    writers = [each for each in by_writer.values() if len(each) >= _LEAST_DIGITS]
    divided = right = 0
    for k in range(n):
        strokes, owner, labels = number(pen, writers[rng.integers(len(writers))], 2 + k % 3, rng)
        found = finder.in_drawing(strokes)
        true = [tuple(i for i, of in enumerate(owner) if of == digit) for digit in range(len(labels))]
        divided += [each.strokes for each in found] == true
        right += read(found) == labels
    print(f"  {n:,} numbers of strokes: {divided / n:.4f} divided right, {right / n:.4f} whole right", flush=True)
    counted = right = 0
    for k in range(n_images):
        strokes, _, labels = number(pen, writers[rng.integers(len(writers))], 2 + k % 3, rng)
        found = finder.in_image(prepare_image(as_image(strokes, rng)).ink)
        counted += len(found) == len(labels)
        right += read(found) == labels
    if n_images:
        print(f"  {n_images:,} numbers as images: {counted / n_images:.4f} with the right number of digits, ", end="")
        print(f"{right / n_images:.4f} whole right", flush=True)


def measure_single(finder: DigitFinder, pen: PenDigits, n_images: int, seed: int) -> None:
    wrong = sum(bool(finder.in_drawing(drawing)) for drawing in pen.drawings)
    print(f"  {wrong} of {len(pen):,} single digits are taken for several ({wrong / len(pen):.2%})", flush=True)
    rng = np.random.default_rng(seed)
    which = rng.choice(len(pen), min(n_images, len(pen)), replace=False)
    wrong = sum(bool(finder.in_image(prepare_image(as_image(pen.drawings[i], rng)).ink)) for i in which)
    print(f"  {wrong} of {len(which):,} as images", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pen", nargs="+", metavar="FILE", help=".npz files of pen strokes")
    parser.add_argument("--weights", default=str(default_weights()), metavar="FILE")
    parser.add_argument(
        "--sites", nargs="+", metavar="SITE", help="only the drawings of these sites, such as held-out ones"
    )
    parser.add_argument("--numbers", type=int, default=1500, help="per file")
    parser.add_argument("--images", type=int, default=300, help="per file")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    weights = load_weights(args.weights)
    finder = DigitFinder(Recognizer(weights.spec, weights.params))
    for file in args.pen:
        pen = load_pen(file).of_sites(args.sites)
        print(f"{Path(file).name}, the sites {', '.join(sorted(set(pen.sites)))}:")
        measure_numbers(finder, pen, args.numbers, args.images, args.seed)
        measure_single(finder, pen, args.images, args.seed)
    rng = np.random.default_rng(args.seed)
    wrong = sum(bool(finder.in_drawing(KINDS[k % len(KINDS)][1](rng))) for k in range(args.numbers))
    print(f"{wrong} of {args.numbers:,} letters, scribbles and other non-digits are taken for several digits")


if __name__ == "__main__":
    main()
