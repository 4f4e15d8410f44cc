"""Preprocessing: from a drawing to the network's input.

MNIST's digits were scaled into a 20 x 20 box with their aspect kept, anti-aliased, and set into 28 x 28 with the
centre of mass in the middle (LeCun, Bottou, Bengio, Haffner 1998). A drawing gets the same treatment as vectors: it is
rendered again at the right size and stroke width, never scaled down from the screen. Every stage is kept for display.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from ..types import CANVAS, FloatArray
from .strokes import Drawing, bounds, curve, join_strokes, render, render_many

# Saved with the weights: a network trained on the images of one version may mispredict those of another.
PREPROCESSING_VERSION = 1

BOX = 20
# Pixels. Networks trained on MNIST are most accurate on pen strokes of about this width (of 1.6, 2.0, 2.4, 2.8 and 3.2,
# measured on the UNIPEN digits with a 784-50-10 and a 784-50-100-10).
STROKE_WIDTH = 2.0
# MNIST's centres of mass are at pixel index 14.00, half a pixel right of and below the image's middle. Without that
# half pixel a small network loses 2 percentage points of accuracy on pen strokes.
_CENTRE = CANVAS / 2 + 0.5
# Canvas units: smaller drawings are a dot, which is not enlarged to a full digit.
_SMALLEST = 1.0
# Points of smooth curves that are rendered at once. They take some 100 MB.
_MOST_POINTS = 500_000

Edges: TypeAlias = tuple[float, float, float, float]  # left, top, right, bottom
_Early: TypeAlias = tuple[FloatArray, Edges | None, FloatArray]  # ink, crop, scaled


class Stages:
    """The stages of the preprocessing, all float32 in 0..1, white ink on black.

    Attributes:
        ink: what was drawn: (28, 28) for strokes, any size for an image.
        crop: the box (left, top, right, bottom) around the ink, in pixels of ``ink``; None where there is no ink.
        scaled: (20, 20), the ink scaled so that its longer side fills the box; (28, 28) where it is not scaled.
        centred: (28, 28), with the centre of mass in the middle: the network's input.
        empty: there is no ink.
    """

    def __init__(self, centred: FloatArray, empty: bool, compute: Callable[[], _Early]) -> None:
        """Args:
        compute: gives (ink, crop, scaled) when one of them is needed first. While the user draws, only the input is
            needed, and the others take as long again.
        """
        self.centred, self.empty, self._compute = centred, empty, compute

    @cached_property
    def _early(self) -> _Early:
        return self._compute()

    @property
    def ink(self) -> FloatArray:
        return self._early[0]

    @property
    def crop(self) -> Edges | None:
        return self._early[1]

    @property
    def scaled(self) -> FloatArray:
        return self._early[2]


@dataclass(frozen=True)
class Steps:
    """Which steps are done, to show the effect of each. Networks are trained on images with all of them.

    Attributes:
        crop: the ink is cut out of the canvas. Otherwise the whole canvas is used.
        scale: the crop is scaled to fill the 20 x 20 box. Otherwise it keeps its size on the canvas.
        centre: the centre of mass goes to the middle. Otherwise the middle of the crop does.
    """

    crop: bool = True
    scale: bool = True
    centre: bool = True


ALL_STEPS = Steps()


def prepare_drawing(
    drawing: Drawing, brush_width: float = STROKE_WIDTH, steps: Steps = ALL_STEPS, stroke_width: float = STROKE_WIDTH
) -> Stages:
    """Strokes in canvas units -> the network's input, with the stages of the preprocessing.

    Args:
        drawing: the strokes; empty ones are ignored.
        brush_width: the brush width on the canvas, in canvas units. Only ``Stages.ink`` shows it: the input's stroke
            width is always the same, unless a step is left out.
        steps: all, except to show the effect of one.
        stroke_width: the input's stroke width, in pixels; another one only to see its effect. The brush is scaled by
            the same factor.
    """
    brush_width *= stroke_width / STROKE_WIDTH
    if steps != ALL_STEPS:
        return _partly_prepared(drawing, brush_width, steps, stroke_width)
    drawing = [stroke for stroke in drawing if len(stroke)]
    fitted = _fitted(drawing, stroke_width)
    if fitted is None:
        blank, box = np.zeros((CANVAS, CANVAS), np.float32), np.zeros((BOX, BOX), np.float32)
        return Stages(blank, True, lambda: (blank, None, box))

    def early() -> _Early:
        curves = [curve(stroke) for stroke in drawing]
        scaled = render([stroke + BOX / 2 for stroke in fitted], stroke_width, BOX)
        return render(curves, brush_width), _around(curves, brush_width), scaled

    return Stages(_centred([fitted], [stroke_width])[0], False, early)


def _partly_prepared(drawing: Drawing, brush_width: float, steps: Steps, stroke_width: float) -> Stages:
    """With steps left out. The stroke width is then the scaled width of the brush."""
    curves = [curve(stroke) for stroke in join_strokes(drawing)]
    box = bounds(curves)
    if box is None:
        return prepare_drawing(drawing, brush_width)
    if steps.crop and steps.scale:
        fitted, width = _fitted(drawing, stroke_width) or [], stroke_width
    else:
        factor = BOX / CANVAS if steps.scale else 1.0
        middle = _middle(box) if steps.crop else np.full(2, CANVAS / 2)
        fitted, width = [(stroke - middle) * factor for stroke in curves], brush_width * factor
    # What keeps its size on the canvas may be larger than the box.
    size = BOX if steps.scale else CANVAS
    scaled = render([stroke + size / 2 for stroke in fitted], width, size)
    if steps.centre:
        # ``_centred`` expects drawings around (0, 0).
        middle = _middle(bounds(fitted) or box)
        centred = _centred([[stroke - middle for stroke in fitted]], [width])[0]
    else:
        centred = render([stroke + CANVAS / 2 for stroke in fitted], width)
    return Stages(centred, False, lambda: (render(curves, brush_width), _around(curves, brush_width), scaled))


def _middle(box: Edges) -> FloatArray:
    left, top, right, bottom = box
    return np.array([(left + right) / 2, (top + bottom) / 2])


def _around(curves: Drawing, brush_width: float) -> Edges | None:
    """The box around the ink of a brush that was moved along the curves, cut off at the canvas."""
    box = bounds(curves)
    if box is None:
        return None
    reach = brush_width / 2
    left, top, right, bottom = np.clip(np.add(box, (-reach, -reach, reach, reach)), 0, CANVAS).tolist()
    return left, top, right, bottom


def stages_of_input(image: FloatArray) -> Stages:
    """The stages of an image (28, 28) float32 in 0..1 that is prepared already, such as a digit of a training set."""
    box, margin = bounding_box(image > 0), (CANVAS - BOX) // 2
    return Stages(image, box is None, lambda: (image, box, image[margin:-margin, margin:-margin]))


def bounding_box(mask: npt.NDArray[np.bool_]) -> tuple[int, int, int, int] | None:
    """(left, top, right, bottom) around the mask's pixels, right and bottom exclusive; None where there are none."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return (int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1) if len(rows) else None


