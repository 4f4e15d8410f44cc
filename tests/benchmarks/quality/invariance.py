"""The invariance of the prediction: does it change although the digit is the same? Pen strokes, default network.

Each drawing is changed in ways that do not change the digit: moved, scaled, drawn faster, slower, in more strokes or in
another order. Printed are how often the prediction stays the same, and how much its probability changes.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np

from engine.data.pen_strokes import load_pen
from engine.ink.strokes import Drawing, bounds, curve
from engine.paths import default_weights
from engine.recognizer import Recognizer
from engine.types import CANVAS, FloatArray
from engine.weights import load_weights

# The window's canvas at its usual size; a mouse reports whole pixels.
CANVAS_PIXELS = 560
SMALLEST, LARGEST = 0.3, 1.0

Change = Callable[[Drawing, np.random.Generator], Drawing]


def placed(drawing: Drawing, rng: np.random.Generator, smallest: float = SMALLEST, largest: float = LARGEST) -> Drawing:
    """Scaled, the longer side to ``smallest`` to ``largest`` of the canvas, at a random position."""
    left, top, right, bottom = bounds(drawing) or (0.0, 0.0, 0.0, 0.0)
    size = np.array([right - left, bottom - top])
    scale = CANVAS * rng.uniform(smallest, largest) / max(float(size.max()), 1e-6)
    corner = rng.uniform(0, 1, 2) * (CANVAS - size * scale)
    return [((stroke - (left, top)) * scale + corner).astype(np.float32) for stroke in drawing]


def by_mouse(drawing: Drawing) -> Drawing:
    """Rounded to pixels of the screen, without repeated points."""
    whole = [np.rint(stroke * (CANVAS_PIXELS / CANVAS)) for stroke in drawing]
    moved = [np.concatenate(([True], np.any(stroke[1:] != stroke[:-1], axis=1))) for stroke in whole]
    return [(s[m] * (CANVAS / CANVAS_PIXELS)).astype(np.float32) for s, m in zip(whole, moved, strict=True)]


def every(nth: int) -> Change:
    """A lower report rate: every ``nth`` point of each stroke, and its last."""

    def change(drawing: Drawing, rng: np.random.Generator) -> Drawing:
        first = int(rng.integers(nth))
        return [s[np.unique([0, *range(first, len(s), nth), len(s) - 1])] for s in drawing if len(s)]

    return change


def spaced(drawing: Drawing, spacing: float) -> Drawing:
    """The same line with points about ``spacing`` canvas units apart."""
    lines = []
    for stroke in drawing:
        line = curve(stroke, step=0.05)
        along = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))))
        at = np.linspace(0, along[-1], int(np.ceil(along[-1] / spacing)) + 1)
        points = np.column_stack([np.interp(at, along, line[:, axis]) for axis in (0, 1)])
        lines.append(points.astype(np.float32))
    return lines


def respaced(factor: float) -> Change:
    """Evenly spaced points; the spacing is ``factor`` times the mean spacing before."""

    def change(drawing: Drawing, rng: np.random.Generator) -> Drawing:
        chords = np.concatenate([np.hypot(*np.diff(stroke, axis=0).T) for stroke in drawing])
        # The spacing varies a little between variants.
        return spaced(drawing, max(float(chords[chords > 0].mean()), 0.05) * factor * rng.uniform(0.9, 1.1))

    return change


def slowly(drawing: Drawing, rng: np.random.Generator) -> Drawing:
    """A slow mouse, which reports every pixel of the line; at a random size and position."""
    return by_mouse(spaced(placed(drawing, rng), CANVAS / CANVAS_PIXELS))


def cut(drawing: Drawing, rng: np.random.Generator) -> Drawing:
    """Each stroke in 2 to 4 pieces; each starts where the previous one ended."""
    pieces = []
    for stroke in drawing:
        inner = np.arange(1, len(stroke) - 1)
        at = np.sort(rng.choice(inner, min(len(inner), int(rng.integers(1, 4))), replace=False))
        pieces += [stroke[a : b + 1] for a, b in zip([0, *at], [*at, len(stroke) - 1], strict=True)]
    return pieces


def reordered(drawing: Drawing, rng: np.random.Generator) -> Drawing:
    """Strokes in another order, some of them backwards."""
    return [drawing[i][:: rng.choice((1, -1))] for i in rng.permutation(len(drawing))]


def everything(fastest: int) -> Change:
    """All changes: size, position, mouse pixels, slow or every 1st to ``fastest``-th point, pieces, order."""

    def change(drawing: Drawing, rng: np.random.Generator) -> Drawing:
        nth = int(rng.integers(fastest + 1))
        mouse = by_mouse(every(nth)(placed(drawing, rng), rng)) if nth else slowly(drawing, rng)
        return reordered(cut(mouse, rng), rng)

    return change


CHANGES: dict[str, Change] = {
    "position and size": placed,
    "position and size, by mouse": lambda drawing, rng: by_mouse(placed(drawing, rng)),
    "  the same, 30 to 40 % of the canvas": lambda drawing, rng: by_mouse(placed(drawing, rng, 0.3, 0.4)),
    "every 2nd point": every(2),
    "every 3rd point": every(3),
    "every 4th point": every(4),
    "every 6th point": every(6),
    "points 0.25 as far apart": respaced(0.25),
    "points 0.5 as far apart": respaced(0.5),
    "points 2 x as far apart": respaced(2),
    "points 4 x as far apart": respaced(4),
    "points 8 x as far apart": respaced(8),
    "slow mouse, position and size": slowly,
    "each stroke cut in 2 to 4": cut,
    "another order, backwards": reordered,
    "all changes, every point or more": everything(1),
    "all changes, up to every 4th point": everything(4),
}


def row(before: FloatArray, after: FloatArray) -> dict[str, float]:
    """Compare the probabilities of the drawings (N, 10) with those of their variants (N, V, 10)."""
    answer = before.argmax(axis=1)
    winner = np.take_along_axis(after, answer[:, None, None], axis=2)[:, :, 0]
    change = np.abs(winner - before.max(axis=1)[:, None])
    same = after.argmax(axis=2) == answer[:, None]
    return {
        "same": float(same.mean()),
        "drawings_that_ever_change": int((~same).any(axis=1).sum()),
        "p999": float(np.percentile(change, 99.9)),
        "largest": float(change.max()),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pen", type=Path, required=True, metavar="FILE", help="pen strokes (.npz)")
    parser.add_argument("--weights", type=Path, default=default_weights())
    parser.add_argument("--drawings", type=int, default=1000)
    parser.add_argument("--variants", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", help="only the changes whose name contains this text")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()

    pen = load_pen(args.pen)
    chosen = np.random.default_rng(args.seed).choice(len(pen), min(args.drawings, len(pen)), replace=False)
    drawings = pen.subset(chosen).drawings
    weights = load_weights(args.weights)
    recognizer = Recognizer(weights.spec, weights.params)
    before = recognizer.predict_drawings(drawings)

    rows = {}
    for name, change in CHANGES.items():
        if args.only is None or args.only in name:
            rng = np.random.default_rng(args.seed)
            variants = [change(drawing, rng) for drawing in drawings for _ in range(args.variants)]
            after = recognizer.predict_drawings(variants).reshape(len(drawings), args.variants, -1)
            rows[name.strip()] = row(before, after)
            if not args.json:
                print_row(name, rows[name.strip()], first=len(rows) == 1)
    name = "brush width"
    if args.only is None or args.only in name:
        rng = np.random.default_rng(args.seed)
        widths = rng.uniform(0.5, 5, (len(drawings), args.variants))
        after = np.array(
            [
                [recognizer.predict_drawing(d, w).probabilities for w in some]
                for d, some in zip(drawings, widths.tolist(), strict=True)
            ]
        )
        rows[name] = row(before, after)
        if not args.json:
            print_row(name, rows[name], first=len(rows) == 1)

    milliseconds = []
    for drawing in drawings:
        start = time.perf_counter()
        recognizer.predict_drawing(drawing)
        milliseconds.append(1000 * (time.perf_counter() - start))
    took = float(np.median(milliseconds))
    if args.json:
        facts = {"drawings": len(drawings), "variants": args.variants, "weights": args.weights.name, "median_ms": took}
        print(json.dumps({**facts, "changes": rows}, indent=2))
    else:
        print(f"{len(drawings):,} drawings, {args.variants} variants of each, {args.weights.name}")
        print(f"one drawing is predicted in {took:.2f} ms (median)")


def print_row(name: str, found: dict[str, float], first: bool) -> None:
    if first:
        print(f"{'change':<38} {'same digit':>11} {'drawings':>8}  change of probability, 99.9 %, max")
    print(
        f"{name:<38} {100 * found['same']:>9.3f} % {found['drawings_that_ever_change']:>8}"
        f"  {found['p999']:>20.4f}  {found['largest']:>14.4f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
