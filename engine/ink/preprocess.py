"""From what a person drew to what the network was taught to read.

MNIST's digits were scaled into a 20 x 20 box with their aspect kept, anti-aliased, and set into 28 x 28 with the
centre of mass in the middle (LeCun, Bottou, Bengio, Haffner 1998). A drawing gets the same treatment, as vectors:
it is inked again at the right size and stroke width, never shrunk from the screen. Every stage is kept to be
looked at.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from engine.ink.strokes import Drawing, bounds, curve, ink, ink_many, join_strokes
from engine.types import CANVAS, FloatArray

# Saved with the weights: a network taught on one version's pictures may misread another's.
PREPROCESSING_VERSION = 1

BOX = 20
# Pixels. Networks taught on MNIST read pen strokes best when these are inked at about this width (of 1.6, 2.0,
# 2.4, 2.8 and 3.2, measured on the UNIPEN digits with a 784-50-10 and a 784-50-100-10).
STROKE_WIDTH = 2.0
# MNIST's centres of mass lie at pixel index 14.00, which is half a pixel right of and below the picture's middle.
# Missing that half pixel costs a small network 2 points on pen strokes.
_CENTRE = CANVAS / 2 + 0.5
# Canvas units: something smaller than this is drawn as the speck it is, not blown up to a full digit.
_SMALLEST = 1.0
# Points a drawing may have; a file that asks for more is no drawing.
MAX_POINTS = 200_000

Edges: TypeAlias = tuple[float, float, float, float]  # left, top, right, bottom
_Early: TypeAlias = tuple[FloatArray, Edges | None, FloatArray]  # ink, crop, scaled


class Stages:
    """A drawing or a picture on its way to the network, all float32 in 0..1, white ink on black.

    Attributes:
        ink: what was drawn: (28, 28) for strokes, any size for a picture.
        crop: the box (left, top, right, bottom) around the ink, in pixels of ``ink``; None where there is no ink.
        scaled: (20, 20), the ink scaled so that its longer side fills the box.
        centred: (28, 28), with the centre of mass in the middle: the network's input.
        empty: there is nothing to read.
    """

    def __init__(self, ink: FloatArray, crop: Edges | None, scaled: FloatArray, centred: FloatArray) -> None:
        self.centred = centred
        self.empty = crop is None
        self._make: Callable[[], _Early] = lambda: (ink, crop, scaled)
        self._early: _Early | None = None

    @classmethod
    def to_be_seen(cls, centred: FloatArray, make: Callable[[], _Early]) -> "Stages":
        """Of ink that is there: ``make`` gives (ink, crop, scaled) once one of them is looked at.

        A hand that draws waits for the input alone, and the others take as long again.
        """
        stages = cls.__new__(cls)
        stages.centred, stages.empty = centred, False
        stages._make, stages._early = make, None
        return stages

    @property
    def ink(self) -> FloatArray:
        return self._seen()[0]

    @property
    def crop(self) -> Edges | None:
        return self._seen()[1]

    @property
    def scaled(self) -> FloatArray:
        return self._seen()[2]

    def _seen(self) -> _Early:
        if self._early is None:
            self._early = self._make()
        return self._early


@dataclass(frozen=True)
class Steps:
    """What is done to the ink, to see what each step is good for. Without one of them a network reads what it was not
    taught to read.

    Attributes:
        crop: the ink is cut out of the canvas. Otherwise all of the canvas goes on.
        scale: what goes on is made to fill the 20 x 20 box. Otherwise it stays as large as it is on the canvas.
        centre: the centre of mass goes to the middle. Otherwise the middle of what goes on does.
    """

    crop: bool = True
    scale: bool = True
    centre: bool = True


ALL_STEPS = Steps()


def prepare_drawing(
    drawing: Drawing, brush_width: float = STROKE_WIDTH, steps: Steps = ALL_STEPS, stroke_width: float = STROKE_WIDTH
) -> Stages:
    """Strokes in canvas units -> the network's input, with the stages on the way.

    Args:
        drawing: the strokes; empty ones are passed over.
        brush_width: what it was drawn with, in canvas units. Only ``Stages.ink`` shows it: the input's stroke
            width is always the same, as long as no step is left out.
        steps: all but for a lesson.
        stroke_width: what the input is inked with, in its pixels: another one only to see what it does. The brush is
            taken as thicker by as much.
    """
    brush_width *= stroke_width / STROKE_WIDTH
    if steps != ALL_STEPS:
        return _partly_prepared(drawing, brush_width, steps, stroke_width)
    drawing = [stroke for stroke in drawing if len(stroke)]
    fitted = _fitted(drawing, stroke_width)
    if fitted is None:
        blank, box = np.zeros((CANVAS, CANVAS), np.float32), np.zeros((BOX, BOX), np.float32)
        return Stages(blank, None, box, blank)

    def before() -> _Early:
        curves = [curve(stroke) for stroke in drawing]
        scaled = ink([stroke + BOX / 2 for stroke in fitted], stroke_width, BOX)
        return ink(curves, brush_width), _around(bounds(curves), brush_width), scaled

    return Stages.to_be_seen(_centred([fitted], [stroke_width])[0], before)


def _partly_prepared(drawing: Drawing, brush_width: float, steps: Steps, stroke_width: float) -> Stages:
    """With steps left out. The line's width is then what the scaling makes of the brush's."""
    curves = [curve(stroke) for stroke in join_strokes(drawing)]
    box = bounds(curves)
    if box is None:
        return prepare_drawing(drawing, brush_width)
    if steps.crop and steps.scale:
        fitted, width = _fitted(drawing, stroke_width) or [], stroke_width
    else:
        factor = BOX / CANVAS if steps.scale else 1.0
        left, top, right, bottom = box if steps.crop else (0.0, 0.0, float(CANVAS), float(CANVAS))
        middle = np.array([(left + right) / 2, (top + bottom) / 2])
        fitted, width = [(stroke - middle) * factor for stroke in curves], brush_width * factor
    scaled = ink([stroke + BOX / 2 for stroke in fitted], width, BOX)
    if steps.centre:
        left, top, right, bottom = bounds(fitted) or box
        # From wherever it lies: ``_centred`` moves what is about in the middle.
        aside = np.array([(left + right) / 2, (top + bottom) / 2])
        centred = _centred([[stroke - aside for stroke in fitted]], [width])[0]
    else:
        centred = ink([stroke + CANVAS / 2 for stroke in fitted], width)
    return Stages(ink(curves, brush_width), _around(box, brush_width), scaled, centred)


def _around(box: Edges | None, brush_width: float) -> Edges | None:
    """The box around the ink, of a line along which the brush went in this one."""
    if box is None:
        return None
    reach = brush_width / 2
    left, top, right, bottom = (
        min(max(at, 0.0), float(CANVAS)) for at in (box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach)
    )
    return left, top, right, bottom


def as_it_is(picture: FloatArray) -> Stages:
    """An input (28, 28) float32 in 0..1 that has been prepared already, such as a digit of a training set."""
    rows, columns = np.flatnonzero(picture.any(axis=1)), np.flatnonzero(picture.any(axis=0))
    box = None
    if len(rows):
        box = (float(columns[0]), float(rows[0]), float(columns[-1]) + 1, float(rows[-1]) + 1)
    margin = (CANVAS - BOX) // 2
    return Stages(picture, box, picture[margin:-margin, margin:-margin], picture)


def centre_drawings(
    drawings: Sequence[Drawing], widths: Sequence[float] | FloatArray | None = None, smooth: bool = True
) -> FloatArray:
    """Many drawings -> (N, 28, 28) inputs, the same as ``prepare_drawing``'s but without the stages, and faster.

    An empty drawing gives an empty picture.

    Args:
        widths: (N,) pixels, what to ink each drawing with instead of STROKE_WIDTH: to teach a network more than
            one pen.
        smooth: False where the points are so close already (a pixel of the input) that ``curve`` can be left out.
    """
    if widths is None:
        widths = [STROKE_WIDTH] * len(drawings)
    fitted = [_fitted(drawing, width, smooth) or [] for drawing, width in zip(drawings, widths, strict=True)]
    return _centred(fitted, widths)


def _fitted(drawing: Drawing, width: float = STROKE_WIDTH, smooth: bool = True) -> list[FloatArray] | None:
    """Smooth curves around (0, 0), so large that their ink's longer side is BOX; None for an empty drawing."""
    box = bounds(drawing)
    if box is None:
        return None
    strokes, scale = _in_the_box(join_strokes(drawing) if smooth else drawing, box, width, _SMALLEST)
    if not smooth:
        return strokes
    # Between points far apart the curve swings wider than they do; how wide must not depend on which were noticed.
    curves = [curve(stroke) for stroke in strokes]
    return _in_the_box(curves, bounds(curves) or box, width, _SMALLEST * scale)[0]