def centre_drawings(
    drawings: Sequence[Drawing], widths: Sequence[float] | FloatArray | None = None, smooth: bool = True
) -> FloatArray:
    """Many drawings -> (N, 28, 28) inputs, the same as ``prepare_drawing``'s but without the stages, and faster.

    An empty drawing gives a black image.

    Args:
        widths: (N,) stroke widths in pixels, instead of STROKE_WIDTH: to train a network on several pens.
        smooth: False where the points are so close already (a pixel of the input) that ``curve`` is not needed.
    """
    if widths is None:
        widths = [STROKE_WIDTH] * len(drawings)
    images = [np.zeros((0, CANVAS, CANVAS), np.float32)]
    fitted: list[list[FloatArray]] = []
    done = points = 0
    for drawing, width in zip(drawings, widths, strict=True):
        fitted.append(_fitted(drawing, width, smooth) or [])
        points += sum(map(len, fitted[-1]))
        if points > _MOST_POINTS or done + len(fitted) == len(drawings):
            images.append(_centred(fitted, widths[done : done + len(fitted)]))
            done, points, fitted = done + len(fitted), 0, []
    return np.concatenate(images)


def _fitted(drawing: Drawing, width: float = STROKE_WIDTH, smooth: bool = True) -> list[FloatArray] | None:
    """Smooth curves around (0, 0), scaled so that their ink's longer side is BOX; None for an empty drawing."""
    box = bounds(drawing)
    if box is None:
        return None
    strokes, scale = _fit(join_strokes(drawing) if smooth else drawing, box, width, _SMALLEST)
    if not smooth:
        return strokes
    # The curve extends beyond points that are far apart, so it is fitted again: the size must not depend on the points.
    curves = [curve(stroke) for stroke in strokes]
    return _fit(curves, bounds(curves) or box, width, _SMALLEST * scale)[0]


def _fit(drawing: Drawing, box: Edges, width: float, smallest: float) -> tuple[list[FloatArray], float]:
    """Moved and scaled so that ``box`` is around (0, 0) and its ink fills BOX, and the scale."""
    left, top, right, bottom = box
    scale = (BOX - width) / max(right - left, bottom - top, smallest)
    middle = _middle(box)
    return [(np.asarray(stroke, np.float64) - middle) * scale for stroke in drawing if len(stroke)], scale


def _centred(fitted: Sequence[Sequence[FloatArray]], widths: Sequence[float] | FloatArray) -> FloatArray:
    """Fitted curves -> images (N, 28, 28) with the centre of mass of the ink in the middle."""
    middle = CANVAS / 2
    at_middle = render_many([[stroke + middle for stroke in drawing] for drawing in fitted], widths)
    shift = centre_of_mass_shift(at_middle)
    # Limited, because otherwise the edge would cut off the foot of a tall 7.
    farthest = np.array([np.abs(np.concatenate(drawing)).max(axis=0) if drawing else (0, 0) for drawing in fitted])
    room = np.maximum(middle - np.reshape(widths, (-1, 1)) / 2 - farthest.reshape(-1, 2), 0)
    shift = np.clip(shift, -room, room) + middle
    moved = [[stroke + by for stroke in drawing] for drawing, by in zip(fitted, shift, strict=True)]
    return render_many(moved, widths)


def centre_of_mass_shift(images: FloatArray) -> FloatArray:
    """How far right and down the ink of each image (N, 28, 28) must be moved to be centred: (N, 2) pixels."""
    positions = np.arange(CANVAS, dtype=np.float32) + 0.5
    mass = np.maximum(images.sum(axis=(1, 2)), np.finfo(np.float32).tiny)
    x = (images.sum(axis=1) * positions).sum(axis=1) / mass
    y = (images.sum(axis=2) * positions).sum(axis=1) / mass
    shift: FloatArray = _CENTRE - np.column_stack((x, y)).astype(np.float64)
    return shift
