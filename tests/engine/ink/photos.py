"""Photos of digits on paper, simulated: real pen strokes, with the effects of paper, light, pen and camera.

    photo = light * (paper, or ink where the pen went), blurred, + noise, as JPEG

Lengths are fractions of the frame's shorter side, brightness is 0..1. Everything is drawn from one generator: the same
one makes the same photo.
"""

import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from engine.data.pen_strokes import PenDigits, load_pen
from engine.ink.strokes import Drawing, curve, join_strokes

# Each is one trouble alone, on photos that have none of the others; "all" mixes them, and "cropped" is cut out close
# to the digit, under uneven light.
KINDS = (
    "plain", "slanting light", "vignette", "soft shadow", "hard shadow", "fold", "table", "ruled", "squared", "pencil",
    "blue pen", "red pen", "chalk", "noise", "blur", "jpeg", "all", "cropped",
)  # fmt: skip
CLEAN = "clean"
PEN_FILE = "pen/unipen-digits-dev.npz"
# What engine.ink.photo's parameters were chosen on, and what is left to measure with.
CHOSEN_ON, MEASURED_ON = ("app", "imp", "syn"), ("apa", "apb", "art", "gmd")

_LIGHTS = ("slanting light", "vignette", "soft shadow", "hard shadow", "fold")
_LUMA = np.array([0.299, 0.587, 0.114])
_TURN = np.deg2rad(8)


def some_drawings(shared: Path, sites: Sequence[str], rng: np.random.Generator, n: int) -> PenDigits:
    """``n`` drawings, of each site about as many: the largest wrote 25 times as much as the smallest."""
    pen = load_pen(shared / PEN_FILE).of_sites(sites)
    names = np.array(pen.sites)
    return pen.subset([int(rng.choice(np.flatnonzero(names == rng.choice(sites)))) for _ in range(n)])


def photo(
    drawing: Drawing | None, kind: str, rng: np.random.Generator, largest: int = 3000, number: bool = False
) -> bytes:
    """A JPEG file of a drawing on paper, or of the empty sheet, with one of the KINDS of trouble.

    Args:
        kind: or CLEAN: black on white, without any trouble.
        largest: pixels of the longer side, at most; at least there are 300.
        number: the drawing is a number; the size of a digit is that of one drawn alone, as far as the frame has room.
    """
    troubles = _mixed(rng) if kind == "all" else {kind}
    if kind == "cropped":
        troubles.add(str(rng.choice(_LIGHTS)))
    longer = round(float(np.exp(rng.uniform(np.log(300), np.log(largest)))))
    shorter = round(longer * rng.choice([1, 0.75]))
    shape = (longer, shorter) if rng.random() < 0.5 else (shorter, longer)
    angle = rng.uniform(-_TURN, _TURN)

    paper, ink, opacity = _colours(troubles, rng)
    strokes, pen_width = _placed(drawing or [], angle, shape, rng, number)
    ink_cover = _inked(strokes, pen_width, shape)[:, :, None]
    if kind == CLEAN:
        return _jpeg(1 - ink_cover * np.ones(3), troubles, rng)
    if troubles & {"pencil", "chalk"}:
        ink_cover = ink_cover * _grain(shape, shorter, rng)[:, :, None]
    contrast = float(abs((paper - ink) @ _LUMA)) * opacity
    sheet = paper * np.ones((*shape, 1))
    if troubles & {"ruled", "squared"}:
        sheet = sheet - _lines("squared" in troubles, angle, contrast, shape, rng)
    sheet = sheet + opacity * ink_cover * (ink - sheet)
    if "table" in troubles:
        sheet = _on_a_table(sheet, float(paper @ _LUMA), strokes, pen_width, rng)
    image = np.clip(sheet * _light(troubles, shape, rng)[:, :, None], 0, 1)
    if "cropped" in troubles:
        image = _cropped(image, strokes, pen_width, rng)
    return _jpeg(image, troubles, rng)


def _mixed(rng: np.random.Generator) -> set[str]:
    troubles = {str(light) for light in rng.choice(_LIGHTS, rng.integers(0, 3), replace=False)}
    pen = str(rng.choice(["plain", "pencil", "blue pen", "red pen", "chalk"]))
    troubles |= {pen} | {each for each in ("noise", "blur", "jpeg") if rng.random() < 0.6}
    if rng.random() < 0.3:
        troubles.add("table")
    if pen != "chalk" and rng.random() < 0.5:
        troubles.add(str(rng.choice(["ruled", "squared"])))
    return troubles