def _in_the_box(drawing: Drawing, box: Edges, width: float, smallest: float) -> tuple[list[FloatArray], float]:
    """Moved and scaled so that ``box`` lies around (0, 0) and fills BOX when inked, and by how much it was scaled."""
    left, top, right, bottom = box
    scale = (BOX - width) / max(right - left, bottom - top, smallest)
    middle = np.array([(left + right) / 2, (top + bottom) / 2])
    return [(np.asarray(stroke, np.float64) - middle) * scale for stroke in drawing if len(stroke)], scale


def _centred(fitted: Sequence[Sequence[FloatArray]], widths: Sequence[float] | FloatArray) -> FloatArray:
    """Fitted curves -> pictures (N, 28, 28) with the centre of mass of the ink in the middle."""
    middle = CANVAS / 2
    at_middle = ink_many([[stroke + middle for stroke in drawing] for drawing in fitted], widths)
    shift = centre_of_mass_shift(at_middle)
    # The foot of a tall 7 would be cut off by the edge otherwise.
    farthest = np.array([np.abs(np.concatenate(drawing)).max(axis=0) if drawing else (0, 0) for drawing in fitted])
    room = np.maximum(middle - np.reshape(widths, (-1, 1)) / 2 - farthest.reshape(-1, 2), 0)
    shift = np.clip(shift, -room, room) + middle
    moved = [[stroke + by for stroke in drawing] for drawing, by in zip(fitted, shift, strict=True)]
    return ink_many(moved, widths)


def centre_of_mass_shift(pictures: FloatArray) -> FloatArray:
    """How far right and down the ink of each picture (N, 28, 28) must go to lie in the middle: (N, 2) pixels."""
    places = np.arange(CANVAS, dtype=np.float32) + 0.5
    mass = np.maximum(pictures.sum(axis=(1, 2)), np.finfo(np.float32).tiny)
    x = (pictures.sum(axis=1) * places).sum(axis=1) / mass
    y = (pictures.sum(axis=2) * places).sum(axis=1) / mass
    shift: FloatArray = _CENTRE - np.column_stack((x, y)).astype(np.float64)
    return shift
