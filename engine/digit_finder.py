"""Several digits in one drawing or image: each is found and predicted, as in "42" or "2026"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from .ink.preprocess import ALL_STEPS, STROKE_WIDTH, Edges, Stages, prepare_drawing
from .ink.segmentation.line_layout import LINE_GAP_OF_STROKES, Layout, layout, on_several_lines
from .ink.segmentation.parts import image_parts, stroke_boxes
from .ink.strokes import Drawing
from .recognizer import SURE, Prediction, Recognizer
from .types import FloatArray

# The paper around one of several digits of an image, for the preprocessing: of its size, and at least so many pixels.
_ROOM, _LEAST_ROOM = 0.25, 4


@dataclass(frozen=True, eq=False)
class FoundDigit:
    """One of several digits.

    Attributes:
        prediction: for its ink alone.
        box: left, top, right and bottom of it: in canvas units for a drawing, in pixels for an image.
        strokes: the indices of its strokes in the drawing; empty for an image.
        after_dot: whether there is a dot before it, as in 20.6.
    """

    prediction: Prediction
    box: Edges
    strokes: tuple[int, ...] = ()
    after_dot: bool = False


def number_text(digits: Sequence[FoundDigit]) -> str:
    """The number that several digits make: "2026"; "?" stands for each digit that is not sure."""
    texts = [("." if each.after_dot else "") + digit_text(each.prediction) for each in digits]
    return "".join(texts)


def digit_text(prediction: Prediction) -> str:
    """The digit, or "?" where it is not sure."""
    return str(prediction.digit) if prediction.sure else "?"


def number_probability(digits: Sequence[FoundDigit]) -> float:
    """The probability that all digits are right: the product of theirs, as if they were independent."""
    return float(np.prod([each.prediction.probabilities.max() for each in digits]))


def may_be_several(drawing: Drawing) -> bool:
    """Whether the positions of the strokes allow several digits. It takes 0.5 ms for four digits, and no network."""
    found = layout(stroke_boxes(drawing)) if len(drawing) > 1 else None
    return found is not None and found.several


def drawn_on_several_lines(drawing: Drawing, sure: bool) -> bool:
    """Whether strokes look like several lines of writing: no number is found there, so a person should be told.

    Args:
        sure: whether the prediction for all of them is; see ``on_several_lines``.
    """
    return on_several_lines(stroke_boxes(drawing), sure, LINE_GAP_OF_STROKES)


class DigitFinder:
    """Finds several digits with a recognizer. Not thread-safe, as that is not."""

    def __init__(self, recognizer: Recognizer) -> None:
        self._recognizer = recognizer
        # The stages of the last drawing's candidates, by the widths and the points of their strokes: while a digit is
        # drawn, the others stay the same.
        self._stages: dict[tuple[float | bytes, ...], Stages] = {}

    def in_drawing(
        self, drawing: Drawing, brush_width: float = STROKE_WIDTH, stroke_width: float = STROKE_WIDTH
    ) -> tuple[FoundDigit, ...]:
        """The digits of a drawing, from left to right; none where it is one digit, or no number.

        Args:
            drawing, brush_width, stroke_width: see ``Recognizer.predict_drawing``.
        """
        used = [i for i, stroke in enumerate(drawing) if len(stroke)]
        found = layout(stroke_boxes(drawing))
        if found is None or not found.several:
            return ()
        stages: dict[tuple[float | bytes, ...], Stages] = {}

        def prepare(candidate: int) -> Stages:
            strokes = [drawing[used[i]] for i in found.candidates[candidate].parts]
            key: tuple[float | bytes, ...] = (brush_width, stroke_width, *(stroke.tobytes() for stroke in strokes))
            stages[key] = self._stages.get(key) or prepare_drawing(strokes, brush_width, ALL_STEPS, stroke_width)
            return stages[key]

        digits = self._find(found, prepare, lambda parts: tuple(used[i] for i in parts))
        self._stages = stages
        return digits

    def in_image(self, ink: FloatArray) -> tuple[FoundDigit, ...]:
        """The digits of an image, from left to right; none where it is one digit, or no number.

        Args:
            ink: (height, width) in 0..1, ``Stages.ink`` of ``engine.ink.images.prepare_image``.
        """
        parts = image_parts(ink)
        found = layout(parts.boxes, parts.cut.tolist())
        if found is None or not found.several:
            return ()

        def prepare(candidate: int) -> Stages:
            each = found.candidates[candidate]
            return _prepare_part(ink * parts.mask(each.parts), each.box)

        return self._find(found, prepare, lambda _: ())

    def _find(
        self, found: Layout, prepare: Callable[[int], Stages], strokes: Callable[[tuple[int, ...]], tuple[int, ...]]
    ) -> tuple[FoundDigit, ...]:
        needed = found.needed
        stages = [prepare(i) for i in needed]
        highest = np.ones(len(found.candidates), np.float32)
        probabilities = self._recognizer.probabilities(np.stack([each.centred for each in stages]))
        highest[needed] = probabilities.max(axis=1)
        digits: list[FoundDigit] = []
        after_dot = False
        middle = (found.candidates[0].box[1] + found.candidates[0].box[3]) / 2
        chosen = found.choose(highest, SURE)
        for i in chosen if len(chosen) > 1 else ():
            each = found.candidates[i]
            if each.dot:
                # A dot in the upper half is none of the number.
                after_dot = bool(digits) and (each.box[1] + each.box[3]) / 2 > middle
                continue
            p = probabilities[needed.index(i)]
            prediction = Prediction(p, int(p.argmax()), stages[needed.index(i)])
            digits.append(FoundDigit(prediction, each.box, strokes(each.parts), after_dot))
            after_dot = False
        return tuple(digits)


def _prepare_part(ink: FloatArray, box: Edges) -> Stages:
    """The stages of ink (height, width) that is only in the box, where alone a frame is looked for."""
    # Loads Pillow, so only where there is an image.
    from .ink.images import prepare_image

    left, top, right, bottom = map(int, box)
    room = max(_LEAST_ROOM, round(_ROOM * max(right - left, bottom - top)))
    part = prepare_image(np.pad(ink[top:bottom, left:right], room))

    def in_place() -> tuple[FloatArray, Edges | None, FloatArray]:
        whole = np.zeros_like(ink)
        whole[top:bottom, left:right] = part.ink[room:-room, room:-room]
        crop = part.crop
        if crop is not None:
            across, down = left - room, top - room
            crop = crop[0] + across, crop[1] + down, crop[2] + across, crop[3] + down
        return whole, crop, part.scaled

    return Stages(part.centred, part.empty, in_place)