def _colours(troubles: set[str], rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, float]:
    """(3,) of the paper, (3,) of the ink, and how much of the paper the ink covers."""
    tint = rng.uniform(-0.04, 0.04, 3)
    if "chalk" in troubles:
        return rng.uniform(0.12, 0.3) + tint, rng.uniform(0.8, 0.95) + tint / 4, rng.uniform(0.75, 1)
    paper = np.clip(rng.uniform(0.55, 0.97) + tint, 0, 1)
    if "pencil" in troubles:
        return paper, paper * rng.uniform(0.55, 0.75), 1.0
    if "blue pen" in troubles:
        return paper, np.array([0.1, 0.15, 0.55]) + rng.uniform(-0.05, 0.1, 3), rng.uniform(0.75, 1)
    if "red pen" in troubles:
        return paper, np.array([0.75, 0.12, 0.15]) * rng.uniform(0.7, 1), rng.uniform(0.85, 1)
    return paper, np.full(3, rng.uniform(0.03, 0.2)), rng.uniform(0.85, 1)


def _placed(
    drawing: Drawing, angle: float, shape: tuple[int, int], rng: np.random.Generator, number: bool
) -> tuple[list[np.ndarray], float]:
    """The strokes in pixels, 20 to 80 % of the frame large and anywhere on it, and the pen's width."""
    side = min(shape)
    size = rng.uniform(0.2, 0.8) * side
    if number:
        across, down = np.ptp(np.concatenate(drawing), axis=0)
        size = min(size, 0.9 * shape[1] * down / max(across, down))
    # No pen is so wide that a small digit's loops are filled.
    pen_width = max(2.0, min(rng.uniform(0.01, 0.05) * side, 0.14 * size))
    if not drawing:
        return [], pen_width
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    strokes = [curve(stroke) @ turn for stroke in join_strokes(drawing)]
    points = np.concatenate(strokes)
    low, extent = points.min(axis=0), np.ptp(points, axis=0)
    scale = (size - pen_width) / max(1.0, float(extent[1] if number else extent.max()))
    room = np.array(shape[::-1]) - extent * scale - 2 * pen_width
    corner = pen_width + rng.uniform(0, 1, 2) * np.maximum(room, 0)
    return [(stroke - low) * scale + corner for stroke in strokes], pen_width


def _inked(strokes: Sequence[np.ndarray], width: float, shape: tuple[int, int]) -> np.ndarray:
    """How much of each pixel the pen covered, (height, width)."""
    fine = 1 if min(shape) > 1000 else 3
    image = Image.new("L", (shape[1] * fine, shape[0] * fine))
    draw = ImageDraw.Draw(image)
    reach = width * fine / 2
    for stroke in strokes:
        points = [(x * fine, y * fine) for x, y in stroke.tolist()]
        draw.line(points, 255, max(1, round(width * fine)), joint="curve")
        for x, y in (points[0], points[-1]):
            draw.ellipse((x - reach, y - reach, x + reach, y + reach), 255)
    return np.asarray(image.reduce(fine), np.float32) / 255


