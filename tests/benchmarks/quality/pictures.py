"""The accuracy on images with something special: frames, cards, colours, deep values, animations, light, small photos.

Each kind has as many images, of pen strokes of sites that were not used to choose any parameter (with --chosen, of
those that were). "as strokes" is the upper limit: the same drawings, predicted as strokes.
"""

import argparse
import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
# The module that chooses drawings; it comes first because a file here has the same name.
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "engine" / "ink"))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np
from photos import CHOSEN_ON, MEASURED_ON, some_drawings
from PIL import Image, ImageDraw, ImageFilter

from engine.errors import ImageError
from engine.ink.images import read_image
from engine.ink.png import paint
from engine.ink.strokes import Drawing
from engine.paths import default_weights
from engine.recognizer import Recognizer
from engine.weights import load_weights

Rng = np.random.Generator
# The content of an image file, from white ink on black.
Make = Callable[[Image.Image, Rng], bytes]


def cover(drawing: Drawing, rng: Rng, side: int, size: float) -> Image.Image:
    """White ink on black, ``side`` x ``side`` pixels, the digit ``size`` of it large and near the middle."""
    painted = Image.fromarray(np.asarray(paint(drawing, rng.uniform(1.2, 2.6))))
    box = painted.getbbox() or (0, 0, 1, 1)
    digit = painted.crop(box)
    factor = size * side / max(digit.size)
    digit = digit.resize([max(1, round(each * factor)) for each in digit.size], Image.Resampling.BOX)
    image = Image.new("L", (side, side))
    corner = [(side - each) // 2 + round(rng.uniform(-0.04, 0.04) * side) for each in digit.size]
    image.paste(digit, tuple(corner))
    return image


def encoded(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def black_on_white(ink: Image.Image) -> Image.Image:
    return ink.point(lambda value: 255 - value)


def frame(
    lines: str = "closed", inset: tuple[float, float] = (0.02, 0.1), width: tuple[float, float] = (0.004, 0.04)
) -> Make:
    """A frame around the digit: closed, double, open, dotted, grid, crossing (partly outside), rounded, tilted."""

    def make(ink: Image.Image, rng: Rng) -> bytes:
        side = ink.width
        at = round(rng.uniform(*inset) * side)
        thick = max(1, round(rng.uniform(*width) * side))
        image = ink.copy()
        draw = ImageDraw.Draw(image)
        low, high = at, side - 1 - at
        shade = int(rng.integers(120, 256))
        if lines in ("closed", "double", "rounded", "tilted"):
            radius = rng.uniform(0.03, 0.12) * side if lines == "rounded" else 0
            draw.rounded_rectangle((low, low, high, high), radius, outline=shade, width=thick)
        if lines == "double":
            low, high = low + thick + round(0.02 * side), high - thick - round(0.02 * side)
            draw.rectangle((low, low, high, high), outline=shade, width=thick)
        if lines in ("open", "crossing"):
            sides = [(low, low, high, low), (high, low, high, high), (low, high, high, high), (low, low, low, high)]
            missing = int(rng.integers(0, 4))
            if lines == "crossing":
                # Two or three lines that end outside the image.
                sides = [(0, low, side, low), (high, 0, high, side), (0, high, side, high), (low, 0, low, side)]
            for number, ends in enumerate(sides):
                if number != missing:
                    draw.line(ends, fill=shade, width=thick)
        if lines == "dotted":
            step, dash = max(3, round(rng.uniform(0.015, 0.03) * side)), rng.uniform(0.3, 0.6)
            for start in range(low, high, step):
                end = min(high, start + max(1, round(dash * step)))
                for at_side in (low, high):
                    draw.line((start, at_side, end, at_side), fill=shade, width=thick)
                    draw.line((at_side, start, at_side, end), fill=shade, width=thick)
        if lines == "grid":
            cell, room = high - low, round(rng.uniform(0.05, 0.9) * side)
            wide = Image.new("L", (side + 2 * room, side + 2 * room))
            wide.paste(image, (room, room))
            image, draw = wide, ImageDraw.Draw(wide)
            for k in range(-3, 5):
                at_line = room + low + k * cell
                draw.line((at_line, 0, at_line, wide.height), fill=shade, width=thick)
                draw.line((0, at_line, wide.width, at_line), fill=shade, width=thick)
        if lines == "tilted":
            image = image.rotate(float(rng.uniform(-3, 3)), Image.Resampling.BICUBIC, fillcolor=0)
        return encoded(black_on_white(image) if rng.random() < 0.8 else image)

    return make


def card(opaque: bool) -> Make:
    def make(ink: Image.Image, rng: Rng) -> bytes:
        dark = bool(rng.random() < 0.5)
        alpha = ink
        if opaque:
            alpha = Image.new("L", ink.size)
            edge = rng.uniform(0, 0.08) * ink.width
            box = (edge, edge, ink.width - 1 - edge, ink.height - 1 - edge)
            ImageDraw.Draw(alpha).rounded_rectangle(box, rng.uniform(0, 0.25) * ink.width, fill=255)
            pixels = ink if dark else black_on_white(ink)
        else:
            pixels = Image.new("L", ink.size, 0 if dark else 255)
        return encoded(Image.merge("RGBA", (pixels, pixels, pixels, alpha)))

    return make


def coloured(gradient: bool) -> Make:
    """Ink and ground of equal brightness."""

    def make(ink: Image.Image, rng: Rng) -> bytes:
        luma = np.array([0.299, 0.587, 0.114])
        while True:
            ground, colour = rng.uniform(0, 1, 3), rng.uniform(0, 1, 3)
            colour = colour + (ground - colour) @ luma
            if colour.min() >= 0 and colour.max() <= 1 and np.linalg.norm(ground - colour) > 0.45:
                break
        other = ground + (rng.uniform(-0.25, 0.25, 3) if gradient else 0)
        across = np.linspace(0, 1, ink.width)[None, :, None]
        sheet = ground * (1 - across) + np.clip(other, 0, 1) * across
        share = np.asarray(ink)[..., None] / 255
        values = sheet + share * (colour - sheet)
        image = Image.fromarray(np.rint(np.clip(values, 0, 1) * 255).astype(np.uint8))
        return encoded(image, "JPEG", quality=90) if rng.random() < 0.3 else encoded(image)

    return make


def deep(ink: Image.Image, rng: Rng) -> bytes:
    values = 1 - np.asarray(ink, np.float32) / 255
    which = int(rng.integers(0, 5))
    if which == 0:
        return encoded(Image.fromarray((values * 4080).astype(np.uint16)))
    if which == 1:
        return encoded(Image.fromarray((values * 1023).astype(np.uint16)))
    if which == 2:
        return encoded(Image.fromarray((values * 255).astype(np.int32)), "TIFF")
    return encoded(Image.fromarray(values * (1 if which == 3 else 4095)), "TIFF")


def animated(ink: Image.Image, rng: Rng) -> bytes:
    drawn = black_on_white(ink)
    blank = Image.new("L", ink.size, 255)
    kind = str(rng.choice(["GIF", "PNG", "WEBP", "TIFF"]))
    return encoded(blank, kind, save_all=True, append_images=[blank, drawn])


def small_photo(least: int, most: int) -> Make:
    """A photo in uneven light, shrunk by the person."""

    def make(ink: Image.Image, rng: Rng) -> bytes:
        share = np.asarray(ink.filter(ImageFilter.GaussianBlur(ink.width / 300)), np.float32) / 255
        y, x = np.mgrid[-1 : 1 : ink.height * 1j, -1 : 1 : ink.width * 1j]
        angle = rng.uniform(0, 2 * np.pi)
        light = 1 + rng.uniform(0.25, 0.45) * (x * np.cos(angle) + y * np.sin(angle))
        if rng.random() < 0.5:
            light -= rng.uniform(0.1, 0.25) * (x * x + y * y)
        paper, black = rng.uniform(0.55, 0.8), rng.uniform(0.05, 0.2)
        values = (paper + share * (black - paper)) * light + rng.normal(0, 0.02, share.shape)
        side = int(rng.integers(least, most + 1))
        image = Image.fromarray((np.clip(values, 0, 1) * 255).astype(np.uint8))
        image = image.resize((side, side), Image.Resampling.LANCZOS)
        return encoded(image, "JPEG", quality=int(rng.integers(75, 96))) if rng.random() < 0.7 else encoded(image)

    return make


def framed_photo(ink: Image.Image, rng: Rng) -> bytes:
    """A printed frame on paper, in uneven light."""
    image = ink.copy()
    at = round(rng.uniform(0.04, 0.12) * ink.width)
    width = max(2, round(rng.uniform(0.004, 0.015) * ink.width))
    ImageDraw.Draw(image).rectangle((at, at, ink.width - at, ink.width - at), outline=230, width=width)
    image = image.rotate(float(rng.uniform(-2, 2)), Image.Resampling.BICUBIC)
    return small_photo(400, 500)(image, rng)


def plain(ink: Image.Image, rng: Rng) -> bytes:
    return encoded(black_on_white(ink) if rng.random() < 0.5 else ink)


# The image, and the digit's size in the middle of it.
KINDS: dict[str, tuple[Make, float, float]] = {
    "plain": (plain, 0.4, 0.9),
    "closed frame": (frame(), 0.4, 0.65),
    "frame at the edge": (frame(inset=(0, 0)), 0.4, 0.75),
    "thick frame": (frame(width=(0.04, 0.1)), 0.35, 0.5),
    "double frame": (frame("double", width=(0.004, 0.015)), 0.4, 0.6),
    "rounded frame": (frame("rounded"), 0.4, 0.6),
    "tilted frame": (frame("tilted", inset=(0.05, 0.12)), 0.35, 0.55),
    "open frame": (frame("open"), 0.4, 0.6),
    "dotted frame": (frame("dotted", width=(0.006, 0.012)), 0.4, 0.6),
    "frame partly outside": (frame("crossing", inset=(0.05, 0.15)), 0.35, 0.55),
    "grid": (frame("grid", inset=(0.0, 0.1), width=(0.004, 0.02)), 0.4, 0.65),
    "framed photo": (framed_photo, 0.35, 0.55),
    "opaque card": (card(True), 0.4, 0.75),
    "transparent ground": (card(False), 0.4, 0.9),
    "equal brightness": (coloured(False), 0.4, 0.85),
    "on a gradient": (coloured(True), 0.4, 0.8),
    "deep values": (deep, 0.4, 0.85),
    "later frame": (animated, 0.4, 0.85),
    "photo of 24 to 35": (small_photo(24, 35), 0.5, 0.75),
    "photo of 36 to 47": (small_photo(36, 47), 0.45, 0.75),
    "photo of 48 to 64": (small_photo(48, 64), 0.4, 0.75),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, metavar="FOLDER", help="the folder that holds pen/")
    parser.add_argument("--weights", type=Path, default=default_weights())
    parser.add_argument("--images", type=int, default=50, metavar="N", help="of each kind")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--chosen", action="store_true", help="the sites on which the parameters were chosen")
    parser.add_argument("--only", help="only the kinds whose name contains this text")
    parser.add_argument("--wrong", type=Path, metavar="FOLDER", help="save the wrong ones there")
    args = parser.parse_args()

    weights = load_weights(args.weights)
    recognizer = Recognizer(weights.spec, weights.params)
    sites = CHOSEN_ON if args.chosen else MEASURED_ON
    pen = some_drawings(args.shared, sites, np.random.default_rng(args.seed), args.images)
    as_strokes = recognizer.predict_drawings(pen.drawings).argmax(axis=1) == pen.labels
    print(f"{len(pen)} drawings of {', '.join(sites)}, as strokes {100 * as_strokes.mean():.1f} %")
    print(f"{'':<22} {'accuracy':>10} {'surely wrong':>13} {'ms':>7}")
    for number, (kind, (make, least, most)) in enumerate(KINDS.items()):
        if args.only is not None and args.only not in kind:
            continue
        correct, wrong, took = 0, 0, []
        for i, (drawing, digit) in enumerate(zip(pen.drawings, pen.labels.tolist(), strict=True)):
            rng = np.random.default_rng([args.seed, number, i])
            ink = cover(drawing, rng, int(rng.integers(120, 700)), rng.uniform(least, most))
            content = make(ink, rng)
            start = time.perf_counter()
            try:
                prediction = recognizer.predict_image(read_image(content))
            except ImageError:
                continue
            took.append(1000 * (time.perf_counter() - start))
            correct += prediction.digit == digit
            wrong += prediction.sure and prediction.digit != digit
            if prediction.digit != digit and args.wrong is not None:
                args.wrong.mkdir(parents=True, exist_ok=True)
                (args.wrong / f"{kind}-{i}-{digit}-as-{prediction.digit}.img".replace(" ", "_")).write_bytes(content)
        print(
            f"{kind:<22} {100 * correct / len(pen):>8.1f} % {100 * wrong / len(pen):>11.1f} % {np.median(took):>7.1f}"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
