"""From a drawing to the centred 28 x 28 input."""

import numpy as np
import pytest

from engine.ink.images import prepare_image
from engine.ink.preprocess import (
    ALL_STEPS,
    BOX,
    Steps,
    centre_drawings,
    centre_of_mass_shift,
    prepare_drawing,
    stages_of_input,
)
from engine.ink.strokes import Drawing


def scribble(seed: int = 0, strokes: int = 2) -> Drawing:
    rng = np.random.default_rng(seed)
    return [np.cumsum(rng.normal(0, 1.2, (30, 2)), axis=0).astype(np.float32) + 14 for _ in range(strokes)]


def moved(drawing: Drawing, scale: float, x: float, y: float) -> Drawing:
    return [(stroke * scale + (x, y)).astype(np.float32) for stroke in drawing]


def test_the_longer_side_fills_the_box_and_the_mass_is_in_the_middle() -> None:
    stages = prepare_drawing([np.array([[10, 5], [14, 23]], np.float32)])
    rows = np.flatnonzero(stages.scaled.any(axis=1))
    assert (rows[0], rows[-1]) == (0, BOX - 1)
    assert np.abs(centre_of_mass_shift(stages.centred[None])).max() < 0.02


def test_ink_never_crosses_the_edge() -> None:
    heavy_top = [np.array([[4, y], [16, y]], np.float32) for y in np.linspace(4, 7, 13)]
    tall = [*heavy_top, np.array([[14, 4], [9, 24]], np.float32)]
    stages = prepare_drawing(tall)
    assert centre_of_mass_shift(stages.centred[None])[0, 1] > 0.5  # it stays this far from the middle
    assert stages.centred[-1].any()
    assert stages.centred.sum() == pytest.approx(stages.scaled.sum(), rel=0.01)
    np.testing.assert_array_equal(centre_drawings([tall, []])[0], stages.centred)


def test_a_prepared_input_is_unchanged() -> None:
    image = np.zeros((28, 28), np.float32)
    image[3:9, 20:27] = 0.5
    stages = stages_of_input(image)
    assert stages.centred is image
    assert stages.crop == (20, 3, 27, 9)
    assert stages_of_input(np.zeros((28, 28), np.float32)).empty


def test_the_middle_is_where_mnist_has_it() -> None:
    # A single full pixel at row 14, column 14 needs no shift: MNIST's centres of mass are at pixel index 14.0.
    image = np.zeros((1, 28, 28), np.float32)
    image[0, 14, 14] = 1
    np.testing.assert_allclose(centre_of_mass_shift(image), [[0, 0]], atol=1e-6)


def test_mnists_digits_are_centred_there(shared_data) -> None:
    from engine.data.mnist import load_mnist_datasets

    train, _ = load_mnist_datasets(shared_data / "mnist")
    shift = centre_of_mass_shift(train.images[:2000] / np.float32(255))
    assert np.abs(shift.mean(axis=0)).max() < 0.02


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("scale", "x", "y"), [(0.3, 1, 2), (0.6, 9, -3), (1.7, -12, -9), (1.0, 0.37, 0.61)])
def test_position_and_size_do_not_change_the_input(seed: int, scale: float, x: float, y: float) -> None:
    drawing = scribble(seed)
    here, there = prepare_drawing(drawing).centred, prepare_drawing(moved(drawing, scale, x, y)).centred
    assert np.abs(here - there).max() < 0.01


def test_the_brush_changes_the_ink_but_not_the_input() -> None:
    thin, thick = prepare_drawing(scribble(), brush_width=1), prepare_drawing(scribble(), brush_width=4)
    assert thick.ink.sum() > 1.5 * thin.ink.sum()
    np.testing.assert_array_equal(thin.centred, thick.centred)


def test_ink_cut_into_pieces_and_drawn_in_another_order_is_the_same() -> None:
    drawing = [np.array([[4, 4], [20, 4], [20, 24]], np.float32)]
    cut = [np.array([[20, 4], [20, 24]], np.float32), np.array([[20, 4], [4, 4]], np.float32)]
    assert np.abs(prepare_drawing(drawing).centred - prepare_drawing(cut).centred).max() < 1e-3


@pytest.mark.parametrize("drawing", [[], [np.empty((0, 2), np.float32)]])
def test_nothing_drawn_is_empty(drawing: Drawing) -> None:
    stages = prepare_drawing(drawing)
    assert stages.empty
    assert stages.crop is None
    assert not stages.centred.any()


def test_a_dot_stays_a_dot() -> None:
    stages = prepare_drawing([np.array([[3, 3]], np.float32)])
    assert not stages.empty
    assert 2 < stages.centred.sum() < 6


def test_batches_give_the_same_bits_as_single_drawings() -> None:
    drawings = [scribble(seed) for seed in range(7)] + [[]]
    together = centre_drawings(drawings)
    for drawing, image in zip(drawings, together, strict=True):
        np.testing.assert_array_equal(prepare_drawing(drawing).centred, image)