def _grain(shape: tuple[int, int], side: int, rng: np.random.Generator) -> np.ndarray:
    """What a dry pen leaves of its stroke on a rough ground: 0.3..1, in grains of about 1/300 of the side."""
    grain = max(1, side // 300)
    small = rng.uniform(0.3, 1, (shape[0] // grain + 1, shape[1] // grain + 1)).astype(np.float32)
    return small.repeat(grain, axis=0).repeat(grain, axis=1)[: shape[0], : shape[1]]


def _along(angle: float, shape: tuple[int, int]) -> np.ndarray:
    """How far each pixel lies in one direction, in shorter sides."""
    y, x = np.ogrid[: shape[0], : shape[1]]
    return ((x * np.cos(angle) + y * np.sin(angle)) / min(shape)).astype(np.float32)


def _lines(
    squared: bool, angle: float, contrast: float, shape: tuple[int, int], rng: np.random.Generator
) -> np.ndarray:
    """What printed lines take from the paper's brightness: at most a third of what the ink takes. (height, width, 3)"""
    space, width = rng.uniform(0.04, 0.12), max(rng.uniform(0.0015, 0.004), 1.2 / min(shape))
    colour = np.array([1.0, 0.8, 0.5]) if rng.random() < 0.6 else np.ones(3)
    colour = colour / (colour @ _LUMA) * contrast * rng.uniform(0.1, 1 / 3)
    start = rng.uniform(0, space)
    on = (_along(angle + np.pi / 2, shape) + start) % space < width
    if squared:
        on = on | ((_along(angle, shape) + start) % space < width)
    return on[:, :, None] * colour


def _on_a_table(
    sheet: np.ndarray, paper: float, strokes: Sequence[np.ndarray], pen_width: float, rng: np.random.Generator
) -> np.ndarray:
    """The sheet ends before the frame does, on one to four sides, and shows the table, never under the ink."""
    shape = sheet.shape[:2]
    side = min(shape)
    ends = np.array([(0, 0), (shape[1], 0), (0, shape[0]), (shape[1], shape[0])], float)
    points = np.concatenate(strokes) if strokes else ends.mean(axis=0, keepdims=True)
    table = np.zeros(shape, bool)
    for which in rng.choice(4, rng.integers(1, 5), replace=False):
        angle = which * np.pi / 2 + rng.uniform(-_TURN, _TURN)
        towards = np.array([np.cos(angle), np.sin(angle)])
        nearest = float((points @ towards).max()) / side + pen_width / side + 0.02
        edge = np.quantile(ends @ towards / side, 0.75)
        if nearest < edge:
            table |= _along(angle, shape) > rng.uniform(max(nearest, edge - 0.25), edge)
    grey = rng.uniform(0.1, 0.9)
    if abs(grey - paper) < 0.15:
        grey = paper - 0.3
    grain = Image.fromarray(rng.normal(grey, 0.04, (60, 6)).astype(np.float32)).resize(
        shape[::-1], Image.Resampling.BICUBIC
    )
    wood = np.asarray(grain)[:, :, None] * (1 + np.array([0.15, 0, -0.15]) * rng.random())
    return np.where(table[:, :, None], np.clip(wood, 0.02, 1), sheet)


def _cropped(
    image: np.ndarray, strokes: Sequence[np.ndarray], pen_width: float, rng: np.random.Generator
) -> np.ndarray:
    """What is around the ink and up to 15 % of its size beyond, on each side."""
    if not strokes:
        return image
    points = np.concatenate(strokes)
    room = rng.uniform(0, 0.15, 4) * np.ptp(points, axis=0).max() + pen_width / 2
    left, top = np.maximum(points.min(axis=0) - room[:2], 0).astype(int)
    right, bottom = np.ceil(points.max(axis=0) + room[2:]).astype(int)
    return image[top:bottom, left:right]


def _light(troubles: set[str], shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """How much of the full light falls on each pixel, (height, width) in 0..1."""
    light = np.ones(shape, np.float32)
    if "slanting light" in troubles:
        ramp = _along(rng.uniform(0, 2 * np.pi), shape)
        light *= 1 - rng.uniform(0.3, 0.65) * (ramp - ramp.min()) / np.ptp(ramp)
    if "vignette" in troubles:
        y, x = np.ogrid[-1 : 1 : shape[0] * 1j, -1 : 1 : shape[1] * 1j]
        light *= 1 - rng.uniform(0.3, 0.65) * (x**2 + y**2) / 2
    if "soft shadow" in troubles:
        light *= 1 - rng.uniform(0.3, 0.5) * _hand_shadow(shape, rng)
    if "hard shadow" in troubles:
        light *= 1 - rng.uniform(0.3, 0.5) * _half(shape, rng.uniform(0.0005, 0.004), rng)
    if "fold" in troubles:
        # The paper bends there: one half faces the light less, and the crease itself is dark, or bright.
        past = _half(shape, rng.uniform(0.002, 0.01), rng)
        light *= 1 - rng.uniform(0.05, 0.2) * past - rng.uniform(-0.1, 0.15) * 4 * past * (1 - past)
    return light


def _half(shape: tuple[int, int], soft: float, rng: np.random.Generator) -> np.ndarray:
    """1 on one side of a straight edge across the frame, 0 on the other, between them over about 4 ``soft``."""
    ramp = _along(rng.uniform(0, 2 * np.pi), shape)
    middle = ramp.min() + rng.uniform(0.25, 0.75) * np.ptp(ramp)
    return 1 / (1 + np.exp(-np.clip((ramp - middle) / soft, -30, 30)))


def _hand_shadow(shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """A hand's shadow that reaches in from an edge: an arm and two fingers, blurred."""
    small = 200
    image = Image.new("L", (small, small))
    draw = ImageDraw.Draw(image)
    x, y = rng.uniform(0.3, 0.7, 2) * small
    arm = rng.uniform(0, 2 * np.pi)
    for turn, width, length in ((0, 0.3, 2.0), (2.6, 0.08, 0.35), (3.4, 0.09, 0.45)):
        end = (x + np.cos(arm + turn) * length * small, y + np.sin(arm + turn) * length * small)
        draw.line([(x, y), end], 255, round(width * small))
    draw.ellipse((x - 35, y - 35, x + 35, y + 35), 255)
    image = image.filter(ImageFilter.GaussianBlur(rng.uniform(0.015, 0.06) * small))
    return np.asarray(image.resize(shape[::-1], Image.Resampling.BICUBIC), np.float32) / 255


def _jpeg(pixels: np.ndarray, troubles: set[str], rng: np.random.Generator) -> bytes:
    """(height, width, 3) in 0..1 -> a JPEG file."""
    image = Image.fromarray((pixels * 255).astype(np.uint8))
    if "blur" in troubles:
        image = image.filter(ImageFilter.GaussianBlur(rng.uniform(0.5, 1.5) * min(pixels.shape[:2]) / 600))
    if "noise" in troubles:
        noise = rng.standard_normal(pixels.shape[:2], np.float32)[:, :, None] * rng.uniform(0.01, 0.04)
        image = Image.fromarray((np.clip(np.asarray(image) + noise * 255, 0, 255)).astype(np.uint8))
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=int(rng.integers(40, 91)) if "jpeg" in troubles else 95)
    return buffer.getvalue()
