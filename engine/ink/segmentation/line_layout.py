"""Which parts of a line of ink may be digits, and the best division of the line, given a cost of each digit.

A part is a stroke, a connected component or a piece of one; here only its box counts. The parts are sorted from left to
right. Between two of them there may be a cut, unless they overlap too much. A segment is what lies between two
neighbouring cuts, and a candidate is one segment or several neighbouring ones. The network predicts the candidates;
the best division into them is found by dynamic programming, as in the segmentation of handwritten words
(Bozinovic and Srihari 1989).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...types import FloatArray, IntArray

# Lengths are in heights of the line, which is that of its highest part. All values were chosen on the numbers that
# tests/benchmarks/quality/several_digits.py makes of the UNIPEN digits; those of the pd30 site were not used.

# Neighbours that overlap by more than this belong to one digit.
_OVERLAP = 0.25
# A candidate of several segments has no wider gap than this. (Of 17,391 single digits, 4 have one of more than 0.15.)
_INNER_GAP = 0.35
# Nor has one a wider gap from top to bottom: it would be two digits of two lines.
_INNER_GAP_DOWN = 0.3
_MAX_SEGMENTS = 4
# The least height of a digit, and the largest size of a dot, which is no digit.
_LEAST_HEIGHT, _DOT = 0.4, 0.2
# Of the height of all ink: the parts of a dotted line are lower than this, and are no line of digits.
_LINE = 0.35
# Two parts of one sure digit may lie above each other: the rings of an 8, the bar of a 5. They are two lines only if
# both have nearly the same height, with more than this paper between them, in heights of all ink. (Of 17,391 single
# digits of the pens, whose strokes have no width, the widest such gap is 0.17.)
_ALIKE, LINE_GAP, LINE_GAP_OF_STROKES = 0.65, 0.12, 0.2
# Beyond these limits it is no number, but a text or a scribble.
_MAX_PARTS, _MAX_DIGITS = 60, 20

# Costs are negative logarithms of probabilities, of this at least: no digit is impossible.
_LEAST_P = 0.02
# Added for each digit, for each dot, for a cut through a connected component, and for each height of an inner gap or
# of an overlap; and for each height by which a candidate is wider than high.
_DIGIT_COST, _DOT_COST, _CUT_COST, _GAP_COST, _OVERLAP_COST, _WIDTH_COST = 0.05, 0.1, 0.3, 2.0, 1.0, 1.5
# A single digit has priority over several by this; gaps between the digits reduce it, up to the widest that counts.
_PRIORITY, _WIDEST_GAP = 0.15, 0.5
# The least probability of each of several digits: letters and scribbles have a lower one as a rule.
_LEAST_DIGIT = 0.4


@dataclass(frozen=True)
class Candidate:
    """Neighbouring segments that may be one digit.

    Attributes:
        first, end: the range of its segments.
        parts: the indices of its parts, ascending.
        box: (left, top, right, bottom).
        dot: it is too small to be a digit.
        cost: from its geometry.
    """

    first: int
    end: int
    parts: tuple[int, ...]
    box: tuple[float, float, float, float]
    dot: bool
    cost: float


@dataclass(frozen=True)
class Layout:
    """Attributes:
    candidates: that of the whole line is the first one.
    gaps: (S - 1,) between the S segments, in heights of the line; negative where they overlap.
    height: of the line.
    """

    candidates: tuple[Candidate, ...]
    gaps: FloatArray
    height: float

    @property
    def several(self) -> bool:
        """Whether the geometry alone allows two digits or more."""
        return self._digits(self._divide([0.0] * len(self.candidates))) >= 2

    @property
    def needed(self) -> list[int]:
        """The indices of the candidates whose probabilities ``choose`` needs: all but the dots."""
        return [i for i, each in enumerate(self.candidates) if not each.dot]

    def choose(self, probabilities: FloatArray, sure: float) -> list[int]:
        """The digits and dots of the line, from left to right, as indices of candidates; [0] where it is one digit.

        Args:
            probabilities: (C,) the highest probability of each candidate; those of dots do not matter.
            sure: the least probability of a sure prediction.
        """
        costs = -np.log(np.maximum(probabilities, _LEAST_P))
        found = self._divide([0.0 if each.dot else float(c) for each, c in zip(self.candidates, costs, strict=True)])
        digits = [i for i in found if not self.candidates[i].dot]
        if len(digits) < 2:
            return [0]
        gap = min(float(self.gaps[self.candidates[i].first - 1]) for i in found[1:])
        # Two scribbles are not two digits. But one of three digits may be written as the network has never seen it,
        # and so may one of two with more paper between them than there is in any digit.
        p = probabilities[digits]
        n_sure, n_unknown = np.count_nonzero(p >= sure), np.count_nonzero(p < _LEAST_DIGIT)
        enough = gap > _INNER_GAP or (n_sure >= 2 and 3 * n_unknown <= len(digits))
        if 2 * n_sure < len(digits) or (n_unknown and not enough):
            return [0]
        several = float(costs[digits].mean()) + _PRIORITY - _GAP_COST * float(np.clip(gap, -_WIDEST_GAP, _WIDEST_GAP))
        several += max(self.candidates[i].cost for i in digits)
        return found if several < costs[0] + self.candidates[0].cost else [0]

    def _digits(self, found: Sequence[int]) -> int:
        return sum(not self.candidates[i].dot for i in found)

    def _divide(self, costs: Sequence[float]) -> list[int]:
        """The division of the line into two candidates or more with the smallest sum of costs; [] where none is."""
        end = len(self.gaps) + 1
        best: list[tuple[float, list[int]]] = [(0.0, []), *[(float("inf"), [])] * end]
        for stop in range(1, end + 1):
            for i, each in enumerate(self.candidates):
                if each.end == stop and each.end - each.first < end:
                    before, path = best[each.first]
                    total = before + costs[i] + each.cost + (_DOT_COST if each.dot else _DIGIT_COST)
                    if total < best[stop][0]:
                        best[stop] = (total, [*path, i])
        return best[end][1]


def layout(boxes: FloatArray, cut: Sequence[bool] = ()) -> Layout | None:
    """The candidates of a line of parts.

    Args:
        boxes: (P, 4) left, top, right and bottom of each part, in any unit.
        cut: whether each part was cut off the one before it, rather than lying apart from it.

    Returns:
        None where there is at most one digit, or too many parts for a number.
    """
    if not 2 <= len(boxes) <= _MAX_PARTS:
        return None
    order = np.argsort(boxes[:, 0] + boxes[:, 2], kind="stable")
    sorted_boxes = boxes[order].astype(np.float64)
    left, top, right, bottom = sorted_boxes.T
    height = float((bottom - top).max())
    if height <= 0 or height < _LINE * float(bottom.max() - top.min()):
        return None
    gaps = (np.minimum.accumulate(left[::-1])[::-1][1:] - np.maximum.accumulate(right)[:-1]) / height
    cuts = [0, *(np.flatnonzero(gaps >= -_OVERLAP) + 1).tolist(), len(boxes)]
    if not 3 <= len(cuts) <= _MAX_DIGITS + 1:
        return None
    between = gaps[np.array(cuts[1:-1]) - 1]
    through = np.array([bool(len(cut)) and cut[order[at]] for at in cuts[1:-1]])
    last = len(cuts) - 1
    candidates = [_candidate(0, last, order, sorted_boxes, cuts, 0.0, height)]
    for first in range(last):
        for end in range(first + 1, min(first + _MAX_SEGMENTS, last) + 1):
            inner = between[first : end - 1]
            if (inner > _INNER_GAP).any() or (first == 0 and end == last):
                continue
            if _gap_down(sorted_boxes[cuts[first] : cuts[end]]) > _INNER_GAP_DOWN * height:
                continue
            cost = _GAP_COST * float(inner.max(initial=0.0))
            if first:
                cost += _OVERLAP_COST * max(0.0, -float(between[first - 1])) + _CUT_COST * bool(through[first - 1])
            each = _candidate(first, end, order, sorted_boxes, cuts, cost, height)
            if each.dot or each.box[3] - each.box[1] >= _LEAST_HEIGHT * height:
                candidates.append(each)
    return Layout(tuple(candidates), between, height)


def on_several_lines(boxes: FloatArray, sure: bool, least_gap: float = LINE_GAP) -> bool:
    """Whether parts (P, 4) lie on two lines or more: paper from side to side between parts as high as digits.

    Args:
        sure: all ink together is surely a digit, which may have parts above each other; then there have to be two
            digits beside each other on a line, or a wide gap between two lines of nearly the same height.
        least_gap: the width of that gap, in heights of all ink.
    """
    if len(boxes) < 2:
        return False
    ordered = boxes[np.argsort(boxes[:, 1])]
    top, bottom = ordered[:, [1, 3]].T
    gaps = top[1:] - np.maximum.accumulate(bottom)[:-1]
    lines = np.split(ordered, np.flatnonzero(gaps > 0) + 1)
    heights = np.sort([line[:, 3].max() - line[:, 1].min() for line in lines])[::-1]
    if len(lines) < 2 or heights[1] <= _LEAST_HEIGHT * heights[0]:
        return False
    if not sure or any((found := layout(line)) is not None and found.several for line in lines):
        return True
    return bool(heights[1] > _ALIKE * heights[0] and gaps.max() > least_gap * (bottom.max() - top[0]))


def _gap_down(boxes: FloatArray) -> float:
    """The widest gap between boxes (n, 4), from top to bottom."""
    top, bottom = boxes[np.argsort(boxes[:, 1])][:, [1, 3]].T
    return float((top[1:] - np.maximum.accumulate(bottom)[:-1]).max(initial=0.0))


def _candidate(
    first: int, end: int, order: IntArray, boxes: FloatArray, cuts: Sequence[int], cost: float, height: float
) -> Candidate:
    """The segments ``first`` to ``end`` as a candidate."""
    parts = slice(cuts[first], cuts[end])
    left, top = boxes[parts, :2].min(axis=0).tolist()
    right, bottom = boxes[parts, 2:].max(axis=0).tolist()
    cost += _WIDTH_COST * max(0.0, (right - left) / max(bottom - top, height) - 1)
    dot = max(right - left, bottom - top) <= _DOT * height
    return Candidate(first, end, tuple(sorted(order[parts].tolist())), (left, top, right, bottom), dot, cost)
