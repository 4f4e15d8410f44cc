"""How well are the conventions of writing read that are usual somewhere and rare elsewhere? 200 drawings of each.

The drawings are made of lines and arcs, by formulas that training never sees: it learns from the examples in
engine/data/synthetic/digit_shapes.txt. The same seed gives the same drawings.
"""

import argparse
import itertools
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np
from PIL import Image

from engine.data.dataset import Dataset
from engine.data.synthetic.distortion import near_pen_widths
from engine.ink.preprocess import centre_drawings
from engine.ink.strokes import Drawing, Stroke
from engine.paths import default_weights
from engine.recognizer import SURE, Recognizer
from engine.types import CANVAS, FloatArray
from engine.weights import load_weights

ASKED = 0.95
# Lengths are in units of the digit's height, x right and y down; a digit lies at about 0..0.5 x 0..1.
_SPACING = 0.03


def line(*corners: tuple[float, float]) -> Stroke:
    """Straight from corner to corner, with points so close that smoothing keeps the corners."""
    parts = [np.array(corners[:1])]
    for a, b in itertools.pairwise(corners):
        n = max(2, int(np.hypot(b[0] - a[0], b[1] - a[1]) / _SPACING))
        parts.append(np.linspace(a, b, n + 1)[1:])
    return np.concatenate(parts)


def arc(x: float, y: float, width: float, height: float, start: float, end: float) -> Stroke:
    """A part of the ellipse around (x, y), from one angle to another: degrees, 0 to the right, 90 down."""
    angle = np.deg2rad(np.linspace(start, end, max(4, int(abs(end - start) / 8))))
    return np.column_stack((x + width / 2 * np.cos(angle), y + height / 2 * np.sin(angle)))


def bow(a: tuple[float, float], control: tuple[float, float], b: tuple[float, float]) -> Stroke:
    """A quadratic Bézier curve."""
    t = np.linspace(0, 1, 20)[:, None]
    return (1 - t) ** 2 * np.array(a) + 2 * t * (1 - t) * np.array(control) + t**2 * np.array(b)


def joined(*parts: Stroke) -> Stroke:
    return np.concatenate(parts)


def _upstroke(rng: np.random.Generator, length: tuple[float, float], angle: tuple[float, float]) -> tuple[float, float]:
    """Where the upstroke of a 1 begins, whose top is at (0.3, 0)."""
    size, steep = rng.uniform(*length), np.deg2rad(rng.uniform(*angle))
    return 0.3 - size * float(np.cos(steep)), size * float(np.sin(steep))


def _foot_of_one(rng: np.random.Generator) -> tuple[float, float]:
    return 0.3 + rng.uniform(-0.06, 0.04), 1.0


def one_long_upstroke(rng: np.random.Generator) -> Drawing:
    return [line(_upstroke(rng, (0.5, 0.8), (42, 68)), (0.3, 0), _foot_of_one(rng))]


def one_upstroke_as_long(rng: np.random.Generator) -> Drawing:
    return [line(_upstroke(rng, (0.8, 1.05), (52, 76)), (0.3, 0), _foot_of_one(rng))]


def one_hooked(rng: np.random.Generator) -> Drawing:
    x, y = _upstroke(rng, (0.3, 0.65), (42, 68))
    hook = line((x + rng.uniform(-0.05, 0.03), y - rng.uniform(0.06, 0.15)), (x, y))
    return [joined(hook, line((x, y), (0.3, 0), _foot_of_one(rng)))]


def one_bowed(rng: np.random.Generator) -> Drawing:
    x, y = _upstroke(rng, (0.4, 0.65), (48, 65))
    side = rng.choice((-1, 1)) * rng.uniform(0.06, 0.12)
    control = ((x + 0.3) / 2 + side * 0.8, y / 2 + side * 0.6)
    return [joined(bow((x, y), control, (0.3, 0)), line((0.3, 0), _foot_of_one(rng)))]


def one_with_foot(rng: np.random.Generator) -> Drawing:
    x, y = _foot_of_one(rng)
    foot = line((x - rng.uniform(0.16, 0.34), y + 0.01), (x + rng.uniform(0.16, 0.34), y - 0.01))
    return [line(_upstroke(rng, (0.22, 0.45), (35, 60)), (0.3, 0), (x, y)), foot]


def one_with_foot_in_one_stroke(rng: np.random.Generator) -> Drawing:
    x, y = _foot_of_one(rng)
    corners = (x, y), (x - rng.uniform(0.12, 0.28), y + 0.01), (x + rng.uniform(0.18, 0.34), y)
    return [line(_upstroke(rng, (0.18, 0.4), (35, 60)), (0.3, 0), *corners)]


