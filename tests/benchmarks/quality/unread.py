"""How often the cause is named why an image is no sure digit, on images of each cause and on clear digits.

"read" counts predictions that are sure and right, "wrong" those that are sure and wrong; of the others, "true" have the
true cause, "another" another one, "none" none. Images are made of pen strokes of sites that were not used to choose
any parameter (with --chosen, of those that were).
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
# The module that chooses drawings; it comes first because a file here has the same name.
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "engine" / "ink"))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np
from photos import CHOSEN_ON, MEASURED_ON, some_drawings
from pictures import cover
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from engine.digit_finder import DigitFinder
from engine.ink.strokes import Drawing
from engine.paths import default_weights
from engine.recognizer import Recognizer
from engine.types import FloatArray
from engine.unread import Cause, unread_cause
from engine.weights import load_weights

Rng = np.random.Generator
# White ink on black, from two drawings.
Make = Callable[[Drawing, Drawing, Rng], Image.Image]


def clear(drawing: Drawing, _: Drawing, rng: Rng) -> Image.Image:
    return cover(drawing, rng, int(rng.integers(60, 500)), rng.uniform(0.5, 0.85))


def nothing(_: Drawing, __: Drawing, rng: Rng) -> Image.Image:
    side = int(rng.integers(30, 500))
    values = rng.normal(rng.uniform(20, 200), rng.uniform(0, 4), (side, side))
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


def empty_sheet(_: Drawing, __: Drawing, rng: Rng) -> Image.Image:
    """Paper in uneven light."""
    side = int(rng.integers(100, 500))
    y, x = np.mgrid[-1 : 1 : side * 1j, -1 : 1 : side * 1j]
    angle = rng.uniform(0, 2 * np.pi)
    light = 1 + rng.uniform(0.1, 0.4) * (x * np.cos(angle) + y * np.sin(angle)) - rng.uniform(0, 0.25) * (x * x + y * y)
    values = rng.uniform(120, 200) * light + rng.normal(0, 3, light.shape)
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


def too_small(drawing: Drawing, _: Drawing, rng: Rng) -> Image.Image:
    height = rng.uniform(4, 8)
    side = int(rng.integers(20, 400))
    return cover(drawing, rng, side, height / side)


def frame(_: Drawing, __: Drawing, rng: Rng) -> Image.Image:
    side = int(rng.integers(80, 500))
    image = Image.new("L", (side, side))
    edges = [rng.uniform(low, low + 0.1) * side for low in (0.08, 0.08, 0.8, 0.8)]
    ImageDraw.Draw(image).rectangle(edges, outline=255, width=max(2, round(rng.uniform(0.01, 0.06) * side)))
    return image


def touching_a_frame(drawing: Drawing, _: Drawing, rng: Rng) -> Image.Image:
    ink = cover(drawing, rng, int(rng.integers(120, 500)), 0.7)
    box = ink.getbbox() or (0, 0, 1, 1)
    thick = max(2, round(rng.uniform(0.01, 0.03) * ink.width))
    ImageDraw.Draw(ink).rectangle((box[0], box[1], box[2], box[3]), outline=255, width=thick)
    return ink


def overlapping(left: Drawing, right: Drawing, rng: Rng) -> Image.Image:
    side = int(rng.integers(100, 400))
    digits = [cover(each, rng, side, 0.7) for each in (left, right)]
    digits = [each.crop(each.getbbox()) for each in digits]
    overlap = round(rng.uniform(0.15, 0.4) * min(each.width for each in digits))
    width = sum(each.width for each in digits) - overlap
    image = Image.new("L", (width + side // 3, side))
    for digit, at in zip(digits, (side // 6, side // 6 + digits[0].width - overlap), strict=True):
        placed = Image.new("L", image.size)
        placed.paste(digit, (at, (side - digit.height) // 2))
        image = ImageChops.lighter(image, placed)
    return image


def two_lines(above: Drawing, below: Drawing, rng: Rng) -> Image.Image:
    side = int(rng.integers(80, 300))
    image = Image.new("L", (side, 2 * side))
    for each, y in ((above, 0), (below, side)):
        image.paste(cover(each, rng, side, 0.75), (0, y))
    return image


def text(_: Drawing, __: Drawing, rng: Rng) -> Image.Image:
    image = Image.new("L", (int(rng.integers(200, 500)),) * 2)
    words = " ".join("".join(rng.choice(list("abdefghklmnoprstuw"), int(rng.integers(3, 9)))) for _ in range(90))
    lines = "\n".join(words[i : i + 40] for i in range(0, len(words), 40))
    ImageDraw.Draw(image).multiline_text((8, 8), lines, fill=255, font_size=int(rng.integers(12, 20)))
    return image


def blurred(drawing: Drawing, _: Drawing, rng: Rng) -> Image.Image:
    ink = cover(drawing, rng, int(rng.integers(120, 500)), 0.6)
    return ink.filter(ImageFilter.GaussianBlur(ink.width * rng.uniform(0.06, 0.1)))


KINDS: dict[str, tuple[Make, Cause | None]] = {
    "a clear digit": (clear, None),
    "nothing": (nothing, Cause.NOTHING),
    "an empty sheet": (empty_sheet, Cause.NOTHING),
    "4 to 8 pixels": (too_small, Cause.TOO_SMALL),
    "a frame alone": (frame, Cause.FRAME),
    "touching a frame": (touching_a_frame, Cause.FRAME),
    "overlapping digits": (overlapping, Cause.SEVERAL),
    "two lines": (two_lines, Cause.LINES),
    "a text": (text, Cause.TOO_MUCH),
    "blurred": (blurred, Cause.BLURRED),
}


def images(make: Make, drawings: list[Drawing], seed: int) -> Iterator[FloatArray]:
    for i, drawing in enumerate(drawings):
        rng = np.random.default_rng([seed, i])
        values = np.asarray(make(drawing, drawings[i - 1], rng), np.float32) / 255
        yield values if rng.random() < 0.5 else 1 - values


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, metavar="FOLDER", help="the folder that holds pen/")
    parser.add_argument("--images", type=int, default=50, metavar="N", help="of each cause")
    parser.add_argument("--chosen", action="store_true", help="the sites on which the parameters were chosen")
    args = parser.parse_args()
    weights = load_weights(default_weights())
    recognizer = Recognizer(weights.spec, weights.params)
    finder = DigitFinder(recognizer)
    sites = CHOSEN_ON if args.chosen else MEASURED_ON
    pen = some_drawings(args.shared, sites, np.random.default_rng(int(args.chosen)), args.images)
    names = ("read", "wrong", "true", "another", "none", "number")
    print(f"{'':<20}" + "".join(f"{name:>9}" for name in names))
    for kind, (make, cause) in KINDS.items():
        counts: Counter[str] = Counter()
        others: Counter[str] = Counter()
        for grey, digit in zip(images(make, list(pen.drawings), int(args.chosen)), pen.labels.tolist(), strict=True):
            whole = recognizer.predict_image(grey)
            found = unread_cause(grey, whole.stages.ink, whole.sure)
            if finder.in_image(whole.stages.ink):
                counts["number"] += 1
            elif found is None and whole.sure:
                counts["read" if whole.digit == digit else "wrong"] += 1
            else:
                counts["none" if found is None else "true" if found is cause else "another"] += 1
                others[found.value if found else "none"] += 1
        print(f"{kind:<20}" + "".join(f"{counts[name]:>9}" for name in names), dict(others))


if __name__ == "__main__":
    main()
