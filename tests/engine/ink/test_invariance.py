"""The same line is the same input: at any position and size, with any sampling of the points, in any number of strokes.

The images are compared, not answers: what the network is shown may hardly change, whatever the network is. A pixel
is 0 to 1, a drawing has about 100 of ink. ``tests/benchmarks/quality/invariance.py`` measures the answers of many more.
"""

import functools
from collections.abc import Sequence

import numpy as np
import pytest

from engine.data.pen_strokes import load_pen
from engine.data.synthetic.digits import synthetic_drawing
from engine.ink.preprocess import centre_drawings, prepare_drawing
from engine.ink.strokes import Drawing, bounds
from engine.paths import default_weights
from engine.recognizer import Recognizer
from engine.types import CANVAS, FloatArray
from engine.weights import load_weights

SCREEN = 560 / CANVAS  # pixels of the screen a canvas unit


@functools.cache
def drawings() -> list[Drawing]:
    """Four of each digit, in any style of the synthetic digits; points are mostly less than a canvas unit apart."""
    rng = np.random.default_rng(11)
    return [synthetic_drawing(i % 10, rng) for i in range(40)]


def at_random_position(drawing: Drawing, rng: np.random.Generator) -> Drawing:
    """The longer side 30 to 100 % of the canvas, anywhere it fits."""
    left, top, right, bottom = bounds(drawing)
    size = np.array([right - left, bottom - top])
    scale = CANVAS * rng.uniform(0.3, 1.0) / size.max()
    corner = rng.uniform(0, 1, 2) * (CANVAS - size * scale)
    return [((stroke - (left, top)) * scale + corner).astype(np.float32) for stroke in drawing]


def whole_pixels(drawing: Drawing) -> Drawing:
    return [(np.rint(stroke * SCREEN) / SCREEN).astype(np.float32) for stroke in drawing]


def between(stroke: FloatArray, pieces: int) -> FloatArray:
    """The same polygon with ``pieces`` - 1 more points on each of its edges."""
    at = np.arange((len(stroke) - 1) * pieces + 1) / pieces
    columns = [np.interp(at, np.arange(len(stroke)), stroke[:, axis]) for axis in (0, 1)]
    return np.column_stack(columns).astype(np.float32)


def cut(drawing: Drawing, rng: np.random.Generator) -> Drawing:
    """Each stroke in up to 4 pieces; each starts at the end of the one before."""
    pieces = []
    for stroke in drawing:
        at = np.sort(rng.choice(np.arange(1, len(stroke) - 1), min(3, len(stroke) - 2), replace=False))
        pieces += [stroke[a : b + 1] for a, b in zip([0, *at], [*at, len(stroke) - 1], strict=True)]
    return pieces


def shuffled(drawing: Drawing, rng: np.random.Generator) -> Drawing:
    return [drawing[i][:: rng.choice((1, -1))] for i in rng.permutation(len(drawing))]


def differences(ones: Sequence[Drawing], others: Sequence[Drawing]) -> tuple[float, float]:
    """The largest difference of any pixel, and the largest of any drawing's root mean square over 100 pixels."""
    change = centre_drawings(others) - centre_drawings(ones)
    return float(np.abs(change).max()), float(np.sqrt((change**2).sum(axis=(1, 2)) / 100).max())


def test_position_and_size() -> None:
    rng = np.random.default_rng(0)
    for _ in range(5):
        pixel, _ = differences(drawings(), [at_random_position(drawing, rng) for drawing in drawings()])
        assert pixel < 0.001


def test_position_and_size_with_whole_pixels() -> None:
    # At 30 % of the canvas one pixel of the screen is a ninth of one of the input.
    rng = np.random.default_rng(1)
    for _ in range(5):
        pixel, drawing = differences(
            drawings(), [whole_pixels(at_random_position(drawing, rng)) for drawing in drawings()]
        )
        assert pixel < 0.15
        assert drawing < 0.05