def _ring(rng: np.random.Generator) -> tuple[Stroke, float]:
    """The ring of a 0 around (0, 0.5), and its width."""
    width, start = rng.uniform(0.45, 0.85), rng.uniform(-110, -60)
    return arc(0, 0.5, width, 1, start, start - rng.uniform(345, 375)), width


def _slash(width: float, angle: float, reach: float) -> Stroke:
    """A slash through (0, 0.5), ``reach`` times as long as the ring is wide in that direction."""
    cos, sin = np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))
    half = reach / np.hypot(cos / (width / 2), sin / 0.5)
    return line((half * cos, 0.5 - half * sin), (-half * cos, 0.5 + half * sin))


def zero_long_slash(rng: np.random.Generator) -> Drawing:
    ring, width = _ring(rng)
    return [ring, _slash(width, rng.uniform(38, 70), rng.uniform(1.3, 2.0))]


def zero_inner_slash(rng: np.random.Generator) -> Drawing:
    ring, width = _ring(rng)
    return [ring, _slash(width, rng.uniform(40, 70), rng.uniform(0.6, 0.95))]


def zero_bar(rng: np.random.Generator) -> Drawing:
    ring, width = _ring(rng)
    return [ring, _slash(width, rng.uniform(-8, 12), rng.uniform(0.75, 1.5))]


def zero_slashed_in_one_line(rng: np.random.Generator) -> Drawing:
    width = rng.uniform(0.5, 0.8)
    ring = arc(0, 0.5, width, 1, -80, -80 - rng.uniform(325, 345))
    return [joined(ring, line(tuple(ring[-1]), (-width / 2 - rng.uniform(-0.05, 0.15), 1 + rng.uniform(-0.1, 0.1))))]


def _bolt(rng: np.random.Generator) -> list[tuple[float, float]]:
    width, height = rng.uniform(0.28, 0.42), rng.uniform(0.45, 0.6)
    top, end = rng.uniform(0.15, width), rng.uniform(0.5, 0.85) * width
    return [(top, 0.0), (0.0, height), (width, height - rng.uniform(0.0, 0.1)), (end, 1.0)]


def four_bolt(rng: np.random.Generator) -> Drawing:
    return [line(*_bolt(rng))]


def four_bent_s(rng: np.random.Generator) -> Drawing:
    top, (x, y), bump, end = _bolt(rng)
    left = bow(top, (x - 0.06, y + 0.02), (bump[0] / 2, y + 0.02))
    return [joined(left, line((bump[0] / 2, y + 0.02), bump), bow(bump, (bump[0] - 0.02, 0.8), end))]


def four_narrow_open(rng: np.random.Generator) -> Drawing:
    width, height = rng.uniform(0.28, 0.4), rng.uniform(0.45, 0.6)
    angle = line((rng.uniform(0.03, 0.14), 0), (0, height), (width, height - rng.uniform(-0.02, 0.06)))
    x = width * rng.uniform(0.65, 0.85)
    return [angle, line((x + 0.02, rng.uniform(0.0, 0.3)), (x, 1))]


def _seven(rng: np.random.Generator) -> tuple[tuple[float, float], tuple[float, float]]:
    """The right end of the bar of a 7, and its foot."""
    return (rng.uniform(0.45, 0.65), rng.uniform(-0.04, 0.04)), (rng.uniform(0.1, 0.28), 1.0)


def seven_barred(rng: np.random.Generator) -> Drawing:
    corner, foot = _seven(rng)
    y, half = rng.uniform(0.42, 0.62), rng.uniform(0.2, 0.5)
    x = corner[0] + (foot[0] - corner[0]) * y
    return [line((0, 0), corner, foot), line((x - half, y + rng.uniform(-0.02, 0.06)), (x + half, y))]


def seven_curved_bar(rng: np.random.Generator) -> Drawing:
    corner, foot = _seven(rng)
    y, half, side = rng.uniform(0.42, 0.6), rng.uniform(0.2, 0.32), rng.choice((-1, 1)) * rng.uniform(0.08, 0.16)
    x = corner[0] + (foot[0] - corner[0]) * y
    return [line((0, 0), corner, foot), bow((x - half, y), (x, y + side), (x + half, y))]


def seven_hooked(rng: np.random.Generator) -> Drawing:
    corner, foot = _seven(rng)
    return [line((rng.uniform(-0.05, 0.02), rng.uniform(0.12, 0.3)), (0, 0), corner, foot)]