def test_everything_is_float32_between_0_and_1() -> None:
    stages = prepare_drawing(scribble())
    for image, size in ((stages.ink, 28), (stages.scaled, BOX), (stages.centred, 28)):
        assert image.shape == (size, size)
        assert image.dtype == np.float32
        assert image.min() >= 0
        assert image.max() <= 1


def test_the_box_is_around_all_of_the_ink_and_on_the_canvas() -> None:
    line = [np.array([[1, 14], [20, 14]], np.float32)]
    stages = prepare_drawing(line, brush_width=4)
    assert stages.crop == (0, 12, 22, 16)
    rows, columns = np.flatnonzero(stages.ink.any(axis=1)), np.flatnonzero(stages.ink.any(axis=0))
    assert (columns[-1], rows[0], rows[-1]) == (21, 12, 15)


# -- steps left out


def extent(image: np.ndarray) -> tuple[int, int, int, int]:
    """(left, top, right, bottom) of all ink."""
    rows, columns = np.flatnonzero(image.any(axis=1)), np.flatnonzero(image.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]), int(rows[-1])


# From (4, 6) to (8, 12), in the upper left corner of the canvas, and heavier at its foot.
SMALL: Drawing = [np.array(line, np.float32) for line in ([[4, 6], [7, 6]], [[6, 7], [6, 11]], [[4, 12], [8, 12]])]


def test_without_any_step_the_canvas_is_shown() -> None:
    stages = prepare_drawing(SMALL, 2.5, Steps(crop=False, scale=False, centre=False))
    np.testing.assert_allclose(stages.centred, stages.ink, atol=1e-5)
    # Half a brush of 2.5 around the strokes.
    assert stages.crop == (2.75, 4.75, 9.25, 13.25)


def test_cropped_only_it_keeps_its_size() -> None:
    stages = prepare_drawing(SMALL, 2.0, Steps(scale=False, centre=False))
    # 4 wide and 6 high around (14, 14), and a brush of 2 around that.
    assert extent(stages.centred) == (11, 10, 16, 17)


def test_scaled_but_not_cropped_the_whole_canvas_shrinks() -> None:
    stages = prepare_drawing(SMALL, 2.8, Steps(crop=False, centre=False))
    # x 4 -> (4 - 14) 20 / 28 + 14 = 6.9 and 8 -> 9.7, half a line of 2.8 20 / 28 = 2 to each side.
    assert extent(stages.centred) == (5, 7, 10, 13)
    assert extent(stages.scaled) == (1, 3, 6, 9)


def test_cropped_and_scaled_but_not_centred_the_box_is_in_the_middle() -> None:
    stages = prepare_drawing(SMALL, 2.0, Steps(centre=False))
    left, top, right, bottom = extent(stages.centred)
    assert (top, bottom) == (4, 23)
    assert left + right == 27
    np.testing.assert_allclose(stages.scaled, prepare_drawing(SMALL).scaled, atol=1e-4)
    assert abs(centre_of_mass_shift(stages.centred[None])).max() > 0.6


@pytest.mark.parametrize("crop", [False, True])
@pytest.mark.parametrize("scale", [False, True])
def test_centred_the_mass_is_in_the_middle_whatever_else_is_left_out(crop: bool, scale: bool) -> None:
    stages = prepare_drawing(SMALL, 2.0, Steps(crop, scale, centre=True))
    assert np.abs(centre_of_mass_shift(stages.centred[None])).max() < 0.05


def test_no_ink_with_any_steps() -> None:
    stages = prepare_drawing([], 2.0, Steps(crop=False))
    assert stages.empty
    assert not stages.centred.any()


@pytest.mark.parametrize("steps", [ALL_STEPS, Steps(crop=False), Steps(scale=False)])
def test_a_wider_line_has_more_ink(steps: Steps) -> None:
    drawing = [np.array([(8, 7), (20, 7), (12, 21)], np.float32)]
    inks = [prepare_drawing(drawing, 2.0, steps, width).centred for width in (1.0, 2.0, 4.0)]
    sums = [float(image.sum()) for image in inks]
    assert sums[1] > 1.4 * sums[0]
    assert sums[2] > 1.4 * sums[1]
    np.testing.assert_array_equal(inks[1], prepare_drawing(drawing, 2.0, steps).centred)


@pytest.mark.parametrize("crop", [False, True])
@pytest.mark.parametrize("kind", ["strokes", "image"])
def test_ink_that_is_not_scaled_is_not_cut_off_at_the_box(crop: bool, kind: str) -> None:
    """A digit that fills the canvas is larger than 20 x 20."""
    seven = [np.array([(2, 2), (25, 2), (10, 26)], np.float32)]
    steps = Steps(crop=crop, scale=False, centre=False)
    drawn = prepare_drawing(seven, 2.0, steps)
    stages = drawn if kind == "strokes" else prepare_image(drawn.ink, steps)
    assert stages.scaled.shape == (28, 28)
    assert stages.scaled.sum() == pytest.approx(stages.ink.sum(), rel=0.02)
    assert prepare_drawing(seven, 2.0, Steps(crop=crop, centre=False)).scaled.shape == (20, 20)
