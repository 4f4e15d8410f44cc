"""How often is a network unsure of an image without a digit? Measured with letters and scribbles of kinds that it was
not trained on: the share whose highest probability is below the threshold for a sure prediction. The same seed gives
the same drawings.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np

from engine.data.dataset import Dataset
from engine.data.synthetic.digits import synthetic_drawing
from engine.data.synthetic.distortion import near_pen_widths
from engine.data.synthetic.handwriting import load_styles, write
from engine.ink.preprocess import centre_drawings
from engine.paths import default_weights
from engine.recognizer import SURE, Recognizer
from engine.types import CANVAS, CLASSES, NO_DIGIT
from engine.weights import load_weights


def letter(rng: np.random.Generator) -> list[np.ndarray]:
    """A letter that is not in the training sets."""
    styles = load_styles("letter_shapes.txt")["test"]
    return [stroke * (0.7 * CANVAS) + CANVAS / 2 for stroke in write(styles[rng.integers(len(styles))], 1, rng)[0]]


def dots(rng: np.random.Generator) -> list[np.ndarray]:
    """One or several dots, each where the pen hardly moved."""
    n = 1 if rng.random() < 0.5 else rng.integers(2, 7)
    return [rng.uniform(4, 24, 2) + np.cumsum(rng.normal(0, 0.25, (rng.integers(1, 5), 2)), axis=0) for _ in range(n)]


def spiral(rng: np.random.Generator) -> list[np.ndarray]:
    """A spiral of more than two turns."""
    angle = np.linspace(0, 2 * np.pi * rng.uniform(2.2, 5), 120) * rng.choice((-1, 1)) + rng.uniform(0, 6)
    radius = np.linspace(rng.uniform(0, 1.5), rng.uniform(8, 11), 120)
    return [np.column_stack((radius * np.cos(angle), rng.uniform(0.6, 1) * radius * np.sin(angle)))]


def crossed_out(rng: np.random.Generator) -> list[np.ndarray]:
    """A digit that is crossed out."""
    digit = synthetic_drawing(int(rng.integers(CLASSES)), rng)
    points = np.concatenate(digit)
    low, high = points.min(axis=0), points.max(axis=0)
    times = rng.integers(5, 10)
    x = np.where(np.arange(times) % 2, high[0] + 1, low[0] - 1) + rng.normal(0, 0.8, times)
    return [*digit, np.column_stack((x, np.linspace(low[1], high[1], times)))]


def polygon(rng: np.random.Generator) -> list[np.ndarray]:
    """A square with both diagonals."""
    corners = np.array([(0, 0), (20, 0), (20, 20), (0, 20), (0, 0), (20, 20)]) + rng.normal(0, 1, (6, 2))
    return [corners, np.array([corners[1], corners[3]])]


# (weight, generator)
KINDS: Sequence[tuple[float, Callable[[np.random.Generator], list[np.ndarray]]]] = (
    (4, letter),
    (1, dots),
    (2, spiral),
    (1, crossed_out),
    (1, polygon),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", default=str(default_weights()), metavar="FILE")
    parser.add_argument("--drawings", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    found = load_weights(args.weights)
    rng = np.random.default_rng(args.seed)
    weights = np.array([weight for weight, _ in KINDS])
    which = rng.choice(len(KINDS), args.drawings, p=weights / weights.sum())
    inputs = centre_drawings([KINDS[i][1](rng) for i in which], near_pen_widths(args.drawings, rng))
    labels = np.full(args.drawings, NO_DIGIT, np.uint8)
    dataset = Dataset(np.rint(inputs * 255).astype(np.uint8), labels)
    unsure = Recognizer(found.spec, found.params).predict_dataset(dataset).max(axis=1) < SURE
    print(f"{unsure.mean():.1%} of {args.drawings:,} non-digits are below a probability of {SURE:.0%}")
    for i, (_, kind) in enumerate(KINDS):
        print(f"  {kind.__name__}: {unsure[which == i].mean():.1%} of {np.count_nonzero(which == i)}")


if __name__ == "__main__":
    main()