def nine_s_tail(rng: np.random.Generator) -> Drawing:
    width, height = rng.uniform(0.26, 0.38), rng.uniform(0.26, 0.36)
    ring = arc(0.3, height / 2, width, height, -10, -10 - rng.uniform(490, 520))
    belly = rng.uniform(0.45, 0.6), rng.uniform(0.62, 0.74)
    tail = bow(belly, (belly[0] + 0.04, 1.0), (rng.uniform(-0.05, 0.15), 1.0))
    return [joined(ring, bow(tuple(ring[-1]), (0.3, height + 0.1), belly), tail)]


def nine_barred_tail(rng: np.random.Generator) -> Drawing:
    width, height = rng.uniform(0.34, 0.5), rng.uniform(0.36, 0.46)
    ring = arc(0.25, height / 2, width, height, -20, -380)
    corner = 0.25 + width / 2 + rng.uniform(-0.04, 0.02), 0.97
    return [joined(ring, line(tuple(ring[-1]), corner, (corner[0] - rng.uniform(0.25, 0.5), 1.0)))]


def nine_open_loop(rng: np.random.Generator) -> Drawing:
    width, height = rng.uniform(0.36, 0.5), rng.uniform(0.36, 0.46)
    loop = arc(0.25, height / 2, width, height, -rng.uniform(45, 65), -rng.uniform(325, 345))
    top = 0.25 + width / 2 + rng.uniform(0.0, 0.05), rng.uniform(0.0, 0.06)
    return [joined(loop, line(tuple(loop[-1]), top, (top[0] - rng.uniform(0.0, 0.12), 1.0)))]


def two_short_foot(rng: np.random.Generator) -> Drawing:
    width = rng.uniform(0.26, 0.42)
    top = arc(width / 2, 0.17, width, 0.34, -rng.uniform(170, 200), 20)
    return [joined(top, line(tuple(top[-1]), (0.04, 0.96), (rng.uniform(0.28, 0.46), rng.uniform(0.93, 1.0))))]


def two_small_loop(rng: np.random.Generator) -> Drawing:
    width, foot = rng.uniform(0.32, 0.42), rng.uniform(0.38, 0.5)
    top = arc(width / 2, 0.17, width, 0.34, -rng.uniform(170, 200), 20)
    loop = arc(0.02, 0.93, rng.uniform(0.08, 0.14), 0.12, 20, 270)
    return [joined(top, line(tuple(top[-1]), (0.08, 0.95)), loop, line(tuple(loop[-1]), (foot, 0.98)))]


def two_closed_bow(rng: np.random.Generator) -> Drawing:
    width, height = rng.uniform(0.3, 0.44), rng.uniform(0.3, 0.4)
    ring = arc(0.25, height / 2, width, height, rng.uniform(0, 30), 390)
    return [joined(ring, line(tuple(ring[-1]), (0.02, 0.97), (rng.uniform(0.5, 0.75), rng.uniform(0.94, 1.0))))]


def _belly_of_five(rng: np.random.Generator, top: float) -> Stroke:
    """The neck of a 5 from ``top`` on, and the belly."""
    x, height = rng.uniform(0.08, 0.14), rng.uniform(0.38, 0.46)
    belly = arc(0.2, (height + 1) / 2, rng.uniform(0.5, 0.7), 1.06 - height, -105, 130)
    return joined(line((x, top), (x - 0.04, height)), line((x - 0.04, height), tuple(belly[0])), belly)


def five_floating_bar(rng: np.random.Generator) -> Drawing:
    top, x = rng.uniform(0.1, 0.18), rng.uniform(0.12, 0.28)
    return [_belly_of_five(rng, top), line((x, 0.02), (x + rng.uniform(0.3, 0.5), rng.uniform(-0.06, 0.0)))]


def five_without_bar(rng: np.random.Generator) -> Drawing:
    return [_belly_of_five(rng, 0.0)]


def eight_open(rng: np.random.Generator) -> Drawing:
    upper, lower = rng.uniform(0.36, 0.5), rng.uniform(0.45, 0.6)
    top = arc(0.3, 0.23, upper, 0.46, -rng.uniform(20, 50), -250)
    bottom = arc(0.3, 0.73, lower, 0.54, -70, 225)
    end = rng.uniform(0.34, 0.46), rng.uniform(0.3, 0.4)
    return [joined(top, bottom, line(tuple(bottom[-1]), end))]


def eight_of_two_rings(rng: np.random.Generator) -> Drawing:
    start, height = rng.uniform(-120, -60), rng.uniform(0.38, 0.48)
    gap = rng.uniform(-0.03, 0.03)
    lower = 1 - height - gap
    x = 0.3 + rng.uniform(-0.05, 0.05)
    upper_ring = arc(0.3, height / 2, rng.uniform(0.32, 0.46), height, start, start - rng.uniform(345, 375))
    lower_ring = arc(x, 1 - lower / 2, rng.uniform(0.42, 0.6), lower, start, start - rng.uniform(345, 375))
    return [upper_ring, lower_ring]