@pytest.mark.parametrize("width", [0.5, 1.0, 4.0, 6.0])
def test_brush_width(width: float) -> None:
    for drawing in drawings()[:10]:
        np.testing.assert_array_equal(prepare_drawing(drawing, width).centred, prepare_drawing(drawing).centred)


def test_order_and_direction_of_strokes() -> None:
    rng = np.random.default_rng(2)
    assert differences(drawings(), [shuffled(drawing, rng) for drawing in drawings()])[0] < 0.001


def test_strokes_cut_into_pieces() -> None:
    rng = np.random.default_rng(3)
    assert differences(drawings(), [shuffled(cut(drawing, rng), rng) for drawing in drawings()])[0] < 0.001


def test_strokes_cut_into_pieces_by_a_fast_mouse() -> None:
    rng = np.random.default_rng(4)
    fast = [[stroke[:: max(1, len(stroke) // 6)] for stroke in drawing] for drawing in drawings()]
    assert differences(fast, [shuffled(cut(drawing, rng), rng) for drawing in fast])[0] < 0.001


@pytest.mark.parametrize("pieces", [2, 5, 20])
def test_a_slow_mouse(pieces: int) -> None:
    rng = np.random.default_rng(5)
    slow = [whole_pixels([between(s, pieces) for s in at_random_position(drawing, rng)]) for drawing in drawings()]
    pixel, drawing = differences(drawings(), slow)
    assert pixel < 0.15
    assert drawing < 0.06


@pytest.mark.parametrize(("nth", "at_most"), [(2, 0.08), (3, 0.12), (4, 0.17)])
def test_a_fast_mouse(nth: int, at_most: float) -> None:
    fast = [[s[np.unique([*range(0, len(s), nth), len(s) - 1])] for s in drawing] for drawing in drawings()]
    change = centre_drawings(fast) - centre_drawings(drawings())
    assert np.sqrt((change**2).sum(axis=(1, 2)) / 100).mean() < at_most


def test_a_curve_with_few_points_fills_the_same_box() -> None:
    # A circle with six points, none of them at the top or the bottom.
    def circle(points: int) -> Drawing:
        angle = np.linspace(0, 2 * np.pi, points + 1)
        return [np.column_stack((14 + 8 * np.cos(angle), 14 + 8 * np.sin(angle))).astype(np.float32)]

    few, many = (prepare_drawing(circle(points)).centred for points in (6, 600))
    for side in (0, 1):
        assert (
            np.flatnonzero((few > 0.2).any(axis=side)).tolist() == np.flatnonzero((many > 0.2).any(axis=side)).tolist()
        )


def test_a_small_change_of_an_angle_is_a_small_change_of_the_image() -> None:
    # Two long edges that meet at any angle: no angle is one at which a curve suddenly becomes a corner.
    def bent(degrees: float) -> Drawing:
        turn = np.deg2rad(degrees)
        way = 10 * np.array([np.cos(turn), np.sin(turn)])
        return [np.array([(4, 14), (14, 14), np.array([14, 14]) + way], np.float32)]

    angles = np.arange(0, 170, 1.0)
    images = centre_drawings([bent(angle) for angle in angles])
    assert np.abs(np.diff(images, axis=0)).max() < 0.3


def test_the_shipped_network_predicts_the_same(shared_data) -> None:
    pen = load_pen(shared_data / "pen" / "unipen-digits-dev.npz")
    rng = np.random.default_rng(6)
    chosen = pen.subset(rng.choice(len(pen), 100, replace=False)).drawings
    weights = load_weights(default_weights())
    recognizer = Recognizer(weights.spec, weights.params)

    def changed(drawing: Drawing) -> Drawing:
        nth = int(rng.integers(1, 3))
        fast = [s[np.unique([*range(0, len(s), nth), len(s) - 1])] for s in at_random_position(drawing, rng)]
        return shuffled(cut(whole_pixels(fast), rng), rng)

    answers = recognizer.predict_drawings(chosen).argmax(axis=1)
    for _ in range(5):
        now = recognizer.predict_drawings([changed(drawing) for drawing in chosen]).argmax(axis=1)
        np.testing.assert_array_equal(now, answers)