def six_small_bowl(rng: np.random.Generator) -> Drawing:
    width, height = rng.uniform(0.22, 0.32), rng.uniform(0.22, 0.3)
    bowl = arc(0.15, 1 - height / 2, width, height, 180, -rng.uniform(180, 200))
    return [joined(line((rng.uniform(0.05, 0.5), 0), tuple(bowl[0])), bowl)]


# By digit.
CONVENTIONS: Sequence[tuple[int, Callable[[np.random.Generator], Drawing]]] = (
    (0, zero_long_slash),
    (0, zero_inner_slash),
    (0, zero_bar),
    (0, zero_slashed_in_one_line),
    (1, one_long_upstroke),
    (1, one_upstroke_as_long),
    (1, one_hooked),
    (1, one_bowed),
    (1, one_with_foot),
    (1, one_with_foot_in_one_stroke),
    (2, two_short_foot),
    (2, two_small_loop),
    (2, two_closed_bow),
    (4, four_bolt),
    (4, four_bent_s),
    (4, four_narrow_open),
    (5, five_floating_bar),
    (5, five_without_bar),
    (6, six_small_bowl),
    (7, seven_barred),
    (7, seven_curved_bar),
    (7, seven_hooked),
    (8, eight_open),
    (8, eight_of_two_rings),
    (9, nine_s_tail),
    (9, nine_barred_tail),
    (9, nine_open_loop),
)


def written(drawing: Drawing, rng: np.random.Generator) -> Drawing:
    """As a person might write it: slanted, rotated, wider or narrower, and not quite smooth; in canvas units."""
    slant, turn, wide = rng.uniform(-0.15, 0.45), np.deg2rad(rng.uniform(-10, 10)), np.exp(rng.uniform(-0.3, 0.3))
    cos, sin = np.cos(turn), np.sin(turn)
    change = np.array([[wide, -slant], [0, 1]]).T @ np.array([[cos, -sin], [sin, cos]]).T
    wave, phase = rng.uniform(0.0, 0.03, (2, 2)), rng.uniform(0, 2 * np.pi, (2, 2))
    strokes: list[FloatArray] = []
    for stroke in drawing:
        shift = sum(wave[k] * np.sin(2 * np.pi * (k + 1) * stroke[:, ::-1] + phase[k]) for k in range(2))
        strokes.append(((stroke + shift) @ change + rng.normal(0, 0.02, 2)) * (0.7 * CANVAS) + 5)
    return strokes


def drawings_of(convention: Callable[[np.random.Generator], Drawing], n: int, seed: int) -> list[Drawing]:
    """``n`` drawings of one convention."""
    rng = np.random.default_rng([seed, *convention.__name__.encode()])
    return [written(convention(rng), rng) for _ in range(n)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", default=str(default_weights()), metavar="FILE")
    parser.add_argument("--drawings", type=int, default=200, help="of each convention")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sheet", metavar="FILE.png", help="save the first 24 images of each, a row each")
    args = parser.parse_args()
    found = load_weights(args.weights)
    recognizer = Recognizer(found.spec, found.params)
    rows, accuracies = [], []
    print("accuracy, and the part of all that is wrong and sure")
    for digit, convention in CONVENTIONS:
        drawings = drawings_of(convention, args.drawings, args.seed)
        inputs = centre_drawings(drawings, near_pen_widths(len(drawings), np.random.default_rng(args.seed)))
        images = np.rint(inputs * 255).astype(np.uint8)
        rows.append(np.concatenate(list(images[:24]), axis=1))
        probabilities = recognizer.predict_dataset(Dataset(images, np.full(len(images), digit, np.uint8)))
        wrong = probabilities.argmax(axis=1) != digit
        accuracies.append(1 - wrong.mean())
        sure = (wrong & (probabilities.max(axis=1) >= SURE)).mean()
        others = np.bincount(probabilities.argmax(axis=1)[wrong], minlength=10)
        read_as = ", ".join(f"{k} ({others[k]})" for k in np.argsort(-others) if others[k])
        print(f"{convention.__name__:28} {accuracies[-1]:.3f}  {sure:.3f}  {read_as}")
    below = sum(accuracy < ASKED for accuracy in accuracies)
    print(f"mean {np.mean(accuracies):.3f}, worst {min(accuracies):.3f}; {below} of {len(accuracies)} below {ASKED}")
    if args.sheet:
        Image.fromarray(255 - np.concatenate(rows)).save(args.sheet)


if __name__ == "__main__":
    main()
